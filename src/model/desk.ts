/**
 * 报销窗口 The desk: what townships submit runs through the procedures of data/procedures and comes out approved, paid, returned, refused
 * or given up. Claims by hand go to the township's settlement centre or to the county centre; second reimbursement has a procedure of its
 * own. All share the offices. Every outcome counts for the year of discharge, that of second reimbursement for the year of the illness.
 */
import { SUMS } from '../institutions/events.ts'
import { type Day, type WorkCalendar, yearOf } from '../kernel/calendar.ts'
import { draw, secondWord } from '../kernel/random.ts'
import { growable } from '../kernel/table.ts'
import { OUT_OF_AREA, PLACES } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import { createProcedures } from '../procedures/engine.ts'
import { isChosen, planOf } from '../procedures/plan.ts'
import type { Procedure } from '../procedures/schema.ts'
import type { ModelData } from './data.ts'
import { DESK_KINDS, type DeskKinds, deskFacts } from './desk-words.ts'

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

/** A claim when it is approved, for the books and sums of its kind. */
export interface ApprovedClaim {
  readonly procedure: ClaimProcedure
  readonly person: number
  readonly household: number
  readonly cell: number
  readonly dischargeYear: number
  readonly occasion: number
}

export interface DeskInput {
  readonly data: ModelData
  readonly calendar: WorkCalendar
  /** claims wait for staff */
  readonly queueing: boolean
  /** insured persons: staff follows them */
  readonly insured: number
  /** sums of a year, and its counts of days to payment */
  readonly sumsOf: (year: number) => Float64Array
  readonly claimDaysOf: (year: number) => Float64Array
  readonly tell: TellClaim
  /** a claim was approved, and later released for payment; what second reimbursement adds to which sums is the listener's affair */
  approved(fen: number, claim: ApprovedClaim): void
  released(claim: number, fen: number, procedure: ClaimProcedure): void
  /** the money of a claim has left, so many days after discharge */
  paid(household: number, fen: number, days: number, procedure: ClaimProcedure): void
}

