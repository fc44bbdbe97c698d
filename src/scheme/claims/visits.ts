/**
 * 门诊结算 Visits of members settled at the clinic or hospital, the household accounts (家庭账户), special and chronic diseases,
 * and what is paid as a sum fixed beforehand: check-ups and deliveries. Nothing here is claimed by hand.
 */

import { type Day, yearOf } from '../../kernel/calendar.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import { growable, type ReadonlyColumn } from '../../kernel/table.ts'
import type { Households } from '../../population/household.ts'
import type { People } from '../../population/person.ts'
import * as person from '../../population/person.ts'
import * as placesOfCare from '../../population/places.ts'
import * as purposes from '../../population/purposes.ts'
import type { BenefitTerms } from '../benefit/inpatient.ts'
import type { Visit, VisitAccount, VisitSettlement } from '../benefit/outpatient.ts'
import { COVERED, isEnrolled } from '../enrolment/cover-states.ts'
import type { Announcements } from '../messages.ts'
import type { YearlySums } from '../totals.ts'
import { SUMS } from '../totals.ts'
import type { TraceDetail } from '../trace.ts'
import { follows, happens, type Watch } from '../trace.ts'

// bound in this module, V8 takes them for constants; imported names it looks up at each use
const { ALIVE, CHRONIC } = person
const { PURPOSE } = purposes
const { PLACES } = placesOfCare

/** What visits ask of the terms besides the benefit; bills in fen. */
export interface VisitTerms {
  readonly deliveryBill: number
  readonly checkUpBill: number
}

/** The rules of outpatient.ts, and the words for `explain`. */
export interface VisitRules {
  reimburseVisit(place: number, bill: number, paidThisYear: number, terms: BenefitTerms): number
  settleVisit(visit: Visit, account: VisitAccount, terms: BenefitTerms, out: VisitSettlement): VisitSettlement
  emptyVisitSettlement(): VisitSettlement
  fixedSum(bill: number, sum: number): number
  visitDetail(s: VisitSettlement, visit: Visit, account: VisitAccount, terms: BenefitTerms): TraceDetail
  fixedDetail(kind: 'delivery' | 'check_up', bill: number, sum: number): TraceDetail
}

/** What visits need of the township. `paid`: fen paid for visits this year, by person; `experience`: see accountColumns. */
export interface VisitInput {
  readonly people: People
  readonly households: Households
  readonly cover: ReadonlyColumn
  readonly accounts: { readonly paidVisits: Int32Array; readonly experience: Int32Array }
  readonly sums: YearlySums
  readonly watch: Watch
  readonly announce: Pick<Announcements, 'settledAtHospital' | 'settledAtClinic' | 'billed' | 'receivedBack'>
}

export type Visits = ReturnType<typeof createVisits>

const TOWNSHIP = 1
const COUNTY = 2

