/** Over replications: how a figure varies when only chance differs. */
import { mean, quantile, sampleStandardDeviation } from 'simple-statistics'
import type { AnnualRow, SummaryRow } from '../rows.ts'

/**
 * One row for each scenario, year, area, measure and group, in the order in which they first appear in `rows`.
 * `se` is the Monte-Carlo standard error of the mean, sd ÷ √n; of one replication nothing is known of it, and it is left out.
 * Percentiles lie on the straight line between neighbouring ranks, as R (type 7), pandas and Excel take them.
 * A measure without a denominator has no annual row, so `n` may be smaller than the number of replications.
 */
export function summarise(rows: readonly AnnualRow[]): SummaryRow[] {
  const grouped = new Map<string, { readonly first: AnnualRow; readonly values: number[] }>()
  for (const row of rows) {
    const key = `${row.scenario}|${row.year}|${row.area}|${row.measure}|${row.group}`
    const found = grouped.get(key)
    if (found) found.values.push(row.value)
    else grouped.set(key, { first: row, values: [row.value] })
  }
  return [...grouped.values()].map(summaryRow)
}

function summaryRow({ first, values }: { readonly first: AnnualRow; readonly values: number[] }): SummaryRow {
  const { scenario, year, area, measure, group } = first
  const n = values.length
  const [p05, p50, p95] = quantile(values, [0.05, 0.5, 0.95])
  const se = n > 1 ? { se: sampleStandardDeviation(values) / Math.sqrt(n) } : {}
  return { scenario, year, area, measure, group, n, mean: mean(values), ...se, p05, p50, p95 }
}
