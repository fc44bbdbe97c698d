/**
 * 门诊就诊 Visits to the doctor of people whom nobody follows, where the pool pays visits or nobody does: four of five events of a run.
 * This is the fast form of what illness.ts (when), care.ts (whether, where, at what bill) and visits.ts (what the fund pays) do one
 * after the other; the sums are theirs to the last fen, and a test holds the two together.
 *
 * What makes it fast: what does not change between two visits of a person is read once, and what does not change between two persons
 * once for all of them.
 */

import { quantile as valueAt } from '../../kernel/distributions.ts'
import { draw, secondWord, spareBits } from '../../kernel/random.ts'
import { ALIVE } from '../../population/person.ts'
import { PLACES } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import type { BenefitTerms } from '../benefit/inpatient.ts'
import { reimburseVisit } from '../benefit/outpatient.ts'
import type { CareTerms } from '../care/care.ts'
import { GUIDE_CELLS } from '../care/choice.ts'
import { type Illness, LATEST, MID_TICK, TICK_BITS, TICKS_PER_DAY } from '../care/illness.ts'
import type { County } from '../county.ts'
import { COVERED } from '../enrolment/cover-states.ts'
import { rowOf } from '../episodes.ts'
import type { Messages } from '../messages.ts'
import { SUMS } from '../totals.ts'

const VISIT = PURPOSE.visit
const COUNT_OF_PLACES = PLACES.length
const MADE = SUMS.visits
const COST = SUMS.visitCost
const PAID = SUMS.visitPaid
const PAID_VISITS = SUMS.visitsPaid
const UNINSURED = SUMS.uninsuredVisits
const UNINSURED_COST = SUMS.uninsuredVisitCost

/** What visits rest on: the county, its needs, and who hears of the money. */
export interface OrdinaryVisits {
  readonly county: County
  readonly illness: Illness
  readonly announce: Pick<Messages, 'settledAtClinic' | 'billed' | 'receivedBack'>
}

/** The rules in force. */
interface Rules {
  readonly care: CareTerms
  readonly benefit: BenefitTerms
}

/**
 * The visits before day `end` that have not been had yet, of the persons from `first` to before `after`; returns the number of events: needs,
 * and bills settled or borne.
 */
export function visitsBefore(had: OrdinaryVisits, { care, benefit }: Rules, end: number, first: number, after: number): number {
  const { county, illness, announce } = had
  const { keyA, keyB, household, residence, resilience, traits } = county.people
  const { quintile, poor } = county.households
  const { experience, exponential } = county
  const { paidVisits } = county.accounts
  const cover = county.cover.now
  const { values } = county.sums
  const { visitTick, visits, rateClass, bandDay } = illness.columns
  const { visitTicks } = illness
  const yearOccasion = illness.now.occasion
  const { seek, place: limits, guide } = care.outpatient
  const billsAt = care.visitBill
  const endTick = end * TICKS_PER_DAY
  let events = 0
  for (let p = first; p < after; p++) {
    let tick = visitTick[p]
    if (tick >= endTick || (traits[p] & ALIVE) === 0) continue
    const a = keyA[p]
    const b = keyB[p]
    const h = household[p]
    const member = cover[p] === COVERED
    const row = rowOf(0, residence[p], member ? 1 + poor[h] : 0, quintile[h])
    const seeks = seek[row]
    const limitRow = row * COUNT_OF_PLACES
    const guideRow = row * GUIDE_CELLS
    const cellRow = quintile[h] * COUNT_OF_PLACES
    const unit = visitTicks[rateClass[p]]
    const unitLater = visitTicks[rateClass[p] + 4]
    const resists = resilience[p]
    const change = bandDay[p] * TICKS_PER_DAY
    const before = visits[p]
    let number = before
    let paidThisYear = paidVisits[p]
    let bills = 0
    let received = 0
    let billed = 0
    do {
      const occasion = yearOccasion + number++
      const word = draw(a, b, VISIT, occasion)
      const second = secondWord()
      const wait = valueAt(exponential, word) + 0.5
      if (spareBits(word) < seeks) {
        const where = spareBits(second)
        let place = guide[guideRow + (where >>> 8)]
        while (where >= limits[limitRow + place]) place++
        const bill = valueAt(billsAt[place], second)
        bills += bill
        billed++
        if (member) {
          const cell = cellRow + place
          values[MADE + cell]++
          values[COST + cell] += bill
          const paid = reimburseVisit(place, bill, paidThisYear, benefit)
          if (paid > 0) {
            paidThisYear += paid
            received += paid
            values[PAID + cell] += paid
            values[PAID_VISITS + cell]++
            announce.settledAtClinic(tick >> TICK_BITS, place, paid)
          }
        } else {
          values[UNINSURED]++
          values[UNINSURED_COST] += bill
        }
      }
      // illness.ts arrival
      const from = tick + MID_TICK
      if (from >= change) tick = Math.min(LATEST, from + wait * unitLater * resists) | 0
      else {
        const next = from + wait * unit * resists
        if (next <= change) tick = Math.min(LATEST, next) | 0
        else tick = change >= LATEST ? LATEST : Math.min(LATEST, change + ((next - change) * unitLater) / unit) | 0
      }
    } while (tick < endTick)
    visits[p] = number
    visitTick[p] = tick
    events += number - before + billed
    if (billed > 0) announce.billed(h, bills, billed)
    if (received > 0) {
      paidVisits[p] = paidThisYear
      experience[h] += received
      announce.receivedBack(h, received)
    }
  }
  return events
}
