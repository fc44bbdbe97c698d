/** Over replications: how a figure varies when only chance differs. */
import { op, table } from 'arquero'
import { mean, quantile, sampleStandardDeviation } from 'simple-statistics'
import type { AnnualRow, SummaryRow } from '../rows.ts'

/**
 * One row for each scenario, year, area, measure and group, in the order in which they first appear in `rows`.
 * `se` is the Monte-Carlo standard error of the mean, sd ÷ √n; of one replication nothing is known of it, and it is left out.
 * Percentiles lie on the straight line between neighbouring ranks, as R (type 7), pandas and Excel take them.
 * A measure without a denominator has no annual row, so `n` may be smaller than the number of replications.
 */
export function summarise(rows: readonly AnnualRow[]): SummaryRow[] {
  if (!rows.length) return []
  const column = <Key extends keyof AnnualRow>(key: Key) => rows.map((row) => row[key])
  const grouped = table({
    scenario: column('scenario'),
    year: column('year'),
    area: column('area'),
    measure: column('measure'),
    group: column('group'),
    value: column('value'),
  })
    .groupby('scenario', 'year', 'area', 'measure', 'group')
    .rollup({ values: op.array_agg('value') })
  return grouped.objects({ limit: Infinity }).map((row) => summaryRow(row as GroupedRow))
}

type GroupedRow = Pick<SummaryRow, 'scenario' | 'year' | 'area' | 'measure' | 'group'> & { readonly values: number[] }

function summaryRow({ values, ...where }: GroupedRow): SummaryRow {
  const n = values.length
  const [p05, p50, p95] = quantile(values, [0.05, 0.5, 0.95])
  const se = n > 1 ? { se: sampleStandardDeviation(values) / Math.sqrt(n) } : {}
  return { ...where, n, mean: mean(values), ...se, p05, p50, p95 }
}
