/** What so many replications tell of a mean, a probability or a quantile: the 95 % interval of each. */
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { tQuantile } from './student-t.ts'

/** A figure over replications. A bound that so few replications cannot tell is left out. */
export interface Told {
  readonly value: number
  readonly lower?: number
  readonly upper?: number
}

/** Of a mean over replications, by Student's t; exact when the replications do not differ. */
interface MeanTold {
  readonly mean: number
  readonly se: number
  readonly lower: number
  readonly upper: number
}

export const COVERAGE = 0.95
/** Standard normal quantile of 0.975. */
const Z = 1.959963984540054

/** Mean of at least two values with its 95 % interval. Equal values give themselves and an interval without width. */
export function meanTold(values: readonly number[]): MeanTold {
  const n = values.length
  if (n < 2) throw new Error('an interval takes two replications at least')
  if (values.every((value) => value === values[0])) return { mean: values[0], se: 0, lower: values[0], upper: values[0] }
  const own = [...values]
  const middle = mean(own)
  const se = sampleStandardDeviation(own) / Math.sqrt(n)
  const half = tQuantile(COVERAGE, n - 1) * se
  return { mean: middle, se, lower: middle - half, upper: middle + half }
}

/** Probability of what happened in `times` of `n` replications, with Wilson's interval (1927): right at 0 and at 1 too. */
export function probabilityTold(times: number, n: number): Required<Told> {
  const share = times / n
  const square = Z * Z
  const centre = (share + square / (2 * n)) / (1 + square / n)
  const half = (Z / (1 + square / n)) * Math.sqrt((share * (1 - share)) / n + square / (4 * n * n))
  return { value: share, lower: times === 0 ? 0 : centre - half, upper: times === n ? 1 : centre + half }
}

/**
 * Quantile of sorted values, on the straight line between neighbouring ranks (R's type 7), with the interval that needs no distribution:
 * between the two values whose ranks leave 2.5 % of the binomial law outside on either side (Conover 1999, 3.2).
 * With few replications a bound lies beyond the smallest or largest value: it is left out.
 */
export function quantileTold(sorted: readonly number[], share: number): Told {
  const n = sorted.length
  const place = (n - 1) * share
  const below = Math.floor(place)
  const value = sorted[below] + (place - below) * ((sorted[below + 1] ?? sorted[below]) - sorted[below])
  const tail = (1 - COVERAGE) / 2
  // P(exactly `count` of n values lie below the quantile), as a logarithm: the first terms may be too small for a number
  let logChance = n * Math.log(1 - share)
  let atMost = Math.exp(logChance)
  // the largest rank r with P(fewer than r below) ≤ 2.5 %, and the smallest with P(r or more below) ≤ 2.5 %
  let lowRank = atMost <= tail ? 1 : 0
  let highRank = atMost >= 1 - tail ? 1 : 0
  for (let count = 1; count < n && !highRank; count++) {
    logChance += Math.log(((n - count + 1) / count) * (share / (1 - share)))
    atMost += Math.exp(logChance)
    if (atMost <= tail) lowRank = count + 1
    if (atMost >= 1 - tail) highRank = count + 1
  }
  return { value, lower: sorted[lowRank - 1], upper: highRank ? sorted[highRank - 1] : undefined }
}
