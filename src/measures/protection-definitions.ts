/** 保障与公平 What care costs households: definitions of docs/protection.md. */
import { type Measure, measure } from './measure.ts'

const OF_HOUSEHOLDS = 'share of the households with a member alive on 1 January'
const OF_PERSONS = 'share of the persons alive on 1 January'

export const PROTECTION_MEASURES: Readonly<Record<string, Measure>> = {
  households: measure('count', '户数', 'households', 'with a member alive on 1 January; all measures of protection leave the others out'),
  household_members: measure('count', '家庭人口', 'household members', 'alive on 1 January, of these households'),
  che10_before: measure(
    'share',
    '灾难性卫生支出发生率（10%，补偿前）',
    'catastrophic spending above 10 %, before reimbursement',
    `${OF_HOUSEHOLDS} whose bills of the year, spending outside the scheme included, exceed 10 % of consumption (resources + these payments, or resources)`,
  ),
  che10: measure(
    'share',
    '灾难性卫生支出发生率（10%，补偿后）',
    'catastrophic spending above 10 %',
    `${OF_HOUSEHOLDS} whose payments less what fund, insurer and assistance paid exceed 10 % of consumption (resources + these payments, or resources)`,
  ),
  che25_before: measure(
    'share',
    '灾难性卫生支出发生率（25%，补偿前）',
    'catastrophic spending above 25 %, before reimbursement',
    `${OF_HOUSEHOLDS} whose bills of the year, spending outside the scheme included, exceed 25 % of consumption (resources + these payments, or resources)`,
  ),
  che25: measure(
    'share',
    '灾难性卫生支出发生率（25%，补偿后）',
    'catastrophic spending above 25 %',
    `${OF_HOUSEHOLDS} whose payments less what fund, insurer and assistance paid exceed 25 % of consumption (resources + these payments, or resources)`,
  ),
  che40_before: measure(
    'share',
    '灾难性卫生支出发生率（支付能力40%，补偿前）',
    'catastrophic spending, 40 % of capacity to pay, before reimbursement',
    `${OF_HOUSEHOLDS} whose bills reach 40 % of consumption less subsistence`,
  ),
  che40: measure(
    'share',
    '灾难性卫生支出发生率（支付能力40%，补偿后）',
    'catastrophic spending, 40 % of capacity to pay',
    `${OF_HOUSEHOLDS} whose payments after reimbursement reach 40 % of consumption less subsistence`,
  ),
  overshoot10_before: measure(
    'share',
    '灾难性支出平均超出幅度（10%，补偿前）',
    'overshoot above 10 %, before reimbursement',
    'mean over all households of the part of their consumption that bills take beyond 10 %',
  ),
  overshoot10: measure(
    'share',
    '灾难性支出平均超出幅度（10%，补偿后）',
    'overshoot above 10 %',
    'mean over all households of the part of their consumption that payments after reimbursement take beyond 10 %; = che10 × positive_overshoot10',
  ),
  positive_overshoot10: measure(
    'share',
    '灾难性支出户平均超出幅度（10%，补偿后）',
    'mean positive overshoot above 10 %',
    'overshoot10 ÷ che10: of the households above the threshold',
  ),
  poverty_before_payment: measure(
    'share',
    '贫困发生率（支付前）',
    'poverty before payment',
    `${OF_PERSONS} in households whose resources a head lie below the line`,
  ),
  poverty_after_payment: measure(
    'share',
    '贫困发生率（支付后、补偿前）',
    'poverty after payment',
    `${OF_PERSONS} in households whose resources less bills lie below the line`,
  ),
  poverty_after_reimbursement: measure(
    'share',
    '贫困发生率（补偿后）',
    'poverty after reimbursement',
    `${OF_PERSONS} in households whose resources less payments after reimbursement lie below the line`,
  ),
  poverty_gap_before_payment: measure(
    'yuan',
    '贫困缺口（支付前）',
    'poverty gap before payment',
    'mean over all persons of what resources a head lack to the line',
  ),
  poverty_gap_after_payment: measure(
    'yuan',
    '贫困缺口（支付后、补偿前）',
    'poverty gap after payment',
    'mean over all persons of what resources a head less bills lack to the line, at most the line',
  ),
  poverty_gap_after_reimbursement: measure(
    'yuan',
    '贫困缺口（补偿后）',
    'poverty gap after reimbursement',
    'mean over all persons of what resources a head less payments after reimbursement lack to the line, at most the line',
  ),
  health_payments_per_head_before: measure(
    'yuan',
    '人均医疗费用',
    'bills per head',
    'bills of members and others and spending outside the scheme ÷ persons alive on 1 January',
  ),
  health_payments_per_head: measure(
    'yuan',
    '人均医疗自付',
    'payments for care per head',
    'bills and spending outside the scheme − what fund, insurer and assistance paid, by household not below 0, ÷ persons alive on 1 January',
  ),
  reimbursed_per_head: measure(
    'yuan',
    '人均补偿',
    'reimbursed per head',
    'what fund, second compensation, insurer and assistance paid to households ÷ persons alive on 1 January',
  ),
  premium_per_head: measure(
    'yuan',
    '人均自缴保费',
    'premium per head',
    'premiums that households paid themselves for the year, those who joined within it included, ÷ persons alive on 1 January',
  ),
  income_per_head: measure('yuan', '人均收入', 'income per head', 'net income of households ÷ persons alive on 1 January'),
  resources_per_head: measure(
    'yuan',
    '人均可支配资源',
    'resources per head',
    'mean of what households can spend before any payment for care, by persons',
  ),
  'gini.income': measure('index', '收入基尼系数', 'Gini coefficient of income', 'persons by income per head of their household'),
  'gini.resources': measure('index', '资源基尼系数', 'Gini coefficient of resources', 'persons by resources per head of their household'),
  'concentration_index.reimbursed': measure(
    'index',
    '补偿集中指数',
    'concentration index of reimbursement',
    '2 cov(reimbursed a head, rank by income a head) ÷ mean, by persons; below 0 when lower incomes receive more than their share',
  ),
  'concentration_index.out_of_pocket': measure(
    'index',
    '自付集中指数',
    'concentration index of payments',
    '2 cov(payments after reimbursement a head, rank by income a head) ÷ mean, by persons',
  ),
  'kakwani.out_of_pocket': measure(
    'index',
    '自付Kakwani指数',
    'Kakwani index of payments',
    'concentration_index.out_of_pocket − gini.resources; below 0 when lower incomes pay a larger part of what they have',
  ),
}
