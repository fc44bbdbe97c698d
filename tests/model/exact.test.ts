import { describe, expect, test } from 'vitest'
import { moments, payment, yearly, yearlyUpTo } from './closed-form.ts'
import { exactCase, expectedFigures, largeEnough } from './exact-case.ts'
import { holds } from './exact-held.ts'

describe('The exact cases as their files stand', () => {
  const cases = [
    ['deductible.yaml', 'a deductible and a rate'],
    ['ceiling.yaml', 'a ceiling on each admission'],
    ['ceiling-annual.yaml', 'a ceiling on the year'],
    ['bands.yaml', 'marginal bands'],
    ['bands-whole.yaml', 'bands on the whole cost'],
  ]
  test.each(cases)('%s: %s gives the payout of the formula', (file) => {
    holds(largeEnough(exactCase(file)), file)
  })
  test.each(cases)('%s (%s) has people enough for 4 standard errors of at most 0.3 percent', (file) => {
    const written = exactCase(file)
    const { mean: paid, sd } = expectedFigures(written)['reimbursed.inpatient']
    const personYears = written.population.persons * written.replications * (written.years[1] - written.years[0] + 1)
    expect((4 * sd) / Math.sqrt(personYears)).toBeLessThanOrEqual(0.003 * paid)
  })
})

describe('The formulas agree with one another', () => {
  const rule = { deductible: 300, bands: [{ from: 0, rate: 0.7 }], whole: false }
  const bill = { mean: 1000, sigma: 0.5 }

  test('a ceiling on the year that nobody reaches takes nothing away', () => {
    const pieces = payment(rule)
    expect(yearlyUpTo(60_000, 2, pieces, bill).mean).toBeCloseTo(yearly(2, moments(pieces, bill)).mean, 4)
  })

  test('a ceiling on the year of one yuan is reached by whoever has an admission above the deductible', () => {
    const certain = payment({ ...rule, deductible: 0 })
    expect(yearlyUpTo(0.01, 2, certain, bill).mean).toBeCloseTo(0.01 * (1 - Math.exp(-2)), 9)
  })

  test('halving the width of the grid changes nothing that matters', () => {
    const [coarse, fine] = [1000, 2000].map((cells) => yearlyUpTo(5000, 6, payment(rule), bill, cells).mean)
    expect(Math.abs(fine / coarse - 1)).toBeLessThan(1e-7)
  })
})