export function createVisits({ people, households, cover, accounts, sums, watch, announce }: VisitInput, rules: VisitRules) {
  const { keyA, keyB, household, traits, birthDay } = people
  const { quintile, firstPerson } = households
  const { experience, paidVisits } = accounts
  const { reimburseVisit, settleVisit } = rules
  // cursors over what the rules see, filled anew for each visit that is settled step by step
  const steps = rules.emptyVisitSettlement()
  const visit: Visit = { place: 0, bill: 0 }
  const account: VisitAccount = { paidThisYear: 0, certified: false, specialEligible: 0, specialPaid: 0, specialVisits: 0, balance: 0 }
  /** fen left to each household; laid out when the law first allots any */
  let balance = new Int32Array(0)
  /** the year of the few who are certified, and their rows */
  const special = growable(64, { eligible: Int32Array, paid: Int32Array, visits: Uint16Array })
  const specialRow = new Map<number, number>()
  let benefit: BenefitTerms
  let terms: VisitTerms
  let yearStart: Day = 0
  /** visits are paid by the pool or not at all: no household account has money, nobody is certified */
  let poolOnly = true

  function openPeriod(start: Day, nextBenefit: BenefitTerms, nextTerms: VisitTerms): void {
    // days run back only when another replication begins
    if (start < yearStart) balance.fill(0)
    if (start !== yearStart) specialRow.clear()
    yearStart = start
    benefit = nextBenefit
    terms = nextTerms
    if (benefit.outpatientMode === 'household_account' && balance.length === 0) balance = new Int32Array(quintile.length)
    poolOnly = balance.length === 0 && benefit.specialShare === 0
  }

  /** 1 January: the accounts of the persons from `first` to before `after` begin at nothing; each member's allotment and check-up. */
  function openYear(first: number, after: number): void {
    paidVisits.fill(0, first, after)
    const allots = benefit.outpatientMode === 'household_account' && benefit.accountAllotment > 0
    if (!allots && benefit.checkUp === 0) return
    for (let p = first; p < after; p++) {
      if (!(traits[p] & ALIVE) || !isEnrolled(cover[p])) continue
      if (allots) allot(p)
      if (benefit.checkUp > 0) checkUp(p)
    }
  }

  /** The birthday of `p`: its account begins, and its mother's delivery is paid. */
  function openAccounts(p: number): void {
    paidVisits[p] = 0
    const mother = motherOf(p)
    if (mother >= 0) delivered(mother, birthDay[p] - yearStart)
  }

  /** Whose birth of this year gave the newborn its identity; -1 when she was born during the run herself. */
  function motherOf(newborn: number): number {
    const h = household[newborn]
    const year = yearOf(yearStart)
    for (let m = firstPerson[h]; m < newborn && household[m] === h; m++)
      if (draw(keyA[m], keyB[m], PURPOSE.newborn, year) === keyA[newborn] && secondWord() === keyB[newborn]) return m
    return -1
  }

  /** 家庭账户 The member's share goes to the household's account: a liability now, an expenditure when it is spent. */
  function allot(p: number): void {
    const fen = benefit.accountAllotment
    balance[household[p]] += fen
    sums.values[SUMS.accountAllotted] += fen
    if (happens(watch, p, household[p]))
      watch.tell(p, 0, 'benefit.account_allotted', {
        rule: 'scheme/claims/visits.ts allot',
        parameters: [{ name: 'benefit.outpatient.account', value: String(fen / 100) }],
        amounts: [
          { id: 'allotted_to_account', fen },
          { id: 'account_left', fen: balance[household[p]] },
        ],
      })
  }

  /** 健康体检 Some members come for a check-up, on any day of the year, at the township. */
  function checkUp(p: number): void {
    if (share(draw(keyA[p], keyB[p], PURPOSE.checkUp, yearOf(yearStart))) >= benefit.checkUpShare) return
    const day = Math.floor(share(secondWord()) * 365)
    const bill = terms.checkUpBill
    const paid = rules.fixedSum(bill, benefit.checkUp)
    const cell = quintile[household[p]] * PLACES.length + TOWNSHIP
    sums.values[SUMS.visitCost + cell] += bill
    sums.values[SUMS.visitPaid + cell] += paid
    sums.values[SUMS.checkUps]++
    experience[household[p]] += paid
    announce.billed(household[p], bill)
    announce.receivedBack(household[p], paid)
    if (happens(watch, p, household[p])) watch.tell(p, day, 'benefit.check_up', rules.fixedDetail('check_up', bill, benefit.checkUp))
    announce.settledAtClinic(day, TOWNSHIP, paid)
  }

  /** 住院分娩 A covered mother's delivery at the county hospital is paid a fixed sum there. */
  function delivered(mother: number, day: number): void {
    if (benefit.delivery === 0 || cover[mother] !== COVERED) return
    const bill = terms.deliveryBill
    const paid = rules.fixedSum(bill, benefit.delivery)
    const h = household[mother]
    const cell = quintile[h] * PLACES.length + COUNTY
    sums.values[SUMS.stayCost + cell] += bill
    sums.values[SUMS.stayPaid + cell] += paid
    sums.values[SUMS.deliveries]++
    experience[h] += paid
    announce.billed(h, bill)
    announce.receivedBack(h, paid)
    if (happens(watch, mother, h)) watch.tell(mother, day, 'benefit.delivery', rules.fixedDetail('delivery', bill, benefit.delivery))
    announce.settledAtHospital(day, COUNTY, paid)
  }

  function visited(p: number, day: number, place: number, bill: number): void {
    const values = sums.values
    const h = household[p]
    announce.billed(h, bill)
    if (cover[p] !== COVERED) {
      values[SUMS.uninsuredVisits]++
      values[SUMS.uninsuredVisitCost] += bill
      if (happens(watch, p, h))
        watch.tell(p, day, 'care.visit_uninsured', {
          rule: 'scheme/claims/visits.ts visited',
          amounts: [{ id: 'bill', fen: bill }],
          facts: { place: PLACES[place] },
        })
      return
    }
    const cell = quintile[h] * PLACES.length + place
    values[SUMS.visits + cell]++
    values[SUMS.visitCost + cell] += bill
    let paid: number
    if (poolOnly && !follows(watch, p, h)) {
      watch.events++
      paid = reimburseVisit(place, bill, paidVisits[p], benefit)
      paidVisits[p] += paid
    } else paid = settleStepByStep(p, day, place, bill)
    if (paid === 0) return
    experience[h] += paid
    announce.receivedBack(h, paid)
    values[SUMS.visitPaid + cell] += paid
    values[SUMS.visitsPaid + cell]++
    announce.settledAtClinic(day, place, paid)
  }

  /** A visit under any regime, with every step; returns what the fund pays and keeps the accounts. */
  function settleStepByStep(p: number, day: number, place: number, bill: number): number {
    const h = household[p]
    const row = place === COUNTY && certified(p) ? rowOf(p) : -1
    visit.place = place
    visit.bill = bill
    account.paidThisYear = paidVisits[p]
    account.certified = row >= 0
    account.specialEligible = row >= 0 ? special.eligible[row] : 0
    account.specialPaid = row >= 0 ? special.paid[row] : 0
    account.specialVisits = row >= 0 ? special.visits[row] : 0
    account.balance = balance.length > 0 ? balance[h] : 0
    const s = settleVisit(visit, account, benefit, steps)
    if (happens(watch, p, h)) watch.tell(p, day, 'benefit.visit', rules.visitDetail(s, visit, account, benefit))
    paidVisits[p] += s.pool
    if (s.account > 0) {
      balance[h] -= s.account
      sums.values[SUMS.accountSpent] += s.account
    }
    if (row >= 0) {
      special.eligible[row] += s.eligible
      special.paid[row] += s.special
      special.visits[row]++
      if (s.special > 0) sums.values[SUMS.specialVisitsPaid]++
    }
    return s.paid
  }

  /** 慢性病鉴定 Some of the chronically ill are certified, always the same. */
  function certified(p: number): boolean {
    return (traits[p] & CHRONIC) !== 0 && share(draw(keyA[p], keyB[p], PURPOSE.certified, 0)) < benefit.specialShare
  }

  function rowOf(p: number): number {
    if (specialRow.size === 0) special.length = 0
    const found = specialRow.get(p)
    if (found !== undefined) return found
    const row = special.length
    special.push({ eligible: 0, paid: 0, visits: 0 })
    specialRow.set(p, row)
    return row
  }

  /** 家庭账户余额 Fen left in the accounts of all households. */
  const accountBalance = () => balance.reduce((sum, fen) => sum + fen, 0)

  return {
    openPeriod,
    openYear,
    openAccounts,
    visited,
    delivered,
    accountBalance,
    membersShareAccount: () => balance.length > 0,
    poolOnly: () => poolOnly,
  }
}
