/** 主要变化 The figures that a sentence of the answer names. */
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import type { Language } from '../kit/input.ts'
import { listed } from '../kit/text.ts'
import { ANSWER_WORDS } from './answer-words.ts'
import { sizeOf } from './largest.ts'
import { comparisonText } from './text.ts'

/** Of the fund and of its people, most telling first. */
const FIRST = [
  ...['fund_income', 'fund_expenditure', 'cumulative_balance', 'payables_year_end'],
  ...['effective_reimbursement_rate', 'participation_rate', 'admissions', 'out_of_pocket_per_member', 'che'],
]
/** Of catastrophic spending above one limit or another the one that moves most is told first. */
const kindOf = (measure: string) => (/^che\d+$/.test(measure) ? 'che' : measure)
/** So many of each. */
const NAMED = 3

/** `first`: measures that are told before those of FIRST. */
export function changesOf(rows: readonly HeadlineRow[], lang: Language, first: readonly string[] = []): string {
  const order = [...first, ...FIRST]
  const rank = ({ row }: HeadlineRow) => order.indexOf(kindOf(row.measure))
  const place = (one: HeadlineRow) => (rank(one) < 0 ? order.length : rank(one))
  const named = [...rows].sort((a, b) => place(a) - place(b) || sizeOf(b) - sizeOf(a)).slice(0, NAMED)
  return listed(
    named.map(({ row }) => ANSWER_WORDS[lang].change(comparisonText(row, lang))),
    lang,
  )
}
