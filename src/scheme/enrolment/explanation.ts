/** What enrolment tells for `explain`: ids and figures of what happened, and the rule and parameters it rests on. */
import { fenOf } from '../../kernel/money.ts'
import { CHANNELS, RESIDENCES } from '../../population/places.ts'
import type { Walk } from '../../procedures/walk.ts'
import { claimNumber } from '../episodes.ts'
import { alsoMissing, drawnAgainst, type TraceDetail } from '../trace.ts'
import type { Census } from './census.ts'
import type { SchemeYearTerms } from './cover-rules.ts'
import { COVER, JOINED_IN_YEAR } from './cover-states.ts'
import type { PremiumSplit, PremiumTerms } from './premium.ts'
import { type Registration, WAYS } from './registration.ts'
import type { Held } from './terms.ts'

const STREET = CHANNELS.indexOf('street_community')

/** What a household decides on: the price in percent of income, and at which multiples of the premium it would join where that is asked. */
export interface Decided {
  readonly price: number
  /** yuan a head; the standard where it is not named */
  readonly premium?: number
  readonly joinsAt?: readonly number[]
  /** where it had a choice: the draw, and the chance of joining that its utility gives it */
  readonly drawn?: { readonly rank: number; readonly chance: number }
}

/** `row`: of the census. */
export function decisionDetail(
  { members, away, chronic }: Census,
  row: number,
  { price, premium, joinsAt, drawn }: Decided,
  { year, terms }: Held,
): TraceDetail {
  return {
    rule: 'scheme/enrolment/choice.ts leastUtility',
    parameters: [
      { name: 'premium.individual', value: String(premium ?? terms.enrolment.premium) },
      { name: 'enrolment.price_response', value: String(terms.enrolment.priceResponse) },
    ],
    facts: {
      year,
      members: members[row],
      away: away[row],
      chronic: chronic[row],
      premium_percent_of_income: Math.round(price * 1000) / 1000,
      ...(joinsAt ? { joins_at: joinsAt.join(', ') || 'none' } : {}),
      ...(drawn ? drawnAgainst(drawn.rank, Math.round(drawn.chance * 1e6) / 1e6) : {}),
    },
  }
}

/** `caught`: the draw by which the review found them. */
export function caughtDetail(leftOut: number, outcome: string, caught: number, { year, terms }: Held): TraceDetail {
  return {
    rule: 'scheme/enrolment/campaign.ts reviewPartial',
    parameters: [
      { name: 'enrolment.partial_caught', value: String(terms.enrolment.partialCaught) },
      { name: 'enrolment.partial_made_good', value: String(terms.enrolment.partialMadeGood) },
    ],
    facts: { year, left_out: leftOut, outcome, ...drawnAgainst(caught, terms.enrolment.partialCaught) },
  }
}

/** `channel`: index of CHANNELS. */
export function premiumPaidDetail(
  terms: PremiumTerms,
  channel: number,
  split: PremiumSplit,
  { year, members }: { readonly year: number; readonly members: number },
): TraceDetail {
  const ofStreet = [
    { name: 'premium.street.community_share', value: String(terms.communityShare) },
    { name: 'premium.street.street_share', value: String(terms.streetShare) },
  ]
  return {
    rule: 'scheme/enrolment/premium.ts splitPremium',
    parameters: [
      { name: 'premium.individual', value: String(terms.premium) },
      { name: 'premium.assistance_share', value: String(terms.assistanceShare) },
      { name: `premium.receipt.${CHANNELS[channel]}`, value: terms.receipt[channel] },
      ...(channel === STREET ? ofStreet : []),
    ],
    amounts: [
      { id: 'premium', fen: members * fenOf(terms.premium) },
      { id: 'by_assistance', fen: split.assistance },
      { id: 'by_collective', fen: split.collective },
      { id: 'by_household', fen: split.individual },
    ],
    facts: { year, members, channel: CHANNELS[channel], receipt: terms.receipt[channel] },
  }
}

/** `lot`: the draw by which the payment was lost. */
export function neverPaidDetail({ channelLoss }: PremiumTerms, channel: number, lot: number, year: number): TraceDetail {
  const chance = channelLoss[channel]
  return {
    rule: 'scheme/enrolment/collection.ts pays',
    parameters: [{ name: `premium.channel_loss.${CHANNELS[channel]}`, value: String(chance) }],
    facts: { year, channel: CHANNELS[channel], reason: 'never_paid', ...drawnAgainst(lot, chance) },
  }
}

export function paidLateDetail({ channelDays }: PremiumTerms, channel: number, year: number): TraceDetail {
  return {
    rule: 'scheme/enrolment/premium.ts paidInTime',
    parameters: [{ name: `premium.channel_days.${CHANNELS[channel]}`, value: String(channelDays[channel]) }],
    facts: { year, channel: CHANNELS[channel], reason: 'after_the_deadline' },
  }
}

