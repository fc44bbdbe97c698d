/**
 * 年终结账 31 December in the books: the insurer's year before is settled, household accounts are brought up to date, a surplus above the
 * guidance may be shared out, the risk fund takes its part, and the reserve takes the balance of the year.
 */

import type { Day } from '../../kernel/calendar.ts'
import { PLACES } from '../../population/places.ts'
import type { createInsurer } from '../critical-illness/insurer.ts'
import { settleInsurer } from '../critical-illness/rules.ts'
import { SUMS } from '../totals.ts'
import type { Account, AccountTurnover, Fund } from './ledger.ts'
import type { Payee } from './payments.ts'
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
  /** discharged and entitled, claimed by hand and not yet approved */
  readonly incurredUnreported: number
}

export function createYearClose(
  fund: Fund,
  insurer: ReturnType<typeof createInsurer>,
  payments: { pay(payee: Payee, fen: number): void },
  compensates: boolean,
  shareSurplus: ShareSurplus,
) {
  /** what was booked as allotted in the year now open */
  let allotted = 0
  const allot = fund.entry('allotted to household accounts', 'reserve:household_accounts', 'payable:household_accounts')
  const spend = fund.entry('spent from household accounts', 'payable:household_accounts', 'reserve:household_accounts')
  const refunded = fund.entry('refund of the insurer', 'cash', 'income:critical_illness_refund')
  const bearLoss = fund.entry("fund's part of the insurer's loss", 'expenditure:critical_illness_loss', 'payable:insurer')
  const compensation = fund.entry('second compensation', 'expenditure:inpatient', 'payable:second_compensation')
  const setAside = fund.entry('set aside as risk fund', 'reserve:accumulated', 'reserve:risk_fund')
  const drawOn = fund.entry('risk fund drawn', 'reserve:risk_fund', 'reserve:accumulated')

  function begin(): void {
    allotted = 0
  }

  /** 家庭账户 1 January: what is allotted is owed to the households, and no expenditure before it is spent. */
  function openHouseholdAccounts(values: Float64Array): void {
    allotted = values[SUMS.accountAllotted]
    allot(allotted)
  }

  function closeHouseholdAccounts(values: Float64Array): void {
    const later = values[SUMS.accountAllotted] - allotted
    allot(later)
    spend(values[SUMS.accountSpent])
    allotted = 0
  }

  /** 清算 Cover of `year` is settled at the close of the year after, when its claims are in. */
  function settleWithInsurer(year: number, terms: FundTerms): void {
    const { refund, lossShared } = insurer.settle(year, (premium, paid) => settleInsurer(premium, paid, terms.criticalIllness))
    refunded(refund)
    bearLoss(lossShared)
  }

  /**
   * 二次补偿 A surplus above the guidance is shared out to the year's inpatients (surplus-shared.ts says to whom). Within a fifth it is
   * counted to the places of care as the cost borne there was.
   */
  function compensate(year: number, values: Float64Array, terms: FundTerms): void {
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
    compensation(fen)
    payments.pay('second_compensation', fen)
  }

  function fillRiskFund(terms: FundTerms): void {
    const { income, expenditure } = fund.yearSoFar()
    const accumulated = -fund.balance('reserve:accumulated') + income - expenditure
    const transfer = riskFundTransfer(accumulated, -fund.balance('reserve:risk_fund'), income, terms.riskFundShare)
    if (transfer > 0) setAside(transfer)
    else drawOn(-transfer)
  }

  /** Closes `year` after its last day has been run; `values` are its sums. */
  function close(year: number, lastDay: Day, values: Float64Array, terms: FundTerms, incurredUnreported: number): YearClose {
    settleWithInsurer(year - 1, terms)
    closeHouseholdAccounts(values)
    if (compensates) compensate(year, values, terms)
    fillRiskFund(terms)
    const turnover = fund.closeYear(lastDay)
    // 0 - x, because -0 is another number than 0 to whoever compares
    const standing = (account: Account) => 0 - fund.balance(account)
    return {
      turnover,
      reserve: standing('reserve:risk_fund') + standing('reserve:accumulated'),
      riskReserve: standing('reserve:risk_fund'),
      householdAccounts: standing('payable:household_accounts'),
      unpaidApproved: standing('payable:claims'),
      incurredUnreported,
    }
  }

  return { begin, openHouseholdAccounts, close }
}
