/** 就医 Seeking care: whether, where, for how long and at what bill. Bills are log-normal by place; a stay ends some days later. */

import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { draw, secondWord, spareBits } from '../../kernel/random.ts'
import type { Households } from '../../population/household.ts'
import * as householdTable from '../../population/household.ts'
import type { People } from '../../population/person.ts'
import * as person from '../../population/person.ts'
import * as placesOfCare from '../../population/places.ts'
import * as purposes from '../../population/purposes.ts'
import { COVERED } from '../enrolment/cover-states.ts'
import { claimNumber, rowOf, SEVERITIES } from '../episodes.ts'
import type { Announcements } from '../messages.ts'
import type { YearlySums } from '../totals.ts'
import { SUMS } from '../totals.ts'
import { happens, type Watch } from '../trace.ts'
import type { CareChoice } from './choice.ts'

// bound in this module, V8 takes them for constants; imported names it looks up at each use
const { CHRONIC } = person
const { PURPOSE } = purposes
const { QUINTILES } = householdTable
const { PLACES } = placesOfCare

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

/**
 * Handlers of needs. `cover` is the column of cover (0 = covered). Whoever is admitted is announced; the model keeps the bed.
 */
export function createCare(
  people: People,
  households: Households,
  cover: Uint8Array,
  exponential: Int32Array,
  sums: YearlySums,
  watch: Watch,
  announce: Pick<Announcements, 'visited' | 'admitted' | 'billed' | 'daysToLive'>,
) {
  const { keyA, keyB, household, residence, traits } = people
  const { quintile } = households
  let terms: CareTerms

  function openPeriod(next: CareTerms): void {
    terms = next
  }

  /** The row of the choice tables for this person: severity, residence, cover, income. */
  function rowFor(p: number, severity: number): number {
    return rowOf(severity, residence[p], cover[p] === COVERED ? 1 : 0, quintile[household[p]])
  }

  function choosePlace(choice: CareChoice, row: number, chance: number): number {
    const limits = choice.place
    let i = row * PLACES.length
    let place = 0
    while (chance >= limits[i]) {
      i++
      place++
    }
    return place
  }

  /** One draw serves a need: the word of the wait for the next and the word of the bill, and the spare bits of both. */
  function outpatientNeed(p: number, day: number, occasion: number, word: number, second: number): void {
    const row = rowFor(p, 0)
    const choice = terms.outpatient
    const u = spareBits(word)
    const sought = u < choice.seek[row]
    const place = sought ? choosePlace(choice, row, spareBits(second)) : -1
    if (happens(watch, p, household[p]))
      watch.tell(p, day, sought ? 'care.visited' : 'care.visit_forgone', {
        rule: 'scheme/care/care.ts outpatientNeed',
        facts: {
          visit: claimNumber(occasion),
          ...(sought ? { place: PLACES[place] } : { reason: u < choice.seekFree[row] ? 'cost' : 'other' }),
        },
      })
    if (!sought) return
    const bill = quantile(terms.visitBill[place], second)
    announce.visited(p, day, place, bill)
  }

  function inpatientNeed(p: number, day: number, occasion: number, chance: number): void {
    const placeWord = draw(keyA[p], keyB[p], PURPOSE.admissionPlace, occasion)
    const dayWord = secondWord()
    let severity = 0
    while (severity < SEVERITIES - 1 && placeWord >>> 16 >= terms.severity[severity]) severity++
    const row = rowFor(p, severity)
    const choice = terms.inpatient
    const u = chance >>> 16
    if (u >= choice.seek[row]) {
      const forCost = u < choice.seekFree[row]
      if (cover[p] === COVERED) sums.values[forCost ? SUMS.forgoneForCost : SUMS.forgoneOtherwise]++
      if (happens(watch, p, household[p]))
        watch.tell(p, day, 'care.forgone', {
          rule: 'scheme/care/care.ts inpatientNeed',
          facts: { claim: claimNumber(occasion), reason: forCost ? 'cost' : 'other' },
        })
      return
    }
    const place = choosePlace(choice, row, placeWord & 0xffff)
    const mean = quantile(terms.stayBill[place], draw(keyA[p], keyB[p], PURPOSE.admissionBill, occasion))
    const bill = Math.min(BILL_TOP, Math.floor(mean * terms.severityCost[severity * PLACES.length + place]))
    const recovery = 1 + Math.min(LONGEST_STAY, Math.floor((quantile(exponential, dayWord) / QUANTILE_SCALE) * terms.stayDays[place]))
    const stay = Math.min(recovery, announce.daysToLive(p, day))
    if (happens(watch, p, household[p]))
      watch.tell(p, day, 'care.admitted', {
        rule: 'scheme/care/care.ts inpatientNeed',
        facts: { claim: claimNumber(occasion), place: PLACES[place], severity, days: stay },
      })
    announce.admitted(p, day, stay, place, bill, occasion)
  }

  /** Books the year's spending of `p` outside the scheme, at the rank of a random word: never claimed, borne by the household. */
  function spendOutside(p: number, year: number, word: number): void {
    if (terms.outsideBill.length === 0) return
    const q = quintile[household[p]]
    const factor = terms.outsideFactor[traits[p] & CHRONIC ? q + QUINTILES : q]
    const fen = Math.floor(quantile(terms.outsideBill, word) * factor)
    sums.values[SUMS.outsideSpending + q] += fen
    announce.billed(household[p], fen)
    if (happens(watch, p, household[p]))
      watch.tell(p, 0, 'care.outside_scheme', {
        rule: 'scheme/care/care.ts spendOutside',
        parameters: [{ name: 'outside.mean', value: String(terms.outsideMean) }],
        amounts: [{ id: 'spent_outside_scheme', fen }],
        facts: { year },
      })
  }

  return { openPeriod, outpatientNeed, inpatientNeed, spendOutside }
}
