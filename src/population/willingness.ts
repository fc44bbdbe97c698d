/**
 * 参合意愿 The household's choice: a logit of premium against income, chronic members, money received from the fund, members away and what
 * the village did last year. Who is healthy and far away stays out more often: adverse selection comes out of this, it is not put in.
 */
import { log } from '../kernel/distributions.ts'

/** Coefficients of the choice. Money in yuan. */
export interface ChoiceTerms {
  readonly premium: number
  readonly meanIncome: number
  readonly utility: number
  /** per percent of income */
  readonly priceResponse: number
  /** per 10,000 yuan of income per head */
  readonly incomeResponse: number
  readonly chronicResponse: number
  readonly experienceResponse: number
  readonly awayResponse: number
  readonly neighbourResponse: number
  readonly campaignEffort: number
  /** participation that the utility was fitted at: the neighbours' pull is measured from here */
  readonly referenceParticipation: number
  readonly neighboursMatter: boolean
}

/** What the household knows of itself when it decides; `income`: yuan per head. */
export interface Circumstances {
  readonly income: number
  readonly chronic: boolean
  readonly reimbursed: boolean
  readonly shareAway: number
  /** share of the premium that it must pay itself: less for the poor, nothing where the collective pays */
  readonly ownShare: number
}

/** Utility of joining apart from its price, and that price in percent of income. The premium is so much a head and so is income: size cancels out. */
export function tasteFor(h: Circumstances, pull: number, terms: ChoiceTerms): number {
  return (
    terms.utility +
    terms.campaignEffort +
    pull +
    (terms.incomeResponse * h.income) / 10_000 +
    (h.chronic ? terms.chronicResponse : 0) +
    (h.reimbursed ? terms.experienceResponse : 0) +
    terms.awayResponse * h.shareAway
  )
}

export function priceFor(h: Circumstances, terms: ChoiceTerms): number {
  return (h.ownShare * terms.premium * 100) / Math.max(1, h.income)
}

/**
 * A household joins when its fixed rank lies below the logistic of its utility, that is, when its utility lies above the log odds of its
 * rank: a lower price can only add households.
 */
export function leastUtility(rank: number): number {
  const above = Math.max(rank, LEAST_RANK)
  return log(above / (1 - above))
}

/** Half the smallest share a draw can be above zero. */
const LEAST_RANK = 1 / 8_589_934_592

/** 邻里效应 Pull of the village: log odds of last year's participation against the reference. */
export function neighbourPull(participation: number, terms: ChoiceTerms): number {
  if (!terms.neighboursMatter) return 0
  return terms.neighbourResponse * (logOdds(participation) - logOdds(terms.referenceParticipation))
}

function logOdds(participation: number): number {
  const p = Math.min(0.995, Math.max(0.5, participation))
  return log(p / (1 - p))
}
