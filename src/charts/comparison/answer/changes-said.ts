/** The figures that a sentence names, and in which order: of the fund, and of its people. */
import type { HeadlineRow } from '../../../measures/statistics/headline.ts'
import type { Language } from '../../kit/input.ts'
import { listed } from '../../kit/text.ts'
import type { ComparedScenario, ComparisonInput } from '../input.ts'
import { sizeOf } from '../largest.ts'
import { comparisonText } from '../text.ts'
import { ANSWER_WORDS } from './words.ts'

/** Most telling first; so many of each. */
const FIRST = [
  ...['fund_income', 'fund_expenditure', 'cumulative_balance', 'payables_year_end'],
  ...['effective_reimbursement_rate', 'participation_rate', 'admissions', 'out_of_pocket_per_member', 'che'],
]
/** Of catastrophic spending above one limit or another the one that moves most is told first. */
const kindOf = (measure: string) => (/^che\d+$/.test(measure) ? 'che' : measure)
const NAMED = 3
/** Beside the largest difference of the fund one of less than this part of it is not named. */
const BESIDE_THE_LARGEST = 0.1

/** Those that are not little beside the largest. */
export function besideTheLargest(moved: readonly HeadlineRow[]): HeadlineRow[] {
  const most = Math.max(...moved.map(sizeOf))
  return moved.filter((one) => sizeOf(one) >= most * BESIDE_THE_LARGEST)
}

/** So many of them in words. `first`: measures that are told before those of FIRST. */
export function changesOf(rows: readonly HeadlineRow[], lang: Language, first: readonly string[] = [], most = NAMED): string {
  const order = [...first, ...FIRST]
  const rank = ({ row }: HeadlineRow) => order.indexOf(kindOf(row.measure))
  const place = (one: HeadlineRow) => (rank(one) < 0 ? order.length : rank(one))
  const named = [...rows].sort((a, b) => place(a) - place(b) || sizeOf(b) - sizeOf(a)).slice(0, most)
  return listed(
    named.map(({ row }) => ANSWER_WORDS[lang].change(comparisonText(row, lang))),
    lang,
  )
}

/** Was what each household pays and what it is paid for the same to the fen in all years, or in one, as far as its households were paired? */
export function areSame(input: ComparisonInput, reform: ComparedScenario, year?: number): boolean {
  const own = input.winners.filter((row) => row.scenario === reform.name && row.measure === 'unchanged_share' && row.group === '')
  return own.every((row) => (year !== undefined && row.year !== year) || (row.value === 1 && row.lower === 1))
}
