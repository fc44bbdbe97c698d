/**
 * 定点医院结算 What places of care advanced with the card: booked day by day, settled once a month, part of what hospitals are owed withheld
 * (质量保证金) until the year's check, which may deduct from it. A deduction is a recovery: the patient keeps the benefit.
 */
import { shareOf } from '../../kernel/money.ts'
import type { Fund } from './ledger.ts'
import type { Payee } from './payments.ts'

/** Shares in millionths. */
export interface HospitalTerms {
  readonly withheldShare: number
  readonly deductionShare: number
}

export function createHospitalSettlement(fund: Fund, payments: { pay(payee: Payee, fen: number): void }) {
  const month = { stays: 0, visits: 0 }
  const due = { stays: 0, visits: 0, year: 0 }
  /** withheld by year of the settled month */
  const withheld = new Map<number, number>()
  const staysSettled = fund.entry('stays settled at hospitals', 'expenditure:inpatient', 'payable:hospitals')
  const visitsSettled = fund.entry('visits settled', 'expenditure:outpatient', 'payable:hospitals')
  const partWithheld = fund.entry('part withheld until the check', 'payable:hospitals', 'payable:hospitals_withheld')
  const deductedAtCheck = fund.entry('deducted at the check', 'receivable:recoveries', 'expenditure:inpatient')
  const recovered = fund.entry('recovered from what was withheld', 'payable:hospitals_withheld', 'receivable:recoveries')
  const released = fund.entry('released after the check', 'payable:hospitals_withheld', 'payable:hospitals')

  function begin(): void {
    month.stays = 0
    month.visits = 0
    due.stays = 0
    due.visits = 0
    due.year = 0
    withheld.clear()
  }

  /** 即时结报 What was settled with the card today is an expenditure; the places are owed it. */
  function settled(stays: number, visits: number): void {
    staysSettled(stays)
    visitsSettled(visits)
    month.stays += stays
    month.visits += visits
  }

  /** A month of `year` ends: what was settled in it falls due. */
  function endMonth(year: number): void {
    due.stays += month.stays
    due.visits += month.visits
    due.year = year
    month.stays = 0
    month.visits = 0
  }

  /** 月结算 The payment day: what fell due is paid, less the part withheld from hospitals. */
  function payMonth(terms: HospitalTerms): void {
    const part = shareOf(due.stays, terms.withheldShare)
    partWithheld(part)
    withheld.set(due.year, (withheld.get(due.year) ?? 0) + part)
    payments.pay('hospitals', due.stays - part + due.visits)
    due.stays = 0
    due.visits = 0
  }

  /** 年度考核 The check of `year`: what was withheld is released, less the deduction. */
  function check(year: number, terms: HospitalTerms): void {
    const held = withheld.get(year) ?? 0
    withheld.delete(year)
    const deducted = shareOf(held, terms.deductionShare)
    deductedAtCheck(deducted)
    recovered(deducted)
    released(held - deducted)
    payments.pay('hospitals', held - deducted)
  }

  return { begin, settled, endMonth, payMonth, check }
}
