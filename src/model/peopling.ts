/** 一县之人 Who lives in a county: synthetic people from published marginals, or those whom the user gives. */
import { yearStart } from '../kernel/calendar.ts'
import type { Key } from '../kernel/random.ts'
import type { Households } from '../population/household.ts'
import type { AgesAndSexes, GivenPeople } from '../population/microdata/people.ts'
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

/** The scenario's terms, and the first and last year simulated, burn-in included. */
interface Asked {
  readonly settings: ModelSettings
  readonly terms: Terms
  readonly data: ModelData
  readonly first: number
  readonly last: number
}

export function peoplingOf(asked: Asked): Peopling {
  return asked.data.given ? new OwnPeople(asked, asked.data.given) : new SyntheticPeople(asked)
}

class SyntheticPeople implements Peopling {
  readonly #asked: Asked
  readonly #county: Parameters<typeof settle>[1]

  constructor(asked: Asked) {
    const { settings, terms, first, last } = asked
    const { persons, addedVillages } = settings
    this.#asked = asked
    this.#county = { persons, addedVillages, newbornRoom: newbornRoom(settings, terms, first, last) }
  }

  settle(key: Key): Settlement {
    return settle(key, this.#county, this.#asked.terms.marginals)
  }

  into(people: People, households: Households): (settlement: Settlement) => void {
    const { terms, data, first } = this.#asked
    const drawing = drawingInto(people, households, data.quantiles.normal, terms.marginals)
    return (settlement) => populate(drawing, settlement, yearStart(first))
  }
}

/** Those whom the user gives, and villages added to them. */
class OwnPeople implements Peopling {
  readonly #asked: Asked
  readonly #given: GivenPeople
  readonly #layOut: (key: Key) => GivenSettlement
  #latest!: GivenSettlement

  constructor(asked: Asked, given: GivenPeople) {
    const { settings, terms, first, last } = asked
    const { persons, addedVillages } = settings
    const newborns = (of?: AgesAndSexes) => newbornRoom(settings, terms, first, last, of)
    this.#asked = asked
    this.#given = given
    this.#layOut = createGivenSettlement(given, { persons, addedVillages, newborns }, terms.marginals)
  }

  settle(key: Key): Settlement {
    this.#latest = this.#layOut(key)
    return this.#latest
  }

  into(people: People, households: Households): () => void {
    const { terms, data, first } = this.#asked
    const drawing = givenInto(people, households, this.#given, data.quantiles.normal, terms.marginals)
    return () => populateGiven(drawing, this.#latest, yearStart(first))
  }
}
