/** Work without an applicant: forms reviewed, rosters entered. It takes staff time from whoever queues at the same counter. */
import type { Day } from '../kernel/calendar.ts'
import type { PlaceOfWork } from './counters.ts'
import { MINUTES_PER_DAY, openMinuteOfDay } from './offices.ts'

/** Work comes in pieces of at most this many minutes, spread evenly over the opening hours of its day. */
export const PIECE_OF_WORK = 30

/** Minutes announced by place and day; `add` puts a piece on the county's timeline. Announcements add up, so their order plays no part. */
export function createWorkload(add: (minute: number, place: number, work: number) => void) {
  const announced = new Map<string, { readonly place: PlaceOfWork; readonly day: Day; minutes: number }>()

  function announce(place: PlaceOfWork, day: Day, minutes: number): void {
    const key = `${place.number} ${day}`
    const before = announced.get(key)
    if (before) before.minutes += minutes
    else if (minutes > 0) announced.set(key, { place, day, minutes })
  }

  /** Hands over the work of the days up to `day`. */
  function spread(day: Day): void {
    for (const [key, { place, day: due, minutes }] of announced) {
      if (due > day) continue
      announced.delete(key)
      const midnight = place.calendar.nextWorking(due) * MINUTES_PER_DAY
      const pieces = Math.ceil(minutes / PIECE_OF_WORK)
      for (let i = 0; i < pieces; i++) {
        const minute = midnight + openMinuteOfDay(place.hours, Math.floor(((i + 0.5) / pieces) * place.hours.minutes))
        add(minute, place.number, Math.min(PIECE_OF_WORK, minutes - i * PIECE_OF_WORK))
      }
    }
  }

  return { begin: () => announced.clear(), announce, spread }
}
