/** What the books say of a year: income and expenditure by account, and how the fund stands when the year is closed. */

import { ACCOUNTS } from '../../words/accounts.ts'
import { type Measure, measure } from '../../words/measure.ts'
import type { Account } from '../fund/ledger.ts'
import type { YearClose } from '../fund/year-close.ts'

type FlowAccount = Extract<Account, `income:${string}` | `expenditure:${string}`>

/** Named as the account is. */
function booked(account: FlowAccount, definitionZh: string, definition: string): Measure {
  return measure('yuan', ACCOUNTS[account].zh, ACCOUNTS[account].en, definitionZh, definition)
}

/** Every account of income and expenditure; the sums are `fund_income.individual` and so on. */
export const FLOWS: Readonly<Record<FlowAccount, Measure>> = {
  'income:individual': booked('income:individual', '各户为该年度所缴', 'paid by households for the year'),
  'income:collective': booked('income:collective', '村集体为该年度所缴', 'paid by village collectives for the year'),
  'income:central': booked('income:central', '该年度应到', 'due for the year'),
  'income:province': booked('income:province', '该年度应到', 'due for the year'),
  'income:county': booked('income:county', '该年度应到，含提标部分', 'due for the year, top-up included'),
  'income:assistance': booked('income:assistance', '为贫困人口缴纳，该年度', 'for the poor, for the year'),
  'income:interest': booked('income:interest', '按日均现金', 'on the mean daily cash'),
  'income:critical_illness_refund': booked(
    'income:critical_illness_refund',
    '上年度承保超出盈亏区间的盈余，年终入账',
    'profit beyond the corridor on the cover of the year before, booked at the close',
  ),
  'expenditure:inpatient': booked('expenditure:inpatient', '当年审核', 'approved in the year'),
  'expenditure:outpatient': booked('expenditure:outpatient', '当年审核', 'approved in the year'),
  'expenditure:critical_illness': booked(
    'expenditure:critical_illness',
    '人均保费 × 参合人数，1月1日应付；承办机构付给患者的见 reimbursed.critical_illness',
    'premium per head × enrolled, due on 1 January; what the insurer pays to patients is reimbursed.critical_illness',
  ),
  'expenditure:critical_illness_loss': booked(
    'expenditure:critical_illness_loss',
    '上年度承保超出盈亏区间的亏损，年终入账',
    'losses beyond the corridor on the cover of the year before, booked at the close',
  ),
}

export const FLOW_TOTALS: Readonly<Record<'fund_income' | 'fund_expenditure', Measure>> = {
  fund_income: measure(
    'yuan',
    '基金收入',
    'fund income',
    '当年入账：该年度保费、应到补助、利息',
    'booked in the year: premiums of the year, subsidies due, interest',
  ),
  fund_expenditure: measure('yuan', '基金支出', 'fund expenditure', '当年审核，不论是否已付', 'approved in the year, paid or not'),
}

/** A closed year, and what the insurer made of its cover. */
export interface ClosedYear extends YearClose {
  readonly insurerResult: number
}

interface Standing {
  readonly fen: (close: ClosedYear) => number
  readonly measure: Measure
}

export const STANDINGS: Readonly<Record<string, Standing>> = {
  cumulative_balance: {
    fen: ({ reserve }) => reserve,
    measure: measure('yuan', '累计结余', 'cumulative balance', '年末结存', 'reserve at the end of the year'),
  },
  risk_reserve: {
    fen: ({ riskReserve }) => riskReserve,
    measure: measure(
      'yuan',
      '风险基金',
      'risk fund',
      '累计结余中提取的部分，12月31日',
      'part of the cumulative balance set aside, 31 December',
    ),
  },
  household_account_balance: {
    fen: ({ householdAccounts }) => householdAccounts,
    measure: measure(
      'yuan',
      '家庭账户余额',
      'household accounts',
      '已划入未支出，12月31日：属各户所有，支出时才计支出，不从累计结余中扣除',
      'allotted and not spent, 31 December: owed to the households, expenditure only when spent, not taken off the cumulative balance',
    ),
  },
  unpaid_approved: {
    fen: ({ unpaidApproved }) => unpaidApproved,
    measure: measure(
      'yuan',
      '已审未付',
      'approved and unpaid',
      '手工报销已审核未付款，12月31日',
      'manual claims approved and not paid, 31 December',
    ),
  },
  payables_year_end: {
    fen: ({ payables }) => payables,
    measure: measure(
      'yuan',
      '年末应付未付',
      'owed at the end of the year',
      '欠定点机构、手工报销、承办机构和二次补偿的款，12月31日结账后；平常约为一个月的费用',
      'to places of care, for approved claims, to the insurer and for second compensation, 31 December, books closed; about one month of bills where nothing is late',
    ),
  },
  incurred_unreported: {
    fen: ({ incurredUnreported }) => incurredUnreported,
    measure: measure(
      'yuan',
      '已发生未审核补偿',
      'incurred and not approved',
      '12月31日前出院、手工报销尚未审核、拒绝或放弃的应补偿额；从不申报者除外',
      'entitlement of stays discharged by 31 December whose manual claims are not yet approved, refused or given up; never-filed ones apart',
    ),
  },
  critical_illness_insurer_result: {
    fen: ({ insurerResult }) => insurerResult,
    measure: measure(
      'yuan',
      '大病保险承办机构盈亏',
      "insurer's result",
      '当年保费 − 当年患病赔付 − 返还基金 + 基金分担的亏损',
      'premium of the year − its payouts for illnesses of the year − refund to the fund + the part of a loss the fund bears',
    ),
  },
}
