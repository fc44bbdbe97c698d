/** Work without an applicant: forms reviewed, rosters entered. It takes staff time from whoever queues at the same counter. */
import type { Day } from '../kernel/calendar.ts'
import type { Counter } from './counter.ts'
import { MINUTES_PER_DAY, openMinuteOfDay } from './offices.ts'

/** Work comes in pieces of at most this many minutes, spread evenly over the opening hours of its day. */
export const PIECE_OF_WORK = 30

/** Takes a piece of work that begins at a minute. */
export type TakePiece = (minute: number, place: Counter, work: number) => void

/** Minutes announced by place and day. Announcements add up, so their order plays no part. */
export class Workload {
  readonly #announced = new Map<Day, Map<Counter, number>>()

  announce(place: Counter, day: Day, minutes: number): void {
    if (minutes <= 0) return
    const ofDay = this.#announced.get(day) ?? new Map<Counter, number>()
    this.#announced.set(day, ofDay)
    ofDay.set(place, (ofDay.get(place) ?? 0) + minutes)
  }

  /** Hands over the work of the days up to `day`. */
  spread(day: Day, take: TakePiece): void {
    for (const [due, places] of this.#announced) {
      if (due > day) continue
      this.#announced.delete(due)
      for (const [place, minutes] of places) {
        const midnight = place.calendar.nextWorking(due) * MINUTES_PER_DAY
        const pieces = Math.ceil(minutes / PIECE_OF_WORK)
        for (let i = 0; i < pieces; i++) {
          const minute = midnight + openMinuteOfDay(place.hours, Math.floor(((i + 0.5) / pieces) * place.hours.minutes))
          take(minute, place, Math.min(PIECE_OF_WORK, minutes - i * PIECE_OF_WORK))
        }
      }
    }
  }
}
