/** The variants of the benefit in a whole county: paired runs on the same draws, and what is told of every settlement. */
import { describe, expect, test } from 'vitest'
import { dayOf, yearOf } from '../../src/kernel/calendar.ts'
import type { CountyRecord, TraceEvent } from '../../src/scheme/record.ts'
import { smallCounty, sum } from './small-county.ts'

const YEARS = [2012, 2013] as const
type Policy = Parameters<typeof smallCounty>[1]

/** Facility choice, enrolment feedback and the limit of cash are off: benefits change nobody's way to the hospital, only what is paid. */
const mechanisms = { demand_response: false, enrolment_choice: false, cash_limit: false }
const settings = { years: YEARS, persons: 2000, mechanisms: { ...mechanisms } }

function county(policy: Policy = {}): CountyRecord {
  return smallCounty({ ...settings, years: [...YEARS] }, policy).run()
}

function toldBy(policy: Policy = {}): { events: TraceEvent[]; record: CountyRecord } {
  const events: TraceEvent[] = []
  const record = smallCounty({ ...settings, years: [...YEARS] }, policy).run({
    follow: { everyone: true, tell: (event) => events.push(event) },
  })
  return { events, record }
}

const amount = (event: TraceEvent, label: string) => event.amounts?.find((one) => one.id === label)?.fen ?? 0
const ofKind = (events: readonly TraceEvent[], kind: string) => events.filter((event) => event.kind === kind)
const total = (record: CountyRecord, name: string) => YEARS.reduce((all, year) => all + sum(record, year, name), 0)
/** who and which stay */
const stayOf = ({ person, facts }: TraceEvent) => `${person} ${facts?.claim}`

describe('Household accounts', () => {
  const rules = { 'benefit.outpatient.mode': 'household_account', 'benefit.outpatient.account': 20 }

  test('are allotted the sum for each member on 1 January; what is spent is an expenditure, what is left carries over', () => {
    const record = county(rules)
    for (const year of YEARS) {
      expect(sum(record, year, 'household_account_allotted')).toBe(2000 * sum(record, year, 'enrolled'))
      expect(sum(record, year, 'household_account_spent')).toBe(sum(record, year, 'reimbursed.outpatient'))
      expect(sum(record, year, 'fund_expenditure.outpatient')).toBe(sum(record, year, 'household_account_spent'))
    }
    expect(total(record, 'household_account_spent')).toBeGreaterThan(0)
  })

  test('are never overdrawn: what a household has spent is at most what it was allotted before', () => {
    const left = new Map<string, number>()
    const { events } = toldBy(rules)
    events.sort((a, b) => a.day - b.day || (a.kind === 'benefit.account_allotted' ? -1 : 1))
    for (const event of events) {
      const before = left.get(event.household) ?? 0
      if (event.kind === 'benefit.account_allotted') left.set(event.household, before + amount(event, 'allotted_to_account'))
      if (event.kind === 'benefit.visit') left.set(event.household, before - amount(event, 'paid_from_account'))
      expect(left.get(event.household) ?? 0).toBeGreaterThanOrEqual(0)
    }
    expect(left.size).toBeGreaterThan(500)
  })

  test('that are left when the pool begins are spent beside it and filled no more', () => {
    const record = county({ ...rules, 'benefit.outpatient.mode': { '2003-01-01': 'household_account', '2013-01-01': 'pooled' } })
    expect(sum(record, 2013, 'household_account_allotted')).toBe(0)
    expect(sum(record, 2013, 'household_account_spent')).toBeGreaterThan(0)
    expect(sum(record, 2013, 'reimbursed.outpatient')).toBeGreaterThan(sum(county(), 2013, 'reimbursed.outpatient'))
  })
})

describe('Special and chronic diseases', () => {
  test('are paid at the county hospital to those certified, and change nothing anywhere else', () => {
    const [without, withCover] = [county(), county({ 'benefit.special.share_certified': 0.5 })]
    expect(total(without, 'special_visits')).toBe(0)
    expect(total(without, 'reimbursed.outpatient|place=county_hospital')).toBe(0)
    expect(total(withCover, 'special_visits')).toBeGreaterThan(10)
    expect(total(withCover, 'reimbursed.outpatient|place=county_hospital')).toBeGreaterThan(0)
    for (const place of ['village_clinic', 'township_centre', 'city_hospital'])
      expect(total(withCover, `reimbursed.outpatient|place=${place}`)).toBe(total(without, `reimbursed.outpatient|place=${place}`))
    expect(total(withCover, 'reimbursed.inpatient')).toBe(total(without, 'reimbursed.inpatient'))
  })
})

