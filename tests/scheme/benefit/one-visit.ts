/**
 * The visits of one person in one year, for cases of benefit: had by whoever is followed, told step by step, and by whoever is not, in the
 * fast loop of the township. Where the person goes and what it costs is given, and everybody goes.
 */
import { expect } from 'vitest'
import { QUANTILE_NODES } from '../../../src/kernel/distributions.ts'
import { RATE_CLASSES } from '../../../src/population/ages.ts'
import { householdColumns, QUINTILES } from '../../../src/population/household.ts'
import { ALIVE, personColumns } from '../../../src/population/person.ts'
import { PLACES, RESIDENCES } from '../../../src/population/places.ts'
import { fixedDetail, visitDetail } from '../../../src/scheme/benefit/explanation.ts'
import type { BenefitTerms } from '../../../src/scheme/benefit/inpatient.ts'
import { emptyVisitSettlement, fixedSum, reimburseVisit, settleVisit } from '../../../src/scheme/benefit/outpatient.ts'
import type { CareTerms } from '../../../src/scheme/care/care.ts'
import { type CareChoice, GUIDE_CELLS } from '../../../src/scheme/care/choice.ts'
import { createIllness, TICKS_PER_DAY } from '../../../src/scheme/care/illness.ts'
import { accountColumns } from '../../../src/scheme/claims/stays.ts'
import { createVisits } from '../../../src/scheme/claims/visits.ts'
import { createOrdinaryVisits } from '../../../src/scheme/claims/visits-fast.ts'
import { COVERED, NOT_JOINED } from '../../../src/scheme/enrolment/cover-states.ts'
import { CHANCE_UNIT, rowOf, SEVERITIES } from '../../../src/scheme/episodes.ts'
import { SUMS } from '../../../src/scheme/totals.ts'
import type { Watch } from '../../../src/scheme/trace.ts'

const YEAR = 2013
const ROWS = rowOf(SEVERITIES - 1, RESIDENCES.length - 1, 1, QUINTILES - 1) + 1
const followed = (person: number): Watch => ({
  person,
  household: -1,
  wholeHousehold: false,
  everyone: false,
  events: 0,
  tell() {},
  tellHousehold() {},
})

/** Takes the visits of a member, or of somebody without cover, in the order in which they are had; returns what the fund pays for each, in fen. */
export function visitsOfOnePerson(terms: BenefitTerms, member: boolean): (place: number, bill: number) => number {
  const ordinary = ordinaryVisits(terms, member)
  const told = toldVisits(terms, member)
  let day = 0
  return (place, bill) => {
    day++
    const paid = ordinary(day, place, bill)
    expect(paid, 'as of somebody who is followed').toBe(told(day, place, bill))
    return paid
  }
}

type VisitOnDay = (day: number, place: number, bill: number) => number

function person(member: boolean) {
  const people = personColumns(1)
  people.traits[0] = ALIVE
  people.resilience[0] = 1
  const paid = { fen: 0 }
  return {
    ...{ people, households: householdColumns(1), accounts: accountColumns(1, 1), cover: Uint8Array.of(member ? COVERED : NOT_JOINED) },
    ...{ sums: { values: new Float64Array(SUMS.size) }, exponential: new Int32Array(QUANTILE_NODES) },
    paid,
    settledAtClinic: (_day: number, _place: number, fen: number) => {
      paid.fen = fen
    },
    billed() {},
    receivedBack() {},
  }
}

function ordinaryVisits(terms: BenefitTerms, member: boolean): VisitOnDay {
  const one = person(member)
  const illness = createIllness(one.people, 1, { add() {} }, one.exponential, { outpatientNeed() {}, inpatientNeed() {} })
  illness.openYear(YEAR, { inpatient: new Float64Array(RATE_CLASSES), outpatient: new Float64Array(RATE_CLASSES) })
  const visits = createOrdinaryVisits({ ...one, illness })
  return (day, place, bill) => {
    visits.openPeriod(careAt(place, bill), terms)
    illness.state.visitTick[0] = day * TICKS_PER_DAY
    one.paid.fen = 0
    visits.hadBefore(day + 1, 0, 1)
    return one.paid.fen
  }
}

function toldVisits(terms: BenefitTerms, member: boolean): VisitOnDay {
  const one = person(member)
  const visits = createVisits(
    { ...one, watch: followed(0), announce: { ...one, settledAtHospital() {} } },
    { reimburseVisit, settleVisit, emptyVisitSettlement, fixedSum, visitDetail, fixedDetail },
  )
  visits.openPeriod(0, terms, { deliveryBill: 0, checkUpBill: 0 })
  return (day, place, bill) => {
    one.paid.fen = 0
    visits.visited(0, day, place, bill)
    return one.paid.fen
  }
}

/** Everybody seeks care, at this place, at this bill. */
function careAt(place: number, bill: number): CareTerms {
  const always = new Int32Array(ROWS).fill(CHANCE_UNIT)
  const choice: CareChoice = {
    seek: always,
    seekFree: always,
    place: Int32Array.from({ length: ROWS * PLACES.length }, (_, i) => (i % PLACES.length < place ? 0 : CHANCE_UNIT)),
    guide: new Uint8Array(ROWS * GUIDE_CELLS).fill(place),
  }
  const bills = PLACES.map(() => new Int32Array(QUANTILE_NODES).fill(bill))
  return {
    ...{ outpatient: choice, inpatient: choice, visitBill: bills, stayBill: bills, severity: new Int32Array(SEVERITIES) },
    ...{ severityCost: new Float64Array(SEVERITIES * PLACES.length), stayDays: new Float64Array(PLACES.length) },
    ...{ outsideBill: new Int32Array(0), outsideMean: 0, outsideFactor: new Float64Array(2 * QUINTILES) },
  }
}
