/** What `explain` tells of claims and visits beside the settlement itself (benefit/explanation.ts). */

import { FEN_PER_YUAN } from '../../kernel/money.ts'
import { PLACES } from '../../population/places.ts'
import type { Procedure } from '../../procedures/data/schema.ts'
import { claimNumber } from '../episodes.ts'
import { drawnAgainst, type TraceDetail } from '../trace.ts'
import type { ClaimTerms } from './terms.ts'

/** A stay of somebody without cover. */
export function uninsuredStayDetail(place: number, bill: number, occasion: number): TraceDetail {
  return {
    rule: 'scheme/claims/stays.ts discharged',
    amounts: [{ id: 'bill', fen: bill }],
    facts: { claim: claimNumber(occasion), place: PLACES[place] },
  }
}

/** `lot`: the draw by which it goes its way. */
interface Routed {
  readonly place: number
  readonly paid: number
  readonly occasion: number
  readonly lot: number
}

/** 即时结报 The hospital advances the benefit. */
export function withCardDetail({ place, paid, occasion, lot }: Routed, terms: ClaimTerms): TraceDetail {
  return {
    rule: 'scheme/claims/stays.ts cardShare',
    parameters: [{ name: `claims.card_share.${PLACES[place]}`, value: String(terms.cardShare[place]) }],
    amounts: [{ id: 'advanced_by_hospital', fen: paid }],
    facts: { claim: claimNumber(occasion), place: PLACES[place], ...drawnAgainst(lot, terms.cardShare[place]) },
  }
}

/** The family never hands in its claim. */
export function neverFiledDetail({ place, paid, occasion, lot }: Routed, terms: ClaimTerms): TraceDetail {
  return {
    rule: 'scheme/claims/stays.ts wayByHand',
    parameters: [{ name: `claims.never_filed.${PLACES[place]}`, value: String(terms.neverFiled[place]) }],
    amounts: [{ id: 'not_claimed', fen: paid }],
    facts: { claim: claimNumber(occasion), ...drawnAgainst(lot, terms.neverFiled[place]) },
  }
}

/** Card or identity is not at hand, `paper` of the procedure. */
export function cardMissingDetail(procedure: Procedure, paper: number, occasion: number): TraceDetail {
  return {
    rule: 'scheme/claims/hospital-window.ts showsCard',
    facts: {
      claim: claimNumber(occasion),
      procedure: procedure.id,
      office: procedure.steps[0].office,
      missing: procedure.papers[paper].id,
    },
  }
}

/** A visit of somebody without cover. */
export function uninsuredVisitDetail(place: number, bill: number): TraceDetail {
  return {
    rule: 'scheme/claims/visits.ts visited',
    amounts: [{ id: 'bill', fen: bill }],
    facts: { place: PLACES[place] },
  }
}

/** 家庭账户 A member's share for the year; `balance`: with it. */
export function allottedDetail(fen: number, balance: number): TraceDetail {
  return {
    rule: 'scheme/claims/visit-accounts.ts allot',
    parameters: [{ name: 'benefit.outpatient.account', value: String(fen / FEN_PER_YUAN) }],
    amounts: [
      { id: 'allotted_to_account', fen },
      { id: 'account_left', fen: balance },
    ],
  }
}
