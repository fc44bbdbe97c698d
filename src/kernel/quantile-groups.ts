/**
 * 五等份、十等份 Quintiles and deciles by rank, and tables by them.
 *
 * The rule: a person belongs to group floor(groups × rank), where rank is the share of the weight below the person's value plus half of
 * the weight at it. So people of the same value (zero incomes too) are all in one group, the one in which the middle of their stretch
 * lies; a middle exactly between two groups belongs to the upper one. Groups are therefore of equal size only where values differ; a
 * group may be empty when one value fills more than a group. Whoever has no weight moves nobody else.
 */
import { doubles, type Ranking, requireRows, weightColumn } from './ranking.ts'

export const FIFTHS = 5
export const TENTHS = 10

/** Group of each row, from 0 (lowest) to `groups` - 1. Throws a RangeError when `groups` is not a whole number from 1 to 65,535. */
export function quantileGroups(ranking: Ranking, groups: number): Uint16Array {
  if (!(Number.isInteger(groups) && groups > 0 && groups < 65_536)) {
    throw new RangeError(`${groups} groups; expected a whole number from 1 to 65,535`)
  }
  // times before divided by: with whole weights the borders between groups are then exact
  const groupOf = new Uint16Array(ranking.middle.length)
  for (let row = 0; row < groupOf.length; row++) {
    groupOf[row] = Math.min(groups - 1, Math.floor((ranking.middle[row] * groups) / ranking.total))
  }
  return groupOf
}

/** One entry a group, lowest first. */
export interface GroupTable {
  /** rows in the group, whatever they weigh */
  readonly rows: Uint32Array
  /** sum of their weights */
  readonly weight: Float64Array
  /** sum of weight × value, in the unit of the values */
  readonly sum: Float64Array
  /** sum ÷ weight; NaN in a group without weight */
  readonly mean: Float64Array
}

/** Sums and means of `values` by group, as `quantileGroups` gives them. Throws a RangeError when columns differ in length. */
export function tableByGroup(
  values: ArrayLike<number>,
  groupOf: ArrayLike<number>,
  groups: number,
  weights?: ArrayLike<number>,
): GroupTable {
  requireRows(values.length, groupOf, 'groups')
  const column = doubles(values)
  const weightOf = weightColumn(values.length, weights)
  const rows = new Uint32Array(groups)
  const weight = new Float64Array(groups)
  const sum = new Float64Array(groups)
  for (let row = 0; row < values.length; row++) {
    const group = groupOf[row]
    if (!(group >= 0 && group < groups)) throw new RangeError(`row ${row}: group ${group}; expected one from 0 to ${groups - 1}`)
    const own = weightOf[row]
    rows[group]++
    weight[group] += own
    sum[group] += own * column[row]
  }
  return { rows, weight, sum, mean: sum.map((total, group) => total / weight[group]) }
}
