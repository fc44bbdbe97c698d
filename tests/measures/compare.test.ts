import { describe, expect, test } from 'vitest'
import type { AnnualRow } from '../../src/measures/rows.ts'
import { compare } from '../../src/measures/statistics/compare.ts'
import { headlineRows, replicationsFor, widest } from '../../src/measures/statistics/headline.ts'

const rowsOf = (scenario: string, measure: string, values: readonly number[], more: Partial<AnnualRow> = {}): AnnualRow[] =>
  values.map((value, index) => ({ scenario, replication: index + 1, year: 2013, area: 'county-1', measure, group: '', value, ...more }))

describe('A comparison', () => {
  test('pairs replications, whatever the order of the rows', () => {
    const base = rowsOf('base', 'admissions', [10, 20, 30])
    const reform = rowsOf('reform', 'admissions', [11, 22, 33])
    const { rows } = compare(base, [...reform].reverse())
    expect(rows).toEqual([
      {
        scenario: 'reform',
        base: 'base',
        year: 2013,
        area: 'county-1',
        measure: 'admissions',
        group: '',
        n: 3,
        baseMean: 20,
        reformMean: 22,
        difference: 2,
        // sd of 1, 2, 3 is 1; t(2) = 4.302653
        se: expect.closeTo(1 / Math.sqrt(3), 12),
        lower: expect.closeTo(2 - 4.302653 / Math.sqrt(3), 5),
        upper: expect.closeTo(2 + 4.302653 / Math.sqrt(3), 5),
        effect: 'unclear',
      },
    ])
  })

  test('tells an effect where the interval leaves out zero', () => {
    const { rows } = compare(rowsOf('base', 'admissions', [10, 20, 30]), rowsOf('reform', 'admissions', [12, 22.1, 31.9]))
    expect(rows[0]).toMatchObject({ difference: expect.closeTo(2, 12), effect: 'yes' })
  })

  test('answers in one of four words whether a difference is worth speaking of', () => {
    const told = (measure: string, base: readonly number[], by: readonly number[], more: Partial<AnnualRow> = {}) => {
      const income = ['base', 'reform'].map((scenario) => rowsOf(scenario, 'fund_income', [1e6, 1e6]))
      const admissions = ['base', 'reform'].map((scenario) => rowsOf(scenario, 'admissions', [2000, 2000]))
      const reform = base.map((value, index) => value + by[index])
      const { rows } = compare(
        [...income[0], ...admissions[0], ...rowsOf('base', measure, base, more)],
        [...income[1], ...admissions[1], ...rowsOf('reform', measure, reform, more)],
      )
      return rows.find((row) => row.measure === measure && row.group === (more.group ?? ''))?.effect
    }
    expect(told('enrolled', [100, 200], [0, 0])).toBe('no')
    expect(told('enrolled', [100, 200], [-1, 1])).toBe('unclear')
    expect([0.1, 0.2].map((by) => told('enrolled', [100, 200], [by, by]))).toEqual(['small', 'yes'])
    // shares and indices in points, a balance against the fund's income, needs that were forgone against admissions, for one reason too
    expect([0.0009, 0.0011].map((by) => told('premium_burden', [0.01, 0.02], [by, by]))).toEqual(['small', 'yes'])
    expect([0.0009, 0.0011].map((by) => told('gini.income', [0.01, 0.02], [by, by], { group: 'cover=member' }))).toEqual(['small', 'yes'])
    expect([900, 1100].map((by) => told('cumulative_balance', [10, -10], [by, by]))).toEqual(['small', 'yes'])
    expect([1.9, 2.1].map((by) => told('forgone_admissions', [10, 20], [by, by]))).toEqual(['small', 'yes'])
    expect([1.9, 2.1].map((by) => told('forgone_admissions', [10, 20], [by, by], { group: 'reason=cost' }))).toEqual(['small', 'yes'])
    // what the base has none of is held against what the reform has
    expect(told('enrolled', [0, 0], [5, 5])).toBe('yes')
  })

  test('of a scenario with itself is exactly zero, however crooked the figures', () => {
    const values = [1 / 3, 0.1 + 0.2, 1e9 / 7, -Math.PI]
    const both = ['cost.inpatient', 'use_rate'].flatMap((measure) => rowsOf('base', measure, values))
    const { rows, unpaired } = compare(
      both,
      both.map((row) => ({ ...row, scenario: 'base-2' })),
    )
    expect(rows.map(({ difference, se, lower, upper, effect }) => [difference, se, lower, upper, effect])).toEqual([
      [0, 0, 0, 0, 'no'],
      [0, 0, 0, 0, 'no'],
    ])
    expect(unpaired).toBe(0)
  })

  test('does not mix years, areas and groups', () => {
    const parts = [{ year: 2014 }, { area: 'all' }, { group: 'quintile=1' }, {}]
    const side = (scenario: string, step: number) =>
      parts.flatMap((part, index) => rowsOf(scenario, 'enrolled', [index * step, index * step + step], part))
    expect(compare(side('base', 1), side('reform', 10)).rows.map(({ difference }) => difference)).toEqual([4.5, 13.5, 22.5, 31.5])
  })

  test('leaves out and counts what only one scenario has, and what only one replication has in both', () => {
    const base = [...rowsOf('base', 'use_rate', [0.9, 0.8]), ...rowsOf('base', 'claim_days_p90', [50, 60, 70])]
    const reform = [
      ...rowsOf('reform', 'use_rate', [0.9, 0.8]),
      ...rowsOf('reform', 'claim_days_p90', [50]),
      ...rowsOf('reform', 'che10', [1]),
    ]
    const { rows, unpaired, untold } = compare(base, reform)
    expect(rows.map(({ measure }) => measure)).toEqual(['use_rate'])
    expect({ unpaired, untold }).toEqual({ unpaired: 3, untold: 1 })
  })
})

