/**
 * 报销结果 Whether a claim by hand will be approved in the end. Papers, faults found by the review, patience and the deadline of the first
 * submission decide it, all of them known when it is filed; how long the offices take does not. So the township knows at discharge whether
 * a stay counts in the member's year, and a test holds that to what the desk does later.
 */
import type { Day, WorkCalendar } from '../../kernel/calendar.ts'
import type { People } from '../../population/person.ts'
import { PLACES } from '../../population/places.ts'
import { ALL_MET, comesByAgent, isInOrder, mishapsOf, planOf } from '../../procedures/plan.ts'
import { lastDayFor, openingFrom } from '../../procedures/season.ts'
import { walkThrough } from '../../procedures/walk.ts'
import type { ModelData } from '../data.ts'
import { CLAIM_PROCEDURES, claimsAt, variantFor } from './claims-office.ts'

/** A question for each claim by hand. Throws RangeError when a procedure of claims is missing or has a step that must be done by the deadline. */
export function createClaimOutlook({ keyA, keyB }: People, { procedures: { procedures } }: ModelData, calendar: WorkCalendar) {
  const known = CLAIM_PROCEDURES.map((id) => {
    const procedure = procedures.get(id)
    if (!procedure) throw new RangeError(`there is no procedure ${id}`)
    const plan = planOf(procedure)
    const step = procedure.steps.find(({ by_deadline }) => by_deadline)
    if (step) throw new RangeError(`${id}: step ${step.id} must be done by the deadline; how long offices take is not known at discharge`)
    return { procedure, plan, mishaps: mishapsOf(plan), variantOf: PLACES.map((place) => variantFor(place, procedure)) }
  })
  const county = known[1].plan

  return function isApproved(p: number, dischargeDay: Day, submitDay: Day, place: number, occasion: number): boolean {
    const key = { keyA: keyA[p], keyB: keyB[p], occasion }
    const { procedure, plan, mishaps, variantOf } = known[claimsAt(county, key)]
    const setOut = openingFrom(procedure.window, submitDay)
    const deadline = lastDayFor(procedure, setOut, dischargeDay)
    if (setOut > deadline) return false
    if (isInOrder(mishaps, keyA[p], keyB[p], occasion) && !comesByAgent(plan, key, ALL_MET)) return true
    return walkThrough(procedure, { ...key, start: setOut, deadline, calendar, variant: variantOf[place] }).outcome === 'done'
  }
}
