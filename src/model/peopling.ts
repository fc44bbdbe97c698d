/** 一县之人 Who lives in a county: synthetic people from published marginals, or those whom the user gives. */
import { yearStart } from '../kernel/calendar.ts'
import type { Key } from '../kernel/random.ts'
import type { Households } from '../population/household.ts'
import type { AgesAndSexes } from '../population/microdata/people.ts'
import { givenInto, populateGiven } from '../population/microdata/population.ts'
import { createGivenSettlement, type GivenSettlement } from '../population/microdata/villages.ts'
import type { People } from '../population/person.ts'
import { type Settlement, settle } from '../population/settlement.ts'
import { drawingInto, populate } from '../population/synthesize.ts'
import type { ModelData } from '../scheme/data.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import type { Terms } from '../scheme/year-terms.ts'
import { newbornRoom } from './room.ts'

export interface Peopling {
  /** Villages and townships of the county of this key. */
  settle(key: Key): Settlement
  /** Made once for these columns: writes the people of the county settled last into them. */
  into(people: People, households: Households): (settlement: Settlement) => void
}

/** `first` and `last` year simulated, burn-in included. */
export function createPeopling(settings: ModelSettings, terms: Terms, data: ModelData, first: number, last: number): Peopling {
  const { persons, addedVillages } = settings
  const { given, quantiles } = data
  const { marginals } = terms
  const start = yearStart(first)
  if (!given) {
    const asked = { persons, addedVillages, newbornRoom: newbornRoom(settings, terms, first, last) }
    return {
      settle: (key) => settle(key, asked, marginals),
      into(people, households) {
        const drawing = drawingInto(people, households, quantiles.normal, marginals)
        return (settlement) => populate(drawing, settlement, start)
      },
    }
  }
  const newborns = (of?: AgesAndSexes) => newbornRoom(settings, terms, first, last, of)
  const layOut = createGivenSettlement(given, { persons, addedVillages, newborns }, marginals)
  let latest: GivenSettlement
  return {
    settle: (key) => (latest = layOut(key)),
    into(people, households) {
      const drawing = givenInto(people, households, given, quantiles.normal, marginals)
      return () => populateGiven(drawing, latest, start)
    },
  }
}
