/**
 * 筹资季经办量 What a campaign costs the offices: every household that registers takes staff time at each step of its papers, on the day of
 * that step. It waits for nobody (rights are decided by the walk), but claims handled by the same staff wait for it.
 */
import { type Registration, WAYS } from '../institutions/registration.ts'
import type { Day } from '../kernel/calendar.ts'
import type { Walk } from '../procedures/walk.ts'

/** Staff time of a day at an office, for the counter that takes this procedure; in minutes. */
export type Work = (office: string, day: Day, minutes: number, procedure: string) => void

const STEPS = 16

export function createCampaignWork({ procedureOf, officeOf }: Pick<Registration, 'procedureOf' | 'officeOf'>) {
  const ways = WAYS.length
  /** households by day, way and step */
  const households = new Map<number, number>()

  /** The household's way counts for every step it reached. */
  function count(way: number, { stepDays }: Walk): void {
    for (let step = 0; step < stepDays.length; step++) {
      if (stepDays[step] < 0) continue
      const cell = (stepDays[step] * ways + way) * STEPS + step
      households.set(cell, (households.get(cell) ?? 0) + 1)
    }
  }

  /** Hands over what was counted, with so many members a household, and begins anew. */
  function handOver(members: number, work: Work): void {
    for (const [cell, count] of households) {
      const way = Math.floor(cell / STEPS) % ways
      const procedure = procedureOf(way)
      const step = procedure.steps[cell % STEPS]
      // where each person applies, a household comes as often as it has members
      const minutes = step.minutes.value * (procedure.applicant === 'person' ? members : 1) + (step.minutes_each?.value ?? 0) * members
      work(officeOf(way, step), Math.floor(cell / (ways * STEPS)), Math.round(minutes * count), procedure.id)
    }
    households.clear()
  }

  return { count, handOver }
}
