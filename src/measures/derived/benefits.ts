/** 受益指标 Who benefits, and how much of the bill comes back. */
import { measure } from '../../words/measure.ts'
import { type Derived, ratio } from './declare.ts'

export const BENEFITS: Readonly<Record<string, Derived>> = {
  benefit_rate: ratio(
    { of: ['benefit_episodes'], to: ['enrolled'] },
    measure('count', '受益率', 'benefit rate', '补偿受益人次 ÷ 参合人数；可大于1', 'benefit episodes ÷ enrolled; may exceed 1'),
  ),
  admissions_per_member: ratio(
    { of: ['admissions'], to: ['enrolled'] },
    measure('count', '参合人员住院率', 'admissions per member', '住院人次 ÷ 参合人数', 'admissions ÷ enrolled'),
  ),
  effective_reimbursement_rate: ratio(
    {
      of: ['reimbursed.inpatient', 'reimbursed.outpatient', 'reimbursed.critical_illness'],
      to: ['cost.inpatient', 'cost.outpatient'],
      by: ['place', 'quintile'],
    },
    measure(
      'share',
      '实际补偿比',
      'effective reimbursement rate',
      '（住院补偿 + 门诊补偿 + 大病保险赔付）÷（住院费用 + 门诊费用），不含医疗救助；分地点时不含大病保险',
      '(reimbursed inpatient + outpatient + critical illness) ÷ (cost inpatient + outpatient), without medical assistance; by place without critical illness',
    ),
  ),
  inpatient_reimbursement_rate: ratio(
    { of: ['reimbursed.inpatient'], to: ['cost.inpatient'], by: ['place', 'quintile'] },
    measure('share', '住院实际补偿比', 'inpatient reimbursement rate', '住院补偿 ÷ 住院费用', 'reimbursed.inpatient ÷ cost.inpatient'),
  ),
  in_policy_inpatient_rate: ratio(
    { of: ['reimbursed.inpatient'], to: ['eligible_cost.inpatient', '-deductible.inpatient'], by: ['place', 'quintile'] },
    measure(
      'share',
      '政策范围内住院报销比例',
      'in-policy inpatient rate',
      '住院补偿 ÷（政策范围内费用 − 个人负担的起付线）',
      'reimbursed.inpatient ÷ (eligible cost − deductible borne)',
    ),
  ),
}
