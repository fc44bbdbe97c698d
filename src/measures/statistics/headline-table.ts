/** 主要指标表 headline.csv: a row a year, the measures that answer most questions as columns, beside what was published. */
import { TOTAL_AREA } from '../areas.ts'
import type { SummaryRow } from '../rows.ts'
import { HEADLINES } from './headlines.ts'

/** Told first of a run, and not among the differences that a comparison tells first. */
const OF_A_RUN = ['payout_per_member', 'reserve_months', 'use_rate'] as const
/** Have published values in years of the model. */
const PUBLISHED = ['participation_rate', 'payout_per_member'] as const

export const HEADLINE_MEASURES: readonly string[] = [...new Set([...PUBLISHED, ...OF_A_RUN, ...HEADLINES.map(({ measure }) => measure)])]
export const PUBLISHED_MEASURES: readonly string[] = PUBLISHED

/** Means over replications of the whole: of the county, or of all counties together. */
export interface HeadlineTableRow {
  readonly scenario: string
  readonly year: number
  /** replications */
  readonly n: number
  /** by HEADLINE_MEASURES; undefined where the run has no such figure */
  readonly means: readonly (number | undefined)[]
  /** by PUBLISHED_MEASURES; undefined where nothing was published */
  readonly published: readonly (number | undefined)[]
}

interface Published {
  readonly measure: string
  readonly year: number
  readonly published: number
}

/** The rows of one scenario, year by year. */
export function headlineTable(summary: readonly SummaryRow[], figures: readonly Published[]): HeadlineTableRow[] {
  const several = summary.some(({ area }) => area === TOTAL_AREA)
  const total = summary.filter(({ area, group }) => group === '' && (!several || area === TOTAL_AREA))
  const years = [...new Set(total.map(({ year }) => year))].sort((a, b) => a - b)
  return years.map((year) => {
    const own = total.filter((row) => row.year === year)
    const mean = (measure: string) => own.find((row) => row.measure === measure)?.mean
    const published = (measure: string) => figures.find((one) => one.measure === measure && one.year === year)?.published
    const { scenario, n } = own[0]
    return { scenario, year, n, means: HEADLINE_MEASURES.map(mean), published: PUBLISHED.map(published) }
  })
}
