/** 对照 A figure of a reform beside that of the base, over all replications. */
import type { Effect } from '../../words/effects.ts'

export interface ComparisonRow {
  /** the reform */
  readonly scenario: string
  readonly base: string
  readonly year: number
  readonly area: string
  readonly measure: string
  readonly group: string
  /** replications in which both have the figure */
  readonly n: number
  readonly baseMean: number
  readonly reformMean: number
  /** mean of reform − base over the replications */
  readonly difference: number
  /** of the difference */
  readonly se: number
  readonly lower: number
  readonly upper: number
  readonly effect: Effect
}

/** The same before it is known what the difference is held against. */
export type Difference = Omit<ComparisonRow, 'effect'>
