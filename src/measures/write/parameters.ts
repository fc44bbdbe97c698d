/** parameters.csv and its columns: everything a run has read, beside what it is held against. docs/policy.md explains them. */
import type { ParameterRow } from '../../scenario/changes/row.ts'
import { csv } from './csv.ts'

/** Of whom a row is: columns only where the scenario tells counties or groups apart. */
const OF_WHOM = ['area', 'group'] as const
const COLUMNS = ['name', 'zh', 'en', 'year', 'base', 'reform', 'unit', 'source', 'status', 'in_range', 'set_by', 'from', 'period']

export function parametersCsv(rows: readonly ParameterRow[]): string {
  const ofWhom = OF_WHOM.filter((key) => rows.some((row) => row[key] !== undefined))
  return csv(
    ['scenario', ...ofWhom, ...COLUMNS],
    rows.map((one) => [
      ...[one.scenario, ...ofWhom.map((key) => one[key] ?? ''), one.name, one.zh, one.en, one.year, one.base, one.reform, one.unit],
      ...[one.source, one.status, one.inRange, one.setBy, one.from, one.period],
    ]),
  )
}
