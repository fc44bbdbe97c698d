/** 分工 The counters of a county: one for each office, and one for each of its windows that takes certain procedures only. */
import type { WorkCalendar } from '../kernel/calendar.ts'
import { type Counter, createCounter, type OfficeLoad } from './counter.ts'
import { OPEN_EVERY_DAY, type OpeningHours, openingHours, staffOf } from './offices.ts'
import type { Office } from './schema.ts'

export interface PlaceOfWork extends Counter {
  readonly number: number
  readonly hours: OpeningHours
  readonly calendar: WorkCalendar
}

/** All counters of the offices; online nobody waits. `persons`: insured persons of the county, whom the staff follows. */
export function createCounters(offices: readonly Office[], persons: number, workCalendar: WorkCalendar) {
  const places: PlaceOfWork[] = []
  const general = new Map<string, PlaceOfWork>()
  const special = new Map<string, PlaceOfWork>()
  for (const office of offices) {
    const hours = openingHours(office.hours)
    const calendar = office.every_day ? OPEN_EVERY_DAY : workCalendar
    const open = (name: string, staff: number): PlaceOfWork => {
      const place = { number: places.length, hours, calendar, ...createCounter(name, staff, hours, calendar) }
      places.push(place)
      return place
    }
    general.set(office.id, open(office.id, office.kind === 'online' ? 0 : staffOf(office, persons)))
    for (const window of office.windows ?? []) {
      const place = open(`${office.id}.${window.id}`, staffOf(window, persons))
      for (const procedure of window.takes) special.set(`${office.id} ${procedure}`, place)
    }
  }

  /** The counter of an office that takes a procedure: its window, else the office's own staff. Throws RangeError for an unknown office. */
  function counterFor(office: string, procedure: string): PlaceOfWork {
    const place = special.get(`${office} ${procedure}`) ?? general.get(office)
    if (!place) throw new RangeError(`procedure ${procedure}: there is no office ${office}`)
    return place
  }

  return { places, counterFor, loads: (): OfficeLoad[] => places.map((place) => place.load()) }
}
