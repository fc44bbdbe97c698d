/**
 * 拨付 Payments out of the fund: manual claims when the desk is done, what is owed to members, to the insurer, and once a month to
 * hospitals and clinics for what they advanced. While cash is short payments wait, oldest claims first; all but claims may be paid in part.
 */
import { growable } from '../../kernel/table.ts'
import type { Entry, Fund } from './ledger.ts'

/** Whom the fund pays besides manual claims, in the order in which cash is given out. */
const PAYEES = ['second_compensation', 'insurer', 'hospitals'] as const
type Payee = (typeof PAYEES)[number]

const PAID: Readonly<Record<Payee, string>> = {
  second_compensation: 'second compensation paid',
  insurer: 'insurer paid',
  hospitals: 'hospitals paid',
}

export class Payments {
  readonly #fund: Fund
  /** approved claims that wait for their money, oldest first; `#first`: the first that has not got it */
  readonly #claims = growable(256, { claim: Int32Array, fen: Float64Array })
  #first = 0
  readonly #owed = new Float64Array(PAYEES.length)
  readonly #claimPaid: Entry
  readonly #payeePaid: readonly Entry[]

  constructor(fund: Fund) {
    this.#fund = fund
    this.#claimPaid = fund.entry('claim paid', 'payable:claims', 'cash')
    this.#payeePaid = PAYEES.map((payee) => fund.entry(PAID[payee], `payable:${payee}`, 'cash'))
  }

  /** The desk has finished a claim: it is to be paid. */
  payClaim(claim: number, fen: number): void {
    const row = this.#claims.append()
    this.#claims.claim[row] = claim
    this.#claims.fen[row] = fen
  }

  /** An amount that stands as payable to `payee` is to be paid from now on. */
  pay(payee: Payee, fen: number): void {
    this.#owed[PAYEES.indexOf(payee)] += fen
  }

  /** What was to be paid to `payee` and has not been. */
  waiting(payee: Payee): number {
    return this.#owed[PAYEES.indexOf(payee)]
  }

  /**
   * Pays what cash allows (`limited`; all, if not), claims of families first; `paid(claim)` is told of each. Returns whether something
   * had to wait.
   */
  settle(limited: boolean, paid: (claim: number) => void): boolean {
    const claims = this.#claims
    for (; this.#first < claims.length; this.#first++) {
      const fen = claims.fen[this.#first]
      if (limited && this.#fund.cash() < fen) return true
      this.#claimPaid(fen)
      paid(claims.claim[this.#first])
    }
    claims.length = 0
    this.#first = 0
    let short = false
    for (let i = 0; i < this.#owed.length; i++) {
      const part = limited ? Math.max(0, Math.min(this.#owed[i], this.#fund.cash())) : this.#owed[i]
      this.#payeePaid[i](part)
      this.#owed[i] -= part
      short ||= this.#owed[i] > 0
    }
    return short
  }
}
