/** 结余 The reserve at the close of a year: the risk fund within it, and what guidance lets a county keep. Plain functions, money in fen. */
import { shareOf } from '../kernel/money.ts'

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
export function surplusAboveGuidance(balance: number, reserve: number, income: number, guidance: SurplusGuidance): number {
  const above = Math.max(balance - shareOf(income, guidance.ofYear), reserve - shareOf(income, guidance.cumulative))
  return Math.max(0, Math.min(above, reserve))
}

/** Shares out `fen` in proportion to `weights`, whole fen, nothing left over: what rounding leaves goes to the first that have any weight. */
export function shareOut(fen: number, weights: ArrayLike<number>): Float64Array {
  const parts = new Float64Array(weights.length)
  let total = 0
  for (let i = 0; i < weights.length; i++) total += weights[i]
  if (total <= 0) return parts
  let left = fen
  for (let i = 0; i < weights.length; i++) {
    parts[i] = Math.floor((fen / total) * weights[i])
    left -= parts[i]
  }
  const one = Math.sign(left)
  for (let i = 0; left !== 0; i = (i + 1) % weights.length) {
    if (weights[i] === 0) continue
    parts[i] += one
    left -= one
  }
  return parts
}
