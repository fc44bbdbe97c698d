/** Does a 95 % interval hold the truth in 95 % of all cases? coverage.long.test.ts and `npm run bench -- --coverage` ask the same of simulated comparisons. */
import { describe, expect, test } from 'vitest'
import type { ComparisonRow } from '../../src/measures/statistics/comparison-row.ts'
import { replicationsFor } from '../../src/measures/statistics/headline.ts'
import { meanTold } from '../../src/measures/statistics/intervals.ts'

/** A repeatable stream of standard normal numbers (mulberry32, Box and Muller). */
function normals(seed: number): () => number {
  let state = seed
  const uniform = () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (((mixed ^ (mixed >>> 14)) >>> 0) + 0.5) / 4_294_967_296
  }
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform())
}

const TRUTH = 3

/** Share of `repeats` intervals that hold the truth; `more` tells how many values to go on to, or none to stop. */
function coverage(repeats: number, seed: number, first: number, more: (half: number, n: number) => number): number {
  const normal = normals(seed)
  let covered = 0
  for (let repeat = 0; repeat < repeats; repeat++) {
    const values: number[] = []
    for (let wanted = first; wanted > values.length; ) {
      while (values.length < wanted) values.push(TRUTH + normal())
      const { lower, upper } = meanTold(values)
      wanted = more((upper - lower) / 2, values.length)
    }
    const { lower, upper } = meanTold(values)
    if (lower <= TRUTH && TRUTH <= upper) covered++
  }
  return covered / repeats
}

describe('The 95 % interval of a difference', () => {
  test.each([2, 8, 20])('holds the truth in 932 to 968 of 1,000 comparisons of %i replications', (n) => {
    const share = coverage(1000, n, n, () => 0)
    expect(share).toBeGreaterThanOrEqual(0.932)
    expect(share).toBeLessThanOrEqual(0.968)
  })

  test.each([1, 0.75, 0.5, 0.35])(
    'holds it little less often where replications were added until it was narrow enough: ±%d of the spread',
    (precision) => {
      const row = { n: 0 } as ComparisonRow
      const headline = { measure: 'admissions', theme: 'coverage', against: 'itself' } as const
      const more = (halfWidth: number, n: number) => replicationsFor({ headline, row: { ...row, n }, halfWidth, scale: 1 }, precision)
      // 93.7 to 94.9 % in 20,000 trials (docs/compare.md)
      const share = coverage(4000, 1000 * precision, 10, more)
      expect(share).toBeGreaterThanOrEqual(0.93)
      expect(share).toBeLessThanOrEqual(0.96)
    },
  )
})
