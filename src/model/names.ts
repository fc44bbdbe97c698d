/** Names of persons: `c0-v12-h34-m2` = county, village, household, member; a newborn has its mother's name and `-b1`. */
import type { Households } from '../population/household.ts'
import type { People } from '../population/person.ts'
import { ADDED_VILLAGE_ID, type Settlement } from '../population/settlement.ts'

/** Villages added by a scenario are `vx0`, `vx1` … */
const NAME = /^c(\d+)-v(x?)(\d+)-h(\d+)(?:-m(\d+))?$/

/** The names of one county in one replication, newborns among them. */
export class Names {
  readonly #people: People
  readonly #households: Households
  readonly #settlement: Settlement
  readonly #county: number
  /** name of each newborn so far, by its row */
  readonly #newborns = new Map<number, string>()

  constructor(people: People, households: Households, settlement: Settlement, county: number) {
    this.#people = people
    this.#households = households
    this.#settlement = settlement
    this.#county = county
  }

  /** Row of the household of a person. */
  householdOf(p: number): number {
    return this.#people.household[p]
  }

  of(p: number): string {
    const h = this.householdOf(p)
    return this.#newborns.get(p) ?? `${this.ofHousehold(h)}-m${p - this.#households.firstPerson[h]}`
  }

  ofHousehold(h: number): string {
    const village = this.#settlement.villages[this.#households.village[h]]
    return `${this.#village(village.id)}-h${h - village.firstHousehold}`
  }

  /** `c0-v12` */
  #village(id: number): string {
    return `c${this.#county}-v${id >= ADDED_VILLAGE_ID ? `x${id - ADDED_VILLAGE_ID}` : id}`
  }

  /** Names a newborn after its mother and the number of the birth. */
  born(newborn: number, mother: number): string {
    const prefix = `${this.of(mother)}-b`
    const before = [...this.#newborns.values()].filter((other) => other.startsWith(prefix) && !other.slice(prefix.length).includes('-'))
    const name = `${prefix}${before.length + 1}`
    this.#newborns.set(newborn, name)
    return name
  }

  /** Row of a household, or -1. */
  householdRowOf(name: string): number {
    const [, county, added, village, household, member] = NAME.exec(name) ?? []
    if (member !== undefined || Number(county) !== this.#county) return -1
    const id = Number(village) + (added ? ADDED_VILLAGE_ID : 0)
    const found = this.#settlement.villages.find((one) => one.id === id)
    if (!found) return -1
    const h = found.firstHousehold + Number(household)
    return h < found.endHousehold ? h : -1
  }

  /** Row of a person alive at the start, or -1. */
  rowOf(name: string): number {
    const parts = /^(.*)-m(\d+)$/.exec(name)
    const h = parts ? this.householdRowOf(parts[1]) : -1
    if (!parts || h < 0 || Number(parts[2]) >= this.#settlement.sizes[h]) return -1
    return this.#households.firstPerson[h] + Number(parts[2])
  }

  /** The name of somebody there, or of a household, that a name which nobody bears comes nearest to: each number as near as the county has it. */
  nearestTo(name: string): string {
    const { villages, sizes } = this.#settlement
    const [, , added, village, household, member] = /^c(\d+)-v(x?)(\d+)-h(\d+)(?:-m(\d+))?/.exec(name) ?? []
    const id = Number(village) + (added ? ADDED_VILLAGE_ID : 0)
    const apart = (one: { readonly id: number }) => Math.abs(one.id - id)
    const nearest = villages.reduce((best, one) => (apart(one) < apart(best) ? one : best))
    const h = Math.min(Number(household), nearest.endHousehold - nearest.firstHousehold - 1)
    const householdName = `${this.#village(nearest.id)}-h${h}`
    return member === undefined ? householdName : `${householdName}-m${Math.min(Number(member), sizes[nearest.firstHousehold + h] - 1)}`
  }
}
