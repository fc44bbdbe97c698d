import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Day, parseDay } from '../../../src/kernel/calendar.ts'
import { perMillion } from '../../../src/kernel/money.ts'
import { readScenarioText } from '../../../src/node/files.ts'
import { PLACES, type Place } from '../../../src/population/places.ts'
import { loadScenario } from '../../../src/scenario/load.ts'
import { type BenefitTerms, emptySettlement, reimburse } from '../../../src/scheme/benefit/inpatient.ts'
import { emptyVisitSettlement, settleVisit } from '../../../src/scheme/benefit/outpatient.ts'
import { benefitTerms } from '../../../src/scheme/benefit/terms.ts'
import { projectLaw } from '../../policy/project-law.ts'
import { visitsOfOnePerson } from './one-visit.ts'

interface Care {
  place: Place
  bill: number
  /** share of the days in hospital on which the member was covered */
  covered?: number
  listed?: boolean
  designated?: boolean
}
type Steps = Partial<
  Record<
    | 'before_cover'
    | 'outside_catalogue'
    | 'eligible'
    | 'deductible'
    | 'at_rate'
    | 'floor'
    | 'listed'
    | 'ceiling_left'
    | 'pool'
    | 'special'
    | 'account'
    | 'account_left'
    | 'paid'
    | 'out_of_pocket',
    number
  >
>
interface PolicyCase {
  title: string
  given: {
    day?: string
    /** a file of scenarios/schedules whose policy holds */
    schedule?: string
    rules?: Record<string, unknown>
    poor?: boolean
    stays?: Care[]
    visits?: Care[]
    /** of somebody without cover: false */
    member?: boolean
    /** certified for a special or chronic disease */
    certified?: boolean
    /** yuan in the household's account */
    account?: number
  }
  expected: Steps[]
}

const law = projectLaw()
const fen = (yuan: number) => Math.round(yuan * 100)
const yuan = (amount: number) => amount / 100

/** The steps of each stay or visit of one member in one year, in yuan. */
function settle(given: PolicyCase['given']): Steps[] {
  const base = given.schedule ? loadScenario(`scenarios/schedules/${given.schedule}`, readScenarioText, law).law : law
  const terms = benefitTerms(base.with(given.rules ?? {}), parseDay(given.day ?? '2013-07-01') as Day)
  return [...settleStays(given, terms), ...settleVisits(given, terms)]
}

function settleStays({ stays = [], poor = false }: PolicyCase['given'], terms: BenefitTerms): Steps[] {
  const member = { paidThisYear: 0, admission: 0, deductibleThisYear: 0, poor }
  return stays.map(({ place, bill, covered = 1, listed = false, designated = true }) => {
    member.admission++
    const stay = { place: PLACES.indexOf(place), bill: fen(bill), coveredShare: perMillion(covered), listed, undesignated: !designated }
    const s = reimburse(stay, member, terms, emptySettlement())
    member.paidThisYear += s.paid
    member.deductibleThisYear += s.deductible
    return {
      before_cover: yuan(s.beforeCover),
      outside_catalogue: yuan(s.outsideCatalogue),
      eligible: yuan(s.eligible),
      deductible: yuan(s.deductible),
      at_rate: yuan(s.atRate),
      floor: yuan(s.floor),
      listed: yuan(s.listed),
      ceiling_left: yuan(s.ceilingLeft),
      paid: yuan(s.paid),
      out_of_pocket: yuan(s.outOfPocket),
    }
  })
}

function settleVisits({ visits = [], member = true, certified = false, account = 0 }: PolicyCase['given'], terms: BenefitTerms): Steps[] {
  const had = visitsOfOnePerson(terms, member)
  if (!member)
    return visits.map(({ place, bill }) => {
      const paid = had(PLACES.indexOf(place), fen(bill))
      return { paid: yuan(paid), out_of_pocket: yuan(fen(bill) - paid) }
    })
  const kept = { paidThisYear: 0, certified, specialEligible: 0, specialPaid: 0, specialVisits: 0, balance: fen(account) }
  return visits.map(({ place, bill }) => {
    const visit = { place: PLACES.indexOf(place), bill: fen(bill) }
    const s = settleVisit(visit, kept, terms, emptyVisitSettlement())
    if (!certified && account === 0) expect(had(visit.place, visit.bill), 'as the township has it').toBe(s.paid)
    kept.paidThisYear += s.pool
    kept.balance -= s.account
    // whatever the model says of certification, so that an uncertified patient who were paid would be noticed
    if (place === 'county_hospital') {
      kept.specialEligible += s.eligible
      kept.specialPaid += s.special
      kept.specialVisits++
    }
    return {
      eligible: yuan(s.eligible),
      deductible: yuan(s.deductible),
      pool: yuan(s.pool),
      special: yuan(s.special),
      account: yuan(s.account),
      account_left: yuan(kept.balance),
      ceiling_left: yuan(s.ceilingLeft),
      paid: yuan(s.paid),
      out_of_pocket: yuan(s.outOfPocket),
    }
  })
}

const folder = new URL('../../cases/benefit/', import.meta.url)
for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  describe(`cases of benefit/${file}`, () => {
    const cases: PolicyCase[] = parse(readFileSync(new URL(file, folder), 'utf8'), { merge: true })
    test.each(cases)('$title', ({ given, expected }) => {
      expect(expected.length).toBeGreaterThan(0)
      expect(expected.length).toBe((given.stays ?? []).length + (given.visits ?? []).length)
      expect(settle(given)).toMatchObject(expected)
    })
  })
}
