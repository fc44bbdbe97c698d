/** What a setting of a policy block comes to: from when on what holds. And the two forms of a setting, told apart. */
import { type Day, dayOf, parseDay } from '../../kernel/calendar.ts'
import { type Change, readChange } from './change.ts'
import { isMapping, isYears, type Mapping, readYears } from './form.ts'

/** From a day on (without one: for all time) a value, the law's value changed, or the law's value as it is. */
export interface Step {
  readonly from?: Day
  readonly what: { readonly value: unknown } | { readonly change: Change } | 'law'
}

/** The steps of a setting without faults, earliest first. What it stands over is not among them. */
export function stepsOf(setting: unknown): Step[] {
  if (!isMapping(setting)) return [{ what: { value: setting } }]
  if ('change' in setting) return stepsOfChange(setting)
  return Object.entries(datesOf(setting))
    .map(([date, value]): Step => ({ from: parseDay(date), what: isMapping(value) ? { change: soundChange(value.change) } : { value } }))
    .sort((a, b) => (a.from ?? 0) - (b.from ?? 0))
}

function stepsOfChange({ change: written, from, years }: Mapping): Step[] {
  const what = { change: soundChange(written) }
  if (years === undefined) return [{ from: from === undefined ? undefined : parseDay(String(from)), what }]
  const named = readYears(years)
  if (!isYears(named)) throw new Error(`years ${String(years)} were not checked`)
  return named.flatMap((year): Step[] => [
    ...(named.includes(year - 1) ? [] : [{ from: dayOf(year, 1, 1), what }]),
    ...(named.includes(year + 1) ? [] : [{ from: dayOf(year + 1, 1, 1), what: 'law' as const }]),
  ])
}

function soundChange(written: unknown): Change {
  const change = readChange(written)
  if ('kind' in change) return change
  throw new Error(`${change.message}: it was not checked`)
}

/** The values by date of a setting that has some. */
export function datesOf({ over: _, ...dates }: Mapping): Mapping {
  return dates
}
