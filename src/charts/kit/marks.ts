/** The few marks all charts share, so that a line, a band or a zero line looks the same everywhere. */
import { type Frame, type Layer, layer } from './frame.ts'
import { BLUES, INK } from './theme.ts'

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

/** Texts at (x, y); `mark` sets alignment and weight. */
export const texts = (frame: Frame, rows: readonly (Point & { readonly text: string | readonly string[] })[], mark: Layer['mark']): Layer =>
  layer(frame, { type: 'text', baseline: 'middle', ...mark }, rows, { x: 'x', y: 'y', text: 'text' })

/** Data per pixel across and upward, to place labels by pixels. */
export const pixel = (frame: Frame): { readonly across: number; readonly up: number } => ({
  across: (frame.x.domain[1] - frame.x.domain[0]) / frame.width,
  up: (frame.y.domain[1] - frame.y.domain[0]) / frame.height,
})
