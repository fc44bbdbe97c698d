/**
 * The agenda of the townships: one scheme year as a ring of day buckets, each day with its phases, and a section for each township.
 *
 * The order of the entries within one bucket is not specified, and nothing may depend on it: within one person's day the phase
 * orders, within the county the timeline does, and whatever townships add up is free of order.
 */

/** Each bucket is a linked list through the one array `#next`: an entry costs four bytes, and neither add nor take allocates. */
export class Agenda {
  readonly #phases: number
  readonly #days: number
  readonly #sections: number
  readonly #head: Int32Array
  readonly #next: Int32Array
  /** first bucket of the section that is open */
  #opened = 0

  /**
   * For `entries` entries (0 … entries - 1) over all `sections` together, with `phases` phases in each of `days` days.
   * Entries beyond the last day are the caller's business: they belong to the next year's agenda.
   */
  constructor({ sections, phases, entries, days = 366 }: { sections: number; phases: number; entries: number; days?: number }) {
    this.#sections = sections
    this.#phases = phases
    this.#days = days
    this.#head = new Int32Array(sections * days * phases).fill(-1)
    this.#next = new Int32Array(entries)
  }

  /** Turns to a section; add and take refer to it until the next call. */
  open(section: number): void {
    if (section < 0 || section >= this.#sections) throw new RangeError(`section ${section} of ${this.#sections}`)
    this.#opened = section * this.#days * this.#phases
  }

  /** Puts an entry, which must stand in no bucket now, on a day (0 = 1 January) and phase; RangeError for a day outside the year. */
  add(entry: number, dayOfYear: number, phase: number): void {
    if (dayOfYear < 0 || dayOfYear >= this.#days) throw new RangeError(`day ${dayOfYear} of an agenda of ${this.#days} days`)
    const head = this.#head
    const bucket = this.#opened + dayOfYear * this.#phases + phase
    this.#next[entry] = head[bucket]
    head[bucket] = entry
  }

  /** Takes one entry off a day and phase; -1 when none is left. */
  take(dayOfYear: number, phase: number): number {
    const head = this.#head
    const bucket = this.#opened + dayOfYear * this.#phases + phase
    const entry = head[bucket]
    if (entry >= 0) head[bucket] = this.#next[entry]
    return entry
  }

  /** Empties all sections. */
  clear(): void {
    this.#head.fill(-1)
  }

  /** Memory in use. */
  get bytes(): number {
    return this.#head.byteLength + this.#next.byteLength
  }
}
