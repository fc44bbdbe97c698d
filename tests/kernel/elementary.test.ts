import { describe, expect, test } from 'vitest'
import { exp, log } from '../../src/kernel/distributions.ts'
import { draw, share } from '../../src/kernel/random.ts'

/** Largest relative difference of two functions at 50,000 points spread over [from, to]. */
function largestError(ours: (x: number) => number, theirs: (x: number) => number, from: number, to: number): number {
  let largest = 0
  for (let n = 0; n < 50_000; n++) {
    const x = from + (to - from) * share(draw(7, 7, 0, n))
    const expected = theirs(x)
    largest = Math.max(largest, expected === 0 ? Math.abs(ours(x)) : Math.abs(ours(x) / expected - 1))
  }
  return largest
}

describe('exp', () => {
  test.each([
    [-1e-8, 1e-8],
    [-1, 1],
    [-20, 20],
    [-708, 709.7],
  ])('has a relative error below 2e-15 from %f to %f', (from, to) => {
    expect(largestError(exp, Math.exp, from, to)).toBeLessThan(2e-15)
  })

  test('ends where doubles end', () => {
    expect([exp(0), exp(-800), exp(710), exp(-Infinity), exp(Infinity), exp(Number.NaN)]).toEqual([1, 0, Infinity, 0, Infinity, Number.NaN])
    expect(exp(-745)).toBe(5e-324)
    expect(exp(709.78) / Math.exp(709.78)).toBeCloseTo(1, 12)
  })
})

describe('log', () => {
  test.each([
    [1e-300, 1e-290],
    [1e-6, 1],
    [0.69, 0.72],
    [0.99999, 1.00001],
    [0.5, 3],
    [1, 1e9],
    [1e300, 1.7e308],
  ])('has a relative error below 2e-15 from %f to %f', (from, to) => {
    expect(largestError(log, Math.log, from, to)).toBeLessThan(2e-15)
  })

  test('ends where doubles end', () => {
    expect([log(1), log(0), log(-1), log(Infinity), log(Number.NaN)]).toEqual([0, -Infinity, Number.NaN, Infinity, Number.NaN])
    expect(log(5e-324) / Math.log(5e-324)).toBeCloseTo(1, 14)
  })

  test('undoes exp', () => {
    expect(
      largestError(
        (x) => log(exp(x)),
        (x) => x,
        1,
        700,
      ),
    ).toBeLessThan(2e-15)
  })
})
