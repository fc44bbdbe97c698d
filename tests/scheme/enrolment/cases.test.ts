import { describe, expect, test } from 'vitest'
import { type Day, parseDay, yearOf, yearStart } from '../../../src/kernel/calendar.ts'
import { exp } from '../../../src/kernel/distributions.ts'
import { neighbourPull } from '../../../src/scheme/enrolment/choice.ts'
import {
  coveredDays,
  coveredShare,
  coverFrom,
  newbornCovered,
  type SchemeYearTerms,
  WHOLE,
} from '../../../src/scheme/enrolment/cover-rules.ts'
import { campaignTerms, schemeYearTerms } from '../../../src/scheme/enrolment/terms.ts'
import { smallCounty } from '../../model/small-county.ts'
import { projectLaw } from '../../policy/project-law.ts'
import { policyCases } from '../policy-cases.ts'
import { enrolHousehold, type HouseholdCase, type HouseholdOutcome } from './one-household.ts'
import { type PremiumCase, premiumPaidOn } from './one-premium.ts'

const cases = <Given, Expected>(file: string) => policyCases<Given, Partial<Expected>>(`enrolment/${file}`)

describe.each(['registration', 'resident-registration', 'household', 'premium'])('cases of enrolment/%s.yaml', (file) => {
  test.each(cases<HouseholdCase, HouseholdOutcome>(file))('$title', ({ given, expected }) => {
    const { individual, collective, assistance, ...rest } = enrolHousehold(given)
    expect(Object.keys(expected).length).toBeGreaterThan(0)
    expect({ ...rest, individual: individual / 100, collective: collective / 100, assistance: assistance / 100 }).toMatchObject(expected)
  })
})

interface StayCase {
  admitted: string
  discharged: string
  covered_last_year: boolean
  cover_from: string
}

describe('cases of enrolment/stays.yaml', () => {
  test.each(cases<StayCase, { covered_days: number; covered_bill: number }>('stays'))('$title', ({ given, expected }) => {
    const [admitted, discharged, from] = [given.admitted, given.discharged, given.cover_from].map((text) => parseDay(text) as Day)
    const start = yearStart(yearOf(discharged))
    const days = coveredDays(admitted - start, discharged - start, given.covered_last_year, coverFrom(from - start))
    const bill = (3000 * coveredShare(days, discharged - admitted)) / WHOLE
    expect({ covered_days: days, covered_bill: bill }).toEqual(expected)
  })
})

interface NewbornCase {
  rule: SchemeYearTerms['newbornRule']
  mother_covered: boolean
  registered_after?: number
}

describe('cases of enrolment/newborns.yaml', () => {
  const law = projectLaw()
  test.each(cases<NewbornCase, { covered: boolean }>('newborns'))('$title', ({ given, expected }) => {
    const terms = schemeYearTerms(smallCounty().settings, law.with({ 'enrolment.newborn_rule': given.rule }), 2013)
    expect({ covered: newbornCovered(terms, given.mother_covered, given.registered_after ?? 0) }).toEqual(expected)
  })
})

describe('cases of enrolment/rounds.yaml', () => {
  test.each(cases<PremiumCase, { paid_on: string }>('rounds'))('$title', ({ given, expected }) => {
    expect({ paid_on: premiumPaidOn(given) }).toEqual(expected)
  })
})

interface NeighboursCase {
  joined_last_year: number
  reference: number
  response: number
  matter?: boolean
}

describe('cases of enrolment/neighbours.yaml', () => {
  test.each(cases<NeighboursCase, { odds_times: number }>('neighbours'))('$title', ({ given, expected }) => {
    const { settings } = smallCounty({ mechanisms: { neighbour_effect: given.matter ?? true } })
    const law = projectLaw().with({
      'enrolment.neighbour_response': given.response,
      'enrolment.initial_participation': given.reference,
    })
    const pull = neighbourPull(given.joined_last_year, campaignTerms(settings, law, 2014).enrolment)
    expect({ odds_times: Number(exp(pull).toFixed(9)) }).toEqual(expected)
  })
})
