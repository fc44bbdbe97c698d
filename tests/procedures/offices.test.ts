import { describe, expect, it } from 'vitest'
import { draw, share } from '../../src/kernel/random.ts'
import { afterOpenMinutes, createCounter, openingHours, openMinuteOfDay, staffOf } from '../../src/procedures/offices.ts'
import { AUTUMN_2013, day, EVERY_DAY, OFFICES } from './county.ts'

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

describe('waiting agrees with the theory of queues', () => {
  const always = openingHours({ opens: '00:00', closes: '24:00', status: 'assumed', reason: 'a queue without nights' })

  /** Mean wait in units of the mean service, exponential arrivals, 200,000 customers; `service` in the same units. */
  function meanWait(staff: number, load: number, service: (customer: number) => number): number {
    const unit = 10_000
    const exponential = (customer: number, purpose: number) => -Math.log(1 - share(draw(5, 7, purpose, customer)))
    const counter = createCounter('desk', staff, always, EVERY_DAY)
    let [now, waited] = [0, 0]
    for (let customer = 0; customer < 200_000; customer++) {
      now += (exponential(customer, 1) * unit) / (load * staff)
      const [arrival, work] = [Math.round(now), Math.round(service(customer) * unit)]
      waited += counter.serve(arrival, work) - arrival - work
    }
    return waited / 200_000 / unit
  }
  const exponentialService = (customer: number) => -Math.log(1 - share(draw(5, 7, 2, customer)))

  it.each([
    ['one of staff, exponential service, load 0.5 (M/M/1): one service', 1, exponentialService, 1],
    ['two of staff, exponential service, load 0.5 (M/M/2): a third of a service', 2, exponentialService, 1 / 3],
    ['one of staff, constant service, load 0.5 (M/D/1): half a service', 1, () => 1, 1 / 2],
  ])('%s', (_, staff, service, expected) => {
    expect(Math.abs(meanWait(staff, 0.5, service) / expected - 1)).toBeLessThan(0.03)
  })
})
