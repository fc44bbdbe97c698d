/** A case at the offices: how it comes in, what is kept of it, and what the county hears of it. */
import type { Day } from '../kernel/calendar.ts'
import { growable } from '../kernel/table.ts'
import type { Effect } from './data/effects.ts'
import type { Circumstance, Procedure } from './data/schema.ts'
import type { CaseKey } from './plan.ts'

/** Out of time, a fault for which cases end, or a condition that is not met. */
export type RefusalReason = 'late' | 'fault' | Circumstance

/**
 * What the rest of the county hears, each time with the `subject` of the submission. Minutes count from 2000-01-01 00:00;
 * day = floor(minute / 1440).
 */
export interface ProcedureEffects {
  /** a step with an effect is done */
  took(effect: Effect, subject: number, minute: number, procedure: Procedure, step: number): void
  /** sent back */
  returned(subject: number, minute: number, lack: Lack, procedure: Procedure, step: number): void
  refused(subject: number, minute: number, reason: RefusalReason, procedure: Procedure): void
  givenUp(subject: number, minute: number, procedure: Procedure): void
}

/** Why a case is sent back. */
export interface Lack {
  /** the first paper that is missing or of the wrong kind, by its index; -1 when the review found another fault */
  readonly paper: number
  readonly wrongKind: boolean
  /** the others that are missing or of the wrong kind too, one bit each */
  readonly also: number
}

/** A case sets out on `day`; it reaches the office at a drawn minute of that day or, if closed, of the next working day. */
export interface Submission extends CaseKey {
  /** unique among all procedures and stable: it breaks ties */
  readonly caseId: number
  /** what the submitter knows the case by (32 bits, such as a row of its own): handed back with every effect */
  readonly subject?: number
  readonly procedure: string
  readonly day: Day
  /** day of the event the deadline counts from (discharge); the day itself when left out */
  readonly since?: Day
  /** last day of the first submission and of the steps marked `by_deadline`; none given, deadline and window of the procedure say it */
  readonly lastDay?: Day
  /** index among the procedure's variants */
  readonly variant?: number
  /** entries of a household or village list */
  readonly entries?: number
  /** what is true of the applicant, one bit each; left out, every condition is met */
  readonly circumstances?: number
}

type CaseTable = ReturnType<typeof caseTable>

/** Rows of the cases now open; a row is used again when its case is over. */
export function caseTable() {
  return growable(256, {
    id: Float64Array,
    subject: Int32Array,
    keyA: Int32Array,
    keyB: Int32Array,
    occasion: Int32Array,
    /** papers brought after a return, one bit each; steps whose review was satisfied after a fault */
    brought: Int32Array,
    corrected: Int32Array,
    entries: Int32Array,
    lastDay: Int32Array,
    circumstances: Uint8Array,
    plan: Uint16Array,
    step: Uint8Array,
    next: Uint8Array,
    variant: Uint8Array,
    late: Uint8Array,
    byAgent: Uint8Array,
  })
}

/** Writes a new case: what it comes with, nothing of its way yet. The days it must keep and who brings it are the caller's to write. */
export function openCase(cases: CaseTable, row: number, submission: Submission): void {
  cases.id[row] = submission.caseId
  cases.subject[row] = submission.subject ?? -1
  cases.keyA[row] = submission.keyA
  cases.keyB[row] = submission.keyB
  cases.occasion[row] = submission.occasion
  cases.entries[row] = submission.entries ?? 0
  cases.variant[row] = submission.variant ?? 0
  cases.brought[row] = 0
  cases.corrected[row] = 0
  cases.step[row] = 0
}
