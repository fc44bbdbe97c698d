/**
 * The timeline of the county: events in integer minutes. Events of the same minute come in the order of their keys, those of
 * the same key in the order of their items: never in the order in which they were added.
 */

import { growable } from './table.ts'

export interface Timeline {
  /** an event at a minute; key and item are whole numbers (exact up to 2^53) */
  add(minute: number, key: number, item: number): void
  /** minute of the next event, Infinity when there is none */
  nextMinute(): number
  /** item of the next event, which is taken off; RangeError when there is none */
  take(): number
  /** takes all events off */
  clear(): void
  /** events waiting */
  readonly size: number
}

const MINUTES_PER_DAY = 1440
/** Days ahead for which events are kept by day; a power of two. Later ones are kept in order from the start. */
const DAYS_AHEAD = 512
const NONE = -1

/**
 * An empty timeline, with room for `capacity` events at first. The events up to a day stand in a binary heap over typed arrays; those of
 * the days after it wait unordered in a list for each day until it comes, so that the heap stays as small as a day.
 */
export function createTimeline(capacity = 1024): Timeline {
  let minutes = new Float64Array(Math.max(2, capacity))
  let keys = new Float64Array(minutes.length)
  let items = new Float64Array(minutes.length)
  let size = 0
  const later = growable(capacity, { minute: Float64Array, key: Float64Array, item: Float64Array, next: Int32Array })
  const firstOfDay = new Int32Array(DAYS_AHEAD).fill(NONE)
  let firstFree = NONE
  let waitingLater = 0
  /** the heap holds the events up to this day */
  let day = 0

  function grow(): void {
    const enlarge = (array: Float64Array<ArrayBuffer>) => {
      const larger = new Float64Array(array.length * 2)
      larger.set(array)
      return larger
    }
    minutes = enlarge(minutes)
    keys = enlarge(keys)
    items = enlarge(items)
  }
  function isBefore(minute: number, key: number, item: number, at: number): boolean {
    if (minute !== minutes[at]) return minute < minutes[at]
    if (key !== keys[at]) return key < keys[at]
    return item < items[at]
  }
  function put(at: number, minute: number, key: number, item: number): void {
    minutes[at] = minute
    keys[at] = key
    items[at] = item
  }
  function move(from: number, to: number): void {
    put(to, minutes[from], keys[from], items[from])
  }
  function toHeap(minute: number, key: number, item: number): void {
    if (size === minutes.length) grow()
    let at = size++
    while (at > 0) {
      const parent = (at - 1) >>> 1
      if (!isBefore(minute, key, item, parent)) break
      move(parent, at)
      at = parent
    }
    put(at, minute, key, item)
  }
  function toLater(minute: number, key: number, item: number, itsDay: number): void {
    const row = firstFree === NONE ? later.append() : firstFree
    if (firstFree !== NONE) firstFree = later.next[row]
    later.minute[row] = minute
    later.key[row] = key
    later.item[row] = item
    later.next[row] = firstOfDay[itsDay & (DAYS_AHEAD - 1)]
    firstOfDay[itsDay & (DAYS_AHEAD - 1)] = row
    waitingLater++
  }
  /** Brings the days into the heap until the next event of all is on top of it. */
  function comeToNext(): void {
    while (waitingLater > 0 && (size === 0 || minutes[0] >= (day + 1) * MINUTES_PER_DAY)) {
      day++
      const slot = day & (DAYS_AHEAD - 1)
      for (let row = firstOfDay[slot]; row !== NONE; ) {
        toHeap(later.minute[row], later.key[row], later.item[row])
        const next = later.next[row]
        later.next[row] = firstFree
        firstFree = row
        row = next
        waitingLater--
      }
      firstOfDay[slot] = NONE
    }
  }

  return {
    add(minute, key, item) {
      const itsDay = Math.floor(minute / MINUTES_PER_DAY)
      if (size === 0 && waitingLater === 0) day = itsDay
      if (itsDay <= day || itsDay >= day + DAYS_AHEAD) toHeap(minute, key, item)
      else toLater(minute, key, item, itsDay)
    },
    nextMinute() {
      comeToNext()
      return size > 0 ? minutes[0] : Number.POSITIVE_INFINITY
    },
    take() {
      comeToNext()
      if (size === 0) throw new RangeError('no event waits on the timeline')
      const taken = items[0]
      size--
      let at = 0
      for (let child = 1; child < size; child = 2 * at + 1) {
        if (child + 1 < size && isBefore(minutes[child + 1], keys[child + 1], items[child + 1], child)) child++
        // the last event, still in its old row `size`, looks for its place from the top
        if (!isBefore(minutes[child], keys[child], items[child], size)) break
        move(child, at)
        at = child
      }
      move(size, at)
      return taken
    },
    clear() {
      size = 0
      later.length = 0
      firstOfDay.fill(NONE)
      firstFree = NONE
      waitingLater = 0
    },
    get size() {
      return size + waitingLater
    },
  }
}
