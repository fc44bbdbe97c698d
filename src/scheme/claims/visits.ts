/**
 * 门诊结算 Visits of members settled at the clinic or hospital, the household accounts (家庭账户), special and chronic diseases.
 * Nothing here is claimed by hand.
 */

import { draw, share } from '../../kernel/random.ts'
import { isAmended } from '../../kernel/rule.ts'
import { ALIVE, CHRONIC } from '../../population/person.ts'
import { PLACES } from '../../population/places.ts'
import { PURPOSE } from '../../population/purposes.ts'
import { visitDetail } from '../benefit/explanation.ts'
import type { BenefitTerms } from '../benefit/inpatient.ts'
import { emptyVisitSettlement, NO_VISITS_YET, reimburseVisit, settleVisit, type Visit, type VisitAccount } from '../benefit/outpatient.ts'
import type { County } from '../county.ts'
import { COVERED, isEnrolled } from '../enrolment/cover-states.ts'
import { VISIT } from '../episodes.ts'
import type { Messages } from '../messages.ts'
import { SUMS } from '../totals.ts'
import { follows, happens } from '../trace.ts'
import { allottedDetail, uninsuredVisitDetail } from './explanation.ts'
import { VisitAccounts } from './visit-accounts.ts'

const COUNTY = 2

type VisitMessages = Pick<Messages, 'settledAtClinic' | 'billed' | 'receivedBack'>

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
  /** by class of person, where benefits differ by group */
  #ofClass: readonly { readonly benefit: BenefitTerms }[] | undefined
  #isPoolOnly = true

  constructor(county: County, announce: VisitMessages) {
    this.#county = county
    this.#announce = announce
  }

  begin(): void {
    this.#accounts.begin()
  }

  openYear(): void {
    this.#accounts.openYear()
  }

  openPeriod(benefit: BenefitTerms, ofClass?: readonly { readonly benefit: BenefitTerms }[]): void {
    this.#benefit = benefit
    this.#ofClass = ofClass
    if (benefit.outpatientMode === 'household_account') this.#accounts.layOut(this.#county.room.households)
    this.#isPoolOnly = !this.#accounts.areShared && benefit.specialShare === 0 && !isAmended('visit')
  }

  #benefitOf(p: number): BenefitTerms {
    const { classes } = this.#county
    return this.#ofClass !== undefined && classes !== undefined ? this.#ofClass[classes.of(p)].benefit : this.#benefit
  }

  /** Members of a household draw on one account: their order matters. */
  get membersShareAccount(): boolean {
    return this.#accounts.areShared
  }

  /** Visits are paid by the pool or not at all, as the law has it: no household account has money, nobody is certified. */
  get isPoolOnly(): boolean {
    return this.#isPoolOnly
  }

  /** 1 January: the accounts of the persons from `first` to before `after` begin at nothing; each member's allotment. */
  openAccounts(first: number, after: number): void {
    const { people, accounts, cover } = this.#county
    const { outpatientMode, accountAllotment } = this.#benefit
    accounts.paidVisits.fill(0, first, after)
    if (outpatientMode !== 'household_account' || accountAllotment === 0) return
    for (let p = first; p < after; p++) if (people.traits[p] & ALIVE && isEnrolled(cover.now[p])) this.#allot(p)
  }

  /** The birthday of `p`: its account begins. */
  born(p: number): void {
    this.#county.accounts.paidVisits[p] = 0
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

  visited(p: number, day: number, place: number, bill: number): void {
    const { people, cover, sums, watch } = this.#county
    const { values } = sums
    const h = people.household[p]
    this.#announce.billed(h, bill, VISIT)
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
    const paid = reimburseVisit(place, bill, paidVisits[p], this.#benefitOf(p))
    paidVisits[p] += paid
    return paid
  }

  /** A visit under any regime, with every step; returns what the fund pays and keeps the accounts. */
  #settleStepByStep(p: number, day: number, place: number, bill: number): number {
    const { people, households, accounts, sums, watch } = this.#county
    const benefit = this.#benefitOf(p)
    const h = people.household[p]
    const visit = this.#visit
    const account = this.#account
    visit.place = place
    visit.bill = bill
    account.paidThisYear = accounts.paidVisits[p]
    account.poor = households.poor[h] !== 0
    const row = this.#accounts.see(p, h, place === COUNTY && this.#certified(p, benefit), account)
    const s = settleVisit(visit, account, benefit, this.#steps)
    if (happens(watch, p, h)) watch.tell(p, day, 'benefit.visit', visitDetail(s, visit, account, benefit))
    this.#accounts.keep(row, h, s)
    accounts.paidVisits[p] += s.pool
    sums.values[SUMS.accountSpent] += s.account
    if (s.special > 0) sums.values[SUMS.specialVisitsPaid]++
    return s.paid
  }

  #certified(p: number, benefit: BenefitTerms): boolean {
    const { traits, keyA, keyB } = this.#county.people
    return isCertified(traits[p], share(draw(keyA[p], keyB[p], PURPOSE.certified, 0)), benefit)
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
