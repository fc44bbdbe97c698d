/** 参合与报销 coverage: who is enrolled, what part of the bill comes back, who is not covered and why. */

import { participationPanel, RATES, ratesPanel } from './panels.ts'
import { type Figures, figuresOf } from '../kit/estimates.ts'
import { apart, type Frame, layer, panel, roomFor, steps, yearAxis } from '../kit/frame.ts'
import type { Chart, Json, Language, ReportInput } from '../kit/input.ts'
import { SENTENCES } from '../sentences.ts'
import { number, percent } from '../kit/text.ts'
import { BLUES, GREYS, OCHRE, REDS, sheet, WIDTH } from '../kit/theme.ts'
import { WORDS, type Words, wordFor } from '../words.ts'

const FILLS = [BLUES.dark, OCHRE.light, REDS.middle, GREYS.light, GREYS.dark, BLUES.light, OCHRE.dark]

/** Largest reason of the last year first, so that it stands at the bottom of every bar. */
function reasonsOf(figures: Figures): string[] {
  const size = (reason: string) => Math.max(...figures.years.map((year) => figures.mean('not_covered', year, `reason=${reason}`) ?? 0))
  return [...figures.groups('not_covered', 'reason')]
    .filter((reason) => size(reason) > 0)
    .sort((one, other) => size(other) - size(one) || (one < other ? -1 : 1))
}

/** Part of the eligible who are not covered for this reason. */
function shareOf(figures: Figures, year: number, reason: string): number | undefined {
  const eligible = figures.mean('eligible', year)
  const persons = figures.mean('not_covered', year, `reason=${reason}`)
  return persons === undefined || !eligible ? undefined : persons / eligible
}

function reasonsPanel(figures: Figures, words: Words): Json | undefined {
  const reasons = reasonsOf(figures)
  const named = reasons.map((reason) => wordFor(words.reason, reason))
  const bars = figures.years.map((year) => {
    let top = 0
    return reasons.map((reason, index) => {
      const y = top
      top += shareOf(figures, year, reason) ?? 0
      return { reason: named[index], fill: FILLS[index % FILLS.length], y, y2: top, year }
    })
  })
  const top = Math.max(0, ...bars.flat().map((slice) => slice.y2))
  if (top === 0) return undefined
  const x = yearAxis(figures, WIDTH, 10, Math.max(150, roomFor(named) + 90))
  const ticks = steps(0, top * 1.12 * 100, 5).map((tick) => tick / 100)
  const digits = ticks[1] < 0.01 ? '.1%' : '.0%'
  const frame: Frame = { width: WIDTH, height: 180, x, y: { domain: [0, ticks[ticks.length - 1]], ticks, format: digits, grid: true } }
  const half = Math.min(0.3, 45 / x.perYear)
  const perPixel = frame.y.domain[1] / frame.height
  const across = (x.domain[1] - x.domain[0]) / WIDTH
  const lastBar = bars[bars.length - 1]
  const middles = lastBar.map((slice) => (slice.y + slice.y2) / 2)
  const places = apart(middles, 16 * perPixel, 6 * perPixel, frame.y.domain[1] - 6 * perPixel)
  const labels = lastBar.map((slice, index) => ({
    x: figures.last + half + 3 * across,
    x2: figures.last + half + 17 * across,
    at: figures.last + half + 21 * across,
    y: middles[index],
    y2: places[index],
    text: `${slice.reason} ${percent(slice.y2 - slice.y, 1)}`,
  }))
  const totals = bars.map((bar) => ({ x: bar[0].year, y: bar[bar.length - 1].y2, text: percent(bar[bar.length - 1].y2, 1) }))
  const rows = bars.flat().map((slice) => ({ ...slice, x: slice.year - half, x2: slice.year + half }))
  return panel(frame, words.notCovered, [
    layer(
      frame,
      { type: 'rect', stroke: 'white', strokeWidth: 1 },
      rows.filter((row) => row.y2 > row.y),
      { x: 'x', x2: 'x2', y: 'y', y2: 'y2', fill: 'fill' },
    ),
    layer(frame, { type: 'text', baseline: 'bottom', dy: -4, fontWeight: 600, fontSize: x.perYear < 46 ? 10 : 12 }, totals, {
      x: 'x',
      y: 'y',
      text: 'text',
    }),
    layer(frame, { type: 'rule', strokeWidth: 0.8, color: GREYS.dark }, labels, { x: 'x', x2: 'x2', y: 'y', y2: 'y2' }),
    layer(frame, { type: 'text', align: 'left', baseline: 'middle' }, labels, { x: 'at', y: 'y2', text: 'text' }),
  ])
}

