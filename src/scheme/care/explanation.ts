/** What `explain` tells of care sought and forgone. */

import { PLACES } from '../../population/places.ts'
import { CHANCE_UNIT, claimNumber } from '../episodes.ts'
import { drawnAgainst, type Facts, type TraceDetail } from '../trace.ts'

/** Why care was not sought: it would have been, had it cost nothing; or not even then. */
type Forgone = 'cost' | 'other'

/** Care is sought where the draw is below the chance: both in 16 bits. */
export interface Sought {
  readonly u: number
  readonly seek: number
}

const soughtBy = ({ u, seek }: Sought): Facts => drawnAgainst(u / CHANCE_UNIT, seek / CHANCE_UNIT)

export function visitSoughtDetail(occasion: number, place: number, sought: Sought): TraceDetail {
  return {
    rule: 'scheme/care/choice.ts careChoice',
    facts: { visit: claimNumber(occasion), place: PLACES[place], ...soughtBy(sought) },
  }
}

export function visitForgoneDetail(occasion: number, reason: Forgone, sought: Sought): TraceDetail {
  return { rule: 'scheme/care/choice.ts careChoice', facts: { visit: claimNumber(occasion), reason, ...soughtBy(sought) } }
}

export function admissionForgoneDetail(occasion: number, reason: Forgone, sought: Sought): TraceDetail {
  return { rule: 'scheme/care/choice.ts careChoice', facts: { claim: claimNumber(occasion), reason, ...soughtBy(sought) } }
}

/** What was drawn of the stay. */
interface Admitted {
  readonly place: number
  readonly severity: number
  readonly days: number
}

export function admittedDetail(occasion: number, { place, severity, days }: Admitted, sought: Sought): TraceDetail {
  return {
    rule: 'scheme/care/choice.ts careChoice',
    facts: { claim: claimNumber(occasion), place: PLACES[place], severity, days, ...soughtBy(sought) },
  }
}

/** `mean`: yuan a person and year. */
export function outsideSchemeDetail(year: number, fen: number, mean: number): TraceDetail {
  return {
    rule: 'scheme/care/care.ts spentOutside',
    parameters: [{ name: 'outside.mean', value: String(mean) }],
    amounts: [{ id: 'spent_outside_scheme', fen }],
    facts: { year },
  }
}
