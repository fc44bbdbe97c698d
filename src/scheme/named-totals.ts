/** From the cells of a year to named sums, as they are declared. Groups add up to their total. */

import type { Measure } from '../words/measure.ts'
import { type ClosedYear, FLOW_TOTALS, FLOWS, STANDINGS } from './counted/books.ts'
import { addComposed, COMPOSED } from './counted/composed.ts'
import { COUNTS } from './counted/counts.ts'
import type { AddSum } from './counted/declare.ts'
import { GROUPS, GROUPS_AT_CLOSE } from './counted/groups.ts'
import type { AccountTurnover } from './fund/ledger.ts'
import type { YearClose } from './fund/year-close.ts'
import { type CellName, DECLARED, SUMS } from './totals.ts'

/** The sums of a year from its cells, its close and what the insurer made of its cover. */
export function namedSums(cells: Float64Array, close: YearClose, insurerResult: number): Record<string, number> {
  const sums: Record<string, number> = {}
  const addTo =
    (name: string): AddSum =>
    (group, sum) => {
      sums[group === '' ? name : `${name}|${group}`] = sum
    }
  const addCounted = (keys: readonly string[]) => {
    for (const key of keys as readonly CellName[]) {
      const { name, sums: shape } = DECLARED[key]
      if (name !== undefined) shape?.(cells, SUMS[key], addTo(name))
    }
  }
  addCounted(Object.keys(COUNTS))
  addCounted(Object.keys(GROUPS))
  for (const [name, composed] of Object.entries(COMPOSED)) addComposed(composed, cells, addTo(name))
  addCounted(Object.keys(GROUPS_AT_CLOSE))
  addFund(sums, close.turnover)
  const closed: ClosedYear = { ...close, insurerResult }
  for (const [name, { fen }] of Object.entries(STANDINGS)) sums[name] = fen(closed)
  return sums
}

/** Income and expenditure of the year by payer and use: the net of each account. */
function addFund(sums: Record<string, number>, turnover: readonly AccountTurnover[]): void {
  for (const name of Object.keys(FLOW_TOTALS)) sums[name] = 0
  for (const { account, debitFen, creditFen } of turnover) {
    if (!(account in FLOWS)) continue
    const net = account.startsWith('income:') ? creditFen - debitFen : debitFen - creditFen
    sums[flowName(account)] = net
    sums[flowName(account).split('.')[0]] += net
  }
}

/** `income:individual` is the measure fund_income.individual. */
function flowName(account: string): string {
  return `fund_${account.replace(':', '.')}`
}

/** Sums that are printed as rows, by name, with what is told of them. */
export const TOLD_SUMS: Readonly<Record<string, Measure>> = Object.fromEntries([
  ...Object.values(DECLARED).flatMap(({ name, measure }) => (name && measure ? [[name, measure] as const] : [])),
  ...Object.entries(COMPOSED).flatMap(([name, { measure }]) => (measure ? [[name, measure] as const] : [])),
  ...Object.entries(FLOW_TOTALS),
  ...Object.entries(FLOWS).map(([account, measure]) => [flowName(account), measure] as const),
  ...Object.entries(STANDINGS).map(([name, { measure }]) => [name, measure] as const),
])
