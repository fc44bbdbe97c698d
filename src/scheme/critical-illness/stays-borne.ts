/** The settled stays of a year with what members bore of them, to be read person by person when the year is over. */
import { growable } from '../../kernel/table.ts'

/** Persons are sorted by so many bits of their number at a time. */
const SORT_BITS = 10

/** `fen`: eligible cost borne; `above`: what of it lies above the deductible. */
const rows = () => growable(256, { person: Int32Array, fen: Int32Array, above: Int32Array })

export class StaysBorne {
  /** a row each */
  readonly #stays = rows()
  readonly #sorted = rows()
  readonly #places = new Int32Array((1 << SORT_BITS) + 1)

  add(person: number, fen: number, above: number): void {
    const stays = this.#stays
    const row = stays.append()
    stays.person[row] = person
    stays.fen[row] = fen
    stays.above[row] = above
  }

  clear(): void {
    this.#stays.length = 0
  }

  /** Hands over what each person bore in all its stays, in order of the persons (below `persons`), and forgets them. */
  takeByPerson(persons: number, take: (person: number, fen: number, above: number) => void): void {
    this.#sortByPerson(persons)
    const stays = this.#stays
    for (let row = 0; row < stays.length; ) {
      const person = stays.person[row]
      let fen = 0
      let above = 0
      for (; row < stays.length && stays.person[row] === person; row++) {
        fen += stays.fen[row]
        above += stays.above[row]
      }
      take(person, fen, above)
    }
    this.clear()
  }

  /** As often as a person's number has digits, the stays are dealt out by the next digit and picked up in order. */
  #sortByPerson(persons: number): void {
    const stays = this.#stays
    const sorted = this.#sorted
    const places = this.#places
    while (sorted.length < stays.length) sorted.append()
    for (let shift = 0; persons >> shift > 0; shift += SORT_BITS) {
      places.fill(0)
      for (let row = 0; row < stays.length; row++) places[digit(stays.person[row], shift) + 1]++
      for (let i = 1; i < places.length; i++) places[i] += places[i - 1]
      for (let row = 0; row < stays.length; row++) {
        const place = places[digit(stays.person[row], shift)]++
        sorted.person[place] = stays.person[row]
        sorted.fen[place] = stays.fen[row]
        sorted.above[place] = stays.above[row]
      }
      stays.person.set(sorted.person.subarray(0, stays.length))
      stays.fen.set(sorted.fen.subarray(0, stays.length))
      stays.above.set(sorted.above.subarray(0, stays.length))
    }
  }
}

function digit(person: number, shift: number): number {
  return (person >> shift) & ((1 << SORT_BITS) - 1)
}
