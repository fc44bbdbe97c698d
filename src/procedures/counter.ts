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

export interface Counter {
  /** An applicant or a file arrives and needs `work` minutes of staff time; returns the minute at which it is done. */
  serve(arrival: number, work: number): number
  /** Work done beside the queue: it counts among the busy minutes and makes nobody wait. */
  note(work: number): void
  load(): OfficeLoad
  /** Nobody has come yet, and whoever holds these full-time posts is free. */
  begin(staff: number): void
}

/**
 * A counter of one office. Calls of `serve` must come in the order of service (minute of arrival, then key): the county's timeline sees to that.
 * Since all work is known on arrival, the first of the staff to be free takes it: no queue has to be kept, and the staff stand in a heap
 * by the minute at which they are free. `staff` 0: as many as come are served at once (online).
 * 1.4 posts are two persons who share them: each takes 2 ÷ 1.4 as long for a piece of work, so that the counter gets done what 1.4 would.
 */
export function createCounter(office: string, firstStaff: number, hours: OpeningHours, workCalendar: WorkCalendar): Counter {
  let posts = firstStaff
  let staff = Math.ceil(posts)
  let freeFrom = new Float64Array(staff)
  /** part of a minute that the work so far has left over */
  let owed = 0
  let served = 0
  let busyMinutes = 0

  /** Whoever stands first is busy until `done`, and goes back to where that belongs. */
  function occupyFirst(done: number): void {
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
  function shared(work: number): number {
    owed += (work * staff) / posts
    const minutes = Math.floor(owed)
    owed -= minutes
    return minutes
  }

  return {
    serve(arrival, work) {
      const start = staff === 0 ? arrival : Math.max(arrival, freeFrom[0])
      const done = afterOpenMinutes(start, staff === posts ? work : shared(work), hours, workCalendar)
      if (staff > 0) occupyFirst(done)
      served++
      busyMinutes += work
      return done
    },
    note(work) {
      busyMinutes += work
    },
    load: () => ({ office, staff: posts, served, busyMinutes }),
    begin(nextStaff) {
      posts = nextStaff
      staff = Math.ceil(posts)
      if (staff > freeFrom.length) freeFrom = new Float64Array(staff)
      freeFrom.fill(0)
      owed = 0
      served = 0
      busyMinutes = 0
    },
  }
}
