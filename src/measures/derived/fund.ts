/** 基金指标 Whether the fund lasts: balances of the books against income and expenditure. */
import { measure } from '../../words/measure.ts'
import { type Derived, formula, ratio, type Sums } from './declare.ts'

const balanceOf = (sums: Sums) => sums.fund_income - sums.fund_expenditure

export const FUND: Readonly<Record<string, Derived>> = {
  current_balance: formula(
    balanceOf,
    measure('yuan', '当期结余', 'balance of the year', '基金收入 − 基金支出', 'fund income − fund expenditure'),
  ),
  /** 赤字 A year that spends more than it gets; the reserve may stand. */
  deficit: formula(
    (sums) => (balanceOf(sums) < 0 ? 1 : 0),
    measure('yes_no', '当期赤字', 'deficit', '当期结余小于零时为1', '1 when the balance of the year is below zero'),
  ),
  /** 穿底 The reserve is used up and more: what the fund owes is more than it has. */
  insolvent: formula(
    (sums) => (sums.cumulative_balance < 0 ? 1 : 0),
    measure('yes_no', '累计赤字', 'insolvent', '累计结余小于零时为1', '1 when the cumulative balance is below zero'),
  ),
  current_balance_rate: ratio(
    { of: ['fund_income', '-fund_expenditure'], to: ['fund_income'] },
    measure('share', '当期结余率', 'balance of the year ÷ income', '当期结余 ÷ 基金收入', 'current balance ÷ fund income'),
  ),
  cumulative_balance_rate: ratio(
    { of: ['cumulative_balance'], to: ['fund_income'] },
    measure('share', '累计结余率', 'cumulative balance ÷ income', '累计结余 ÷ 基金收入', 'cumulative balance ÷ fund income'),
  ),
  use_rate: ratio(
    { of: ['fund_expenditure'], to: ['fund_income'] },
    measure('share', '基金使用率', 'use rate', '基金支出 ÷ 基金收入', 'fund expenditure ÷ fund income'),
  ),
  reserve_months: formula(
    (sums) => sums.cumulative_balance / (sums.fund_expenditure / 12),
    measure('months', '可支付月数', 'months of reserve', '累计结余 ÷（基金支出 ÷ 12）', 'cumulative balance ÷ (fund expenditure ÷ 12)'),
  ),
  premium_burden: ratio(
    { of: ['premiums_of_households'], to: ['income_of_households'], by: ['quintile'] },
    measure(
      'share',
      '缴费负担',
      'premium burden',
      '参合户为该年度自缴的保费 ÷ 登记时的收入（家庭人口 × 人均收入）',
      'premiums that enrolled households paid themselves for the year ÷ their income at the campaign (members × income per head)',
    ),
  ),
}
