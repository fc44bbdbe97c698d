import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { yearOf, yearStart } from '../../src/kernel/calendar.ts'
import {
  agesAt,
  birthdayInYear,
  fertilityBand,
  ILLNESS_BAND_FROM,
  illnessBand,
  mortalityBand,
  workingBand,
} from '../../src/population/ages.ts'
import { ageOn } from './age-on.ts'

/** The day on which somebody turns `age`, found day by day. */
function birthdayOf(born: number, age: number): number {
  let day = Math.floor(born + age * 365.2425) + 2
  while (ageOn(born, day - 1) >= age) day--
  return day
}

const birth = fc.integer({ min: -40_000, max: 6000 })

describe('Ages', () => {
  test('on 1 January are full years by birth day, as the calendar counts them', () => {
    fc.assert(
      fc.property(birth, fc.integer({ min: 2011, max: 2016 }), (born, year) => {
        fc.pre(born <= yearStart(year))
        expect(agesAt(year)(born)).toBe(ageOn(born, yearStart(year)))
      }),
      { numRuns: 2000 },
    )
  })

  test('change in a year on the same day, found from the day of the year of birth', () => {
    fc.assert(
      fc.property(birth, fc.integer({ min: 1, max: 100 }), (born, age) => {
        const day = birthdayOf(born, age)
        expect(birthdayInYear(born, age, yearOf(day), yearStart(yearOf(day)))).toBe(day)
      }),
      {
        numRuns: 5000,
        examples: [
          [59, 1],
          [59, 4],
          [60, 1],
          [58, 4],
          [425, 3],
          [424, 3],
        ],
      },
    )
  })

  test.each([
    ['illness', illnessBand, [0, 5, 15, 25, 35, 45, 55, 65]],
    ['death', mortalityBand, [0, 1, 5, 15, 25, 35, 45, 55, 65, 75, 85]],
  ] as const)('of %s have bands that begin where the tables say', (_, bandOf, from) => {
    from.forEach((age, band) => {
      expect(bandOf(age)).toBe(band)
      if (age > 0) expect(bandOf(age - 1)).toBe(band - 1)
    })
    expect(bandOf(110)).toBe(from.length - 1)
  })

  test('of childbearing are 15 to 49 and of leaving for work 16 and more', () => {
    expect([14, 15, 19, 20, 49, 50].map(fertilityBand)).toEqual([-1, 0, 0, 1, 6, -1])
    expect([15, 16, 24, 25, 34, 35, 44, 45, 59, 60, 90].map(workingBand)).toEqual([-1, 0, 0, 1, 1, 2, 2, 3, 3, 4, 4])
    expect([...ILLNESS_BAND_FROM]).toEqual([0, 5, 15, 25, 35, 45, 55, 65])
  })
})
