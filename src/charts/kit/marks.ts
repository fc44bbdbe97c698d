/** The few marks all charts share, so that a line, a band or a zero line looks the same everywhere. */
import { type Frame, type Layer, layer } from './frame.ts'
import { BLUES, INK } from './theme.ts'

type Row = Readonly<Record<string, unknown>>
type Point = { readonly x: number; readonly y: number }
type Spread = { readonly x: number; readonly p05: number; readonly p95: number; readonly n: number }

/** A line through the points; dashes tell lines apart where colour does not. */
export const line = (frame: Frame, points: readonly Point[], color: string = BLUES.dark, strokeDash: readonly number[] = [1, 0]): Layer =>
  layer(frame, { type: 'line', color, strokeWidth: 2.2, strokeDash }, points.length > 1 ? points : [], { x: 'x', y: 'y' })

/** 5th to 95th percentile over replications as an area; nothing with a single replication or a single point. */
export function band(frame: Frame, spreads: readonly Spread[], color: string = BLUES.light): Layer {
  const shown = spreads.filter((one) => one.n > 1)
  return layer(frame, { type: 'area', color, opacity: 0.75 }, shown.length > 1 ? shown : [], { x: 'x', y: 'p05', y2: 'p95' })
}

/** The same interval as an upright line at each point. */
export function whiskers(frame: Frame, spreads: readonly Spread[], color: string = BLUES.middle, strokeWidth = 1): Layer {
  return layer(
    frame,
    { type: 'rule', color, strokeWidth },
    spreads.filter((one) => one.n > 1),
    { x: 'x', y: 'p05', y2: 'p95' },
  )
}

/** Zero, from `from` to `to` or across the whole plot. */
export const zeroLine = (frame: Frame, from = frame.x.domain[0], to = frame.x.domain[1]): Layer =>
  layer(frame, { type: 'rule', color: INK, strokeWidth: 1.2 }, [{ x: from, x2: to, y: 0 }], { x: 'x', x2: 'x2', y: 'y' })

/** Texts at (x, y), in a colour of their own where rows have one; `mark` sets alignment and weight. */
export function texts(frame: Frame, rows: readonly (Point & { readonly text: string | readonly string[] })[], mark: Layer['mark']): Layer {
  const fields: Record<string, string> = { x: 'x', y: 'y', text: 'text' }
  if (rows.some((row) => 'color' in row)) fields.color = 'color'
  return layer(frame, { type: 'text', baseline: 'middle', ...mark }, rows, fields)
}

/** Full points. */
export const dots = (
  frame: Frame,
  rows: readonly Row[],
  look: Layer['mark'],
  fields: Readonly<Record<string, string | number>> = { x: 'x', y: 'y' },
): Layer => layer(frame, { type: 'point', filled: true, opacity: 1, ...look }, rows, fields)

/** Nought as an upright line. */
export const uprightZero = (frame: Frame, [y, y2] = frame.y.domain, strokeWidth = 1): Layer =>
  layer(frame, { type: 'rule', color: INK, strokeWidth }, [{ x: 0, y, y2 }], { x: 'x', y: 'y', y2: 'y2' })

/** Bars between two edges on each axis. */
export const rects = (frame: Frame, rows: readonly Row[], mark: Layer['mark']): Layer =>
  layer(frame, { type: 'rect', ...mark }, rows, { x: 'x', x2: 'x2', y: 'y', y2: 'y2', ...('color' in mark ? {} : { fill: 'fill' }) })

/** Data per pixel across and upward, to place labels by pixels. */
export const pixel = (frame: Frame): { readonly across: number; readonly up: number } => ({
  across: (frame.x.domain[1] - frame.x.domain[0]) / frame.width,
  up: (frame.y.domain[1] - frame.y.domain[0]) / frame.height,
})
