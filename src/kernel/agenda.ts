/**
 * The agenda of the townships: one scheme year as a ring of day buckets, each day with its phases, and a section for each township.
 *
 * The order of the entries within one bucket is not specified, and nothing may depend on it: within one person's day the phase
 * orders, within the county the timeline does, and whatever townships add up is free of order.
 */

export interface Agenda {
  /** turns to a section; add and take refer to it until the next call */
  open(section: number): void
  /** puts an entry, which must stand in no bucket now, on a day (0 = 1 January) and phase; RangeError for a day outside the year */
  add(entry: number, dayOfYear: number, phase: number): void
  /** takes one entry off a day and phase; -1 when none is left */
  take(dayOfYear: number, phase: number): number
  /** empties all sections */
  clear(): void
  /** memory in use */
  readonly bytes: number
}

/**
 * An agenda for `entries` entries (0 … entries - 1) over all `sections` together, with `phases` phases in each of `days` days.
 * Entries beyond the last day are the caller's business: they belong to the next year's agenda.
 *
 * Each bucket is a linked list through the one array `next`: an entry costs four bytes, and neither add nor take allocates.
 */
export function createAgenda(shape: { sections: number; phases: number; entries: number; days?: number }): Agenda {
  const { phases, days = 366 } = shape
  const bucketsInSection = days * phases
  const head = new Int32Array(shape.sections * bucketsInSection).fill(-1)
  const next = new Int32Array(shape.entries)
  let opened = 0

  return {
    open(section) {
      if (section < 0 || section >= shape.sections) throw new RangeError(`section ${section} of ${shape.sections}`)
      opened = section * bucketsInSection
    },
    add(entry, dayOfYear, phase) {
      if (dayOfYear < 0 || dayOfYear >= days) throw new RangeError(`day ${dayOfYear} of an agenda of ${days} days`)
      const bucket = opened + dayOfYear * phases + phase
      next[entry] = head[bucket]
      head[bucket] = entry
    },
    take(dayOfYear, phase) {
      const bucket = opened + dayOfYear * phases + phase
      const entry = head[bucket]
      if (entry >= 0) head[bucket] = next[entry]
      return entry
    },
    clear() {
      head.fill(-1)
    },
    bytes: head.byteLength + next.byteLength,
  }
}
