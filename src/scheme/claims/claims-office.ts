/**
 * 报销窗口 The desk: what townships submit runs through the procedures of data/procedures and comes out approved, paid, returned, refused
 * or given up. Claims by hand go to the township's settlement centre or to the county centre; second reimbursement has a procedure of its
 * own. All share the offices. Every outcome counts for the year of discharge, that of second reimbursement for the year of the illness.
 */
import { type Day, type WorkCalendar, yearOf } from '../../kernel/calendar.ts'
import { draw, secondWord } from '../../kernel/random.ts'
import { growable } from '../../kernel/table.ts'
import { OUT_OF_AREA, PLACES } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { createProcedures } from '../../procedures/engine.ts'
import { type CaseKey, isChosen, type Plan, planOf } from '../../procedures/plan.ts'
import type { Procedure } from '../../procedures/schema.ts'
import type { SecondClaim } from '../critical-illness/year-end.ts'
import type { ModelData } from '../data.ts'
import { SUMS } from '../totals.ts'

/** Longest wait from discharge to payment that is counted by the day. */
export const CLAIM_DAYS = 4000

/** What the county tells of a claim, for `explain`; absolute day. */
export type TellClaim = (
  person: number,
  day: Day,
  kind: string,
  fen: number,
  occasion: number,
  facts: Readonly<Record<string, string | number>>,
) => void

/** The procedures the desk runs for claims; the first is where a claim goes that chooses none. */
export const CLAIM_PROCEDURES = ['claim_by_hand', 'claim_at_county', 'second_reimbursement'] as const

export type ClaimProcedure = (typeof CLAIM_PROCEDURES)[number]

const SECOND = CLAIM_PROCEDURES.indexOf('second_reimbursement')

/** Where a claimant goes: to the township or, by the share of data/procedures/claim-at-county.yaml, to the county centre. Index of CLAIM_PROCEDURES. */
export function claimsAt(county: Plan, claim: CaseKey): number {
  return isChosen(county, claim) ? 1 : 0
}

/** A claim as a township sends it; `cell` = quintile × 5 + place. */
export interface SubmittedClaim {
  readonly keyA: number
  readonly keyB: number
  readonly person: number
  readonly household: number
  readonly cell: number
  readonly place: number
  /** the day the deadline counts from; for second reimbursement the last day of the year of the illness */
  readonly dischargeDay: Day
  readonly submitDay: Day
  readonly fen: number
  readonly occasion: number
  /** left out, the claimant goes to the township or, by the share of data/procedures/claim-at-county.yaml, to the county centre */
  readonly procedure?: ClaimProcedure
}

/** A claim for last year's high costs as the stage sends it: with the keys of the person, and who receives the money. */
export interface SecondClaimMessage extends SecondClaim {
  readonly keyA: number
  readonly keyB: number
  readonly household: number
  readonly quintile: number
}

export interface DeskInput {
  readonly data: ModelData
  readonly calendar: WorkCalendar
  /** claims wait for staff */
  readonly queueing: boolean
  /** sums of a year, and its counts of days to payment */
  readonly sumsOf: (year: number) => Float64Array
  readonly claimDaysOf: (year: number) => Float64Array
  /** something happens to a claim of this person; is it told? */
  readonly happens: (person: number) => boolean
  readonly tell: TellClaim
  /** a claim was approved, and later released for payment; what second reimbursement adds to which sums is the listener's affair */
  approved(fen: number, procedure: ClaimProcedure, dischargeYear: number, cell: number): void
  released(claim: number, fen: number, procedure: ClaimProcedure): void
  /** a claim was refused or given up: nothing will be paid for it */
  dropped(fen: number, procedure: ClaimProcedure): void
  /** the money of a claim has left, so many days after discharge */
  paid(household: number, fen: number, days: number, procedure: ClaimProcedure, dischargeYear: number): void
}

