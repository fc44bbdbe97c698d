/** Names that stand beside what they name, moved apart where they would touch: no grammar of graphics places these. */
import { type Frame, type Layer, layer } from './frame.ts'
import { pixel, texts } from './marks.ts'
import { MUTED } from './theme.ts'

/** Moves labels apart to at least `gap`, keeping their order and staying near where they belong. */
export function apart(wanted: readonly number[], gap: number, floor: number, ceiling: number): number[] {
  const order = wanted.map((_, index) => index).sort((one, other) => wanted[one] - wanted[other] || one - other)
  const placed = order.map((index) => wanted[index])
  for (let round = 0; round < 200; round++) {
    for (let i = 1; i < placed.length; i++) {
      const lack = gap - (placed[i] - placed[i - 1])
      if (lack <= 1e-9) continue
      placed[i - 1] -= lack / 2
      placed[i] += lack / 2
    }
    for (let i = 0; i < placed.length; i++)
      placed[i] = Math.min(Math.max(placed[i], floor + i * gap), ceiling - (placed.length - 1 - i) * gap)
  }
  const result: number[] = []
  order.forEach((index, rank) => {
    result[index] = placed[rank]
  })
  return result
}

/** A text at the end of a line, in its own colour. */
export interface EndLabel {
  readonly x: number
  readonly y: number
  readonly text: string | readonly string[]
  readonly color: string
}

/** Labels right of the last points, `gap` pixels from one another. */
export function endLabels(frame: Frame, labels: readonly EndLabel[], gap: number): Layer {
  const { across, up } = pixel(frame)
  const [low, high] = frame.y.domain
  const places = apart(
    labels.map((label) => label.y),
    gap * up,
    low + 6 * up,
    high + 4 * up,
  )
  const rows = labels.map((label, index) => ({ ...label, x: label.x + 9 * across, y: places[index] }))
  return texts(frame, rows, { align: 'left', lineHeight: 15 })
}

/** A slice of a stacked bar by its edges. */
export interface Slice {
  readonly name: string
  readonly fill: string
  readonly y: number
  readonly y2: number
}

/** Parts of an amount one over the other, the first at the bottom. */
export function stacked(parts: readonly { readonly name: string; readonly fill: string; readonly value: number }[]): Slice[] {
  let top = 0
  return parts.map(({ name, fill, value }) => {
    const y = top
    top += value
    return { name, fill, y, y2: top }
  })
}

export const topOf = (bar: readonly Slice[]): number => bar[bar.length - 1]?.y2 ?? 0

/** Where the names of the slices of one bar stand: beyond its left or right edge. */
export interface Beside {
  readonly edge: number
  readonly side: 1 | -1
  /** room kept free at the top, in pixels */
  readonly above: number
}

/** Names of slices beside their bar, joined to them by thin lines; `at` and `top` are where a heading over them would stand. */
export function sideLabels(frame: Frame, bar: readonly Slice[], { edge, side, above }: Beside, textOf: (slice: Slice) => string) {
  const { across, up } = pixel(frame)
  const middles = bar.map((slice) => (slice.y + slice.y2) / 2)
  const places = apart(middles, 16 * up, 6 * up, frame.y.domain[1] - above * up)
  const [from, to, at] = [3, 17, 20].map((pixels) => edge + side * pixels * across)
  const lines = bar.map((_, index) => ({ x: from, x2: to, y: middles[index], y2: places[index] }))
  const names = bar.map((slice, index) => ({ x: at, y: places[index], text: textOf(slice) }))
  const layers = [
    layer(frame, { type: 'rule', strokeWidth: 0.8, color: MUTED }, lines, { x: 'x', x2: 'x2', y: 'y', y2: 'y2' }),
    texts(frame, names, { align: side === 1 ? 'left' : 'right' }),
  ]
  return { layers, at, top: Math.max(...places) }
}
