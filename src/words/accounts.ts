/** 会计科目 What each account of the fund's books is called, and how it is labelled in a picture where room is short. */
import type { Words } from './lang.ts'

export interface AccountWords extends Words {
  /** for a picture that says by its heading whether this is income or spending */
  readonly label?: Words
}

export const ACCOUNTS = {
  cash: { en: 'cash', zh: '基金现金' },
  'receivable:central': { en: 'central subsidy receivable', zh: '应收中央财政补助' },
  'receivable:province': { en: 'provincial subsidy receivable', zh: '应收省级财政补助' },
  'receivable:county': { en: 'county subsidy receivable', zh: '应收县级财政补助' },
  'receivable:recoveries': { en: 'to be recovered from hospitals after the check', zh: '应收考核扣款' },
  'payable:hospitals': { en: 'owed to places of care', zh: '应付定点医疗机构款' },
  'payable:hospitals_withheld': { en: 'withheld from hospitals until the check', zh: '预留质量保证金' },
  'payable:insurer': { en: 'owed to the critical-illness insurer', zh: '应付大病保险承办机构款' },
  'payable:second_compensation': { en: 'second compensation owed', zh: '应付二次补偿' },
  'payable:household_accounts': { en: 'household accounts', zh: '家庭账户余额' },
  'payable:claims': { en: 'manual claims approved and unpaid', zh: '已审未付手工报销' },
  'payable:premiums_in_advance_individual': { en: 'individual premiums in advance', zh: '预收个人缴费' },
  'payable:premiums_in_advance_collective': { en: 'collective premiums in advance', zh: '预收集体缴费' },
  'payable:premiums_in_advance_assistance': { en: 'premiums in advance from medical assistance', zh: '预收医疗救助资助参合' },
  'reserve:accumulated': { en: 'accumulated balance', zh: '累计结余' },
  'reserve:risk_fund': { en: 'risk fund', zh: '风险基金' },
  'reserve:household_accounts': { en: 'allotted to household accounts', zh: '家庭账户划拨' },
  'income:individual': { en: 'individual premiums', zh: '个人缴费', label: { en: "members' premiums", zh: '个人缴费' } },
  'income:collective': { en: 'collective premiums', zh: '集体缴费', label: { en: 'village collective', zh: '村集体' } },
  'income:central': { en: 'central subsidy', zh: '中央财政补助', label: { en: 'central subsidy', zh: '中央补助' } },
  'income:province': { en: 'provincial subsidy', zh: '省级财政补助', label: { en: 'province', zh: '省级补助' } },
  'income:county': { en: 'county subsidy', zh: '县级财政补助', label: { en: 'county', zh: '县级补助' } },
  'income:assistance': {
    en: 'premiums paid by medical assistance',
    zh: '医疗救助资助参合',
    label: { en: 'for the poor', zh: '救助代缴' },
  },
  'income:interest': { en: 'interest', zh: '利息收入', label: { en: 'interest', zh: '利息' } },
  'income:critical_illness_refund': {
    en: 'refund of the critical-illness insurer',
    zh: '大病保险盈余返还',
    label: { en: "insurer's refund", zh: '大病保险返还' },
  },
  'expenditure:inpatient': { en: 'expenditure on stays', zh: '住院补偿支出', label: { en: 'inpatient', zh: '住院补偿' } },
  'expenditure:outpatient': { en: 'expenditure on visits', zh: '门诊补偿支出', label: { en: 'outpatient', zh: '门诊补偿' } },
  'expenditure:critical_illness': {
    en: 'premium for critical-illness cover',
    zh: '大病保险保费支出',
    label: { en: 'critical illness', zh: '大病保险' },
  },
  'expenditure:critical_illness_loss': {
    en: "fund's part of the insurer's loss",
    zh: '大病保险亏损分担',
    label: { en: "insurer's loss", zh: '大病保险亏损' },
  },
} as const satisfies Readonly<Record<string, AccountWords>>