describe('Repeated admissions', () => {
  test('bear half the deductible the second time of a year and none from the third, and the first time what everybody bears', () => {
    const { events } = toldBy({ 'benefit.deductible_rule': 'reduced_repeat' })
    const stays = ofKind(events, 'benefit.settled').filter(({ facts }) => facts?.place === 'county_hospital')
    const due = (which: (admission: number) => boolean) =>
      new Set(stays.filter(({ facts }) => which(Number(facts?.admission))).map((event) => amount(event, 'deductible_due')))
    expect(due((admission) => admission === 1)).toEqual(new Set([20_000]))
    expect(due((admission) => admission === 2)).toEqual(new Set([10_000]))
    expect(due((admission) => admission > 2)).toEqual(new Set([0]))
  })

  test('number each member’s stays of a year 1, 2, 3 …, anew on 1 January', () => {
    const numbers = new Map<string, number[]>()
    for (const { person, day, facts } of ofKind(toldBy().events, 'benefit.settled')) {
      if (facts?.designated !== 'yes') continue
      const key = `${person} ${yearOf(day)}`
      numbers.set(key, [...(numbers.get(key) ?? []), Number(facts.admission)])
    }
    for (const [key, list] of numbers) {
      list.sort((one, other) => one - other)
      expect(list, key).toEqual(list.map((_, i) => i + 1))
    }
    expect(Math.max(...[...numbers.values()].map((list) => list.length))).toBeGreaterThan(2)
  })

  test('with one deductible a year bear less, and the fund pays more, for the same admissions', () => {
    const [each, once] = [county(), county({ 'benefit.deductible_rule': 'yearly' })]
    expect(total(once, 'admissions')).toBe(total(each, 'admissions'))
    expect(total(once, 'deductible.inpatient')).toBeLessThan(total(each, 'deductible.inpatient'))
    expect(total(once, 'entitled.inpatient')).toBeGreaterThan(total(each, 'entitled.inpatient'))
  })
})

describe('The list of serious diseases', () => {
  test('changes what is paid for the stays on it, upwards, and for no other first stay', () => {
    const rules = { 'illness.listed_disease_share': 0.5 }
    const paid = (mode: 'on' | 'off') => {
      const { events } = toldBy({ ...rules, 'benefit.listed_diseases': mode })
      return new Map(ofKind(events, 'benefit.settled').map((event) => [stayOf(event), event]))
    }
    const [off, on] = [paid('off'), paid('on')]
    let more = 0
    for (const [stay, event] of on) {
      const before = off.get(stay) as TraceEvent
      const gain = amount(event, 'paid_by_fund') - amount(before, 'paid_by_fund')
      if (event.facts?.listed === 'yes' && gain > 0) more++
      else if (event.facts?.admission === 1) expect(gain).toBe(0)
    }
    expect(on.size).toBe(off.size)
    expect(more).toBeGreaterThan(5)
  })
})

describe('Designated hospitals', () => {
  test('alone settle with the fund: of a stay elsewhere nothing is paid, and no claim is made', () => {
    const { events, record } = toldBy({ 'care.undesignated_share.county_hospital': 0.3 })
    const refused = ofKind(events, 'benefit.settled').filter(({ facts }) => facts?.designated === 'no')
    expect(refused.length).toBeGreaterThan(30)
    expect(refused.filter((event) => amount(event, 'paid_by_fund') > 0)).toEqual([])
    const claimed = new Set(ofKind(events, 'claim.submitted').map(stayOf))
    expect(refused.filter((event) => claimed.has(stayOf(event)))).toEqual([])
    expect(total(record, 'admissions_undesignated')).toBeGreaterThan(0)
  })

  test('where the others are paid a share, these are claimed by hand and never settled with the card', () => {
    const rules = { 'care.undesignated_share.township_centre': 0.5, 'benefit.undesignated_rate_factor': 0.5 }
    const { events } = toldBy({ ...rules, 'claims.card_share.township_centre': 1, 'claims.never_filed.township_centre': 0 })
    const claimed = new Set(ofKind(events, 'claim.submitted').map(stayOf))
    const atTownship = ofKind(events, 'benefit.settled').filter(
      (event) => event.facts?.place === 'township_centre' && amount(event, 'paid_by_fund') > 0,
    )
    const elsewhere = atTownship.filter(({ facts }) => facts?.designated === 'no')
    expect(elsewhere.length).toBeGreaterThan(10)
    expect(elsewhere.filter((event) => !claimed.has(stayOf(event)))).toEqual([])
  })
})

describe('Sums fixed beforehand', () => {
  test('are paid for each delivery of a covered mother and each check-up, no more than the bill, and count as benefit episodes', () => {
    const { events, record } = toldBy({ 'benefit.delivery': 300, 'benefit.check_up': 50, 'care.cost.check_up': 30 })
    const reported = events.filter(({ day }) => day >= dayOf(YEARS[0], 1, 1))
    const deliveries = ofKind(reported, 'benefit.delivery')
    expect(deliveries.length).toBe(total(record, 'benefit_episodes|kind=delivery'))
    expect(deliveries.length).toBeGreaterThan(10)
    expect(deliveries.length).toBeLessThanOrEqual(total(record, 'births'))
    expect(new Set(deliveries.map((event) => amount(event, 'paid_by_fund')))).toEqual(new Set([30_000]))
    const checkUps = ofKind(reported, 'benefit.check_up')
    expect(checkUps.length).toBe(total(record, 'benefit_episodes|kind=check_up'))
    expect(new Set(checkUps.map((event) => amount(event, 'paid_by_fund')))).toEqual(new Set([3000]))
    const share = checkUps.length / total(record, 'enrolled')
    expect(share).toBeGreaterThan(0.27)
    expect(share).toBeLessThan(0.33)
  })

  test('of nothing are not paid and no episodes', () => {
    const record = county({ 'benefit.delivery': 0, 'benefit.check_up': 0 })
    expect(total(record, 'benefit_episodes|kind=delivery')).toBe(0)
    expect(total(record, 'benefit_episodes|kind=check_up')).toBe(0)
  })
})
