/** Rows over replications, area by area, in the order in which their figures first appear when all areas are told replication by replication. */
import type { AnnualRow } from '../rows.ts'

interface Where {
  readonly year: number
  readonly measure: string
  readonly group: string
}
const keyOf = ({ year, measure, group }: Where) => `${year}|${measure}|${group}`

/** An area's figures of all replications, in the order of these, and what is told of them over replications. */
export interface ToldArea<Row extends Where> {
  /** of both, where two scenarios are compared: a figure appears where both have it */
  readonly figures: readonly (readonly AnnualRow[])[]
  readonly rows: readonly Row[]
}

/** What first appears in the first replication comes at once, area by area; the little that appears later at the end. */
export function* inOrderOfAppearance<Row extends Where>(areas: Iterable<ToldArea<Row>>): Generator<readonly Row[]> {
  const later = new Map<number, Row[]>()
  for (const { figures, rows } of areas) {
    const first = firstReplications(figures)
    const of = (row: Row) => first.get(keyOf(row)) ?? 1
    yield rows.filter((row) => of(row) === 1)
    for (const row of rows) if (of(row) !== 1) later.set(of(row), [...(later.get(of(row)) ?? []), row])
  }
  for (const [, rows] of [...later].sort(([a], [b]) => a - b)) yield rows
}

/** The first replication in which each figure is there, in all lists at once. */
function firstReplications([figures, ...others]: readonly (readonly AnnualRow[])[]): Map<string, number> {
  const there = others.map((rows) => new Set(rows.map((row) => `${row.replication}|${keyOf(row)}`)))
  const first = new Map<string, number>()
  for (const row of figures)
    if (!first.has(keyOf(row)) && there.every((keys) => keys.has(`${row.replication}|${keyOf(row)}`)))
      first.set(keyOf(row), row.replication)
  return first
}
