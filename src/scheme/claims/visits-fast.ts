/**
 * 门诊就诊 Visits to the doctor of people whom nobody follows, where the pool pays visits or nobody does: four of five events of a run.
 * This is the fast form of what illness.ts (when), care.ts (whether, where, at what bill) and visits.ts (what the fund pays) do one
 * after the other; the sums are theirs to the last fen, and a test holds the two together.
 *
 * What makes it fast: what does not change between two visits of a person is read once, and what does not change between two persons
 * once for all of them.
 */

import * as distributions from '../../kernel/distributions.ts'
import * as random from '../../kernel/random.ts'
import * as personTable from '../../population/person.ts'
import * as placesOfCare from '../../population/places.ts'
import * as purposes from '../../population/purposes.ts'
import type { BenefitTerms } from '../benefit/inpatient.ts'
import * as outpatient from '../benefit/outpatient.ts'
import type { CareTerms } from '../care/care.ts'
import * as choice from '../care/choice.ts'
import * as needs from '../care/illness.ts'
import type { County } from '../county.ts'
import * as coverStates from '../enrolment/cover-states.ts'
import * as episodes from '../episodes.ts'
import type { Messages } from '../messages.ts'
import * as totals from '../totals.ts'

// bound in this module, V8 takes them for constants; imported names it looks up at each use
const [draws, otherWord, spare] = [random.draw, random.secondWord, random.spareBits]
const valueAt = distributions.quantile
const reimburse = outpatient.reimburseVisit
const rowFor = episodes.rowOf
const VISIT = purposes.PURPOSE.visit
const PLACES = placesOfCare.PLACES.length
const { GUIDE_CELLS } = choice
const { ALIVE } = personTable
const { COVERED } = coverStates
const { LATEST, MID_TICK, TICK_BITS, TICKS_PER_DAY } = needs
const { visits: VISITS, visitCost: COST, visitPaid: PAID, visitsPaid: PAID_VISITS } = totals.SUMS
const { uninsuredVisits: UNINSURED, uninsuredVisitCost: UNINSURED_COST } = totals.SUMS

/** What visits rest on: the county, its needs, and who hears of the money. */
export interface OrdinaryVisits {
  readonly county: County
  readonly illness: needs.Illness
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
    const row = rowFor(0, residence[p], member ? 1 + poor[h] : 0, quintile[h])
    const seeks = seek[row]
    const limitRow = row * PLACES
    const guideRow = row * GUIDE_CELLS
    const cellRow = quintile[h] * PLACES
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
      const word = draws(a, b, VISIT, occasion)
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
          values[VISITS + cell]++
          values[COST + cell] += bill
          const paid = reimburse(place, bill, paidThisYear, benefit)
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
        tick = Math.min(LATEST, next <= change ? next : change + ((next - change) * unitLater) / unit) | 0
      }
    } while (tick < endTick)
    visits[p] = number
    visitTick[p] = tick
    events += number - before + billed
    if (bills > 0) announce.billed(h, bills)
    if (received > 0) {
      paidVisits[p] = paidThisYear
      experience[h] += received
      announce.receivedBack(h, received)
    }
  }
  return events
}
