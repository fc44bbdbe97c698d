/**
 * 年终结账 31 December in the books: the insurer's year before is settled, household accounts are brought up to date, a surplus above the
 * guidance may be shared out, the risk fund takes its part, and the reserve takes the balance of the year.
 */
import { settleInsurer } from '../institutions/critical-illness.ts'
import { SUMS } from '../institutions/events.ts'
import type { Account, Fund } from '../institutions/fund.ts'
import type { createInsurer } from '../institutions/insurer.ts'
import type { Payee } from '../institutions/payments.ts'
import { riskFundTransfer, shareOut, surplusAboveGuidance } from '../institutions/reserve.ts'
import type { AccountTurnover } from '../institutions/turnover.ts'
import type { Day } from '../kernel/calendar.ts'
import { QUINTILES } from '../population/household.ts'
import { PLACES } from '../population/places.ts'
import type { FundTerms } from './fund-terms.ts'

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
) {
  /** what was booked as allotted in the year now open */
  let allotted = 0
  const allot = fund.entry('allotted to household accounts', 'reserve:household_accounts', 'payable:household_accounts')
  const spend = fund.entry('spent from household accounts', 'payable:household_accounts', 'reserve:household_accounts')
  const refunded = fund.entry('refund of the insurer', 'cash', 'income:critical_illness_refund')
  const bearLoss = fund.entry("fund's part of the insurer's loss", 'expenditure:critical_illness_loss', 'payable:insurer')
  const shareSurplus = fund.entry('second compensation', 'expenditure:inpatient', 'payable:second_compensation')
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

  /** 二次补偿 A surplus above the guidance is shared out to the year's inpatients in proportion to what they were paid. */
  function compensate(values: Float64Array, terms: FundTerms): void {
    const { income, expenditure } = fund.yearSoFar()
    const reserve = -fund.balance('reserve:accumulated') - fund.balance('reserve:risk_fund') + income - expenditure
    const paid = values.subarray(SUMS.stayPaid, SUMS.stayPaid + QUINTILES * PLACES.length)
    const parts = shareOut(surplusAboveGuidance(income - expenditure, reserve, income, terms.surplus), paid)
    let fen = 0
    parts.forEach((part, cell) => {
      paid[cell] += part
      fen += part
    })
    values[SUMS.secondCompensation] += fen
    shareSurplus(fen)
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
    if (compensates) compensate(values, terms)
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
