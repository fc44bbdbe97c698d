/** The days on which a run looks at the law, and which of a parameter's values hold on one of them. */
import { type Day, dayOf, formatDay } from '../../kernel/calendar.ts'
import type { DatedValue } from '../../policy/schema.ts'
import type { ModelSettings } from '../../scheme/settings.ts'

export interface Span {
  readonly first: Day
  readonly last: Day
}

/** With the burn-in, and with the campaign for the year after the last. */
export function spanOf({ years, burnInYears }: Pick<ModelSettings, 'years' | 'burnInYears'>): Span {
  return { first: dayOf(years[0] - burnInYears, 1, 1), last: dayOf(years[1] + 1, 12, 31) }
}

/** Those that are in force on some day of the span; each holds to the next of `all`. */
export function inSpan(values: readonly DatedValue[], { first, last }: Span, all: readonly DatedValue[] = values): DatedValue[] {
  return values.filter((value) => value.from <= last && (all[all.indexOf(value) + 1]?.from ?? Number.POSITIVE_INFINITY) > first)
}

/** The year of a 1 January, other days as they are. */
export function label(day: Day): string {
  return formatDay(day).replace(/-01-01$/, '')
}

/** `from 2014`, and of what ends `in 2014`, `in 2014-2015`, `from 2014-07-01 to 2015-06-30`. */
export function period(from: Day, until: Day = Number.POSITIVE_INFINITY): string {
  const [begin, end] = [label(from), Number.isFinite(until) ? label(until) : undefined]
  if (end === undefined) return `from ${begin}`
  if (begin.length > 4 || end.length > 4) return `from ${begin} to ${formatDay(until - 1)}`
  const last = String(Number(end) - 1)
  return begin === last ? `in ${begin}` : `in ${begin}-${last}`
}