/** What was lacking first when a registration was sent back: the id of a paper of the procedure, or a fault that the review found. */
export function sentBackDetail(
  registration: Registration,
  way: number,
  { firstPaper, alsoUnfit, returned }: Walk,
  year: number,
): TraceDetail {
  const { id, papers } = registration.procedureOf(way)
  const missing = firstPaper === undefined ? 'review_fault' : papers[firstPaper].id
  return {
    rule: 'procedures/walk.ts walkThrough',
    facts: { year, procedure: id, missing, ...alsoMissing(papers, alsoUnfit), times: returned },
  }
}

/** A step of a registration, by its index: ids of the step, of its office and of the papers it checks. */
export function stepDetail(registration: Registration, way: number, at: number, { year, terms }: Held): TraceDetail {
  const { id, steps } = registration.procedureOf(way)
  const step = steps[at]
  const papers = step.checks ?? []
  const [, variant] = WAYS[way]
  return {
    rule: 'procedures/walk.ts walkThrough',
    ...(at === 0 ? { parameters: [{ name: 'enrolment.registration', value: terms.registration }] } : {}),
    facts: {
      year,
      procedure: id,
      step: step.id,
      office: registration.officeOf(way, step),
      ...(variant ? { way: variant } : {}),
      ...(papers.length > 0 ? { papers: papers.join(',') } : {}),
    },
  }
}

/** The last day for papers decided only where they were completed, too late. */
export function papersLateDetail(outcome: Walk['outcome'], { year, terms }: Held): TraceDetail {
  return {
    rule: 'procedures/walk.ts walkThrough',
    ...(outcome === 'done' ? { parameters: [{ name: 'enrolment.papers_until', value: String(terms.papersUntil) }] } : {}),
    facts: { year, reason: outcome },
  }
}

/** Somebody as 1 January finds them: `cover` is a code of COVER, the quintile 0-4, income relative to the mean. */
export interface Found {
  readonly cover: number
  readonly isEligible: boolean
  readonly residence: number
  readonly isChronic: boolean
  readonly quintile: number
  readonly income: number
}

/** Nine digits tell a 32-bit income from every other. */
const INCOME_DIGITS = 9

export function yearOfCoverDetail(year: number, { cover, isEligible, residence, isChronic, quintile, income }: Found): TraceDetail {
  return {
    rule: 'scheme/enrolment/census.ts coverMembers',
    facts: {
      year,
      cover: COVER[cover],
      eligible: isEligible ? 'yes' : 'no',
      residence: RESIDENCES[residence],
      chronically_ill: isChronic ? 'yes' : 'no',
      income_quintile: quintile + 1,
      income_to_mean: Number(income.toPrecision(INCOME_DIGITS)),
    },
  }
}

export function certificateSealedDetail(): TraceDetail {
  return { rule: 'scheme/enrolment/cover-rules.ts coverFrom', facts: { reason: 'certificate_sealed' } }
}

/** A newborn of the last months, who came after its household had paid for the others; `premium`: yuan. */
export function newbornJoinsDetail(year: number, premium: number): TraceDetail {
  return { rule: 'scheme/enrolment/cover.ts openPersons', ...premiumPart(premium), facts: { year } }
}

/** `kind`: index of JOINED_IN_YEAR. */
export function joinedInYearDetail(kind: number, premium: number): TraceDetail {
  return { rule: 'scheme/enrolment/cover.ts joinInYear', ...premiumPart(premium), facts: { reason: JOINED_IN_YEAR[kind] } }
}

/** `registeredAfter`: days from birth. */
export function newbornDetail({ newbornRule, newbornDays }: SchemeYearTerms, cover: number, registeredAfter: number): TraceDetail {
  const isRegistered = newbornRule === 'registered'
  return {
    rule: 'scheme/enrolment/cover-rules.ts newbornCovered',
    parameters: [
      { name: 'enrolment.newborn_rule', value: newbornRule },
      ...(isRegistered ? [{ name: 'enrolment.newborn_days', value: String(newbornDays) }] : []),
    ],
    facts: { cover: COVER[cover], ...(isRegistered ? { registered_after_days: registeredAfter } : {}) },
  }
}

export function stayBegunBeforeDetail(occasion: number, days: number, covered: number): TraceDetail {
  return {
    rule: 'scheme/enrolment/cover-rules.ts coveredDays',
    facts: { claim: claimNumber(occasion), days, covered_days: covered },
  }
}

/** Somebody who joins by himself pays the premium of the whole year. */
function premiumPart(premium: number): Pick<TraceDetail, 'parameters' | 'amounts'> {
  return {
    parameters: [{ name: 'premium.individual', value: String(premium) }],
    amounts: [{ id: 'premium', fen: fenOf(premium) }],
  }
}
