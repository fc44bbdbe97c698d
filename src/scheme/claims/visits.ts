/**
 * 门诊结算 Visits of members settled at the clinic or hospital, the household accounts (家庭账户), special and chronic diseases,
 * and what is paid as a sum fixed beforehand: check-ups and deliveries. Nothing here is claimed by hand.
 */

import { type Day, yearOf, yearStart } from '../../kernel/calendar.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import { isAmended } from '../../kernel/rule.ts'
import { ALIVE, CHRONIC } from '../../population/person.ts'
import { PLACES } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { fixedDetail, visitDetail } from '../benefit/explanation.ts'
import type { BenefitTerms } from '../benefit/inpatient.ts'
import {
  emptyVisitSettlement,
  fixedSum,
  NO_VISITS_YET,
  reimburseVisit,
  settleVisit,
  type Visit,
  type VisitAccount,
} from '../benefit/outpatient.ts'
import type { County } from '../county.ts'
import { COVERED, isEnrolled } from '../enrolment/cover-states.ts'
import type { Messages } from '../messages.ts'
import { SUMS } from '../totals.ts'
import { follows, happens } from '../trace.ts'
import { allottedDetail, uninsuredVisitDetail } from './explanation.ts'
import type { ClaimTerms } from './terms.ts'
import { VisitAccounts } from './visit-accounts.ts'

const TOWNSHIP = 1
const COUNTY = 2
/** A check-up falls on any day of the year but the last of a leap year. */
const CHECK_UP_DAYS = 365

type VisitMessages = Pick<Messages, 'settledAtHospital' | 'settledAtClinic' | 'billed' | 'receivedBack'>

/** 慢性病鉴定 Some of the chronically ill are certified, always the same. `rank`: drawn for life, in [0, 1). */
export function isCertified(traits: number, rank: number, terms: BenefitTerms): boolean {
  return (traits & CHRONIC) !== 0 && rank < terms.specialShare
}

export class Visits {
  readonly #county: County
  readonly #announce: VisitMessages
  // cursors over what the rules see, filled anew for each visit that is settled step by step
  readonly #steps = emptyVisitSettlement()
  readonly #visit: Visit = { place: 0, bill: 0 }
  readonly #account: Required<VisitAccount> = { ...NO_VISITS_YET }
  readonly #accounts = new VisitAccounts()
  #benefit!: BenefitTerms
  #terms!: ClaimTerms
  #yearStart: Day = 0
  #isPoolOnly = true

  constructor(county: County, announce: VisitMessages) {
    this.#county = county
    this.#announce = announce
  }

  begin(): void {
    this.#accounts.begin()
  }

  openYear(year: number): void {
    this.#yearStart = yearStart(year)
    this.#accounts.openYear()
  }

  openPeriod(benefit: BenefitTerms, terms: ClaimTerms): void {
    this.#benefit = benefit
    this.#terms = terms
    if (benefit.outpatientMode === 'household_account') this.#accounts.layOut(this.#county.room.households)
    this.#isPoolOnly = !this.#accounts.areShared && benefit.specialShare === 0 && !isAmended('visit')
  }

  /** Members of a household draw on one account: their order matters. */
  get membersShareAccount(): boolean {
    return this.#accounts.areShared
  }

  /** Visits are paid by the pool or not at all, as the law has it: no household account has money, nobody is certified. */
  get isPoolOnly(): boolean {
    return this.#isPoolOnly
  }

  /** 1 January: the accounts of the persons from `first` to before `after` begin at nothing; each member's allotment and check-up. */
  openAccounts(first: number, after: number): void {
    const { people, accounts, cover } = this.#county
    const { outpatientMode, accountAllotment, checkUp } = this.#benefit
    accounts.paidVisits.fill(0, first, after)
    const allots = outpatientMode === 'household_account' && accountAllotment > 0
    if (!allots && checkUp === 0) return
    for (let p = first; p < after; p++) {
      if (!(people.traits[p] & ALIVE) || !isEnrolled(cover.now[p])) continue
      if (allots) this.#allot(p)
      if (checkUp > 0) this.#checkUp(p)
    }
  }

  /** The birthday of `p`: its account begins, and its mother's delivery is paid. */
  born(p: number): void {
    this.#county.accounts.paidVisits[p] = 0
    const mother = this.#motherOf(p)
    if (mother >= 0) this.#delivered(mother, this.#county.people.birthDay[p] - this.#yearStart)
  }

  /** Whose birth of this year gave the newborn its identity; -1 when she was born during the run herself. */
  #motherOf(newborn: number): number {
    const { people, households } = this.#county
    const { keyA, keyB, household } = people
    const h = household[newborn]
    const year = yearOf(this.#yearStart)
    for (let m = households.firstPerson[h]; m < newborn && household[m] === h; m++)
      if (draw(keyA[m], keyB[m], PURPOSE.newborn, year) === keyA[newborn] && secondWord() === keyB[newborn]) return m
    return -1
  }

