/** 补偿方案 The benefit schedule in force on a day, read from the law into whole fen and millionths. */

import type { Day } from '../../kernel/calendar.ts'
import { fenOf, perMillion } from '../../kernel/money.ts'
import type { Law, Under } from '../../policy/law.ts'
import { hasBeds, PLACES } from '../../population/places.ts'
import { deductibleTerms } from './deductible-terms.ts'
import { type BenefitTerms, OUTPATIENT_MODES } from './inpatient.ts'
import { oneOf } from './one-of.ts'

export function benefitTerms(law: Law, day: Day): BenefitTerms {
  return { ...stayTerms(law, day), ...visitTerms(law, day) }
}

function stayTerms(law: Law, day: Day) {
  const byPlace = (name: 'catalogue_share' | 'rate' | 'band_multiplier') =>
    Float64Array.from(PLACES, (place) => (hasBeds(place) ? perMillion(law.number(`benefit.${name}.${place}`, day)) : 0))
  const share = (name: Under<'benefit.'>) => perMillion(law.number(`benefit.${name}`, day))
  const fen = (name: Under<'benefit.'>) => fenOf(law.number(`benefit.${name}`, day))
  const bands = law.bands('benefit.bands', day)
  const listed = law.text('benefit.listed_diseases', day) === 'on'
  return {
    catalogueShare: byPlace('catalogue_share'),
    ...deductibleTerms(law, day),
    rate: byPlace('rate'),
    bandFrom: Float64Array.from(bands, (band) => fenOf(band.from)),
    bandRate: Float64Array.from(bands, (band) => perMillion(band.rate)),
    bandsMarginal: law.text('benefit.bands_mode', day) === 'marginal',
    bandMultiplier: byPlace('band_multiplier'),
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
