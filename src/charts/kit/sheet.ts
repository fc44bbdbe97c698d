/** The sheet on which the panels of a chart stand: title, sentence, panels one under the other, foot. */
import type { Json } from './input.ts'
import { wrapped } from './text.ts'
import { CONFIG, INK, MUTED, SCHEMA, WIDTH } from './theme.ts'

interface Around {
  readonly title: string
  readonly sentence: string
  readonly foot: readonly string[]
}

export function sheet({ title, sentence, foot }: Around, panels: readonly Json[]): Json {
  const lines = foot.flatMap((line) => wrapped(line, WIDTH, 11))
  return {
    $schema: SCHEMA,
    description: `${title}. ${sentence}`,
    background: 'white',
    padding: 14,
    title: {
      text: wrapped(title, WIDTH, 18),
      subtitle: wrapped(sentence, WIDTH, 13),
      anchor: 'start',
      frame: 'bounds',
      fontSize: 18,
      subtitleFontSize: 13,
      subtitleColor: MUTED,
      subtitleLineHeight: 19,
      subtitlePadding: 8,
      color: INK,
      offset: 18,
    },
    spacing: 26,
    vconcat: [...panels, textLine(lines, lines.length * 15, { baseline: 'top', fontSize: 11, lineHeight: 15, color: MUTED })],
    config: CONFIG,
  }
}

/** What the marks of the panels below mean, in one line. */
export const key = (text: string): Json => textLine(text, 6, { fontSize: 13 })

const textLine = (text: string | readonly string[], height: number, mark: Json): Json => ({
  width: WIDTH,
  height,
  data: { values: [{ text }] },
  mark: { type: 'text', align: 'left', x: 0, y: 0, ...mark },
  encoding: { text: { field: 'text', type: 'nominal' } },
})
