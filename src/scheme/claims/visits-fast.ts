/**
 * 门诊就诊 Visits to the doctor of people whom nobody follows, where the pool pays visits or nobody does: four of five events of a run.
 * This is the fast form of what illness.ts (when), care.ts (whether, where, at what bill) and visits.ts (what the fund pays) do one
 * after the other; the sums are theirs to the last fen, and a test holds the two together.
 *
 * What makes it fast: what does not change between two visits of a person is read once; and every name is bound in the closure,
 * which V8 takes for constants, while names of other modules are looked up anew at each use.
 */

import { quantile } from '../../kernel/distributions.ts'
import { draw, secondWord, spareBits } from '../../kernel/random.ts'
import type { ReadonlyColumn } from '../../kernel/table.ts'
import type { Households } from '../../population/household.ts'
import { ALIVE, type People } from '../../population/person.ts'
import { PLACES } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import type { BenefitTerms } from '../benefit/inpatient.ts'
import { reimburseVisit } from '../benefit/outpatient.ts'
import type { CareTerms } from '../care/care.ts'
import { GUIDE_CELLS } from '../care/choice.ts'
import { type createIllness, LATEST, MID_TICK, TICK_BITS, TICKS_PER_DAY } from '../care/illness.ts'
import { COVERED } from '../enrolment/cover-states.ts'
import { rowOf } from '../episodes.ts'
import { SUMS, type YearlySums } from '../totals.ts'

export interface OrdinaryVisitsInput {
  readonly people: People
  readonly households: Households
  readonly cover: ReadonlyColumn
  readonly accounts: { readonly paidVisits: Int32Array; readonly experience: Int32Array }
  readonly illness: ReturnType<typeof createIllness>
  readonly exponential: Int32Array
  readonly sums: YearlySums
  settledAtClinic(day: number, place: number, fen: number): void
  billed(household: number, fen: number): void
  receivedBack(household: number, fen: number): void
}

export function createOrdinaryVisits(input: OrdinaryVisitsInput) {
  const { keyA, keyB, household, residence, resilience, traits } = input.people
  const { quintile } = input.households
  const { paidVisits, experience } = input.accounts
  const { cover, illness, exponential, sums, settledAtClinic, receivedBack } = input
  const announceBills = input.billed
  const { visitTick, visits, rateClass, bandDay } = illness.state
  const { visitTicks } = illness
  const [draws, otherWord, spare, valueAt, reimburse, rowFor] = [draw, secondWord, spareBits, quantile, reimburseVisit, rowOf]
  const [visitPurpose, places, cells] = [PURPOSE.visit, PLACES.length, GUIDE_CELLS]
  const [alive, covered, latest, midTick, tickBits, ticksPerDay] = [ALIVE, COVERED, LATEST, MID_TICK, TICK_BITS, TICKS_PER_DAY]
  const { visits: made, visitCost, visitPaid, visitsPaid, uninsuredVisits, uninsuredVisitCost } = SUMS
  let care: CareTerms
  let benefit: BenefitTerms

  function openPeriod(nextCare: CareTerms, nextBenefit: BenefitTerms): void {
    care = nextCare
    benefit = nextBenefit
  }

  /** The visits before day `end` that have not been had yet, of the persons from `first` to before `after`; returns the number of events: needs, and bills settled or borne. */
  function hadBefore(end: number, first: number, after: number): number {
    let events = 0
    const endTick = end * ticksPerDay
    for (let p = first; p < after; p++) if (visitTick[p] < endTick && (traits[p] & alive) !== 0) events += visitsOf(p, endTick)
    return events
  }

  function visitsOf(p: number, endTick: number): number {
    const { seek, place: limits, guide } = care.outpatient
    const billsAt = care.visitBill
    const values = sums.values
    const yearOccasion = illness.yearOccasion()
    const a = keyA[p]
    const b = keyB[p]
    const h = household[p]
    const member = cover[p] === covered
    const row = rowFor(0, residence[p], member ? 1 : 0, quintile[h])
    const seeks = seek[row]
    const limitRow = row * places
    const guideRow = row * cells
    const cellRow = quintile[h] * places
    const unit = visitTicks[rateClass[p]]
    const unitLater = visitTicks[rateClass[p] + 4]
    const resists = resilience[p]
    const change = bandDay[p] * ticksPerDay
    const before = visits[p]
    let number = before
    let paidThisYear = paidVisits[p]
    let bills = 0
    let received = 0
    let billed = 0
    let tick = visitTick[p]
    do {
      const occasion = yearOccasion + number++
      const word = draws(a, b, visitPurpose, occasion)
      const second = otherWord()
      const wait = valueAt(exponential, word) + 0.5
      if (spare(word) < seeks) {
        const where = spare(second)
        let place = guide[guideRow + (where >>> 8)]
        while (where >= limits[limitRow + place]) place++
        const bill = valueAt(billsAt[place], second)
        bills += bill
        billed++
        if (member) {
          const cell = cellRow + place
          values[made + cell]++
          values[visitCost + cell] += bill
          const paid = reimburse(place, bill, paidThisYear, benefit)
          if (paid > 0) {
            paidThisYear += paid
            received += paid
            values[visitPaid + cell] += paid
            values[visitsPaid + cell]++
            settledAtClinic(tick >> tickBits, place, paid)
          }
        } else {
          values[uninsuredVisits]++
          values[uninsuredVisitCost] += bill
        }
      }
      // illness.ts arrival
      const from = tick + midTick
      if (from >= change) tick = Math.min(latest, from + wait * unitLater * resists) | 0
      else {
        const next = from + wait * unit * resists
        tick = Math.min(latest, next <= change ? next : change + ((next - change) * unitLater) / unit) | 0
      }
    } while (tick < endTick)
    visits[p] = number
    visitTick[p] = tick
    if (bills > 0) announceBills(h, bills)
    if (received > 0) {
      paidVisits[p] = paidThisYear
      experience[h] += received
      receivedBack(h, received)
    }
    return number - before + billed
  }

  return { openPeriod, hadBefore }
}
