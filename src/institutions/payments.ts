/**
 * 拨付 Payments out of the fund: hospitals and clinics once a month for what they advanced, claims by hand when the desk is done.
 * While cash is short payments wait, oldest first; hospitals may be paid in part.
 */
import type { Fund } from './fund.ts'

/** `cashLimit()`: do payments wait while the fund has no cash? `paid(claim)` is told on the day the money leaves. */
export function createPayments(fund: Fund, cashLimit: () => boolean, paid: (claim: number) => void) {
  const waiting: { claim: number; fen: number }[] = []
  let first = 0
  let owedToHospitals = 0

  /** The desk has finished a claim: it is to be paid. */
  function payClaim(claim: number, fen: number): void {
    waiting.push({ claim, fen })
  }

  /** 月结算 What places of care advanced up to the end of the month before is to be paid. */
  function payHospitals(fen: number): void {
    owedToHospitals += fen
  }

  /** Pays what cash allows, claims of families before hospitals. Returns whether something had to wait. */
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
    const part = cashLimit() ? Math.max(0, Math.min(owedToHospitals, fund.balance('cash'))) : owedToHospitals
    fund.post('hospitals paid', 'payable:hospitals', 'cash', part)
    owedToHospitals -= part
    return owedToHospitals > 0
  }

  return { payClaim, payHospitals, settle, waitingClaims: () => waiting.length - first }
}
