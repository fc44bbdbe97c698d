/**
 * 筹资季经办量 What a campaign costs the offices: every household that registers takes staff time at each step of its papers, on the day of
 * that step. It waits for nobody (rights are decided by the walk), but claims handled by the same staff wait for it.
 */
import type { Day } from '../kernel/calendar.ts'
import type { Procedure } from '../procedures/schema.ts'
import type { Walk } from '../procedures/walk.ts'

/** Staff time of a day at an office, for the counter that takes this procedure; in minutes. */
export type Work = (office: string, day: Day, minutes: number, procedure: string) => void

const STEPS = 16

export function createCampaignWork(procedureOf: (street: boolean) => Procedure) {
  /** households by day, kind of procedure and step */
  const households = new Map<number, number>()

  /** The way of one household, or of several who went it together, counts for every step that was reached. */
  function count(street: boolean, { stepDays }: Walk, together: number): void {
    for (let step = 0; step < stepDays.length; step++) {
      if (stepDays[step] < 0) continue
      const cell = (stepDays[step] * 2 + (street ? 1 : 0)) * STEPS + step
      households.set(cell, (households.get(cell) ?? 0) + together)
    }
  }

  /** Hands over what was counted, with so many members a household, and begins anew. */
  function handOver(members: number, work: Work): void {
    for (const [cell, count] of households) {
      const procedure = procedureOf(Math.floor(cell / STEPS) % 2 === 1)
      const step = procedure.steps[cell % STEPS]
      const minutes = step.minutes.value + (step.minutes_each?.value ?? 0) * members
      work(step.office, Math.floor(cell / (2 * STEPS)), Math.round(minutes * count), procedure.id)
    }
    households.clear()
  }

  return { count, handOver }
}
