/** What one entry of the law looks like in its YAML file, and in memory. */
import { z } from 'zod'
import type { Day } from '../kernel/calendar.ts'

/**
 * Units (bounds of each: bounds.ts): yuan (money) · share (fraction 0-1) · days · persons · per_person_year (a rate) · ratio (a factor, not negative) ·
 * index (any number: a utility, a logit, an elasticity) · growth (change per year, 0.07 = 7 % more) · count (a whole number) ·
 * date (MM-DD, every year) · day (YYYY-MM-DD, once) · mode (one word of `options`) · list (numbers, each in the unit `of`) ·
 * bands (费用分段: from how many yuan of eligible cost which rate; [] = no bands, the plain rate holds).
 */
const UNITS = [
  'yuan',
  'share',
  'days',
  'persons',
  'per_person_year',
  'ratio',
  'index',
  'growth',
  'count',
  'date',
  'day',
  'mode',
  'list',
  'bands',
] as const
export type Unit = (typeof UNITS)[number]

export const NUMBER_UNITS: readonly Unit[] = ['yuan', 'share', 'days', 'persons', 'per_person_year', 'ratio', 'index', 'growth', 'count']

/** verified = read in the source named; unverified = published, page not at hand; assumed = ours; scenario = set by a scenario file. */
export type Status = 'verified' | 'unverified' | 'assumed' | 'scenario'

/** One band of eligible cost (费用段): the rate that holds from `from` yuan on. */
export interface Band {
  readonly from: number
  readonly rate: number
}

export type ParameterValue = number | string | readonly number[] | readonly Band[]

/** How far the value may reasonably be moved. For lists and bands: factors on all of it. */
export type Range = readonly [number | string, number | string]

/** The least and the greatest number with which the rule that reads it still means something. */
export type Bounds = readonly [low: number, high: number]

/** Years of the scheme from the first to the last. */
export type Span = readonly [number, number]

/** The scheme and its successor: 2003, the first pilots, to the last year with a published standard. */
export const SCHEME_YEARS: Span = [2003, 2025]

export interface DatedValue {
  readonly value: ParameterValue
  readonly source: string
  readonly status: Status
  readonly range?: Range
  readonly reason?: string
  readonly reasonZh?: string
  readonly from: Day
  readonly setBy: 'data' | 'scenario'
}

/** What a value of the entry must look like, apart from its dates. */
export interface ValueShape {
  readonly unit: Unit
  /** unit of every member of a list */
  readonly of?: Unit
  /** a list whose members are the parts of a whole */
  readonly sumsToOne?: boolean
  /** the words a mode may be */
  readonly options?: readonly string[]
  /** members of a list, as many as its first value has */
  readonly length?: number
  /** in place of those of the unit (bounds.ts); of a list one pair for all its numbers, or a pair for each */
  readonly bounds?: Bounds | readonly Bounds[]
}

export interface Entry extends ValueShape {
  readonly name: string
  /** the term officials use */
  readonly zh: string
  readonly en: string
  readonly note?: string
  readonly file: string
  readonly line: number
  /** years for which the values are given (适用年份); in others the nearest value is used, and that is told */
  readonly covers: readonly Span[]
  /** by date, earliest first; the first also holds before its date */
  readonly values: readonly DatedValue[]
}

const Pair = z.tuple([z.number(), z.number()])
const Edge = z.union([z.number(), z.string().min(1)])

export const ValueText = z.strictObject({
  value: z.unknown(),
  source: z.string().min(1),
  status: z.enum(['verified', 'unverified', 'assumed']),
  range: z.tuple([Edge, Edge]).optional(),
  reason: z.string().min(1).optional(),
  reason_zh: z.string().min(1).optional(),
})

/** The first and last year that an entry covers, or all entries of a file but those which say otherwise. */
export const CoversText = z.tuple([z.int(), z.int()])

export const EntryText = z.strictObject({
  zh: z.string().min(1),
  en: z.string().min(1),
  unit: z.enum(UNITS),
  of: z.enum(NUMBER_UNITS).optional(),
  sums_to_one: z.boolean().optional(),
  options: z.array(z.string().min(1)).min(1).optional(),
  bounds: z.union([Pair, z.array(Pair).min(1)]).optional(),
  /** for the reader: what the figures rest on, which rule reads them */
  note: z.string().min(1).optional(),
  /** why the assumed values of the entry were chosen, where one reason serves them all */
  reason: z.string().min(1).optional(),
  /** the same in Chinese, for reports; so of each value */
  reason_zh: z.string().min(1).optional(),
  /** where the entry covers other years than its file says */
  covers: CoversText.optional(),
  values: z.record(z.string(), ValueText).refine((values) => Object.keys(values).length > 0, 'no value'),
})
export type EntryText = z.infer<typeof EntryText>

/** Rules that may change on any day: a stay or a visit follows its own day. All others hold for a whole scheme year, from 1 January. */
const FOLLOWS_THE_DAY = /^(benefit|care|claims)\./

/** May the value of this parameter change within a scheme year? */
export function followsTheDay(name: string): boolean {
  return FOLLOWS_THE_DAY.test(name)
}
