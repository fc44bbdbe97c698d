import { describe, expect, it } from 'vitest'
import { formatDay, parseDay } from '../../src/kernel/calendar.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { large } from '../size.ts'
import { smallCounty, sum } from './small-county.ts'

const PAYERS = ['individual', 'collective', 'assistance']
/** Premiums of the year that were not paid in the campaign before it. */
const paidInYear = (record: Parameters<typeof sum>[0], year: number) =>
  PAYERS.reduce((total, payer) => total + sum(record, year, `fund_income.${payer}`), 0) - sum(record, year, 'premiums_paid')

/** Everything told of everybody. */
function everybody(county: ReturnType<typeof smallCounty>): TraceEvent[] {
  const events: TraceEvent[] = []
  county.run({ follow: { everyone: true, tell: (event) => events.push(event) } })
  return events
}

describe('the village collective pays', () => {
  const none = { 'premium.channel_share.village_collective': 0, 'premium.channel_share.village_cadres': 0.75 }
  const shares = ['village_cadres', 'township_office', 'bank', 'service_centre'].map((channel) => [`premium.channel_share.${channel}`, 0])
  const all = { ...Object.fromEntries(shares), 'premium.channel_share.village_collective': 1 }
  const run = (policy: Record<string, number>) =>
    smallCounty(
      { years: [2012, 2013], persons: large(12_000), mechanisms: { demography: false } },
      { ...policy, 'population.poor_share': 0 },
    ).run()
  const [without, withCollective] = [run(none), run(all)]

  it('so more of the eligible join than where households pay themselves', () => {
    expect(sum(withCollective, 2013, 'eligible')).toBe(sum(without, 2013, 'eligible'))
    expect(sum(withCollective, 2013, 'enrolled')).toBeGreaterThan(sum(without, 2013, 'enrolled'))
  })

  it('and the collective income of the fund is what it paid: the premium of every member', () => {
    expect(sum(withCollective, 2013, 'fund_income.collective')).toBe(sum(withCollective, 2013, 'enrolled') * 7000)
    expect(sum(withCollective, 2013, 'fund_income.collective')).toBe(sum(withCollective, 2013, 'premiums_paid|channel=village_collective'))
    expect(sum(without, 2013, 'fund_income.collective')).toBe(0)
  })
})

describe('a county of streets', () => {
  it('collects by community, and communities and streets pay their shares as collective money', () => {
    const record = smallCounty({ years: [2013, 2013] }, { 'population.urban_share': 1, 'population.poor_share': 0 }).run()
    const paid = sum(record, 2013, 'premiums_paid')
    expect(paid).toBeGreaterThan(0)
    expect(sum(record, 2013, 'premiums_paid|channel=street_community')).toBe(paid)
    expect(sum(record, 2013, 'fund_income.collective')).toBe(paid * 0.2)
  })
})

describe('those who join', () => {
  const county = smallCounty({ years: [2012, 2015], persons: large(30_000) })
  const record = county.run()

  it('are more often chronically ill than those who stay away, though nobody is asked about it', () => {
    const total = (name: string) => [2012, 2013, 2014, 2015].reduce((all, year) => all + sum(record, year, name), 0)
    const members = total('chronic|cover=member') / total('enrolled')
    const others = total('chronic|cover=non_member') / (total('eligible') - total('enrolled'))
    expect(members).toBeGreaterThan(others)
  })

  it('hold no certificate on 1 January when they paid in the last days, and those away do not count as effectively covered', () => {
    const later = sum(record, 2013, 'certificate_later')
    expect(later).toBeGreaterThan(0)
    expect(later).toBeLessThan(0.03 * sum(record, 2013, 'enrolled'))
    expect(sum(record, 2013, 'effectively_covered')).toBeLessThan(sum(record, 2013, 'enrolled') - later)
    expect(sum(record, 2013, 'effectively_covered')).toBeGreaterThan(0.7 * sum(record, 2013, 'enrolled'))
  })
})

describe('the procedure of enrolment', () => {
  const on = smallCounty({ years: [2012, 2013], persons: large(12_000), mechanisms: { neighbour_effect: false } })
  const off = smallCounty({
    years: [2012, 2013],
    persons: large(12_000),
    mechanisms: { neighbour_effect: false, enrolment_procedure: false },
  })

  it('changes no decision of the first campaign, but loses those whose papers come too late', () => {
    const [walked, simple] = [on.run(), off.run()]
    expect(sum(walked, 2012, 'not_covered|reason=papers_late')).toBeGreaterThan(0)
    expect(sum(simple, 2012, 'not_covered|reason=papers_late')).toBe(0)
    expect(sum(simple, 2012, 'certificate_later')).toBe(0)
    for (const asked of ['campaign_asked', 'would_join|factor=1']) expect(sum(walked, 2012, asked)).toBe(sum(simple, 2012, asked))
  })

  it('is told step by step with office and papers, and the seal in January begins the cover of each member', () => {
    const events = everybody(on)
    const steps = events.filter((event) => event.kind === 'enrolment.step')
    const offices = new Set(steps.map((event) => event.facts?.office))
    for (const office of ['village_committee', 'township_office', 'county_centre']) expect(offices).toContain(office)
    expect(steps.some((event) => event.facts?.papers !== undefined)).toBe(true)
    const begins = events.filter((event) => event.kind === 'cover.begins')
    expect(begins.length).toBeGreaterThan(0)
    for (const { day } of begins) expect(formatDay(day)).toMatch(/-01-/)
    expect(events.some((event) => event.kind === 'enrolment.sent_back' && event.facts?.missing !== undefined)).toBe(true)
  })
})

