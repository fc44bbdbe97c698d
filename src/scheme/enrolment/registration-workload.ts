/**
 * 筹资季经办量 What a campaign costs the offices: every household that registers takes staff time at each step of its papers, on the day of
 * that step. It waits for nobody (rights are decided by the walk), but claims handled by the same staff wait for it.
 */

import type { Day } from '../../kernel/calendar.ts'
import type { Walk } from '../../procedures/walk.ts'
import { type Registration, WAYS } from './registration.ts'

/** Staff time of a day at an office, for the counter that takes this procedure; in minutes. */
export type Work = (office: string, day: Day, minutes: number, procedure: string) => void

const STEPS = 16
/** Most campaigns are off the desks by the summer after; the room grows when one is not. */
const DAYS = 550

export function createCampaignWork({ procedureOf, officeOf }: Pick<Registration, 'procedureOf' | 'officeOf'>) {
  const ways = WAYS.length
  /** households by day since 1 January, way and step */
  let households = new Int32Array(DAYS * ways * STEPS)
  let firstDay: Day = 0

  /** A campaign is held in the year of this 1 January. */
  function open(heldIn: Day): void {
    firstDay = heldIn
  }

  /** The way of one household, or of several who went it together, counts for every step that was reached. */
  function count(way: number, { stepDays }: Walk, together: number): void {
    for (let step = 0; step < stepDays.length; step++) {
      if (stepDays[step] < 0) continue
      const cell = ((stepDays[step] - firstDay) * ways + way) * STEPS + step
      if (cell >= households.length) {
        const before = households
        households = new Int32Array(2 * cell)
        households.set(before)
      }
      households[cell] += together
    }
  }

  /** Hands over what was counted, with so many members a household, and begins anew. */
  function handOver(members: number, work: Work): void {
    for (let cell = 0; cell < households.length; cell++) {
      if (households[cell] === 0) continue
      const way = Math.floor(cell / STEPS) % ways
      const procedure = procedureOf(way)
      const step = procedure.steps[cell % STEPS]
      // where each person applies, a household comes as often as it has members
      const minutes = step.minutes.value * (procedure.applicant === 'person' ? members : 1) + (step.minutes_each?.value ?? 0) * members
      work(officeOf(way, step), firstDay + Math.floor(cell / (ways * STEPS)), Math.round(minutes * households[cell]), procedure.id)
    }
    households.fill(0)
  }

  return { open, count, handOver }
}
