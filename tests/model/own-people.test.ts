import { describe, expect, test } from 'vitest'
import { readDataFiles } from '../../src/node/files.ts'
import { type GivenPeople, givenPeople } from '../../src/population/microdata/people.ts'
import type { Microdata } from '../../src/population/microdata/read.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { microdataOf } from '../population/given-county.ts'
import { load } from '../scenario/reader.ts'
import { large } from '../size.ts'
import { sum } from './small-county.ts'

const files = readDataFiles()

const HOUSEHOLDS = large(1200)

/** Households of four in 6 villages, with a third of the ages chronically ill. */
function survey(column: 'village' | 'none' = 'village'): Microdata {
  const persons: string[] = []
  const households: string[] = []
  for (let h = 0; h < HOUSEHOLDS; h++) {
    for (let member = 0; member < 4; member++) {
      const age = (h * 7 + member * 23) % 80
      persons.push(`${h},${age},${member % 2 ? 'female' : 'male'},${age % 3 ? 'no' : 'yes'},${age === 30 ? 'other_province' : 'home'},no`)
    }
    households.push(`${h},${2000 + ((h * 37) % 9000)},${h % 12 ? 'no' : 'yes'}${column === 'village' ? `,V${h % 6}` : ''}`)
  }
  return microdataOf(
    `household,age,sex,chronic,residence,employee_insured\n${persons.join('\n')}\n`,
    `id,income_per_head,poor${column === 'village' ? ',village' : ''}\n${households.join('\n')}\n`,
  )
}

function modelOf(microdata: Microdata, text: string, asked?: number) {
  const { settings, law } = load(text)
  const given: GivenPeople = givenPeople(microdata, settings.years[0] - settings.burnInYears)
  const persons = asked ?? given.persons
  const source = { microdata: { personsFile: 'p.csv', householdsFile: 'h.csv' } }
  return { law, given, model: countyModel({ ...settings, persons, ...source }, law, files, given) }
}

/** Everything that happens to everybody, as text in a fixed order; those of added villages apart. */
function histories(added: number | undefined, asked?: number, townshipPersons = 20_000) {
  const { model } = modelOf(
    survey(),
    `years: [2012, 2012]
population: { persons: 1, added_villages: [${added ?? ''}] }
policy: { population.township_persons: ${townshipPersons} }
mechanisms: { neighbour_effect: off, offices: off, cash_limit: off }
seed: village
`,
    asked,
  )
  const events: TraceEvent[] = []
  model.run(1, 0, { follow: { everyone: true, tell: (event) => events.push(event) } })
  const inAddedVillage = ({ person, household }: TraceEvent) => `${person}${household}`.includes('-vx')
  const asText = (list: TraceEvent[]) => list.map((event) => JSON.stringify(event)).sort()
  return { outside: asText(events.filter((event) => !inAddedVillage(event))), inside: asText(events.filter(inAddedVillage)) }
}

describe('A county of given people, with neighbour effect, offices and cash limit off', () => {
  const alone = histories(undefined)

  test('gets a synthetic village added without a change in anybody else’s history', () => {
    const { outside, inside } = histories(large(500))
    expect(alone.outside.length).toBeGreaterThan(large(40_000))
    expect(inside.length).toBeGreaterThan(large(10_000))
    expect(outside).toEqual(alone.outside)
  })

  test('is cut into townships without a change in anybody’s history', () => {
    expect(histories(undefined, undefined, large(1700)).outside).toEqual(alone.outside)
  })

  test('drawn to another size gets a village added without a change in anybody else’s history', () => {
    expect(histories(60, large(2000)).outside).toEqual(histories(undefined, large(2000)).outside)
  })
})

const YEARS = 'years: [2012, 2015]\npopulation: { persons: 1 }\nseed: lives\n'

describe('The lives of given people', () => {
  const { model, law, given } = modelOf(survey(), YEARS)
  const record = model.run(1, 0)

  test('go on as those of synthetic people: births, deaths, leaving, enrolment, care', () => {
    expect(record.personYears).toBeGreaterThan(4 * given.persons)
    for (const { year } of record.years) {
      for (const name of ['births', 'deaths', 'enrolled']) expect(sum(record, year, name)).toBeGreaterThan(0)
      expect(sum(record, year, 'enrolled')).toBeLessThanOrEqual(sum(record, year, 'eligible'))
    }
  })

  test('are the same whatever was simulated before, and others in another replication', () => {
    const again = modelOf(survey(), YEARS).model
    again.run(2, 0)
    expect(again.run(1, 0)).toEqual(record)
    expect(again.run(2, 0).years).not.toEqual(record.years)
  })

  test('rest on no marginals of the synthetic population that the files replace', () => {
    const replaced = ['population.household_size', 'population.poor_share', 'population.village_households']
    expect(law.used().filter((name) => replaced.includes(name))).toEqual([])
    const cut = modelOf(survey('none'), YEARS)
    expect(cut.law.used().filter((name) => replaced.includes(name))).toEqual(['population.village_households'])
    const mixed = modelOf(survey(), YEARS.replace('persons: 1', 'persons: 1, added_villages: [10]'))
    expect(mixed.law.used().filter((name) => replaced.includes(name))).toEqual([...replaced].sort())
  })
})

describe('Villages unlike the county', () => {
  const village = (age: number, rest: string) =>
    microdataOf(
      `household,age,sex,chronic,residence,employee_insured\n${Array.from({ length: 3000 }, (_, i) => `${i >> 1},${age + (i % 4)},${rest}`).join('\n')}\n`,
      `id,income_per_head,poor\n${Array.from({ length: 1500 }, (_, h) => `${h},${3000 + h},no`).join('\n')}\n`,
    )

  test('have room for all children of young women', () => {
    const record = modelOf(village(20, 'female,no,home,no'), YEARS).model.run(1, 0)
    // a synthetic county of as many people has some forty births a year
    expect(sum(record, 2013, 'births')).toBeGreaterThan(150)
  })

  test('have room for all stays and deaths of the old and chronically ill', () => {
    const record = modelOf(village(86, 'female,yes,home,no'), YEARS).model.run(1, 0)
    expect(sum(record, 2012, 'deaths')).toBeGreaterThan(200)
  })
})
