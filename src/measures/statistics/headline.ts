/** The measures a comparison is judged by, and whether enough replications were run to judge by them. */
import { TOTAL_AREA } from '../areas.ts'
import type { ComparisonRow } from './compare.ts'
import { COVERAGE } from './intervals.ts'
import { tQuantile } from './student-t.ts'

type HeadlineTheme = 'fund' | 'coverage' | 'burden'

/**
 * A headline measure. `against`: what the half-width of its difference is divided by. Its own base mean (of the fund's money: its income,
 * where the base has hardly any of that money); the base mean of another measure, where its own may be near zero (a balance) or rests on
 * few cases; or nothing, for shares (then it is in points).
 */
export interface Headline {
  readonly measure: string
  readonly theme: HeadlineTheme
  readonly against: 'itself' | 'nothing' | 'fund_income' | 'admissions'
  /** told beside the others, but no replications are run to know it better: waiting times hang on the last claims of a small county */
  readonly isSecondary?: true
}

const headline = (theme: HeadlineTheme, measure: string, against: Headline['against']): Headline => ({ theme, measure, against })

/** In the order in which they are told; those that a run does not have are passed over. */
export const HEADLINES: readonly Headline[] = [
  headline('fund', 'fund_income', 'itself'),
  headline('fund', 'fund_expenditure', 'itself'),
  headline('fund', 'current_balance', 'fund_income'),
  headline('fund', 'cumulative_balance', 'fund_income'),
  { ...headline('fund', 'payables_year_end', 'fund_income'), isSecondary: true },
  { ...headline('fund', 'incurred_unreported', 'fund_income'), isSecondary: true },
  headline('coverage', 'participation_rate', 'nothing'),
  headline('coverage', 'effective_reimbursement_rate', 'nothing'),
  headline('coverage', 'inpatient_reimbursement_rate', 'nothing'),
  headline('coverage', 'admissions', 'itself'),
  headline('coverage', 'forgone_admissions', 'admissions'),
  headline('coverage', 'outpatient_visits', 'itself'),
  { ...headline('coverage', 'claim_days_mean', 'itself'), isSecondary: true },
  { ...headline('burden', 'premium_per_head', 'itself'), isSecondary: true },
  headline('burden', 'out_of_pocket_per_member', 'itself'),
  headline('burden', 'che10', 'nothing'),
  headline('burden', 'che25', 'nothing'),
  headline('burden', 'che40', 'nothing'),
  headline('burden', 'poverty_after_reimbursement', 'nothing'),
]

export interface HeadlineRow {
  readonly headline: Headline
  readonly row: ComparisonRow
  /** half the width of the difference's 95 % interval, as `against` says */
  readonly halfWidth: number
  /** what it is divided by; 1 for shares, 0 where there is nothing to divide by */
  readonly scale: number
}

/** The headline rows of an area, the total where none is named, by scenario and year, in the order of HEADLINES. */
export function headlineRows(rows: readonly ComparisonRow[], area?: string): HeadlineRow[] {
  const told = area ?? (rows.some((row) => row.area === TOTAL_AREA) ? TOTAL_AREA : undefined)
  const total = rows.filter((row) => row.group === '' && (told === undefined || row.area === told))
  const found = new Map(total.map((row) => [keyOf(row, row.measure), row]))
  const places = [...new Map(total.map((row) => [keyOf(row, ''), row])).values()]
  return places.flatMap((place) =>
    HEADLINES.flatMap((one) => {
      const row = found.get(keyOf(place, one.measure))
      if (!row) return []
      const scale = scaleOf(one, row, (measure) => found.get(keyOf(row, measure)))
      const half = (row.upper - row.lower) / 2
      return [{ headline: one, row, halfWidth: scale === 0 ? 0 : half / scale, scale }]
    }),
  )
}

const keyOf = ({ scenario, year }: ComparisonRow, measure: string) => `${scenario}|${year}|${measure}`

/** Money of the fund below this part of its income is near nought in the base, and no measure of itself. */
const HARDLY_ANY = 0.1

/** Never 0 where either scenario has any of it. Where the base has none of what it is to be divided by, the reform may; where neither has, there is nothing to judge. */
function scaleOf({ theme, against }: Headline, row: ComparisonRow, find: (measure: string) => ComparisonRow | undefined): number {
  if (against === 'nothing') return 1
  const income = find('fund_income')
  const isNought = theme === 'fund' && Math.abs(row.baseMean) < HARDLY_ANY * Math.abs(income?.baseMean ?? 0)
  const held = against === 'itself' ? (isNought ? income : row) : find(against)
  return [held?.baseMean, held?.reformMean, row.baseMean, row.reformMean].map((mean) => Math.abs(mean ?? 0)).find((mean) => mean > 0) ?? 0
}

/** What the half-width of a row was divided by; of money of which the base has hardly any its income. */
export function heldAgainst({ headline: { theme, against }, row, scale }: HeadlineRow): Headline['against'] {
  return against === 'itself' && theme === 'fund' && scale !== Math.abs(row.baseMean) ? 'fund_income' : against
}

/** The headline row that is known worst; undefined when there is none. */
export function widest(all: readonly HeadlineRow[]): HeadlineRow | undefined {
  const rows = all.filter(({ headline }) => !headline.isSecondary)
  return rows.reduce<HeadlineRow | undefined>((most, one) => (most === undefined || one.halfWidth > most.halfWidth ? one : most), undefined)
}

/**
 * How many replications make the half-width of this row no wider than `precision`, by the spread of the replications run so far.
 * A tenth is added: the spread of a few replications may be an under-estimate, and one larger batch costs less than several small ones.
 */
export function replicationsFor({ row, halfWidth }: HeadlineRow, precision: number): number {
  if (halfWidth <= precision) return row.n
  const spread = (halfWidth / tQuantile(COVERAGE, row.n - 1)) * Math.sqrt(row.n)
  let wanted = row.n + 1
  while ((tQuantile(COVERAGE, wanted - 1) * spread) / Math.sqrt(wanted) > precision && wanted < MOST) wanted = Math.ceil(wanted * 1.05)
  return Math.ceil(wanted * 1.1)
}
const MOST = 100_000
