/** Words and sentences of the picture of equity, in English and Chinese. */

import type { Estimate } from '../kit/estimates.ts'
import type { Language } from '../kit/input.ts'
import { number, percent } from '../kit/text.ts'

interface EquitySeen {
  readonly year: number
  readonly gini: number
  readonly reimbursed?: Estimate
  readonly paid?: number
  /** shares of the decile, or quintile, of the people with the lowest incomes: the first point of each curve */
  readonly first: { readonly people: number; readonly income: number; readonly reimbursed: number; readonly paid: number }
}

/** On which side of equal shares an index lies; a run alone has no interval to tell it by. */
function sideOf({ mean, p05, p95, n }: Estimate): 'higher' | 'lower' | 'untold' | 'alone' {
  if (n < 2) return 'alone'
  if (p05 <= 0 && p95 >= 0) return 'untold'
  return mean > 0 ? 'higher' : 'lower'
}

const en = {
  title: 'Who gets, who pays? Income, reimbursement and payments by income',
  finding: (year: number, first: EquitySeen['first']) =>
    `The poorest ${percent(first.people, 0)} had ${percent(first.income, 0)} of income, ${percent(first.reimbursed, 0)} of reimbursement and ${percent(first.paid, 0)} of own payments in ${year}`,
  curves: (year: number) => `Cumulative share in ${year}, by income`,
  people: 'persons, from the lowest income per head →',
  equality: 'equal shares',
  indices: 'Index: 0 when all have equal shares',
  curve: {
    income: 'income (Lorenz curve)',
    reimbursed: 'reimbursement',
    paid: 'own payments for care',
  } as Record<string, string>,
  index: {
    income: 'Gini',
    reimbursed: 'concentration index',
    paid: 'concentration index',
    kakwani: 'Kakwani index',
  } as Record<string, string>,
  kakwani: 'own payments beside resources',
  named: (name: string, index: string) => `${name}: ${index}`,
  below: '← more to low incomes',
  above: 'more to high incomes →',
  upTo: 'up to decile',
  peopleShare: 'persons',
  sentence({ year, gini, reimbursed, paid, first }: EquitySeen) {
    const more = {
      higher: ' (higher incomes have more than their share)',
      lower: ' (lower incomes have more than their share)',
      untold: ' (5–95% of replications hold 0: who has more than their share is not told)',
      alone: '',
    }
    const parts = [
      `In ${year} the ${percent(first.people, 0)} of persons with the lowest incomes had ${percent(first.income)} of income, received ${percent(first.reimbursed)} of reimbursement and paid ${percent(first.paid)} of what households paid themselves`,
      `Gini coefficient of income ${number(gini, 3)}`,
      reimbursed === undefined ? '' : `concentration index of reimbursement ${number(reimbursed.mean, 3)}${more[sideOf(reimbursed)]}`,
      paid === undefined ? '' : `of own payments ${number(paid, 3)}`,
    ]
    return `${parts.filter((part) => part).join('; ')}.`
  },
  reading:
    'A curve under the straight line: people of low income have less than their share; over it: more. Points stand at the deciles of households by income; the indices are exact by household. Kakwani index (own payments less resources) below 0: lower incomes pay a larger part of what they have. Square brackets and grey bars: 5–95% of replications.',
}

export type EquityWords = typeof en

const zh: EquityWords = {
  title: '谁得到报销，谁在支付：按收入看收入、报销与自付',
  finding: (year, first) =>
    `${year} 年最低收入的 ${percent(first.people, 0)} 人口：收入占 ${percent(first.income, 0)}，报销占 ${percent(first.reimbursed, 0)}，自付占 ${percent(first.paid, 0)}`,
  curves: (year) => `${year} 年累计比例，按收入排序`,
  people: '人口，由人均收入最低者起 →',
  equality: '均等线',
  indices: '指数：人人均等时为 0',
  curve: { income: '收入（洛伦兹曲线）', reimbursed: '医保报销', paid: '医疗自付' },
  index: { income: '基尼系数', reimbursed: '集中指数', paid: '集中指数', kakwani: '卡克瓦尼（Kakwani）指数' },
  kakwani: '自付相对于家庭资源',
  named: (name, index) => `${name}：${index}`,
  below: '← 偏向低收入者',
  above: '偏向高收入者 →',
  upTo: '至第几组',
  peopleShare: '人口',
  sentence({ year, gini, reimbursed, paid, first }) {
    const more = {
      higher: '（偏向高收入者）',
      lower: '（偏向低收入者）',
      untold: '（各次模拟的 5%–95% 含 0，偏向何方无法判断）',
      alone: '',
    }
    const parts = [
      `${year} 年，收入最低的 ${percent(first.people, 0)} 人口拥有收入的 ${percent(first.income)}，获得报销的 ${percent(first.reimbursed)}，承担自付的 ${percent(first.paid)}`,
      `收入基尼系数为 ${number(gini, 3)}`,
      reimbursed === undefined ? '' : `报销集中指数为 ${number(reimbursed.mean, 3)}${more[sideOf(reimbursed)]}`,
      paid === undefined ? '' : `自付集中指数为 ${number(paid, 3)}`,
    ]
    return `${parts.filter((part) => part).join('；')}。`
  },
  reading:
    '曲线低于直线，表示低收入者所得（或所付）少于其人口比例；高于直线则相反。各点为家庭按收入十等分的分界，指数按家庭逐户精确计算。卡克瓦尼指数低于 0，表示低收入者的自付占其资源的比例更大。方括号与灰条为各次模拟的 5%–95%。',
}

export const EQUITY_WORDS: Readonly<Record<Language, EquityWords>> = { en, zh }
