import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { copiesOf, givenCounty, microdataOf, singles } from './given-county.ts'

const example = (name: string) => readFileSync(new URL(`../../data/microdata/${name}.csv`, import.meta.url), 'utf8')
const weighted = microdataOf(example('persons').replaceAll(/2011-\d\d-\d\d/g, '2010-12-31'), example('households'))
const { size, poor, weight = new Float64Array(0), incomePerHead } = weighted.households
const largest = Math.max(...size)

/** Sum over the households, once by weight scaled to the county and once as the county has them. */
function totals(persons: number, key: number, of: (row: number) => number) {
  const county = givenCounty(weighted, { persons, key })
  const scale = persons / county.given.weightedPersons
  const copies = copiesOf(county)
  return {
    asWeighted: copies.reduce((sum, _, row) => sum + of(row) * weight[row] * scale, 0),
    asDrawn: copies.reduce((sum, count, row) => sum + of(row) * count, 0),
    settlement: county.settlement,
  }
}

describe('A county drawn from weighted households', () => {
  test.each([
    [4901, 1],
    [4901, 2],
    [800, 3],
    [201, 4],
    [50, 5],
    [20_000, 6],
  ])('of %i persons (key %i) has as many, give or take one household', (persons, key) => {
    const { asDrawn, settlement } = totals(persons, key, (row) => size[row])
    expect(asDrawn).toBe(settlement.persons)
    expect(Math.abs(asDrawn - persons)).toBeLessThanOrEqual(largest)
  })

  test.each([1, 2, 3, 4, 5])('has the weighted number of households of every size, assisted or not, give or take one (key %i)', (key) => {
    for (const members of new Set(size)) {
      for (const isPoor of [0, 1]) {
        const { asWeighted, asDrawn } = totals(3000, key, (row) => (size[row] === members && poor[row] === isPoor ? 1 : 0))
        expect(Math.abs(asDrawn - asWeighted)).toBeLessThan(1 + 1e-9)
      }
    }
  })

  test('has each household as often as its weight says, give or take one, and the weighted mean income', () => {
    for (const [row] of size.entries()) {
      const { asWeighted, asDrawn } = totals(4901, row, (other) => (other === row ? 1 : 0))
      expect(Math.abs(asDrawn - asWeighted)).toBeLessThan(1 + 1e-9)
    }
    const income = totals(4901, 9, (row) => size[row] * incomePerHead[row])
    expect(income.asDrawn / income.asWeighted).toBeCloseTo(1, 2)
  })

  test('is drawn anew with every key, each household in the long run by its weight', () => {
    const sums = new Array<number>(60).fill(0)
    const keys = 400
    for (let key = 0; key < keys; key++) {
      for (const [row, count] of copiesOf(givenCounty(weighted, { persons: 100, key })).entries()) sums[row] += count
    }
    const scale = 100 / givenCounty(weighted).given.weightedPersons
    sums.forEach((sum, row) => {
      const chance = weight[row] * scale
      expect(Math.abs(sum / keys - chance)).toBeLessThan(5 * Math.sqrt(Math.max(0.01, (chance % 1) * (1 - (chance % 1))) / keys))
    })
  })

  test('cuts a village that the weights make large into villages of the usual size, copies of one household spread over them', () => {
    const { settlement } = totals(20_000, 1, () => 0)
    expect(settlement.villages).toHaveLength(17)
    for (const { firstHousehold, endHousehold } of settlement.villages) {
      expect(endHousehold - firstHousehold).toBeGreaterThan(300)
      // twenty households of the file to a village, and no two villages of the file mixed
      expect(new Set(settlement.given.slice(firstHousehold, endHousehold)).size).toBe(20)
    }
  })
})

describe('A county of another size than an unweighted file', () => {
  const file = singles(Array.from({ length: 40 }, (_, i) => ({ age: i + 20, household: `${1000 + i * 100},no` })))

  test('that is larger has every household once or twice, or as often as it takes', () => {
    expect(new Set(copiesOf(givenCounty(file, { persons: 60 })))).toEqual(new Set([1, 2]))
    expect(new Set(copiesOf(givenCounty(file, { persons: 80 })))).toEqual(new Set([2]))
  })

  test('that is smaller has a part of the households, another for each key', () => {
    const [one, other] = [1, 2].map((key) => copiesOf(givenCounty(file, { persons: 13, key })))
    expect(one.reduce((sum, count) => sum + count, 0)).toBe(13)
    expect(other).not.toEqual(one)
  })

  test('that is asked to be smaller than a household is one household', () => {
    const large = microdataOf(
      `household,age,sex,chronic,residence,employee_insured\n${'a,30,male,no,home,no\n'.repeat(9)}${'b,30,male,no,home,no\n'.repeat(9)}`,
      'id,income_per_head,poor\na,1000,no\nb,2000,no\n',
    )
    for (let key = 0; key < 20; key++) expect(givenCounty(large, { persons: 1, key }).settlement.persons).toBe(9)
  })
})
