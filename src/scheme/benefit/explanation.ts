/** 补偿计算说明 What `explain` tells of a settlement: every amount (those that may be missing are 0 when they are) and every value used, so that the fen paid can be worked out again from it alone. */

import { PLACES } from '../../population/places.ts'
import type { AmountId } from '../../words/amounts.ts'
import { claimNumber, type Member, type Stay, type Unsettled } from '../episodes.ts'
import type { TraceDetail } from '../trace.ts'
import { deductibleTold } from './deductible-terms.ts'
import type { BenefitTerms, Settlement } from './inpatient.ts'
import type { Visit, VisitAccount, VisitSettlement } from './outpatient.ts'

const yuan = (fen: number) => String(fen / 100)
const share = (millionths: number) => String(millionths / 1_000_000)
const yesNo = (value: boolean | undefined) => (value ? 'yes' : 'no')

type Amount = NonNullable<TraceDetail['amounts']>[number]
/** An amount that is told only where there is one. */
const ifAny = (id: AmountId, fen: number): Amount[] => (fen > 0 ? [{ id, fen }] : [])

type Parameter = NonNullable<TraceDetail['parameters']>[number]
const parameter = (name: string, value: string): Parameter => ({ name: `benefit.${name}`, value })

/** What the rules saw of a stay, besides the amounts. */
interface StaySeen {
  readonly stay: Stay
  readonly member: Member
  readonly terms: BenefitTerms
}

/**
 * A settled stay. `unsettled`: why its benefit is never paid, or would not be if it had one; then it does not count for the ceiling, the
 * deductible of the year, nor for critical-illness cover.
 */
export function stayDetail(
  s: Settlement,
  { stay, member, terms }: StaySeen,
  { occasion, unsettled }: { readonly occasion: number; readonly unsettled?: Unsettled },
): TraceDetail {
  const { place } = stay
  const name = PLACES[place]
  return {
    rule: 'scheme/benefit/inpatient.ts reimburse',
    parameters: [
      parameter(`catalogue_share.${name}`, share(terms.catalogueShare[place])),
      ...deductibleTold(place, terms),
      ...rateParameters(place, terms),
      parameter('floor', share(terms.floor)),
      ...(stay.listed
        ? [parameter('listed_disease_rate', share(terms.listedRate)), parameter('listed_disease_limit', yuan(terms.listedLimit))]
        : []),
      ...(stay.undesignated ? [parameter('undesignated_rate_factor', share(terms.undesignatedFactor))] : []),
      parameter('ceiling', yuan(terms.ceiling)),
      parameter('ceiling_per', terms.ceilingPerAdmission ? 'admission' : 'year'),
      ...(member.poor ? [parameter('ceiling_bonus_poor', yuan(terms.ceilingBonusPoor))] : []),
    ],
    amounts: [
      { id: 'bill', fen: s.bill },
      ...ifAny('before_cover', s.beforeCover),
      { id: 'outside_catalogue', fen: s.outsideCatalogue },
      { id: 'eligible', fen: s.eligible },
      { id: 'deductible_due', fen: s.deductibleDue },
      { id: 'deductible', fen: s.deductible },
      { id: 'at_rate', fen: s.atRate },
      ...ifAny('guaranteed_minimum', s.floor),
      ...ifAny('as_listed_disease', s.listed),
      { id: 'paid_for_stays_before', fen: member.paidThisYear },
      ...ifAny('deductible_borne_before', member.deductibleThisYear ?? 0),
      { id: 'ceiling_left', fen: s.ceilingLeft },
      { id: 'paid_by_fund', fen: s.paid },
      { id: 'out_of_pocket', fen: s.outOfPocket },
    ],
    facts: {
      claim: claimNumber(occasion),
      place: name,
      admission: member.admission ?? 1,
      covered_share: share(stay.coveredShare ?? 1_000_000),
      listed: yesNo(stay.listed),
      designated: yesNo(!stay.undesignated),
      poor: yesNo(member.poor),
      counts_in_the_year: yesNo(!unsettled),
      ...(unsettled ? { reason: unsettled } : {}),
    },
  }
}

/** The plain rate, or the bands as JSON with their reading and the multiplier of the place. */
function rateParameters(place: number, terms: BenefitTerms): Parameter[] {
  if (terms.bandFrom.length === 0) return [parameter(`rate.${PLACES[place]}`, share(terms.rate[place]))]
  const bands = Array.from(terms.bandFrom, (from, i) => ({ from: from / 100, rate: terms.bandRate[i] / 1_000_000 }))
  return [
    parameter('bands', JSON.stringify(bands)),
    parameter('bands_mode', terms.bandsMarginal ? 'marginal' : 'whole'),
    parameter(`band_multiplier.${PLACES[place]}`, share(terms.bandMultiplier[place])),
  ]
}

/** A settled visit; the fact `regime` says which rule paid. */
export function visitDetail(s: VisitSettlement, visit: Visit, account: VisitAccount, terms: BenefitTerms): TraceDetail {
  const name = PLACES[visit.place]
  const special = account.certified && name === 'county_hospital'
  const regime = special ? 'special_disease' : terms.outpatientMode
  return {
    rule: 'scheme/benefit/outpatient.ts settleVisit',
    parameters: [
      parameter('outpatient.mode', terms.outpatientMode),
      parameter('outpatient.catalogue_share', share(terms.visitCatalogueShare)),
      ...(special ? specialParameters(terms) : regime === 'pooled' ? poolParameters(name, visit.place, terms) : []),
    ],
    amounts: [
      { id: 'bill', fen: s.bill },
      { id: 'eligible', fen: s.eligible },
      ...ifAny('deductible', s.deductible),
      { id: 'at_rate', fen: s.atRate },
      { id: 'paid_for_visits_before', fen: special ? account.specialPaid : account.paidThisYear },
      { id: 'ceiling_left', fen: s.ceilingLeft },
      { id: 'paid_from_pool', fen: s.pool + s.special },
      ...ifAny('account_left_before', account.balance),
      ...ifAny('paid_from_account', s.account),
      { id: 'paid_by_fund', fen: s.paid },
      { id: 'out_of_pocket', fen: s.outOfPocket },
    ],
    facts: special
      ? { place: name, regime, special_visits_before: account.specialVisits, special_eligible_before_fen: account.specialEligible }
      : { place: name, regime },
  }
}

function poolParameters(name: string, place: number, terms: BenefitTerms): Parameter[] {
  return [
    parameter(`outpatient.rate.${name}`, share(terms.visitRate[place])),
    parameter('outpatient.cap_per_visit', yuan(terms.visitCapEach)),
    parameter('outpatient.cap', yuan(terms.visitCap)),
  ]
}

function specialParameters(terms: BenefitTerms): Parameter[] {
  return [
    parameter('special.rate', share(terms.specialRate)),
    parameter('special.deductible', yuan(terms.specialDeductible)),
    parameter('special.ceiling', yuan(terms.specialCeiling)),
    parameter('special.visits', String(terms.specialVisits)),
  ]
}
