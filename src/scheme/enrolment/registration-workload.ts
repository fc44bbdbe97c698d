/**
 * 筹资季经办量 What a campaign costs the offices: every household that registers takes staff time at each step of its papers, on the day of
 * that step. It waits for nobody (rights are decided by the walk), but claims handled by the same staff wait for it.
 */

import type { Day } from '../../kernel/calendar.ts'
import type { Walk } from '../../procedures/walk.ts'
import type { Messages } from '../messages.ts'
import { type Registration, WAYS } from './registration.ts'

const STEPS = 16
/** Most campaigns are off the desks by the summer after; the room grows when one is not. */
const DAYS = 550

export class CampaignWork {
  readonly #registration: Pick<Registration, 'procedureOf' | 'officeOf'>
  /** households by day since 1 January, way and step */
  #households = new Int32Array(DAYS * WAYS.length * STEPS)
  #firstDay: Day = 0

  constructor(registration: Pick<Registration, 'procedureOf' | 'officeOf'>) {
    this.#registration = registration
  }

  /** A campaign is held in the year of this 1 January. */
  open(heldIn: Day): void {
    this.#firstDay = heldIn
  }

  /** The way of one household, or of several who went it together, counts for every step that was reached. */
  count(way: number, { stepDays }: Walk, together: number): void {
    for (let step = 0; step < stepDays.length; step++) {
      if (stepDays[step] < 0) continue
      const cell = ((stepDays[step] - this.#firstDay) * WAYS.length + way) * STEPS + step
      if (cell >= this.#households.length) this.#grow(2 * cell)
      this.#households[cell] += together
    }
  }

  /** Hands over what was counted, with so many members a household, and begins anew. */
  handOver(members: number, work: Messages['work']): void {
    const households = this.#households
    for (let cell = 0; cell < households.length; cell++) {
      if (households[cell] === 0) continue
      const way = Math.floor(cell / STEPS) % WAYS.length
      const procedure = this.#registration.procedureOf(way)
      const step = procedure.steps[cell % STEPS]
      // where each person applies, a household comes as often as it has members
      const minutes = step.minutes.value * (procedure.applicant === 'person' ? members : 1) + (step.minutes_each?.value ?? 0) * members
      const day = this.#firstDay + Math.floor(cell / (WAYS.length * STEPS))
      work(this.#registration.officeOf(way, step), day, Math.round(minutes * households[cell]), procedure.id)
    }
    households.fill(0)
  }

  #grow(cells: number): void {
    const before = this.#households
    this.#households = new Int32Array(cells)
    this.#households.set(before)
  }
}
