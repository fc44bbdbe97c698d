import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayOf, formatDay } from '../../src/kernel/calendar.ts'
import { draw, share } from '../../src/kernel/random.ts'
import { incomeOrder } from '../../src/measures/protection/county.ts'
import { illnessBand } from '../../src/population/ages.ts'
import { givenFaults } from '../../src/population/microdata/limits.ts'
import { ALIVE, CHRONIC, EMPLOYEE_INSURED, FEMALE } from '../../src/population/person.ts'
import { RESIDENCES } from '../../src/population/places.ts'
import { PURPOSE } from '../../src/population/purposes.ts'
import { ageOn } from './age-on.ts'
import { MARGINALS, START } from './county.ts'
import { copiesOf, type GivenCounty, givenCounty, microdataOf, singles } from './given-county.ts'

/** The example without weights: everybody appears once. Its youngest are too young for the tests' first day. */
const example = (name: string) => readFileSync(new URL(`../../data/microdata/${name}.csv`, import.meta.url), 'utf8')
const PERSONS = example('persons').replaceAll(/2011-\d\d-\d\d/g, '2010-12-31')
const WEIGHTED = example('households')
const UNWEIGHTED = WEIGHTED.replaceAll(/,[^,\n]*$/gm, '')

/** What the county has of each person, in the words of the file: household, birth date, sex, chronic, residence, employee insurance. */
function told({ settlement, people, households }: GivenCounty, ids: readonly string[]): string[] {
  const yes = (p: number, trait: number) => (people.traits[p] & trait ? 'yes' : 'no')
  return Array.from(settlement.given).flatMap((row, h) =>
    Array.from({ length: settlement.sizes[h] }, (_, member) => {
      const p = households.firstPerson[h] + member
      const sex = people.traits[p] & FEMALE ? 'female' : 'male'
      const own = [ids[row], formatDay(people.birthDay[p]), sex, yes(p, CHRONIC), RESIDENCES[people.residence[p]], yes(p, EMPLOYEE_INSURED)]
      expect(people.household[p]).toBe(h)
      expect(people.traits[p] & ALIVE).toBe(ALIVE)
      return own.join(',')
    }),
  )
}

const rowsOf = (text: string) => text.trim().split('\n').slice(1)

describe('Given people without weights', () => {
  const microdata = microdataOf(PERSONS, UNWEIGHTED)
  const county = givenCounty(microdata)

  test('appear once each, with birth day, sex, chronic disease, residence and employee insurance, in their household', () => {
    expect(told(county, microdata.households.ids).sort()).toEqual(rowsOf(PERSONS).sort())
    expect(copiesOf(county)).toEqual(new Array(60).fill(1))
  })

  test('live in the villages of the file, households in its order', () => {
    const { settlement, households } = county
    const names = rowsOf(UNWEIGHTED).map((row) => row.split(',')[1])
    expect(settlement.villages).toHaveLength(3)
    const villages = Array.from(settlement.given, (row, h) => [names[row], households.village[h]])
    expect(new Set(villages.map(String)).size).toBe(3)
    for (const { firstHousehold, endHousehold } of settlement.villages) {
      const rows = [...settlement.given.slice(firstHousehold, endHousehold)]
      expect(rows).toEqual([...rows].sort((one, other) => one - other))
    }
  })

  test('are the same in every replication and county; only their keys, and so their lives, differ', () => {
    const other = givenCounty(microdata, { key: 77 })
    expect(other.people.birthDay).toEqual(county.people.birthDay)
    expect(other.people.traits).toEqual(county.people.traits)
    expect(other.people.keyA).not.toEqual(county.people.keyA)
    expect(other.people.resilience).not.toEqual(county.people.resilience)
  })

  test('have the incomes of the file relative to its mean over persons, and are assisted where the file says so', () => {
    const { settlement, households } = county
    const rows = rowsOf(UNWEIGHTED).map((row) => row.split(','))
    let sum = 0
    for (let h = 0; h < settlement.sizes.length; h++) sum += settlement.sizes[h] * households.income[h]
    expect(sum / settlement.persons).toBeCloseTo(1, 5)
    const [first, second] = [0, 1].map((row) => settlement.given.indexOf(row))
    expect(households.income[first] / households.income[second]).toBeCloseTo(Number(rows[0][2]) / Number(rows[1][2]), 5)
    Array.from(settlement.given, (row, h) => expect(households.poor[h]).toBe(rows[row][3] === 'yes' ? 1 : 0))
  })

  test('are all at home, and nobody in employee insurance, where a scenario keeps everybody at home', () => {
    const { people, settlement } = givenCounty(microdata, { changed: { everybodyHome: true } })
    expect(Array.from(people.residence.subarray(0, settlement.persons)).every((residence) => residence === 0)).toBe(true)
    expect(Array.from(people.traits).some((traits) => (traits & EMPLOYEE_INSURED) !== 0)).toBe(false)
  })

  test('of whom no villages are given are cut into villages of the usual size, in the order of the file', () => {
    const { settlement } = givenCounty(singles(Array.from({ length: 1000 }, () => ({ age: 40 }))), { changed: { villageHouseholds: 350 } })
    expect(settlement.villages.map(({ firstHousehold, endHousehold }) => endHousehold - firstHousehold)).toEqual([333, 333, 334])
    expect([...settlement.given]).toEqual(Array.from({ length: 1000 }, (_, row) => row))
  })
})

