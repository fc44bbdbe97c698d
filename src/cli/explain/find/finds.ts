/** What `--find` looks for: by name, in both languages, among which events or households, and in which order. */
import {
  type HouseholdProtection,
  isCatastrophic,
  isCatastrophicOfCapacity,
  isMadePoor,
} from '../../../measures/protection/by-household.ts'
import type { TraceEvent } from '../../../scheme/record.ts'
import type { AmountId } from '../../../words/amounts.ts'
import type { FactId } from '../../../words/facts.ts'
import type { Words } from '../../../words/lang.ts'

export interface Find extends Words {
  /** what happened */
  readonly kinds: readonly string[]
  /** the cases are in order of this, the greatest first: the first of the amounts that the event has, or a fact; without it as they came */
  readonly by?: readonly AmountId[] | { readonly fact: FactId }
  /** only these of what happened */
  readonly when?: (event: TraceEvent) => boolean
  /** only the years of these households, as the measures of protection count them */
  readonly among?: (household: HouseholdProtection) => boolean
  /** the case is explained as a claim, a person or a household */
  readonly as: 'claim' | 'person' | 'household'
  /** other names by which it is asked for */
  readonly also?: readonly string[]
}

const CLAIM_ENDED = ['claim.never_filed', 'claim.refused', 'claim.given_up'] as const
/** What was due by the rate is more than what the ceiling left. */
const isCutByCeiling = (event: TraceEvent) => fenOf(event, 'ceiling_left') < Math.max(...EARNED.map((id) => fenOf(event, id)))
const EARNED = ['at_rate', 'guaranteed_minimum', 'as_listed_disease'] as const

const OF_STAYS = {
  'largest-bill': { en: 'the largest hospital bill', zh: '住院费用最高', kinds: ['benefit.settled'], by: ['bill'], as: 'claim' },
  'largest-benefit': { en: 'the largest benefit', zh: '报销金额最高', kinds: ['benefit.settled'], by: ['paid_by_fund'], as: 'claim' },
  'largest-share-borne': {
    en: 'the largest part of a hospital bill left to the patient',
    zh: '住院费用自付最多',
    kinds: ['benefit.settled'],
    by: ['out_of_pocket'],
    as: 'claim',
  },
  ceiling: {
    en: 'a stay for which the ceiling was reached',
    zh: '达到封顶线',
    kinds: ['benefit.settled'],
    by: ['bill'],
    when: isCutByCeiling,
    as: 'claim',
    also: ['封顶线', '封顶'],
  },
  forgone: {
    en: 'an admission that was needed and forgone',
    zh: '应住院未住院',
    kinds: ['care.forgone'],
    as: 'person',
    also: ['未就医'],
  },
  uninsured: {
    en: 'a hospital bill of somebody not covered',
    zh: '未参合住院',
    kinds: ['care.discharged_uninsured'],
    by: ['bill'],
    as: 'person',
  },
} as const satisfies Readonly<Record<string, Find>>

const OF_CLAIMS = {
  'longest-wait': {
    en: 'the longest wait for the money',
    zh: '等待报销款最久',
    kinds: ['claim.paid'],
    by: { fact: 'days_since_discharge' },
    as: 'claim',
    also: ['waited-longest', '等待最久'],
  },
  returned: {
    en: 'a claim returned',
    zh: '报销申请被退回',
    kinds: ['claim.returned', 'second.returned'],
    by: ['benefit'],
    as: 'claim',
    also: ['退回', '退回补件'],
  },
  refused: {
    en: 'a claim refused',
    zh: '报销申请被拒',
    kinds: ['claim.refused', 'second.refused'],
    by: ['benefit'],
    as: 'claim',
    also: ['不予受理', '被拒'],
  },
  'given-up': {
    en: 'a claim given up',
    zh: '放弃报销',
    kinds: ['claim.given_up', 'second.given_up'],
    by: ['benefit'],
    as: 'claim',
    also: ['放弃'],
  },
  'never-filed': { en: 'a benefit never claimed', zh: '未申请报销', kinds: ['claim.never_filed'], by: ['not_claimed'], as: 'claim' },
  'never-reimbursed': {
    en: 'a benefit never paid: not claimed, refused or given up',
    zh: '始终未报销',
    kinds: CLAIM_ENDED,
    by: ['not_claimed', 'benefit'],
    as: 'claim',
    also: ['未报销', '从未报销'],
  },
  'card-missing': { en: 'a card that was missing at the hospital', zh: '出院时无证无卡', kinds: ['claim.card_missing'], as: 'claim' },
  'critical-illness': {
    en: 'a second reimbursement by critical-illness insurance',
    zh: '大病二次报销',
    kinds: ['second.paid'],
    by: ['benefit'],
    as: 'claim',
    also: ['second-reimbursement', '大病保险', '二次报销'],
  },
  'second-compensation': {
    en: 'second compensation out of a surplus',
    zh: '二次补偿',
    kinds: ['benefit.second_compensation'],
    by: ['second_compensation'],
    as: 'person',
  },
  assistance: { en: 'medical assistance', zh: '医疗救助', kinds: ['assistance.paid'], by: ['paid_by_assistance'], as: 'person' },
} as const satisfies Readonly<Record<string, Find>>

const OF_HOUSEHOLDS = {
  'heaviest-year': {
    en: 'the heaviest year for a household',
    zh: '全年负担最重的参合户',
    kinds: ['burden.year'],
    by: ['borne_by_household'],
    as: 'household',
    also: ['负担最重'],
  },
  catastrophic: {
    en: 'catastrophic spending, more than 10 % of consumption',
    zh: '灾难性支出（自付超过消费的10%）',
    kinds: ['burden.year'],
    by: { fact: 'share_of_consumption' },
    among: isCatastrophic,
    as: 'household',
    also: ['灾难性支出', '灾难性卫生支出', 'che10'],
  },
  'catastrophic-of-capacity': {
    en: 'catastrophic spending, 40 % of capacity to pay or more',
    zh: '灾难性支出（自付达到支付能力的40%）',
    kinds: ['burden.year'],
    by: { fact: 'share_of_capacity' },
    among: isCatastrophicOfCapacity,
    as: 'household',
    also: ['支付能力', 'che40'],
  },
  impoverished: {
    en: 'made poor by what care cost',
    zh: '因病致贫',
    kinds: ['burden.year'],
    by: ['borne_by_household'],
    among: isMadePoor,
    as: 'household',
    also: ['致贫'],
  },
  'not-joined': {
    en: 'a household that did not join',
    zh: '未参合户',
    kinds: ['enrolment.declined'],
    by: { fact: 'premium_percent_of_income' },
    as: 'household',
    also: ['未参合'],
  },
  'sent-back': { en: 'a registration sent back', zh: '参合登记被退回', kinds: ['enrolment.sent_back'], as: 'household' },
  'too-late': { en: 'a registration too late', zh: '参合登记逾期', kinds: ['enrolment.papers_late'], as: 'household', also: ['逾期'] },
} as const satisfies Readonly<Record<string, Find>>

export const FINDS = { ...OF_STAYS, ...OF_CLAIMS, ...OF_HOUSEHOLDS }

export type FindName = keyof typeof FINDS
export const FIND_NAMES = Object.keys(FINDS) as readonly FindName[]

function fenOf({ amounts = [] }: TraceEvent, id: AmountId): number {
  return amounts.find((amount) => amount.id === id)?.fen ?? 0
}
