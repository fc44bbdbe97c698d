/** 年度合计 The totals of a scheme year: at which offset of one typed array each declared count lies. */

import { layOut } from '../kernel/tally.ts'
import { COUNTS } from './counted/counts.ts'
import type { Counted } from './counted/declare.ts'
import { GROUPS, GROUPS_AT_CLOSE } from './counted/groups.ts'

export { PREMIUM_FACTORS } from './counted/groups.ts'

const ALL = { ...COUNTS, ...GROUPS, ...GROUPS_AT_CLOSE }

export type CellName = keyof typeof ALL

/** Everything that handlers count, by the key they count with. */
export const DECLARED: Readonly<Record<CellName, Counted>> = ALL

/** Offsets of the counts of one year. Money in fen. */
export const SUMS = layOut(Object.fromEntries(Object.entries(ALL).map(([key, { cells }]) => [key, cells])) as Record<CellName, number>)

/** The sums of the scheme year now open; `values` is exchanged on 1 January. */
export interface YearlySums {
  values: Float64Array
}
