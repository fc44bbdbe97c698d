/**
 * 参合意愿 The household's choice: a logit of premium against income, chronic members, money received from the fund, members away and what
 * the village did last year. Who is healthy and far away stays out more often: adverse selection comes out of this, it is not put in.
 */
import { log } from '../../kernel/distributions.ts'

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

/** What a household knows of itself when it decides. */
interface SelfKnowledge {
  /** yuan per head */
  readonly income: number
  /** a member is chronically ill; the fund has paid for one since the last campaign */
  readonly isIll: boolean
  readonly wasReimbursed: boolean
  /** of the eligible members */
  readonly shareAway: number
}

/** Utility of joining apart from its price; `pull`: of the neighbours. */
export function tasteFor(household: SelfKnowledge, pull: number, terms: ChoiceTerms): number {
  return (
    terms.utility +
    terms.campaignEffort +
    pull +
    (terms.incomeResponse * household.income) / 10_000 +
    (household.isIll ? terms.chronicResponse : 0) +
    (household.wasReimbursed ? terms.experienceResponse : 0) +
    terms.awayResponse * household.shareAway
  )
}

/**
 * The price in percent of income. The premium is so much a head and so is income: size cancels out. `ownShare`: share of the premium that
 * the household must pay itself, less for the poor, nothing where the collective pays.
 */
export function priceFor(income: number, ownShare: number, { premium }: Pick<ChoiceTerms, 'premium'>): number {
  return (ownShare * premium * 100) / Math.max(1, income)
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

/** Ranks are cut into 2^10 cells by the first bits of their word; no rank of a cell has log odds above its bound. */
const CELLS = 1024
const CELL_SHIFT = 22
/** far more than the rounding of a logarithm */
const ROUNDING = 1e-9
const LEAST_AT_MOST = Float64Array.from({ length: CELLS }, (_, cell) =>
  cell + 1 < CELLS ? leastUtility((cell + 1) / CELLS) + ROUNDING : Number.POSITIVE_INFINITY,
)

/**
 * Is the utility above `leastUtility(share(word))` whatever the last bits of the word? So it is for most households, and they need no
 * logarithm; a false answer says nothing.
 */
export function surelyJoins(utility: number, word: number): boolean {
  return utility > LEAST_AT_MOST[word >>> CELL_SHIFT]
}

/** 邻里效应 Pull of the village: log odds of last year's participation against the reference. */
export function neighbourPull(participation: number, terms: ChoiceTerms): number {
  if (!terms.neighboursMatter) return 0
  return terms.neighbourResponse * (logOdds(participation) - logOdds(terms.referenceParticipation))
}

function logOdds(participation: number): number {
  const p = Math.min(0.995, Math.max(0.5, participation))
  return log(p / (1 - p))
}
