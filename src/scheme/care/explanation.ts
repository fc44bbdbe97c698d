/** What `explain` tells of care sought and forgone. */

import { PLACES } from '../../population/places.ts'
import { claimNumber } from '../episodes.ts'
import type { TraceDetail } from '../trace.ts'

/** Why care was not sought: it would have been, had it cost nothing; or not even then. */
type Forgone = 'cost' | 'other'

export function visitSoughtDetail(occasion: number, place: number): TraceDetail {
  return { rule: 'scheme/care/choice.ts careChoice', facts: { visit: claimNumber(occasion), place: PLACES[place] } }
}

export function visitForgoneDetail(occasion: number, reason: Forgone): TraceDetail {
  return { rule: 'scheme/care/choice.ts careChoice', facts: { visit: claimNumber(occasion), reason } }
}

export function admissionForgoneDetail(occasion: number, reason: Forgone): TraceDetail {
  return { rule: 'scheme/care/choice.ts careChoice', facts: { claim: claimNumber(occasion), reason } }
}

export function admittedDetail(occasion: number, place: number, severity: number, days: number): TraceDetail {
  return { rule: 'scheme/care/choice.ts careChoice', facts: { claim: claimNumber(occasion), place: PLACES[place], severity, days } }
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
