/** 对照 A reform beside the base, replication by replication: the same luck on both sides, so that only the reform differs. */
import { op, table } from 'arquero'
import { mean } from 'simple-statistics'
import type { AnnualRow } from '../rows.ts'
import type { ComparisonRow, Difference } from './comparison-row.ts'
import { effectOf, scaleOf } from './held-against.ts'
import { meanTold } from './intervals.ts'

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
    rows: judged(told.map((one) => differenceOf(names, one))),
    unpaired: base.length + reform.length - 2 * both,
    untold: grouped.length - told.length,
  }
}

interface PairedFigures extends Pick<Difference, (typeof WHERE)[number]> {
  readonly base: number[]
  readonly reform: number[]
}

function columnsOf(rows: readonly AnnualRow[], value: 'base' | 'reform') {
  const columns = Object.fromEntries(KEYS.map((key) => [key, rows.map((row) => row[key])]))
  return table({ ...columns, [value]: rows.map((row) => row.value) })
}

function differenceOf(names: Pick<Difference, 'scenario' | 'base'>, { base, reform, ...where }: PairedFigures): Difference {
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
  }
}

/** Each with the answer to whether it is worth speaking of. */
function judged(rows: readonly Difference[]): ComparisonRow[] {
  const keyOf = ({ year, area }: Difference, measure: string, group: string) => `${year}|${area}|${measure}|${group}`
  const found = new Map(rows.map((row) => [keyOf(row, row.measure, row.group), row]))
  return rows.map((row) => {
    // part of a measure, such as needs forgone for one reason, has that of everybody beside it
    const find = (measure: string) => found.get(keyOf(row, measure, row.group)) ?? found.get(keyOf(row, measure, ''))
    return { ...row, effect: effectOf(row, scaleOf(row, find)) }
  })
}
