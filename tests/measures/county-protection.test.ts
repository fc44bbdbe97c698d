import { describe, expect, test } from 'vitest'
import { annualRows } from '../../src/measures/annual.ts'
import { type CountyHouseholds, type CountyTerms, countyProtection, incomeOrder } from '../../src/measures/protection/county.ts'
import { figuresOfProtection, ProtectionTotal } from '../../src/measures/protection/figures.ts'
import { protectionMeasures } from '../../src/measures/protection/measures.ts'
import { DECILE } from '../../src/measures/protection-definitions.ts'
import { lowestReaching } from '../../src/measures/statistics/order-statistic.ts'
import { normalQuantile } from './log-normal.ts'

const SIGMA = 0.7
const TERMS: CountyTerms = {
  ...{ meanIncome: 8896, floor: 2434, slope: 0.5, meanPerHead: 6010, foodShare: 0.377, povertyLine: 2736, basis: 'survey' },
}

/** So many households from a seed: log-normal incomes, 0 to 7 members, bills that most of them have; what is worked out is not simulated. */
function households(rows: number, seed: number): CountyHouseholds & { quintile: Uint8Array } {
  let state = seed
  const share = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return (state + 0.5) / 2 ** 32
  }
  const ranks = Float64Array.from({ length: rows }, share)
  const income = Float32Array.from(ranks, (rank) => Math.exp(SIGMA * normalQuantile(rank) - SIGMA ** 2 / 2))
  const billed = Int32Array.from({ length: rows }, () => (share() < 0.1 ? 0 : Math.round(Math.exp(11 + 1.6 * normalQuantile(share())))))
  return {
    income,
    quintile: Uint8Array.from(ranks, (rank) => Math.floor(rank * 5)),
    size: Uint8Array.from({ length: rows }, () => Math.floor(share() * 8)),
    billed,
    // some receive more than they were billed: second compensation on top of assistance
    received: billed.map((fen) => Math.round(fen * (share() < 0.02 ? 1.1 : share() * 0.9))),
    premium: new Int32Array(rows).fill(6000),
    campaignPremium: new Int32Array(rows).fill(5000),
    campaignIncome: Int32Array.from(income, (one) => Math.round(one * 800_000)),
  }
}

/** The measures of an area by name. */
function figures(...counties: Parameters<ProtectionTotal['add']>[0][]): Record<string, number> {
  const found: Record<string, number> = {}
  const total = new ProtectionTotal()
  for (const county of counties) total.add(county)
  figuresOfProtection(total, (name, value) => {
    found[name] = value
  })
  return found
}

/** The same households by the measures that sort them anew, column by column. */
function columnByColumn(year: CountyHouseholds, terms: CountyTerms): Record<string, number> {
  const yuan = (fen: ArrayLike<number>) => Float64Array.from(fen, (one) => one / 100)
  return protectionMeasures(
    {
      size: year.size,
      incomePerHead: Float64Array.from(year.income, (one) => one * terms.meanIncome),
      grossPayments: yuan(year.billed),
      netPayments: yuan(year.billed.map((fen, row) => Math.max(0, fen - year.received[row]))),
      reimbursed: yuan(year.received),
    },
    terms,
  )
}

