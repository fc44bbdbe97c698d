/** Words and sentences of the chart of coverage, in English and Chinese. */
import type { Words } from '../../words/lang.ts'
import { COVER_STATES } from '../../words/states.ts'
import type { Change } from '../kit/estimates.ts'
import type { Language } from '../kit/input.ts'
import { changeTold, type Span, sentenceOf, spanTold } from '../kit/sentences.ts'
import { percent } from '../kit/text.ts'

export interface CoverageSeen extends Span {
  readonly participation?: Change
  readonly effective?: Change
  readonly inPolicy?: Change
  /** the main reason for not being covered in the last year, its word and its part of the eligible */
  readonly mainReason?: { readonly word: string; readonly share: number }
}

const shares = (span: Span, lang: Language) => ({ span, lang, write: (share: number) => percent(share), unit: '' })

const en = {
  title: 'Who is covered, and how much is reimbursed',
  persons: 'persons, or shares where stated',
  eligible: 'eligible persons',
  enrolled: 'enrolled persons',
  participationShare: 'participation [5–95%]',
  publishedParticipation: 'participation, published',
  reasonShare: 'not covered: ',
  participation: 'Participation, share of eligible persons',
  model: 'model',
  publishedMarks: '; ◆ published',
  begins: (share: string) => (share === '0%' ? '' : ` (axis from ${share})`),
  aim: (share: string) => `aim ${share}`,
  rates: 'Reimbursement, share of the bill',
  rate: {
    in_policy_inpatient_rate: 'in-policy inpatient',
    inpatient_reimbursement_rate: 'all inpatient bills',
    effective_reimbursement_rate: 'all bills',
  },
  notCovered: 'Not covered, share of eligible persons, by reason',
  finding: ({ last, participation, effective }: CoverageSeen) =>
    participation &&
    `${percent(participation.to)} of the eligible were covered in ${last}${effective ? `, and ${percent(effective.to)} of their bills came back` : ''}`,
  sentence(seen: CoverageSeen) {
    const { participation, effective, inPolicy, mainReason } = seen
    const telling = shares(seen, 'en')
    return sentenceOf('en', [
      participation && `${spanTold(seen, 'en')} ${changeTold('participation', participation, telling)}`,
      effective && changeTold('the part of all bills that was reimbursed', effective, telling),
      inPolicy && changeTold('the in-policy inpatient rate', inPolicy, telling),
      mainReason &&
        `the main reason for not being covered in ${seen.last} was “${mainReason.word}” (${percent(mainReason.share, 1)} of the eligible)`,
    ])
  },
}

export type CoverageWords = typeof en

const zh: CoverageWords = {
  title: '谁被覆盖，报销多少',
  persons: '人（注明比例者除外）',
  eligible: '应参合人数',
  enrolled: '参合人数',
  participationShare: '参合率 [5%–95%]',
  publishedParticipation: '参合率（公布值）',
  reasonShare: '未参合：',
  participation: '参合率（占应参合人口）',
  model: '模型',
  publishedMarks: '；◆ 公布值',
  begins: (share) => (share === '0%' ? '' : `（纵轴自 ${share} 起）`),
  aim: (share) => `目标 ${share}`,
  rates: '报销比例（占医疗费用）',
  rate: {
    in_policy_inpatient_rate: '政策范围内住院',
    inpatient_reimbursement_rate: '全部住院费用',
    effective_reimbursement_rate: '全部医疗费用',
  },
  notCovered: '未参合人口占应参合人口的比例，按原因',
  finding: ({ last, participation, effective }) =>
    participation && `${last} 年参合率 ${percent(participation.to)}${effective ? `，医疗费用实际报销 ${percent(effective.to)}` : ''}`,
  sentence(seen) {
    const { participation, effective, inPolicy, mainReason } = seen
    const telling = shares(seen, 'zh')
    return sentenceOf('zh', [
      participation && `${spanTold(seen, 'zh')}${changeTold('参合率', participation, telling)}`,
      effective && changeTold('全部医疗费用的实际报销比例', effective, telling),
      inPolicy && changeTold('政策范围内住院报销比例', inPolicy, telling),
      mainReason && `${seen.last} 年未参合的主要原因是“${mainReason.word}”（占应参合人口 ${percent(mainReason.share, 1)}）`,
    ])
  },
}

/** Why somebody is not covered; a reason that the words do not know is shown by its own name. */
export function reasonWord(reason: string, lang: Language): string {
  const states: Readonly<Record<string, Words>> = COVER_STATES
  return states[reason]?.[lang] ?? reason.replaceAll('_', ' ')
}

export const COVERAGE_WORDS: Readonly<Record<Language, CoverageWords>> = { en, zh }
