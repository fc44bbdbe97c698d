import { describe, expect, test } from 'vitest'
import type { AnnualRow, MonthlyRow } from '../../src/measures/rows.ts'
import { type SolvencyRow, solvencyRows } from '../../src/measures/statistics/solvency.ts'

const at = (measure: string, year: number, values: readonly number[], area = 'county-1'): AnnualRow[] =>
  values.map((value, index) => ({ scenario: 's', replication: index + 1, year, area, measure, group: '', value }))
const find = (rows: readonly SolvencyRow[], measure: string, year: number, group = '') =>
  rows.find((row) => row.measure === measure && row.year === year && row.group === group)

describe('Solvency', () => {
  test('fans the balance out over the replications', () => {
    const rows = solvencyRows(at('cumulative_balance', 2013, [50, 10, 40, 20, 30]), [])
    expect([0.05, 0.25, 0.5, 0.75, 0.95].map((share) => find(rows, 'cumulative_balance', 2013, `quantile=${share}`)?.value)).toEqual([
      12, 20, 30, 40, 48,
    ])
    expect(find(rows, 'cumulative_balance', 2013)).toMatchObject({ value: 30, n: 5 })
  })

  test('gives the chance of deficit and insolvency by year, and of either so far', () => {
    const rows = solvencyRows(
      [
        ...at('deficit', 2013, [1, 0, 0, 0]),
        ...at('deficit', 2014, [0, 1, 0, 0]),
        ...at('deficit', 2015, [1, 1, 0, 0]),
        ...at('insolvent', 2014, [0, 0, 0, 1]),
        ...at('insolvent', 2015, [0, 0, 0, 0]),
      ],
      [],
    )
    const chances = (measure: string) => [2013, 2014, 2015].map((year) => find(rows, measure, year)?.value)
    expect(chances('deficit')).toEqual([0.25, 0.25, 0.5])
    expect(chances('deficit_so_far')).toEqual([0.25, 0.5, 0.5])
    expect(chances('insolvent_so_far')).toEqual([undefined, 0.25, 0.25])
    expect(find(rows, 'insolvent', 2015)).toMatchObject({ value: 0, lower: 0, upper: expect.closeTo(0.4899, 4) })
  })

  test('adds what is incurred and what is approved, replication by replication', () => {
    const rows = solvencyRows([...at('incurred_unreported', 2013, [1, 2, 3]), ...at('unpaid_approved', 2013, [30, 20, 10])], [])
    expect(find(rows, 'incurred_unpaid', 2013)).toMatchObject({ value: 22, n: 3 })
    expect(find(rows, 'incurred_unpaid', 2013, 'quantile=0.95')?.value).toBeCloseTo(30.1, 10)
  })

  test('tells cash by month, and areas apart', () => {
    const monthly: MonthlyRow[] = [1, 2].flatMap((month) => at('cash', 2013, [month, 3 * month]).map((row) => ({ ...row, month })))
    const rows = solvencyRows(at('reserve_months', 2013, [4, 6], 'all'), [...monthly, { ...monthly[0], measure: 'claims_paid' }])
    expect(rows.filter((row) => row.group === '').map(({ measure, month, area, value }) => [measure, month, area, value])).toEqual([
      ['reserve_months', undefined, 'all', 5],
      ['cash', 1, 'county-1', 2],
      ['cash', 2, 'county-1', 4],
    ])
  })

  test('of a single replication has no interval', () => {
    expect(find(solvencyRows(at('cumulative_balance', 2013, [5]), []), 'cumulative_balance', 2013)).toMatchObject({
      value: 5,
      lower: undefined,
      upper: undefined,
    })
  })
})
