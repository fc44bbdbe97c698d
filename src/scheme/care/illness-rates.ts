/** 患病率 Yearly rates of need by class, from the law's means, age patterns and trends. */
import type { Day } from '../../kernel/calendar.ts'
import { yearOf } from '../../kernel/calendar.ts'
import type { Law } from '../../policy/law.ts'
import { RATE_CLASSES } from '../../population/ages.ts'
import { illnessBandShares } from '../../population/marginals.ts'
import type { NeedRates } from './illness.ts'

/** Rates in force on 1 January `day`: the mean over the reference population equals the published mean of the base year × trend. */
export function needRates(law: Law, day: Day): NeedRates {
  return { inpatient: ratesOf(law, day, 'inpatient'), outpatient: ratesOf(law, day, 'outpatient') }
}

/** The same rates for everybody: a scenario with a known answer. */
export function constantRates(inpatient: number, outpatient: number): NeedRates {
  return { inpatient: new Float64Array(RATE_CLASSES).fill(inpatient), outpatient: new Float64Array(RATE_CLASSES).fill(outpatient) }
}

function ratesOf(law: Law, day: Day, kind: 'inpatient' | 'outpatient'): Float64Array {
  const shape = law.list(`illness.${kind}_rate_by_age`, day)
  const chronicShare = law.list('illness.chronic_share', day)
  const female = law.number(`illness.female_ratio.${kind}`, day)
  const chronic = law.number(`illness.chronic_ratio.${kind}`, day)
  const male = law.number('population.male_share', day)
  const ages = illnessBandShares(law.list('population.age_share', day))
  const relative = new Float64Array(RATE_CLASSES)
  let mean = 0
  for (let c = 0; c < RATE_CLASSES; c++) {
    const band = c >> 2
    relative[c] = shape[band] * (c & 1 ? female : 1) * (c & 2 ? chronic : 1)
    mean += relative[c] * ages[band] * (c & 1 ? 1 - male : male) * (c & 2 ? chronicShare[band] : 1 - chronicShare[band])
  }
  const level = needLevel(law, day, kind)
  return mean > 0 ? relative.map((value) => (value / mean) * level) : relative
}

/** Needs per person and year over the reference population: the published mean of the base year × trend. */
export function needLevel(law: Law, day: Day, kind: 'inpatient' | 'outpatient'): number {
  return law.number(`illness.${kind}_rate`, day) * trend(law, day, kind)
}

/** 趋势 Growth since the base year. Not all of it is need: reports say "trend". */
function trend(law: Law, day: Day, kind: 'inpatient' | 'outpatient'): number {
  const yearly = 1 + law.number(`illness.${kind}_trend`, day)
  const years = yearOf(day) - law.number('illness.trend_base_year', day)
  let factor = 1
  for (let i = 0; i < Math.abs(years); i++) factor *= yearly
  return years < 0 ? 1 / factor : factor
}
