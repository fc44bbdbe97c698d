/**
 * 拨付 Payments out of the fund: claims by hand when the desk is done, what is owed to members, to the insurer, and once a month to
 * hospitals and clinics for what they advanced. While cash is short payments wait, oldest claims first; all but claims may be paid in part.
 */
import { growable } from '../../kernel/table.ts'
import type { Fund } from './ledger.ts'

/** Whom the fund pays besides claims by hand, in the order in which cash is given out. */
const PAYEES = ['second_compensation', 'insurer', 'hospitals'] as const
export type Payee = (typeof PAYEES)[number]

const PAID: Readonly<Record<Payee, string>> = {
  second_compensation: 'second compensation paid',
  insurer: 'insurer paid',
  hospitals: 'hospitals paid',
}

/** `cashLimit()`: do payments wait while the fund has no cash? `paid(claim)` is told on the day the money leaves. */
export function createPayments(fund: Fund, cashLimit: () => boolean, paid: (claim: number) => void) {
  const waiting = growable(256, { claim: Int32Array, fen: Float64Array })
  let first = 0
  const owed = new Float64Array(PAYEES.length)
  const claimPaid = fund.entry('claim paid', 'payable:claims', 'cash')
  const payeePaid = PAYEES.map((payee) => fund.entry(PAID[payee], `payable:${payee}`, 'cash'))

  function begin(): void {
    waiting.length = 0
    first = 0
    owed.fill(0)
  }

  /** The desk has finished a claim: it is to be paid. */
  function payClaim(claim: number, fen: number): void {
    const row = waiting.append()
    waiting.claim[row] = claim
    waiting.fen[row] = fen
  }

  /** An amount that stands as payable to `payee` is to be paid from now on. */
  function pay(payee: Payee, fen: number): void {
    owed[PAYEES.indexOf(payee)] += fen
  }

  /** Pays what cash allows, claims of families first. Returns whether something had to wait. */
  function settle(): boolean {
    const limited = cashLimit()
    for (; first < waiting.length; first++) {
      const fen = waiting.fen[first]
      if (limited && fund.cash() < fen) return true
      claimPaid(fen)
      paid(waiting.claim[first])
    }
    waiting.length = 0
    first = 0
    let short = false
    for (let i = 0; i < owed.length; i++) {
      const part = limited ? Math.max(0, Math.min(owed[i], fund.cash())) : owed[i]
      payeePaid[i](part)
      owed[i] -= part
      short ||= owed[i] > 0
    }
    return short
  }

  return { begin, payClaim, pay, settle, waitingClaims: () => waiting.length - first }
}
