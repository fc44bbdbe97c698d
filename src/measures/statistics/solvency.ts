/** 基金可持续性 Does the fund last? Over replications: the fan of the balance, the chance of deficit and insolvency, months of reserve, cash. */

import type { AnnualRow, MonthlyRow } from '../rows.ts'
import { meanTold, probabilityTold, quantileTold, type Told } from './intervals.ts'

/** One figure over replications with its 95 % interval; a bound that so few replications cannot tell is left out. */
export interface SolvencyRow extends Told {
  readonly scenario: string
  readonly year: number
  /** 1 to 12 for figures of the end of a month */
  readonly month?: number
  readonly area: string
  readonly measure: string
  /** '' for the mean or the probability, else `quantile=0.05` … */
  readonly group: string
  readonly n: number
}

/** The fan: these quantiles over replications. */
export const FAN = [0.05, 0.25, 0.5, 0.75, 0.95] as const

const SPREAD = ['cumulative_balance', 'current_balance', 'reserve_months']
const OWED = ['incurred_unreported', 'unpaid_approved']
const MONTHLY = ['cash', 'payables']

type Where = Pick<SolvencyRow, 'scenario' | 'year' | 'month' | 'area' | 'measure'>

/** Rows of every scenario and area in `annual`, year by year, then the months in `monthly`. */
export function solvencyRows(annual: readonly AnnualRow[], monthly: readonly MonthlyRow[]): SolvencyRow[] {
  return [...byPlace(annual).values()].flatMap(annualSolvency).concat(monthlySolvency(monthly))
}

/** The figures of one scenario and area: measure → year → replication → value. */
interface Place {
  readonly scenario: string
  readonly area: string
  readonly values: Map<string, Map<number, Map<number, number>>>
}

function byPlace(annual: readonly AnnualRow[]): Map<string, Place> {
  const wanted = new Set([...SPREAD, ...OWED, 'deficit', 'insolvent'])
  const places = new Map<string, Place>()
  for (const { scenario, area, measure, group, year, replication, value } of annual) {
    if (group !== '' || !wanted.has(measure)) continue
    const place = entry(places, `${scenario}|${area}`, () => ({ scenario, area, values: new Map() }))
    const years = entry(place.values, measure, () => new Map<number, Map<number, number>>())
    entry(years, year, () => new Map<number, number>()).set(replication, value)
  }
  return places
}

function annualSolvency({ scenario, area, values }: Place): SolvencyRow[] {
  const rows: SolvencyRow[] = []
  const years = [...new Set([...values.values()].flatMap((byYear) => [...byYear.keys()]))].sort((a, b) => a - b)
  const happened = { deficit: new Set<number>(), insolvent: new Set<number>() }
  for (const year of years) {
    const at = (measure: string): Where => ({ scenario, year, area, measure })
    for (const measure of SPREAD) rows.push(...spread(at(measure), [...(values.get(measure)?.get(year)?.values() ?? [])]))
    const owed = OWED.map((measure) => values.get(measure)?.get(year) ?? new Map<number, number>())
    const both = [...owed[0]].flatMap(([replication, value]) => {
      const other = owed[1].get(replication)
      return other === undefined ? [] : [value + other]
    })
    rows.push(...spread(at('incurred_unpaid'), both))
    for (const measure of ['deficit', 'insolvent'] as const) {
      const found = [...(values.get(measure)?.get(year) ?? [])]
      const those = found.filter(([, value]) => value === 1).map(([replication]) => replication)
      for (const replication of those) happened[measure].add(replication)
      if (!found.length) continue
      rows.push(chance(at(measure), those.length, found.length))
      rows.push(chance(at(`${measure}_so_far`), happened[measure].size, found.length))
    }
  }
  return rows
}

function monthlySolvency(monthly: readonly MonthlyRow[]): SolvencyRow[] {
  const months = new Map<string, { where: Where; values: number[] }>()
  for (const { scenario, area, year, month, measure, group, value } of monthly) {
    if (group !== '' || !MONTHLY.includes(measure)) continue
    const where: Where = { scenario, year, month, area, measure }
    entry(months, `${scenario}|${area}|${year}|${month}|${measure}`, () => ({ where, values: [] })).values.push(value)
  }
  return [...months.values()].flatMap(({ where, values }) => spread(where, values))
}

/** Mean and fan. */
function spread(where: Where, values: readonly number[]): SolvencyRow[] {
  const n = values.length
  if (n === 0) return []
  const told = n > 1 ? meanTold(values) : { mean: values[0], lower: undefined, upper: undefined }
  const sorted = [...values].sort((a, b) => a - b)
  const fan = FAN.map((share) => ({ ...where, group: `quantile=${share}`, n, ...quantileTold(sorted, share) }))
  return [{ ...where, group: '', n, value: told.mean, lower: told.lower, upper: told.upper }, ...fan]
}

const chance = (where: Where, times: number, n: number): SolvencyRow => ({ ...where, group: '', n, ...probabilityTold(times, n) })

function entry<Key, Value>(map: Map<Key, Value>, key: Key, made: () => Value): Value {
  const found = map.get(key)
  if (found !== undefined) return found
  const value = made()
  map.set(key, value)
  return value
}
