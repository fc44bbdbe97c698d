/**
 * 参合登记 Registration (seed documents 001, in a street 000): the household's papers go from the village to the township's review, and the
 * certificate is sealed on a day: one person, one certificate, one code. The way is a procedure of data/procedures, walked in working days.
 */
import type { Day, WorkCalendar } from '../kernel/calendar.ts'
import { isInOrder, mishapsOf, planOf } from '../procedures/plan.ts'
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
    return { procedure, mishaps: mishapsOf(planOf(procedure)) }
  })
  const [cooperative, inStreet] = of

  /** The way of a household that registers and pays on `start`, for the scheme year `year`; `deadline`: last day of registration. Absolute days. */
  function register(street: boolean, keyA: number, keyB: number, year: number, start: Day, deadline: Day): Walk {
    return walkThrough(procedureOf(street), { keyA, keyB, occasion: year, start, calendar, deadline })
  }

  /** Are the household's papers in order? Most are: then its way is that of everybody who sets out on the day. */
  function inOrder(street: boolean, keyA: number, keyB: number, year: number): boolean {
    return isInOrder(street ? inStreet.mishaps : cooperative.mishaps, keyA, keyB, year)
  }

  function procedureOf(street: boolean): Procedure {
    return street ? inStreet.procedure : cooperative.procedure
  }
  return { register, inOrder, procedureOf }
}

/** 盖章 The day on which the certificate is sealed, or the card issued; undefined when the papers were not completed. */
export function sealedOn(walk: Walk): Day | undefined {
  return walk.outcome === 'done' && walk.granted >= 0 ? walk.granted : undefined
}
