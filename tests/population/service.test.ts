import { describe, expect, it } from 'vitest'
import { dayOf } from '../../src/kernel/calendar.ts'
import { ALIVE, FEMALE, personColumns } from '../../src/population/person.ts'
import { soldiersOf } from '../../src/population/service.ts'

const PERSONS = 6000
const RATES = { demobilisedRate: 0.03, comesHomeFrom: 243 }

/** Men and women born in 1991 to 1996. */
function cohort() {
  const people = personColumns(PERSONS)
  for (let p = 0; p < PERSONS; p++) {
    people.keyA[p] = p * 7919
    people.keyB[p] = p
    people.birthDay[p] = dayOf(1991 + (p % 6), 1 + (p % 12), 1 + (p % 28))
    people.traits[p] = p % 2 ? ALIVE : ALIVE | FEMALE
  }
  return people
}

describe('military service', () => {
  const people = cohort()
  const everybody = Array.from({ length: PERSONS }, (_, p) => p)

  it('takes about the share of men of 20 to 22 that the rate says home in a year, and no women', () => {
    const year = soldiersOf(people, 2014, RATES)
    const home = everybody.filter((p) => year.homeOn(p) >= 0)
    const men = everybody.filter((p) => people.traits[p] === ALIVE && [1992, 1993, 1994].includes(1991 + (p % 6)))
    expect(home.every((p) => men.includes(p))).toBe(true)
    expect(Math.abs(home.length - men.length * 0.03)).toBeLessThan(4 * Math.sqrt(men.length * 0.03))
  })

  it('lasts over the 1 January of the year of return and the one before, and ends in the month after the first day', () => {
    const [before, first, last, after] = [2012, 2013, 2014, 2015].map((year) => soldiersOf(people, year, RATES))
    for (const p of everybody.filter((one) => last.homeOn(one) >= 0)) {
      expect([before, first, last, after].map((year) => year.serves(p))).toEqual([false, true, true, false])
      expect(last.homeOn(p)).toBeGreaterThanOrEqual(243)
      expect(last.homeOn(p)).toBeLessThan(273)
      expect(first.homeOn(p)).toBe(-1)
    }
  })

  it('is nothing anybody does at a rate of nought', () => {
    const year = soldiersOf(people, 2014, { ...RATES, demobilisedRate: 0 })
    expect(everybody.filter((p) => year.serves(p) || year.homeOn(p) >= 0)).toEqual([])
  })
})
