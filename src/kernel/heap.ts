/** Events in a binary heap over typed arrays, by minute, then key, then item. */

export class EventHeap {
  #minutes: Float64Array<ArrayBuffer>
  #keys: Float64Array<ArrayBuffer>
  #items: Float64Array<ArrayBuffer>
  #size = 0

  /** Room for `capacity` events at first. */
  constructor(capacity: number) {
    this.#minutes = new Float64Array(Math.max(2, capacity))
    this.#keys = new Float64Array(this.#minutes.length)
    this.#items = new Float64Array(this.#minutes.length)
  }

  get size(): number {
    return this.#size
  }

  /** minute of the first event; what it is when there is none is not said */
  get firstMinute(): number {
    return this.#minutes[0]
  }

  add(minute: number, key: number, item: number): void {
    if (this.#size === this.#minutes.length) this.#grow()
    let at = this.#size++
    while (at > 0) {
      const parent = (at - 1) >>> 1
      if (!this.#isBefore(minute, key, item, parent)) break
      this.#move(parent, at)
      at = parent
    }
    this.#minutes[at] = minute
    this.#keys[at] = key
    this.#items[at] = item
  }

  /** Takes the first event off and returns its item; RangeError when there is none. */
  take(): number {
    if (this.#size === 0) throw new RangeError('no event waits on the timeline')
    const [minutes, keys, items] = [this.#minutes, this.#keys, this.#items]
    const taken = items[0]
    const size = --this.#size
    let at = 0
    for (let child = 1; child < size; child = 2 * at + 1) {
      if (child + 1 < size && this.#isBefore(minutes[child + 1], keys[child + 1], items[child + 1], child)) child++
      // the last event, still in its old row `size`, looks for its place from the top
      if (!this.#isBefore(minutes[child], keys[child], items[child], size)) break
      this.#move(child, at)
      at = child
    }
    this.#move(size, at)
    return taken
  }

  #isBefore(minute: number, key: number, item: number, at: number): boolean {
    if (minute !== this.#minutes[at]) return minute < this.#minutes[at]
    if (key !== this.#keys[at]) return key < this.#keys[at]
    return item < this.#items[at]
  }

  #move(from: number, to: number): void {
    this.#minutes[to] = this.#minutes[from]
    this.#keys[to] = this.#keys[from]
    this.#items[to] = this.#items[from]
  }

  #grow(): void {
    this.#minutes = twice(this.#minutes)
    this.#keys = twice(this.#keys)
    this.#items = twice(this.#items)
  }
}

function twice(array: Float64Array<ArrayBuffer>): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(array.length * 2)
  larger.set(array)
  return larger
}
