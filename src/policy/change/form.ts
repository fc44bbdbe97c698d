/** Is a setting of a policy block well formed? A value, values by date, or a change of what the law says. */
import { dayOf, parseDay } from '../../kernel/calendar.ts'
import { nearestName } from '../../kernel/errors.ts'
import { type Entry, NUMBER_UNITS, SCHEME_YEARS } from '../schema.ts'
import { type Complaint, complaintAbout, dayComplaint, shown, withinYearComplaint } from '../value/value-check.ts'
import { changeMeant, readChange } from './change.ts'

export type Mapping = Readonly<Record<string, unknown>>

export interface SettingFault extends Complaint {
  readonly code: 'value' | 'date' | 'change'
  /** where in the setting */
  readonly at: readonly string[]
  readonly part: 'key' | 'value'
}

const KEYS = ['change', 'from', 'years']

/** A change, as one writes it for the whole of a parameter. */
export function changeFaults(entry: Entry, setting: Mapping): SettingFault[] {
  const refuse = (key: string, words: Complaint, part: 'key' | 'value' = 'value'): SettingFault => ({
    ...{ code: key === 'from' ? 'date' : 'change', ...words, at: [key], part },
  })
  const { over: _, ...written } = setting
  const unknown = Object.keys(written).filter((key) => !KEYS.includes(key))
  const faults = unknown.map((key) => {
    const expected = `{ change: … } with 'from: YYYY-MM-DD' or 'years: [2014, 2015]' beside it`
    return refuse(key, { message: `'${key}' is not known beside 'change'`, expected, nearest: nearestName(key, KEYS) }, 'key')
  })
  const complaint = changeComplaint(entry, setting.change)
  if (complaint) faults.push(refuse('change', complaint))
  const from = setting.from === undefined ? undefined : dateComplaint(entry.name, String(setting.from))
  if (from) faults.push(refuse('from', from))
  const years = setting.years === undefined ? [] : readYears(setting.years)
  if (!isYears(years)) faults.push(refuse('years', years))
  if (setting.from !== undefined && setting.years !== undefined) {
    const words = { message: "'from' and 'years' stand side by side", expected: 'from a date on, or named years' }
    faults.push(refuse('years', words, 'key'))
  }
  return faults
}

/** A change needs numbers to work on. */
export function changeComplaint({ unit, values }: Entry, written: unknown): Complaint | undefined {
  if (!NUMBER_UNITS.includes(unit) && unit !== 'list' && unit !== 'bands')
    return { message: `a ${unit} has no amount that can be changed`, expected: 'a value, or values by date' }
  if (values.every(({ value }) => Array.isArray(value) && value.length === 0))
    return { message: 'the law has no bands here, so there is nothing to change', expected: 'bands of your own' }
  const change = readChange(written)
  return 'kind' in change ? undefined : change
}

/** A bare value; one that looks like a change is told how a change is written. */
export function valueComplaint(value: unknown, entry: Entry): Complaint | undefined {
  const complaint = complaintAbout(value, entry)
  const meant = complaint && !changeComplaint(entry, value) ? changeMeant(value) : undefined
  return complaint && meant ? { ...complaint, expected: `${complaint.expected}, or ${meant} to change what the law says` } : complaint
}

/** A day from which something of one's own may hold. */
export function dateComplaint(parameter: string, date: string): Complaint | undefined {
  return dayComplaint(date) ?? outsideScheme(date) ?? withinYearComplaint(parameter, date)
}

function outsideScheme(date: string): Complaint | undefined {
  const day = parseDay(date)
  const [first, last] = SCHEME_YEARS
  if (day === undefined || (day >= dayOf(first, 1, 1) && day <= dayOf(last, 12, 31))) return undefined
  return { message: `${date} lies outside the scheme`, expected: `a day from ${first} to ${last}` }
}

/** Named years, in order: 2014, [2014, 2015], 2014-2015, '2012, 2014-2015'. */
export function readYears(written: unknown): readonly number[] | Complaint {
  const expected = `2014, [2014, 2015] or 2014-2015, from ${SCHEME_YEARS[0]} to ${SCHEME_YEARS[1]}`
  const fault = { message: `${shown(written)} are no years`, expected }
  const parts = Array.isArray(written) ? written : typeof written === 'string' ? written.normalize('NFKC').split(/[,、]/) : [written]
  const spans = parts.map((part) => /^\s*(\d{4})年?\s*(?:(?:[-–—~至到]|to)\s*(\d{4})年?)?\s*$/.exec(String(part)))
  if (spans.length === 0 || spans.some((span) => span === null)) return fault
  const years = spans.flatMap((span) => yearsFrom(Number(span?.[1]), Number(span?.[2] ?? span?.[1])))
  const [first, last] = SCHEME_YEARS
  if (years.length === 0 || years.some((year) => year < first || year > last)) return fault
  if (new Set(years).size < years.length) return { ...fault, message: `${shown(written)} names a year twice` }
  // the years of a scenario are written [first, last]: here that could be meant as well
  const [one, other] = years
  if (Array.isArray(written) && years.length === 2 && Math.abs(other - one) > 1) {
    const meant = `${Math.min(one, other)}-${Math.max(one, other)} for all from one to the other, or '${one}, ${other}' for these two alone`
    return { message: `${shown(written)} may be two years, or all from one to the other`, expected: meant }
  }
  return [...years].sort((a, b) => a - b)
}

export function isYears(years: readonly number[] | Complaint): years is readonly number[] {
  return Array.isArray(years)
}

function yearsFrom(first: number, last: number): number[] {
  return last - first > 1000 ? [] : Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index)
}

export function isMapping(setting: unknown): setting is Mapping {
  return typeof setting === 'object' && setting !== null && !Array.isArray(setting)
}
