/** Charts as SVG pictures by Vega, without a browser. */
import * as vega from 'vega'
import { compile, type TopLevelSpec } from 'vega-lite'
import type { Chart } from './chart.ts'
import { type Json, LANGUAGES, type RenderedChart } from './input.ts'
import { lineWidth } from './text.ts'
import { NARROW } from './theme.ts'

declare module 'vega' {
  /** Vega's measure of text, meant to be replaced where there is no canvas; its own estimate is far too wide for Latin letters. */
  const textMetrics: { width: (item: { fontSize?: number }, text: unknown) => number }
}

/** Draws these charts in both languages; one for which the input holds nothing is left out. Ends between two pictures when `signal` is aborted. */
export async function drawCharts<Input>(charts: readonly Chart<Input>[], input: Input, signal?: AbortSignal): Promise<RenderedChart[]> {
  const own = vega.textMetrics.width
  vega.textMetrics.width = (item, text) => lineWidth(String(text ?? '')) * (item.fontSize ?? 11)
  try {
    return await drawnAll(charts, input, signal)
  } finally {
    vega.textMetrics.width = own
  }
}

async function drawnAll<Input>(charts: readonly Chart<Input>[], input: Input, signal?: AbortSignal): Promise<RenderedChart[]> {
  const rendered: RenderedChart[] = []
  for (const chart of charts) {
    for (const lang of LANGUAGES) {
      // a turn of the event loop, in which an interruption is heard
      await new Promise((resume) => setTimeout(resume))
      signal?.throwIfAborted()
      const plain = chart.spec(input, lang)
      if (!plain) continue
      const spec = textOf(plain)
      const label = `${chart.title(input, lang)}. ${chart.sentence(input, lang)}`
      const draw = (text: string) => drawn(chart.name, text, label, lang)
      const narrow = chart.spec(input, lang, NARROW)
      rendered.push({ name: chart.name, lang, svg: await draw(spec), spec, narrow: narrow ? await draw(textOf(narrow)) : '' })
    }
  }
  return rendered
}

const textOf = (spec: Json): string => `${JSON.stringify(spec, null, 1)}\n`

/** The picture is drawn from the text of the specification, so the file beside it can never differ from it. */
async function drawn(name: string, specText: string, label: string, lang: string): Promise<string> {
  const warnings: string[] = []
  const spec: TopLevelSpec = JSON.parse(specText)
  const compiled = compile(spec, { logger: listening(warnings) }).spec
  if (warnings.length > 0) throw new Error(`chart ${name} (${lang}): ${warnings.join('; ')}`)
  const view = new vega.View(vega.parse(compiled), { renderer: 'none', logger: listening(warnings) })
  try {
    return labelled(await view.toSVG(), label, lang)
  } finally {
    view.finalize()
  }
}

/** Gives the picture a name for readers who cannot see it, and its language. */
function labelled(svg: string, label: string, lang: string): string {
  const escaped = label.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')
  return `${svg.replace(/^<svg /, `<svg role="img" aria-label="${escaped}" lang="${lang === 'zh' ? 'zh-Hans' : 'en'}" `)}\n`
}

/** Collects what the libraries would otherwise print: a run's own output must not carry it. */
function listening(warnings: string[]) {
  const note = (...words: readonly unknown[]) => {
    warnings.push(words.map(String).join(' '))
    return logger
  }
  const silent = () => logger
  const logger = { level: silent, error: note, warn: note, info: silent, debug: silent }
  return logger
}
