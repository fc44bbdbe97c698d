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
    measure(
      'share',
      '住院实际补偿比',
      'inpatient reimbursement rate',
      '住院补偿 ÷ 住院费用，两边都含住院分娩',
      'reimbursed.inpatient ÷ cost.inpatient, deliveries in both',
    ),
  ),
  in_policy_inpatient_rate: ratio(
    { of: ['in_policy_paid.inpatient'], to: ['in_policy_cost.inpatient'], by: ['place', 'quintile'] },
    measure(
      'share',
      '政策范围内住院报销比例',
      'in-policy inpatient rate',
      '起付线以上政策范围内费用中按待遇规定得到的补偿 ÷（政策范围内费用 − 个人负担的起付线）；分子分母同为参合者当年出院的全部住院，含非定点医院和未得到补偿的住院；分娩定额补助、二次补偿、大病保险以及重大疾病对目录外费用的补偿，两边都不计',
      'what the benefit pays of eligible cost above the deductible ÷ (eligible cost − deductible borne); above and below all stays of members discharged in the year, at undesignated hospitals and never settled ones included; neither holds fixed amounts for deliveries, second compensation, critical-illness cover, nor what listed diseases are paid for cost outside the catalogue',
    ),
  ),
}
