/** Does a value fit the unit of its entry? The same question for the law's own files and for a scenario's policy block. */

import { parseDay } from '../../kernel/calendar.ts'
import { nearestOfFew } from '../../kernel/errors.ts'
import { isUnlimited } from '../../words/amount-of-setting.ts'
import { listMeant, numeralMeant } from '../../words/written/numeral.ts'
import { type Band, followsTheDay, NUMBER_UNITS, type ParameterValue, type Range, type Unit, type ValueShape } from '../schema.ts'
import { boundsOf, boundsTold, DAY_BOUNDS } from './bounds.ts'

export interface Complaint {
  readonly message: string
  readonly expected: string
  readonly nearest?: string
}

/** What is wrong with `value` as a value of an entry of this shape; undefined when nothing is. Sees any YAML value. */
export function complaintAbout(value: unknown, shape: ValueShape): Complaint | undefined {
  const { unit } = shape
  if (NUMBER_UNITS.includes(unit)) return numberComplaint(value, shape)
  if (unit === 'date') return dateComplaint(value)
  if (unit === 'day') return dayComplaint(value) ?? daysOfTheScheme(String(value))
  if (unit === 'mode') return modeComplaint(value, shape.options ?? [])
  return unit === 'bands' ? bandsComplaint(value, shape) : listComplaint(value, shape)
}

/** True when nothing is wrong with the value: it may be kept as the entry's value. */
export function fits(value: unknown, shape: ValueShape): value is ParameterValue {
  return complaintAbout(value, shape) === undefined
}

/** A text as a reader of the message sees it. */
export function shown(value: unknown): string {
  if (typeof value === 'string') return `“${value}”`
  if (typeof value === 'number') return String(value)
  return value === undefined || value === null ? 'nothing' : JSON.stringify(value)
}

/** A day of the calendar as text: what is wrong with it, with the day that was probably meant. */
export function dayComplaint(value: unknown): Complaint | undefined {
  if (typeof value === 'string' && parseDay(value) !== undefined) return undefined
  return { message: `${shown(value)} is not a day of the calendar`, expected: 'YYYY-MM-DD', nearest: dayMeant(String(value)) }
}

/** 2013, 2013-01, 2013/1/1 and 2013年1月1日 as 2013-01-01; day and month put right when they were exchanged. */
function dayMeant(text: string): string | undefined {
  const [, year, first = '1', second = '1'] =
    /^(\d{4})(?:[-/.年](\d{1,2})月?(?:[-/.]?(\d{1,2})日?)?)?$/.exec(text.normalize('NFKC').trim()) ?? []
  if (year === undefined) return undefined
  const [month, day] = [first.padStart(2, '0'), second.padStart(2, '0')]
  return [`${year}-${month}-${day}`, `${year}-${day}-${month}`].find((date) => parseDay(date) !== undefined)
}

function dateComplaint(value: unknown): Complaint | undefined {
  if (typeof value === 'string' && parseDay(`2011-${value}`) !== undefined) return undefined
  const parts = /^(\d{2})-(\d{2})$/.exec(String(value))
  const exchanged = parts ? `${parts[2]}-${parts[1]}` : undefined
  const nearest = exchanged && parseDay(`2011-${exchanged}`) !== undefined ? exchanged : undefined
  return { message: `${shown(value)} is not a date of every year`, expected: 'MM-DD, a date that every year has', nearest }
}

/** `member`: which number of a list it is. */
function numberComplaint(value: unknown, shape: ValueShape, member = 0): Complaint | undefined {
  const [low, high] = boundsOf(shape, member) ?? [0, 0]
  const unit = shape.unit === 'list' ? (shape.of ?? 'ratio') : shape.unit
  const bounds = boundsTold(shape, member) ?? 'no number'
  const upTo = isUnlimited(high) ? `a number (${unit}); where nothing limits, a large one such as 1e9` : bounds
  if (typeof value === 'number' && !Number.isFinite(value)) return { message: `${shown(value)} is not a number`, expected: upTo }
  if (typeof value !== 'number')
    return {
      message: `${shown(value)} is not a number`,
      expected: bounds.replace(/^from/, 'a number from'),
      nearest: numeralMeant(value, unit === 'share' || unit === 'growth'),
    }
  if (value < low || value > high) {
    const hundredths = unit === 'share' && value >= 5 && value <= 100 ? value / 100 : undefined
    const nearest = hundredths !== undefined && hundredths <= high ? String(hundredths) : undefined
    return { message: `${value} ${outOf(value, unit, low)}`, expected: value > high ? upTo : bounds, nearest }
  }
  if (unit === 'count' && !Number.isInteger(value)) return { message: `${value} is not whole`, expected: `a whole number ${bounds}` }
  return undefined
}