describe("The sums of a county's households", () => {
  test.each([
    ['with what was paid as part of consumption', TERMS],
    ['with consumption as what can be spent', { ...TERMS, basis: 'resources' as const }],
    ['with many at the minimum income', { ...TERMS, floor: 5000 }],
  ])('give every measure as it is worked out one by one, %s', (_, terms) => {
    const year = households(20_000, 7)
    const county = figures(countyProtection(year, incomeOrder(year.income, year.quintile), terms, false))
    const expected = Object.entries(columnByColumn(year, terms))
    expect(expected.length).toBeGreaterThan(15)
    for (const [name, value] of expected) expect([name, county[name]]).toEqual([name, expect.closeTo(value, 9)])
  })

  test('do not depend on the order in which households stand', () => {
    const year = households(3_000, 3)
    const turned = {
      ...{ income: Float32Array.from(year.income).toReversed(), quintile: year.quintile.toReversed(), size: year.size.toReversed() },
      ...{ billed: year.billed.toReversed(), received: year.received.toReversed(), premium: year.premium },
      ...{ campaignPremium: year.campaignPremium, campaignIncome: year.campaignIncome.toReversed() },
    }
    const [one, other] = [year, turned].map((each) =>
      figures(countyProtection(each, incomeOrder(each.income, each.quintile), TERMS, false)),
    )
    expect(Object.keys(one).length).toBeGreaterThan(300)
    for (const [name, value] of Object.entries(one)) expect([name, other[name]]).toEqual([name, expect.closeTo(value, 9)])
  })

  test('by decile and quintile add up to those of all households, a decile having half the households of its quintile', () => {
    const year = households(20_000, 11)
    const all = figures(countyProtection(year, incomeOrder(year.income, year.quintile), TERMS, false))
    const parts = (group: string, number: number) => Array.from({ length: number }, (_, i) => `|${group}=${i + 1}`)
    for (const groups of [parts('quintile', 5), parts('decile', 10)]) {
      const catastrophic = groups.reduce((sum, group) => sum + all[`che10${group}`] * all[`households${group}`], 0)
      expect(groups.reduce((sum, group) => sum + all[`households${group}`], 0)).toBe(all.households)
      expect(catastrophic / all.households).toBeCloseTo(all.che10, 12)
    }
    for (const decile of [1, 5, 10])
      expect(all[`households|decile=${decile}`] / all[`households|quintile=${Math.ceil(decile / 2)}`]).toBeCloseTo(0.5, 1)
    expect(all['resources_per_head|decile=1']).toBeLessThan(all['resources_per_head|decile=2'])
  })

  test('leave out households without a member, and give no measure when nobody is left', () => {
    const year = households(500, 5)
    const order = incomeOrder(year.income, year.quintile)
    const { deciles } = countyProtection(year, order, TERMS, false)
    const counted = deciles.reduce((sum, decile) => sum + decile[DECILE.households], 0)
    expect(counted).toBe(year.size.filter((members) => members > 0).length)
    expect(counted).toBeLessThan(500)
    const nobody = countyProtection({ ...year, size: new Uint8Array(500) }, order, TERMS, false)
    const record = { county: 0, replication: 1, months: [], ledger: [], events: 0, personYears: 0 }
    const years = [{ year: 2013, sums: {}, facts: {}, claimDays: [], protection: nobody }]
    const rows = annualRows('none', [{ ...record, years }], [2013, 2013])
    expect(rows.filter(({ measure }) => /^(che|poverty|gini|concentration)/.test(measure))).toEqual([])
  })

  test.each([
    [2, 20_000],
    [3, 4_000],
  ])('of %i counties of %i households give indices of all that differ by less than 0.0001 from those by household', (number, rows) => {
    const counties = Array.from({ length: number }, (_, i) => households(rows, 100 + i))
    const sums = counties.map((year) => countyProtection(year, incomeOrder(year.income, year.quintile), TERMS, true))
    const pooled = figures(...sums)
    const together = (pick: (year: CountyHouseholds) => ArrayLike<number>) => counties.flatMap((year) => Array.from(pick(year)))
    const exact = columnByColumn(
      {
        income: together(({ income }) => income),
        size: Uint8Array.from(together(({ size }) => size)),
        billed: Int32Array.from(together(({ billed }) => billed)),
        received: Int32Array.from(together(({ received }) => received)),
        premium: new Int32Array(0),
        campaignPremium: new Int32Array(0),
        campaignIncome: new Int32Array(0),
      },
      TERMS,
    )
    for (const name of ['gini.income', 'concentration_index.reimbursed', 'concentration_index.out_of_pocket'])
      expect([name, Math.abs(pooled[name] - exact[name]) < 1e-4]).toEqual([name, true])
    // resources are levelled county by county, which the measure of all households at once does not do
    expect(pooled['gini.resources']).toBeCloseTo(exact['gini.resources'], 2)
    expect(sums[0].classes?.length).toBeLessThan(200)
  })
})

describe('The value at a place of the sorted values', () => {
  test.each([1, 2, 5, 1000, 1001])('is that of sorting %i values, equal ones among them', (length) => {
    const values = Float64Array.from({ length }, (_, i) => (i * 7919) % 101)
    const sorted = values.toSorted()
    for (const share of [0, 0.1, 0.5, 0.9, 1])
      expect(lowestReaching(values.slice(), share)).toBe(sorted[Math.max(0, Math.ceil(share * length) - 1)])
  })

  test('is no number when there are none', () => {
    expect(lowestReaching(new Float64Array(0), 0.5)).toBeNaN()
  })
})
