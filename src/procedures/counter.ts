/** 窗口 A counter: so many full-time posts, first come first served, whoever is free first takes the next. */
import type { WorkCalendar } from '../kernel/calendar.ts'
import { afterOpenMinutes, type OpeningHours } from './offices.ts'

/** What passed over a counter so far. */
export interface OfficeLoad {
  readonly office: string
  /** full-time posts */
  readonly staff: number
  readonly served: number
  /** minutes of staff time spent */
  readonly busyMinutes: number
}

/** When a counter is open. */
interface Opening {
  readonly hours: OpeningHours
  readonly calendar: WorkCalendar
}

/**
 * A counter of one office. Calls of `serve` must come in the order of service (minute of arrival, then key): the county's timeline sees to that.
 * Since all work is known on arrival, the first of the staff to be free takes it: no queue has to be kept, and the staff stand in a heap
 * by the minute at which they are free. 0 posts: as many as come are served at once (online).
 * 1.4 posts are two persons who share them: each takes 2 ÷ 1.4 as long for a piece of work, so that the counter gets done what 1.4 would.
 */
export class Counter implements Opening {
  readonly office: string
  readonly hours: OpeningHours
  readonly calendar: WorkCalendar
  readonly #posts: number
  readonly #staff: number
  /** minute from which each of the staff is free */
  readonly #freeFrom: Float64Array
  /** part of a minute that the work so far has left over */
  #owed = 0
  #served = 0
  #busyMinutes = 0

  constructor(office: string, posts: number, { hours, calendar }: Opening) {
    this.office = office
    this.hours = hours
    this.calendar = calendar
    this.#posts = posts
    this.#staff = Math.ceil(posts)
    this.#freeFrom = new Float64Array(this.#staff)
  }

  /** An applicant or a file arrives and needs `work` minutes of staff time; returns the minute at which it is done. */
  serve(arrival: number, work: number): number {
    const staff = this.#staff
    const start = staff === 0 ? arrival : Math.max(arrival, this.#freeFrom[0])
    const done = afterOpenMinutes(start, staff === this.#posts ? work : this.#shared(work), this.hours, this.calendar)
    if (staff > 0) this.#occupyFirst(done)
    this.#served++
    this.#busyMinutes += work
    return done
  }

  /** Work done beside the queue: it counts among the busy minutes and makes nobody wait. */
  note(work: number): void {
    this.#busyMinutes += work
  }

  load(): OfficeLoad {
    return { office: this.office, staff: this.#posts, served: this.#served, busyMinutes: this.#busyMinutes }
  }

  /** Whoever stands first is busy until `done`, and goes back to where that belongs. */
  #occupyFirst(done: number): void {
    const freeFrom = this.#freeFrom
    const staff = this.#staff
    let at = 0
    for (let child = 1; child < staff; child = 2 * at + 1) {
      if (child + 1 < staff && freeFrom[child + 1] < freeFrom[child]) child++
      if (freeFrom[child] >= done) break
      freeFrom[at] = freeFrom[child]
      at = child
    }
    freeFrom[at] = done
  }

  /** Whole minutes that a piece of work takes whoever shares a post. */
  #shared(work: number): number {
    this.#owed += (work * this.#staff) / this.#posts
    const minutes = Math.floor(this.#owed)
    this.#owed -= minutes
    return minutes
  }
}
