/** 补偿方案 The benefit schedule in force on a day, read from the law into whole fen and millionths. */

import type { Day } from '../../kernel/calendar.ts'
import { fenOf, perMillion } from '../../kernel/money.ts'
import type { Law, Under } from '../../policy/law.ts'
import { hasBeds, PLACES } from '../../population/places.ts'
import { type BenefitTerms, DEDUCTIBLE_RULES, OUTPATIENT_MODES } from './inpatient.ts'

export function benefitTerms(law: Law, day: Day): BenefitTerms {
  return { ...stayTerms(law, day), ...visitTerms(law, day), ...fixedSums(law, day) }
}

/**
 * The choice a text names; the law has checked that it is one. The literal of the list is given back, which V8 compares by its address,
 * not the text read from a file, which it would compare letter by letter at each visit.
 */
function oneOf<T extends string>(choices: readonly T[], text: string): T {
  const found = choices.find((choice) => choice === text)
  if (found === undefined) throw new RangeError(`${text}; expected ${choices.join(' or ')}`)
  return found
}

function stayTerms(law: Law, day: Day) {
  const byPlace = (name: 'catalogue_share' | 'deductible' | 'rate' | 'band_multiplier', turn: (value: number) => number) =>
    Float64Array.from(PLACES, (place) => (hasBeds(place) ? turn(law.number(`benefit.${name}.${place}`, day)) : 0))
  const share = (name: Under<'benefit.'>) => perMillion(law.number(`benefit.${name}`, day))
  const fen = (name: Under<'benefit.'>) => fenOf(law.number(`benefit.${name}`, day))
  const bands = law.bands('benefit.bands', day)
  const listed = law.text('benefit.listed_diseases', day) === 'on'
  return {
    catalogueShare: byPlace('catalogue_share', perMillion),
    deductible: byPlace('deductible', fenOf),
    deductibleRule: oneOf(DEDUCTIBLE_RULES, law.text('benefit.deductible_rule', day)),
    deductibleSecondShare: share('deductible_second_share'),
    deductibleThirdShare: share('deductible_third_share'),
    rate: byPlace('rate', perMillion),
    bandFrom: Float64Array.from(bands, (band) => fenOf(band.from)),
    bandRate: Float64Array.from(bands, (band) => perMillion(band.rate)),
    bandsMarginal: law.text('benefit.bands_mode', day) === 'marginal',
    bandMultiplier: byPlace('band_multiplier', perMillion),
    floor: share('floor'),
    listedRate: listed ? share('listed_disease_rate') : 0,
    listedLimit: fen('listed_disease_limit'),
    undesignatedFactor: share('undesignated_rate_factor'),
    ceiling: fen('ceiling'),
    ceilingBonusPoor: fen('ceiling_bonus_poor'),
    ceilingPerAdmission: law.text('benefit.ceiling_per', day) === 'admission',
  }
}

function visitTerms(law: Law, day: Day) {
  const number = (name: Under<'benefit.'>) => law.number(`benefit.${name}`, day)
  return {
    outpatientMode: oneOf(OUTPATIENT_MODES, law.text('benefit.outpatient.mode', day)),
    visitRate: Float64Array.from(PLACES, (place) => perMillion(number(`outpatient.rate.${place}`))),
    visitCatalogueShare: perMillion(number('outpatient.catalogue_share')),
    visitCapEach: fenOf(number('outpatient.cap_per_visit')),
    visitCap: fenOf(number('outpatient.cap')),
    accountAllotment: fenOf(number('outpatient.account')),
    specialShare: number('special.share_certified'),
    specialRate: perMillion(number('special.rate')),
    specialDeductible: fenOf(number('special.deductible')),
    specialCeiling: fenOf(number('special.ceiling')),
    specialVisits: number('special.visits'),
  }
}

function fixedSums(law: Law, day: Day) {
  return {
    delivery: fenOf(law.number('benefit.delivery', day)),
    checkUp: fenOf(law.number('benefit.check_up', day)),
    checkUpShare: law.number('benefit.check_up_share', day),
  }
}
