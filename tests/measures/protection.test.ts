import fc from 'fast-check'
import { sampleCorrelation, standardDeviation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { rankBy } from '../../src/kernel/ranking.ts'
import { catastrophicOfCapacity, catastrophicSpending } from '../../src/measures/protection/catastrophic.ts'
import { poverty } from '../../src/measures/protection/poverty.ts'
import {
  equivalentSize,
  householdResources,
  resourceIntercept,
  subsistence,
  subsistencePerAdult,
} from '../../src/measures/protection/resources.ts'
import { meanAbove, meanBelow, normalGrid, POINTS, phi } from './log-normal.ts'

const z = normalGrid()
const logNormal = (mu: number, sigma: number) => z.map((one) => Math.exp(mu + sigma * one))
const WITHIN = 1e-5

describe('Resources of a household', () => {
  test('are n × max(g, a + b × y), and the mean of the people is the consumption that was asked for', () => {
    // a = -100 by hand: people 2, 3, 5 with 250 (floor), 400 and 900 a head: (2 × 250 + 3 × 400 + 5 × 900) ÷ 10 = 620
    const { intercept, perHead, household } = householdResources([0, 1000, 2000], [2, 3, 5], { floor: 250, slope: 0.5, meanPerHead: 620 })
    expect(intercept).toBe(-100)
    expect([...perHead]).toEqual([250, 400, 900])
    expect([...household]).toEqual([500, 1200, 4500])
  })

  test('meet the mean whoever stands at the floor, with zero incomes, ties and weights', () => {
    const households = fc.array(
      fc.record({
        income: fc.oneof(
          fc.integer({ min: 0, max: 3 }).map((n) => n * 1000),
          fc.double({ min: 0, max: 50_000, noNaN: true }),
        ),
        size: fc.integer({ min: 1, max: 8 }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    const above = fc.double({ min: 0, max: 20_000, noNaN: true })
    fc.assert(
      fc.property(households, fc.double({ min: 0, max: 1, noNaN: true }), above, (rows, slope, excess) => {
        const income = rows.map((row) => row.income)
        const size = rows.map((row) => row.size)
        const terms = { floor: 785, slope, meanPerHead: 785 + excess }
        const { household, perHead } = householdResources(income, size, terms)
        const people = size.reduce((sum, n) => sum + n, 0)
        expect(household.reduce((sum, r) => sum + r, 0) / people).toBeCloseTo(terms.meanPerHead, 6)
        expect(Math.min(...perHead)).toBeGreaterThanOrEqual(785)
      }),
    )
  })

  test('with a mean at the floor leave everybody there; below it or with a falling slope they are refused', () => {
    const income = [0, 500, 1000]
    const terms = { floor: 800, slope: 0.5, meanPerHead: 800 }
    expect([...householdResources(income, [1, 2, 3], terms).perHead]).toEqual([800, 800, 800])
    expect(resourceIntercept(income, terms, rankBy(income))).toBe(300)
    // who counts for nothing does not matter, however rich
    expect(resourceIntercept([...income, 9000], terms, rankBy([...income, 9000], [1, 1, 1, 0]))).toBe(300)
    expect(resourceIntercept([500], terms, rankBy([500], [0]))).toBeNaN()
    expect(() => householdResources(income, [1, 2, 3], { ...terms, meanPerHead: 700 })).toThrow(
      'mean of 700 yuan a head; expected the floor of 800',
    )
    expect(() => householdResources(income, [1, 2, 3], { ...terms, slope: -1 })).toThrow('slope -1; expected zero or more')
  })

  test('leave the subsistence need s × n^0.56, and at most 85 % of themselves', () => {
    const equivalents = equivalentSize([1, 2, 4])
    for (const [row, n] of [1, 2, 4].entries()) expect(equivalents[row]).toBeCloseTo(n ** 0.56, 12)
    const [first, second, third] = subsistence([5000, 5000, 2000], equivalents, 1000)
    expect(first).toBe(1000)
    expect(second).toBeCloseTo(1000 * 2 ** 0.56, 9)
    expect(third).toBe(1700)
  })

  test('set s at the share of food of the median household, by its equivalent adults', () => {
    expect(subsistencePerAdult([4000, 3000 * 2 ** 0.56, 9000], equivalentSize([1, 2, 1]), 0.4)).toBeCloseTo(1600, 9)
    expect(subsistencePerAdult([4000, 3000, 9000], [1, 1, 1], 0.4, [1, 5, 1])).toBeCloseTo(1200, 9)
  })
})

describe('Catastrophic spending', () => {
  const resources = logNormal(9, 0.5)
  // T rises with R, by the same quantiles: T ÷ R is log-normal with mu -3 and sigma 0.9
  const payments = logNormal(6, 1.4)

  test.each([0.1, 0.25])('above %d of the resources is as frequent as log-normal payments and resources say', (threshold) => {
    const { headcount, overshoot } = catastrophicSpending(payments, resources, threshold, { basis: 'resources' })
    expect(Math.abs(headcount - phi((-3 - Math.log(threshold)) / 0.9))).toBeLessThan(WITHIN)
    expect(Math.abs(overshoot - meanAbove(threshold, -3, 0.9))).toBeLessThan(WITHIN)
  })

  test.each([0.1, 0.25])('above %d of the surveyed consumption R + T is payments above z ÷ (1 - z) of the resources', (threshold) => {
    const { headcount } = catastrophicSpending(payments, resources, threshold)
    expect(Math.abs(headcount - phi((-3 - Math.log(threshold / (1 - threshold))) / 0.9))).toBeLessThan(WITHIN)
  })

  test.each([0.1, 0.25])('above %d is as frequent as the closed form says when payments do not follow resources', (threshold) => {
    // the pair of normal variables behind R and T, turned so that the first axis is the ratio T ÷ R, on which alone the answer depends
    const sigma = Math.sqrt(0.5 ** 2 + 1.4 ** 2)
    const across = (i: number) => z[(i * 414_213) % POINTS]
    const rich = z.map((along, i) => Math.exp(9 + (0.5 * (1.4 * across(i) - 0.5 * along)) / sigma))
    const paid = z.map((along, i) => Math.exp(6 + (1.4 * (1.4 * along + 0.5 * across(i))) / sigma))
    expect(sampleCorrelation(Array.from(rich, Math.log), Array.from(paid, Math.log))).toBeCloseTo(0, 3)
    expect(standardDeviation(Array.from(rich, Math.log))).toBeCloseTo(0.5, 3)
    const { headcount } = catastrophicSpending(paid, rich, threshold, { basis: 'resources' })
    expect(Math.abs(headcount - phi((-3 - Math.log(threshold)) / sigma))).toBeLessThan(WITHIN)
  })

  test('of 40 % of what is left after subsistence is as frequent as the closed form says where need takes 85 % of all', () => {
    const need = resources.map((r) => 0.85 * r)
    const ofResources = catastrophicOfCapacity(payments, resources, need, 0.4, { basis: 'resources' })
    expect(Math.abs(ofResources.headcount - phi((-3 - Math.log(0.4 * 0.15)) / 0.9))).toBeLessThan(WITHIN)
    // T ≥ 0.4 (0.15 R + T) is T ≥ 0.1 R
    const surveyed = catastrophicOfCapacity(payments, resources, need)
    expect(Math.abs(surveyed.headcount - phi((-3 - Math.log(0.1)) / 0.9))).toBeLessThan(WITHIN)
  })

  test('begins above the threshold of 10 %, and at the threshold of 40 % of capacity to pay', () => {
    expect(catastrophicSpending([100, 101], [900, 900], 0.1).headcount).toBe(0.5)
    expect(catastrophicOfCapacity([399, 400], [1001, 1000], [400, 400], 0.4).headcount).toBe(0.5)
  })

  test('counts households by their weight, with the overshoot over all and over those above', () => {
    // shares 0.2, 0.5 and 0.05; weights 1, 2 and 5
    const result = catastrophicSpending([200, 500, 50], [800, 500, 950], 0.1, { weights: [1, 2, 5] })
    expect(result.headcount).toBe(3 / 8)
    expect(result.overshoot).toBeCloseTo((0.1 + 2 * 0.4) / 8, 12)
    expect(result.meanPositiveOvershoot).toBeCloseTo(0.9 / 3, 12)
  })

  test('overshoots by the headcount × the mean positive overshoot', () => {
    const households = fc.array(
      fc.record({
        paid: fc.double({ min: 0, max: 1e5, noNaN: true }),
        resources: fc.double({ min: 1, max: 1e5, noNaN: true }),
        weight: fc.double({ min: 0.01, max: 10, noNaN: true }),
      }),
      { minLength: 1, maxLength: 40 },
    )
    fc.assert(
      fc.property(
        households,
        fc.constantFrom(0.1, 0.25),
        fc.constantFrom('survey' as const, 'resources' as const),
        (rows, threshold, basis) => {
          const weights = rows.map((row) => row.weight)
          const paid = rows.map((row) => row.paid)
          const { headcount, overshoot, meanPositiveOvershoot } = catastrophicSpending(
            paid,
            rows.map((row) => row.resources),
            threshold,
            { basis, weights },
          )
          expect(headcount * (headcount > 0 ? meanPositiveOvershoot : 0)).toBeCloseTo(overshoot, 9 - Math.ceil(Math.log10(1 + overshoot)))
          expect(Number.isNaN(meanPositiveOvershoot)).toBe(headcount === 0)
        },
      ),
    )
  })

  test('skips a household that counts for nothing, has no share of no households and refuses one without resources', () => {
    expect(catastrophicSpending([500, 0], [500, 0], 0.1, { weights: [1, 0] }).headcount).toBe(1)
    expect(catastrophicSpending([], [], 0.1).headcount).toBeNaN()
    expect(() => catastrophicSpending([0, 5], [1, 0], 0.1)).toThrow('household 1: paid 5, resources 0')
    expect(() => catastrophicSpending([-1], [10], 0.1)).toThrow('household 0: paid -1')
    expect(() => catastrophicSpending([1, 2], [10], 0.1)).toThrow('resources: 1 rows; expected 2')
  })
})

describe('Poverty', () => {
  const line = 2300
  const size = new Uint8Array(POINTS).fill(1)
  const resources = logNormal(8.6, 0.6)

  test('before payment is as frequent and as deep as log-normal resources say', () => {
    const { headcount, gap, gapShare } = poverty({ size, resources }, line)
    expect(Math.abs(headcount - phi((Math.log(line) - 8.6) / 0.6))).toBeLessThan(WITHIN)
    expect(Math.abs(gap - meanBelow(line, 8.6, 0.6)) / line).toBeLessThan(WITHIN)
    expect(gapShare).toBeCloseTo(gap / line, 12)
  })

  test('after payments of a fifth of all resources, then a tenth once reimbursed, follows the closed form too', () => {
    for (const share of [0.2, 0.1]) {
      const mu = 8.6 + Math.log(1 - share)
      const paid = poverty(
        { size, resources },
        line,
        resources.map((r) => share * r),
      )
      expect(Math.abs(paid.headcount - phi((Math.log(line) - mu) / 0.6))).toBeLessThan(WITHIN)
      expect(Math.abs(paid.gap - meanBelow(line, mu, 0.6)) / line).toBeLessThan(WITHIN)
    }
  })

  test('counts people, not households, and no debt makes the gap larger than the line', () => {
    // a head: 900 of a line of 1000 for 4 people; 3000, but 5000 in debt after payment, for 2; 1000 for 3; 2000 for 1
    const basis = { size: [4, 2, 3, 1], resources: [3600, 6000, 3000, 2000] }
    const before = poverty(basis, 1000)
    expect(before.headcount).toBe(0.4)
    expect(before.gap).toBe((4 * 100) / 10)
    const after = poverty(basis, 1000, [0, 16_000, 0, 0])
    expect(after.headcount).toBe(0.6)
    expect(after.gap).toBe((4 * 100 + 2 * 1000) / 10)
  })

  test('weighs a person as its household', () => {
    expect(poverty({ size: [4, 1], resources: [400, 5000], weights: [1, 4] }, 1000).headcount).toBe(0.5)
    expect(poverty({ size: [0], resources: [0] }, 1000).headcount).toBeNaN()
  })

  test('does not begin by rounding for a household of three whose floor is the line', () => {
    const { household } = householdResources([0, 9000], [3, 3], { floor: 0.7, slope: 0.5, meanPerHead: 2000 })
    expect(poverty({ size: [3, 3], resources: household }, 0.7).headcount).toBe(0)
  })

  test('refuses fewer than no members and columns that differ in length', () => {
    expect(() => poverty({ size: [-1], resources: [5] }, 10)).toThrow('household 0: -1 members')
    expect(() => poverty({ size: [1, 2], resources: [5] }, 10)).toThrow('resources: 1 rows; expected 2')
  })
})
