/**
 * The timeline of the county: events in integer minutes. Events of the same minute come in the order of their keys, those of
 * the same key in the order of their items: never in the order in which they were added.
 */

import { EventHeap } from './heap.ts'
import { growable } from './table.ts'

const MINUTES_PER_DAY = 1440
/** Days ahead for which events are kept by day; a power of two. Later ones are kept in order from the start. */
const DAYS_AHEAD = 512
const NONE = -1

/** `next`: the row that waits for the same day, or that is free as well. */
const laterRows = (capacity: number) =>
  growable(capacity, { minute: Float64Array, key: Float64Array, item: Float64Array, next: Int32Array })

/**
 * The events up to a day stand in a heap; those of the days after it wait unordered in a list for each day until it comes, so that the
 * heap stays as small as a day.
 */
export class Timeline {
  readonly #heap: EventHeap
  readonly #later: ReturnType<typeof laterRows>
  readonly #firstOfDay = new Int32Array(DAYS_AHEAD).fill(NONE)
  #firstFree = NONE
  #waitingLater = 0
  /** the heap holds the events up to this day */
  #day = 0

  /** Empty, with room for `capacity` events at first. */
  constructor(capacity = 1024) {
    this.#heap = new EventHeap(capacity)
    this.#later = laterRows(capacity)
  }

  /** events waiting */
  get size(): number {
    return this.#heap.size + this.#waitingLater
  }

  /** Adds an event at a minute; key and item are whole numbers (exact up to 2^53). */
  add(minute: number, key: number, item: number): void {
    const itsDay = Math.floor(minute / MINUTES_PER_DAY)
    if (this.size === 0) this.#day = itsDay
    if (itsDay <= this.#day || itsDay >= this.#day + DAYS_AHEAD) this.#heap.add(minute, key, item)
    else this.#keepForLater(minute, key, item, itsDay & (DAYS_AHEAD - 1))
  }

  /** minute of the next event, Infinity when there is none */
  nextMinute(): number {
    this.#comeToNext()
    return this.#heap.size > 0 ? this.#heap.firstMinute : Number.POSITIVE_INFINITY
  }

  /** item of the next event, which is taken off; RangeError when there is none */
  take(): number {
    this.#comeToNext()
    return this.#heap.take()
  }

  #keepForLater(minute: number, key: number, item: number, slot: number): void {
    const later = this.#later
    const row = this.#firstFree === NONE ? later.append() : this.#firstFree
    if (this.#firstFree !== NONE) this.#firstFree = later.next[row]
    later.minute[row] = minute
    later.key[row] = key
    later.item[row] = item
    later.next[row] = this.#firstOfDay[slot]
    this.#firstOfDay[slot] = row
    this.#waitingLater++
  }

  /** Brings the days into the heap until the next event of all is on top of it. */
  #comeToNext(): void {
    const heap = this.#heap
    while (this.#waitingLater > 0 && (heap.size === 0 || heap.firstMinute >= (this.#day + 1) * MINUTES_PER_DAY)) {
      this.#day++
      this.#bringIn(this.#day & (DAYS_AHEAD - 1))
    }
  }

  #bringIn(slot: number): void {
    const later = this.#later
    for (let row = this.#firstOfDay[slot]; row !== NONE; ) {
      this.#heap.add(later.minute[row], later.key[row], later.item[row])
      const next = later.next[row]
      later.next[row] = this.#firstFree
      this.#firstFree = row
      row = next
      this.#waitingLater--
    }
    this.#firstOfDay[slot] = NONE
  }
}
