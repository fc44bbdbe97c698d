import { describe, expect, test } from 'vitest'
import { yearStart } from '../../../src/kernel/calendar.ts'
import { PLACES } from '../../../src/population/places.ts'
import { benefitTerms } from '../../../src/scheme/benefit/terms.ts'
import { adjustBenefit, adjustToBudget, stepEffects, UNMOVED, withoutLimited } from '../../../src/scheme/fund/budget.ts'
import { budgetTerms } from '../../../src/scheme/fund/terms.ts'
import { projectLaw } from '../../policy/project-law.ts'

const law = projectLaw()
const day = yearStart(2013)
const terms = budgetTerms(law, day)
const benefit = benefitTerms(law, day)
const county = PLACES.indexOf('county_hospital')
/** fen: one step of the deductible 200, of the rate 300, of the outpatient cap 100, of the ceiling 10 */
const effects = { deductible: 200, rate: 300, outpatient_cap: 100, ceiling: 10 }

describe('the budget rule', () => {
  test('moves nothing within the tolerance of the target of 97 %', () => {
    expect(adjustToBudget(UNMOVED, 10_000, 9_880, effects, terms)).toEqual(UNMOVED)
    expect(adjustToBudget(UNMOVED, 10_000, 9_520, effects, terms)).toEqual(UNMOVED)
  })

  test('saves in order: deductible up, then rate down, then outpatient cap and ceiling, at most two steps each', () => {
    // 10,600 against 9,700: 900 too much = 2 × 200, then 500 left: 2 × 300, 100 too much: one step of the cap back
    expect(adjustToBudget(UNMOVED, 10_000, 10_600, effects, terms)).toEqual([2, -2, 1, 0])
    // 10,080: 380 too much = 2 × 200
    expect(adjustToBudget(UNMOVED, 10_000, 10_080, effects, terms)).toEqual([2, 0, 0, 2])
    expect(adjustToBudget(UNMOVED, 10_000, 20_000, effects, terms)).toEqual([2, -2, -2, -2])
  })

  test('spends in the same order what is left over', () => {
    expect(adjustToBudget(UNMOVED, 10_000, 5_000, effects, terms)).toEqual([-2, 2, 2, 2])
  })

  test('goes on from the steps of this year', () => {
    expect(adjustToBudget([-1, 3, 0, 1], 10_000, 20_000, effects, terms)).toEqual([1, 1, -2, -1])
  })

  test('passes over a rule that stands at its limit', () => {
    const atLimit = [0, 100, 0, 0]
    const left = withoutLimited(effects, benefit, atLimit, 1, terms)
    expect(left).toEqual({ ...effects, rate: 0 })
    expect(withoutLimited(effects, benefit, atLimit, -1, terms)).toEqual({ ...effects, rate: 0 })
    expect(withoutLimited(effects, benefit, UNMOVED, 1, terms)).toEqual(effects)
  })
})

describe('a benefit moved by steps', () => {
  test('has every place with a benefit moved by the step, within the limits', () => {
    const moved = adjustBenefit(benefit, [1, -1, 1, 1], terms)
    expect(moved.deductible[county]).toBe(benefit.deductible[county] + 5_000)
    expect(moved.rate[county]).toBe(benefit.rate[county] - 25_000)
    expect(moved.rate[0]).toBe(0)
    expect(moved.visitCap).toBe(benefit.visitCap + 2_500)
    expect(moved.ceiling).toBe(benefit.ceiling + 1_000_000)
    expect(Math.max(...adjustBenefit(benefit, [0, 50, 0, 0], terms).rate)).toBe(950_000)
    expect(Math.min(...adjustBenefit(benefit, [-50, 0, 0, 0], terms).deductible.slice(1))).toBe(5_000)
  })

  test('is the benefit of the law when nothing is moved', () => {
    expect(adjustBenefit(benefit, UNMOVED, terms)).toBe(benefit)
  })
})

test('the effect of a step of the deductible is the step for each stay at the rate of its place', () => {
  const stays = PLACES.map((place) => (place === 'county_hospital' ? 100 : 0))
  const seen = { stays, aboveDeductible: 1e6, rate: benefit.rate, visitPaid: 0, visitCap: benefit.visitCap, staysAtCeiling: 2 }
  const found = stepEffects(seen, terms)
  expect(found.deductible).toBeCloseTo(100 * 5_000 * 0.82, 6)
  expect(found.rate).toBe(25_000)
  expect(found.ceiling).toBe(2_000_000)
})
