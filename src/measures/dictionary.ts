/** 数据字典 The data dictionary: every measure of the output files with unit, names and definition, made from the definitions themselves. */
import { ACCOUNTS } from '../words/accounts.ts'
import { EFFECTS } from '../words/effects.ts'
import { GROUP_KINDS } from '../words/groups.ts'
import type { Words } from '../words/lang.ts'
import { type Measure, measure } from '../words/measure.ts'
import { MEASURES } from './definitions.ts'
import { HANGS_ON_COLUMNS } from './hangs-on-columns.ts'
import { PARAMETER_COLUMNS } from './parameter-columns.ts'

/** Measures that rest on all replications together or on two scenarios; they stand in solvency.csv and winners.csv only. */
const OVER_RUNS: Readonly<Record<string, Measure>> = {
  deficit_so_far: measure(
    'share',
    '至当年曾出现当期赤字的概率',
    'deficit in this or an earlier year',
    'solvency.csv：当年或此前报告年度 deficit = 1 的模拟占比；最后一年即“曾经”',
    'solvency.csv: share of replications with deficit = 1 in this or an earlier reported year; the last year: ever',
  ),
  insolvent_so_far: measure(
    'share',
    '至当年曾出现累计赤字的概率',
    'insolvent in this or an earlier year',
    'solvency.csv：当年或此前报告年度 insolvent = 1 的模拟占比；最后一年即“曾经”',
    'solvency.csv: share of replications with insolvent = 1 in this or an earlier reported year; the last year: ever',
  ),
  incurred_unpaid: measure(
    'yuan',
    '已发生未支付补偿',
    'incurred and unpaid',
    'solvency.csv：incurred_unreported + unpaid_approved，12月31日',
    'solvency.csv: incurred_unreported + unpaid_approved, 31 December',
  ),
  households: measure(
    'count',
    '户数',
    'households',
    'winners.csv：两个情景中都有的家庭',
    'winners.csv: households that are there in both scenarios',
  ),
  winners_share: measure(
    'share',
    '负担减少户占比',
    'households that pay less',
    'winners.csv：当年得益1元及以上的户 ÷ 户数；其中就医未减少的，报告与摘要称为受益',
    'winners.csv: households whose gain in the year is 1 yuan or more ÷ households; those of them with no less care win, as report and summary say',
  ),
  losers_share: measure(
    'share',
    '负担增加户占比',
    'households that pay more',
    'winners.csv：当年得益为 −1 元及以下的户 ÷ 户数；其中就医未增加的，报告与摘要称为受损',
    'winners.csv: households whose gain in the year is −1 yuan or less ÷ households; those of them with no more care lose, as report and summary say',
  ),
  winners_same_care_share: measure(
    'share',
    '负担减少户占比，就医不变',
    'households that pay less, with as much care',
    'winners.csv：负担减少户中家庭成员住院和门诊次数均与基准相同（不论是否参合）的户 ÷ 户数',
    'winners.csv: households that pay less and whose members had as many stays in hospital and as many visits as in the base, insured or not ÷ households',
  ),
  winners_less_care_share: measure(
    'share',
    '负担减少户占比，就医减少',
    'households that pay less, with less care',
    'winners.csv：负担减少户中家庭成员住院次数少于基准，或住院次数相同而门诊次数较少（不论是否参合）的户 ÷ 户数',
    'winners.csv: households that pay less and whose members had fewer stays in hospital than in the base, or as many and fewer visits, insured or not ÷ households',
  ),
  winners_more_care_share: measure(
    'share',
    '负担减少户占比，就医增加',
    'households that pay less, with more care',
    'winners.csv：负担减少户中家庭成员住院次数多于基准，或住院次数相同而门诊次数较多（不论是否参合）的户 ÷ 户数',
    'winners.csv: households that pay less and whose members had more stays in hospital than in the base, or as many and more visits, insured or not ÷ households',
  ),
  losers_same_care_share: measure(
    'share',
    '负担增加户占比，就医不变',
    'households that pay more, with as much care',
    'winners.csv：负担增加户中家庭成员住院和门诊次数均与基准相同（不论是否参合）的户 ÷ 户数',
    'winners.csv: households that pay more and whose members had as many stays in hospital and as many visits as in the base, insured or not ÷ households',
  ),
  losers_less_care_share: measure(
    'share',
    '负担增加户占比，就医减少',
    'households that pay more, with less care',
    'winners.csv：负担增加户中家庭成员住院次数少于基准，或住院次数相同而门诊次数较少（不论是否参合）的户 ÷ 户数',
    'winners.csv: households that pay more and whose members had fewer stays in hospital than in the base, or as many and fewer visits, insured or not ÷ households',
  ),
  losers_more_care_share: measure(
    'share',
    '负担增加户占比，就医增加',
    'households that pay more, with more care',
    'winners.csv：负担增加户中家庭成员住院次数多于基准，或住院次数相同而门诊次数较多（不论是否参合）的户 ÷ 户数',
    'winners.csv: households that pay more and whose members had more stays in hospital than in the base, or as many and more visits, insured or not ÷ households',
  ),
  unchanged_share: measure(
    'share',
    '无变化户占比',
    'unchanged',
    'winners.csv：其余各户 ÷ 户数',
    'winners.csv: the other households ÷ households',
  ),
  gain: measure(
    'yuan',
    '户均净收益',
    'gain per household',
    'winners.csv：基准情景的（自付 + 自缴保费）− 改革情景的同项，全部家庭的均值；自付 = 家庭成员的医疗费用和制度外支出 − 从基金、大病保险和医疗救助所得',
    'winners.csv: (out of pocket + premium paid) in the base − the same in the reform, mean of all households; out of pocket = bills of its people and spending outside the scheme − received from fund, insurer and assistance',
  ),
  gain_of_winners: measure(
    'yuan',
    '负担减少户户均净收益',
    'gain per household that pays less',
    'winners.csv：负担减少户的平均得益',
    'winners.csv: mean gain of households that pay less',
  ),
  gain_of_losers: measure(
    'yuan',
    '负担增加户户均净收益',
    'gain per household that pays more',
    'winners.csv：负担增加户的平均得益，小于零',
    'winners.csv: mean gain of households that pay more, below zero',
  ),
}

