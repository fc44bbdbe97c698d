/** 就医 Seeking care: whether, where, for how long and at what bill. Bills are log-normal by place; a stay ends some days later. */

import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { draw, secondWord, spareBits } from '../../kernel/random.ts'
import { QUINTILES } from '../../population/household.ts'
import { CHRONIC } from '../../population/person.ts'
import { PLACES } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import type { County } from '../county.ts'
import { COVERED } from '../enrolment/cover-states.ts'
import { type Admission, EXPECTS, NO_CARE, rowOf, SEVERITIES } from '../episodes.ts'
import type { Messages } from '../messages.ts'
import { SUMS } from '../totals.ts'
import { happens } from '../trace.ts'
import type { CareChoice } from './choice.ts'
import {
  admissionForgoneDetail,
  admittedDetail,
  outsideSchemeDetail,
  type Sought,
  visitForgoneDetail,
  visitSoughtDetail,
} from './explanation.ts'

/** Everything care needs for a period of unchanged rules. */
export interface CareTerms {
  readonly outpatient: CareChoice
  readonly inpatient: CareChoice
  /** running chances × 65536 of mild, moderate, severe */
  readonly severity: Int32Array
  /** bill quantiles in fen by place */
  readonly visitBill: readonly Int32Array[]
  readonly stayBill: readonly Int32Array[]
  /** bill of a severity at a place ÷ mean bill there, severity × 5 + place */
  readonly severityCost: Float64Array
  /** mean days in hospital beyond the first, by place */
  readonly stayDays: Float64Array
  /** spending outside the scheme (自购药品、非定点诊所): yearly quantiles in fen, empty when off; factor by quintile + 5 × chronic */
  readonly outsideBill: Int32Array
  /** yuan a person and year */
  readonly outsideMean: number
  readonly outsideFactor: Float64Array
}

const BILL_TOP = 2_000_000_000
const LONGEST_STAY = 180

/** The place that a 16-bit chance means for the patients of this row. */
function placeOf({ place: limits }: CareChoice, row: number, chance: number): number {
  let place = 0
  while (chance >= limits[row * PLACES.length + place]) place++
  return place
}

/** How severe a need is, by a 16-bit draw. */
function severityOf(rank: number, { severity: limits }: CareTerms): number {
  let severity = 0
  while (severity < SEVERITIES - 1 && rank >= limits[severity]) severity++
  return severity
}

/** The bill of a stay, fen: that of its rank at the place, more for severe cases. */
export function stayBill(place: number, severity: number, word: number, terms: CareTerms): number {
  const mean = quantile(terms.stayBill[place], word)
  return Math.min(BILL_TOP, Math.floor(mean * terms.severityCost[severity * PLACES.length + place]))
}

/** Days until the patient has recovered; `wait`: 1 on average. */
export function daysOfStay(place: number, wait: number, terms: CareTerms): number {
  return 1 + Math.min(LONGEST_STAY, Math.floor(wait * terms.stayDays[place]))
}

/** What somebody spends outside the scheme in a year, fen, at the rank of a random word. */
function spentOutside(quintile: number, isChronic: boolean, word: number, terms: CareTerms): number {
  const factor = terms.outsideFactor[isChronic ? quintile + QUINTILES : quintile]
  return Math.floor(quantile(terms.outsideBill, word) * factor)
}

/** Handlers of needs. Whoever is admitted is announced; the model keeps the bed. */
export class Care {
  readonly #county: County
  readonly #announce: Pick<Messages, 'visited' | 'admitted' | 'billed' | 'daysToLive'>
  readonly #admission: Admission = { person: 0, day: 0, lengthOfStay: 0, place: 0, bill: 0, occasion: 0 }
  #terms!: CareTerms
  /** by class of person, where benefits differ by group */
  #ofClass: readonly { readonly care: CareTerms }[] | undefined

  constructor(county: County, announce: Pick<Messages, 'visited' | 'admitted' | 'billed' | 'daysToLive'>) {
    this.#county = county
    this.#announce = announce
  }

  openPeriod(next: CareTerms, ofClass?: readonly { readonly care: CareTerms }[]): void {
    this.#terms = next
    this.#ofClass = ofClass
  }

