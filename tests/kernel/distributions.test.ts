import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { describe, expect, test } from 'vitest'
import { quantileFile } from '../../data/tables/make.ts'
import { normalAbove } from '../../data/tables/standard.ts'
import {
  buildQuantiles,
  gammaQuantiles,
  loadQuantiles,
  logNormalQuantiles,
  nodeProbabilities,
  QUANTILE_NODES,
  QUANTILE_SCALE,
  quantile,
  tableMean,
} from '../../src/kernel/distributions.ts'
import { draw } from '../../src/kernel/random.ts'
import { integral, meanAbove, normalDensity, normalTail } from './independent.ts'

const text = readFileSync(new URL('../../data/tables/quantiles.json', import.meta.url), 'utf8')
const { normal, exponential } = loadQuantiles(text)
const probabilities = nodeProbabilities()
const isUpper = (node: number) => node >= QUANTILE_NODES / 2
const everyNode = Array.from({ length: QUANTILE_NODES }, (_, node) => node)
const draws = (table: Int32Array, n: number) => Array.from({ length: n }, (_, occasion) => quantile(table, draw(3, 1, 4, occasion)))

describe('the committed standard tables', () => {
  test('are byte for byte what the script makes', () => {
    expect(quantileFile()).toBe(text)
  })

  test('have the hash that stands beside them', () => {
    const file: { sha256: string; normal: string; exponential: string } = JSON.parse(text)
    const bytes = Buffer.concat([Buffer.from(file.normal, 'base64'), Buffer.from(file.exponential, 'base64')])
    expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256)
  })

  test('are refused when they are cut short', () => {
    const file: { normal: string; exponential: string } = JSON.parse(text)
    expect(() => loadQuantiles({ ...file, normal: file.normal.slice(0, 400) })).toThrow('npm run tables')
  })

  test('of the normal distribution are right to half a unit by numerical integration', () => {
    const wrong = everyNode.filter((node) => {
      if (node % 23 !== 0) return false
      const z = ((isUpper(node) ? 1 : -1) * normal[node]) / QUANTILE_SCALE
      return Math.abs(normalTail(z) - probabilities[node]) > ((normalDensity(z) * 0.5) / QUANTILE_SCALE) * 1.001 + 1e-15
    })
    expect(wrong).toEqual([])
  })

  test.each([
    [0.025, 1.959963984540054],
    [0.01, 2.3263478740408408],
    [0.001, 3.090232306167813],
    [1e-9, 5.9978070150076865],
  ])('rest on normal quantiles good to 1e-12: %f', (p, z) => {
    expect(Math.abs(normalAbove(p) - z)).toBeLessThan(1e-12)
  })

  test('of the exponential distribution are right to half a unit', () => {
    const exact = (node: number) => -(isUpper(node) ? Math.log(probabilities[node]) : Math.log1p(-probabilities[node])) * QUANTILE_SCALE
    expect(everyNode.filter((node) => Math.abs(exponential[node] - exact(node)) > 0.5001)).toEqual([])
  })
})

describe('one word, one value', () => {
  test('values rise with the probability of the word', () => {
    const steps = Array.from({ length: 20_000 }, (_, n) => n * 107_374)
    const lower = steps.map((distance) => quantile(normal, distance))
    const upper = steps.map((distance) => quantile(normal, distance | (1 << 31)))
    expect(lower.every((value, n) => n === 0 || value > lower[n - 1])).toBe(true)
    expect(upper.every((value, n) => n === 0 || value < upper[n - 1])).toBe(true)
    expect(lower.at(-1)).toBeLessThanOrEqual(upper.at(-1) ?? 0)
  })

  test('the two tails of the normal table mirror each other', () => {
    const words = Array.from({ length: 1000 }, (_, n) => draw(1, 2, 3, n))
    expect(words.filter((word) => quantile(normal, word) + quantile(normal, word ^ (1 << 31)) !== 0)).toEqual([])
  })

  test('the extreme words stay within the table', () => {
    expect([0, 1, 0x7fffffff, -1, 1 << 31].map((word) => Math.abs(quantile(normal, word)) <= 6.4 * QUANTILE_SCALE)).not.toContain(false)
    expect(quantile(exponential, 1 << 31) / QUANTILE_SCALE).toBeCloseTo(32 * Math.LN2, 6)
  })

  test('draws from the standard tables have mean and spread of their distributions', () => {
    const n = 200_000
    for (const [table, expectedMean] of [
      [normal, 0],
      [exponential, 1],
    ] as const) {
      const values = draws(table, n).map((value) => value / QUANTILE_SCALE)
      expect(Math.abs(mean(values) - expectedMean)).toBeLessThan(4 / Math.sqrt(n))
      expect(Math.abs(sampleStandardDeviation(values) - 1)).toBeLessThan(0.01)
    }
  })
})

