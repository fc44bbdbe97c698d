/** What the law and behaviour say of claims for a period of unchanged rules. */
import type { Day } from '../../kernel/calendar.ts'
import { fenOf } from '../../kernel/money.ts'
import type { Law } from '../../policy/law.ts'
import { hasBeds, PLACES } from '../../population/places.ts'
import { CHANCE_UNIT } from '../episodes.ts'

/** Lists by place. */
export interface ClaimTerms {
  /** share of bills settled with the card */
  readonly cardShare: Float64Array
  /** mean days from discharge to the first submission */
  readonly filingDays: Float64Array
  readonly neverFiled: Float64Array
  /** share of stays at hospitals that are not designated */
  readonly undesignatedShare: Float64Array
  /** needs whose 16-bit draw lies here or above are severe, and this share of them is for a listed disease */
  readonly severeFrom: number
  readonly listedShare: number
  /** fen */
  readonly deliveryBill: number
  readonly checkUpBill: number
}

export function claimTerms(law: Law, day: Day): ClaimTerms {
  const byPlace = (name: 'claims.card_share' | 'claims.filing_days' | 'claims.never_filed' | 'care.undesignated_share') =>
    Float64Array.from(PLACES, (place) => (hasBeds(place) ? law.number(`${name}.${place}`, day) : 0))
  return {
    cardShare: byPlace('claims.card_share'),
    filingDays: byPlace('claims.filing_days'),
    neverFiled: byPlace('claims.never_filed'),
    undesignatedShare: byPlace('care.undesignated_share'),
    severeFrom: Math.round((1 - (law.list('illness.severity_share', day).at(-1) ?? 0)) * CHANCE_UNIT),
    listedShare: law.number('illness.listed_disease_share', day),
    deliveryBill: fenOf(law.number('care.cost.delivery', day)),
    checkUpBill: fenOf(law.number('care.cost.check_up', day)),
  }
}
