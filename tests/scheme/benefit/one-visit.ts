/**
 * The visits of one person in one year, for cases of benefit: had by whoever is followed, told step by step, and by whoever is not, in the
 * fast loop of the township. Where the person goes and what it costs is given, and everybody goes.
 */
import { expect } from 'vitest'
import { QUANTILE_NODES } from '../../../src/kernel/distributions.ts'
import { RATE_CLASSES } from '../../../src/population/ages.ts'
import { QUINTILES } from '../../../src/population/household.ts'
import { ALIVE, peopleToWrite } from '../../../src/population/person.ts'
import { PLACES, RESIDENCES } from '../../../src/population/places.ts'
import type { BenefitTerms } from '../../../src/scheme/benefit/inpatient.ts'
import type { CareTerms } from '../../../src/scheme/care/care.ts'
import { type CareChoice, GUIDE_CELLS } from '../../../src/scheme/care/choice.ts'
import { layOutIllness, openIllnessYear, TICKS_PER_DAY } from '../../../src/scheme/care/illness.ts'
import { Visits } from '../../../src/scheme/claims/visits.ts'
import { visitsBefore } from '../../../src/scheme/claims/visits-fast.ts'
import { layOutCounty } from '../../../src/scheme/county.ts'
import { COVERED, NOT_JOINED } from '../../../src/scheme/enrolment/cover-states.ts'
import { CHANCE_UNIT, EXPECTS, rowOf, SEVERITIES } from '../../../src/scheme/episodes.ts'
import type { Watch } from '../../../src/scheme/trace.ts'
import { smallCounty } from '../../model/small-county.ts'

const YEAR = 2013
const { settings, data } = smallCounty()
const ROWS = rowOf(SEVERITIES - 1, RESIDENCES.length - 1, EXPECTS.benefitOfPoor, QUINTILES - 1) + 1
const followed = (person: number): Watch => ({
  person,
  household: -1,
  wholeHousehold: false,
  everyone: false,
  events: 0,
  tell() {},
  tellOn() {},
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

/** A county of one person, and what the clinic is owed for the last visit. */
function person(member: boolean) {
  const room = { persons: 1, households: 1, villages: 1, townships: 1, slots: 1 }
  const quantiles = { normal: new Int32Array(QUANTILE_NODES), exponential: new Int32Array(QUANTILE_NODES) }
  const county = layOutCounty(settings, { ...data, quantiles }, room, followed(0))
  const people = peopleToWrite(county.people)
  people.traits[0] = ALIVE
  people.resilience[0] = 1
  county.cover.now[0] = member ? COVERED : NOT_JOINED
  const paid = { fen: 0 }
  const announce = {
    settledAtClinic(_day: number, _place: number, fen: number) {
      paid.fen = fen
    },
    settledAtHospital() {},
    billed() {},
    receivedBack() {},
  }
  return { county, paid, announce }
}

function ordinaryVisits(benefit: BenefitTerms, member: boolean): VisitOnDay {
  const { county, paid, announce } = person(member)
  const illness = layOutIllness(county, { add() {} }, { outpatientNeed() {}, inpatientNeed() {} })
  openIllnessYear(illness, YEAR, { inpatient: new Float64Array(RATE_CLASSES), outpatient: new Float64Array(RATE_CLASSES) })
  return (day, place, bill) => {
    illness.columns.visitTick[0] = day * TICKS_PER_DAY
    paid.fen = 0
    visitsBefore({ county, illness, announce }, { care: careAt(place, bill), benefit }, day + 1, 0, 1)
    return paid.fen
  }
}

function toldVisits(benefit: BenefitTerms, member: boolean): VisitOnDay {
  const { county, paid, announce } = person(member)
  const visits = new Visits(county, announce)
  visits.openYear()
  visits.openPeriod(benefit)
  return (day, place, bill) => {
    paid.fen = 0
    visits.visited(0, day, place, bill)
    return paid.fen
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
