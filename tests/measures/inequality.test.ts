import fc from 'fast-check'
import { linearRegression, mean, sampleCovariance } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { normalAbove } from '../../data/tables/standard.ts'
import { ascendingOrder, rankBy, rankedQuantile } from '../../src/kernel/ranking.ts'
import { concentrationIndex, gini, kakwaniIndex } from '../../src/measures/protection/inequality.ts'
import { logNormalGini, normalGrid, normalQuantile } from './log-normal.ts'

const z = normalGrid()
const logNormal = (sigma: number, mu = 0) => z.map((one) => Math.exp(mu + sigma * one))

/** People with amounts of zero or more (many alike, not all zero) and whole weights. */
const people = fc
  .array(
    fc.record({
      amount: fc.oneof(fc.integer({ min: 0, max: 4 }), fc.double({ min: 0, max: 1e6, noNaN: true })),
      weight: fc.integer({ min: 0, max: 5 }),
    }),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .filter((rows) => rows.some(({ amount, weight }) => amount > 1e-3 && weight > 0))
const amountsOf = (rows: readonly { amount: number }[]) => rows.map(({ amount }) => amount)
const weightsOf = (rows: readonly { weight: number }[]) => rows.map(({ weight }) => weight)
const giniOf = (rows: readonly { amount: number; weight: number }[]) => gini(amountsOf(rows), rankBy(amountsOf(rows), weightsOf(rows)))

describe('The grid that known answers are read from', () => {
  test('has the normal quantiles of the tables in every stretch of the algorithm', () => {
    for (const p of [1e-12, 5e-7, 1e-5, 0.01, 0.0749, 0.0751, 0.3, 0.4999]) {
      expect(normalQuantile(p)).toBeCloseTo(-normalAbove(p), 12)
      expect(normalQuantile(1 - p)).toBeCloseTo(normalAbove(1 - (1 - p)), 12)
    }
  })
})

describe('Ranks', () => {
  test('are those of a plain sort, the order of the rows kept where values are the same, 0 and -0 among them', () => {
    const numbers = fc.array(fc.oneof(fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constantFrom(0, -0, 1, -1)), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(numbers, (values) => {
        const plain = values.map((_, row) => row).sort((a, b) => (values[a] < values[b] ? -1 : values[a] > values[b] ? 1 : a - b))
        expect([...ascendingOrder(values)]).toEqual(plain)
      }),
    )
  })

  test('of one value are one rank, the middle of the stretch that the value fills', () => {
    const { middle, total } = rankBy([5, 0, 0, 7], [1, 1, 3, 2])
    expect([...middle]).toEqual([4.5, 2, 2, 6])
    expect(total).toBe(7)
  })

  test('are refused for a value that is no number, a weight below zero and too few weights, and the row is named', () => {
    expect(() => rankBy([1, Number.NaN])).toThrow('row 1: NaN cannot be ranked; expected a finite number')
    expect(() => rankBy([1, 2, 3], [1, 1, -2])).toThrow('row 2: weight -2; expected a number of zero or more')
    expect(() => rankBy([1, 2, 3], [1, 1])).toThrow('weights: 2 rows; expected 3, as in the other columns')
  })

  test('give the weighted median: the lowest value at which half of the weight is reached', () => {
    expect(rankedQuantile([30, 10, 20], rankBy([30, 10, 20], [1, 1, 5]), 0.5)).toBe(20)
    expect(rankedQuantile([30, 10, 20], rankBy([30, 10, 20], [3, 1, 2]), 0.5)).toBe(20)
    expect(rankedQuantile([30, 10, 20], rankBy([30, 10, 20], [4, 1, 2]), 0.5)).toBe(30)
    expect(rankedQuantile([30, 10], rankBy([30, 10], [0, 0]), 0.5)).toBeNaN()
  })
})

describe('The Gini coefficient', () => {
  test('of log-normal incomes with sigma 0.7 is 0.379382, the closed form', () => {
    expect(logNormalGini(0.7)).toBeCloseTo(0.379382, 6)
    expect(Math.abs(gini(logNormal(0.7, 9)) - logNormalGini(0.7))).toBeLessThan(1e-5)
  })

  test('of one person with everything among four is three quarters, and of people with the same nothing', () => {
    expect(gini([0, 0, 8, 0])).toBe(0.75)
    expect(gini([3, 3, 3])).toBe(0)
  })

  test('is half of the mean difference of two people, divided by the mean', () => {
    fc.assert(
      fc.property(people, (rows) => {
        let [difference, weight, sum] = [0, 0, 0]
        for (const a of rows) {
          weight += a.weight
          sum += a.weight * a.amount
          for (const b of rows) difference += a.weight * b.weight * Math.abs(a.amount - b.amount)
        }
        expect(giniOf(rows)).toBeCloseTo(difference / (2 * weight * sum), 9)
      }),
    )
  })

  test('lies between 0 and 1', () => {
    fc.assert(
      fc.property(people, (rows) => {
        expect(giniOf(rows)).toBeGreaterThan(-1e-12)
        expect(giniOf(rows)).toBeLessThan(1)
      }),
    )
  })

  test('does not ask for the unit of the money', () => {
    fc.assert(
      fc.property(people, fc.double({ min: 0.01, max: 100, noNaN: true }), (rows, factor) => {
        expect(giniOf(rows.map((row) => ({ ...row, amount: row.amount * factor })))).toBeCloseTo(giniOf(rows), 9)
      }),
    )
  })

  test('does not ask in which order people come', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const turned = rows.map((_, at) => rows[(at * 7 + 3) % rows.length])
        fc.pre(new Set(rows.map((_, at) => (at * 7 + 3) % rows.length)).size === rows.length)
        expect(giniOf(turned)).toBeCloseTo(giniOf(rows), 9)
      }),
    )
  })

  test('takes a weight of three as the same person three times', () => {
    fc.assert(
      fc.property(people, (rows) => {
        const repeated = rows.flatMap(({ amount, weight }) => Array.from({ length: weight }, () => amount))
        expect(gini(repeated)).toBeCloseTo(giniOf(rows), 9)
      }),
    )
  })

  test('of nothing, of no people and of people without weight is no number; of a debt it is refused', () => {
    expect(gini([0, 0])).toBeNaN()
    expect(gini([])).toBeNaN()
    expect(gini([1, 2], rankBy([1, 2], [0, 0]))).toBeNaN()
    expect(() => gini([1, -2])).toThrow('row 1: -2')
  })
})

