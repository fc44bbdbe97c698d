/** Cells and rows of the tables beside the pictures. */
import type { Estimate, Figures } from './estimates.ts'

export const NONE = '–'

/** `97.1% [97.0%; 97.3%]`; no brackets with a single replication. */
export const withInterval = ({ mean, p05, p95, n }: Estimate, write: (value: number) => string): string =>
  n > 1 ? `${write(mean)} [${write(p05)}; ${write(p95)}]` : write(mean)

/** A row with a cell for every year; no row where no year has one. */
export function yearRow({ years }: Figures, name: string, cell: (year: number) => string | undefined): string[][] {
  const cells = years.map((year) => cell(year) ?? NONE)
  return cells.every((one) => one === NONE) ? [] : [[name, ...cells]]
}

/** A mean or an estimate as text, nothing where there is no row. */
export const told = <Value>(value: Value | undefined, write: (value: Value) => string): string | undefined =>
  value === undefined ? undefined : write(value)
