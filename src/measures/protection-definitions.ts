/** 保障与公平 What care costs households: definitions of docs/protection.md. */
import { layOut } from '../kernel/tally.ts'
import { type Measure, measure } from '../words/measure.ts'

const OF_HOUSEHOLDS = 'share of the households with a member alive on 1 January'
const OF_PERSONS = 'share of the persons alive on 1 January'

/** A sum over the households of a decile of income, and what it is divided by. */
export interface OverHouseholds extends Measure {
  readonly per: 'households' | 'persons' | 'che10'
  /** left out, the measure has a sum of its own, counted under its name */
  readonly of?: 'overshoot10'
}

const over = (per: OverHouseholds['per'], measure: Measure): OverHouseholds => ({ ...measure, per })

/** Sums over households, a number for each decile; the key is what protection/county.ts counts with. */
export const OVER_HOUSEHOLDS = {
  che10_before: over(
    'households',
    measure(
      'share',
      '灾难性卫生支出发生率（10%，补偿前）',
      'catastrophic spending above 10 %, before reimbursement',
      '占1月1日有成员在世的户：当年医疗费用（含制度外支出）超过消费（可支配资源 + 该支出，或可支配资源）的10%',
      `${OF_HOUSEHOLDS} whose bills of the year, spending outside the scheme included, exceed 10 % of consumption (resources + these payments, or resources)`,
    ),
  ),
  che10: over(
    'households',
    measure(
      'share',
      '灾难性卫生支出发生率（10%，补偿后）',
      'catastrophic spending above 10 %',
      '占1月1日有成员在世的户：医疗支出减去基金、大病保险和医疗救助所付，超过消费（可支配资源 + 该支出，或可支配资源）的10%',
      `${OF_HOUSEHOLDS} whose payments less what fund, insurer and assistance paid exceed 10 % of consumption (resources + these payments, or resources)`,
    ),
  ),
  che25_before: over(
    'households',
    measure(
      'share',
      '灾难性卫生支出发生率（25%，补偿前）',
      'catastrophic spending above 25 %, before reimbursement',
      '占1月1日有成员在世的户：当年医疗费用（含制度外支出）超过消费（可支配资源 + 该支出，或可支配资源）的25%',
      `${OF_HOUSEHOLDS} whose bills of the year, spending outside the scheme included, exceed 25 % of consumption (resources + these payments, or resources)`,
    ),
  ),
  che25: over(
    'households',
    measure(
      'share',
      '灾难性卫生支出发生率（25%，补偿后）',
      'catastrophic spending above 25 %',
      '占1月1日有成员在世的户：医疗支出减去基金、大病保险和医疗救助所付，超过消费（可支配资源 + 该支出，或可支配资源）的25%',
      `${OF_HOUSEHOLDS} whose payments less what fund, insurer and assistance paid exceed 25 % of consumption (resources + these payments, or resources)`,
    ),
  ),
  che40_before: over(
    'households',
    measure(
      'share',
      '灾难性卫生支出发生率（支付能力40%，补偿前）',
      'catastrophic spending, 40 % of capacity to pay, before reimbursement',
      '占1月1日有成员在世的户：医疗费用达到消费减去基本生存支出的40%',
      `${OF_HOUSEHOLDS} whose bills reach 40 % of consumption less subsistence`,
    ),
  ),
  che40: over(
    'households',
    measure(
      'share',
      '灾难性卫生支出发生率（支付能力40%，补偿后）',
      'catastrophic spending, 40 % of capacity to pay',
      '占1月1日有成员在世的户：补偿后的医疗支出达到消费减去基本生存支出的40%',
      `${OF_HOUSEHOLDS} whose payments after reimbursement reach 40 % of consumption less subsistence`,
    ),
  ),
  overshoot10_before: over(
    'households',
    measure(
      'share',
      '灾难性支出平均超出幅度（10%，补偿前）',
      'overshoot above 10 %, before reimbursement',
      '医疗费用占消费超过10%的部分，全部家庭的均值',
      'mean over all households of the part of their consumption that bills take beyond 10 %',
    ),
  ),
  overshoot10: over(
    'households',
    measure(
      'share',
      '灾难性支出平均超出幅度（10%，补偿后）',
      'overshoot above 10 %',
      '补偿后的医疗支出占消费超过10%的部分，全部家庭的均值；= che10 × positive_overshoot10',
      'mean over all households of the part of their consumption that payments after reimbursement take beyond 10 %; = che10 × positive_overshoot10',
    ),
  ),
  positive_overshoot10: {
    ...over(
      'che10',
      measure(
        'share',
        '灾难性支出户平均超出幅度（10%，补偿后）',
        'mean positive overshoot above 10 %',
        'overshoot10 ÷ che10：仅就超过界线的家庭',
        'overshoot10 ÷ che10: of the households above the threshold',
      ),
    ),
    of: 'overshoot10',
  },
  poverty_before_payment: over(
    'persons',
    measure(
      'share',
      '贫困发生率（支付前）',
      'poverty before payment',
      '占1月1日在世者：所在家庭人均可支配资源低于贫困线',
      `${OF_PERSONS} in households whose resources a head lie below the line`,
    ),
  ),
  poverty_after_payment: over(
    'persons',
    measure(
      'share',
      '贫困发生率（支付后、补偿前）',
      'poverty after payment',
      '占1月1日在世者：所在家庭人均可支配资源减去医疗费用后低于贫困线',
      `${OF_PERSONS} in households whose resources less bills lie below the line`,
    ),
  ),
  poverty_after_reimbursement: over(
    'persons',
    measure(
      'share',
      '贫困发生率（补偿后）',
      'poverty after reimbursement',
      '占1月1日在世者：所在家庭人均可支配资源减去补偿后的医疗支出后低于贫困线',
      `${OF_PERSONS} in households whose resources less payments after reimbursement lie below the line`,
    ),
  ),
  poverty_gap_before_payment: over(
    'persons',
    measure(
      'yuan',
      '贫困缺口（支付前）',
      'poverty gap before payment',
      '人均可支配资源距贫困线的差额，全部人口的均值',
      'mean over all persons of what resources a head lack to the line',
    ),
  ),
  poverty_gap_after_payment: over(
    'persons',
    measure(
      'yuan',
      '贫困缺口（支付后、补偿前）',
      'poverty gap after payment',
      '人均可支配资源减去医疗费用后距贫困线的差额，至多为贫困线，全部人口的均值',
      'mean over all persons of what resources a head less bills lack to the line, at most the line',
    ),
  ),
  poverty_gap_after_reimbursement: over(
    'persons',
    measure(
      'yuan',
      '贫困缺口（补偿后）',
      'poverty gap after reimbursement',
      '人均可支配资源减去补偿后的医疗支出后距贫困线的差额，至多为贫困线，全部人口的均值',
      'mean over all persons of what resources a head less payments after reimbursement lack to the line, at most the line',
    ),
  ),
  health_payments_per_head_before: over(
    'persons',
    measure(
      'yuan',
      '人均医疗费用',
      'bills per head',
      '参合者和其他人的医疗费用及制度外支出 ÷ 1月1日在世人数',
      'bills of members and others and spending outside the scheme ÷ persons alive on 1 January',
    ),
  ),
  health_payments_per_head: over(
    'persons',
    measure(
      'yuan',
      '人均医疗自付',
      'payments for care per head',
      '医疗费用和制度外支出 − 基金、大病保险和医疗救助所付，按户不低于零，÷ 1月1日在世人数',
      'bills and spending outside the scheme − what fund, insurer and assistance paid, by household not below 0, ÷ persons alive on 1 January',
    ),
  ),
  reimbursed_per_head: over(
    'persons',
    measure(
      'yuan',
      '人均补偿',
      'reimbursed per head',
      '基金、二次补偿、大病保险和医疗救助付给家庭的金额 ÷ 1月1日在世人数',
      'what fund, second compensation, insurer and assistance paid to households ÷ persons alive on 1 January',
    ),
  ),
  premium_per_head: over(
    'persons',
    measure(
      'yuan',
      '人均自缴保费',
      'premiums households pay per head',
      '家庭为该年度自缴的保费（含年度中途参合者）÷ 1月1日在世人数',
      'premiums that households paid themselves for the year, those who joined within it included, ÷ persons alive on 1 January',
    ),
  ),
  income_per_head: over(
    'persons',
    measure('yuan', '人均收入', 'income per head', '家庭纯收入 ÷ 1月1日在世人数', 'net income of households ÷ persons alive on 1 January'),
  ),
  resources_per_head: over(
    'persons',
    measure(
      'yuan',
      '人均可支配资源',
      'resources per head',
      '支付医疗费用前家庭可支配的资源，按人口平均',
      'mean of what households can spend before any payment for care, by persons',
    ),
  ),
} as const satisfies Readonly<Record<string, OverHouseholds>>