describe('joining within the year', () => {
  const everyone = { years: [2013, 2014] as [number, number], persons: large(20_000), mechanisms: { enrolment_choice: false } }
  const nobodyServes = smallCounty(everyone, { 'livelihood.demobilised_rate': 0 }).run()

  it('is open to demobilised soldiers, on their day in autumn, for the premium of the year', () => {
    const county = smallCounty(everyone, { 'livelihood.demobilised_rate': 0.03 })
    const record = county.run()
    const soldiers = sum(record, 2014, 'joined_in_year|kind=demobilised_soldier')
    expect(soldiers).toBeGreaterThan(0)
    expect(sum(record, 2014, 'joined_in_year')).toBe(soldiers)
    expect(paidInYear(record, 2014) - paidInYear(nobodyServes, 2014)).toBe(soldiers * 9000)
    const joined = everybody(county).filter(
      (event) => event.kind === 'cover.joined_in_year' && event.day >= (parseDay('2013-01-01') as number),
    )
    for (const { day } of joined) expect(formatDay(day).slice(5) >= '09-01' && formatDay(day).slice(5) <= '09-30').toBe(true)
  })

  it('is open to nobody when no soldier comes home, and soldiers are not eligible while they serve', () => {
    const record = nobodyServes
    expect(sum(record, 2014, 'joined_in_year')).toBe(0)
    const serving = smallCounty(everyone, { 'livelihood.demobilised_rate': 0.03 }).run()
    expect(sum(serving, 2014, 'eligible')).toBeLessThan(sum(record, 2014, 'eligible'))
    expect(sum(serving, 2014, 'population')).toBe(sum(record, 2014, 'population'))
  })

  it('is open to newborns where the rule asks for registration, and their premium is booked', () => {
    const registered = smallCounty(everyone, { 'enrolment.newborn_rule': 'registered', 'livelihood.demobilised_rate': 0 }).run()
    const newborns = sum(registered, 2014, 'joined_in_year|kind=newborn')
    expect(newborns).toBeGreaterThan(0.9 * sum(registered, 2014, 'births'))
    expect(newborns).toBeLessThan(sum(registered, 2014, 'births'))
    expect(paidInYear(registered, 2014) - paidInYear(nobodyServes, 2014)).toBe(newborns * 9000)
  })
})

describe('a stay that began before cover', () => {
  const mechanisms = { enrolment_choice: true, neighbour_effect: false }
  // premiums that nobody would pay in the year before, and everybody in the next: cover begins for all on 1 January 2013 or with the seal
  const policy = { 'premium.individual': { '2011-01-01': 5000, '2013-01-01': 0 } }
  const county = smallCounty({ years: [2012, 2013], persons: large(12_000), mechanisms }, policy)

  it('is paid for its covered days only, and the settlement says so', () => {
    const events = everybody(county)
    const begun = events.filter((event) => event.kind === 'cover.stay_begun_before' && event.day >= (parseDay('2013-01-01') as number))
    expect(begun.length).toBeGreaterThan(0)
    for (const { person, day, facts } of begun) {
      const settled = events.find(
        (event) => event.kind === 'benefit.settled' && event.person === person && event.facts?.claim === facts?.claim,
      )
      const amount = (label: string) => settled?.amounts?.find((one) => one.id === label)?.fen ?? 0
      expect(settled?.day, person).toBe(day)
      const uncovered = 1 - Number(facts?.covered_days) / Number(facts?.days)
      expect(amount('before_cover') / amount('bill')).toBeCloseTo(uncovered, 3)
    }
  })
})

describe('who holds no certificate', () => {
  it('a newborn in the birth year settles nothing with the card: more claims go by hand, and no entitlement changes', () => {
    const settled = (enrolment_procedure: boolean) =>
      smallCounty({ years: [2013, 2013], persons: large(20_000), mechanisms: { enrolment_choice: false, enrolment_procedure } }).run()
    const [own, none] = [settled(true), settled(false)]
    expect(sum(own, 2013, 'entitled.inpatient')).toBe(sum(none, 2013, 'entitled.inpatient'))
    const byHand = (record: typeof own) => sum(record, 2013, 'claims_submitted') + sum(record, 2013, 'claims_unfiled')
    expect(byHand(own)).toBeGreaterThan(byHand(none))
  })
})
