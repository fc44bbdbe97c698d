import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { yearStart } from '../../../src/kernel/calendar.ts'
import { PLACES } from '../../../src/population/places.ts'
import { benefitTerms } from '../../../src/scheme/benefit/terms.ts'
import { daysOfStay, stayBill } from '../../../src/scheme/care/care.ts'
import { needLevel, needRates } from '../../../src/scheme/care/illness-rates.ts'
import { careTerms } from '../../../src/scheme/care/terms.ts'
import { smallCounty } from '../../model/small-county.ts'
import { projectLaw } from '../../policy/project-law.ts'

interface PolicyCase {
  title: string
  given: { times_mean: number; severity_cost?: number }
  expected: { days?: number; bill?: number }
}

const cases = (file: string) => parse(readFileSync(new URL(`../../cases/care/${file}.yaml`, import.meta.url), 'utf8'))
const { settings, data } = smallCounty()
const COUNTY = PLACES.indexOf('county_hospital')
const MIDDLE = 0x7fff_ffff

describe('cases of care/stays.yaml', () => {
  const day = yearStart(2013)
  const law = projectLaw().with({ 'care.length_of_stay.county_hospital': 9 })
  const ofLaw = careTerms(settings, law, data.quantiles.normal, benefitTerms(law, day), day)
  test.each(cases('stays') as PolicyCase[])('$title', ({ given, expected }) => {
    const factor = given.severity_cost
    const terms = factor === undefined ? ofLaw : { ...ofLaw, severityCost: ofLaw.severityCost.map(() => factor) }
    const found = { days: daysOfStay(COUNTY, given.times_mean, terms), bill: stayBill(COUNTY, 0, MIDDLE, terms) / 100 }
    expect(found).toMatchObject(expected)
  })
})

interface NeedsCase {
  title: string
  given: { base_year: number; year: number; chronic_ratio?: number; female_ratio?: number }
  expected: { mean?: number; chronic_against_others?: number; women_against_men?: number }
}

describe('cases of care/needs.yaml', () => {
  test.each(cases('needs') as NeedsCase[])('$title', ({ given, expected }) => {
    const law = projectLaw().with({
      'illness.inpatient_rate': 0.1,
      'illness.inpatient_trend': 0.1,
      'illness.trend_base_year': given.base_year,
      'illness.chronic_ratio.inpatient': given.chronic_ratio ?? 3,
      'illness.female_ratio.inpatient': given.female_ratio ?? 1,
    })
    const rounded = (value: number) => Number(value.toFixed(6))
    const [man, woman, chronicallyIllMan] = needRates(law, yearStart(given.year)).inpatient
    const found = {
      mean: rounded(needLevel(law, yearStart(given.year), 'inpatient')),
      chronic_against_others: rounded(chronicallyIllMan / man),
      women_against_men: rounded(woman / man),
    }
    expect(found).toMatchObject(expected)
  })
})