function seen(input: ReportInput, lang: Language) {
  const figures = figuresOf(input)
  const change = (measure: string) => {
    const from = figures.mean(measure, figures.first)
    const to = figures.mean(measure, figures.last)
    return from === undefined || to === undefined ? undefined : { from, to }
  }
  const counts = reasonsOf(figures).map((reason) => ({
    reason,
    persons: figures.mean('not_covered', figures.last, `reason=${reason}`) ?? 0,
  }))
  const all = counts.reduce((sum, one) => sum + one.persons, 0)
  const main = counts.reduce<(typeof counts)[number] | undefined>(
    (best, one) => (best && best.persons >= one.persons ? best : one),
    undefined,
  )
  return {
    first: figures.first,
    last: figures.last,
    participation: change('participation_rate'),
    effective: change('effective_reimbursement_rate'),
    inPolicy: change('in_policy_inpatient_rate'),
    mainReason: main && all > 0 ? { word: wordFor(WORDS[lang].reason, main.reason), part: main.persons / all } : undefined,
  }
}

export const coverage: Chart = {
  name: 'coverage',
  title: (_, lang) => WORDS[lang].title.coverage,
  sentence: (input, lang) => SENTENCES[lang].coverage(seen(input, lang)),
  table(input, lang) {
    const figures = figuresOf(input)
    const words = WORDS[lang]
    const cells = (write: (year: number) => string | undefined) => figures.years.map((year) => write(year) ?? '–')
    const row = (word: string, write: (year: number) => string | undefined) => {
      const written = cells(write)
      return written.every((cell) => cell === '–') ? [] : [[word, ...written]]
    }
    const persons = (measure: string) => (year: number) => {
      const value = figures.mean(measure, year)
      return value === undefined ? undefined : number(value)
    }
    const share = (measure: string) => (year: number) => {
      const value = figures.estimate(measure, year)
      if (!value) return undefined
      return value.n > 1 ? `${percent(value.mean)} [${percent(value.p05)}; ${percent(value.p95)}]` : percent(value.mean)
    }
    const published = (year: number) => {
      const figure = input.figures.find((one) => one.measure === 'participation_rate' && one.year === year)
      return figure ? `${percent(figure.published)}${figure.status === 'verified' ? '' : ` (${words.unverified})`}` : undefined
    }
    return {
      head: [words.table.persons, ...figures.years.map(String)],
      rows: [
        ...row(words.table.eligible, persons('eligible')),
        ...row(words.table.enrolled, persons('enrolled')),
        ...row(words.table.participation, share('participation_rate')),
        ...row(words.table.publishedParticipation, published),
        ...RATES.flatMap((rate) => row(words.rate[rate], share(rate))),
        ...reasonsOf(figures).flatMap((reason) =>
          row(`${words.table.reasonShare}${wordFor(words.reason, reason)}`, (year) => {
            const value = figures.mean('not_covered', year, `reason=${reason}`)
            const part = shareOf(figures, year, reason)
            return value === undefined ? undefined : `${number(value)}${part === undefined ? '' : ` (${percent(part, 2)})`}`
          }),
        ),
      ],
    }
  },
  spec(input, lang) {
    const figures = figuresOf(input)
    const words = WORDS[lang]
    const upper = [participationPanel(input, figures, words), ratesPanel(figures, words)].filter((one) => one !== undefined)
    const lower = reasonsPanel(figures, words)
    const panels = [...(upper.length === 0 ? [] : [{ hconcat: upper, spacing: 30 }]), ...(lower ? [lower] : [])]
    return panels.length === 0 ? undefined : sheet(input, lang, this.title(input, lang), this.sentence(input, lang), panels)
  },
}
