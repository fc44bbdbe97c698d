/** 月末 What a month leaves behind: how the fund and the desks stand on its last day, subsidies received and claims paid in it. */

import type { MonthSums } from '../record.ts'
import { ADVANCES, owedOn, PAYABLES, RECEIVABLES } from './entries.ts'
import type { Fund } from './ledger.ts'

/** What happened in a month: subsidies received, fen; claims paid, and their days from discharge to payment. */
const nothing = () => ({ received: 0, claims: 0, days: 0 })

export class Months {
  /** the months so far */
  readonly list: MonthSums[] = []
  readonly #fund: Fund
  #now = nothing()

  constructor(fund: Fund) {
    this.#fund = fund
  }

  subsidyReceived(fen: number): void {
    this.#now.received += fen
  }

  claimPaid(days: number): void {
    this.#now.claims++
    this.#now.days += days
  }

  /** `waiting`: claims at the desks on the last day. */
  end(year: number, month: number, waiting: number): void {
    const sums = {
      cash: this.#fund.cash(),
      payables: owedOn(this.#fund, PAYABLES),
      receivables: -owedOn(this.#fund, RECEIVABLES),
      premiums_in_advance: owedOn(this.#fund, ADVANCES),
      subsidies_received: this.#now.received,
      claims_waiting: waiting,
      claims_paid: this.#now.claims,
      claim_days_sum: this.#now.days,
    }
    this.list.push({ year, month, sums })
    this.#now = nothing()
  }
}
