/** Panels of rows: a name, marks on a common axis, a text; side by side, or names and texts over the marks where there is no room. */
import { type Axis, type Frame, hidden, type Layer, layer, panel, roomFor } from './frame.ts'
import type { Json } from './input.ts'
import { uprightZero } from './marks.ts'
import type { Layout } from './theme.ts'

type NamedRow = {
  /** '' continues the row above */
  readonly name: string
  /** right of the plot */
  readonly text: string
}

/** Pixels of a row, and of the columns of names and texts. */
export interface RowsLook extends Layout {
  readonly row: number
  /** of text over the marks, where there is no room beside them */
  readonly lines: number
  readonly names: number
  readonly texts: number
}

/** The same columns for all panels of a chart. */
export function lookFor(rows: readonly NamedRow[], row: number, layout: Layout): RowsLook {
  if (layout.narrow) {
    const lines = rows.some(({ name, text }) => roomFor([`${name}   ${text}`]) > layout.width) ? 2 : 1
    return { ...layout, row: row + LINE * lines, lines, names: 8, texts: 8 }
  }
  const [names, texts] = [rows.map(({ name }) => name), rows.map(({ text }) => text)].map((all) => roomFor(all) + 14)
  return { ...layout, row, lines: 0, names, texts }
}
const LINE = 16
/** Under letters that stand on lines. */
const RIM = { color: 'white', stroke: 'white', strokeWidth: 3 }

/** At most so many years, the first and the last among them. */
export function yearsShown(years: readonly number[], most: number): number[] {
  if (years.length <= most) return [...years]
  return Array.from({ length: most }, (_, index) => years[Math.round((index * (years.length - 1)) / (most - 1))])
}

/** With the middle of its marks, and its upper edge. */
type Placed<Row> = Row & { readonly y: number; readonly top: number }

export function rowsPanel<Row extends NamedRow>(
  heading: string,
  rows: readonly Row[],
  axis: Axis,
  look: RowsLook,
  marks: (frame: Frame, placed: readonly Placed<Row>[]) => readonly Layer[],
): Json {
  const { width, narrow, lines, row: height } = look
  const end = width - look.texts
  const x: Axis = { ...axis, range: [look.names, end] }
  const frame: Frame = { width, height: rows.length * height, x, y: hidden(-rows.length, 0) }
  const placed = rows.map((row, index) => ({ ...row, top: -index, y: -index - (height + LINE * lines) / 2 / height }))
  const texts = rows.map((row, index) => ({
    ...row,
    y: narrow ? -index - 9 / height : -index - 0.5,
    // under the name where both do not fit into a line
    textY: narrow ? -index - (9 + LINE * (lines - 1)) / height : -index - 0.5,
  }))
  const text = { type: 'text', baseline: 'middle' }
  const names = (look: Json = {}) => layer(frame, { ...text, align: 'left', ...look }, texts, { x: 0, y: 'y', text: 'name' })
  const told = (look: Json = {}) =>
    layer(frame, { ...text, align: narrow ? 'right' : 'left', ...look }, texts, { x: narrow ? width : end + 12, y: 'textY', text: 'text' })
  return panel(frame, heading, [uprightZero(frame), ...marks(frame, placed), ...(narrow ? [names(RIM), told(RIM)] : []), names(), told()])
}