/** Mean of max(0, X - deductible) over a table: the integral of its piecewise linear quantile function, kinks included. */
function tableMeanAbove(table: Int32Array, deductible: number): number {
  let sum = 0
  for (let node = 0; node + 1 < QUANTILE_NODES; node++) {
    // the last node of an octave has no cell behind it
    if (node % 65 === 64) continue
    const width = probabilities[node + 1] - probabilities[node]
    const [low, high] = [table[node] - deductible, table[node + 1] - deductible].sort((a, b) => a - b)
    if (low >= 0) sum += (width * (low + high)) / 2
    else if (high > 0) sum += (width * high * high) / (high - low) / 2
  }
  return sum
}

describe('log-normal bills', () => {
  const meanFen = 600_000

  test.each([0.3, 0.6, 0.9, 1.1, 1.3])('exceed a deductible on average by the closed form, within 2e-4, at sigma %f', (sigma) => {
    const table = logNormalQuantiles(normal, meanFen, sigma)
    for (const deductible of [0, 0.05, 0.2, 0.5, 1, 2, 3].map((share) => share * meanFen)) {
      const expected = meanAbove(deductible, meanFen, sigma)
      expect(Math.abs(tableMeanAbove(table, deductible) / expected - 1)).toBeLessThan(2e-4)
    }
  })

  test('have the stated mean and spread of logarithms when drawn', () => {
    const n = 200_000
    const bills = draws(logNormalQuantiles(normal, meanFen, 0.9), n)
    const relativeSpread = Math.sqrt(Math.exp(0.81) - 1)
    expect(Math.abs(mean(bills) / meanFen - 1)).toBeLessThan((4 * relativeSpread) / Math.sqrt(n))
    expect(sampleStandardDeviation(bills.map(Math.log))).toBeCloseTo(0.9, 2)
  })

  test('without spread are all the mean', () => {
    expect(new Set(logNormalQuantiles(normal, 12_345, 0))).toEqual(new Set([12_345]))
  })
})

describe('gamma variables', () => {
  test.each([0.05, 0.2, 0.5, 1, 1.5, 4, 10, 100])('of shape %f have the stated mean and a variance of mean² ÷ shape', (shape) => {
    const table = gammaQuantiles(shape, 1_000_000)
    const variance = tableMean(Float64Array.from(table, (value) => (value / 1e6 - 1) ** 2))
    expect(Math.abs(tableMean(table) / 1e6 - 1)).toBeLessThan(1e-6)
    expect(Math.abs(variance * shape - 1)).toBeLessThan(1e-3)
  })

  test('draws have the stated mean within 1e-3', () => {
    expect(Math.abs(mean(draws(gammaQuantiles(2, 1_000_000), 2_000_000)) / 1e6 - 1)).toBeLessThan(1e-3)
  })

  test.each([1.5, 3, 10])('of shape %f have their quantiles where the integral of the density puts them', (shape) => {
    const table = gammaQuantiles(shape, 10_000_000)
    const density = (x: number) => x ** (shape - 1) * Math.exp(-x)
    const total = integral(density, 0, 100, 200_000)
    // p = ¼ · (1 + 16/64) of either tail, and p = 2^-11
    for (const node of [65 + 16, 2080 + 65 + 16, 10 * 65, 2080 + 10 * 65]) {
      const x = (table[node] / 1e7) * shape
      const beyond = isUpper(node) ? integral(density, x, x + 60, 200_000) : integral(density, 0, x, 200_000)
      expect(Math.abs(beyond / total / probabilities[node] - 1)).toBeLessThan(2e-4)
    }
  })

  test('of shape 1 are exponential', () => {
    const table = gammaQuantiles(1, QUANTILE_SCALE)
    const apart = everyNode.map((node) => Math.abs(table[node] - exponential[node]) / QUANTILE_SCALE)
    expect(Math.max(...apart)).toBeLessThan(2e-4)
  })
})

describe('tables of any function', () => {
  test('are rounded and kept between 0 and the top', () => {
    const table = buildQuantiles(normal, (z) => 10 * z + 0.4, 25)
    expect(Math.min(...table)).toBe(0)
    expect(Math.max(...table)).toBe(25)
    expect(table[2080 + 65]).toBe(Math.round((10 * normal[2080 + 65]) / QUANTILE_SCALE + 0.4))
  })

  test('hold at most a 32-bit integer when no top is given', () => {
    expect(Math.max(...buildQuantiles(normal, (z) => 1e9 * z))).toBe(2 ** 31 - 1)
  })
})
