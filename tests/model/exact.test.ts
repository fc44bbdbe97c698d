import { mean, sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { IS_LONG } from '../size.ts'
import { moments, payment, yearly, yearlyUpTo } from './closed-form.ts'
import { exactCase, expectedFigures, type FigureName, largeEnough, type Numbers, simulate, WIDTH } from './exact-case.ts'

/** The model's figures lie within 4 standard errors of the exact ones, and 4 standard errors of the payout are at most WIDTH of it. */
function holds(written: ReturnType<typeof exactCase>, label: string): void {
  const expected = expectedFigures(written)
  const { personYears, perMember, payouts } = simulate(written)
  const error = (name: FigureName) => expected[name].sd / Math.sqrt(personYears)
  const z = (name: FigureName) => (perMember[name] - expected[name].mean) / error(name)
  const paid = expected['reimbursed.inpatient'].mean
  if (process.env.HEZUO_EXACT_TABLE) {
    const simulated = perMember['reimbursed.inpatient']
    const figures = [
      paid.toFixed(3),
      simulated.toFixed(3),
      `${(100 * (simulated / paid - 1)).toFixed(3)} %`,
      z('reimbursed.inpatient').toFixed(2),
    ]
    console.log(`| ${[label, personYears, ...figures, z('admissions').toFixed(2), z('cost.inpatient').toFixed(2)].join(' | ')} |`)
  }
  expect(4 * error('reimbursed.inpatient')).toBeLessThanOrEqual(WIDTH * paid)
  for (const name of ['admissions', 'cost.inpatient', 'reimbursed.inpatient'] as const) expect(Math.abs(z(name)), name).toBeLessThan(4)
  expect(mean(payouts)).toBeCloseTo(perMember['reimbursed.inpatient'], 6)
  // the spread over replications is that of independent people: 20 of them know it to about 16 %
  const spread = sampleStandardDeviation(payouts) / Math.sqrt(payouts.length)
  expect(spread / error('reimbursed.inpatient')).toBeGreaterThan(0.45)
  expect(spread / error('reimbursed.inpatient')).toBeLessThan(1.7)
}

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

const THREE_BANDS = [
  { from: 0, rate: 0.35 },
  { from: 500, rate: 0.55 },
  { from: 3000, rate: 1 },
]

describe('The exact cases with other numbers', () => {
  const cases: [title: string, file: string, numbers: Numbers][] = [
    [
      'no deductible, few admissions of much the same cost',
      'deductible.yaml',
      { mean: 1200, sigma: 0.4, need: 0.5, deductible: 0, rate: 0.35 },
    ],
    ['no deductible, wild bills, everything paid', 'deductible.yaml', { sigma: 1.1, need: 6, deductible: 0, rate: 1 }],
    ['a deductible almost as large as the mean bill', 'deductible.yaml', { mean: 3000, sigma: 0.4, need: 6, deductible: 2700, rate: 0.62 }],
    [
      'a ceiling that few admissions reach, wild bills',
      'ceiling.yaml',
      { sigma: 1.3, need: 6, catalogueShare: 0.83, deductible: 0, ceiling: 20_000 },
    ],
    ['a yearly ceiling that most reach', 'ceiling-annual.yaml', { mean: 2500, sigma: 1.3, need: 6, deductible: 0, rate: 1, ceiling: 9000 }],
    ['a yearly ceiling that few reach', 'ceiling-annual.yaml', { sigma: 0.4, need: 0.9, deductible: 600, rate: 0.62, ceiling: 8000 }],
    [
      'marginal bands up to a ceiling, the deductible inside the second',
      'bands.yaml',
      { mean: 5000, sigma: 1.3, need: 6, deductible: 900, bands: THREE_BANDS, ceiling: 6000 },
    ],
    [
      'bands on the whole, the deductible inside the second',
      'bands-whole.yaml',
      { mean: 2000, sigma: 0.4, need: 6, deductible: 900, bands: THREE_BANDS },
    ],
  ]
  // each kind of rule once in npm test, every one of them in npm run test:long
  const isRun = ([, file]: (typeof cases)[number], at: number) => IS_LONG || cases.findIndex(([, other]) => other === file) === at
  test.each(cases.filter(isRun))('%s', (title, file, numbers) => {
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
