/**
 * 年终结账 31 December in the books: the insurer's year before is settled, household accounts are brought up to date, a surplus above the
 * guidance may be shared out, the risk fund takes its part, and the reserve takes the balance of the year.
 */

import { type Day, yearOf } from '../../kernel/calendar.ts'
import { PLACES } from '../../population/places.ts'
import type { Insurer } from '../critical-illness/insurer.ts'
import { SUMS } from '../totals.ts'
import { owedOn, PAYABLES } from './entries.ts'
import type { Account, AccountTurnover, Fund } from './ledger.ts'
import type { Payments } from './payments.ts'
import { riskFundTransfer, shareOut, surplusAboveGuidance } from './reserve.ts'
import type { ShareSurplus } from './second-compensation.ts'
import type { FundTerms } from './terms.ts'

/** A closed year: its turnover and how the fund stands on 31 December, whole fen. */
export interface YearClose {
  readonly turnover: readonly AccountTurnover[]
  /** 累计结余 accumulated balance and risk fund */
  readonly reserve: number
  readonly riskReserve: number
  readonly householdAccounts: number
  readonly unpaidApproved: number
  /** owed for care and cover, claims approved and unpaid among it */
  readonly payables: number
  /** discharged and entitled, claimed by hand and not yet approved */
  readonly incurredUnreported: number
}

/** Whose books are closed: the fund's, with whom it settles, and through whom it pays. */
interface Parties {
  readonly fund: Fund
  readonly insurer: Insurer
  readonly payments: Payments
}

export class Closing {
  readonly #parties: Parties
  readonly #entries: ReturnType<typeof closingEntries>
  readonly #shareSurplus: ShareSurplus | undefined
  /** what was booked as allotted in the year now open */
  #allotted = 0

  /** Without `shareSurplus` no second compensation is paid. */
  constructor(parties: Parties, shareSurplus?: ShareSurplus) {
    this.#parties = parties
    this.#entries = closingEntries(parties.fund)
    this.#shareSurplus = shareSurplus
  }

  /** 家庭账户 1 January: what is allotted is owed to the households, and no expenditure before it is spent. */
  openHouseholdAccounts(values: Float64Array): void {
    this.#allotted = values[SUMS.accountAllotted]
    this.#entries.allot(this.#allotted)
  }

  /** Closes `year` after its last day has been run; `values` are its sums. Returns what is left on the accounts of the fund. */
  close(lastDay: Day, values: Float64Array, terms: FundTerms): Omit<YearClose, 'incurredUnreported'> {
    const { fund } = this.#parties
    const year = yearOf(lastDay)
    this.#settleWithInsurer(year - 1, terms)
    this.#closeHouseholdAccounts(values)
    if (this.#shareSurplus) this.#compensate(this.#shareSurplus, year, values, terms)
    this.#fillRiskFund(terms)
    const turnover = fund.closeYear(lastDay)
    // 0 - x, because -0 is another number than 0 to whoever compares
    const standing = (account: Account) => 0 - fund.balance(account)
    return {
      turnover,
      reserve: standing('reserve:risk_fund') + standing('reserve:accumulated'),
      riskReserve: standing('reserve:risk_fund'),
      householdAccounts: standing('payable:household_accounts'),
      unpaidApproved: standing('payable:claims'),
      payables: owedOn(fund, PAYABLES),
    }
  }

  /** 清算 Cover of `year` is settled at the close of the year after, when its claims are in. */
  #settleWithInsurer(year: number, terms: FundTerms): void {
    const { refund, lossShared } = this.#parties.insurer.settle(year, terms.criticalIllness)
    this.#entries.refunded(refund)
    this.#entries.bearLoss(lossShared)
  }

  #closeHouseholdAccounts(values: Float64Array): void {
    const later = values[SUMS.accountAllotted] - this.#allotted
    this.#entries.allot(later)
    this.#entries.spend(values[SUMS.accountSpent])
    this.#allotted = 0
  }

  /**
   * 二次补偿 A surplus above the guidance is shared out to the year's inpatients (second-compensation.ts says to whom). Within a quintile it is
   * counted to the places of care as the cost borne there was.
   */
  #compensate(shareSurplus: ShareSurplus, year: number, values: Float64Array, terms: FundTerms): void {
    const { fund, payments } = this.#parties
    const { income, expenditure } = fund.yearSoFar()
    const reserve = -fund.balance('reserve:accumulated') - fund.balance('reserve:risk_fund') + income - expenditure
    const places = PLACES.length
    let fen = 0
    shareSurplus(year, surplusAboveGuidance(income - expenditure, reserve, income, terms.surplus), values).forEach((part, quintile) => {
      const cell = quintile * places
      const borne = values.subarray(SUMS.stayBorne + cell, SUMS.stayBorne + cell + places)
      shareOut(part, borne).forEach((fenAtPlace, place) => {
        values[SUMS.stayPaid + cell + place] += fenAtPlace
        fen += fenAtPlace
      })
    })
    values[SUMS.secondCompensation] += fen
    this.#entries.compensation(fen)
    payments.pay('second_compensation', fen)
  }

  #fillRiskFund(terms: FundTerms): void {
    const { fund } = this.#parties
    const { income, expenditure } = fund.yearSoFar()
    const accumulated = -fund.balance('reserve:accumulated') + income - expenditure
    const transfer = riskFundTransfer(accumulated, -fund.balance('reserve:risk_fund'), income, terms.riskFundShare)
    if (transfer > 0) this.#entries.setAside(transfer)
    else this.#entries.drawOn(-transfer)
  }
}

function closingEntries(fund: Fund) {
  return {
    allot: fund.entry('allotted to household accounts', 'reserve:household_accounts', 'payable:household_accounts'),
    spend: fund.entry('spent from household accounts', 'payable:household_accounts', 'reserve:household_accounts'),
    refunded: fund.entry('refund of the insurer', 'cash', 'income:critical_illness_refund'),
    bearLoss: fund.entry("fund's part of the insurer's loss", 'expenditure:critical_illness_loss', 'payable:insurer'),
    compensation: fund.entry('second compensation', 'expenditure:inpatient', 'payable:second_compensation'),
    setAside: fund.entry('set aside as risk fund', 'reserve:accumulated', 'reserve:risk_fund'),
    drawOn: fund.entry('risk fund drawn', 'reserve:risk_fund', 'reserve:accumulated'),
  }
}
