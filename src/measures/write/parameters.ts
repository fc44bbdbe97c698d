/** parameters.csv and its columns: everything a run has read, beside what it is held against. docs/parameters-table.md explains them. */
import type { ParameterRow } from '../../scenario/changes/row.ts'
import { csv } from './csv.ts'

export function parametersCsv(rows: readonly ParameterRow[]): string {
  const hasAreas = rows.some(({ area }) => area !== undefined)
  return csv(
    [
      'scenario',
      ...(hasAreas ? ['area'] : []),
      'name',
      'zh',
      'en',
      'year',
      'base',
      'reform',
      'unit',
      'source',
      'status',
      'in_range',
      'set_by',
      'from',
      'period',
    ],
    rows.map((one) => [
      ...[
        one.scenario,
        ...(hasAreas ? [one.area ?? ''] : []),
        one.name,
        one.zh,
        one.en,
        one.year,
        one.base,
        one.reform,
        one.unit,
        one.source,
        one.status,
      ],
      ...[one.inRange, one.setBy, one.from, one.period],
    ]),
  )
}
