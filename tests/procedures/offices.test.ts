import { describe, expect, it } from 'vitest'
import { createCounter } from '../../src/procedures/counter.ts'
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
    const counter = createCounter('township', 1, hours, AUTUMN_2013)
    const nine = at('2013-08-05', '09:00')
    expect([counter.serve(nine, 25), counter.serve(nine, 25), counter.serve(nine + 10, 25)]).toEqual([nine + 25, nine + 50, nine + 75])
    expect(counter.load()).toEqual({ office: 'township', staff: 1, served: 3, busyMinutes: 75 })
  })

  it('with two of staff serves two at a time', () => {
    const counter = createCounter('township', 2, hours, AUTUMN_2013)
    const nine = at('2013-08-05', '09:00')
    expect([counter.serve(nine, 25), counter.serve(nine, 40), counter.serve(nine, 25)]).toEqual([nine + 25, nine + 40, nine + 50])
  })

  it('staff follow the insured persons and are never fewer than one', () => {
    const [township, , finance] = OFFICES
    expect([staffOf(township, 300_000), staffOf(township, 600_000), staffOf(finance, 20_000)]).toEqual([6, 12, 1])
    expect(staffOf({ ...township, staff_unit: 'persons' }, 300_000)).toBe(2)
  })
})