export function createDesk(input: DeskInput) {
  const { sumsOf, claimDaysOf, happens, tell } = input
  const claims = growable(1024, {
    person: Int32Array,
    household: Int32Array,
    cell: Uint8Array,
    procedure: Uint8Array,
    fen: Int32Array,
    dischargeDay: Int32Array,
    dischargeYear: Int16Array,
    occasion: Int32Array,
  })
  const freeRows: number[] = []
  const { procedures, offices } = input.data.procedures
  const known = CLAIM_PROCEDURES.map((id) => demand(procedures, id))
  const variantOf = known.map((procedure) => PLACES.map((place) => variantFor(place, procedure)))
  const plans = known.map(planOf)
  const atCounty = plans[1]
  /** claims by the day on which they will be handed in, and those handed in and not finished */
  const handedInOn = new Map<Day, number>()
  let waiting = 0
  let open = 0
  let today: Day = 0

  const office = createProcedures({
    procedures: known,
    offices,
    workCalendar: input.calendar,
    queueing: input.queueing,
    effects: {
      took(effect, row, _minute, procedure, step) {
        const fen = claims.fen[row]
        const by = CLAIM_PROCEDURES[claims.procedure[row]]
        if (effect === 'pay') input.released(row, fen, by)
        if (effect !== 'approve') return
        const values = outcome(row, SUMS.claimsApproved)
        if (happens(claims.person[row])) tellRow(row, today, 'approved', deskFacts(procedure, step))
        const cell = claims.cell[row]
        if (claims.procedure[row] !== SECOND) {
          values[SUMS.stayPaid + cell] += fen
          values[SUMS.staysPaid + cell]++
        }
        input.approved(fen, by, claims.dischargeYear[row], cell)
      },
      returned(row, _minute, paper, wrongKind, procedure, step) {
        outcome(row, SUMS.claimsReturned)
        if (happens(claims.person[row])) tellRow(row, today, 'returned', deskFacts(procedure, step, paper, wrongKind))
      },
      refused(row, _minute, reason, procedure) {
        outcome(row, SUMS.claimsRefused)
        if (happens(claims.person[row])) tellRow(row, today, 'refused', { ...deskFacts(procedure, 0), reason })
        input.dropped(claims.fen[row], CLAIM_PROCEDURES[claims.procedure[row]])
        drop(row)
      },
      givenUp(row) {
        outcome(row, SUMS.claimsGivenUp)
        if (happens(claims.person[row])) tellRow(row, today, 'givenUp', {})
        input.dropped(claims.fen[row], CLAIM_PROCEDURES[claims.procedure[row]])
        drop(row)
      },
    },
  })

  /** Empties the desk for a county of so many insured persons, whom the staff follows. */
  function begin(insured: number): void {
    office.begin(insured)
    claims.length = 0
    freeRows.length = 0
    handedInOn.clear()
    waiting = 0
    open = 0
    today = 0
  }

  /** Counts an outcome in the year of discharge; second reimbursement has cells of its own, in the same order. */
  function outcome(row: number, cell: number): Float64Array {
    const values = sumsOf(claims.dischargeYear[row])
    values[claims.procedure[row] === SECOND ? cell - SUMS.claimsReturned + SUMS.secondReturned : cell]++
    return values
  }

  function tellRow(row: number, day: Day, kind: keyof DeskKinds, facts: Readonly<Record<string, string | number>>): void {
    const kinds = DESK_KINDS[claims.procedure[row] === SECOND ? 'second' : 'claim']
    tell(claims.person[row], day, kinds[kind], claims.fen[row], claims.occasion[row], facts)
  }

  function drop(row: number): void {
    freeRows.push(row)
    open--
    waiting--
  }

  /** A claim comes from a township. Its number (53 bits) is drawn from who and which stay, so that order plays no part. */
  function submit(claim: SubmittedClaim): void {
    const { keyA, keyB, occasion, submitDay } = claim
    const number = claim.procedure ? CLAIM_PROCEDURES.indexOf(claim.procedure) : claimsAt(atCounty, claim)
    const chosen = CLAIM_PROCEDURES[number]
    const word = draw(keyA, keyB, PURPOSE.claim + plans[number].offset, occasion)
    const caseId = (word >>> 0) * 2_097_152 + (secondWord() >>> 11)
    const row = freeRows.pop() ?? claims.append()
    open++
    claims.person[row] = claim.person
    claims.household[row] = claim.household
    claims.cell[row] = claim.cell
    claims.procedure[row] = number
    claims.fen[row] = claim.fen
    claims.dischargeDay[row] = claim.dischargeDay
    claims.dischargeYear[row] = yearOf(claim.dischargeDay)
    claims.occasion[row] = occasion
    handedInOn.set(submitDay, (handedInOn.get(submitDay) ?? 0) + 1)
    const values = sumsOf(claims.dischargeYear[row])
    if (number === SECOND) values[SUMS.secondSubmitted]++
    else if (chosen === 'claim_at_county') values[SUMS.claimsAtCounty]++
    if (happens(claim.person)) tellRow(row, submitDay, 'submitted', deskFacts(known[number], 0))
    const variant = variantOf[number][claim.place]
    const since = claim.dischargeDay
    office.submit({ caseId, subject: row, procedure: chosen, day: submitDay, keyA, keyB, occasion, since, variant })
  }

  /** Works through a day. */
  function runUntil(day: Day): void {
    today = day
    waiting += handedInOn.get(day) ?? 0
    handedInOn.delete(day)
    office.runUntil(day)
  }

  /** The fund or the insurer has paid a claim today. */
  function paymentMade(row: number): void {
    const days = today - claims.dischargeDay[row]
    if (claims.procedure[row] !== SECOND) {
      claimDaysOf(claims.dischargeYear[row])[Math.min(CLAIM_DAYS - 1, days)]++
      sumsOf(claims.dischargeYear[row])[SUMS.claimDays] += days
    }
    if (happens(claims.person[row]))
      tellRow(row, today, 'paid', { [claims.procedure[row] === SECOND ? 'days_since_year_end' : 'days_since_discharge']: days })
    input.paid(claims.household[row], claims.fen[row], days, CLAIM_PROCEDURES[claims.procedure[row]], claims.dischargeYear[row])
    drop(row)
  }

  return {
    begin,
    submit,
    runUntil,
    paymentMade,
    /** staff time of a day without a claim (forms of the campaign reviewed, rosters entered), in minutes; on a day not yet run */
    load: office.load,
    /** what passed over the counters so far */
    loads: office.loads,
    /** handed in and not finished, those waiting for cash among them */
    waiting: () => waiting,
    /** those still to be handed in as well */
    open: () => open,
  }
}

function demand(procedures: ReadonlyMap<string, Procedure>, id: string): Procedure {
  const found = procedures.get(id)
  if (!found) throw new RangeError(`there is no procedure ${id}`)
  return found
}

/** Index of the variant of a claim procedure for care at this place. */
export function variantFor(place: (typeof PLACES)[number], procedure: Procedure): number {
  const name = place === 'out_of_province' ? place : OUT_OF_AREA.includes(place) ? 'elsewhere_in_province' : 'in_county'
  const found = (procedure.variants ?? []).findIndex((variant) => variant.id === name)
  return Math.max(0, found)
}

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