  #termsOf(p: number): CareTerms {
    const { classes } = this.#county
    return this.#ofClass !== undefined && classes !== undefined ? this.#ofClass[classes.of(p)].care : this.#terms
  }

  /** The row of the choice tables for this person: severity, residence, expected benefit, income. */
  #rowFor(p: number, severity: number): number {
    const { people, households, cover } = this.#county
    const h = people.household[p]
    const expects = cover.now[p] === COVERED ? EXPECTS.benefit + households.poor[h] : EXPECTS.nothing
    return rowOf(severity, people.residence[p], expects, households.quintile[h])
  }

  /** One draw serves a need: the word of the wait for the next and the word of the bill, and the spare bits of both. */
  outpatientNeed(p: number, day: number, occasion: number, word: number, second: number): void {
    const { people, watch } = this.#county
    const choice = this.#termsOf(p).outpatient
    const row = this.#rowFor(p, 0)
    const u = spareBits(word)
    const told = happens(watch, p, people.household[p])
    if (u >= choice.seek[row]) {
      const reason = u < choice.seekFree[row] ? 'cost' : 'other'
      if (told) watch.tell(p, day, 'care.visit_forgone', visitForgoneDetail(occasion, reason, { u, seek: choice.seek[row] }))
      return
    }
    const place = placeOf(choice, row, spareBits(second))
    if (told) watch.tell(p, day, 'care.visited', visitSoughtDetail(occasion, place, { u, seek: choice.seek[row] }))
    this.#announce.visited(p, day, place, quantile(this.#terms.visitBill[place], second))
  }

  inpatientNeed(p: number, day: number, occasion: number, chance: number): void {
    const { people, exponential, watch } = this.#county
    const { keyA, keyB, household } = people
    const terms = this.#termsOf(p)
    const placeWord = draw(keyA[p], keyB[p], PURPOSE.admissionPlace, occasion)
    const dayWord = secondWord()
    const severity = severityOf(placeWord >>> 16, terms)
    const row = this.#rowFor(p, severity)
    const u = chance >>> 16
    if (u >= terms.inpatient.seek[row]) {
      this.#forgone(p, day, occasion, { u, seek: terms.inpatient.seek[row], seekFree: terms.inpatient.seekFree[row] })
      return
    }
    const admission = this.#admission
    const place = placeOf(terms.inpatient, row, placeWord & 0xffff)
    const recovery = daysOfStay(place, quantile(exponential, dayWord) / QUANTILE_SCALE, terms)
    admission.person = p
    admission.day = day
    admission.place = place
    admission.occasion = occasion
    admission.bill = stayBill(place, severity, draw(keyA[p], keyB[p], PURPOSE.admissionBill, occasion), terms)
    admission.lengthOfStay = Math.min(recovery, this.#announce.daysToLive(p, day))
    if (happens(watch, p, household[p])) {
      const stay = { place, severity, days: admission.lengthOfStay }
      watch.tell(p, day, 'care.admitted', admittedDetail(occasion, stay, { u, seek: terms.inpatient.seek[row] }))
    }
    this.#announce.admitted(admission)
  }

  #forgone(p: number, day: number, occasion: number, sought: Sought & { readonly seekFree: number }): void {
    const { people, cover, sums, watch } = this.#county
    const forCost = sought.u < sought.seekFree
    if (cover.now[p] === COVERED) sums.values[SUMS.forgone + (forCost ? 0 : 1)]++
    if (happens(watch, p, people.household[p]))
      watch.tell(p, day, 'care.forgone', admissionForgoneDetail(occasion, forCost ? 'cost' : 'other', sought))
  }

  /** Books the year's spending of `p` outside the scheme, at the rank of a random word: never claimed, borne by the household. */
  spendOutside(p: number, year: number, word: number): void {
    const { people, households, sums, watch } = this.#county
    const terms = this.#terms
    if (terms.outsideBill.length === 0) return
    const h = people.household[p]
    const q = households.quintile[h]
    const fen = spentOutside(q, (people.traits[p] & CHRONIC) !== 0, word, terms)
    sums.values[SUMS.outsideSpending + q] += fen
    this.#announce.billed(h, fen, NO_CARE)
    if (happens(watch, p, h)) watch.tell(p, 0, 'care.outside_scheme', outsideSchemeDetail(year, fen, terms.outsideMean))
  }
}