type Counted =
  | Exclude<keyof typeof OVER_HOUSEHOLDS, 'positive_overshoot10'>
  | 'households'
  | 'persons'
  | 'campaign_premium'
  | 'campaign_income'

const COUNTED = [
  ...['households', 'persons', 'campaign_premium', 'campaign_income'],
  ...Object.entries<OverHouseholds>(OVER_HOUSEHOLDS).flatMap(([name, { of }]) => (of === undefined ? [name] : [])),
]

/** The numbers of a decile: counts of households, persons, yuan. Nothing is named here that is not declared above or divides it. */
export const DECILE = layOut(Object.fromEntries(COUNTED.map((name) => [name, 1])) as Record<Counted, number>)

const COUNTS: Readonly<Record<string, Measure>> = {
  households: measure(
    'count',
    '户数',
    'households',
    '1月1日有成员在世者；保障各指标均不含其他户',
    'with a member alive on 1 January; all measures of protection leave the others out',
  ),
  household_members: measure('count', '家庭人口', 'household members', '这些户中1月1日在世者', 'alive on 1 January, of these households'),
}

/** Indices over all households, worked out in protection/income-classes.ts under these names. */
export const INDICES = {
  'gini.income': measure(
    'index',
    '收入基尼系数',
    'Gini coefficient of income',
    '人口按家庭人均收入',
    'persons by income per head of their household',
  ),
  'gini.resources': measure(
    'index',
    '资源基尼系数',
    'Gini coefficient of resources',
    '人口按家庭人均可支配资源',
    'persons by resources per head of their household',
  ),
  'concentration_index.reimbursed': measure(
    'index',
    '补偿集中指数',
    'concentration index of reimbursement',
    '2 cov(人均补偿, 按人均收入的位次) ÷ 均值，按人口；收入较低者所得多于其份额时小于零',
    '2 cov(reimbursed a head, rank by income a head) ÷ mean, by persons; below 0 when lower incomes receive more than their share',
  ),
  'concentration_index.out_of_pocket': measure(
    'index',
    '自付集中指数',
    'concentration index of payments',
    '2 cov(补偿后人均支出, 按人均收入的位次) ÷ 均值，按人口',
    '2 cov(payments after reimbursement a head, rank by income a head) ÷ mean, by persons',
  ),
  'kakwani.out_of_pocket': measure(
    'index',
    '自付Kakwani指数',
    'Kakwani index of payments',
    'concentration_index.out_of_pocket − gini.resources；收入较低者支出占其资源的比重更大时小于零',
    'concentration_index.out_of_pocket − gini.resources; below 0 when lower incomes pay a larger part of what they have',
  ),
} as const satisfies Readonly<Record<string, Measure>>

export const PROTECTION_MEASURES: Readonly<Record<string, Measure>> = { ...COUNTS, ...OVER_HOUSEHOLDS, ...INDICES }
