/** To which year of results a thing that happened belongs: a claim to that of the discharge, a campaign to the year for which it is held. */
import { yearOf } from '../../../kernel/calendar.ts'
import type { TraceEvent } from '../../../scheme/record.ts'

/** Told on the day of discharge; what becomes of the claim is told later. */
const AT_DISCHARGE: readonly string[] = ['benefit.settled', 'claim.card_missing', 'care.discharged_uninsured']

/** Hears events in the order in which they are told, all of them. */
export class YearOfResults {
  /** of claims discharged in a later year than that of their number */
  readonly #discharged = new Map<string, number>()

  of({ kind, day, person, facts: { claim, year } = {} }: TraceEvent): number {
    if (typeof year === 'number') return year
    if (claim === undefined) return yearOf(day)
    const numbered = Number(String(claim).slice(0, 4))
    const key = `${person}/${claim}`
    if (!AT_DISCHARGE.includes(kind)) return this.#discharged.get(key) ?? numbered
    const discharged = yearOf(day)
    if (discharged !== numbered) this.#discharged.set(key, discharged)
    return discharged
  }
}
