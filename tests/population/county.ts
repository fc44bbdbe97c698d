/** Counties drawn for the tests of the population, and their persons by identity. */
import { yearStart } from '../../src/kernel/calendar.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { householdColumns } from '../../src/population/household.ts'
import type { Marginals } from '../../src/population/marginals.ts'
import { personColumns } from '../../src/population/person.ts'
import { settle } from '../../src/population/settlement.ts'
import { drawingInto, populate } from '../../src/population/synthesize.ts'
import { modelData } from '../../src/scenario/materials.ts'
import { Terms } from '../../src/scheme/year-terms.ts'
import { load } from '../scenario/reader.ts'

const { settings, law } = load('years: [2012, 2015]\npopulation: {persons: 1000}\n')
const data = modelData(readDataFiles())
const terms = new Terms(settings, law, data)

export const FIRST_YEAR = 2011
export const START = yearStart(FIRST_YEAR)
export const NORMAL = data.quantiles.normal
export const MARGINALS: Marginals = terms.marginals
export const VITAL = terms.of(FIRST_YEAR).vital
export const LIVELIHOOD = terms.of(FIRST_YEAR).livelihood

export interface County {
  readonly settlement: ReturnType<typeof settle>
  readonly people: ReturnType<typeof personColumns>
  readonly households: ReturnType<typeof householdColumns>
  /** rows of all persons */
  readonly rows: readonly number[]
}

export function drawCounty(given: {
  persons: number
  key?: number
  addedVillages?: number[]
  newbornRoom?: number
  changed?: Partial<Marginals>
}): County {
  const { persons, key = 1, addedVillages = [], newbornRoom = 0, changed } = given
  const marginals = { ...MARGINALS, ...changed }
  const settlement = settle({ a: key, b: 2 }, { persons, addedVillages, newbornRoom }, marginals)
  const people = personColumns(settlement.capacity)
  const households = householdColumns(settlement.sizes.length)
  populate(drawingInto(people, households, data.quantiles.normal, marginals), settlement, START)
  const rows = settlement.townships.flatMap(({ firstPerson, endPerson }) =>
    Array.from({ length: endPerson - firstPerson }, (_, i) => firstPerson + i),
  )
  return { settlement, people, households, rows }
}

/** What a person is, by `village/household/member`, whatever row it stands in. */
export function byIdentity({ settlement, people, households, rows }: County): Map<string, Record<string, number>> {
  return new Map(
    rows.map((p) => {
      const h = people.household[p]
      const village = settlement.villages[households.village[h]]
      const identity = `${village.id}/${h - village.firstHousehold}/${p - households.firstPerson[h]}`
      const own = Object.fromEntries(
        (['keyA', 'keyB', 'birthDay', 'traits', 'residence', 'resilience'] as const).map((name) => [name, people[name][p]]),
      )
      return [identity, { ...own, income: households.income[h], quintile: households.quintile[h], poor: households.poor[h] }]
    }),
  )
}

/** How many standard errors the count of `hits` among `n` lies from chance `p` of each. */
export function standardErrors(hits: number, n: number, p: number): number {
  return (hits - n * p) / Math.sqrt(n * p * (1 - p))
}
