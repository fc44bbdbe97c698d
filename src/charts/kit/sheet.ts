/** The sheet on which the panels of a chart stand: title, sentence, panels one under the other, foot. */
import type { Json } from './input.ts'
import { lineWidth, wrapped } from './text.ts'
import { AXIS_ROOM, CONFIG, INK, type Layout, MUTED, NARROW_PICTURE, SCHEMA } from './theme.ts'

interface Around {
  readonly title: string
  readonly sentence: string
  readonly foot: readonly string[]
}

export function sheet({ title, sentence, foot }: Around, panels: readonly Json[], { width, narrow }: Layout): Json {
  const small = narrow ? 12 : 11
  const lines = foot.flatMap((line) => (narrow ? line.split(' · ') : [line])).flatMap((line) => wrapped(line, width, small))
  const room = width + (narrow ? AXIS_ROOM : 0)
  const size = narrow ? 16 : 18
  const spec = {
    $schema: SCHEMA,
    description: `${title}. ${sentence}`,
    background: 'white',
    padding: narrow ? { left: 4, right: 4, top: 10, bottom: 10 } : 14,
    title: {
      // bold letters are wider
      text: wrapped(title, room / 1.16, size),
      subtitle: wrapped(sentence, narrow ? room / 1.1 : room, 13),
      anchor: 'start',
      frame: 'bounds',
      fontSize: size,
      subtitleFontSize: 13,
      subtitleColor: MUTED,
      subtitleLineHeight: 19,
      subtitlePadding: 8,
      color: INK,
      offset: 18,
    },
    spacing: 26,
    vconcat: [...panels, textLine(lines, lines.length * 16, { baseline: 'top', fontSize: small, lineHeight: 16, color: MUTED }, width)],
    config: CONFIG,
  }
  return narrow ? enlarged(spec) : spec
}

/** No letter smaller than a telephone can show. */
function enlarged(spec: Json): Json {
  const text = JSON.stringify(spec, (name, value) =>
    name === 'fontSize' && value < NARROW_PICTURE.letters ? NARROW_PICTURE.letters : value,
  )
  return JSON.parse(text)
}

/** What a mark of the panels below means: a sample of it, then the words. */
export interface KeyPart {
  readonly text: string
  readonly mark: Json
}

/** What the marks mean, one beside the other, or one under the other where there is no room. */
export function key(parts: readonly KeyPart[], { width }: Layout): Json {
  let [x, y] = [0, 0]
  const placed = parts.map((part) => {
    const room = 26 + lineWidth(part.text) * 13
    if (x > 0 && x + room > width) [x, y] = [0, y + 20]
    const own = { ...part, at: x, y: y + 6 }
    x += room + 22
    return own
  })
  const layers = placed.flatMap(({ text, mark, at, y }) => [
    { data: { values: [{}] }, mark: { ...mark, x: at + 8, y }, encoding: {} },
    {
      data: { values: [{ text }] },
      mark: { type: 'text', align: 'left', baseline: 'middle', x: at + 24, y, fontSize: 13 },
      encoding: { text: { field: 'text', type: 'nominal' } },
    },
  ])
  return { width, height: y + 12, layer: layers }
}

/** One line above the panels. */
export const line = (text: string, { width, narrow }: Layout): Json => {
  const lines = wrapped(text, width, narrow ? 12 : 13)
  return textLine(lines, lines.length * 17 - 8, { fontSize: narrow ? 12 : 13, lineHeight: 17 }, width)
}

const textLine = (text: string | readonly string[], height: number, mark: Json, width: number): Json => ({
  width,
  height,
  data: { values: [{ text }] },
  mark: { type: 'text', align: 'left', x: 0, y: 0, ...mark },
  encoding: { text: { field: 'text', type: 'nominal' } },
})
