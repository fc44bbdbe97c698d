/** What the claims office tells of a claim: procedure and office by their ids, the paper that was lacking, why it was refused, days to payment. */
import type { Lack, RefusalReason } from '../../procedures/case.ts'
import type { Procedure } from '../../procedures/data/schema.ts'
import { claimNumber } from '../episodes.ts'
import { alsoMissing, type Facts, type TraceDetail } from '../trace.ts'

/** Kinds of the event catalogue (data/events.yaml). */
const KINDS = {
  claim: {
    submitted: 'claim.submitted',
    returned: 'claim.returned',
    refused: 'claim.refused',
    givenUp: 'claim.given_up',
    approved: 'claim.approved',
    paid: 'claim.paid',
  },
  second: {
    submitted: 'second.submitted',
    returned: 'second.returned',
    refused: 'second.refused',
    givenUp: 'second.given_up',
    approved: 'second.approved',
    paid: 'second.paid',
  },
} as const

/** What can be told of a claim. */
export type ClaimEvent = keyof typeof KINDS.claim

/** Second reimbursement has kinds of its own. */
export function kindOf(event: ClaimEvent, second: boolean): string {
  return KINDS[second ? 'second' : 'claim'][event]
}

/** A claim of `fen` for the stay or year that bears this number. */
export function claimDetail(occasion: number, fen: number, facts: Facts): TraceDetail {
  return { rule: 'procedures/engine.ts', amounts: [{ id: 'benefit', fen }], facts: { claim: claimNumber(occasion), ...facts } }
}

/** At which office a step is taken. */
export function atOffice(procedure: Procedure, step = 0): Facts {
  return { procedure: procedure.id, office: procedure.steps[step].office }
}

/** Sent back for a paper that is missing or of the wrong kind, or for a fault that the review found. */
export function returnedFor({ paper, wrongKind, also }: Lack, procedure: Procedure, step: number): Facts {
  const facts = {
    ...atOffice(procedure, step),
    missing: paper < 0 ? 'review_fault' : procedure.papers[paper].id,
    ...alsoMissing(procedure.papers, also),
  }
  return wrongKind ? { ...facts, wrong_kind: 'yes' } : facts
}

export function refusedFor(reason: RefusalReason, procedure: Procedure): Facts {
  return { ...atOffice(procedure), reason }
}

/** Days from discharge, or for second reimbursement from the end of the year; and how many of them the finished claim waited for cash, if any. */
export function paidAfter(days: number, waited: number, second: boolean): Facts {
  if (second) return { days_since_year_end: days }
  return { days_since_discharge: days, ...(waited > 0 ? { waited_for_cash: waited } : {}) }
}
