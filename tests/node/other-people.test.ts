/** Whose households a comparison may pair: people that begin as the same. */
import { describe, expect, test } from 'vitest'
import { peoplingOf } from '../../src/model/peopling.ts'
import { otherPeople } from '../../src/node/comparison.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { householdColumns } from '../../src/population/household.ts'
import { givenPeople } from '../../src/population/microdata/people.ts'
import { personColumns } from '../../src/population/person.ts'
import { modelData } from '../../src/scenario/materials.ts'
import { Terms } from '../../src/scheme/year-terms.ts'
import { singles } from '../population/given-county.ts'
import { load } from '../scenario/reader.ts'

const data = modelData(readDataFiles())
const BASE = 'years: [2012, 2013]\nplace: central\npopulation: {persons: 3000}\n'
const scenario = (more = '', base = BASE) => load(base + more)
type Scenario = ReturnType<typeof scenario>

/** 800 people of one-person households, a third of them ill and some away. */
const GIVEN = givenPeople(
  singles(
    Array.from({ length: 800 }, (_, i) => ({ age: i % 90, rest: `${i % 3 ? 'no' : 'yes'},${i % 5 ? 'home' : 'other_province'},no` })),
  ),
  2011,
)
const given = (more = '') => ({ ...scenario(more, BASE.replace('3000', '800')), given: GIVEN })

/** Everything about the people that a scenario begins with, household by household; not where they lie in memory. */
function firstPeople({ settings, law, given }: Scenario): string {
  const terms = new Terms(settings, law, { ...data, given })
  const peopling = peoplingOf({ settings, terms, data: { ...data, given }, first: 2011, last: 2013 })
  const settlement = peopling.settle({ a: 1, b: 2 })
  const people = personColumns(settlement.capacity)
  const households = householdColumns(settlement.sizes.length)
  peopling.into(people, households)(settlement)
  const { keyA, birthDay, traits, residence, resilience } = people
  const told = Array.from(settlement.sizes, (size, h) => {
    const own = [households.keyA[h], households.village[h], households.income[h], households.quintile[h], households.poor[h]]
    const members = Array.from({ length: size }, (_, member) => households.firstPerson[h] + member)
    return [own, members.map((p) => [keyA[p], birthDay[p], traits[p], residence[p], resilience[p]])]
  })
  return JSON.stringify(told)
}

/** A parameter, and what another county might have in its place. */
const OF_PEOPLE: readonly (readonly [string, string])[] = [
  ['population.household_size', '[0.2, 0.2, 0.2, 0.1, 0.1, 0.1, 0.05, 0.05]'],
  [
    'population.age_share',
    '[0.016, 0.023, 0.03, 0.041, 0.063, 0.06, 0.079, 0.094, 0.085, 0.073, 0.08, 0.099, 0.075, 0.056, 0.055, 0.059, 0.008, 0.004]',
  ],
  ['population.male_share', '0.4'],
  ['population.village_households', '300'],
  ['population.income_sigma', '0.9'],
  ['population.poor_share', '0.12'],
  ['illness.chronic_share', '[0.02, 0.03, 0.05, 0.1, 0.2, 0.3, 0.4, 0.5]'],
  ['livelihood.away_share', '[0.1, 0.1, 0.1, 0.1, 0.1]'],
  ['livelihood.away_other_province_share', '0.2'],
  ['livelihood.employee_insured_share', '0.9'],
  ['illness.frailty_shape', '3'],
  ['illness.frailty_household_share', '0.6'],
]

