/**
 * 定点医院结算 What places of care advanced with the card: booked day by day, settled once a month, part of what hospitals are owed withheld
 * (质量保证金) until the year's check, which may deduct from it. A deduction is a recovery: the patient keeps the benefit.
 */
import { shareOf } from '../../kernel/money.ts'
import type { Fund } from './ledger.ts'
import type { Payments } from './payments.ts'

/** Shares in millionths. */
export interface HospitalTerms {
  readonly withheldShare: number
  readonly deductionShare: number
}

const nothing = () => ({ stays: 0, visits: 0 })

export class HospitalSettlement {
  readonly #payments: Payments
  readonly #entries: ReturnType<typeof hospitalEntries>
  /** settled in the month now running, and what of the months before is due; fen */
  #month = nothing()
  #due = { stays: 0, visits: 0, year: 0 }
  /** withheld by year of the settled month */
  readonly #withheld = new Map<number, number>()

  constructor(fund: Fund, payments: Payments) {
    this.#payments = payments
    this.#entries = hospitalEntries(fund)
  }

  /** 即时结报 What was settled with the card today is an expenditure; the places are owed it. */
  settled(stays: number, visits: number): void {
    this.#entries.stays(stays)
    this.#entries.visits(visits)
    this.#month.stays += stays
    this.#month.visits += visits
  }

  /** A month of `year` ends: what was settled in it falls due. */
  endMonth(year: number): void {
    const { stays, visits } = this.#month
    this.#due = { stays: this.#due.stays + stays, visits: this.#due.visits + visits, year }
    this.#month = nothing()
  }

  /** 月结算 The payment day: what fell due is paid, less the part withheld from hospitals. */
  payMonth(terms: HospitalTerms): void {
    const { stays, visits, year } = this.#due
    const part = shareOf(stays, terms.withheldShare)
    this.#entries.withheld(part)
    this.#withheld.set(year, (this.#withheld.get(year) ?? 0) + part)
    this.#payments.pay('hospitals', stays - part + visits)
    this.#due = { stays: 0, visits: 0, year }
  }

  /** 年度考核 The check of `year`: what was withheld is released, less the deduction. */
  check(year: number, terms: HospitalTerms): void {
    const held = this.#withheld.get(year) ?? 0
    this.#withheld.delete(year)
    const deducted = shareOf(held, terms.deductionShare)
    this.#entries.deducted(deducted)
    this.#entries.recovered(deducted)
    this.#entries.released(held - deducted)
    this.#payments.pay('hospitals', held - deducted)
  }
}

function hospitalEntries(fund: Fund) {
  return {
    stays: fund.entry('stays settled at hospitals', 'expenditure:inpatient', 'payable:hospitals'),
    visits: fund.entry('visits settled', 'expenditure:outpatient', 'payable:hospitals'),
    withheld: fund.entry('part withheld until the check', 'payable:hospitals', 'payable:hospitals_withheld'),
    deducted: fund.entry('deducted at the check', 'receivable:recoveries', 'expenditure:inpatient'),
    recovered: fund.entry('recovered from what was withheld', 'payable:hospitals_withheld', 'receivable:recoveries'),
    released: fund.entry('released after the check', 'payable:hospitals_withheld', 'payable:hospitals'),
  }
}
