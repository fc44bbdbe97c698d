/** The figures that a sentence names, and in which order: of the fund, and of its people. */
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import type { Language } from '../kit/input.ts'
import { listed } from '../kit/text.ts'
import { ANSWER_WORDS } from './answer-words.ts'
import type { ComparedScenario, ComparisonInput } from './input.ts'
import { sizeOf } from './largest.ts'
import { comparisonText } from './text.ts'

/** Most telling first; so many of each. */
const FIRST = [
  ...['fund_income', 'fund_expenditure', 'cumulative_balance', 'payables_year_end'],
  ...['effective_reimbursement_rate', 'participation_rate', 'admissions', 'out_of_pocket_per_member', 'che'],
]
/** Of catastrophic spending above one limit or another the one that moves most is told first. */
const kindOf = (measure: string) => (/^che\d+$/.test(measure) ? 'che' : measure)
const NAMED = 3
/** What may lie farther from 0 than this, for all that chance leaves out, is told as not known, not as none. */
export const UNCLEAR_FROM = 0.01
/** Beside the largest difference of the fund one of less than this part of it is not named. */
const BESIDE_THE_LARGEST = 0.1

export const isOfFund = ({ headline }: HeadlineRow) => headline.theme === 'fund'

export const isSame = (one: HeadlineRow) => one.row.effect === 'no'
export const isBearingLess = ({ row }: HeadlineRow) => row.measure === 'out_of_pocket_per_member' && row.difference < 0
const USE_OF_CARE = ['outpatient_visits', 'admissions']
export const isLessCare = (one: HeadlineRow) =>
  USE_OF_CARE.includes(one.row.measure) && one.row.difference < 0 && sizeOf(one) >= UNCLEAR_FROM
/** Beside a premium that is another the many small things that follow of it are little. */
export const isOtherPremium = (one: HeadlineRow) => one.row.measure === 'premium_per_head' && sizeOf(one) >= UNCLEAR_FROM

/** Who pays another premium is told that first; care that is not had, before what is paid less for it. */
export function firstOfPeople(moved: readonly HeadlineRow[]): string[] {
  const less = moved.filter(isLessCare)
  const bears = less.length > 0 ? moved.filter(isBearingLess) : []
  return [...moved.filter(isOtherPremium), ...less, ...bears].map(({ row }) => row.measure)
}

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

/** Of what chance may have made, and may be more than little, the largest; undefined where there is none. */
export function mostUnclear(rows: readonly HeadlineRow[]): HeadlineRow | undefined {
  const reach = ({ row, scale }: HeadlineRow) => (scale === 0 ? 0 : Math.max(Math.abs(row.lower), Math.abs(row.upper)) / scale)
  const open = rows.filter((one) => !one.headline.isSecondary && one.row.effect === 'unclear' && reach(one) >= UNCLEAR_FROM)
  return open.sort((a, b) => sizeOf(b) - sizeOf(a))[0]
}

/** Was what each household pays and what it is paid for the same in all years, or in one, as far as its households were paired? */
export function areSame(input: ComparisonInput, reform: ComparedScenario, year?: number): boolean {
  const own = input.winners.filter((row) => row.scenario === reform.name && row.measure === 'unchanged_share' && row.group === '')
  return own.every((row) => (year !== undefined && row.year !== year) || row.value === 1)
}
