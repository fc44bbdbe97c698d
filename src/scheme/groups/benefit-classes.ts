/** Which benefits hold for whom, where a scenario sets some by group: a class for each mixture of groups that there is. */
import { yearStart } from '../../kernel/calendar.ts'
import type { Households } from '../../population/household.ts'
import type { People } from '../../population/person.ts'
import { agesOf, benefitGroups, benefitRow, type Group } from './group.ts'

/** The mixtures of groups with benefits of their own, by number of their class; in the first is nobody's group. */
export function benefitClasses(list: readonly Group[]): readonly number[] | undefined {
  const rows = benefitGroups(list)
  return rows && [...new Set([0, ...rows])]
}

/** A person's class in the scheme year that is open: by household and by age on 1 January. */
export class BenefitClasses {
  readonly #people: People
  readonly #households: Households
  /** class by benefitRow */
  readonly #classes: Uint8Array
  readonly #ages: readonly number[]
  /** who was born by then has reached the age, by number of the age */
  readonly #bornBy: Int32Array

  constructor(list: readonly Group[], people: People, households: Households) {
    const classes = benefitClasses(list) ?? [0]
    this.#people = people
    this.#households = households
    this.#classes = Uint8Array.from(benefitGroups(list) ?? [0], (members) => classes.indexOf(members))
    this.#ages = agesOf(list)
    this.#bornBy = new Int32Array(this.#ages.length)
  }

  /** Ages as counted for the year `agesIn`. */
  openYear(agesIn: number): void {
    for (const [i, age] of this.#ages.entries()) this.#bornBy[i] = yearStart(agesIn - age)
  }

  of(p: number): number {
    const { household, birthDay } = this.#people
    const { poor, quintile } = this.#households
    const h = household[p]
    let band = 0
    while (band < this.#bornBy.length && birthDay[p] <= this.#bornBy[band]) band++
    return this.#classes[benefitRow(poor[h], quintile[h], band)]
  }
}