export function createDesk(input: DeskInput) {
  const { sumsOf, claimDaysOf, tell } = input
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
  const rowOf = new Map<number, number>()
  const freeRows: number[] = []
  const { procedures, offices } = input.data.procedures
  const known = CLAIM_PROCEDURES.map((id) => demand(procedures, id))
  const variantOf = known.map((procedure) => PLACES.map((place) => variantFor(place, procedure)))
  const atCounty = planOf(known[1])
  /** claims by the day on which they will be handed in, and those handed in and not finished */
  const handedInOn = new Map<Day, number>()
  let waiting = 0
  let today: Day = 0

  const office = createProcedures({
    procedures: known,
    offices,
    workCalendar: input.calendar,
    queueing: input.queueing,
    persons: input.insured,
    effects: {
      took(effect, id, _minute, procedure, step) {
        const row = rowOf.get(id) as number
        if (effect === 'pay') input.released(id, claims.fen[row], CLAIM_PROCEDURES[claims.procedure[row]])
        if (effect !== 'approve') return
        const values = outcome(row, SUMS.claimsApproved, 'approved', deskFacts(procedure, step))
        if (claims.procedure[row] !== SECOND) {
          values[SUMS.stayPaid + claims.cell[row]] += claims.fen[row]
          values[SUMS.staysPaid + claims.cell[row]]++
        }
        input.approved(claims.fen[row], {
          procedure: CLAIM_PROCEDURES[claims.procedure[row]],
          person: claims.person[row],
          household: claims.household[row],
          cell: claims.cell[row],
          dischargeYear: claims.dischargeYear[row],
          occasion: claims.occasion[row],
        })
      },
      returned(id, _minute, paper, wrongKind, procedure, step) {
        outcome(rowOf.get(id) as number, SUMS.claimsReturned, 'returned', deskFacts(procedure, step, paper, wrongKind))
      },
      refused(id, _minute, reason, procedure) {
        outcome(rowOf.get(id) as number, SUMS.claimsRefused, 'refused', { ...deskFacts(procedure, 0), reason })
        drop(id)
      },
      givenUp(id) {
        outcome(rowOf.get(id) as number, SUMS.claimsGivenUp, 'givenUp', {})
        drop(id)
      },
    },
  })

  /** Counts an outcome in the year of discharge and tells it; second reimbursement has cells of its own, in the same order. */
  function outcome(row: number, cell: number, kind: keyof DeskKinds, facts: Readonly<Record<string, string | number>>): Float64Array {
    const second = claims.procedure[row] === SECOND
    const values = sumsOf(claims.dischargeYear[row])
    values[second ? cell - SUMS.claimsReturned + SUMS.secondReturned : cell]++
    tellRow(row, today, kind, facts)
    return values
  }

  function tellRow(row: number, day: Day, kind: keyof DeskKinds, facts: Readonly<Record<string, string | number>>): void {
    const kinds = DESK_KINDS[claims.procedure[row] === SECOND ? 'second' : 'claim']
    tell(claims.person[row], day, kinds[kind], claims.fen[row], claims.occasion[row], facts)
  }

  function drop(id: number): void {
    freeRows.push(rowOf.get(id) as number)
    rowOf.delete(id)
    waiting--
  }

  /** A claim comes from a township. Its number is drawn from who and which stay, so that order plays no part. */
  function submit(claim: SubmittedClaim): void {
    const { keyA, keyB, occasion, submitDay } = claim
    const chosen = claim.procedure ?? (isChosen(atCounty, claim) ? 'claim_at_county' : 'claim_by_hand')
    const number = CLAIM_PROCEDURES.indexOf(chosen)
    const word = draw(keyA, keyB, PURPOSE.claim + planOf(known[number]).offset, occasion)
    let id = (word >>> 0) * 2_097_152 + (secondWord() >>> 11)
    while (rowOf.has(id)) id++
    const row = freeRows.pop() ?? claims.append()
    rowOf.set(id, row)
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
    tellRow(row, submitDay, 'submitted', deskFacts(known[number], 0))
    const variant = variantOf[number][claim.place]
    office.submit({ caseId: id, procedure: chosen, day: submitDay, keyA, keyB, occasion, since: claim.dischargeDay, variant })
  }

  /** Works through a day. */
  function runUntil(day: Day): void {
    today = day
    waiting += handedInOn.get(day) ?? 0
    handedInOn.delete(day)
    office.runUntil(day)
  }

  /** The fund or the insurer has paid a claim today. */
  function paymentMade(id: number): void {
    const row = rowOf.get(id) as number
    const days = today - claims.dischargeDay[row]
    if (claims.procedure[row] !== SECOND) {
      claimDaysOf(claims.dischargeYear[row])[Math.min(CLAIM_DAYS - 1, days)]++
      sumsOf(claims.dischargeYear[row])[SUMS.claimDays] += days
    }
    tellRow(row, today, 'paid', { [claims.procedure[row] === SECOND ? 'days_since_year_end' : 'days_since_discharge']: days })
    input.paid(claims.household[row], claims.fen[row], days, CLAIM_PROCEDURES[claims.procedure[row]])
    drop(id)
  }

  return {
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
    open: () => rowOf.size,
  }
}

function demand(procedures: ReadonlyMap<string, Procedure>, id: string): Procedure {
  const found = procedures.get(id)
  if (!found) throw new RangeError(`there is no procedure ${id}`)
  return found
}

function variantFor(place: (typeof PLACES)[number], procedure: Procedure): number {
  const name = place === 'out_of_province' ? place : OUT_OF_AREA.includes(place) ? 'elsewhere_in_province' : 'in_county'
  const found = (procedure.variants ?? []).findIndex((variant) => variant.id === name)
  return Math.max(0, found)
}