describe('Households are not paired', () => {
  test.each(OF_PEOPLE)('when a reform sets %s: it begins with other people', (name, value) => {
    const reform = scenario(`policy: {${name}: ${value}}\n`)
    expect(firstPeople(reform)).not.toBe(firstPeople(scenario()))
    expect(otherPeople(scenario(), reform)).toEqual([name])
  })

  test('by any parameter that the making of people reads, but by how many persons make a township', () => {
    const { settings, law } = scenario()
    new Terms(settings, law, data)
    const read = law.used()
    expect(read).toEqual([...OF_PEOPLE.map(([name]) => name), 'population.township_persons'].sort())
  })

  test.each([
    ['mechanisms.livelihood', 'livelihood: off'],
    ['mechanisms.need', 'need: {inpatient: 0.1, outpatient: 4}'],
  ])('when a reform changes who is away or how frail people are by %s', (name, written) => {
    const reform = scenario(`mechanisms: {${written}}\n`)
    expect(firstPeople(reform)).not.toBe(firstPeople(scenario()))
    expect(otherPeople(scenario(), reform)).toEqual([name])
  })

  test('when place, persons, added villages or the years before the first differ', () => {
    const base = scenario('', BASE.replace('2012', '2013'))
    const other = scenario('', 'years: [2013, 2013]\nburn_in: 2\nplace: west\npopulation: {persons: 2000, added_villages: [9]}\n')
    expect(otherPeople(base, other)).toEqual(['region', 'persons', 'addedVillages', 'burnInYears'])
  })

  test('when one scenario has people of its own, or both have others', () => {
    expect(otherPeople(scenario('', BASE.replace('3000', '800')), given())).toContain('microdata')
    const older = { ...given(), given: givenPeople(singles(Array.from({ length: 800 }, () => ({ age: 70 }))), 2011) }
    expect(otherPeople(given(), older)).toEqual(['microdata'])
  })
})

describe('Households are paired', () => {
  const alike = (base: Scenario, reform: Scenario) => {
    expect(otherPeople(base, reform)).toEqual([])
    expect(firstPeople(reform)).toBe(firstPeople(base))
  }

  test.each([
    ['incomes are of another level', 'policy: {population.income_per_head: 12000}\n'],
    ['children are born and people die at other rates', 'policy: {demography.birth_rate: [0.01, 0.05, 0.05, 0.03, 0.02, 0.01, 0.01]}\n'],
    ['nobody is born or dies', 'mechanisms: {demography: off}\n'],
    ['more come home again', 'policy: {livelihood.return_rate: 0.5}\n'],
    ['a parameter of the first people changes later', 'policy: {livelihood.away_share: {2013-01-01: [0.1, 0.1, 0.1, 0.1, 0.1]}}\n'],
    ['townships are larger', 'policy: {population.township_persons: 1000}\n'],
  ])('when %s: the same people begin', (_, written) => {
    alike(scenario(), scenario(written))
  })

  test('when neither scenario has anybody away or frail, whatever parameters say of them', () => {
    const off = 'mechanisms: {livelihood: off, need: {inpatient: 0.1, outpatient: 4}}\n'
    const parameters = 'policy: {livelihood.employee_insured_share: 0.9, illness.frailty_shape: 3}\n'
    alike(scenario(off), scenario(off + parameters))
  })

  test('when a parameter differs that the user’s own people do not rest on; frailty they rest on', () => {
    const of = (...names: string[]) =>
      `policy: {${OF_PEOPLE.filter(([name]) => names.includes(name)).map(([name, value]) => `${name}: ${value}`)}}\n`
    const own = ['population.age_share', 'population.male_share', 'population.income_sigma', 'population.poor_share']
    alike(given(), given(of(...own, 'illness.chronic_share', 'livelihood.away_share')))
    for (const name of ['illness.frailty_shape', 'population.village_households']) {
      expect(otherPeople(given(), given(of(name)))).toEqual([name])
      expect(firstPeople(given(of(name)))).not.toBe(firstPeople(given()))
    }
    const mixed = (more = '') => ({ ...scenario(more, BASE.replace('3000', '800, added_villages: [20]')), given: GIVEN })
    expect(otherPeople(mixed(), mixed(of('population.poor_share')))).toEqual(['population.poor_share'])
  })
})
