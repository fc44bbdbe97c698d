/** Panels of rows: names at the left edge, marks on a common axis, a text at the right of each. */
import { type Axis, type Frame, hidden, type Layer, layer, panel, roomFor } from './frame.ts'
import type { Json } from './input.ts'
import { uprightZero } from './marks.ts'
import { WIDTH } from './theme.ts'

type NamedRow = {
  readonly name: string
  /** right of the plot */
  readonly text: string
}

/** Pixels of a row, and of the columns of names and texts. */
export interface RowsLook {
  readonly row: number
  readonly names: number
  readonly texts: number
}

/** The same columns for all panels of a chart. */
export const lookFor = (rows: readonly NamedRow[], row: number): RowsLook => ({
  row,
  names: roomFor(rows.map(({ name }) => name)) + 14,
  texts: roomFor(rows.map(({ text }) => text)) + 14,
})

type Placed<Row> = Row & { readonly y: number }

/** The middle of row `index`; rows are one unit apart. */
export const rowAt = (index: number): number => -index - 0.5

export function rowsPanel<Row extends NamedRow>(
  heading: string,
  rows: readonly Row[],
  axis: Axis,
  look: RowsLook,
  marks: (frame: Frame, placed: readonly Placed<Row>[]) => readonly Layer[],
): Json {
  const end = WIDTH - look.texts
  const x: Axis = { ...axis, range: [look.names, end] }
  const frame: Frame = { width: WIDTH, height: rows.length * look.row, x, y: hidden(-rows.length, 0) }
  const placed = rows.map((row, index) => ({ ...row, y: rowAt(index) }))
  const text = { type: 'text', align: 'left', baseline: 'middle' }
  return panel(frame, heading, [
    uprightZero(frame),
    layer(frame, text, placed, { x: 0, y: 'y', text: 'name' }),
    ...marks(frame, placed),
    layer(frame, text, placed, { x: end + 12, y: 'y', text: 'text' }),
  ])
}
