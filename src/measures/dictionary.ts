/** 数据字典 The data dictionary: every measure of the output files with unit, names and definition, made from the definitions themselves. */
import { MEASURES, type Measure } from './definitions.ts'

/** Measures that rest on all replications together or on two scenarios; they stand in solvency.csv and winners.csv only. */
const DERIVED: Readonly<Record<string, Measure>> = {
  deficit_so_far: {
    unit: 'share',
    zh: '至当年曾出现当期赤字的概率',
    en: 'deficit in this or an earlier year',
    definition: 'solvency.csv: share of replications with deficit = 1 in this or an earlier reported year; the last year: ever',
  },
  insolvent_so_far: {
    unit: 'share',
    zh: '至当年曾出现累计赤字的概率',
    en: 'insolvent in this or an earlier year',
    definition: 'solvency.csv: share of replications with insolvent = 1 in this or an earlier reported year; the last year: ever',
  },
  incurred_unpaid: {
    unit: 'yuan',
    zh: '已发生未支付补偿',
    en: 'incurred and unpaid',
    definition: 'solvency.csv: incurred_unreported + unpaid_approved, 31 December',
  },
  households: { unit: 'count', zh: '户数', en: 'households', definition: 'winners.csv: households that are there in both scenarios' },
  winners_share: {
    unit: 'share',
    zh: '受益户占比',
    en: 'winners',
    definition: 'winners.csv: households whose gain in the year is 1 yuan or more ÷ households',
  },
  losers_share: {
    unit: 'share',
    zh: '受损户占比',
    en: 'losers',
    definition: 'winners.csv: households whose gain in the year is −1 yuan or less ÷ households',
  },
  unchanged_share: { unit: 'share', zh: '无变化户占比', en: 'unchanged', definition: 'winners.csv: the other households ÷ households' },
  gain: {
    unit: 'yuan',
    zh: '户均净收益',
    en: 'gain per household',
    definition:
      'winners.csv: (out of pocket + premium paid) in the base − the same in the reform, mean of all households; out of pocket = bills of its people and spending outside the scheme − received from fund, insurer and assistance',
  },
  gain_of_winners: { unit: 'yuan', zh: '受益户户均收益', en: 'gain per winner', definition: 'winners.csv: mean gain of the winners' },
  gain_of_losers: {
    unit: 'yuan',
    zh: '受损户户均收益',
    en: 'gain per loser',
    definition: 'winners.csv: mean gain of the losers, below zero',
  },
}

/** Every measure of every output file. */
export const DICTIONARY: Readonly<Record<string, Measure>> = { ...MEASURES, ...DERIVED }

/** Tells which measures are money in yuan. */
export const isMoney = (measure: string): boolean => DICTIONARY[measure]?.unit === 'yuan'

export interface DictionaryRow extends Measure {
  readonly measure: string
}

/** The rows of dictionary.csv, in the order of the definitions. */
export function dictionaryRows(): DictionaryRow[] {
  return Object.entries(DICTIONARY).map(([measure, { unit, zh, en, definition }]) => ({ measure, unit, zh, en, definition }))
}
