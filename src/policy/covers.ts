/** 适用年份 For which years a parameter's values are given: known, or assumed with the reason beside them. Beyond, nothing is claimed. */
import { type Day, dayOf, yearOf } from '../kernel/calendar.ts'
import { type DatedValue, SCHEME_YEARS, type Span } from './schema.ts'
import type { Complaint } from './value/value-check.ts'

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

/** The years covered once a scenario gives values of its own for some spans of days; a year not given as a whole is covered if the law covers it. */
export function coversWith(covers: readonly Span[], given: readonly { readonly from: Day; readonly until: Day }[]): readonly Span[] {
  if (given.length === 0) return covers
  // what follows without a gap is one span
  const joins = (index: number) => index > 0 && given[index - 1].until === given[index].from
  const spans = given.flatMap(({ from }, index) => {
    if (joins(index)) return []
    const next = given.findIndex((_, other) => other > index && !joins(other))
    return [{ from, until: given.at(next < 0 ? -1 : next - 1)?.until ?? from }]
  })
  const [begin, end] = SCHEME_YEARS
  const years = Array.from({ length: end - begin + 1 }, (_, index) => begin + index).filter(
    (year) => coversYear(covers, year) || spans.some(({ from, until }) => from <= dayOf(year, 1, 1) && until > dayOf(year, 12, 31)),
  )
  const first = years.filter((year) => !years.includes(year - 1))
  const last = years.filter((year) => !years.includes(year + 1))
  return first.map((year, index): Span => [year, last[index]])
}