/** Every measure of every output file. */
export const DICTIONARY: Readonly<Record<string, Measure>> = { ...MEASURES, ...OVER_RUNS }

/** Tells which measures are money in yuan. */
export const isMoney = (measure: string): boolean => DICTIONARY[measure]?.unit === 'yuan'

export interface DictionaryRow extends Omit<Measure, 'unit'> {
  readonly measure: string
  /** of a group `group`, of an account fen */
  readonly unit: Measure['unit'] | 'group' | 'fen'
  /** of a group; else empty */
  readonly groupKind: string
  readonly groupValue: string
}

/** A group of persons, or a county, that a scenario names. */
export interface OwnName {
  readonly name: string
  readonly title: Words
}

/** By kind of group. */
interface OwnNames {
  readonly group?: readonly OwnName[]
  readonly county?: readonly OwnName[]
}

/** The rows of dictionary.csv, in the order of the definitions; what else stands in tables comes last, then accounts, answers and groups. */
export function dictionaryRows(own: OwnNames = {}): DictionaryRow[] {
  const told = Object.entries({ ...DICTIONARY, ...PARAMETER_COLUMNS, ...HANGS_ON_COLUMNS }).map(
    ([name, { unit, zh, en, definition, definitionZh }]) => ({
      ...{ measure: name, unit, zh, en, definition, definitionZh, groupKind: '', groupValue: '' },
    }),
  )
  return [...told, ...accountRows(), ...effectRows(), ...groupRows(own)]
}

/** 会计科目 The accounts of ledger.csv. */
function accountRows(): DictionaryRow[] {
  return Object.entries(ACCOUNTS).map(([account, { en, zh }]) => ({
    ...{ measure: `account=${account}`, unit: 'fen', zh, en, groupKind: '', groupValue: '' },
    definition: 'ledger.csv, column account: turnover of the year in whole fen',
    definitionZh: 'ledger.csv 的 account 列：当年发生额，以分计',
  }))
}

/** 是否有效果 The four answers of the column effect. */
function effectRows(): DictionaryRow[] {
  return Object.entries(EFFECTS).map(([effect, { en, zh, told }]) => ({
    ...{ measure: `effect=${effect}`, unit: 'text', zh, en, groupKind: '', groupValue: '' },
    definition: `comparison.csv, column effect: ${told.en}`,
    definitionZh: `comparison.csv 的 effect 列：${told.zh}`,
  }))
}

/** 分组 The values of the column group. */
function groupRows({ group = [], county = [] }: OwnNames): DictionaryRow[] {
  const titles = (named: readonly OwnName[]) => Object.fromEntries(named.map(({ name, title }) => [name, title]))
  const own: Readonly<Record<string, Readonly<Record<string, Words>>>> = { group: titles(group), county: titles(county) }
  return Object.entries(GROUP_KINDS).flatMap(([kind, { en, zh, told, values }]) => {
    const all: [string, Words][] = Object.entries({ ...values, ...own[kind] })
    return all.map(
      ([value, words]): DictionaryRow => ({
        ...{ measure: `${kind}=${value}`, unit: 'group', zh: words.zh, en: words.en, groupKind: kind, groupValue: value },
        definition: `column group; ${en}: ${told.en}`,
        definitionZh: `group 列；${zh}：${told.zh}`,
      }),
    )
  })
}
