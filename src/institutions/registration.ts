/**
 * 参合登记 Registration (seed documents 001, in a street 000): the household's papers go from the village to the township's review, and the
 * certificate is sealed on a day: one person, one certificate, one code. The way is a procedure of data/procedures, walked in working days.
 */
import type { Day, WorkCalendar } from '../kernel/calendar.ts'
import { isFaulty, planOf, unfitPapers } from '../procedures/plan.ts'
import type { Procedure } from '../procedures/schema.ts'
import { type Walk, walkThrough } from '../procedures/walk.ts'

/** A household that has registered and paid. Absolute days. */
export interface Applicant {
  readonly keyA: number
  readonly keyB: number
  /** scheme year applied for */
  readonly year: number
  /** it registers and pays on this day */
  readonly start: Day
  /** last day of registration */
  readonly deadline: Day
  readonly street: boolean
}

const COOPERATIVE = 'cooperative_enrolment'
const STREET = 'street_enrolment'

export type Registration = ReturnType<typeof createRegistration>

/** Throws RangeError when one of the two procedures is not among `procedures`. */
export function createRegistration(procedures: ReadonlyMap<string, Procedure>, calendar: WorkCalendar) {
  const of = [COOPERATIVE, STREET].map((id) => {
    const procedure = procedures.get(id)
    if (!procedure) throw new RangeError(`there is no procedure ${id}`)
    return { procedure, plan: planOf(procedure), inOrder: new Map<Day, Walk>() }
  })

  /**
   * The way of a household through registration. Most papers are in order: then the way is that of everybody who sets out on the day.
   */
  function register(applicant: Applicant): Walk {
    const { procedure, plan, inOrder } = of[applicant.street ? 1 : 0]
    const { keyA, keyB, year } = applicant
    const clean = procedure.steps.every(
      (_, at) => unfitPapers(plan, at, keyA, keyB, year, 0, false) === 0 && !isFaulty(plan, at, keyA, keyB, year),
    )
    if (!clean || procedure.agent) return walk(applicant)
    let found = inOrder.get(applicant.start)
    if (!found) {
      found = walk(applicant)
      inOrder.set(applicant.start, found)
    }
    return found
  }

  function walk({ street, keyA, keyB, year, start, deadline }: Applicant): Walk {
    return walkThrough(of[street ? 1 : 0].procedure, { keyA, keyB, occasion: year, start, calendar, deadline })
  }

  const procedureOf = (street: boolean): Procedure => of[street ? 1 : 0].procedure
  return { register, procedureOf }
}

/** 盖章 The day on which the certificate is sealed, undefined when the papers were not completed. */
export function sealedOn(procedure: Procedure, walk: Walk): Day | undefined {
  if (walk.outcome !== 'done') return undefined
  const seal = procedure.steps.findIndex((step) => step.grants !== undefined)
  return walk.stepDays[seal < 0 ? walk.stepDays.length - 1 : seal]
}
