/** 月末 What a month leaves behind: how the fund and the desks stand on its last day, subsidies received and claims paid in it. */

import type { MonthSums } from '../record.ts'
import { ADVANCES, owedOn, PAYABLES, RECEIVABLES } from './entries.ts'
import type { Fund } from './ledger.ts'

/** subsidies received, fen; claims paid, and their days from discharge to payment */
const EMPTY = { received: 0, claims: 0, days: 0 }

/** `waiting`: claims at the desks now. */
export function createMonths(fund: Fund, waiting: () => number) {
  const list: MonthSums[] = []
  const now = { ...EMPTY }

  function begin(): void {
    list.length = 0
    Object.assign(now, EMPTY)
  }

  function subsidyReceived(fen: number): void {
    now.received += fen
  }

  function claimPaid(days: number): void {
    now.claims++
    now.days += days
  }

  function end(year: number, month: number): void {
    const sums = {
      cash: fund.cash(),
      payables: owedOn(fund, PAYABLES),
      receivables: -owedOn(fund, RECEIVABLES),
      premiums_in_advance: owedOn(fund, ADVANCES),
      subsidies_received: now.received,
      claims_waiting: waiting(),
      claims_paid: now.claims,
      claim_days_sum: now.days,
    }
    list.push({ year, month, sums })
    Object.assign(now, EMPTY)
  }

  return { list, begin, subsidyReceived, claimPaid, end }
}
