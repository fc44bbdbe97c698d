/** 对照 A reform beside the base, replication by replication: the same luck on both sides, so that only the reform differs. */
import { op, table } from 'arquero'
import { mean } from 'simple-statistics'
import type { AnnualRow } from '../rows.ts'
import { meanTold } from './intervals.ts'

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
  /** told as an effect: the 95 % interval of the difference leaves out zero */
  readonly effect: boolean
}

export interface Comparison {
  readonly rows: readonly ComparisonRow[]
  /** figures of one replication that only one of the two scenarios has (no denominator, or a rule that the other does not have) */
  readonly unpaired: number
  /** rows left out because fewer than two replications have the figure in both */
  readonly untold: number
}

const KEYS = ['replication', 'year', 'area', 'measure', 'group'] as const
const WHERE = ['year', 'area', 'measure', 'group'] as const

/**
 * Compares one reform with the base. Rows in the order of the base's. Where both scenarios give the same figures, difference and
 * interval are exactly zero.
 * @param base annual rows of one scenario
 * @param reform annual rows of the other, of the same replications
 */
export function compare(base: readonly AnnualRow[], reform: readonly AnnualRow[]): Comparison {
  if (!base.length || !reform.length) return { rows: [], unpaired: base.length + reform.length, untold: 0 }
  const paired = columnsOf(base, 'base').join(columnsOf(reform, 'reform'), [[...KEYS], [...KEYS]])
  const both = paired.numRows()
  const grouped = paired
    .groupby(...WHERE)
    .rollup({ base: op.array_agg('base'), reform: op.array_agg('reform') })
    .objects({ limit: Infinity }) as PairedFigures[]
  const told = grouped.filter((one) => one.base.length > 1)
  const names = { scenario: reform[0].scenario, base: base[0].scenario }
  return {
    rows: told.map((one) => comparisonRow(names, one)),
    unpaired: base.length + reform.length - 2 * both,
    untold: grouped.length - told.length,
  }
}

interface PairedFigures extends Pick<ComparisonRow, (typeof WHERE)[number]> {
  readonly base: number[]
  readonly reform: number[]
}

function columnsOf(rows: readonly AnnualRow[], value: 'base' | 'reform') {
  const columns = Object.fromEntries(KEYS.map((key) => [key, rows.map((row) => row[key])]))
  return table({ ...columns, [value]: rows.map((row) => row.value) })
}

function comparisonRow(names: Pick<ComparisonRow, 'scenario' | 'base'>, { base, reform, ...where }: PairedFigures): ComparisonRow {
  const difference = meanTold(reform.map((value, index) => value - base[index]))
  return {
    ...names,
    ...where,
    n: base.length,
    baseMean: mean(base),
    reformMean: mean(reform),
    difference: difference.mean,
    se: difference.se,
    lower: difference.lower,
    upper: difference.upper,
    effect: difference.lower > 0 || difference.upper < 0,
  }
}
