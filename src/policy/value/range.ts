/** 取值区间 How far a value of the data may reasonably be moved, and whether another one still lies there. */
import type { Band, DatedValue, ParameterValue, ValueShape } from '../schema.ts'

/** What of a value lies outside the range that a value of the data has: told with that range; nothing where it lies inside or there is none. */
export function outsideRange(value: ParameterValue, { value: known, range }: DatedValue, { options = [] }: ValueShape): string | undefined {
  if (range === undefined) return undefined
  const [low, high] = range
  if (typeof value === 'string' || typeof known === 'string')
    return isWordWithin(String(value), [String(low), String(high)], options) ? undefined : `${low} to ${high}`
  if (typeof value === 'number') return value >= Number(low) && value <= Number(high) ? undefined : `${low} to ${high}`
  const factors = [Number(low), Number(high)] as const
  return isBands(value) || isBands(known)
    ? bandsOutside(value, known, factors)
    : membersOutside(numbersOf(value), numbersOf(known), factors)
}

/** A date or day between two; a mode that stands between two among its options. */
function isWordWithin(word: string, [low, high]: readonly [string, string], options: readonly string[]): boolean {
  if (options.length === 0) return word >= low && word <= high
  return options.indexOf(word) >= options.indexOf(low) && options.indexOf(word) <= options.indexOf(high)
}

type Factors = readonly [number, number]

/** Half of the last digit that decimal arithmetic may lose. */
const SLACK = 1e-12

function isBetween(value: number, known: number, [low, high]: Factors): boolean {
  const slack = Math.abs(known) * SLACK
  return value >= known * low - slack && value <= known * high + slack
}

const told = (known: number, [low, high]: Factors) => `${short(known * low)} to ${short(known * high)}`
const short = (value: number) => String(Number(value.toPrecision(6)))

/** The range of a list is a pair of factors on each of its numbers. */
function membersOutside(numbers: readonly number[], known: readonly number[], factors: Factors): string | undefined {
  const at = known.findIndex((one, member) => !isBetween(numbers[member] ?? 0, one, factors))
  return at < 0 ? undefined : `${told(known[at], factors)} for its number ${at + 1}`
}

/** The range of bands is a pair of factors on the rate that a cost has, wherever one or the other begins a band. */
function bandsOutside(value: ParameterValue, known: ParameterValue, factors: Factors): string | undefined {
  const [now, before] = [bandsOf(value), bandsOf(known)]
  const costs = [...now, ...before].map(({ from }) => from).sort((a, b) => a - b)
  const cost = costs.find((from) => !isBetween(rateAt(now, from), rateAt(before, from), factors))
  return cost === undefined ? undefined : `${told(rateAt(before, cost), factors)} from ${cost} yuan on`
}

const rateAt = (bands: readonly Band[], cost: number) => bands.findLast(({ from }) => from <= cost)?.rate ?? 0

function isBands(value: ParameterValue): value is readonly Band[] {
  return Array.isArray(value) && typeof value[0] === 'object'
}

function bandsOf(value: ParameterValue): readonly Band[] {
  return isBands(value) ? value : []
}

function numbersOf(value: ParameterValue): readonly number[] {
  return Array.isArray(value) && !isBands(value) ? (value as readonly number[]) : []
}
