/** Whose cover begins within the year: certificates sealed after 1 January, and demobilised soldiers. Few people, kept in lists by township. */
import { InvariantBroken } from '../../kernel/errors.ts'
import { DaysOfFew } from '../days-of-few.ts'

/** Person and kind in one number below the day, so that sorting by the number sorts by day, then person. */
const PER_DAY = 67_108_864

export class Beginnings {
  /** day on which cover began, of those for whom it was not 1 January */
  readonly began: DaysOfFew
  /** certificates of the campaign for the coming year, in order of person */
  #sealed: { readonly person: number; readonly day: number }[] = []
  #nextSealed = 0
  readonly #ahead: readonly number[][]

  constructor(townships: number, persons: number) {
    this.began = new DaysOfFew(persons)
    this.#ahead = Array.from({ length: townships }, () => [])
  }

  begin(): void {
    this.#sealed = []
    this.openYear()
  }

  /** 1 January: the campaign's list becomes the year's. */
  openYear(): void {
    this.#nextSealed = 0
    this.began.clear()
    for (const list of this.#ahead) list.length = 0
  }

  /** In the campaign: the certificate of `person` will be sealed on `day` of the coming year. Persons come in rising order. */
  sealedLater(person: number, day: number): void {
    this.#sealed.push({ person, day })
  }

  /** The townships open one after the other: takes the certificates of the persons before `endPerson`. */
  openTownship(township: number, endPerson: number): void {
    const sealed = this.#sealed
    for (; this.#nextSealed < sealed.length && sealed[this.#nextSealed].person < endPerson; this.#nextSealed++) {
      this.add(township, sealed[this.#nextSealed].person, sealed[this.#nextSealed].day)
    }
  }

  add(township: number, person: number, day: number): void {
    if (person >= PER_DAY) throw new InvariantBroken('cover.begins', day, `person ${person} is beyond ${PER_DAY}`)
    this.#ahead[township].push(day * PER_DAY + person)
  }

  /** After all have been added: the earliest last. */
  sort(township: number): void {
    this.#ahead[township].sort((a, b) => b - a)
    if (this.#nextSealed === this.#sealed.length) {
      this.#sealed = []
      this.#nextSealed = 0
    }
  }

  /** Takes one person whose day has come, -1 when there is none. */
  take(township: number, day: number): number {
    const list = this.#ahead[township]
    if (list.length === 0 || list[list.length - 1] >= (day + 1) * PER_DAY) return -1
    return (list.pop() as number) % PER_DAY
  }
}
