/** 界限 What a figure of procedures and offices can be at all. Its range, which is narrower, says how far it may reasonably be moved. */
import { z } from 'zod'

export interface FigureBounds {
  readonly low: number
  readonly high: number
  readonly unit: string
  readonly isWhole: boolean
}

/** By kind of figure. With less staff, or more minutes a case, the claims of a county would outlive everybody in it. */
export const FIGURE_BOUNDS = {
  share: { low: 0, high: 1, unit: '', isWhole: false },
  working_days: { low: 0, high: 366, unit: 'days', isWhole: true },
  deadline: { low: 0, high: 1000, unit: 'days', isWhole: true },
  minutes: { low: 0, high: 300, unit: 'minutes', isWhole: true },
  /** a household or a village's list has many */
  minutes_each: { low: 0, high: 10, unit: 'minutes', isWhole: false },
  full: { low: 1, high: 1_000_000, unit: 'cases', isWhole: true },
  /** where people have to stand somebody must serve them */
  staff: { low: 0.05, high: 100_000, unit: 'posts', isWhole: false },
} as const satisfies Readonly<Record<string, FigureBounds>>
export type FigureKind = keyof typeof FIGURE_BOUNDS

/** Figures by the parts of their names that are not shares. */
const KINDS = [
  [/\.working_days(_by_variant\.\w+)?$|\.after$/, 'working_days'],
  [/\.deadline$/, 'deadline'],
  [/\.minutes$/, 'minutes'],
  [/\.minutes_each$/, 'minutes_each'],
  [/\.full$/, 'full'],
  [/\.staff$/, 'staff'],
] as const satisfies readonly (readonly [RegExp, FigureKind])[]

/** The kind of a figure by its dotted name; nothing for times, dates and what is switched on or off. */
export function kindOfFigure(name: string): FigureKind | undefined {
  if (/\.(opens|closes|until|applies)$/.test(name)) return undefined
  return KINDS.find(([pattern]) => pattern.test(name))?.[1] ?? 'share'
}

/** Of days until something returns a figure is two: the fewest and the most. */
export const isSpanOfDays = (name: string): boolean => /\.after$/.test(name)
export const SPAN_OF_DAYS = 'two numbers of days, from and to, such as [3, 20]'

/** The bounds of a figure: its own (`bounds` in its file), or those of its kind. */
export function figureBounds(kind: FigureKind, own?: readonly [number, number]): FigureBounds {
  return own ? { ...FIGURE_BOUNDS[kind], low: own[0], high: own[1] } : FIGURE_BOUNDS[kind]
}

/** Bounds as one reads them: 'from 0 to 366 days'. */
export function boundsTold({ low, high, unit }: FigureBounds): string {
  return `from ${low} to ${high} ${unit}`.trim()
}

export function numberWithin(bounds: FigureBounds): z.ZodNumber {
  const error = boundsTold(bounds)
  const number = z.number().min(bounds.low, { error }).max(bounds.high, { error })
  return bounds.isWhole ? number.int() : number
}
