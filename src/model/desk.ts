/**
 * 手工报销窗口 The desk for claims by hand: what townships submit runs through the procedure of data/procedures/claim-by-hand.yaml
 * and comes out approved, paid, returned, refused or given up. Every outcome counts for the year of discharge.
 */
import { SUMS } from '../institutions/events.ts'
import { type Day, type WorkCalendar, yearOf } from '../kernel/calendar.ts'
import { draw, secondWord } from '../kernel/random.ts'
import { growable } from '../kernel/table.ts'
import { OUT_OF_AREA, PLACES } from '../population/places.ts'
import { PURPOSE } from '../population/purposes.ts'
import { createProcedures } from '../procedures/engine.ts'
import type { Procedure } from '../procedures/schema.ts'
import type { ModelData } from './data.ts'

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

/** A claim by hand as a township sends it; `cell` = quintile × 5 + place. */
export interface SubmittedClaim {
  readonly keyA: number
  readonly keyB: number
  readonly person: number
  readonly household: number
  readonly cell: number
  readonly place: number
  readonly dischargeDay: Day
  readonly submitDay: Day
  readonly fen: number
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
  /** a claim was approved, and later released for payment */
  approved(fen: number): void
  released(claim: number, fen: number): void
  /** the money of a claim has left, so many days after discharge */
  paid(household: number, fen: number, days: number): void
}

export function createDesk(input: DeskInput) {
  const { sumsOf, claimDaysOf, tell } = input
  const claims = growable(1024, {
    person: Int32Array,
    household: Int32Array,
    cell: Uint8Array,
    fen: Int32Array,
    dischargeDay: Int32Array,
    dischargeYear: Int16Array,
    occasion: Int32Array,
  })
  const rowOf = new Map<number, number>()
  const freeRows: number[] = []
  const procedure = input.data.procedures.procedures.get('claim_by_hand')
  if (!procedure) throw new RangeError('there is no procedure claim_by_hand')
  const variantOf = PLACES.map((place) => variantFor(place, procedure))
  /** claims by the day on which they will be handed in, and those handed in and not finished */
  const handedInOn = new Map<Day, number>()
  let waiting = 0
  let today: Day = 0

  const office = createProcedures({
    procedure,
    offices: input.data.procedures.offices,
    workCalendar: input.calendar,
    queueing: input.queueing,
    persons: input.insured,
    effects: {
      approved(id) {
        const row = counted(id, SUMS.claimsApproved, 'claim.approved', {})
        const values = sumsOf(claims.dischargeYear[row])
        values[SUMS.stayPaid + claims.cell[row]] += claims.fen[row]
        values[SUMS.staysPaid + claims.cell[row]]++
        input.approved(claims.fen[row])
      },
      paid(id) {
        input.released(id, claims.fen[rowOf.get(id) as number])
      },
      returned(id, _minute, paper) {
        counted(id, SUMS.claimsReturned, 'claim.returned', { missing: procedure.papers[paper].en, missing_zh: procedure.papers[paper].zh })
      },
      refused(id, _minute, reason) {
        counted(id, SUMS.claimsRefused, 'claim.refused', { reason })
        drop(id)
      },
      givenUp(id) {
        counted(id, SUMS.claimsGivenUp, 'claim.given_up', {})
        drop(id)
      },
    },
  })

  /** Counts an outcome in the year of discharge, tells it, and returns the claim's row. */
  function counted(id: number, cell: number, kind: string, facts: Readonly<Record<string, string | number>>): number {
    const row = rowOf.get(id) as number
    sumsOf(claims.dischargeYear[row])[cell]++
    tell(claims.person[row], today, kind, claims.fen[row], claims.occasion[row], facts)
    return row
  }

  function drop(id: number): void {
    freeRows.push(rowOf.get(id) as number)
    rowOf.delete(id)
    waiting--
  }

  /** A claim comes from a township. Its number is drawn from who and which stay, so that order plays no part. */
  function submit(claim: SubmittedClaim): void {
    const word = draw(claim.keyA, claim.keyB, PURPOSE.claim, claim.occasion)
    let id = (word >>> 0) * 2_097_152 + (secondWord() >>> 11)
    while (rowOf.has(id)) id++
    const row = freeRows.pop() ?? claims.append()
    rowOf.set(id, row)
    claims.person[row] = claim.person
    claims.household[row] = claim.household
    claims.cell[row] = claim.cell
    claims.fen[row] = claim.fen
    claims.dischargeDay[row] = claim.dischargeDay
    claims.dischargeYear[row] = yearOf(claim.dischargeDay)
    claims.occasion[row] = claim.occasion
    handedInOn.set(claim.submitDay, (handedInOn.get(claim.submitDay) ?? 0) + 1)
    tell(claim.person, claim.submitDay, 'claim.submitted', claim.fen, claim.occasion, {})
    office.submit(id, claim.submitDay, claim.keyA, claim.keyB, claim.occasion, claim.dischargeDay, variantOf[claim.place])
  }

  /** Works through a day. */
  function runUntil(day: Day): void {
    today = day
    waiting += handedInOn.get(day) ?? 0
    handedInOn.delete(day)
    office.runUntil(day)
  }

  /** The fund has paid a claim today. */
  function paymentMade(id: number): void {
    const row = rowOf.get(id) as number
    const days = today - claims.dischargeDay[row]
    claimDaysOf(claims.dischargeYear[row])[Math.min(CLAIM_DAYS - 1, days)]++
    sumsOf(claims.dischargeYear[row])[SUMS.claimDays] += days
    tell(claims.person[row], today, 'claim.paid', claims.fen[row], claims.occasion[row], { days_since_discharge: days })
    input.paid(claims.household[row], claims.fen[row], days)
    drop(id)
  }

  /** `waiting`: handed in and not finished, those waiting for cash among them; `open`: those still to be handed in as well. */
  return { submit, runUntil, paymentMade, waiting: () => waiting, open: () => rowOf.size }
}

function variantFor(place: (typeof PLACES)[number], procedure: Procedure): number {
  const name = place === 'out_of_province' ? place : OUT_OF_AREA.includes(place) ? 'elsewhere_in_province' : 'in_county'
  const found = (procedure.variants ?? []).findIndex((variant) => variant.id === name)
  return Math.max(0, found)
}
