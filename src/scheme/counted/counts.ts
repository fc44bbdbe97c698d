/** What is counted as one number, or by quintile and place. The key is what handlers count with; the name, the measure it becomes. */

import { measure } from '../../words/measure.ts'
import { byQuintileAndPlace, type Counted, cells, gridCells, one } from './declare.ts'
import { REGISTRATION_COUNTS } from './registration-counts.ts'

/** Money in fen; members' bills unless it says uninsured. */
export const COUNTS = {
  visits: byQuintileAndPlace(
    'outpatient_visits',
    measure('episodes', '门诊人次', 'outpatient visits', '参合者当年门诊次数', 'visits of members in the year'),
  ),
  visitCost: byQuintileAndPlace(
    'cost.outpatient',
    measure('yuan', '门诊费用', 'bills of visits', '参合者，含健康体检', 'of members, check-ups included'),
  ),
  visitPaid: byQuintileAndPlace(
    'reimbursed.outpatient',
    measure(
      'yuan',
      '门诊补偿',
      'reimbursed for visits',
      '按就诊年度，含健康体检定额补助',
      'of the year of the visit, fixed amounts for check-ups included',
    ),
  ),
  stays: byQuintileAndPlace(
    'admissions',
    measure('episodes', '住院人次', 'admissions', '参合者当年出院人次，不含分娩', 'discharges of members in the year, without deliveries'),
  ),
  stayCost: byQuintileAndPlace(
    'cost.inpatient',
    measure('yuan', '住院费用', 'bills of stays', '参合者，含住院分娩', 'of members, deliveries in hospital included'),
  ),
  stayPaid: byQuintileAndPlace(
    'reimbursed.inpatient',
    measure(
      'yuan',
      '住院补偿',
      'reimbursed for stays',
      '按出院年度，不论何时审核；含分娩定额补助和二次补偿',
      'of the year of discharge, whenever approved; fixed amounts for deliveries and second compensation included',
    ),
  ),
  /** 政策范围内 of every stay of a member: eligible cost above the deductible, and what the benefit pays of it in the end */
  stayInPolicy: byQuintileAndPlace('in_policy_cost.inpatient'),
  stayInPolicyPaid: byQuintileAndPlace('in_policy_paid.inpatient'),
  /** of stays at designated hospitals, as the budget rule reads them */
  stayEligible: byQuintileAndPlace('eligible_cost.inpatient'),
  stayDeductible: byQuintileAndPlace('deductible.inpatient'),
  stayEntitled: byQuintileAndPlace('entitled.inpatient'),
  /** eligible cost of settled stays above the deductible that members bore after the base benefit */
  stayBorne: gridCells(),
  /** episodes that the fund paid for */
  visitsPaid: gridCells(),
  staysPaid: gridCells(),
  deliveries: cells(),
  checkUps: cells(),

  population: one(
    'population',
    measure(
      'persons',
      '户籍农业人口',
      'registered population',
      '1月1日农业户籍在册人口，不论是否外出',
      'persons on the agricultural register on 1 January, away or not',
    ),
  ),
  births: one('births', measure('persons', '出生人数', 'births', '当年', 'in the year')),
  deaths: one('deaths', measure('persons', '死亡人数', 'deaths', '当年', 'in the year')),
  uninsuredStays: one(
    'admissions_uninsured',
    measure('episodes', '未参合者住院人次', 'admissions of the uninsured', '未参合者出院人次', 'discharges of those not covered'),
  ),
  uninsuredVisits: one(
    'outpatient_visits_uninsured',
    measure('episodes', '未参合者门诊人次', 'visits of the uninsured', '未参合者门诊次数', 'visits of those not covered'),
  ),
  uninsuredStayCost: cells(),
  uninsuredVisitCost: cells(),

  claimsByHand: one(
    'claims_submitted',
    measure('claims', '手工报销件数', 'manual claims', '已提交，按出院年度', 'submitted, by year of discharge'),
  ),
  claimsAtCounty: one(
    'claims_at_county',
    measure('claims', '县中心受理件数', 'claims taken to the county office', '手工报销中', 'of the manual claims'),
  ),
  secondSubmitted: one(
    'second_claims_submitted',
    measure('claims', '二次报销申请件数', 'second reimbursement, applications', '按患病年度', 'by year of the illness'),
  ),
  // what became of them, in the order of the manual claims below
  secondReturned: one(
    'second_claims_returned',
    measure(
      'claims',
      '二次报销退件数',
      'second reimbursement, returned',
      '因缺材料、账户不符或审核有误至少退回一次者',
      'at least once, for a missing paper, an account that is refused or a fault that the review found',
    ),
  ),
  secondRefused: one(
    'second_claims_refused',
    measure(
      'claims',
      '二次报销不予受理件数',
      'second reimbursement, refused',
      '不论原因；按现行程序即逾期',
      'for whatever reason; late, by the procedures as they are',
    ),
  ),
  secondGivenUp: one(
    'second_claims_given_up',
    measure('claims', '二次报销放弃件数', 'second reimbursement, given up', '退件后', 'after a return'),
  ),
  secondApproved: one(
    'second_claims_approved',
    measure('claims', '二次报销审核通过件数', 'second reimbursement, approved', '由承办机构审核', 'by the insurer'),
  ),
  claimsUnfiled: one('claims_unfiled'),
  claimsUnfiledFen: one('claims_unfiled_amount'),
  claimsReturned: one('claims_returned'),
  claimsRefused: one('claims_refused'),
  claimsGivenUp: one('claims_given_up'),
  claimsApproved: one('claims_approved'),
  /** of those refused */
  claimsLate: one('claims_late'),
  claimDays: one('claim_days'),

  atCeiling: one(
    'admissions_at_ceiling',
    measure(
      'episodes',
      '达到封顶线人次',
      'admissions at the ceiling',
      '补偿受封顶线限制的住院',
      'stays whose benefit was cut by the ceiling',
    ),
  ),
  undesignatedStays: one(
    'admissions_undesignated',
    measure(
      'episodes',
      '非定点住院人次',
      'admissions at undesignated hospitals',
      '参合者从非定点医院出院的人次，含于住院人次',
      'discharges of members from hospitals that are not designated, part of admissions',
    ),
  ),
  listedStays: one(
    'admissions_listed',
    measure(
      'episodes',
      '重大疾病住院人次',
      'admissions for listed diseases',
      '病种目录有效期间，含于住院人次',
      'while the list is in force, part of admissions',
    ),
  ),
  specialVisitsPaid: one(
    'special_visits',
    measure(
      'episodes',
      '特殊病慢性病门诊补偿人次',
      'visits paid for special and chronic diseases',
      '经认定的患者按特殊病比例得到补偿的门诊',
      'visits of certified patients for which the fund paid at the special rate',
    ),
  ),
  /** household accounts (家庭账户): allotted on 1 January, spent in the year */
  accountAllotted: one(
    'household_account_allotted',
    measure('yuan', '家庭账户划入', 'allotted to household accounts', '1月1日按参合人数划入', 'on 1 January, for each member'),
  ),
  accountSpent: one(
    'household_account_spent',
    measure('yuan', '家庭账户支出', 'spent from household accounts', '当年，含于门诊补偿', 'in the year, part of reimbursed.outpatient'),
  ),
  cashShortDays: one(
    'cash_short_days',
    measure(
      'days',
      '现金不足天数',
      'days short of cash',
      '有款项因现金不足而推迟支付的天数',
      'days on which a payment had to wait for cash',
    ),
  ),
  asked: one('campaign_asked'),
  /** second reimbursement (大病保险) of the year of illness: persons above the threshold, what they are owed */
  highCostPersons: one(
    'critical_illness_patients',
    measure(
      'persons',
      '大病保险应赔付人数',
      'entitled to second reimbursement',
      '当年已结算住院个人负担费用超过起付线者',
      'cost borne in the year for settled stays above the threshold',
    ),
  ),
  highCostEntitled: one(
    'critical_illness_entitled',
    measure(
      'yuan',
      '大病保险应赔付额',
      'owed by the insurer',
      '当年患病应赔付额，不论是否申请',
      'for illnesses of the year, claimed or not',
    ),
  ),
  highCostUnfiled: one(
    'critical_illness_unfiled',
    measure('persons', '大病保险未申报人数', 'second reimbursement never claimed', '当年应赔付者中', 'of those entitled for the year'),
  ),
  assistedPersons: one(
    'assisted_patients',
    measure(
      'persons',
      '住院医疗救助人数',
      'patients assisted',
      '当年住院得到医疗救助的贫困参合者',
      'poor members whose stays of the year medical assistance helped to pay',
    ),
  ),
  secondCompensation: one(
    'second_compensation',
    measure(
      'yuan',
      '二次补偿',
      'second compensation',
      '结余按个人负担的政策范围内费用分给当年住院者；含于住院补偿',
      "surplus paid out to the year's inpatients in proportion to the eligible cost they bore; part of reimbursed.inpatient",
    ),
  ),
  secondCompensated: one(
    'second_compensation_persons',
    measure(
      'persons',
      '二次补偿人数',
      'persons given second compensation',
      '当年住院者中分得结余至少一分者',
      'inpatients of the year who receive at least one fen of the surplus',
    ),
  ),
  ...REGISTRATION_COUNTS,
  eligible: cells(),
  enrolled: cells(),
  chronicEligible: cells(),
  chronicEnrolled: cells(),
} as const satisfies Readonly<Record<string, Counted>>
