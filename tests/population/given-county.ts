/** Counties of given people for the tests, made of the text of two CSV files. */

import { type Households, householdColumns } from '../../src/population/household.ts'
import type { Marginals } from '../../src/population/marginals.ts'
import { type GivenPeople, givenPeople } from '../../src/population/microdata/people.ts'
import { givenInto, populateGiven } from '../../src/population/microdata/population.ts'
import { type Microdata, readMicrodata } from '../../src/population/microdata/read.ts'
import { tableOfCsv } from '../../src/population/microdata/table.ts'
import { createGivenSettlement, type GivenSettlement } from '../../src/population/microdata/villages.ts'
import { type People, personColumns } from '../../src/population/person.ts'
import { FIRST_YEAR, MARGINALS, NORMAL, START } from './county.ts'

export interface GivenCounty {
  readonly given: GivenPeople
  readonly settlement: GivenSettlement
  readonly people: People
  readonly households: Households
}

export function microdataOf(persons: string, households: string): Microdata {
  return readMicrodata(tableOfCsv('persons.csv', persons), tableOfCsv('households.csv', households))
}

export interface CountyChoice {
  readonly persons?: number
  readonly key?: number
  readonly addedVillages?: readonly number[]
  readonly changed?: Partial<Marginals>
}

export function givenCounty(microdata: Microdata, choice: CountyChoice = {}): GivenCounty {
  const { key = 1, addedVillages = [], changed } = choice
  const given = givenPeople(microdata, FIRST_YEAR)
  const marginals = { ...MARGINALS, ...changed }
  const asked = { persons: choice.persons ?? given.persons, addedVillages, newborns: () => 0 }
  const settlement = createGivenSettlement(given, asked, marginals)({ a: key, b: 2 })
  const people = personColumns(settlement.capacity)
  const households = householdColumns(settlement.sizes.length)
  populateGiven(givenInto(people, households, given, NORMAL, marginals), settlement, START)
  return { given, settlement, people, households }
}

/** How many households of the county each given household became. */
export function copiesOf({ given, settlement }: GivenCounty): number[] {
  const copies = new Array<number>(given.households).fill(0)
  for (const row of settlement.given) copies[row]++
  return copies
}

/** A file of one-person households of these ages, sexes and answers, a row each; `rest`: chronic, residence, employee insurance. */
export function singles(
  rows: readonly { readonly age: number; readonly sex?: string; readonly rest?: string; readonly household?: string }[],
) {
  const persons = rows.map(({ age, sex = 'male', rest = 'no,home,no' }, id) => `${id},${age},${sex},${rest}`)
  const households = rows.map(({ household = '5000,no' }, id) => `${id},${household}`)
  const header = 'household,age,sex,chronic,residence,employee_insured'
  return microdataOf(`${header}\n${persons.join('\n')}\n`, `id,income_per_head,poor\n${households.join('\n')}\n`)
}
