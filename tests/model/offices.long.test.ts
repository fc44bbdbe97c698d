/**
 * What offices and procedures cause, each a pair of runs on the same draws, by year of discharge. People choose no other hospital,
 * enrol no differently and money never runs out, so that nothing else answers.
 */
import { describe, expect, it } from 'vitest'
import type { CountyRecord, TraceEvent } from '../../src/scheme/record.ts'
import { large } from '../size.ts'
import { smallCounty, sum } from './small-county.ts'

const mechanisms = {
  facility_choice: { inpatient: 'city_hospital', outpatient: 'village_clinic' },
  enrolment_choice: false,
  cash_limit: false,
} as const

const YEARS = [2012, 2013, 2014]

/** Day after discharge by which 90 of 100 paid claims of the year are paid. */
function p90(record: CountyRecord, year: number): number {
  const counts = record.years.find((one) => one.year === year)?.claimDays ?? []
  const all = counts.reduce((total, count) => total + count, 0)
  let paid = 0
  return counts.findIndex((count) => (paid += count) >= 0.9 * all)
}

const payouts = (record: CountyRecord) =>
  YEARS.flatMap((year) => ['reimbursed.inpatient', 'reimbursed.outpatient', 'entitled.inpatient'].map((name) => sum(record, year, name)))

/** The claims of a year with what became of them, by claim. */
function fates(county: ReturnType<typeof smallCounty>): Map<string, { days: number; refused: boolean; events: TraceEvent[] }> {
  const found = new Map<string, { days: number; refused: boolean; events: TraceEvent[] }>()
  const discharged = new Map<string, number>()
  const nameOf = (event: TraceEvent) => `${event.person}/${event.facts?.claim}`
  county.run({
    follow: {
      everyone: true,
      tell(event) {
        if (event.kind === 'benefit.settled') discharged.set(nameOf(event), event.day)
        if (!event.kind.startsWith('claim.') || event.kind === 'claim.never_filed') return
        const name = nameOf(event)
        const claim = found.get(name) ?? { days: 0, refused: false, events: [] }
        found.set(name, claim)
        claim.events.push(event)
        if (event.kind === 'claim.submitted') claim.days = event.day - (discharged.get(name) ?? Number.NaN)
        if (event.kind === 'claim.refused') claim.refused = true
      },
    },
  })
  return found
}

describe('half the staff', () => {
  /** two at each office, or one; so busy that two keep up with the work and one does not quite */
  const staffed = (staff: number) =>
    smallCounty({
      persons: large(20_000),
      mechanisms,
      procedures: {
        'offices.township_settlement_centre.staff': staff * 5,
        'offices.county_centre.staff': staff * 5,
        'offices.county_finance.staff': staff * 5,
        'claim_by_hand.steps.submission.minutes': 130,
        'claim_by_hand.steps.review.minutes': 100,
        'claim_by_hand.steps.payment.minutes': 100,
      },
    }).run()
  it('makes the slow tenth of claims wait longer and changes no payout', () => {
    const [full, half] = [staffed(2), staffed(1)]
    for (const year of YEARS) expect(p90(half, year), `${year}`).toBeGreaterThan(p90(full, year))
    expect(payouts(half)).toEqual(payouts(full))
  })
})

describe('one paper more', () => {
  it('sends more claims back, and none the fewer', () => {
    const asked = { 'claim_by_hand.papers.residence_proof': { missing: 0.1 }, 'claim_at_county.papers.residence_proof': { missing: 0.1 } }
    const returned = (procedures?: Record<string, unknown>) => {
      const claims = fates(smallCounty({ persons: 8000, mechanisms: { ...mechanisms, offices: false }, procedures }))
      return new Set([...claims].filter(([, { events }]) => events.some(({ kind }) => kind === 'claim.returned')).map(([name]) => name))
    }
    const [before, after] = [returned(), returned(asked)]
    expect(before.size).toBeGreaterThan(50)
    expect(after.size).toBeGreaterThan(before.size * 1.2)
    expect([...before].filter((name) => !after.has(name))).toEqual([])
  })
})

describe('a claim window of one month', () => {
  it('refuses the claims that come later and none that come earlier', () => {
    const window = (days?: number) =>
      smallCounty({
        persons: 8000,
        mechanisms,
        procedures: days === undefined ? undefined : { 'claim_by_hand.deadline': days, 'claim_at_county.deadline': days },
      })
    const [usual, short] = [fates(window()), fates(window(30))]
    expect([...short.keys()].sort()).toEqual([...usual.keys()].sort())
    const refused = [...short.values()].filter((claim) => claim.refused)
    expect(refused.length).toBeGreaterThan(50)
    for (const [name, { days, refused }] of short) expect(refused, `${name} came ${days} days after discharge`).toBe(days > 30)
    for (const [name, { days, refused }] of usual) expect(refused, `${name} came ${days} days after discharge`).toBe(days > 180)
  })
})

describe('claims taken to the county office', () => {
  it('are the share that chooses it, and are paid sooner with nobody waiting', () => {
    const county = (chosen: number) =>
      smallCounty({ persons: 8000, mechanisms: { ...mechanisms, offices: false }, procedures: { 'claim_at_county.chosen': chosen } }).run()
    const [none, all] = [county(0), county(1)]
    for (const year of YEARS) {
      expect(sum(none, year, 'claims_at_county')).toBe(0)
      expect(sum(all, year, 'claims_at_county')).toBe(sum(all, year, 'claims_submitted'))
      expect(p90(all, year)).toBeLessThan(p90(none, year))
    }
  })
})

describe('the rosters of the campaign', () => {
  it('make claims wait around the new year and at no other time, where the same staff reports them', () => {
    const waiting = (minutesOfAMember: number) =>
      smallCounty({
        persons: large(20_000),
        mechanisms: { ...mechanisms, enrolment_choice: true },
        procedures: {
          'offices.township_settlement_centre.staff': 5,
          'offices.county_centre.staff': 5,
          'offices.county_finance.staff': 5,
          'claim_by_hand.steps.submission.minutes': 60,
          'cooperative_enrolment.steps.report.minutes_each': minutesOfAMember,
        },
      }).run().months
    const [without, withRosters] = [waiting(0), waiting(0.5)]
    const changed = withRosters.filter(({ sums }, i) => sums.claims_waiting !== without[i].sums.claims_waiting)
    expect(changed.length).toBeGreaterThan(4)
    for (const { month } of changed) expect([11, 12, 1, 2]).toContain(month)
    const atNewYear = (months: typeof without) =>
      months.filter(({ month }) => month === 12).reduce((all, { sums }) => all + sums.claims_waiting, 0)
    expect(atNewYear(withRosters)).toBeGreaterThan(atNewYear(without) * 1.2)
  })
})
