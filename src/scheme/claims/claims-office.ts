/**
 * 报销窗口 The claims office: what townships submit runs through the procedures of data/procedures and comes out approved, paid, returned,
 * refused or given up. Manual claims go to the township's claims office or to the county office; second reimbursement has a procedure
 * of its own. All share the offices. Every outcome counts for the year of discharge, that of second reimbursement for the year of the illness.
 */
import { type Day, yearOf, yearStart } from '../../kernel/calendar.ts'
import { draw, secondWord } from '../../kernel/random.ts'
import { growable } from '../../kernel/table.ts'
import { PLACES } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import type { Lack, RefusalReason } from '../../procedures/case.ts'
import type { Effect } from '../../procedures/data/effects.ts'
import type { Procedure } from '../../procedures/data/schema.ts'
import { CountyProcedures } from '../../procedures/engine.ts'
import type { County, SumsByYear } from '../county.ts'
import { type SecondClaim, secondClaimOccasion } from '../critical-illness/year-end.ts'
import type { ManualClaim } from '../episodes.ts'
import { SUMS } from '../totals.ts'
import { type Facts, happens } from '../trace.ts'
import { type ClaimProcedures, claimProcedures, claimsAt } from './claim-procedures.ts'
import { atOffice, type ClaimEvent, claimDetail, kindOf, paidAfter, refusedFor, returnedFor } from './explanation-office.ts'

/** A day that never comes. */
const NEVER = 2_147_483_647

/** Longest wait from discharge to payment that is counted by the day. */
export const CLAIM_DAYS = 4000

/** Whoever pays claims: the fund those by hand, the insurer second reimbursement. Years are those of discharge or illness. */
export interface ClaimPayer {
  /** a claim was approved: it is owed */
  approved(fen: number, year: number): void
  /** the desk has done its last step: the claim is to be paid */
  released(claim: number, fen: number): void
  /** a claim was refused or given up: nothing will be paid for it */
  dropped(fen: number): void
  /** the money has left, so many days after discharge */
  paid(days: number): void
}

interface ClaimsOfficeInput extends SumsByYear {
  /** insured persons, whom the staff follows */
  readonly insured: number
  readonly fund: ClaimPayer
  readonly insurer: ClaimPayer
  /** the money of a claim has reached the household */
  received(household: number, fen: number, year: number): void
}

export type OfficeCounty = Pick<County, 'people' | 'households' | 'watch' | 'data' | 'calendar' | 'mechanisms'>

/** Claims on their way. `cell` = quintile × places + place; `returned`: once or more often; `releasedOn`: NEVER before the desk is done. */
const claimTable = () =>
  growable(1024, {
    person: Int32Array,
    household: Int32Array,
    cell: Uint8Array,
    procedure: Uint8Array,
    returned: Uint8Array,
    releasedOn: Int32Array,
    fen: Int32Array,
    dischargeDay: Int32Array,
    dischargeYear: Int16Array,
    occasion: Int32Array,
  })

export class ClaimsOffice {
  readonly #county: OfficeCounty
  readonly #input: ClaimsOfficeInput
  readonly #known: ClaimProcedures
  readonly #office: CountyProcedures
  readonly #claims = claimTable()
  readonly #freeRows: number[] = []
  /** claims by the day on which they will be handed in, and those handed in and not finished */
  readonly #handedInOn = new Map<Day, number>()
  #waiting = 0
  #open = 0
  #today: Day = 0

