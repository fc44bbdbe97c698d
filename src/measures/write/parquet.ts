/** The tables of the CSV files as Parquet: the same rows and column names, values typed and unrounded, null where a cell is empty. */
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer'
import type { ParameterRow } from '../../scenario/changes/row.ts'
import type { DictionaryRow } from '../dictionary.ts'
import type { WinnersRow } from '../protection/winners.ts'
import type { AnnualRow, LedgerRow, MonthlyRow, SummaryRow } from '../rows.ts'
import type { ComparisonRow } from '../statistics/compare.ts'
import type { HangsOnRow } from '../statistics/hangs-on.ts'
import { HEADLINE_MEASURES, type HeadlineTableRow, PUBLISHED_MEASURES } from '../statistics/headline-table.ts'
import type { SolvencyRow } from '../statistics/solvency.ts'
import { told } from './hangs-on.ts'

type Types<Row> = { readonly [Name in keyof Row & string]?: BasicType }

const MEASURE = { measure: 'STRING', group: 'STRING' } as const
const OF_A_REPLICATION = { scenario: 'STRING', replication: 'INT32', year: 'INT32' } as const
const OF_A_REFORM = { scenario: 'STRING', base: 'STRING', year: 'INT32' } as const
const INTERVAL = { se: 'DOUBLE', lower: 'DOUBLE', upper: 'DOUBLE' } as const

/** The columns of a table, in order; those that may be empty. */
export interface Columns<Row> {
  readonly types: Types<Row>
  readonly nullable?: readonly (keyof Row)[]
}

const FIGURES = { mean: 'DOUBLE', se: 'DOUBLE', p05: 'DOUBLE', p50: 'DOUBLE', p95: 'DOUBLE' } as const

export const ANNUAL: Columns<AnnualRow> = { types: { ...OF_A_REPLICATION, area: 'STRING', ...MEASURE, value: 'DOUBLE' } }
export const MONTHLY: Columns<MonthlyRow> = { types: { ...OF_A_REPLICATION, month: 'INT32', area: 'STRING', ...MEASURE, value: 'DOUBLE' } }
/** Whole fen: a county's turnover of a year does not fit into 32 bits. */
export const LEDGER: Columns<LedgerRow> = {
  types: { ...OF_A_REPLICATION, area: 'STRING', account: 'STRING', debitFen: 'INT64', creditFen: 'INT64' },
}
/** Null `se`: one replication alone has the figure. */
export const SUMMARY: Columns<SummaryRow> = {
  types: { scenario: 'STRING', year: 'INT32', area: 'STRING', ...MEASURE, n: 'INT32', ...FIGURES },
  nullable: ['se'],
}
/** Null month: the year's end; null bound: it cannot be told from so few replications. */
export const SOLVENCY: Columns<SolvencyRow> = {
  types: {
    ...{ scenario: 'STRING', year: 'INT32', month: 'INT32', area: 'STRING', ...MEASURE },
    ...{ n: 'INT32', value: 'DOUBLE', lower: 'DOUBLE', upper: 'DOUBLE' },
  },
  nullable: ['month', 'lower', 'upper'],
}

export const parquetOf = <Row extends object>(rows: readonly Row[], { types, nullable }: Columns<Row>): Uint8Array =>
  parquet(rows, types, nullable)

/** `effect` is true or false where the CSV file says yes or no. */
export const COMPARISON: Columns<ComparisonRow> = {
  types: {
    ...{ ...OF_A_REFORM, area: 'STRING', ...MEASURE, n: 'INT32', baseMean: 'DOUBLE', reformMean: 'DOUBLE', difference: 'DOUBLE' },
    ...{ ...INTERVAL, effect: 'BOOLEAN' },
  },
}

export const winnersParquet = (rows: readonly WinnersRow[]): Uint8Array =>
  parquet(rows, { ...OF_A_REFORM, ...MEASURE, n: 'INT32', value: 'DOUBLE', ...INTERVAL }, ['lower', 'upper'])

/** headline.parquet: null where there is no figure. */
export const headlineParquet = (rows: readonly HeadlineTableRow[]): Uint8Array => {
  const published = PUBLISHED_MEASURES.map((measure) => `${measure}_published`)
  const figures = [...HEADLINE_MEASURES, ...published]
  const wide = rows.map(
    ({ scenario, year, n, means, published: told }): Readonly<Record<string, string | number | undefined>> => ({
      ...{ scenario, year, n },
      ...Object.fromEntries([...means, ...told].map((value, at) => [figures[at], value])),
    }),
  )
  const where = { scenario: 'STRING', year: 'INT32', n: 'INT32' } as const
  return parquet(wide, { ...where, ...Object.fromEntries(figures.map((name) => [name, 'DOUBLE' as const])) }, figures)
}

export const dictionaryParquet = (rows: readonly DictionaryRow[]): Uint8Array =>
  parquet(rows, { measure: 'STRING', unit: 'STRING', zh: 'STRING', en: 'STRING', definition: 'STRING', definitionZh: 'STRING' })

/** Values are texts, since some parameters are words or dates. */
export const parametersParquet = (rows: readonly ParameterRow[]): Uint8Array => {
  const texts = rows.map((row) => ({
    ...row,
    area: row.area ?? '',
    group: row.group ?? '',
    base: String(row.base),
    reform: String(row.reform),
  }))
  const ofWhom = (['area', 'group'] as const).filter((key) => rows.some((row) => row[key] !== undefined))
  const where = { scenario: 'STRING', ...Object.fromEntries(ofWhom.map((key) => [key, 'STRING' as const])) } as const
  const what = { ...where, name: 'STRING', zh: 'STRING', en: 'STRING', year: 'INT32', base: 'STRING', reform: 'STRING' } as const
  const why = { unit: 'STRING', source: 'STRING', status: 'STRING', inRange: 'STRING', setBy: 'STRING' } as const
  return parquet(texts, { ...what, ...why, from: 'STRING', period: 'STRING' })
}

export const hangsOnParquet = (rows: readonly HangsOnRow[]): Uint8Array => {
  const named = { name: 'STRING', zh: 'STRING', en: 'STRING', unit: 'STRING', value: 'STRING', low: 'STRING', high: 'STRING' } as const
  const where = { scenario: 'STRING', base: 'STRING', year: 'INT32', measure: 'STRING', rank: 'INT32' } as const
  const digits = (value: number | undefined) => (value === undefined ? undefined : Number(told(value)))
  const rounded = rows.map((row): HangsOnRow => ({ ...row, atLow: digits(row.atLow), atHigh: digits(row.atHigh) }))
  return parquet(rounded, { ...where, ...named, atLow: 'DOUBLE', atHigh: 'DOUBLE' }, ['atLow', 'atHigh'])
}

/** A table as Parquet; the keys of `types` are its columns, in order, and may be empty where `nullable` names them. */
function parquet<Row extends object>(rows: readonly Row[], types: Types<Row>, nullable: readonly (keyof Row)[] = []): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData: columnsOf(rows, { types, nullable }) }))
}

/** Rows as the columns that a file is written from. */
export function columnsOf<Row extends object>(rows: readonly Row[], { types, nullable = [] }: Columns<Row>) {
  const keys = Object.keys(types) as (keyof Row & string)[]
  return keys.map((key) => {
    const type = types[key]
    const values = rows.map((row) => row[key])
    const data = type === 'INT64' ? values.map((value) => BigInt(Number(value))) : values
    return { name: columnName(key), data, type, nullable: nullable.includes(key) }
  })
}

/** baseMean is base_mean, as in the CSV file. */
const columnName = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
