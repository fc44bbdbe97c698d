import { describe, expect, it } from 'vitest'
import { SUMS } from '../../../src/scheme/totals.ts'
import { spent, treasury } from './books.ts'

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