describe('Ages in place of birth dates', () => {
  const { people } = givenCounty(singles(Array.from({ length: 3000 }, (_, i) => ({ age: i % 100 }))))

  test('are the ages on the first day, whatever the day of the year that is drawn', () => {
    expect(Array.from(people.birthDay, (birth) => ageOn(birth, START))).toEqual(Array.from(people.birthDay, (_, p) => p % 100))
  })

  test('give birthdays over the whole year', () => {
    const days = Array.from(people.birthDay, (birth) => Number(formatDay(birth).slice(5, 7)))
    const inMonth = Array.from({ length: 12 }, (_, month) => days.filter((day) => day === month + 1).length)
    // 250 a month expected; five standard errors are 76
    for (const count of inMonth) expect(Math.abs(count - 250)).toBeLessThan(76)
  })

  test('may be 0 and 120, and a birthday on 1 January counts', () => {
    const ages = givenCounty(singles([{ age: 0 }, { age: 120 }])).people.birthDay
    expect(ages[0]).toBeGreaterThan(dayOf(2010, 1, 1))
    expect(ages[0]).toBeLessThanOrEqual(START)
    expect(ageOn(ages[1], START)).toBe(120)
  })
})

describe('Income quintiles', () => {
  test('hold a fifth of the weighted households each', () => {
    const rows = Array.from({ length: 10 }, (_, i) => `${i},${i * 1000},no,${i < 2 ? 4 : 1}`)
    const persons = rows.map((_, i) => `${i},30,male,no,home,no`)
    const { given } = givenCounty(
      microdataOf(
        `household,age,sex,chronic,residence,employee_insured\n${persons.join('\n')}\n`,
        `id,income_per_head,poor,weight\n${rows.join('\n')}\n`,
      ),
      { persons: 16 },
    )
    // 16 households: the first two stand for four each, a fifth of all is 3.2
    expect([...given.quintile]).toEqual([0, 1, 2, 2, 3, 3, 3, 4, 4, 4])
  })

  /** The quintiles and deciles, from 1, in which households of these incomes (yuan) are, in the order of the file. */
  function groupsOf(incomes: readonly number[]) {
    const { households, settlement } = givenCounty(singles(incomes.map((yuan) => ({ age: 40, household: `${yuan},no` }))))
    expect([...settlement.given]).toEqual(incomes.map((_, row) => row))
    const { decile } = incomeOrder(households.income, households.quintile)
    return { quintiles: Array.from(households.quintile, (group) => group + 1), deciles: Array.from(decile, (group) => group + 1) }
  }

  test('and deciles hold all households where all have one income: none of them is poorer for standing first in the file', () => {
    const { quintiles, deciles } = groupsOf(new Array(500).fill(4000))
    expect([...new Set(quintiles)]).toEqual([3])
    expect([...new Set(deciles)]).toEqual([6])
  })

  test('and deciles hold the half of the households that have no income together, and the others by theirs', () => {
    const { quintiles, deciles } = groupsOf(Array.from({ length: 500 }, (_, row) => (row % 2 ? 0 : 1000 + row)))
    const without = (groups: readonly number[]) => [...new Set(groups.filter((_, row) => row % 2))]
    // the middle of the lower half is a quarter of the way up; alone in its quintile it is the upper half of it
    expect([without(quintiles), without(deciles)]).toEqual([[2], [4]])
    const rest = (groups: readonly number[], group: number) => groups.filter((one, row) => row % 2 === 0 && one === group).length
    expect([1, 2, 3, 4, 5].map((quintile) => rest(quintiles, quintile))).toEqual([0, 0, 50, 100, 100])
    expect([5, 6, 7, 8, 9, 10].map((decile) => rest(deciles, decile))).toEqual([25, 25, 50, 50, 50, 50])
  })

  test('and deciles are the same whatever the order of the file', () => {
    const incomes = Array.from({ length: 400 }, (_, row) => 1000 * ((row * row) % 7))
    const [ahead, back] = [groupsOf(incomes), groupsOf(incomes.toReversed())]
    expect(new Set(ahead.quintiles).size).toBeGreaterThan(2)
    expect(back).toEqual({ quintiles: ahead.quintiles.toReversed(), deciles: ahead.deciles.toReversed() })
  })
})

