/** 界限 What a number of the law or of behaviour can be at all. Its range, which is narrower, says how far it may reasonably be moved. */
import { isUnlimited } from '../../words/amount-of-setting.ts'
import { type Bounds, NUMBER_UNITS, SCHEME_YEARS, type Unit, type ValueShape } from '../schema.ts'

/** Bounds by unit, where an entry has none of its own (`bounds` in its file). Sums of such amounts fit into accounts of 32-bit fen. */
const UNIT_BOUNDS: Readonly<Record<string, Bounds>> = {
  // what one person pays, bears or has in a year
  yuan: [0, 100_000],
  share: [0, 1],
  // a year
  days: [0, 366],
  persons: [1, 10_000_000],
  // a chance
  per_person_year: [0, 1],
  ratio: [0, 10],
  index: [-10, 10],
  growth: [-0.5, 1],
  count: [0, 366],
}

/** 日 A day of the law's history: from the year before the scheme, in which its first standard was announced. */
export const DAY_BOUNDS = [`${SCHEME_YEARS[0] - 1}-01-01`, `${SCHEME_YEARS[1]}-12-31`] as const

const WORDS: Readonly<Record<string, string>> = {
  yuan: ' yuan',
  days: ' days',
  persons: ' persons',
  per_person_year: ' per person and year',
  growth: ' (0.07 = 7 % more a year)',
}

/** The unit of each number of a value: of bands that of where they begin; their rates are shares. */
function unitOf({ unit, of }: ValueShape): Unit | undefined {
  if (unit === 'bands') return 'yuan'
  const each = unit === 'list' ? (of ?? 'ratio') : unit
  return NUMBER_UNITS.includes(each) ? each : undefined
}

/** The bounds of a number, or of the numbers of a list (`member`) or of where bands begin; none for dates, days and modes. */
export function boundsOf(shape: ValueShape, member = 0): Bounds | undefined {
  const unit = unitOf(shape)
  if (unit === undefined) return undefined
  const { bounds } = shape
  if (bounds === undefined) return UNIT_BOUNDS[unit]
  return isOfMembers(bounds) ? bounds[member] : bounds
}

/** Bounds as one reads them: 'from 0 to 100000 yuan', and 'from 0 yuan up' where nothing limits. */
export function boundsTold(shape: ValueShape, member = 0): string | undefined {
  const bounds = boundsOf(shape, member)
  const unit = unitOf(shape)
  if (bounds === undefined || unit === undefined) return undefined
  const [low, high] = bounds
  const words = WORDS[unit] ?? ''
  if (isUnlimited(high)) return `from ${low}${words} up`
  return `${unit === 'share' || unit === 'growth' ? 'a fraction ' : ''}from ${low} to ${high}${words}`
}

/** All that is told of the bounds of a parameter: those of each number where a list has several. */
export function allBoundsTold(shape: ValueShape): string | undefined {
  if (shape.unit === 'bands') return `${boundsTold(shape)}, rates a fraction from 0 to 1`
  if (shape.bounds === undefined || !isOfMembers(shape.bounds)) return boundsTold(shape)
  return shape.bounds.map((_, member) => boundsTold(shape, member)).join('; ')
}

/** What is wrong with bounds as written: one pair, or for a list a pair for each of its numbers. */
export function writtenBoundsComplaint(shape: ValueShape): { message: string; expected: string } | undefined {
  const { bounds, unit, length } = shape
  if (bounds === undefined) return undefined
  const pairs = isOfMembers(bounds) ? bounds : [bounds]
  if (unitOf(shape) === undefined || (isOfMembers(bounds) && (unit !== 'list' || bounds.length !== length)))
    return { message: 'bounds where there are no such numbers', expected: 'bounds: [low, high], of a list also a pair for each number' }
  if (pairs.every(([low, high]) => Number.isFinite(low) && Number.isFinite(high) && low < high)) return undefined
  return { message: 'bounds that hold nothing', expected: 'bounds: [low, high], both finite' }
}

function isOfMembers(bounds: Bounds | readonly Bounds[]): bounds is readonly Bounds[] {
  return Array.isArray(bounds[0])
}
