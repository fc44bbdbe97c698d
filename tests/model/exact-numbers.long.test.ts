import { describe, test } from 'vitest'
import { exactCase, largeEnough, type Numbers } from './exact-case.ts'
import { holds } from './exact-held.ts'

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
  test.each(cases)('%s', (title, file, numbers) => {
    holds(largeEnough(exactCase(file, numbers)), `${file}: ${title}`)
  })
})