  /** What the effects of a procedure's steps do to a claim. */
  readonly #take: Readonly<Partial<Record<Effect, (row: number, procedure: Procedure, step: number) => void>>> = {
    approve: (row, procedure, step) => this.#approved(row, procedure, step),
    pay: (row) => this.#released(row),
  }

  constructor(county: OfficeCounty, input: ClaimsOfficeInput) {
    this.#county = county
    this.#input = input
    this.#known = claimProcedures(county.data.procedures)
    this.#office = new CountyProcedures({
      procedures: this.#known.all.map(({ procedure }) => procedure),
      offices: county.data.procedures.offices,
      workCalendar: county.calendar,
      persons: input.insured,
      queueing: county.mechanisms.offices,
      effects: {
        took: (effect, row, _minute, procedure, step) => this.#take[effect]?.(row, procedure, step),
        returned: (row, _minute, lack, procedure, step) => this.#returned(row, lack, procedure, step),
        refused: (row, _minute, reason, procedure) => this.#refused(row, reason, procedure),
        givenUp: (row) => this.#givenUp(row),
      },
    })
  }

  /** handed in and not finished, those waiting for cash among them */
  get waiting(): number {
    return this.#waiting
  }

  /** those still to be handed in as well */
  get open(): number {
    return this.#open
  }

  /** A manual claim comes from a township. */
  submit(claim: ManualClaim): void {
    const { keyA, keyB } = this.#county.people
    const key = { keyA: keyA[claim.person], keyB: keyB[claim.person], occasion: claim.occasion }
    this.#enter(claim, claimsAt(this.#known, key))
  }

  /** 二次报销 A claim for last year's high costs. */
  submitSecond({ person, year, fen, submitDay }: SecondClaim): void {
    const dischargeDay = yearStart(year + 1) - 1
    this.#enter({ person, place: 0, dischargeDay, submitDay, fen, occasion: secondClaimOccasion(year) }, this.#known.second)
  }

  /** Staff time of a day without a claim (forms of the campaign reviewed, rosters entered), in minutes; on a day not yet run. */
  load(office: string, day: Day, minutes: number, procedure?: string): void {
    this.#office.load(office, day, minutes, procedure)
  }

  /** Works through a day. */
  runUntil(day: Day): void {
    this.#today = day
    this.#waiting += this.#handedInOn.get(day) ?? 0
    this.#handedInOn.delete(day)
    this.#office.runUntil(day)
  }

  /** The fund or the insurer has paid a claim today. */
  paymentMade(row: number): void {
    this.#handOver(row)
    this.#payerOf(row).paid(this.#today - this.#claims.dischargeDay[row])
    this.#drop(row)
  }

  /** The desk has done its last step: from now on the claim may have to wait for cash. */
  #released(row: number): void {
    this.#claims.releasedOn[row] = this.#today
    this.#payerOf(row).released(row, this.#claims.fen[row])
  }

  /** The household has its money. */
  #handOver(row: number): void {
    const claims = this.#claims
    const year = claims.dischargeYear[row]
    const days = this.#today - claims.dischargeDay[row]
    const second = this.#isSecond(row)
    if (!second) {
      this.#input.claimDaysOf(year)[Math.min(CLAIM_DAYS - 1, days)]++
      this.#input.sumsOf(year)[SUMS.claimDays] += days
    }
    if (this.#happens(row)) this.#tell(row, 'paid', paidAfter(days, this.#today - claims.releasedOn[row], second))
    this.#input.received(claims.household[row], claims.fen[row], year)
  }

  /** The number of its case (53 bits) is drawn from who and which stay, so that order plays no part. */
  #enter({ person, place, dischargeDay, submitDay, fen, occasion }: ManualClaim, number: number): void {
    const { people, households } = this.#county
    const { procedure, plan, variantOf, atCounty, isSecond } = this.#known.all[number]
    const [keyA, keyB, household] = [people.keyA[person], people.keyB[person], people.household[person]]
    const word = draw(keyA, keyB, PURPOSE.claim + plan.offset, occasion)
    const caseId = (word >>> 0) * 2_097_152 + (secondWord() >>> 11)
    const claims = this.#claims
    const row = this.#freeRows.pop() ?? claims.append()
    this.#open++
    claims.person[row] = person
    claims.household[row] = household
    claims.cell[row] = households.quintile[household] * PLACES.length + place
    claims.procedure[row] = number
    claims.returned[row] = 0
    claims.releasedOn[row] = NEVER
    claims.fen[row] = fen
    claims.dischargeDay[row] = dischargeDay
    claims.dischargeYear[row] = yearOf(dischargeDay)
    claims.occasion[row] = occasion
    this.#handedInOn.set(submitDay, (this.#handedInOn.get(submitDay) ?? 0) + 1)
    const values = this.#input.sumsOf(claims.dischargeYear[row])
    if (isSecond) values[SUMS.secondSubmitted]++
    else if (atCounty) values[SUMS.claimsAtCounty]++
    if (this.#happens(row)) this.#tell(row, 'submitted', atOffice(procedure), submitDay)
    const variant = variantOf[place]
    this.#office.submit({
      caseId,
      subject: row,
      procedure: procedure.id,
      day: submitDay,
      keyA,
      keyB,
      occasion,
      since: dischargeDay,
      variant,
    })
  }

  #approved(row: number, procedure: Procedure, step: number): void {
    const claims = this.#claims
    const fen = claims.fen[row]
    const values = this.#count(row, SUMS.claimsApproved)
    if (this.#happens(row)) this.#tell(row, 'approved', { ...atOffice(procedure, step), ...this.#wayOf(row) })
    const cell = claims.cell[row]
    if (this.#isSecond(row)) values[SUMS.criticalIllnessPaid + Math.floor(cell / PLACES.length)] += fen
    else {
      values[SUMS.stayPaid + cell] += fen
      values[SUMS.staysPaid + cell]++
    }
    this.#payerOf(row).approved(fen, claims.dischargeYear[row])
  }

  #returned(row: number, lack: Lack, procedure: Procedure, step: number): void {
    if (this.#claims.returned[row]++ === 0) this.#count(row, SUMS.claimsReturned)
    if (this.#happens(row)) this.#tell(row, 'returned', returnedFor(lack, procedure, step))
  }

  #refused(row: number, reason: RefusalReason, procedure: Procedure): void {
    const values = this.#count(row, SUMS.claimsRefused)
    if (reason === 'late' && !this.#isSecond(row)) values[SUMS.claimsLate]++
    if (this.#happens(row)) this.#tell(row, 'refused', refusedFor(reason, procedure))
    this.#payerOf(row).dropped(this.#claims.fen[row])
    this.#drop(row)
  }

  #givenUp(row: number): void {
    this.#count(row, SUMS.claimsGivenUp)
    if (this.#happens(row)) this.#tell(row, 'givenUp', {})
    this.#payerOf(row).dropped(this.#claims.fen[row])
    this.#drop(row)
  }

  /** Counts an outcome in the year of discharge; second reimbursement has cells of its own, in the same order. */
  #count(row: number, cell: number): Float64Array {
    const values = this.#input.sumsOf(this.#claims.dischargeYear[row])
    values[this.#isSecond(row) ? cell - SUMS.claimsReturned + SUMS.secondReturned : cell]++
    return values
  }

  /** The variant that the place of care makes of the procedure: its days are others. */
  #wayOf(row: number): Facts {
    const { procedure, variantOf } = this.#known.all[this.#claims.procedure[row]]
    const way = procedure.variants?.[variantOf[this.#claims.cell[row] % PLACES.length]]
    return way ? { way: way.id } : {}
  }

  #isSecond(row: number): boolean {
    return this.#known.all[this.#claims.procedure[row]].isSecond
  }

  #payerOf(row: number): ClaimPayer {
    return this.#isSecond(row) ? this.#input.insurer : this.#input.fund
  }

  #happens(row: number): boolean {
    const p = this.#claims.person[row]
    return happens(this.#county.watch, p, this.#county.people.household[p])
  }

  #tell(row: number, event: ClaimEvent, facts: Facts, day = this.#today): void {
    const { person, fen, occasion } = this.#claims
    const kind = kindOf(event, this.#isSecond(row))
    this.#county.watch.tellOn(person[row], day, kind, claimDetail(occasion[row], fen[row], facts))
  }

  #drop(row: number): void {
    this.#freeRows.push(row)
    this.#open--
    this.#waiting--
  }
}
