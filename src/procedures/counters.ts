/** 分工 The counters of a county: one for each office, and one for each of its windows that takes certain procedures only. */
import type { WorkCalendar } from '../kernel/calendar.ts'
import { type Counter, createCounter, type OfficeLoad } from './counter.ts'
import type { Office } from './data/schema.ts'
import { OPEN_EVERY_DAY, type OpeningHours, openingHours, staffOf } from './offices.ts'

export interface PlaceOfWork extends Counter {
  readonly number: number
  readonly hours: OpeningHours
  readonly calendar: WorkCalendar
}

type Posts = Pick<Office, 'staff' | 'staff_unit'>

/** All counters of the offices, to be staffed by `begin`; online nobody waits. */
export function createCounters(offices: readonly Office[], workCalendar: WorkCalendar) {
  const places: PlaceOfWork[] = []
  /** by place; undefined where nobody has to stand */
  const staffed: (Posts | undefined)[] = []
  const general = new Map<string, PlaceOfWork>()
  const special = new Map<string, PlaceOfWork>()
  for (const office of offices) {
    const hours = openingHours(office.hours)
    const calendar = office.every_day ? OPEN_EVERY_DAY : workCalendar
    const open = (name: string, posts: Posts | undefined): PlaceOfWork => {
      const place = { number: places.length, hours, calendar, ...createCounter(name, 0, hours, calendar) }
      places.push(place)
      staffed.push(posts)
      return place
    }
    general.set(office.id, open(office.id, office.kind === 'online' ? undefined : office))
    for (const window of office.windows ?? []) {
      const place = open(`${office.id}.${window.id}`, window)
      for (const procedure of window.takes) special.set(`${office.id} ${procedure}`, place)
    }
  }

  /** The counter of an office that takes a procedure: its window, else the office's own staff. Throws RangeError for an unknown office. */
  function counterFor(office: string, procedure: string): PlaceOfWork {
    const place = special.get(`${office} ${procedure}`) ?? general.get(office)
    if (!place) throw new RangeError(`procedure ${procedure}: there is no office ${office}`)
    return place
  }

  /** Opens for a county of so many insured persons, whom the staff follows: nobody has come yet. */
  function begin(persons: number): void {
    places.forEach((place, i) => {
      const posts = staffed[i]
      place.begin(posts ? staffOf(posts, persons) : 0)
    })
  }

  return { begin, places, counterFor, loads: (): OfficeLoad[] => places.map((place) => place.load()) }
}
