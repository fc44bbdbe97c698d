import { mean, sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { moments, payment, yearly, yearlyUpTo } from './closed-form.ts'
import { exactCase, expectedFigures, type FigureName, largeEnough, type Numbers, simulate } from './exact-case.ts'

/** The model's figures lie within 4 standard errors of the exact ones, and 4 standard errors of the payout are at most 0.3 % of it. */
function holds(written: ReturnType<typeof exactCase>, label: string): void {
  const expected = expectedFigures(written)
  const { personYears, perMember, payouts } = simulate(written)
  const error = (name: FigureName) => expected[name].sd / Math.sqrt(personYears)
  const z = (name: FigureName) => (perMember[name] - expected[name].mean) / error(name)
  const paid = expected['reimbursed.inpatient'].mean
  const table = [
    label,
    personYears,
    paid,
    perMember['reimbursed.inpatient'],
    perMember['reimbursed.inpatient'] / paid - 1,
    error('reimbursed.inpatient') / paid,
  ]
  if (process.env.HEZUO_EXACT_TABLE)
    console.log(['EXACT', ...table, z('reimbursed.inpatient'), z('admissions'), z('cost.inpatient')].join('\t'))
  expect(4 * error('reimbursed.inpatient')).toBeLessThanOrEqual(0.003 * paid)
  for (const name of ['admissions', 'cost.inpatient', 'reimbursed.inpatient'] as const) expect(Math.abs(z(name)), name).toBeLessThan(4)
  expect(mean(payouts)).toBeCloseTo(perMember['reimbursed.inpatient'], 6)
  // the spread over replications is that of independent people: 20 of them know it to about 16 %
  const spread = sampleStandardDeviation(payouts) / Math.sqrt(payouts.length)
  expect(spread / error('reimbursed.inpatient')).toBeGreaterThan(0.45)
  expect(spread / error('reimbursed.inpatient')).toBeLessThan(1.7)
}

describe('The exact cases as their files stand', () => {
  test.each([
    ['deductible.yaml', 'a deductible and a rate'],
    ['ceiling.yaml', 'a ceiling on each admission'],
    ['ceiling-annual.yaml', 'a ceiling on the year'],
    ['bands.yaml', 'marginal bands'],
    ['bands-whole.yaml', 'bands on the whole cost'],
  ])('%s: %s gives the payout of the formula', (file) => {
    holds(exactCase(file), file)
  })
})

const THREE_BANDS = [
  { from: 0, rate: 0.35 },
  { from: 500, rate: 0.55 },
  { from: 3000, rate: 1 },
]

describe('The exact cases with other numbers', () => {
  const cases: [title: string, file: string, numbers: Numbers][] = [
    [
      'no deductible, rare admissions of much the same cost',
      'deductible.yaml',
      { mean: 1200, sigma: 0.4, need: 0.05, deductible: 0, rate: 0.35 },
    ],
    [
      'a deductible above the mean bill, wild bills, six admissions a year, everything above paid',
      'deductible.yaml',
      { mean: 3000, sigma: 1.3, need: 6, deductible: 4000, rate: 1 },
    ],
    [
      'part of the bill outside the catalogue',
      'deductible.yaml',
      { sigma: 0.4, need: 6, catalogueShare: 0.83, deductible: 1000, rate: 0.62 },
    ],
    ['a ceiling that most admissions reach', 'ceiling.yaml', { mean: 9000, sigma: 0.4, need: 6, deductible: 0, rate: 1, ceiling: 7000 }],
    ['a ceiling that few admissions reach', 'ceiling.yaml', { sigma: 1.3, need: 6, deductible: 1500, rate: 0.35, ceiling: 40_000 }],
    [
      'a yearly ceiling that many reach, six admissions a year',
      'ceiling-annual.yaml',
      { mean: 2500, sigma: 1.3, need: 6, deductible: 0, rate: 1, ceiling: 9000 },
    ],
    [
      'a yearly ceiling that few reach, rare admissions',
      'ceiling-annual.yaml',
      { sigma: 0.4, need: 0.3, deductible: 600, rate: 0.62, ceiling: 8000 },
    ],
    [
      'marginal bands with the deductible inside the second',
      'bands.yaml',
      { mean: 2000, sigma: 1.3, need: 6, deductible: 900, bands: THREE_BANDS },
    ],
    [
      'bands on the whole with the deductible inside the second',
      'bands-whole.yaml',
      { mean: 2000, sigma: 0.4, need: 2, deductible: 900, catalogueShare: 0.9, bands: THREE_BANDS },
    ],
  ]
  test.each(cases)('%s', (title, file, numbers) => {
    holds(largeEnough(exactCase(file, numbers)), `${file}: ${title}`)
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
