/** What the model gives is held against the exact figures of a case. */
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { expect } from 'vitest'
import { type exactCase, expectedFigures, type FigureName, simulate, WIDTH } from './exact-case.ts'

/** The model's figures lie within 4 standard errors of the exact ones, and 4 standard errors of the payout are at most WIDTH of it. */
export function holds(written: ReturnType<typeof exactCase>, label: string): void {
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
