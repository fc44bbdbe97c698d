import { describe, expect, test } from 'vitest'
import { yearStart } from '../../../src/kernel/calendar.ts'
import { CHRONIC } from '../../../src/population/person.ts'
import { PLACES } from '../../../src/population/places.ts'
import { benefitTerms } from '../../../src/scheme/benefit/terms.ts'
import { cardShare, wayByHand } from '../../../src/scheme/claims/stays.ts'
import { claimTerms } from '../../../src/scheme/claims/terms.ts'
import { isCertified } from '../../../src/scheme/claims/visits.ts'
import { projectLaw } from '../../policy/project-law.ts'
import { policyCases } from '../policy-cases.ts'
import { type CheckUpCase, checkUp, type DeliveryCase, deliver } from './one-delivery.ts'
import { type ByHandCase, paidInTheEnd, settledAtHospital, type WindowCase } from './one-stay.ts'

const cases = <Given, Expected>(file: string) => policyCases<Given, Expected>(`claims/${file}`)

const law = projectLaw()
const COUNTY = PLACES.indexOf('county_hospital')
const STAYS = 1000

interface WaysCase {
  card_share: number
  never_filed: number
  filing_days?: number
  /** how long the families wait, against the mean there */
  times_mean?: number
  undesignated?: boolean
  cards_at_hand?: boolean
}
interface Ways {
  with_card: number
  by_hand: number
  never_filed: number
  files_after?: number
}

describe('cases of claims/ways.yaml', () => {
  test.each(cases<WaysCase, Ways>('ways'))('$title', ({ given, expected }) => {
    const rules = {
      'claims.card_share.county_hospital': given.card_share,
      'claims.never_filed.county_hospital': given.never_filed,
      'claims.filing_days.county_hospital': given.filing_days ?? 10,
    }
    const terms = claimTerms(law.with(rules), yearStart(2013))
    const stay = { place: COUNTY, bill: 100_000, undesignated: given.undesignated ?? false }
    const lots = Array.from({ length: STAYS }, (_, i) => (i + 0.5) / STAYS)
    const withCard = (lot: number) => (given.cards_at_hand ?? true) && lot < cardShare(stay, terms)
    const days = lots.filter((lot) => !withCard(lot)).map((lot) => wayByHand(stay, lot, given.times_mean ?? 1, terms))
    const byHand = days.filter((wait) => wait > 0)
    const found: Ways = {
      with_card: STAYS - days.length,
      by_hand: byHand.length,
      never_filed: days.length - byHand.length,
      ...(expected.files_after === undefined ? {} : { files_after: Math.max(...byHand) }),
    }
    expect(found).toEqual(expected)
  })
})

describe('cases of claims/certification.yaml', () => {
  const terms = benefitTerms(law.with({ 'benefit.special.share_certified': 0.3 }), yearStart(2013))
  test.each(cases<{ chronic: boolean; rank: number }, { certified: boolean }>('certification'))('$title', ({ given, expected }) => {
    expect({ certified: isCertified(given.chronic ? CHRONIC : 0, given.rank / 10, terms) }).toEqual(expected)
  })
})

describe('cases of claims/fixed-amounts.yaml', () => {
  test.each(cases<DeliveryCase, { paid: number; billed: number }>('fixed-amounts'))('$title', ({ given, expected }) => {
    expect(deliver(given)).toEqual(expected)
  })
})

describe('cases of claims/check-ups.yaml', () => {
  test.each(cases<CheckUpCase, { paid: number; billed: number }>('check-ups'))('$title', ({ given, expected }) => {
    expect(checkUp(given)).toEqual(expected)
  })
})

describe('cases of claims/hospital-window.yaml', () => {
  test.each(cases<WindowCase, { settled: boolean }>('hospital-window'))('$title', ({ given, expected }) => {
    expect({ settled: settledAtHospital(given) }).toEqual(expected)
  })
})

describe('cases of claims/by-hand.yaml', () => {
  test.each(cases<ByHandCase, { paid: boolean }>('by-hand'))('$title', ({ given, expected }) => {
    expect({ paid: paidInTheEnd(given) }).toEqual(expected)
  })
})