describe('The concentration index', () => {
  test.each([
    ['half as unequal as income', 0.5],
    ['more unequal than income', 1.3],
    ['that fall with income', -0.5],
  ])('of log-normal payments %s equals its closed form', (_, k) => {
    const income = logNormal(0.7)
    const payments = logNormal(0.7 * k, 2)
    expect(Math.abs(concentrationIndex(payments, rankBy(income)) - logNormalGini(0.7 * k))).toBeLessThan(1e-5)
    expect(Math.abs(kakwaniIndex(payments, income) - (logNormalGini(0.7 * k) - logNormalGini(0.7)))).toBeLessThan(1e-5)
  })

  test('is the slope of the convenient regression of 2 var(rank) y ÷ mean on the rank', () => {
    const income = [4, 0, 9, 9, 2, 0, 30, 5]
    const visits = [3, 0, 2, 6, 4, 1, 0, 9]
    const ranks = Array.from(rankBy(income).middle, (middle) => middle / 8)
    const variance = mean(ranks.map((rank) => (rank - 0.5) ** 2))
    const { m } = linearRegression(ranks.map((rank, i) => [rank, (2 * variance * visits[i]) / mean(visits)]))
    expect(concentrationIndex(visits, rankBy(income))).toBeCloseTo(m, 12)
    expect(concentrationIndex(visits, rankBy(income))).toBeCloseTo((2 * (7 / 8) * sampleCovariance(visits, ranks)) / mean(visits), 12)
  })

  test('is 0 for equal shares, and by opposite ranks the opposite', () => {
    expect(concentrationIndex([2, 2, 2], rankBy([1, 5, 9]))).toBe(0)
    fc.assert(
      fc.property(people, fc.infiniteStream(fc.integer({ min: 0, max: 5 })), (rows, incomes) => {
        const income = rows.map(() => incomes.next().value)
        const c = concentrationIndex(amountsOf(rows), rankBy(income, weightsOf(rows)))
        const opposite = concentrationIndex(
          amountsOf(rows),
          rankBy(
            income.map((one) => -one),
            weightsOf(rows),
          ),
        )
        expect(opposite).toBeCloseTo(-c, 9)
        expect(Math.abs(c)).toBeLessThanOrEqual(giniOf(rows) + 1e-9)
        expect(Math.abs(c)).toBeLessThan(1)
      }),
    )
  })

  test('gives people of the same income the same rank, so that it does not matter who of them is ill', () => {
    const ranking = rankBy([0, 0, 0, 10])
    expect(concentrationIndex([6, 0, 0, 6], ranking)).toBe(concentrationIndex([0, 0, 6, 6], ranking))
  })
})
