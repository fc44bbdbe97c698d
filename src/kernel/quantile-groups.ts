/**
 * 五等份、十等份 Quintiles and deciles by rank.
 *
 * The rule: a person belongs to group floor(groups × rank), where rank is the share of the weight below the person's value plus half of
 * the weight at it. So people of the same value (zero incomes too) are all in one group, the one in which the middle of their stretch
 * lies; a middle exactly between two groups belongs to the upper one. Groups are therefore of equal size only where values differ; a
 * group may be empty when one value fills more than a group. Whoever has no weight moves nobody else.
 */
import type { Ranking } from './ranking.ts'

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
