/** Rows as the text of the CSV files; parquet.ts has the same tables as Parquet. Same rows, same bytes, on any machine. */

import type { AnnualRow, LedgerRow, MonthlyRow, SummaryRow } from '../rows.ts'
import { HEADLINE_MEASURES, type HeadlineTableRow, PUBLISHED_MEASURES } from '../statistics/headline-table.ts'

/** Tells which measures are money in yuan: those are written with two decimals. */
export type IsMoney = (measure: string) => boolean

/** Excel takes a CSV file for UTF-8 only when it begins with this mark; docs/reading-results.md says how others skip it. */
const BYTE_ORDER_MARK = '\uFEFF'

type Cell = string | number

/** annual.csv: one line a figure; see docs of `AnnualRow` for units. */
export function annualCsv(rows: readonly AnnualRow[], isMoney: IsMoney): string {
  return csv(
    ['scenario', 'replication', 'year', 'area', 'measure', 'group', 'value'],
    rows.map((row) => [row.scenario, row.replication, row.year, row.area, row.measure, row.group, figure(row.value, isMoney(row.measure))]),
  )
}

/** summary.csv: mean, standard error (empty with one replication) and percentiles over replications. */
export function summaryCsv(rows: readonly SummaryRow[], isMoney: IsMoney): string {
  return csv(
    ['scenario', 'year', 'area', 'measure', 'group', 'n', 'mean', 'se', 'p05', 'p50', 'p95'],
    rows.map((row) => {
      const figures = [row.mean, row.se, row.p05, row.p50, row.p95].map((value) => figureOrEmpty(value, isMoney(row.measure)))
      return [row.scenario, row.year, row.area, row.measure, row.group, row.n, ...figures]
    }),
  )
}

/** monthly.csv: the state of fund and desks at the end of each month. */
export function monthlyCsv(rows: readonly MonthlyRow[], isMoney: IsMoney): string {
  return csv(
    ['scenario', 'replication', 'year', 'month', 'area', 'measure', 'group', 'value'],
    rows.map((row) => [
      row.scenario,
      row.replication,
      row.year,
      row.month,
      row.area,
      row.measure,
      row.group,
      figure(row.value, isMoney(row.measure)),
    ]),
  )
}

/** ledger.csv: turnover of every account in whole fen. */
export function ledgerCsv(rows: readonly LedgerRow[]): string {
  return csv(
    ['scenario', 'replication', 'year', 'area', 'account', 'debit_fen', 'credit_fen'],
    rows.map((row) => [row.scenario, row.replication, row.year, row.area, row.account, wholeFen(row.debitFen), wholeFen(row.creditFen)]),
  )
}

/** headline.csv: a column a measure, and published values at the end; empty where there is none. */
export function headlineCsv(rows: readonly HeadlineTableRow[], isMoney: IsMoney): string {
  const cell = (value: number | undefined, measure: string) => (value === undefined ? '' : figure(value, isMoney(measure)))
  return csv(
    ['scenario', 'year', 'area', 'n', ...HEADLINE_MEASURES, ...PUBLISHED_MEASURES.map((measure) => `${measure}_published`)],
    rows.map(({ scenario, year, area, n, means, published }) => [
      ...[scenario, year, area, n],
      ...means.map((value, at) => cell(value, HEADLINE_MEASURES[at])),
      ...published.map((value, at) => cell(value, PUBLISHED_MEASURES[at])),
    ]),
  )
}

/**
 * A figure as text: money with two decimals, counts whole, other values with nine significant digits, trailing zeros dropped.
 * Throws on NaN and infinity: a figure without a denominator has no row.
 */
export function figure(value: number, money: boolean): string {
  if (!Number.isFinite(value)) throw new Error(`a figure is ${value}: no denominator, no row`)
  if (money) return unsignedZero(value.toFixed(2))
  return unsignedZero(Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(9))))
}

/** What cannot be told is an empty cell. */
export const figureOrEmpty = (value: number | undefined, money: boolean): string => (value === undefined ? '' : figure(value, money))

/** Nought has no sign. */
export function unsignedZero(text: string): string {
  return /^-0(\.0*)?$/.test(text) ? text.slice(1) : text
}

function wholeFen(value: number): string {
  if (!Number.isSafeInteger(value)) throw new Error(`${value} is no whole number of fen`)
  return String(value)
}

/** A table as CSV that Excel too takes for UTF-8. */
export function csv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return `${BYTE_ORDER_MARK}${[header, ...rows].map((row) => `${row.map(cell).join(',')}\r\n`).join('')}`
}

/** What a spreadsheet takes for a formula when a cell begins so, in full width too. */
const FORMULA = /^[\s]*[=+\-@＝＋－＠]/
const NUMERAL = /^[+-]?\d[\d.]*(e[+-]?\d+)?$/

/** RFC 4180: quotes only where a cell needs them; an apostrophe makes a text of what would be a formula. */
function cell(value: Cell): string {
  const given = String(value)
  const text = FORMULA.test(given) && !NUMERAL.test(given) ? `'${given}` : given
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}
