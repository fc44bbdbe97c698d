/**
 * 参合登记 Registration (seed documents 001, in a street 000): the household's papers go from the village to the township's review, and the
 * certificate is sealed on a day: one person, one certificate, one code. The way is a procedure of data/procedures, walked in working days.
 */
import type { Day, WorkCalendar } from '../kernel/calendar.ts'
import { isFaulty, planOf, unfitPapers } from '../procedures/plan.ts'
import type { Procedure } from '../procedures/schema.ts'
import { type Walk, walkThrough } from '../procedures/walk.ts'

const COOPERATIVE = 'cooperative_enrolment'
const STREET = 'street_enrolment'

export type Registration = ReturnType<typeof createRegistration>

/** Throws RangeError when one of the two procedures is not among `procedures`. */
export function createRegistration(procedures: ReadonlyMap<string, Procedure>, calendar: WorkCalendar) {
  const of = [COOPERATIVE, STREET].map((id) => {
    const procedure = procedures.get(id)
    if (!procedure) throw new RangeError(`there is no procedure ${id}`)
    const plan = planOf(procedure)
    /** steps at which anything can be wrong: the others need no look */
    const checked = procedure.steps.map((_, at) => at).filter((at) => plan.asked[at] !== 0 || plan.faulty[at] > 0)
    return { procedure, plan, checked, inOrder: new Map<Day, Walk>() }
  })

  /**
   * The way of a household that registers and pays on `start`, for the scheme year `year`; `deadline`: last day of registration. Absolute
   * days. Most papers are in order: then the way is that of everybody who sets out on the day.
   */
  function register(street: boolean, keyA: number, keyB: number, year: number, start: Day, deadline: Day): Walk {
    const { procedure, plan, checked, inOrder } = of[street ? 1 : 0]
    for (const at of checked) {
      if (unfitPapers(plan, at, keyA, keyB, year, 0, false) !== 0 || isFaulty(plan, at, keyA, keyB, year))
        return walkThrough(procedure, { keyA, keyB, occasion: year, start, calendar, deadline })
    }
    const found = inOrder.get(start)
    if (found) return found
    const walk = walkThrough(procedure, { keyA, keyB, occasion: year, start, calendar, deadline })
    inOrder.set(start, walk)
    return walk
  }

  const procedureOf = (street: boolean): Procedure => of[street ? 1 : 0].procedure
  return { register, procedureOf }
}

/** 盖章 The day on which the certificate is sealed, or the card issued; undefined when the papers were not completed. */
export function sealedOn(walk: Walk): Day | undefined {
  return walk.outcome === 'done' && walk.granted >= 0 ? walk.granted : undefined
}