describe('Well people', () => {
  test('have not fallen ill so far: their draw lies above the prevalence of their age in the file', () => {
    const rest = (i: number) => (i % 3 === 0 ? 'yes,home,no' : 'no,home,no')
    const { people, given } = givenCounty(singles(Array.from({ length: 900 }, (_, i) => ({ age: 50, rest: rest(i) }))))
    expect(given.chronicShare[illnessBand(50)]).toBeCloseTo(1 / 3)
    const draws = Array.from(people.keyA, (a, p) => share(draw(a, people.keyB[p], PURPOSE.chronic, 0)))
    const well = draws.filter((_, p) => !(people.traits[p] & CHRONIC))
    expect(well).toHaveLength(600)
    expect(Math.min(...well)).toBeGreaterThanOrEqual(1 / 3)
    // uniform above it: mean 2/3, five standard errors are 0.04
    expect(Math.abs(well.reduce((sum, value) => sum + value, 0) / 600 - 2 / 3)).toBeLessThan(0.04)
  })

  test('are found in a file of chronically ill too, and frailty is the same gamma as of synthetic people', () => {
    const rows = Array.from({ length: 4000 }, (_, i) => ({ age: 70, rest: i ? 'yes,home,no' : 'no,home,no' }))
    const { people } = givenCounty(singles(rows))
    const frailty = Array.from(people.resilience, (resilience) => 1 / resilience)
    const mean = frailty.reduce((sum, value) => sum + value, 0) / frailty.length
    const variance = frailty.reduce((sum, value) => sum + (value - mean) ** 2, 0) / frailty.length
    expect(mean).toBeCloseTo(1, 1)
    expect(variance * MARGINALS.frailtyShape).toBeGreaterThan(0.7)
    expect(variance * MARGINALS.frailtyShape).toBeLessThan(1.4)
  })
})

describe('What no county can be made of is told', () => {
  const person = (id: string) => `${id},30,male,no,home,no\n`
  const header = 'household,age,sex,chronic,residence,employee_insured\n'
  const faults = (persons: string, households: string, asked?: number) =>
    givenFaults(microdataOf(header + persons, households), 'h.csv', asked).map(({ message, expected }) => `${message}; ${expected}`)

  test('a household of more members than the columns count', () => {
    expect(faults(person('a').repeat(101), 'id,income_per_head,poor\na,1,no\n')).toEqual([
      'household “a” (row 1) has 101 persons; 100 at most: a home or dormitory is several households',
    ])
    expect(faults(person('a').repeat(100), 'id,income_per_head,poor\na,1,no\n')).toEqual([])
    expect(faults(person('a').repeat(65_537), 'id,income_per_head,poor\na,1,no\n')).toEqual([
      'household “a” (row 1) has 65537 persons; 100 at most: a home or dormitory is several households',
    ])
  })

  test('no income at all, which has no mean to be relative to', () => {
    expect(faults(person('a'), 'id,income_per_head,poor\na,0,no\n')).toEqual([
      'the income of every household is 0; an income above 0 in one household or more',
    ])
  })

  test('weights that stand for nobody or for a whole country, unless the scenario says how many persons', () => {
    const households = (weight: number) => `id,income_per_head,poor,weight\na,1,no,${weight}\n`
    const expected = '1 to 10000000, or population: {persons: …} in the scenario'
    expect(faults(person('a'), households(0.004))).toEqual([`the weights add up to 0.004 persons in one county; ${expected}`])
    expect(faults(person('a'), households(2e7))).toEqual([`the weights add up to 20000000 persons in one county; ${expected}`])
    expect(faults(person('a'), households(2e7), 1000)).toEqual([])
  })
})
