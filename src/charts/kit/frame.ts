/** Panels of a chart: a plot on a frame, marks over their own rows, room for direct labels. */
import type { Figures } from './estimates.ts'
import type { Json } from './input.ts'
import { lineWidth, tidy, wrapped } from './text.ts'
import { INK } from './theme.ts'

/** A panel's plot: its size, and the stretch of data its edges stand for. */
export interface Frame {
  readonly width: number
  readonly height: number
  readonly x: Axis
  readonly y: Axis
}
export interface Axis {
  readonly domain: readonly [number, number]
  readonly ticks: readonly number[]
  /** d3 number format of the tick labels; '' draws none */
  readonly format: string
  readonly grid?: boolean
  /** pixels between which the domain lies, where it does not fill the panel */
  readonly range?: readonly [number, number]
  /** a Vega expression of `datum.value` in place of the number itself */
  readonly labelExpr?: string
  /** pixels between the plot and the labels, for marks of its own below it */
  readonly offset?: number
}

/** A mark with its rows; `panel` leaves out the ones without rows. */
export interface Layer {
  readonly data: { readonly values: readonly Row[] }
  readonly mark: Json
  readonly encoding: Json
}

type Row = Readonly<Record<string, unknown>>

/** A mark over its own rows. `fields` maps channels (x, x2, y, y2, text, fill …) to row fields, or to pixels where it is a number. */
export function layer(frame: Frame, mark: Json, rows: readonly Row[], fields: Readonly<Record<string, string | number>>): Layer {
  const encoding: Record<string, unknown> = {}
  for (const [channel, field] of Object.entries(fields)) {
    if (typeof field === 'number') encoding[channel] = { value: field }
    else if (channel === 'x' || channel === 'y') encoding[channel] = position(frame[channel], field)
    else if (channel === 'x2' || channel === 'y2') encoding[channel] = { field }
    else if (channel === 'text' || channel === 'detail') encoding[channel] = { field, type: 'nominal' }
    else if (channel === 'order') encoding[channel] = { field, type: 'quantitative' }
    else encoding[channel] = { field, type: 'nominal', scale: null, legend: null }
  }
  const used = Object.values(fields).filter((field) => typeof field === 'string')
  const values = rows.map((row) => Object.fromEntries(used.map((field) => [field, tidyValue(row[field])])))
  return { data: { values }, mark: { ...mark, clip: false }, encoding }
}

const position = (axis: Axis, field: string): Json => ({
  field,
  type: 'quantitative',
  scale: { domain: axis.domain, nice: false, zero: false, ...(axis.range ? { range: axis.range } : {}) },
  axis:
    axis.format === ''
      ? null
      : {
          ...ticking(axis),
          ...(axis.offset ? { labelPadding: axis.offset + 4 } : {}),
          values: axis.ticks,
          grid: axis.grid ?? false,
          title: null,
        },
})

const ticking = (axis: Axis): Json => (axis.labelExpr ? { labelExpr: axis.labelExpr, ticks: false } : { format: axis.format })

const tidyValue = (value: unknown) => (typeof value === 'number' ? tidy(value) : value)

/** A panel: layers on one frame under a heading that states its unit. */
export function panel(frame: Frame, heading: string, layers: readonly Layer[], extra: Json = {}): Json {
  return {
    title: {
      text: wrapped(heading, frame.width / 1.08, 13),
      anchor: 'start',
      frame: 'group',
      fontSize: 13,
      fontWeight: 600,
      color: INK,
      offset: 8,
    },
    width: frame.width,
    height: frame.height,
    layer: layers.filter((one) => one.data.values.length > 0),
    ...extra,
  }
}

/** Round steps (1, 2, 2.5 or 5 times a power of ten) that cover both ends, at most `most` of them. */
export function steps(low: number, high: number, most = 6): number[] {
  if (!(high > low)) return [low, low + 1]
  let size = 1
  while (size * most < high - low) size *= 10
  while ((size / 10) * most >= high - low) size /= 10
  const step = [0.1, 0.2, 0.25, 0.5, 1].map((part) => part * size).find((tried) => countOf(tried, low, high) <= most) ?? size
  const from = Math.floor(low / step + 1e-9)
  const to = Math.ceil(high / step - 1e-9)
  return Array.from({ length: to - from + 1 }, (_, index) => tidy((from + index) * step))
}
const countOf = (step: number, low: number, high: number) => Math.ceil(high / step - 1e-9) - Math.floor(low / step + 1e-9) + 1

/** A value axis with a grid whose round ticks cover both ends. */
export function axisOver(low: number, high: number, most: number, format: string): Axis {
  const ticks = steps(low, high, most)
  return { domain: [ticks[0], ticks[ticks.length - 1]], ticks, format, grid: true }
}

/** The same for shares: steps that are round in percent. */
export function sharesOver(low: number, high: number, most: number): Axis {
  const ticks = steps(low * 100, high * 100, most).map((tick) => tick / 100)
  return { domain: [ticks[0], ticks[ticks.length - 1]], ticks, format: '.0%', grid: true }
}

/** An axis that is not drawn. */
export const hidden = (low: number, high: number): Axis => ({ domain: [low, high], ticks: [], format: '' })

/** Axis of years with room for labels (pixels) left and right of the years themselves. */
export function yearAxis(
  figures: Pick<Figures, 'years' | 'first' | 'last'>,
  width: number,
  left: number,
  right: number,
): Axis & { readonly perYear: number } {
  const perYear = (width - left - right) / figures.years.length
  return {
    perYear,
    domain: [tidy(figures.first - 0.5 - left / perYear), tidy(figures.last + 0.5 + right / perYear)],
    ticks: figures.years.filter((year) => (figures.last - year) % Math.ceil(34 / perYear) === 0),
    format: 'd',
  }
}

/** Room a set of labels needs, in pixels. */
export const roomFor = (labels: readonly string[], fontSize = 12): number =>
  Math.ceil(labels.reduce((most, label) => Math.max(most, lineWidth(label)), 0) * fontSize)
