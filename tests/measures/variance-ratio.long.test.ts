/** How well `npm run bench -- --pairs` knows what it prints. */
import { describe, expect, test } from 'vitest'
import { type ThreeRuns, varianceRatio } from '../../bench/variance-ratio.ts'
import { draw, masterKey, secondWord, share } from '../../src/kernel/random.ts'

const TIMES = 50

/** Figures whose difference has a variance 50 times smaller on common draws than on others, in the long run. */
function runsOf(repeat: number, replications: number): ThreeRuns {
  const key = masterKey('figures of known variance')
  const normal = (purpose: number, index: number) => {
    const angle = 2 * Math.PI * share(draw(key.a, key.b, purpose, repeat * replications + index))
    return Math.sqrt(-2 * Math.log(1 - share(secondWord()))) * Math.cos(angle)
  }
  const of = (figure: (index: number) => number) => Array.from({ length: replications }, (_, index) => figure(index))
  const base = of((index) => normal(1, index))
  // variance of the difference: 2 apart, 2 ÷ 50 paired
  return { base, paired: of((index) => base[index] + Math.sqrt(2 / TIMES) * normal(2, index)), apart: of((index) => normal(3, index)) }
}

describe('The ratio of the variances of a difference', () => {
  test('is that of the figures, and its interval holds the true ratio in about 95 of 100 cases', () => {
    const repeats = 200
    const told = Array.from({ length: repeats }, (_, repeat) => varianceRatio(runsOf(repeat, 40)))
    const held = told.filter(({ lower, upper }) => lower <= TIMES && TIMES <= upper).length
    expect(told[0].ratio).toBeGreaterThan(told[0].lower)
    expect(told[0].ratio).toBeLessThan(told[0].upper)
    // the percentile interval of 40 replications is a little too narrow
    expect(held / repeats).toBeGreaterThan(0.88)
    expect(held / repeats).toBeLessThan(0.99)
  })

  test('is known twice as well by four times as many replications', () => {
    const width = (replications: number) => {
      const all = Array.from({ length: 10 }, (_, repeat) => varianceRatio(runsOf(repeat, replications)))
      return all.reduce((sum, { lower, upper }) => sum + Math.log(upper / lower), 0) / all.length
    }
    expect(width(40) / width(160)).toBeGreaterThan(1.6)
    expect(width(40) / width(160)).toBeLessThan(2.5)
  })

  test('has no end where the reform changes the figure by the same everywhere', () => {
    const { base, apart } = runsOf(0, 20)
    const whole = base.map((value) => Math.round(1000 * value))
    expect(varianceRatio({ base: whole, paired: whole.map((value) => value + 5), apart }).ratio).toBe(Number.POSITIVE_INFINITY)
  })
})
