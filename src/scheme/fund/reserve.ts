/** 结余 The reserve at the close of a year: the risk fund within it, and what guidance lets a county keep. Plain functions, money in fen. */
import { shareOf } from '../../kernel/money.ts'
import { amendable } from '../../kernel/rule.ts'

/**
 * 风险基金 What goes from the accumulated balance to the risk fund: as much as the balance allows until the fund is `share` (millionths) of
 * the year's income; below zero what comes back, when the balance is overdrawn.
 */
export function riskFundTransfer(accumulated: number, riskFund: number, income: number, share: number): number {
  if (accumulated < 0) return -Math.min(riskFund, -accumulated)
  return Math.min(accumulated, Math.max(0, shareOf(income, share) - riskFund))
}

/** Guidance on surpluses, millionths of the year's income. */
export interface SurplusGuidance {
  readonly ofYear: number
  readonly cumulative: number
}

/** 二次补偿 Second compensation: the surplus above the guidance for the year, or above that for the cumulative balance, whichever is more. */
export const surplusAboveGuidance = amendable(
  'surplus',
  (balance: number, reserve: number, income: number, guidance: SurplusGuidance): number => {
    const above = Math.max(balance - shareOf(income, guidance.ofYear), reserve - shareOf(income, guidance.cumulative))
    return Math.max(0, Math.min(above, reserve))
  },
)

/**
 * Shares out `fen` in proportion to `weights` (whole numbers), whole fen, nothing left over: each gets its part rounded down, exactly, and
 * what that leaves goes one fen each to the first that have any weight.
 */
export function shareOut(fen: number, weights: ArrayLike<number>): Float64Array {
  const parts = new Float64Array(weights.length)
  let total = 0n
  for (let i = 0; i < weights.length; i++) total += BigInt(weights[i])
  if (total <= 0n) return parts
  let left = fen
  for (let i = 0; i < weights.length; i++) {
    parts[i] = Number((BigInt(fen) * BigInt(weights[i])) / total)
    left -= parts[i]
  }
  for (let i = 0; left > 0; i++) {
    if (weights[i] === 0) continue
    parts[i]++
    left--
  }
  return parts
}
