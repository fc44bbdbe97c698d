/**
 * 门诊待遇 The benefit of one visit, by the regime in force: nothing, the household's account, the pool; beside them special and chronic
 * diseases with a certification of their own. And the rule of fixed-amount benefits.
 */

import { shareOfBill } from '../../kernel/money.ts'
import { amendable, isAmended } from '../../kernel/rule.ts'
import type { BenefitTerms } from './inpatient.ts'

/** A visit: index of PLACES, fen. */
export interface Visit {
  place: number
  bill: number
}

/** What the rules know of whoever comes, in fen of this scheme year before this visit. */
export interface VisitAccount {
  /** paid by the pool */
  paidThisYear: number
  /** certified for a special or chronic disease (特殊病、慢性病门诊) */
  certified: boolean
  /** eligible cost, payments and number of visits for it */
  specialEligible: number
  specialPaid: number
  specialVisits: number
  /** left in the household's account */
  balance: number
  /** assisted (五保、低保); left out: no */
  poor?: boolean
}

/** Of somebody who has not come yet this year. */
export const NO_VISITS_YET: Required<VisitAccount> = {
  paidThisYear: 0,
  certified: false,
  specialEligible: 0,
  specialPaid: 0,
  specialVisits: 0,
  balance: 0,
  poor: false,
}

/** Every step, in fen; `pool`, `special` and `account` are what each pays, `paid` their sum. */
export interface VisitSettlement {
  bill: number
  eligible: number
  deductible: number
  atRate: number
  ceilingLeft: number
  pool: number
  special: number
  account: number
  paid: number
  outOfPocket: number
}

export const emptyVisitSettlement = (): VisitSettlement => ({
  bill: 0,
  eligible: 0,
  deductible: 0,
  atRate: 0,
  ceilingLeft: 0,
  pool: 0,
  special: 0,
  account: 0,
  paid: 0,
  outOfPocket: 0,
})

const TOWNSHIP = 1

const COUNTY = 2

/** 门诊补偿 Settles a visit under any regime and writes every step to `out`, which it returns. The pooled part is reimburseVisit, step by step. */
export function settleVisit(visit: Visit, account: VisitAccount, terms: BenefitTerms, out: VisitSettlement): VisitSettlement {
  const { place, bill } = visit
  out.bill = bill
  out.eligible = shareOfBill(bill, terms.visitCatalogueShare)
  out.deductible = 0
  out.atRate = 0
  out.ceilingLeft = 0
  out.pool = 0
  out.special = 0
  if (account.certified && place === COUNTY) paySpecial(account, terms, out)
  else if (terms.outpatientMode === 'pooled') payFromPool(place, account, terms, out)
  out.account = payFromAccount(place, bill - out.pool - out.special, account)
  out.paid = out.pool + out.special + out.account
  out.outOfPocket = bill - out.paid
  return out
}

/** 门诊统筹 The pool: a rate, a limit for one visit, a cap for the year. */
function payFromPool(place: number, account: VisitAccount, terms: BenefitTerms, out: VisitSettlement): void {
  out.atRate = shareOfBill(out.eligible, terms.visitRate[place])
  out.ceilingLeft = Math.max(0, terms.visitCap - account.paidThisYear)
  const limited = terms.visitCapEach > 0 ? Math.min(out.atRate, terms.visitCapEach) : out.atRate
  out.pool = Math.min(limited, out.ceilingLeft)
  if (isAmended('visit')) out.pool = poolPays({ place, bill: out.bill }, account, terms)
}

/** 特殊病慢性病门诊 Certified patients at the county hospital: a deductible and a ceiling a year, and perhaps a number of visits. */
function paySpecial(account: VisitAccount, terms: BenefitTerms, out: VisitSettlement): void {
  if (terms.specialVisits > 0 && account.specialVisits >= terms.specialVisits) return
  out.deductible = Math.min(out.eligible, Math.max(0, terms.specialDeductible - account.specialEligible))
  out.atRate = shareOfBill(out.eligible - out.deductible, terms.specialRate)
  out.ceilingLeft = Math.max(0, terms.specialCeiling - account.specialPaid)
  out.special = Math.min(out.atRate, out.ceilingLeft)
}

/** 家庭账户 The household's account pays the family's part of visits at village and township until it is used up; the rest carries over. */
export const payFromAccount = amendable('account', (place: number, due: number, account: VisitAccount): number => {
  return place <= TOWNSHIP ? Math.min(account.balance, due) : 0
})

/** 定额补助 A fixed amount, for a delivery or a check-up, but no more than the bill. */
export function fixedSum(bill: number, sum: number): number {
  return Math.min(bill, sum)
}

/** 门诊统筹 What the pool pays for a visit: a rate up to the limit of one visit and to what is left of the yearly cap. */
export function reimburseVisit(place: number, bill: number, paidThisYear: number, terms: BenefitTerms): number {
  const rate = terms.visitRate[place]
  if (rate === 0 || terms.outpatientMode !== 'pooled') return 0
  let paid = shareOfBill(shareOfBill(bill, terms.visitCatalogueShare), rate)
  if (terms.visitCapEach > 0 && paid > terms.visitCapEach) paid = terms.visitCapEach
  const left = terms.visitCap - paidThisYear
  return paid < left ? paid : Math.max(left, 0)
}

/** 门诊统筹 The same rule as amendments see it, which know the patient too; whoever amends it has every visit settled step by step. */
export const poolPays = amendable('visit', ({ place, bill }: Visit, { paidThisYear }: VisitAccount, terms: BenefitTerms): number =>
  reimburseVisit(place, bill, paidThisYear, terms),
)
