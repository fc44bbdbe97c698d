/** 月度指标 What monthly.csv tells, and the standards of a year, which are facts of the law and no sums. */
import { type Measure, measure } from '../words/measure.ts'

export const STANDARDS: Readonly<Record<string, Measure>> = {
  subsidy_standard: measure('yuan', '财政补助标准', 'subsidy standard', '公布的每人每年补助', 'announced subsidy per person and year'),
  premium_standard: measure('yuan', '个人缴费标准', 'premium', '每人每年个人缴费', 'individual premium per person and year'),
}

export const MONTHLY: Readonly<Record<string, Measure>> = {
  cash: measure('yuan', '基金现金', 'cash', '月末', 'end of month'),
  payables: measure(
    'yuan',
    '应付款',
    'payables',
    '应付医疗机构和已审核的报销，月末',
    'owed to places of care and for approved claims, end of month',
  ),
  receivables: measure('yuan', '应收补助', 'subsidies receivable', '月末', 'end of month'),
  premiums_in_advance: measure(
    'yuan',
    '预收保费',
    'premiums in advance',
    '已缴的下年度保费，月末',
    'premiums paid for next year, end of month',
  ),
  subsidies_received: measure('yuan', '到账补助', 'subsidies received', '当月', 'in the month'),
  claims_waiting: measure(
    'claims',
    '在办件数',
    'claims waiting',
    '已提交未办结的手工报销和二次报销，月末',
    'manual claims and second reimbursements submitted and not finished, end of month',
  ),
  claims_paid: measure('claims', '付款件数', 'claims paid', '当月', 'in the month'),
  days_to_payment: measure(
    'days',
    '当月付款平均天数',
    'days to payment',
    '当月付款的报销自出院起的平均天数',
    'mean days from discharge of the claims paid in the month',
  ),
}
