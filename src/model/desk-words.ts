/** What the desk tells of a claim for `explain`: the kinds of event, and the facts of office, step and paper. */
import type { Procedure } from '../procedures/schema.ts'

export interface DeskKinds {
  readonly submitted: string
  readonly returned: string
  readonly refused: string
  readonly givenUp: string
  readonly approved: string
  readonly paid: string
}

/** Kinds of the event catalogue (data/events.yaml). */
export const DESK_KINDS: Readonly<Record<'claim' | 'second', DeskKinds>> = {
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
}

/** Procedure and office of a step; of a return also the paper, by its index, or that the review found a fault (-1). */
export function deskFacts(procedure: Procedure, step: number, paper?: number, wrongKind = false): Record<string, string> {
  const facts = { procedure: procedure.id, office: procedure.steps[step].office }
  if (paper === undefined) return facts
  if (paper < 0) return { ...facts, missing: 'fault found by the review', missing_zh: '审核发现差错' }
  const named = procedure.papers[paper]
  const kind = wrongKind ? named.wrong_kind : undefined
  return { ...facts, missing: kind?.en ?? named.en, missing_zh: kind?.zh ?? named.zh }
}
