/** 状态 The values that facts, states and statuses take, each named once; places, residences and channels stand in places.ts. */
import type { Words } from './lang.ts'

/** 是否 */
export const YES_NO = {
  yes: { en: 'yes', zh: '是' },
  no: { en: 'no', zh: '否' },
  none: { en: 'none', zh: '无' },
} as const satisfies Readonly<Record<string, Words>>

/** 参合状态 Whether a person is covered in a year, and why not: codes of scheme/enrolment/cover-states.ts. */
export const COVER_STATES = {
  covered: { en: 'covered', zh: '已参合' },
  chose_not_to_join: { en: 'chose not to join', zh: '自愿未参合' },
  left_out_by_household: { en: 'left out by the household', zh: '家庭未为其登记' },
  registered_not_paid: { en: 'registered, did not pay', zh: '登记未缴费' },
  born_in_year: { en: 'born in the year', zh: '当年出生' },
  employee_insurance: { en: 'in employee insurance', zh: '职工医保' },
  papers_late: { en: 'papers late', zh: '登记材料逾期' },
  refused_by_review: { en: 'refused by the review', zh: '审核不予参合' },
  in_service: { en: 'in the army', zh: '服役' },
  certificate_later: { en: 'certificate sealed later', zh: '1月1日后盖章' },
} as const satisfies Readonly<Record<string, Words>>

/** 原因 Why something was refused, forgone, left undone or begun. */
export const REASONS = {
  late: { en: 'late', zh: '逾期' },
  fault: { en: 'fault', zh: '审核发现差错' },
  cost: { en: 'cost', zh: '费用' },
  other: { en: 'other', zh: '其他' },
  never_paid: { en: 'never paid', zh: '未缴费' },
  after_the_deadline: { en: 'after the deadline', zh: '逾期缴费' },
  certificate_sealed: { en: 'certificate sealed', zh: '参合证已盖章' },
  newborn: { en: 'newborn', zh: '新生儿' },
  demobilised_soldier: { en: 'demobilised soldier', zh: '退伍军人' },
  never_filed: { en: 'never filed', zh: '未申报' },
  claim_fails: { en: 'claim fails', zh: '申报未获批准' },
} as const satisfies Readonly<Record<string, Words>>

/** 结果 What became of a registration or a claim. */
export const OUTCOMES = {
  made_good: { en: 'made good', zh: '补缴' },
  given_up: { en: 'given up', zh: '放弃' },
  refused: { en: 'refused', zh: '不予受理' },
  registered: { en: 'registered', zh: '登记参合' },
  with_mother: { en: 'with mother', zh: '随母参合' },
} as const satisfies Readonly<Record<string, Words>>

/** 门诊补偿方式 */
export const REGIMES = {
  pooled: { en: 'pooled', zh: '门诊统筹' },
  household_account: { en: 'household account', zh: '家庭账户' },
  special_disease: { en: 'special disease', zh: '特殊病慢性病门诊' },
} as const satisfies Readonly<Record<string, Words>>

/** 收据 */
export const RECEIPTS = {
  provincial_finance_receipt: { en: 'provincial finance receipt', zh: '省级财政统一收据' },
  bank_slip: { en: 'bank slip', zh: '银行回单' },
  electronic_receipt: { en: 'electronic receipt', zh: '电子票据' },
} as const satisfies Readonly<Record<string, Words>>

/** 出处状态 On what a value of the law rests. */
export const STATUSES = {
  verified: { en: 'verified', zh: '已核实' },
  unverified: { en: 'unverified', zh: '未核实' },
  assumed: { en: 'assumed', zh: '假定' },
  scenario: { en: 'set by the scenario', zh: '情景设定' },
  adjusted: { en: 'adjusted', zh: '以收定支调整' },
} as const satisfies Readonly<Record<string, Words>>

/** All of them by id. */
export const STATES = { ...YES_NO, ...COVER_STATES, ...REASONS, ...OUTCOMES, ...REGIMES, ...RECEIPTS, ...STATUSES }
