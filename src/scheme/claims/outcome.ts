/**
 * 报销结果 Whether a manual claim will be approved in the end. Papers, faults found by the review, patience and the deadline of the first
 * submission decide it, all of them known when it is filed; how long the offices take does not. So the township knows at discharge whether
 * a stay counts in the member's year, and a test holds that to what the desk does later.
 */
import { ALL_MET, comesByAgent, isInOrder, mishapsOf } from '../../procedures/plan.ts'
import { lastDayFor, openingFrom } from '../../procedures/season.ts'
import { walkThrough } from '../../procedures/walk.ts'
import type { County } from '../county.ts'
import type { ManualClaim } from '../episodes.ts'
import { type ClaimProcedure, type ClaimProcedures, claimProcedures, claimsAt } from './claim-procedures.ts'

/** A procedure of claims, as far as its outcome is known when a claim is filed. */
function foreseen(claim: ClaimProcedure) {
  const { id, steps } = claim.procedure
  const step = steps.find(({ by_deadline }) => by_deadline)
  if (step) throw new RangeError(`${id}: step ${step.id} must be done by the deadline; how long offices take is not known at discharge`)
  return { ...claim, mishaps: mishapsOf(claim.plan) }
}

export class ClaimOutlook {
  readonly #county: County
  readonly #known: ClaimProcedures
  readonly #foreseen: readonly ReturnType<typeof foreseen>[]

  /** Throws RangeError when a procedure of claims is missing or has a step that must be done by the deadline. */
  constructor(county: County) {
    this.#county = county
    this.#known = claimProcedures(county.data.procedures)
    this.#foreseen = this.#known.all.map(foreseen)
  }

  /** A question for each manual claim. */
  isApproved({ person, place, occasion, dischargeDay, submitDay }: ManualClaim): boolean {
    const { people, calendar } = this.#county
    const key = { keyA: people.keyA[person], keyB: people.keyB[person], occasion }
    const { procedure, plan, mishaps, variantOf } = this.#foreseen[claimsAt(this.#known, key)]
    const setOut = openingFrom(procedure.window, submitDay)
    const deadline = lastDayFor(procedure, setOut, dischargeDay)
    if (setOut > deadline) return false
    if (isInOrder(mishaps, key) && !comesByAgent(plan, key, ALL_MET)) return true
    return (
      walkThrough(procedure, { keyA: key.keyA, keyB: key.keyB, occasion, start: setOut, deadline, calendar, variant: variantOf[place] })
        .outcome === 'done'
    )
  }
}
