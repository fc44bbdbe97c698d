import { describe, expect, test } from 'vitest'
import { daysInYear, yearStart } from '../../src/kernel/calendar.ts'
import { agesAt, fertilityBand, illnessBand, mortalityBand } from '../../src/population/ages.ts'
import { bear, drawYearOfLife, lifeTables, type YearOfLife } from '../../src/population/demography.ts'
import { ALIVE, CHRONIC, FEMALE, personColumns } from '../../src/population/person.ts'
import { drawCounty, FIRST_YEAR, MARGINALS, standardErrors, VITAL } from './county.ts'

const YEAR = FIRST_YEAR
const { people, rows } = drawCounty({ persons: 250_000, key: 6 })
const ageOf = agesAt(YEAR)
const tables = lifeTables(YEAR, VITAL)
const years = rows.map((p) => {
  const life: YearOfLife = { deathDay: -1, birthDay: -1 }
  drawYearOfLife(people, p, ageOf(people.birthDay[p]), tables, life)
  return { p, age: ageOf(people.birthDay[p]), female: (people.traits[p] & FEMALE) !== 0, ...life }
})
const deaths = years.filter(({ deathDay }) => deathDay >= 0)
const births = years.filter(({ birthDay }) => birthDay >= 0)

/** The middle of days spread evenly over the year, in standard errors. */
function middle(days: readonly number[]): number {
  const mean = days.reduce((sum, day) => sum + day + 0.5, 0) / days.length
  return (mean / daysInYear(YEAR) - 0.5) * Math.sqrt(12 * days.length)
}

describe('A year of life', () => {
  const deathRates = [
    ...VITAL.deathRateMale.map((rate, band): [string, number, number] => ['men', band, rate]),
    ...VITAL.deathRateFemale.map((rate, band): [string, number, number] => ['women', band, rate]),
  ]
  test.each(deathRates)('kills %s of age band %d at the published rate %d, within 4 standard errors', (sex, band, rate) => {
    const exposed = years.filter(({ age, female }) => female === (sex === 'women') && mortalityBand(age) === band)
    expect(exposed.length).toBeGreaterThan(100)
    expect(Math.abs(standardErrors(exposed.filter(({ deathDay }) => deathDay >= 0).length, exposed.length, rate))).toBeLessThan(4)
  })

  test.each(VITAL.birthRate.map((rate, band) => [band, rate]))(
    'gives women of age band %d children at the published rate %d, within 4 standard errors',
    (band, rate) => {
      const exposed = years.filter(({ age, female }) => female && fertilityBand(age) === band)
      expect(Math.abs(standardErrors(exposed.filter(({ birthDay }) => birthDay >= 0).length, exposed.length, rate))).toBeLessThan(4)
    },
  )

  test('gives no children to men, girls and old women', () => {
    expect(births.every(({ female, age }) => female && age >= 15 && age < 50)).toBe(true)
  })

  test('spreads deaths and births evenly over the days of the year', () => {
    expect(Math.abs(middle(deaths.map(({ deathDay }) => deathDay)))).toBeLessThan(4)
    expect(Math.abs(middle(births.map(({ birthDay }) => birthDay)))).toBeLessThan(4)
    expect(years.every(({ deathDay, birthDay }) => Math.max(deathDay, birthDay) < daysInYear(YEAR))).toBe(true)
  })

  test('is the same when it is drawn again, and another in another year', () => {
    const again = (year: number) => {
      const tablesThen = lifeTables(year, VITAL)
      return deaths.slice(0, 200).map(({ p, age }) => {
        const life: YearOfLife = { deathDay: -1, birthDay: -1 }
        drawYearOfLife(people, p, age, tablesThen, life)
        return life.deathDay
      })
    }
    const days = deaths.slice(0, 200).map(({ deathDay }) => deathDay)
    expect(again(YEAR)).toEqual(days)
    expect(again(YEAR + 1)).not.toEqual(days)
  })
})

describe('A newborn', () => {
  const newborns = personColumns(births.length + people.keyA.length)
  for (const name of ['keyA', 'keyB', 'birthDay', 'household', 'residence', 'resilience', 'traits'] as const)
    newborns[name].set(people[name])
  const first = people.keyA.length
  births.forEach(({ p, birthDay }, i) => {
    bear(newborns, p, first + i, yearStart(YEAR) + birthDay, VITAL)
  })
  const children = births.map((_, i) => first + i)

  test('is a boy in the published share of births', () => {
    const boys = children.filter((p) => !(newborns.traits[p] & FEMALE)).length
    expect(Math.abs(standardErrors(boys, children.length, VITAL.maleBirthShare))).toBeLessThan(4)
  })

  test('lives in the mother’s household, healthy, with a key of its own', () => {
    expect(births.every(({ p }, i) => newborns.household[first + i] === people.household[p])).toBe(true)
    expect(children.every((p) => (newborns.traits[p] & (ALIVE | CHRONIC)) === ALIVE)).toBe(true)
    const keys = new Set([...rows, ...children].map((p) => `${newborns.keyA[p]}/${newborns.keyB[p]}`))
    expect(keys.size).toBe(rows.length + children.length)
  })
})

describe('Chronic illness', () => {
  test('comes with age up to the published share of each band, and never goes', () => {
    const { people: older, rows: all } = drawCounty({ persons: 100_000, key: 7 })
    const ill = (p: number) => (older.traits[p] & CHRONIC) !== 0
    const before = all.filter(ill)
    const life: YearOfLife = { deathDay: -1, birthDay: -1 }
    for (let year = FIRST_YEAR; year <= FIRST_YEAR + 20; year++) {
      const ageThen = agesAt(year)
      const tablesThen = lifeTables(year, VITAL)
      for (const p of all) drawYearOfLife(older, p, ageThen(older.birthDay[p]), tablesThen, life)
    }
    expect(before.every(ill)).toBe(true)
    const inTheEnd = agesAt(FIRST_YEAR + 20)
    const in55 = all.filter((p) => illnessBand(inTheEnd(older.birthDay[p])) === 6)
    expect(Math.abs(standardErrors(in55.filter(ill).length, in55.length, MARGINALS.chronicShare[6]))).toBeLessThan(4)
  })
})
