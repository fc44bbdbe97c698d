/** 一县之人 Who lives in a county: synthetic people from published marginals, or those whom the user gives. */
import { yearStart } from '../kernel/calendar.ts'
import type { Households } from '../population/household.ts'
import { createGivenPopulation } from '../population/microdata/population.ts'
import { createGivenSettlement, type GivenSettlement } from '../population/microdata/villages.ts'
import type { People } from '../population/person.ts'
import { createPopulation, type Settlement, settle } from '../population/synthesize.ts'
import type { ModelData } from '../scheme/data.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import type { Terms } from '../scheme/year-terms.ts'
import { newbornRoom } from './room.ts'

export interface Peopling {
  /** Villages and townships of the county of this key. */
  settle(keyA: number, keyB: number): Settlement
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
    const spare = newbornRoom(settings, terms, first, last)
    return {
      settle: (keyA, keyB) => settle(keyA, keyB, persons, addedVillages, spare, marginals),
      into(people, households) {
        const populate = createPopulation(people, households, quantiles.normal, marginals)
        return (settlement) => populate(settlement, start)
      },
    }
  }
  const layOut = createGivenSettlement(given, persons, addedVillages, (of) => newbornRoom(settings, terms, first, last, of), marginals)
  let latest: GivenSettlement
  return {
    settle: (keyA, keyB) => (latest = layOut(keyA, keyB)),
    into(people, households) {
      const populate = createGivenPopulation(people, households, quantiles.normal, given, marginals)
      return () => populate(latest, start)
    },
  }
}
