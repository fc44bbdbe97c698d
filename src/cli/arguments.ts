/** Values of command-line options, read and checked. */
import { InvalidArgumentError } from 'commander'
import { dayOf, formatDay, parseDay } from '../kernel/calendar.ts'
import { InputFaults, nearestName } from '../kernel/errors.ts'
import type { ModelSettings } from '../scheme/settings.ts'

export type Format = 'csv' | 'parquet' | 'xlsx'
const FORMATS: readonly Format[] = ['csv', 'parquet', 'xlsx']

/** A whole number from 1 to `most`. */
export function positive(most: number): (text: string) => number {
  return (text) => whole(text, 1, most)
}

/** A whole number from 0 to `most`. */
export function wholeFromZero(most: number): (text: string) => number {
  return (text) => whole(text, 0, most)
}

/** A precision as a share: 0.01 or 1%. */
export function precision(text: string): number {
  const [, digits, percent] = /^(\d*\.?\d+)\s*(%?)$/.exec(text.trim()) ?? []
  const value = digits === undefined ? Number.NaN : Number(digits) / (percent ? 100 : 1)
  if (!(value >= 0.0001 && value <= 0.5)) throw new InvalidArgumentError('Expected a share from 0.0001 to 0.5, such as 0.01 or 1%.')
  return value
}

/** A whole number from 2 to `most`: one replication alone gives no interval. */
export function severalOf(most: number): (text: string) => number {
  return (text) => whole(text, 2, most)
}

/** An option that may be given several times. */
export function several(text: string, before: readonly string[] = []): string[] {
  return [...before, text]
}

function whole(text: string, least: number, most: number): number {
  const value = /^\d{1,9}$/.test(text) ? Number(text) : Number.NaN
  if (!(value >= least && value <= most)) throw new InvalidArgumentError(`Expected a whole number from ${least} to ${most}.`)
  return value
}

/** 'csv,parquet,xlsx' as a list; csv is always among them, since everything else rests on it. */
export function formats(text: string): Format[] {
  const wanted = text.split(',').map((word) => word.trim())
  for (const word of wanted) {
    if (FORMATS.some((format) => format === word)) continue
    const nearest = nearestName(word, FORMATS)
    throw new InvalidArgumentError(
      `Expected csv, parquet or xlsx, or several of them with commas between${nearest ? `; nearest ${nearest}` : ''}.`,
    )
  }
  return FORMATS.filter((format) => format === 'csv' || wanted.includes(format))
}

/** The day of `--drill`. Throws InputFaults. */
export function drillDay(text: string | undefined): number | undefined {
  if (text === undefined) return undefined
  const day = parseDay(text)
  if (day !== undefined) return day
  throw new InputFaults([{ code: 'option', file: '--drill', message: `'${text}' is no date`, expected: 'YYYY-MM-DD' }])
}

/** A drill on a day that is not simulated would never ring, and pass. */
export function refuseDrillOutside(day: number | undefined, { years: [first, last], burnInYears }: ModelSettings): void {
  const [begin, end] = [dayOf(first - burnInYears, 1, 1), dayOf(last, 12, 31)]
  if (day === undefined || (day >= begin && day <= end)) return
  const expected = `a day from ${formatDay(begin)} to ${formatDay(end)}`
  throw new InputFaults([{ code: 'option', file: '--drill', message: `${formatDay(day)} is not simulated`, expected }])
}

/** An option that the command cannot do without. Commander would tell of it before a misspelt one, which is the likelier cause. */
export function needed(value: string | undefined, option: string, expected: string): string {
  if (value?.trim()) return value
  throw new InputFaults([{ code: 'option', file: option, message: 'this option is missing', expected }])
}
