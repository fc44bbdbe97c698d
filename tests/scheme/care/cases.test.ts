import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { yearStart } from '../../../src/kernel/calendar.ts'
import { PLACES } from '../../../src/population/places.ts'
import { benefitTerms } from '../../../src/scheme/benefit/terms.ts'
import { daysOfStay, stayBill } from '../../../src/scheme/care/care.ts'
import { careTerms } from '../../../src/scheme/care/terms.ts'
import { smallCounty } from '../../model/small-county.ts'
import { projectLaw } from '../../policy/project-law.ts'

interface PolicyCase {
  title: string
  given: { mean_days: number; times_mean: number; severity_cost?: number }
  expected: { days?: number; bill?: number }
}

const cases: PolicyCase[] = parse(readFileSync(new URL('../../cases/care/stays.yaml', import.meta.url), 'utf8'))
const { settings, data } = smallCounty()
const COUNTY = PLACES.indexOf('county_hospital')
const MIDDLE = 0x7fff_ffff

describe('cases of care/stays.yaml', () => {
  const day = yearStart(2013)
  test.each(cases)('$title', ({ given, expected }) => {
    const law = projectLaw().with({ 'care.length_of_stay.county_hospital': given.mean_days })
    const ofLaw = careTerms(settings, law, data.quantiles.normal, benefitTerms(law, day), day)
    const factor = given.severity_cost
    const terms = factor === undefined ? ofLaw : { ...ofLaw, severityCost: ofLaw.severityCost.map(() => factor) }
    const found = { days: daysOfStay(COUNTY, given.times_mean, terms), bill: stayBill(COUNTY, 0, MIDDLE, terms) / 100 }
    expect(found).toMatchObject(expected)
  })
})
