import { describe, expect, test } from 'vitest'
import { meanTold, probabilityTold, quantileTold } from '../../src/measures/statistics/intervals.ts'
import { tQuantile, withinT } from '../../src/measures/statistics/student-t.ts'

describe("Student's t", () => {
  // two-sided 95 % and 99 %, NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.2
  test.each([
    [1, 12.706, 63.657],
    [2, 4.303, 9.925],
    [3, 3.182, 5.841],
    [4, 2.776, 4.604],
    [7, 2.365, 3.499],
    [10, 2.228, 3.169],
    [19, 2.093, 2.861],
    [30, 2.042, 2.75],
    [60, 2.0, 2.66],
    [100, 1.984, 2.626],
  ])('with %i degrees of freedom has the published quantiles', (freedom, at95, at99) => {
    expect(tQuantile(0.95, freedom)).toBeCloseTo(at95, 3)
    expect(tQuantile(0.99, freedom)).toBeCloseTo(at99, 3)
  })

  test('is known in closed form for one and two degrees of freedom', () => {
    // P(|T| ≤ t) = 2/π · atan t, and t/√(2 + t²)
    for (const t of [0.1, 1, 4.5]) {
      expect(withinT(t, 1)).toBeCloseTo((2 / Math.PI) * Math.atan(t), 14)
      expect(withinT(t, 2)).toBeCloseTo(t / Math.sqrt(2 + t * t), 14)
    }
  })

  test('comes near the normal law with many degrees of freedom', () => {
    expect(tQuantile(0.95, 9999)).toBeCloseTo(1.96, 3)
    expect(tQuantile(0.95, 9999)).toBeGreaterThan(1.959963984540054)
  })

  test('is refused without a degree of freedom', () => {
    expect(() => tQuantile(0.95, 0)).toThrow('0 degrees of freedom')
  })
})

describe('The interval of a mean', () => {
  test('is that of a worked example', () => {
    // mean 3, sd √2.5, t(4) = 2.776445
    const { mean, se, lower, upper } = meanTold([1, 2, 3, 4, 5])
    expect([mean, se]).toEqual([3, Math.sqrt(0.5)])
    expect([lower, upper]).toEqual([expect.closeTo(3 - 2.776445 * Math.sqrt(0.5), 6), expect.closeTo(3 + 2.776445 * Math.sqrt(0.5), 6)])
  })

  test('has no width where the replications do not differ, to the last bit', () => {
    expect(meanTold([0.1, 0.1, 0.1])).toEqual({ mean: 0.1, se: 0, lower: 0.1, upper: 0.1 })
  })

  test('is refused for a single replication', () => {
    expect(() => meanTold([1])).toThrow('two replications')
  })
})

describe('The interval of a probability', () => {
  test("is Wilson's", () => {
    // 1 of 20: Newcombe 1998 gives 0.0089 to 0.2361
    const { value, lower, upper } = probabilityTold(1, 20)
    expect(value).toBe(0.05)
    expect([lower, upper]).toEqual([expect.closeTo(0.0089, 4), expect.closeTo(0.2361, 4)])
  })

  test('does not say that what never happened cannot happen', () => {
    expect(probabilityTold(0, 20)).toEqual({ value: 0, lower: 0, upper: expect.closeTo(0.1611, 4) })
    expect(probabilityTold(20, 20)).toEqual({ value: 1, lower: expect.closeTo(0.8389, 4), upper: 1 })
  })
})

describe('The interval of a quantile', () => {
  const ranks = (n: number) => Array.from({ length: n }, (_, index) => index + 1)

  test('of the median of 20 lies between the 6th and the 15th value', () => {
    expect(quantileTold(ranks(20), 0.5)).toEqual({ value: 10.5, lower: 6, upper: 15 })
  })

  test('has no bound where so few replications cannot tell one', () => {
    expect(quantileTold(ranks(20), 0.05)).toEqual({ value: expect.closeTo(1.95, 12), lower: undefined, upper: 4 })
    expect(quantileTold(ranks(20), 0.95)).toEqual({ value: 19.05, lower: 17, upper: undefined })
    expect(quantileTold([7], 0.5)).toEqual({ value: 7, lower: undefined, upper: undefined })
  })

  test('is the same seen from above as from below, with many replications too', () => {
    const [low, high] = [0.05, 0.95].map((share) => quantileTold(ranks(3000), share))
    expect([low.lower, low.upper]).toEqual([3001 - (high.upper ?? 0), 3001 - (high.lower ?? 0)])
    // 150 ± 1.96 × √(3000 × 0.05 × 0.95)
    expect(low.lower).toBeCloseTo(150 - 23.4, -1)
  })
})
