/** 就医与报销指标 What members pay, where they go for care, and how long claims take. */
import { OUT_OF_AREA } from '../../population/places.ts'
import { CLAIM_DAYS } from '../../scheme/claims/claims-office.ts'
import { measure } from '../../words/measure.ts'
import { type Derived, formula, ratio } from './declare.ts'

/** The last cell holds all that is beyond. */
const LAST_DAY = CLAIM_DAYS - 2

const outOfArea = (...names: string[]) => OUT_OF_AREA.flatMap((place) => names.map((name) => `${name}|place=${place}`))

export const CARE: Readonly<Record<string, Derived>> = {
  out_of_pocket_per_member: ratio(
    {
      of: [
        ...['cost.inpatient', 'cost.outpatient'],
        ...['-reimbursed.inpatient', '-reimbursed.outpatient', '-reimbursed.critical_illness', '-reimbursed.assistance'],
      ],
      to: ['enrolled'],
    },
    measure(
      'yuan',
      '人均自付',
      'out of pocket per member',
      '参合者的（医疗费用 − 补偿，含大病保险和医疗救助）÷ 参合人数，不含制度外支出',
      '(bills − reimbursed, critical illness and assistance included) of members ÷ enrolled, without spending outside the scheme',
    ),
  ),
  out_of_area_visit_share: ratio(
    { of: outOfArea('admissions', 'outpatient_visits'), to: ['admissions', 'outpatient_visits'] },
    measure(
      'share',
      '统筹区外人次占比',
      'share of visits outside the county',
      '参合者在市级医院或外省的住院和门诊 ÷ 全部',
      'stays and visits of members at city hospitals or in another province ÷ all',
    ),
  ),
  out_of_area_cost_share: ratio(
    { of: outOfArea('cost.inpatient', 'cost.outpatient'), to: ['cost.inpatient', 'cost.outpatient'] },
    measure(
      'share',
      '统筹区外费用占比',
      'share of cost outside the county',
      '参合者在市级医院或外省的费用 ÷ 全部',
      'bills of members at city hospitals or in another province ÷ all',
    ),
  ),
  claims_returned_share: ratio(
    { of: ['claims_returned'], to: ['claims_submitted'] },
    measure(
      'share',
      '退回补件比例',
      'claims returned',
      '因缺材料或审核有误至少退回一次者 ÷ 已提交',
      'returned at least once, for a missing paper or a fault ÷ submitted',
    ),
  ),
  claims_late_share: ratio(
    { of: ['claims_late'], to: ['claims_submitted'] },
    measure('share', '逾期比例', 'claims refused as late', '因逾期不予受理 ÷ 已提交', 'refused because late ÷ submitted'),
  ),
  claims_unfiled_share: ratio(
    { of: ['claims_unfiled'], to: ['claims_unfiled', 'claims_submitted'] },
    measure('share', '未申报比例', 'claims never filed', '从未申报 ÷（从未申报 + 已提交）', 'never filed ÷ (never filed + submitted)'),
  ),
  claim_days_mean: formula(
    (sums, _, claimDays) => sums.claim_days / total(claimDays),
    measure(
      'days',
      '手工报销平均天数',
      'mean days to payment of manual claims',
      '从出院到付款，按出院年度',
      'from discharge to payment, by year of discharge',
    ),
  ),
  claim_days_p50: formula(
    (_, __, claimDays) => daysBy(claimDays, 0.5),
    measure(
      'days',
      '手工报销天数中位数',
      'median days to payment of manual claims',
      `一半手工报销至此已付；超过${LAST_DAY}天则不给出`,
      `half of the manual claims are paid by then; not told beyond ${LAST_DAY} days`,
    ),
  ),
  claim_days_p90: formula(
    (_, __, claimDays) => daysBy(claimDays, 0.9),
    measure(
      'days',
      '手工报销天数九成位',
      'days to payment of manual claims, 90 %',
      `九成手工报销至此已付；超过${LAST_DAY}天则不给出`,
      `nine of ten manual claims are paid by then; not told beyond ${LAST_DAY} days`,
    ),
  ),
}

function total(claimDays: readonly number[]): number {
  return claimDays.reduce((sum, count) => sum + count, 0)
}

/** The first day by which this share of the claims was paid; no number when that is beyond what is counted by the day, or without claims. */
function daysBy(claimDays: readonly number[], share: number): number {
  const claims = total(claimDays)
  if (claims === 0) return Number.NaN
  let paid = 0
  for (let days = 0; days < claimDays.length; days++) {
    paid += claimDays[days]
    if (paid >= claims * share) return days <= LAST_DAY ? days : Number.NaN
  }
  return Number.NaN
}
