/** Words and sentences of the chart of places of care, in English and Chinese. */
import type { Language } from '../kit/input.ts'
import type { Span } from '../kit/sentences.ts'
import { percent } from '../kit/text.ts'
import { meansOnlyInChinese, meansOnlyInEnglish } from '../kit/words.ts'

export interface PlacesSeen extends Span {
  /** shares of care outside the county (city hospitals and other provinces) in the last year */
  readonly outside?: { readonly admissions: number; readonly bills: number; readonly reimbursed: number }
  /** its share of the bills in the first year, where that is another */
  readonly billsBefore?: number
}

const en = {
  title: 'Where members are admitted, and what it costs',
  place: 'place of care',
  share: {
    admissions: 'Admissions, share of all',
    'cost.inpatient': 'Hospital bills, share of all',
    'reimbursed.inpatient': 'Reimbursement of stays, share of all',
  },
  meanBill: 'Mean bill of a stay, yuan',
  restsOn: meansOnlyInEnglish,
  finding: ({ first, last, outside, billsBefore }: PlacesSeen) =>
    outside &&
    `${percent(outside.bills, 0)} of hospital bills arose outside the county in ${last}${billsBefore === undefined ? '' : `, in ${first} ${percent(billsBefore, 0)}`}`,
  sentence({ first, last, outside, billsBefore }: PlacesSeen) {
    if (!outside) return ''
    const before = billsBefore === undefined ? '' : ` (${first}: ${percent(billsBefore)} of bills)`
    return `Care outside the county took ${percent(outside.admissions)} of admissions, ${percent(outside.bills)} of hospital bills and ${percent(outside.reimbursed)} of reimbursement in ${last}${before}.`
  },
}

export type PlacesWords = typeof en

const zh: PlacesWords = {
  title: '参合者在哪里住院，花费多少',
  place: '就医地点',
  share: {
    admissions: '住院人次占比',
    'cost.inpatient': '住院费用占比',
    'reimbursed.inpatient': '住院报销占比',
  },
  meanBill: '次均住院费用（元）',
  restsOn: meansOnlyInChinese,
  finding: ({ first, last, outside, billsBefore }) =>
    outside &&
    `${last} 年住院费用的 ${percent(outside.bills, 0)} 发生在县外${billsBefore === undefined ? '' : `（${first} 年为 ${percent(billsBefore, 0)}）`}`,
  sentence({ first, last, outside, billsBefore }) {
    if (!outside) return ''
    const before = billsBefore === undefined ? '' : `（${first} 年占费用的 ${percent(billsBefore)}）`
    return `${last} 年县外就医占住院人次的 ${percent(outside.admissions)}、住院费用的 ${percent(outside.bills)}、住院报销的 ${percent(outside.reimbursed)}${before}。`
  },
}

export const PLACES_WORDS: Readonly<Record<Language, PlacesWords>> = { en, zh }
