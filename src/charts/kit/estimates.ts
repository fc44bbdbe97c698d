/** Looks up figures of the run by measure, year and group; missing rows are `undefined`, never zero. */
import { mean, quantile } from 'simple-statistics'
import type { ReportInput } from './input.ts'

/** Mean over replications with the 5th and 95th percentile; `n` replications (1: no interval). */
export interface Estimate {
  readonly mean: number
  readonly p05: number
  readonly p95: number
  readonly n: number
}

export interface Month extends Estimate {
  readonly year: number
  readonly month: number
}

/** From the first to the last year of a run. */
export interface Change {
  readonly from: number
  readonly to: number
}

export interface Figures {
  /** every reported year, in order */
  readonly years: readonly number[]
  readonly first: number
  readonly last: number
  estimate(measure: string, year: number, group?: string): Estimate | undefined
  mean(measure: string, year: number, group?: string): number | undefined
  /** the mean in the first and in the last year, where both have it; `of` gives another value of a year */
  change(of: string | ((year: number) => number | undefined)): Change | undefined
  /** true when at least one year has the measure */
  has(measure: string, group?: string): boolean
  /** money of the fund divided by the year's members (yuan per member) */
  perMember(measure: string, year: number): Estimate | undefined
  /** ratio of two means, e.g. one place's part of all bills */
  part(measure: string, year: number, group: string): number | undefined
  /** values of one kind of group, in order of first appearance: `groups('not_covered', 'reason')` */
  groups(measure: string, kind: string): readonly string[]
  /** the months of a measure, in order of time */
  months(measure: string): readonly Month[]
}

const known = new WeakMap<ReportInput, Figures>()

/** Figures of the total area (`all` where several areas are reported). Read once per input. */
export function figuresOf(input: ReportInput): Figures {
  let figures = known.get(input)
  if (!figures) known.set(input, (figures = readFigures(input)))
  return figures
}

function readFigures(input: ReportInput): Figures {
  const area = totalArea(input)
  const estimates = new Map<string, Estimate>()
  for (const [key, values] of collected(input.annual, area, (row) => keyOf(row.measure, row.year, row.group)))
    estimates.set(key, estimateOf(values))
  for (const row of input.summary) if (row.area === area) estimates.set(keyOf(row.measure, row.year, row.group), row)
  const [first, last] = input.years
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const estimate = (measure: string, year: number, group = '') => estimates.get(keyOf(measure, year, group))
  const names = groupNames(estimates.keys())
  const groups = (measure: string, kind: string) => names.get(`${measure}|${kind}`) ?? []
  return {
    years,
    first,
    last,
    estimate,
    mean: (measure, year, group) => estimate(measure, year, group)?.mean,
    change(of) {
      const at = typeof of === 'string' ? (year: number) => estimate(of, year)?.mean : of
      const [from, to] = [at(first), at(last)]
      return from === undefined || to === undefined ? undefined : { from, to }
    },
    has: (measure, group) => years.some((year) => estimate(measure, year, group) !== undefined),
    perMember(measure, year) {
      const members = estimate('enrolled', year)?.mean
      const money = estimate(measure, year)
      if (!money || !members) return undefined
      return { mean: money.mean / members, p05: money.p05 / members, p95: money.p95 / members, n: money.n }
    },
    part(measure, year, group) {
      const [kind] = group.split('=')
      const whole = groups(measure, kind).reduce((sum, name) => sum + (estimate(measure, year, `${kind}=${name}`)?.mean ?? 0), 0)
      const own = estimate(measure, year, group)?.mean
      return own === undefined || whole === 0 ? undefined : own / whole
    },
    groups,
    months: (measure) => monthsOf(input, area, measure),
  }
}

function totalArea(input: ReportInput): string {
  const areas = new Set([...input.summary, ...input.annual].map((row) => row.area))
  return areas.has('all') ? 'all' : ([...areas][0] ?? input.monthly[0]?.area ?? 'all')
}

function monthsOf(input: ReportInput, area: string, measure: string): Month[] {
  const rows = input.monthly.filter((row) => row.measure === measure && row.group === '')
  const shown = rows.some((row) => row.area === area) ? area : (rows[0]?.area ?? area)
  const months = [...collected(rows, shown, (row) => String(row.year * 12 + row.month - 1))]
  return months
    .map(([key, values]) => ({ year: Math.floor(Number(key) / 12), month: (Number(key) % 12) + 1, ...estimateOf(values) }))
    .sort((one, other) => one.year * 12 + one.month - other.year * 12 - other.month)
}

function collected<Row extends { readonly area: string; readonly value: number }>(
  rows: readonly Row[],
  area: string,
  keyOfRow: (row: Row) => string,
): Map<string, number[]> {
  const values = new Map<string, number[]>()
  for (const row of rows) {
    if (row.area !== area) continue
    const key = keyOfRow(row)
    const list = values.get(key)
    if (list) list.push(row.value)
    else values.set(key, [row.value])
  }
  return values
}

const estimateOf = (values: number[]): Estimate => ({
  mean: mean(values),
  p05: quantile(values, 0.05),
  p95: quantile(values, 0.95),
  n: values.length,
})

const keyOf = (measure: string, year: number, group: string) => `${measure}|${year}|${group}`

/** Values by measure and kind of group, in order of first appearance. */
function groupNames(keys: Iterable<string>): Map<string, string[]> {
  const names = new Map<string, Set<string>>()
  for (const key of keys) {
    const [measure, , group] = key.split('|')
    const [kind, ...value] = group.split('=')
    const known = names.get(`${measure}|${kind}`)
    if (known) known.add(value.join('='))
    else names.set(`${measure}|${kind}`, new Set([value.join('=')]))
  }
  return new Map([...names].map(([of, values]) => [of, [...values]]))
}
