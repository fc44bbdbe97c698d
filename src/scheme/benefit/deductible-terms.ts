/** 起付标准 What the law says of deductibles: what the rule (inpatient.ts deductibleDue) knows of it, how it is read, and what is told of it. */

import type { Day } from '../../kernel/calendar.ts'
import { fenOf, perMillion } from '../../kernel/money.ts'
import type { Law } from '../../policy/law.ts'
import { hasBeds, PLACES } from '../../population/places.ts'
import { oneOf } from './one-of.ts'

/** What the law may say. */
const DEDUCTIBLE_RULES = ['each_admission', 'reduced_repeat', 'yearly'] as const

/** 起付线计算方式 each_admission: anew each time; reduced_repeat: less for the second, less still from the third; yearly: one a year. */
type DeductibleRule = (typeof DEDUCTIBLE_RULES)[number]

export interface DeductibleTerms {
  /** fen, by place */
  readonly deductible: Float64Array
  readonly deductibleRule: DeductibleRule
  /** share of the deductible at the second admission of the year, and from the third on, in millionths */
  readonly deductibleSecondShare: number
  readonly deductibleThirdShare: number
}

export function deductibleTerms(law: Law, day: Day): DeductibleTerms {
  return {
    deductible: Float64Array.from(PLACES, (place) => (hasBeds(place) ? fenOf(law.number(`benefit.deductible.${place}`, day)) : 0)),
    deductibleRule: oneOf(DEDUCTIBLE_RULES, law.text('benefit.deductible_rule', day)),
    deductibleSecondShare: perMillion(law.number('benefit.deductible_second_share', day)),
    deductibleThirdShare: perMillion(law.number('benefit.deductible_third_share', day)),
  }
}

/** The parameters by which the deductible of a stay can be worked out again, as `explain` tells them. */
export function deductibleTold(place: number, terms: DeductibleTerms): { name: string; value: string }[] {
  const told = (name: string, value: string) => ({ name: `benefit.${name}`, value })
  const share = (millionths: number) => String(millionths / 1_000_000)
  const all = [told(`deductible.${PLACES[place]}`, String(terms.deductible[place] / 100)), told('deductible_rule', terms.deductibleRule)]
  if (terms.deductibleRule !== 'reduced_repeat') return all
  return [
    ...all,
    told('deductible_second_share', share(terms.deductibleSecondShare)),
    told('deductible_third_share', share(terms.deductibleThirdShare)),
  ]
}
