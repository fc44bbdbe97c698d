/** 主要指标表 headline.csv: a row a year and area, the measures that answer most questions as columns, beside what was published. */
import { TOTAL_AREA } from '../areas.ts'
import type { SummaryRow } from '../rows.ts'
import { HEADLINES } from './headlines.ts'

/** Told first of a run, and not among the differences that a comparison tells first. */
const OF_A_RUN = ['payout_per_member', 'reserve_months', 'use_rate'] as const
/** Have published values in years of the model. */
const PUBLISHED = ['participation_rate', 'payout_per_member'] as const

export const HEADLINE_MEASURES: readonly string[] = [...new Set([...PUBLISHED, ...OF_A_RUN, ...HEADLINES.map(({ measure }) => measure)])]
export const PUBLISHED_MEASURES: readonly string[] = PUBLISHED

/** Means over replications of an area: of the county, of all counties together, or of one that the scenario names. */
export interface HeadlineTableRow {
  readonly scenario: string
  readonly year: number
  readonly area: string
  /** replications */
  readonly n: number
  /** by HEADLINE_MEASURES; undefined where the run has no such figure */
  readonly means: readonly (number | undefined)[]
  /** by PUBLISHED_MEASURES; undefined where nothing was published, as of single counties among several */
  readonly published: readonly (number | undefined)[]
}

interface Published {
  readonly measure: string
  readonly year: number
  readonly published: number
}

/** The rows of one scenario, year by year: the whole first, then 分县 each other area that the summary tells of. */
export function headlineTable(summary: readonly SummaryRow[], figures: readonly Published[]): HeadlineTableRow[] {
  const areas = new Map<string, SummaryRow[]>()
  for (const row of summary) {
    if (row.group !== '') continue
    const own = areas.get(row.area)
    if (own) own.push(row)
    else areas.set(row.area, [row])
  }
  const whole = areas.has(TOTAL_AREA) ? TOTAL_AREA : [...areas.keys()][0]
  const others = [...areas].filter(([area]) => area !== whole)
  return [...yearRows(areas.get(whole) ?? [], figures), ...others.flatMap(([, own]) => yearRows(own, []))]
}

/** The rows of one area. */
function yearRows(own: readonly SummaryRow[], figures: readonly Published[]): HeadlineTableRow[] {
  const years = new Map<number, SummaryRow[]>()
  for (const row of own) years.set(row.year, [...(years.get(row.year) ?? []), row])
  return [...years]
    .sort(([one], [other]) => one - other)
    .map(([year, rows]) => {
      const means = new Map(rows.map((row) => [row.measure, row.mean]))
      const published = (measure: string) => figures.find((one) => one.measure === measure && one.year === year)?.published
      const { scenario, area, n } = rows[0]
      const told = HEADLINE_MEASURES.map((measure) => means.get(measure))
      return { scenario, year, area, n, means: told, published: PUBLISHED.map(published) }
    })
}
