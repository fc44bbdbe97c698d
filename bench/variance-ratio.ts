/** How many times smaller the variance of a difference is on common draws, and how well so many replications know it. */
import { quantileSorted, sampleVariance } from 'simple-statistics'
import { draw, masterKey, share } from '../src/kernel/random.ts'

/** A figure in each replication: of the base, of the reform on the base's draws, of the reform on draws of its own. */
export interface ThreeRuns {
  readonly base: readonly number[]
  readonly paired: readonly number[]
  readonly apart: readonly number[]
}

export interface VarianceRatio {
  readonly ratio: number
  /** of the 95 % interval */
  readonly lower: number
  readonly upper: number
}

const RESAMPLES = 2000
const TAIL = 0.025

/**
 * The ratio with its percentile interval by the bootstrap: whole replications are drawn anew, with replacement, since the two differences
 * share a base and neither is normal (F's interval would take them for independent and normal). Same figures, same interval.
 */
export function varianceRatio(runs: ThreeRuns): VarianceRatio {
  const n = runs.base.length
  const key = masterKey('variance ratio')
  const ratios = Array.from({ length: RESAMPLES }, (_, resample) => {
    const rows = Array.from({ length: n }, (__, index) => Math.floor(share(draw(key.a, key.b, resample, index)) * n))
    return ratioOf(runs, rows)
  }).sort((a, b) => a - b)
  return { ratio: ratioOf(runs, [...runs.base.keys()]), lower: quantileSorted(ratios, TAIL), upper: quantileSorted(ratios, 1 - TAIL) }
}

/** Infinite where the reform changes the figure by the same in each of these replications. */
function ratioOf({ base, paired, apart }: ThreeRuns, rows: readonly number[]): number {
  const variance = (reform: readonly number[]) => sampleVariance(rows.map((row) => reform[row] - base[row]))
  return variance(apart) / variance(paired)
}
