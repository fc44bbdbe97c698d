/**
 * 大病保险 Critical-illness cover (second reimbursement, seed document 000): on top of the base benefit an insurer pays part of the eligible
 * cost that a person bore in a year, above a threshold, by bands. It carries the cover for a premium per head, with a corridor for its
 * profit and loss. Plain functions: they draw nothing and write nothing. Money in fen, rates in millionths.
 */
import { shareOf } from '../../kernel/money.ts'
import { amendable } from '../../kernel/rule.ts'

export interface CriticalIllnessTerms {
  readonly inForce: boolean
  /** fen a head, paid by the fund */
  readonly premium: number
  readonly threshold: number
  /** threshold of the poor */
  readonly thresholdPoor: number
  /** of the threshold, for the poor */
  readonly poorFactor: number
  /** first eligible cost borne and rate of each band, lowest first; each rate holds for the part within its band */
  readonly bandFrom: Float64Array
  readonly bandRate: Float64Array
  readonly ceiling: number
  /** millionths of the premium */
  readonly profitShare: number
  readonly lossShare: number
  /** millionths of what lies beyond the loss the insurer bears */
  readonly fundLossShare: number
}

/** 大病保险赔付 What the insurer owes for `borne` fen of eligible cost that a person bore in a year: by bands above the threshold, up to the ceiling. */
export const coverHighCost = amendable('critical_illness', (borne: number, poor: boolean, terms: CriticalIllnessTerms): number => {
  const threshold = poor ? terms.thresholdPoor : terms.threshold
  if (!terms.inForce || borne <= threshold) return 0
  const bands = terms.bandFrom.length
  let sum = 0
  for (let i = 0; i < bands; i++) {
    const from = Math.max(terms.bandFrom[i], threshold)
    const to = i + 1 < bands ? Math.min(borne, terms.bandFrom[i + 1]) : borne
    if (to > from) sum += shareOf(to - from, terms.bandRate[i])
  }
  return Math.min(sum, terms.ceiling)
})

/** What insurer and fund owe one another for a year of cover, fen; at most one of the two is above zero. */
export interface InsurerSettlement {
  /** profit beyond the share the insurer may keep: back to the fund */
  readonly refund: number
  /** the fund's part of losses beyond those the insurer bears alone */
  readonly lossShared: number
}

/** 盈亏调节 The corridor: profit above its share of the premium goes back, losses beyond the insurer's own are shared. */
export function settleInsurer(premium: number, paid: number, terms: CriticalIllnessTerms): InsurerSettlement {
  const profit = premium - paid
  const beyondProfit = Math.max(0, profit - shareOf(premium, terms.profitShare))
  const beyondLoss = Math.max(0, -profit - shareOf(premium, terms.lossShare))
  return { refund: beyondProfit, lossShared: shareOf(beyondLoss, terms.fundLossShare) }
}

/**
 * 医疗救助 Medical assistance: another fund (civil affairs) pays the poor a share of the eligible cost that base benefit and critical-illness
 * cover leave them, up to a yearly ceiling. Money in fen, the rate in millionths.
 */
export interface AssistanceTerms {
  readonly rate: number
  readonly ceiling: number
}

/** 医疗救助额 What assistance pays a poor person for `remaining` fen of the year's eligible cost. */
export const assist = amendable('assistance', (remaining: number, terms: AssistanceTerms): number => {
  return Math.min(terms.ceiling, shareOf(Math.max(0, remaining), terms.rate))
})