  /** 家庭账户 The member's share goes to the household's account: a liability now, an expenditure when it is spent. */
  #allot(p: number): void {
    const { people, sums, watch } = this.#county
    const h = people.household[p]
    const fen = this.#benefit.accountAllotment
    const balance = this.#accounts.allot(h, fen)
    sums.values[SUMS.accountAllotted] += fen
    if (happens(watch, p, h)) watch.tell(p, 0, 'benefit.account_allotted', allottedDetail(fen, balance))
  }

  /** 健康体检 Some members come for a check-up, on any day of the year, at the township. */
  #checkUp(p: number): void {
    const { people, sums, watch } = this.#county
    const { checkUp, checkUpShare } = this.#benefit
    if (share(draw(people.keyA[p], people.keyB[p], PURPOSE.checkUp, yearOf(this.#yearStart))) >= checkUpShare) return
    const day = Math.floor(share(secondWord()) * CHECK_UP_DAYS)
    const bill = this.#terms.checkUpBill
    const paid = fixedSum(bill, checkUp)
    const cell = this.#cellOf(p, TOWNSHIP)
    sums.values[SUMS.visitCost + cell] += bill
    sums.values[SUMS.visitPaid + cell] += paid
    sums.values[SUMS.checkUps]++
    this.#announce.billed(people.household[p], bill)
    this.#keepReceived(people.household[p], paid)
    if (happens(watch, p, people.household[p])) watch.tell(p, day, 'benefit.check_up', fixedDetail('check_up', bill, checkUp))
    this.#announce.settledAtClinic(day, TOWNSHIP, paid)
  }

  /** 住院分娩 A covered mother's delivery at the county hospital is paid a fixed sum there. */
  #delivered(mother: number, day: number): void {
    const { people, cover, sums, watch } = this.#county
    const { delivery } = this.#benefit
    if (delivery === 0 || cover.now[mother] !== COVERED) return
    const bill = this.#terms.deliveryBill
    const paid = fixedSum(bill, delivery)
    const h = people.household[mother]
    const cell = this.#cellOf(mother, COUNTY)
    sums.values[SUMS.stayCost + cell] += bill
    sums.values[SUMS.stayPaid + cell] += paid
    sums.values[SUMS.deliveries]++
    this.#announce.billed(h, bill)
    this.#keepReceived(h, paid)
    if (happens(watch, mother, h)) watch.tell(mother, day, 'benefit.delivery', fixedDetail('delivery', bill, delivery))
    this.#announce.settledAtHospital(day, COUNTY, paid)
  }

  visited(p: number, day: number, place: number, bill: number): void {
    const { people, cover, sums, watch } = this.#county
    const { values } = sums
    const h = people.household[p]
    this.#announce.billed(h, bill)
    if (cover.now[p] !== COVERED) {
      values[SUMS.uninsuredVisits]++
      values[SUMS.uninsuredVisitCost] += bill
      if (happens(watch, p, h)) watch.tell(p, day, 'care.visit_uninsured', uninsuredVisitDetail(place, bill))
      return
    }
    const cell = this.#cellOf(p, place)
    values[SUMS.visits + cell]++
    values[SUMS.visitCost + cell] += bill
    const paid = this.#isPoolOnly && !follows(watch, p, h) ? this.#payFromPool(p, place, bill) : this.#settleStepByStep(p, day, place, bill)
    if (paid === 0) return
    values[SUMS.visitPaid + cell] += paid
    values[SUMS.visitsPaid + cell]++
    this.#keepReceived(h, paid)
    this.#announce.settledAtClinic(day, place, paid)
  }

  #payFromPool(p: number, place: number, bill: number): number {
    const { paidVisits } = this.#county.accounts
    this.#county.watch.events++
    const paid = reimburseVisit(place, bill, paidVisits[p], this.#benefit)
    paidVisits[p] += paid
    return paid
  }

  /** A visit under any regime, with every step; returns what the fund pays and keeps the accounts. */
  #settleStepByStep(p: number, day: number, place: number, bill: number): number {
    const { people, households, accounts, sums, watch } = this.#county
    const benefit = this.#benefit
    const h = people.household[p]
    const visit = this.#visit
    const account = this.#account
    visit.place = place
    visit.bill = bill
    account.paidThisYear = accounts.paidVisits[p]
    account.poor = households.poor[h] !== 0
    const row = this.#accounts.see(p, h, place === COUNTY && this.#certified(p), account)
    const s = settleVisit(visit, account, benefit, this.#steps)
    if (happens(watch, p, h)) watch.tell(p, day, 'benefit.visit', visitDetail(s, visit, account, benefit))
    this.#accounts.keep(row, h, s)
    accounts.paidVisits[p] += s.pool
    sums.values[SUMS.accountSpent] += s.account
    if (s.special > 0) sums.values[SUMS.specialVisitsPaid]++
    return s.paid
  }

  #certified(p: number): boolean {
    const { traits, keyA, keyB } = this.#county.people
    return isCertified(traits[p], share(draw(keyA[p], keyB[p], PURPOSE.certified, 0)), this.#benefit)
  }

  #cellOf(p: number, place: number): number {
    const { people, households } = this.#county
    return households.quintile[people.household[p]] * PLACES.length + place
  }

  #keepReceived(h: number, fen: number): void {
    this.#county.experience[h] += fen
    this.#announce.receivedBack(h, fen)
  }
}
