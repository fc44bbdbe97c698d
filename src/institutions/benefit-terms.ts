/** 补偿方案 The benefit schedule in force on a day, read from the law into whole fen and millionths. */
import type { Day } from '../kernel/calendar.ts'
import { fenOf, perMillion } from '../kernel/money.ts'
import type { Law } from '../policy/law.ts'
import { INPATIENT_PLACES, PLACES } from '../population/places.ts'
import type { BenefitTerms } from './benefit.ts'

export function benefitTerms(law: Law, day: Day): BenefitTerms {
  const byPlace = (name: string, turn: (value: number) => number) =>
    Float64Array.from(PLACES, (place) =>
      (INPATIENT_PLACES as readonly string[]).includes(place) ? turn(law.number(`benefit.${name}.${place}`, day)) : 0,
    )
  const bands = law.bands('benefit.bands', day)
  return {
    catalogueShare: byPlace('catalogue_share', perMillion),
    deductible: byPlace('deductible', fenOf),
    rate: byPlace('rate', perMillion),
    bandFrom: Float64Array.from(bands, (band) => fenOf(band.from)),
    bandRate: Float64Array.from(bands, (band) => perMillion(band.rate)),
    bandsMarginal: law.text('benefit.bands_mode', day) === 'marginal',
    ceiling: fenOf(law.number('benefit.ceiling', day)),
    ceilingPerAdmission: law.text('benefit.ceiling_per', day) === 'admission',
    visitRate: Float64Array.from(PLACES, (place) => perMillion(law.number(`benefit.outpatient.rate.${place}`, day))),
    visitCatalogueShare: perMillion(law.number('benefit.outpatient.catalogue_share', day)),
    visitCap: fenOf(law.number('benefit.outpatient.cap', day)),
  }
}
