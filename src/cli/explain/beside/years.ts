/** What a year held for the household under each scenario: what it paid and got, whether it sought care, how long it waited for its money. */
import { yearOf } from '../../../kernel/calendar.ts'
import type { TraceEvent } from '../../../scheme/record.ts'
import { AMOUNTS, type AmountId } from '../../../words/amounts.ts'
import type { Words } from '../../../words/lang.ts'

/** Of money in fen, of others how many. */
export const FIGURES_OF_YEAR = {
  paid_in_all: { en: 'paid in all, premiums included', zh: '合计支出（含保费）' },
  premiums_of_household: AMOUNTS.premiums_of_household,
  billed_in_year: AMOUNTS.billed_in_year,
  received_in_year: AMOUNTS.received_in_year,
  borne_by_household: AMOUNTS.borne_by_household,
  members_covered: { en: 'members covered on 1 January', zh: '1月1日参合人数' },
  admissions: { en: 'admissions', zh: '住院次数' },
  admissions_forgone: { en: 'admissions needed but forgone', zh: '应住院未住院次数' },
  visits: { en: 'visits to the doctor', zh: '门诊次数' },
  visits_forgone: { en: 'visits needed but forgone', zh: '应就诊未就诊次数' },
  claims_paid: { en: 'manual claims paid', zh: '手工报销到账笔数' },
  days_to_payment: { en: 'days from discharge to payment, mean', zh: '出院至到账平均天数' },
} as const satisfies Readonly<Record<string, Words>>

type FigureOfYear = keyof typeof FIGURES_OF_YEAR
const FIGURES = Object.keys(FIGURES_OF_YEAR) as readonly FigureOfYear[]
const COUNTED: Readonly<Record<string, FigureOfYear>> = {
  'care.admitted': 'admissions',
  'care.forgone': 'admissions_forgone',
  'care.visited': 'visits',
  'care.visit_forgone': 'visits_forgone',
  'claim.paid': 'claims_paid',
}
const OF_BURDEN = ['premiums_of_household', 'billed_in_year', 'received_in_year', 'borne_by_household'] as const

export function isMoneyOfYear(figure: FigureOfYear): boolean {
  return figure === 'paid_in_all' || OF_BURDEN.some((one) => one === figure)
}

export interface YearRow {
  readonly year: number
  readonly figure: FigureOfYear
  readonly base: number
  readonly reform: number
}

/** Figures that are not the same in both, year by year. */
export function yearRows(base: Iterable<TraceEvent>, reform: Iterable<TraceEvent>, [first, last]: readonly [number, number]): YearRow[] {
  const [was, is] = [figuresOf(base), figuresOf(reform)]
  const years = Array.from({ length: last - first + 1 }, (_, at) => first + at)
  const rows = years.flatMap((year) => FIGURES.map((figure) => ({ year, figure, base: was(year, figure), reform: is(year, figure) })))
  return rows.filter((row) => row.base !== row.reform)
}

/** What the years together cost the household. */
export function paidInAll(
  events: Iterable<TraceEvent>,
  [first, last]: readonly [number, number],
): { all: number; premiums: number; billed: number } {
  const of = figuresOf(events)
  const sum = (figure: FigureOfYear) => {
    let all = 0
    for (let year = first; year <= last; year++) all += of(year, figure)
    return all
  }
  return { all: sum('paid_in_all'), premiums: sum('premiums_of_household'), billed: sum('billed_in_year') }
}

function figuresOf(events: Iterable<TraceEvent>): (year: number, figure: FigureOfYear) => number {
  const sums = new Map<string, number>()
  const add = (year: number, what: string, by: number) => sums.set(`${year} ${what}`, (sums.get(`${year} ${what}`) ?? 0) + by)
  for (const event of events) {
    const { kind, facts = {} } = event
    const year = yearMeant(event)
    const counted = COUNTED[kind]
    if (counted) add(year, counted, 1)
    if (kind === 'claim.paid') add(year, 'days', Number(facts.days_since_discharge))
    if (kind === 'cover.year' && facts.cover === 'covered') add(year, 'members_covered', 1)
    if (kind !== 'burden.year') continue
    for (const id of OF_BURDEN) add(year, id, amountOf(event, id))
    add(year, 'paid_in_all', amountOf(event, 'borne_by_household') + amountOf(event, 'premiums_of_household'))
  }
  return (year, figure) => {
    const sum = (what: string) => sums.get(`${year} ${what}`) ?? 0
    if (figure !== 'days_to_payment') return sum(figure)
    return sum('claims_paid') === 0 ? 0 : sum('days') / sum('claims_paid')
  }
}

/** A claim belongs to the year of its illness, also when it is paid in the next. */
function yearMeant({ day, kind, facts = {} }: TraceEvent): number {
  if (kind === 'claim.paid') return Number(String(facts.claim).slice(0, 4))
  return typeof facts.year === 'number' ? facts.year : yearOf(day)
}

function amountOf({ amounts = [] }: TraceEvent, id: AmountId): number {
  return amounts.find((amount) => amount.id === id)?.fen ?? 0
}
