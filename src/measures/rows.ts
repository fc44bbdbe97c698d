/** The rows of the output files, before they are turned into text. Money in yuan (fen / 100), shares as fractions. */
export interface AnnualRow {
  readonly scenario: string
  readonly replication: number
  readonly year: number
  readonly area: string
  readonly measure: string
  /** '' for the total, else `quintile=1`, `place=county_hospital`, `channel=bank`, … */
  readonly group: string
  readonly value: number
}
export interface MonthlyRow extends AnnualRow {
  readonly month: number
}
export interface LedgerRow {
  readonly scenario: string
  readonly replication: number
  readonly year: number
  readonly area: string
  readonly account: string
  readonly debitFen: number
  readonly creditFen: number
}
/** Over replications: mean, Monte-Carlo standard error of the mean, 5th, 50th and 95th percentile. */
export interface SummaryRow {
  readonly scenario: string
  readonly year: number
  readonly area: string
  readonly measure: string
  readonly group: string
  readonly n: number
  readonly mean: number
  /** left out where one replication alone has the figure */
  readonly se?: number
  readonly p05: number
  readonly p50: number
  readonly p95: number
}
