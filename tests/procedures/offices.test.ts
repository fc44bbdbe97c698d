import { describe, expect, it } from 'vitest'
import { Counter } from '../../src/procedures/counter.ts'
import { afterOpenMinutes, openingHours, openMinuteOfDay, staffOf } from '../../src/procedures/offices.ts'
import { AUTUMN_2013, day, OFFICES } from './county.ts'

const hours = openingHours(OFFICES[0].hours)
const at = (date: string, time: string) => day(date) * 1440 + Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

describe('opening hours', () => {
  it('leave out lunch', () => {
    expect(hours.minutes).toBe(420)
    expect(openMinuteOfDay(hours, 0)).toBe(510)
    expect(openMinuteOfDay(hours, 209)).toBe(719)
    expect(openMinuteOfDay(hours, 210)).toBe(840)
    expect(openMinuteOfDay(hours, 419)).toBe(1049)
  })

  it('work begun before lunch goes on after it', () => {
    expect(afterOpenMinutes(at('2013-08-05', '11:50'), 25, hours, AUTUMN_2013)).toBe(at('2013-08-05', '14:15'))
  })

  it('work done exactly at closing time is done that day', () => {
    expect(afterOpenMinutes(at('2013-08-05', '17:05'), 25, hours, AUTUMN_2013)).toBe(at('2013-08-05', '17:30'))
  })

  it('work begun before a holiday is finished after it, for the minutes that were left', () => {
    expect(afterOpenMinutes(at('2013-09-30', '17:20'), 25, hours, AUTUMN_2013)).toBe(at('2013-10-08', '08:45'))
  })

  it('work that arrives at night waits for the morning', () => {
    expect(afterOpenMinutes(at('2013-08-02', '20:00'), 25, hours, AUTUMN_2013)).toBe(at('2013-08-05', '08:55'))
  })

  it('work of several days takes several days', () => {
    expect(afterOpenMinutes(at('2013-08-05', '08:30'), 2 * 420 + 1, hours, AUTUMN_2013)).toBe(at('2013-08-07', '08:31'))
  })
})

describe('a counter', () => {
  it('with one of staff serves one after the other', () => {
    const counter = new Counter('township', 1, { hours, calendar: AUTUMN_2013 })
    const nine = at('2013-08-05', '09:00')
    expect([counter.serve(nine, 25), counter.serve(nine, 25), counter.serve(nine + 10, 25)]).toEqual([nine + 25, nine + 50, nine + 75])
    expect(counter.load()).toEqual({ office: 'township', staff: 1, served: 3, busyMinutes: 75 })
  })

  it('with two of staff serves two at a time', () => {
    const counter = new Counter('township', 2, { hours, calendar: AUTUMN_2013 })
    const nine = at('2013-08-05', '09:00')
    expect([counter.serve(nine, 25), counter.serve(nine, 40), counter.serve(nine, 25)]).toEqual([nine + 25, nine + 40, nine + 50])
  })

  it('staff follow the insured persons, in full-time posts', () => {
    const [township] = OFFICES
    expect(staffOf(township, 300_000)).toBeCloseTo((township.staff.value * 300_000) / 100_000, 10)
    expect(staffOf(township, 600_000)).toBeCloseTo(2 * staffOf(township, 300_000), 10)
    expect(staffOf({ ...township, staff_unit: 'persons' }, 300_000)).toBe(township.staff.value)
  })

  it('half a post takes twice as long, and 1.4 posts get done what 1.4 persons would', () => {
    const nine = at('2013-08-05', '09:00')
    const half = new Counter('desk', 0.5, { hours, calendar: AUTUMN_2013 })
    expect(half.serve(nine, 25)).toBe(nine + 50)
    const shared = new Counter('desk', 1.4, { hours, calendar: AUTUMN_2013 })
    let done = 0
    for (let i = 0; i < 10_000; i++) done = Math.max(done, shared.serve(nine, 25))
    const alone = new Counter('desk', 1, { hours, calendar: AUTUMN_2013 })
    let last = 0
    for (let i = 0; i < 10_000; i++) last = alone.serve(nine, 25)
    // in open minutes: days of 420 minutes and weekends make the same of both
    expect((last - nine) / (done - nine)).toBeCloseTo(1.4, 1)
    expect(shared.load()).toMatchObject({ staff: 1.4, served: 10_000, busyMinutes: 250_000 })
  })
})
