/**
 * 报销结果 Whether a claim by hand will be approved in the end. Papers, faults found by the review, patience and the deadline of the first
 * submission decide it, all of them known when it is filed; how long the offices take does not. So the township knows at discharge whether
 * a stay counts in the member's year, and a test holds that to what the desk does later.
 */
import type { Day, WorkCalendar } from '../../kernel/calendar.ts'
import type { People } from '../../population/person.ts'
import { ALL_MET, comesByAgent, isInOrder, mishapsOf } from '../../procedures/plan.ts'
import { lastDayFor, openingFrom } from '../../procedures/season.ts'
import { walkThrough } from '../../procedures/walk.ts'
import type { ModelData } from '../data.ts'
import { AT_COUNTY, claimProcedures, claimsAt } from './claim-procedures.ts'

/** A question for each claim by hand. Throws RangeError when a procedure of claims is missing or has a step that must be done by the deadline. */
export function createClaimOutlook({ keyA, keyB }: People, { procedures: { procedures } }: ModelData, calendar: WorkCalendar) {
  const known = claimProcedures(procedures).map((claim) => {
    const { id, steps } = claim.procedure
    const step = steps.find(({ by_deadline }) => by_deadline)
    if (step) throw new RangeError(`${id}: step ${step.id} must be done by the deadline; how long offices take is not known at discharge`)
    return { ...claim, mishaps: mishapsOf(claim.plan) }
  })
  const county = known[AT_COUNTY].plan

  return function isApproved(p: number, dischargeDay: Day, submitDay: Day, place: number, occasion: number): boolean {
    const key = { keyA: keyA[p], keyB: keyB[p], occasion }
    const { procedure, plan, mishaps, variantOf } = known[claimsAt(county, key)]
    const setOut = openingFrom(procedure.window, submitDay)
    const deadline = lastDayFor(procedure, setOut, dischargeDay)
    if (setOut > deadline) return false
    if (isInOrder(mishaps, key) && !comesByAgent(plan, key, ALL_MET)) return true
    return walkThrough(procedure, { ...key, start: setOut, deadline, calendar, variant: variantOf[place] }).outcome === 'done'
  }
}
