import { describe, expect, test } from 'vitest'
import { quantileGroups } from '../../src/kernel/quantile-groups.ts'
import { peopleByIncome, protectionMeasures } from '../../src/measures/protection/measures.ts'

const TERMS = { floor: 300, slope: 0.5, meanPerHead: 1125, foodShare: 0.4, povertyLine: 600 }
// a = 0: resources a head 500, 1000, 1500 and 1500, so 1125 on average; s = 0.4 × 1000 at the median, f = 400 each
const YEAR = {
  size: [1, 1, 1, 1],
  incomePerHead: [1000, 2000, 3000, 3000],
  grossPayments: [0, 500, 1500, 100],
  netPayments: [0, 200, 300, 100],
  reimbursed: [0, 300, 1200, 0],
}

describe('The measures of protection and equity of a year', () => {
  test('are as worked out by hand for four people who live alone', () => {
    const measures = protectionMeasures(YEAR, TERMS)
    expect(measures).toMatchObject({
      che10_before: 0.5, // 500/1500, 1500/3000 of 0, 500/1500, 1500/3000, 100/1600
      che10: 0.5, // 200/1200, 300/1800
      che25_before: 0.5,
      che25: 0,
      che40_before: 0.5, // 500/1100 and 1500/2600
      che40: 0,
      poverty_before_payment: 0.25,
      poverty_after_payment: 0.75, // 500, 500 and 0 are left
      poverty_after_reimbursement: 0.25,
      poverty_gap_after_payment: (100 + 100 + 600) / 4,
      poverty_gap_after_reimbursement: 25,
    })
    expect(measures.overshoot10_before).toBeCloseTo((1 / 3 - 0.1 + 0.4) / 4, 12)
    expect(measures.overshoot10).toBeCloseTo((1 / 6 - 0.1) / 2, 12)
    expect(measures.positive_overshoot10).toBeCloseTo(1 / 6 - 0.1, 12)
    // ranks 1/8, 3/8, 3/4, 3/4
    expect(measures['concentration_index.reimbursed']).toBeCloseTo((2 * (300 * (3 / 8 - 1 / 2) + 1200 * (1 / 4))) / 1500, 12)
    expect(measures['concentration_index.out_of_pocket']).toBeCloseTo((2 * (200 * (-1 / 8) + 400 / 4)) / 600, 12)
    expect(measures['gini.income']).toBeCloseTo((2 * (-1000 * (3 / 8) - 2000 / 8 + 6000 / 4)) / 9000, 12)
    expect(measures['gini.resources']).toBeCloseTo(measures['gini.income'], 12)
    expect(measures['kakwani.out_of_pocket']).toBeCloseTo(0.25 - measures['gini.income'], 12)
  })

  test('count people by what there is a head, and take the resources alone as consumption where that is asked for', () => {
    // 3 people with 1000 a head, 1 with 2200: a = 150, R = 3 × 650 and 1250; payments of 600 are 200 a head and 600
    const households = {
      size: [3, 1],
      incomePerHead: [1000, 2200],
      grossPayments: [600, 600],
      netPayments: [600, 600],
      reimbursed: [300, 300],
    }
    const terms = { ...TERMS, meanPerHead: 800 }
    const measures = protectionMeasures(households, terms)
    // ranks 3/8 and 7/8; the mean a head is (3 × 100 + 300) ÷ 4 = 150
    expect(measures['concentration_index.reimbursed']).toBeCloseTo((2 * (3 * 100 * (3 / 8 - 1 / 2) + 300 * (7 / 8 - 1 / 2))) / 600, 12)
    expect(measures['gini.income']).toBeCloseTo((2 * (3000 * (-1 / 8) + 2200 * (3 / 8))) / 5200, 12)
    // 600 ÷ 2550 and 600 ÷ 1850 of the surveyed consumption, 600 ÷ 1950 and 600 ÷ 1250 of the resources
    expect(measures.che25).toBe(0.5)
    expect(protectionMeasures(households, { ...terms, basis: 'resources' }).che25).toBe(1)
  })

  test('are no numbers where nobody is left', () => {
    const nobody = { size: [0], incomePerHead: [0], grossPayments: [0], netPayments: [0], reimbursed: [0] }
    expect(Object.values(protectionMeasures(nobody, TERMS)).every(Number.isNaN)).toBe(true)
  })

  test('hold no poverty where there is no line', () => {
    const names = Object.keys(protectionMeasures(YEAR, { ...TERMS, povertyLine: undefined }))
    expect(names.filter((name) => name.startsWith('poverty'))).toEqual([])
    expect(names).toContain('che10')
  })

  test('do not change with a household whose members have all died, or when every household is there twice', () => {
    const withEmpty = {
      size: [0, ...YEAR.size],
      incomePerHead: [0, ...YEAR.incomePerHead],
      grossPayments: [0, ...YEAR.grossPayments],
      netPayments: [0, ...YEAR.netPayments],
      reimbursed: [0, ...YEAR.reimbursed],
    }
    expect(protectionMeasures(withEmpty, TERMS)).toEqual(protectionMeasures(YEAR, TERMS))
    const twice = protectionMeasures({ ...YEAR, weights: [2, 2, 2, 2] }, TERMS)
    for (const [name, value] of Object.entries(protectionMeasures(YEAR, TERMS))) expect(twice[name]).toBeCloseTo(value, 12)
  })

  test('of 85,000 households, with tables by quintile and decile and a curve, take less than 60 milliseconds of the processor', () => {
    const households = 85_000
    // fractional parts of multiples of irrational numbers: as good as drawn, and always the same
    const spread = (step: number) => Float64Array.from({ length: households }, (_, i) => (i * step) % 1)
    const incomePerHead = spread(Math.SQRT2).map((u) => 2000 + 9000 * u * u)
    const size = Uint8Array.from(spread(Math.LN2), (u) => 1 + Math.floor(6 * u))
    const grossPayments = spread(Math.PI).map((u) => 30_000 * u ** 8)
    const netPayments = grossPayments.map((paid) => 0.6 * paid)
    const reimbursed = grossPayments.map((paid) => 0.4 * paid)
    const terms = { floor: 1500, slope: 0.5, meanPerHead: 5000, foodShare: 0.4, povertyLine: 2800 }
    let least = Number.POSITIVE_INFINITY
    for (let round = 0; round < 40 && least > 60; round++) {
      const start = process.cpuUsage()
      const ranking = peopleByIncome({ size, incomePerHead })
      protectionMeasures({ size, incomePerHead, grossPayments, netPayments, reimbursed }, terms, ranking)
      for (const groups of [5, 10]) quantileGroups(ranking, groups)
      const { user, system } = process.cpuUsage(start)
      least = Math.min(least, (user + system) / 1000)
    }
    expect(least).toBeLessThan(60)
  })
})
