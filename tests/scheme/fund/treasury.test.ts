import { describe, expect, it } from 'vitest'
import { parseDay } from '../../../src/kernel/calendar.ts'
import { readDataFiles } from '../../../src/node/files.ts'
import { peopleToWrite } from '../../../src/population/person.ts'
import { PLACES } from '../../../src/population/places.ts'
import { lawOf } from '../../../src/scenario/materials.ts'
import { CLAIM_DAYS } from '../../../src/scheme/claims/claims-office.ts'
import { layOutCounty } from '../../../src/scheme/county.ts'
import { Treasury } from '../../../src/scheme/fund/treasury.ts'
import { SUMS } from '../../../src/scheme/totals.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { Terms } from '../../../src/scheme/year-terms.ts'
import { smallCounty } from '../../model/small-county.ts'

const day = (text: string) => parseDay(text) as number

function treasury() {
  const { settings, data } = smallCounty({ mechanisms: { offices: false, cash_limit: false } })
  const sums = new Map<number, Float64Array>()
  const waits = new Map<number, Float64Array>()
  const of = (map: Map<number, Float64Array>, size: number) => (year: number) => {
    const found = map.get(year) ?? new Float64Array(size)
    map.set(year, found)
    return found
  }
  const told: string[] = []
  const received: number[] = []
  const sumsOf = of(sums, SUMS.size)
  const claimDaysOf = of(waits, CLAIM_DAYS)
  const none = () => undefined
  const watch: Watch = {
    person: 0,
    household: 0,
    wholeHousehold: true,
    everyone: true,
    events: 0,
    tell: none,
    tellOn: none,
    tellHousehold: none,
  }
  watch.tellOn = (_, __, kind) => told.push(kind)
  const county = layOutCounty(settings, data, { persons: 8, households: 1, villages: 1, townships: 1, slots: 1 }, watch)
  const { keyA, keyB } = peopleToWrite(county.people)
  keyA.forEach((_, person, keys) => {
    keys[person] = person
  })
  keyB.fill(11)
  const office = new Treasury(county, {
    insured: 4000,
    sumsOf,
    claimDaysOf,
    received: (_, fen) => received.push(fen),
    shareSurplus: () => new Float64Array(0),
  })
  const terms = new Terms(settings, lawOf(readDataFiles()), data)
  office.openBooks(day('2012-01-01'), 0, [0, 0, 0])
  const year = (y: number) => {
    office.openYear({ year: y, enrolled: 0, enrolledLastYear: 0, newbornPremiums: 0 }, terms.of(y).fund)
    office.runUntil(day(`${y}-01-01`), day(`${y}-12-31`))
    return office.closeYear()
  }
  const submit = (dischargeDay: string, submitDay: string, fen: number, person = 7) =>
    office.submit({
      person,
      place: PLACES.indexOf('county_hospital'),
      dischargeDay: day(dischargeDay),
      submitDay: day(submitDay),
      fen,
      occasion: 1,
    })
  return { office, year, submit, sumsOf, claimDaysOf, told, received }
}

const spent = (close: ReturnType<ReturnType<typeof treasury>['year']>) => {
  const row = close.turnover.find(({ account }) => account === 'expenditure:inpatient')
  return (row?.debitFen ?? 0) - (row?.creditFen ?? 0)
}

describe('a claim discharged in December and paid in March', () => {
  it('is a benefit of the year of discharge and an expenditure of the year of booking', () => {
    const t = treasury()
    t.submit('2012-12-20', '2013-02-25', 123_456)
    const first = t.year(2012)
    expect(t.sumsOf(2012)[SUMS.stayPaid + 2]).toBe(0)
    const second = t.year(2013)
    expect(spent(first)).toBe(0)
    expect(spent(second)).toBe(123_456)
    expect(t.sumsOf(2012)[SUMS.stayPaid + 2]).toBe(123_456)
    expect(t.sumsOf(2013)[SUMS.stayPaid + 2]).toBe(0)
    expect(t.received).toEqual([123_456])
    expect(t.claimDaysOf(2012).reduce((sum, count) => sum + count, 0)).toBe(1)
    expect(t.claimDaysOf(2013).reduce((sum, count) => sum + count, 0)).toBe(0)
  })

  it('is approved and unpaid at the close when the year ends between approval and payment', () => {
    const t = treasury()
    // approved after 3 + 6 working days, paid 5 working days later
    t.submit('2012-12-01', '2012-12-17', 50_000, 3)
    const close = t.year(2012)
    expect(t.told).toContain('claim.approved')
    expect(close.unpaidApproved).toBe(50_000)
    expect(spent(close)).toBe(50_000)
    t.year(2013)
    expect(t.received).toEqual([50_000])
  })
})

describe('what is incurred and not approved at the close', () => {
  it('is the entitlement of claims discharged in the year until they are approved or refused', () => {
    const t = treasury()
    t.submit('2012-12-20', '2013-02-25', 123_456)
    t.submit('2012-05-02', '2012-06-25', 30_000, 3)
    t.submit('2012-12-10', '2013-12-20', 70_000, 5)
    expect(t.year(2012).incurredUnreported).toBe(193_456)
    expect(t.told).not.toContain('claim.refused')
    expect(t.year(2013).incurredUnreported).toBe(0)
    expect(t.told).toContain('claim.refused')
  })
})

describe('claims waiting at the end of a month', () => {
  it('are those handed in and not finished, not those still at home', () => {
    const t = treasury()
    t.submit('2012-05-02', '2012-06-25', 30_000, 3)
    t.year(2012)
    const waiting = (month: number) => t.office.months.find((one) => one.year === 2012 && one.month === month)?.sums.claims_waiting
    expect([5, 6, 7].map(waiting)).toEqual([0, 1, 0])
    expect(t.received).toEqual([30_000])
  })
})

describe('a claim out of time', () => {
  it('is refused after 180 days and never booked', () => {
    const t = treasury()
    t.submit('2012-01-10', '2012-07-09', 10_000, 5)
    expect(spent(t.year(2012))).toBe(0)
    expect(t.told).toContain('claim.refused')
    expect(t.sumsOf(2012)[SUMS.claimsRefused]).toBe(1)
  })
})