function outOf(value: number, unit: Unit, low: number): string {
  if (unit === 'share' && (value < 0 || value > 1)) return 'is not a share'
  return value < 0 && low >= 0 ? 'is negative' : 'is out of bounds'
}

function daysOfTheScheme(day: string): Complaint | undefined {
  const [first, last] = DAY_BOUNDS
  return day >= first && day <= last ? undefined : { message: `${day} is out of bounds`, expected: `a day from ${first} to ${last}` }
}

/** A year's rule dated within the year would begin a year late without a word. */
export function withinYearComplaint(name: string, date: string): Complaint | undefined {
  if (followsTheDay(name) || date.endsWith('-01-01')) return undefined
  const message = `${name} holds for a whole scheme year and cannot change on ${date}`
  return { message, expected: 'a date of 1 January', nearest: `${date.slice(0, 4)}-01-01` }
}

function modeComplaint(value: unknown, options: readonly string[]): Complaint | undefined {
  if (typeof value === 'string' && options.includes(value)) return undefined
  const nearest = typeof value === 'string' ? nearestOfFew(value, options) : undefined
  return { message: `${shown(value)} is not one of the modes`, expected: options.join(' or '), nearest }
}

function listComplaint(value: unknown, shape: ValueShape): Complaint | undefined {
  const expected = `a list of ${shape.length ?? 'some'} numbers (${shape.of ?? 'ratio'})`
  const nearest = listMeant(value, shape.of === 'share')
  if (!Array.isArray(value) || value.length === 0) return { message: `${shown(value)} is not a list`, expected, nearest }
  if (shape.length !== undefined && value.length !== shape.length)
    return nearest === undefined
      ? { message: `${value.length} numbers in the list`, expected }
      : { message: `${shown(value)} is not a list of ${shape.length} numbers`, expected, nearest }
  for (const [at, member] of value.entries()) {
    const complaint = numberComplaint(member, shape, at)
    if (complaint) return { ...complaint, expected: `${expected}: ${complaint.expected}` }
  }
  const sum = value.reduce((total: number, member: number) => total + member, 0)
  if (shape.sumsToOne && Math.abs(sum - 1) > 1e-9) return { message: `the parts add up to ${sum}`, expected: 'parts that add up to 1' }
  return undefined
}

function bandsComplaint(value: unknown, shape: ValueShape): Complaint | undefined {
  const expected = 'a list of { from: yuan, rate: share }, lowest first, or []'
  if (!Array.isArray(value)) return { message: `${shown(value)} is not a list of bands`, expected }
  let last = -1
  for (const band of value) {
    if (!isBand(band)) return { message: `${shown(band)} is not a band`, expected }
    const complaint = numberComplaint(band.from, { ...shape, unit: 'yuan' }) ?? numberComplaint(band.rate, { unit: 'share' })
    if (complaint) return { ...complaint, message: `band ${shown(band)}: ${complaint.message}` }
    if (band.from <= last) return { message: `band from ${band.from} yuan does not lie above the one before`, expected }
    last = band.from
  }
  return undefined
}

function isBand(value: unknown): value is Band {
  if (typeof value !== 'object' || value === null) return false
  return 'from' in value && 'rate' in value && Object.keys(value).length === 2
}

/** A range must enclose its value, within the bounds; for lists and bands it is a pair of factors around 1. */
export function rangeComplaint(range: Range, value: ParameterValue, shape: ValueShape): Complaint | undefined {
  const [low, high] = range
  if (shape.unit === 'mode') return undefined
  const inside = typeof value === 'object' ? 1 : value
  if (typeof low === typeof inside && typeof high === typeof inside && low <= inside && inside <= high)
    return typeof value === 'number' ? (complaintAbout(low, shape) ?? complaintAbout(high, shape)) : undefined
  const expected = typeof value === 'object' ? 'two factors, such as [0.8, 1.25]' : 'lowest and highest reasonable value, around the value'
  return { message: `range [${low}, ${high}] does not enclose ${typeof value === 'object' ? 'the factor 1' : value}`, expected }
}
