/**
 * The timeline of the county: events in integer minutes. Events of the same minute come in the order of their keys, those of
 * the same key in the order of their items: never in the order in which they were added.
 */

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

/** An empty timeline: a binary heap over typed arrays that grow by doubling, with room for `capacity` events at first. */
export function createTimeline(capacity = 1024): Timeline {
  let minutes = new Float64Array(Math.max(2, capacity))
  let keys = new Float64Array(minutes.length)
  let items = new Float64Array(minutes.length)
  let size = 0

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

  return {
    add(minute, key, item) {
      if (size === minutes.length) grow()
      let at = size++
      while (at > 0) {
        const parent = (at - 1) >>> 1
        if (!isBefore(minute, key, item, parent)) break
        move(parent, at)
        at = parent
      }
      put(at, minute, key, item)
    },
    nextMinute() {
      return size > 0 ? minutes[0] : Number.POSITIVE_INFINITY
    },
    take() {
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
    },
    get size() {
      return size
    },
  }
}
