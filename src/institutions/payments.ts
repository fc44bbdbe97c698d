/**
 * 拨付 Payments out of the fund: claims by hand when the desk is done, what is owed to members, to the insurer, and once a month to
 * hospitals and clinics for what they advanced. While cash is short payments wait, oldest claims first; all but claims may be paid in part.
 */
import type { Account, Fund } from './fund.ts'

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
  const waiting: { claim: number; fen: number }[] = []
  let first = 0
  const owed: Record<Payee, number> = { second_compensation: 0, insurer: 0, hospitals: 0 }

  /** The desk has finished a claim: it is to be paid. */
  function payClaim(claim: number, fen: number): void {
    waiting.push({ claim, fen })
  }

  /** An amount that stands as payable to `payee` is to be paid from now on. */
  function pay(payee: Payee, fen: number): void {
    owed[payee] += fen
  }

  /** Pays what cash allows, claims of families first. Returns whether something had to wait. */
  function settle(): boolean {
    while (first < waiting.length) {
      const { claim, fen } = waiting[first]
      if (cashLimit() && fund.balance('cash') < fen) return true
      fund.post('claim paid', 'payable:claims', 'cash', fen)
      paid(claim)
      first++
    }
    waiting.length = 0
    first = 0
    let short = false
    for (const payee of PAYEES) {
      const part = cashLimit() ? Math.max(0, Math.min(owed[payee], fund.balance('cash'))) : owed[payee]
      const account: Account = `payable:${payee}`
      fund.post(PAID[payee], account, 'cash', part)
      owed[payee] -= part
      short ||= owed[payee] > 0
    }
    return short
  }

  return { payClaim, pay, settle, waitingClaims: () => waiting.length - first }
}
