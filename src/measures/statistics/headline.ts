/** The headline figures of a comparison, and whether enough replications were run to judge by them. */
import { TOTAL_AREA } from '../areas.ts'
import type { ComparisonRow } from './comparison-row.ts'
import { HEADLINES, type Headline } from './headlines.ts'
import { scaleOf } from './held-against.ts'
import { COVERAGE } from './intervals.ts'
import { tQuantile } from './student-t.ts'

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
      const scale = scaleOf(row, (measure) => found.get(keyOf(row, measure)))
      const half = (row.upper - row.lower) / 2
      return [{ headline: one, row, halfWidth: scale === 0 ? 0 : half / scale, scale }]
    }),
  )
}

const keyOf = ({ scenario, year }: ComparisonRow, measure: string) => `${scenario}|${year}|${measure}`

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
