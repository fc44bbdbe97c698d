/** 微观数据的限度 What the model cannot make a county of, although every field of the user's files is sound. */
import type { Fault } from '../../kernel/errors.ts'
import { meanIncomePerHead } from './people.ts'
import type { Microdata } from './read.ts'

/** The columns count a household's members up to 255, and every woman of a hundred may bear a child a year or two. */
const MOST_MEMBERS = 100
/** Villages are numbered up to 65,535; those into which large ones are cut must have room. */
export const MOST_VILLAGES = 40_000
/** As many persons as a scenario may ask for in one county. */
const MOST_PERSONS = 10_000_000

/** `persons`: as many as the scenario asks for, when it does. `file`: of the households. */
export function givenFaults({ persons, households }: Microdata, file: string, asked?: number): Fault[] {
  const faults: Fault[] = []
  const tell = (code: string, message: string, expected: string) => faults.push({ code, file, message, expected })
  const { size, ids, villages, weight } = households
  for (let h = 0; h < size.length; h++) {
    if (size[h] <= MOST_MEMBERS) continue
    const expected = `${MOST_MEMBERS} at most: a home or dormitory is several households`
    tell('microdata-size', `household “${ids[h]}” (row ${h + 1}) has ${size[h]} persons`, expected)
  }
  if (villages.length > MOST_VILLAGES)
    tell('microdata-villages', `${villages.length} villages`, `${MOST_VILLAGES} at most, or no column village`)
  if (!(meanIncomePerHead(households, (h) => weight?.[h] ?? 1) > 0))
    tell('microdata-income', 'the income of every household is 0', 'an income above 0 in one household or more')
  const standFor = weight ? size.reduce((sum, members, h) => sum + members * weight[h], 0) : persons.count
  if (asked === undefined && !(Math.round(standFor) >= 1 && standFor <= MOST_PERSONS)) {
    const all = weight ? 'the weights add up to' : 'the file has'
    const expected = `1 to ${MOST_PERSONS}, or population: {persons: …} in the scenario`
    tell('microdata-persons', `${all} ${standFor < 1 ? standFor : Math.round(standFor)} persons in one county`, expected)
  }
  return faults
}

/** Persons of one county: as many as the scenario asks for, else as the weights stand for, else those of the file. */
export function countyPersons(weightedPersons: number, asked?: number): number {
  return asked ?? Math.round(weightedPersons)
}
