import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { quantileGroups } from '../../src/kernel/quantile-groups.ts'
import { rankBy } from '../../src/kernel/ranking.ts'

const QUINTILES = 5
const DECILES = 10

describe('Quintiles and deciles of the people', () => {
  test('of ten different incomes are two people each, and one each', () => {
    const ranking = rankBy([90, 10, 30, 20, 50, 40, 70, 60, 80, 100])
    expect([...quantileGroups(ranking, QUINTILES)]).toEqual([4, 0, 1, 0, 2, 1, 3, 2, 3, 4])
    expect([...quantileGroups(ranking, DECILES)]).toEqual([8, 0, 2, 1, 4, 3, 6, 5, 7, 9])
  })

  /*
   * By hand. Households with income per head and people (the weight):
   *   income    0    0   100  100  100  200  300  400
   *   people    2    1    3    1    4    2    5    2      20 in all
   * Weight below, weight at the value, middle, rank = middle ÷ 20, group = floor(5 × rank):
   *     0:  below  0, at it 3, middle  1.5, rank 0.075 → 0
   *   100:  below  3, at it 8, middle  7.0, rank 0.350 → 1   (people of one income, so one group, though 8 people are two quintiles in size)
   *   200:  below 11, at it 2, middle 12.0, rank 0.600 → 3   (a middle on a border belongs above it: group 2 stays empty)
   *   300:  below 13, at it 5, middle 15.5, rank 0.775 → 3
   *   400:  below 18, at it 2, middle 19.0, rank 0.950 → 4
   */
  test('with ties, weights and zero incomes are as worked out by hand', () => {
    const income = [0, 0, 100, 100, 100, 200, 300, 400]
    const people = [2, 1, 3, 1, 4, 2, 5, 2]
    const groupOf = quantileGroups(rankBy(income, people), QUINTILES)
    expect([...groupOf]).toEqual([0, 0, 1, 1, 1, 3, 3, 4])
  })

  test('hold people of one value together, never go down as the value goes up, and take a weight as so many people', () => {
    const rows = fc.array(fc.record({ income: fc.integer({ min: 0, max: 12 }), weight: fc.integer({ min: 1, max: 4 }) }), {
      minLength: 1,
      maxLength: 40,
    })
    fc.assert(
      fc.property(rows, fc.constantFrom(QUINTILES, DECILES), (people, groups) => {
        const income = people.map((one) => one.income)
        const groupOf = quantileGroups(
          rankBy(
            income,
            people.map((one) => one.weight),
          ),
          groups,
        )
        for (const [a, one] of income.entries()) {
          for (const [b, other] of income.entries()) {
            if (one === other) expect(groupOf[a]).toBe(groupOf[b])
            if (one < other) expect(groupOf[a]).toBeLessThanOrEqual(groupOf[b])
          }
        }
        const repeated = people.flatMap((one, row) => Array.from({ length: one.weight }, () => row))
        const ofRepeated = quantileGroups(rankBy(repeated.map((row) => income[row])), groups)
        expect([...ofRepeated]).toEqual(repeated.map((row) => groupOf[row]))
      }),
    )
  })

  test('are as large as they should be when all incomes differ', () => {
    const groupOf = quantileGroups(rankBy(Array.from({ length: 1003 }, (_, i) => (i * 379) % 1003)), QUINTILES)
    const rows = Array.from({ length: QUINTILES }, (_, group) => groupOf.filter((one) => one === group).length)
    expect(rows.sort()).toEqual([200, 200, 201, 201, 201])
  })

  test('of people without weight push nobody into another group', () => {
    expect([...quantileGroups(rankBy([1, 2, 3, 4], [1, 0, 0, 1]), 2)]).toEqual([0, 1, 1, 1])
    expect([...quantileGroups(rankBy([1, 2, 3], [1, 1, 0]), 2)]).toEqual([0, 1, 1])
  })

  test('are refused when there is no whole number of them', () => {
    expect(() => quantileGroups(rankBy([1]), 2.5)).toThrow('2.5 groups; expected a whole number')
  })
})
