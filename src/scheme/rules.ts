/** 可改写的规则 The rules that a scenario may amend, by name: what each is, where `explain` tells of it, and what it may give. */

import type { AmountId } from '../words/amounts.ts'
import { atRate, ceilingLeft, deductibleDue, guaranteed } from './benefit/inpatient.ts'
import { payFromAccount, poolPays } from './benefit/outpatient.ts'
import { assist, coverHighCost } from './critical-illness/rules.ts'
import { newbornCovered } from './enrolment/cover-rules.ts'
import { collectiveShare } from './enrolment/premium.ts'
import { surplusAboveGuidance } from './fund/reserve.ts'

interface AmendableRule<Given extends readonly unknown[], Found> {
  readonly law: (...given: Given) => Found
  readonly zh: string
  readonly en: string
  /** events that rest on it, and the amount in them that it gives */
  readonly events: readonly string[]
  readonly amount?: AmountId
  /** whole fen, a share from 0 to 1, or whether something is so */
  readonly gives: 'fen' | 'share' | 'truth'
  /** the most fen that these arguments allow; never less than nothing */
  readonly most?: (...given: Given) => number
}

const rule = <Given extends readonly unknown[], Found>(declared: AmendableRule<Given, Found>) => declared

/** No bill is larger. */
const MOST_FEN = 2_000_000_000

export const RULES = {
  deductible: rule({
    law: deductibleDue,
    zh: '起付线',
    en: 'deductible of an admission',
    events: ['benefit.settled'],
    amount: 'deductible_due',
    gives: 'fen',
  }),
  at_rate: rule({
    law: atRate,
    zh: '报销比例',
    en: 'benefit at the rate or by bands',
    events: ['benefit.settled'],
    amount: 'at_rate',
    gives: 'fen',
    most: (eligible, deductible) => eligible - deductible,
  }),
  guaranteed_minimum: rule({
    law: guaranteed,
    zh: '保底补偿',
    en: 'guaranteed minimum',
    events: ['benefit.settled'],
    amount: 'guaranteed_minimum',
    gives: 'fen',
    most: (_, eligible, deductible) => eligible - deductible,
  }),
  ceiling_left: rule({
    law: ceilingLeft,
    zh: '封顶线',
    en: 'what is left of the ceiling',
    events: ['benefit.settled'],
    amount: 'ceiling_left',
    gives: 'fen',
  }),
  visit: rule({
    law: poolPays,
    zh: '门诊统筹',
    en: 'what the pool pays for a visit',
    events: ['benefit.visit'],
    amount: 'paid_from_pool',
    gives: 'fen',
    most: ({ bill }) => bill,
  }),
  account: rule({
    law: payFromAccount,
    zh: '家庭账户',
    en: 'what the household account pays for a visit',
    events: ['benefit.visit'],
    amount: 'paid_from_account',
    gives: 'fen',
    most: (_, due, { balance }) => Math.min(due, balance),
  }),
  critical_illness: rule({
    law: coverHighCost,
    zh: '大病保险赔付',
    en: 'what the insurer owes for high costs of a year',
    events: ['critical_illness.entitled', 'critical_illness.never_filed'],
    amount: 'owed_by_insurer',
    gives: 'fen',
    most: (borne) => borne,
  }),
  assistance: rule({
    law: assist,
    zh: '医疗救助额',
    en: 'what medical assistance pays the poor',
    events: ['assistance.paid'],
    amount: 'paid_by_assistance',
    gives: 'fen',
    most: (remaining) => remaining,
  }),
  collective_share: rule({
    law: collectiveShare,
    zh: '多方筹资',
    en: 'share of the premium that the collective or the street pays',
    events: ['premium.paid'],
    amount: 'by_collective',
    gives: 'share',
  }),
  newborn_cover: rule({
    law: newbornCovered,
    zh: '新生儿参合',
    en: 'whether a newborn is covered from birth',
    events: ['cover.newborn'],
    gives: 'truth',
  }),
  surplus: rule({
    law: surplusAboveGuidance,
    zh: '二次补偿',
    en: 'the surplus that is shared out among inpatients',
    events: ['benefit.second_compensation'],
    amount: 'surplus_shared_out',
    gives: 'fen',
    most: (_, reserve) => reserve,
  }),
}

export type RuleName = keyof typeof RULES

/** 改写 What a module of a scenario exports: given a rule of the law, another of the same form. */
export type Amendment<Name extends RuleName> = (law: (typeof RULES)[Name]['law']) => (typeof RULES)[Name]['law']

export const RULE_NAMES = Object.keys(RULES) as RuleName[]

/** The rule called so, by its name or its Chinese term. */
export function ruleCalled(name: string): RuleName | undefined {
  return RULE_NAMES.find((one) => one === name || RULES[one].zh === name)
}

/** What the rule may give, in words, when it may not give `found` for these arguments. */
export function refusedBy(name: RuleName, found: unknown, given: readonly unknown[]): string | undefined {
  const { gives, most }: { readonly gives: string; readonly most?: (...given: never[]) => number } = RULES[name]
  if (gives === 'truth') return typeof found === 'boolean' ? undefined : 'true or false'
  if (gives === 'share') return typeof found === 'number' && found >= 0 && found <= 1 ? undefined : 'a share from 0 to 1'
  const limit = most ? Math.max(0, most(...(given as never[]))) : MOST_FEN
  return Number.isInteger(found) && Number(found) >= 0 && Number(found) <= limit ? undefined : `whole fen from 0 to ${limit}`
}
