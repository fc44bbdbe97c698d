/** 适用年份 For which years a parameter's values are given: known, or assumed with the reason beside them. Beyond, nothing is claimed. */
import { yearOf } from '../kernel/calendar.ts'
import { type DatedValue, SCHEME_YEARS, type Span } from './schema.ts'
import type { Complaint } from './value-check.ts'

export function coversYear(covers: readonly Span[], year: number): boolean {
  return covers.some(([first, last]) => year >= first && year <= last)
}

/** 2011 to 2016; several spans one after the other. */
export function coversText(covers: readonly Span[]): string {
  return covers.map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`)).join(', ')
}

/** What is wrong with the years that an entry is said to cover. They may begin before its first value, which also holds before its date. */
export function coversComplaint([first, last]: Span, values: readonly DatedValue[]): Complaint | undefined {
  const [begin, end] = SCHEME_YEARS
  if (first > last || first < begin || last > end)
    return { message: `covers [${first}, ${last}] are no years of the scheme`, expected: `[first, last], from ${begin} to ${end}` }
  const latest = yearOf(values[values.length - 1].from)
  if (latest > last) return { message: `its value of ${latest} lies after what it covers`, expected: `covers: [${first}, ${latest}]` }
  return undefined
}

/** The years covered once a scenario gives values of its own: undated all, dated from the first date on, before it what the law covers. */
export function coversWith(covers: readonly Span[], set: readonly DatedValue[], isDated: boolean): readonly Span[] {
  const [begin, end] = SCHEME_YEARS
  if (!isDated) return [[begin, end]]
  const year = yearOf(set[0].from)
  // a value from the middle of a year leaves the months before it to the law
  const isWhole = yearOf(set[0].from - 1) < year || coversYear(covers, year)
  const from = isWhole ? year : year + 1
  const before = covers.filter(([first]) => first < from).map(([first, last]): Span => [first, Math.min(last, from - 1)])
  const after: Span = [from, end]
  const joins = before.at(-1)
  if (joins && joins[1] === from - 1) return [...before.slice(0, -1), [joins[0], end]]
  return from > end ? before : [...before, after]
}
