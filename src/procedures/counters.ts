/** 分工 The counters of a county: one for each office, and one for each of its windows that takes certain procedures only. */
import type { WorkCalendar } from '../kernel/calendar.ts'
import { Counter, type OfficeLoad } from './counter.ts'
import type { Office } from './data/schema.ts'
import { OPEN_EVERY_DAY, openingHours, staffOf } from './offices.ts'

/** All counters of the offices, staffed for a county of so many insured persons; online nobody waits. */
export class Counters {
  /** in the order of the offices, each before its windows */
  readonly places: readonly Counter[]
  readonly #general = new Map<string, Counter>()
  readonly #special = new Map<string, Counter>()

  constructor(offices: readonly Office[], workCalendar: WorkCalendar, persons: number) {
    this.places = offices.flatMap((office) => {
      const opening = { hours: openingHours(office.hours), calendar: office.every_day ? OPEN_EVERY_DAY : workCalendar }
      const general = new Counter(office.id, office.kind === 'online' ? 0 : staffOf(office, persons), opening)
      this.#general.set(office.id, general)
      const windows = (office.windows ?? []).map((window) => {
        const place = new Counter(`${office.id}.${window.id}`, staffOf(window, persons), opening)
        for (const procedure of window.takes) this.#special.set(`${office.id} ${procedure}`, place)
        return place
      })
      return [general, ...windows]
    })
  }

  /** The counter of an office that takes a procedure: its window, else the office's own staff. Throws RangeError for an unknown office. */
  placeFor(office: string, procedure: string): Counter {
    const place = this.#special.get(`${office} ${procedure}`) ?? this.#general.get(office)
    if (!place) throw new RangeError(`procedure ${procedure}: there is no office ${office}`)
    return place
  }

  loads(): OfficeLoad[] {
    return this.places.map((place) => place.load())
  }
}
