/** Does a 95 % interval of the difference of two simulated counties hold the truth? `npm run bench -- --coverage` asks the same of 1,000 of them. */
import { expect, test } from 'vitest'
import { simulatedCoverage } from '../../bench/coverage.ts'

test('The 95 % interval of a difference holds the exact difference of two rates in a simulated county', () => {
  const { truth, covered, meanDifference } = simulatedCoverage(24, 8)
  // at most 4 of 24 miss it, but in one case of a hundred
  expect(covered).toBeGreaterThanOrEqual(20 / 24)
  expect(meanDifference / truth).toBeCloseTo(1, 1)
})