describe('The precision of the headline differences', () => {
  const noise = [-1, 1, -1, 1, -1, 1, -1, 1]
  /** sd of a ±1 pattern of eight, ÷ √8, × t(7): the half-width for a noise of one */
  const HALF = (Math.sqrt(8 / 7) / Math.sqrt(8)) * 2.364624
  const sides = (measure: string, level: number, size: number) => ({
    base: rowsOf(
      'base',
      measure,
      noise.map(() => level),
    ),
    reform: rowsOf(
      'reform',
      measure,
      noise.map((one) => level + one * size),
    ),
  })
  const judged = (...parts: ReturnType<typeof sides>[]) =>
    headlineRows(
      compare(
        parts.flatMap(({ base }) => base),
        parts.flatMap(({ reform }) => reform),
      ).rows,
    )

  test('is a share of the base for money and counts, absolute for rates, and of the fund income for balances', () => {
    const rows = judged(
      sides('participation_rate', 0.9, 0.01),
      sides('admissions', 500, 1),
      sides('fund_income', 1000, 0),
      sides('current_balance', 2, 5),
    )
    expect(rows.map(({ row, halfWidth }) => [row.measure, halfWidth])).toEqual([
      ['fund_income', 0],
      ['current_balance', expect.closeTo((5 * HALF) / 1000, 6)],
      ['participation_rate', expect.closeTo(0.01 * HALF, 6)],
      ['admissions', expect.closeTo(HALF / 500, 6)],
    ])
    expect(widest(rows)?.row.measure).toBe('participation_rate')
  })

  test('of money of the fund that the base hardly has is a share of the fund income, and nothing is divided by 0', () => {
    const rows = judged(sides('fund_income', 1000, 0), sides('fund_expenditure', 0.1, 5), {
      base: sides('out_of_pocket_per_member', 0, 0).base,
      reform: sides('out_of_pocket_per_member', 10, 1).reform,
    })
    expect(rows.map(({ row, halfWidth }) => [row.measure, halfWidth])).toEqual([
      ['fund_income', 0],
      ['fund_expenditure', expect.closeTo((5 * HALF) / 1000, 6)],
      // nothing of it in the base: held against the reform's own mean
      ['out_of_pocket_per_member', expect.closeTo(HALF / 10, 6)],
    ])
    const [none] = judged(sides('admissions', 0, 0))
    expect([none.halfWidth, none.scale]).toEqual([0, 0])
  })

  test('of the total area counts where there are several counties', () => {
    const counties = ['county-1', 'county-2', 'all'].map((area, index) => {
      const { base, reform } = sides('admissions', 100 * (index + 1), index)
      const inArea = (rows: AnnualRow[]) => rows.map((row) => ({ ...row, area }))
      return { base: inArea(base), reform: inArea(reform) }
    })
    expect(judged(...counties).map(({ row }) => row.area)).toEqual(['all'])
  })

  test('asks for as many replications as the spread so far takes, and a tenth more', () => {
    const [row] = judged(sides('participation_rate', 0.9, 0.01))
    expect(replicationsFor(row, row.halfWidth)).toBe(8)
    // a quarter of the half-width: some 16 times 8 less what t gains, that is near (1.96 ÷ 0.25 ÷ HALF × √(1/7))² ≈ 92
    const wanted = replicationsFor(row, row.halfWidth / 4)
    expect(wanted).toBeGreaterThan(92)
    expect(wanted).toBeLessThan(92 * 1.25)
  })
})
