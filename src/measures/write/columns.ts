/** The columns of each table, whatever it is written as: names, order, and what they hold. The CSV files have their own headers. */
import type { BasicType } from 'hyparquet-writer'
import type { ParameterRow } from '../../scenario/changes/row.ts'
import { partsOfGroup } from '../../words/groups.ts'
import type { DictionaryRow } from '../dictionary.ts'
import type { WinnersRow } from '../protection/winners.ts'
import type { AnnualRow, LedgerRow, MonthlyRow, SummaryRow } from '../rows.ts'
import type { ComparisonRow } from '../statistics/comparison-row.ts'
import type { HangsOnRow } from '../statistics/hangs-on.ts'
import { HEADLINE_MEASURES, type HeadlineTableRow, PUBLISHED_MEASURES } from '../statistics/headline-table.ts'
import type { SolvencyRow } from '../statistics/solvency.ts'
import { told } from './hangs-on.ts'

type Types<Row> = { readonly [Name in keyof Row & string]?: BasicType }

/** The columns of a table, in order; those that may be empty. */
export interface Columns<Row> {
  readonly types: Types<Row>
  readonly nullable?: readonly (keyof Row)[]
}

/** Rows with their columns. */
export interface Table<Row extends object> {
  readonly rows: readonly Row[]
  readonly columns: Columns<Row>
}

const MEASURE = { measure: 'STRING', group: 'STRING' } as const
const OF_A_REPLICATION = { scenario: 'STRING', replication: 'INT32', year: 'INT32' } as const
const OF_A_REFORM = { scenario: 'STRING', base: 'STRING', year: 'INT32' } as const
const INTERVAL = { se: 'DOUBLE', lower: 'DOUBLE', upper: 'DOUBLE' } as const
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
export const COMPARISON: Columns<ComparisonRow> = {
  types: {
    ...{ ...OF_A_REFORM, area: 'STRING', ...MEASURE, n: 'INT32', baseMean: 'DOUBLE', reformMean: 'DOUBLE', difference: 'DOUBLE' },
    ...{ ...INTERVAL, effect: 'STRING' },
  },
}
export const WINNERS: Columns<WinnersRow> = {
  types: { ...OF_A_REFORM, ...MEASURE, n: 'INT32', value: 'DOUBLE', ...INTERVAL },
  nullable: ['lower', 'upper'],
}
const WORDS = { unit: 'STRING', zh: 'STRING', en: 'STRING', definition: 'STRING', definitionZh: 'STRING' } as const
export const DICTIONARY_COLUMNS: Columns<DictionaryRow> = {
  types: { measure: 'STRING', ...WORDS, groupKind: 'STRING', groupValue: 'STRING' },
}

type Wide = Readonly<Record<string, string | number | undefined>>

/** A column a measure; null where there is no figure. */
export function headlineOf(rows: readonly HeadlineTableRow[]): Table<Wide> {
  const figures = [...HEADLINE_MEASURES, ...PUBLISHED_MEASURES.map((measure) => `${measure}_published`)]
  const wide = rows.map(
    ({ scenario, year, area, n, means, published }): Wide => ({
      ...{ scenario, year, area, n },
      ...Object.fromEntries([...means, ...published].map((value, at) => [figures[at], value])),
    }),
  )
  const where = { scenario: 'STRING', year: 'INT32', area: 'STRING', n: 'INT32' } as const
  const types = { ...where, ...Object.fromEntries(figures.map((name) => [name, 'DOUBLE' as const])) }
  return { rows: wide, columns: { types, nullable: figures } }
}

/** Values are texts where all must be alike, since some parameters are words or dates. */
export function parametersOf(rows: readonly ParameterRow[]): Table<ParameterRow> {
  const ofWhom = (['area', 'group'] as const).filter((key) => rows.some((row) => row[key] !== undefined))
  const where = { scenario: 'STRING', ...Object.fromEntries(ofWhom.map((key) => [key, 'STRING' as const])) } as const
  const what = { ...where, name: 'STRING', zh: 'STRING', en: 'STRING', year: 'INT32', base: 'STRING', reform: 'STRING' } as const
  const why = { unit: 'STRING', source: 'STRING', status: 'STRING', inRange: 'STRING', setBy: 'STRING' } as const
  return { rows, columns: { types: { ...what, ...why, from: 'STRING', period: 'STRING' } } }
}

export function hangsOnOf(rows: readonly HangsOnRow[]): Table<HangsOnRow> {
  const named = { name: 'STRING', zh: 'STRING', en: 'STRING', unit: 'STRING', value: 'STRING', low: 'STRING', high: 'STRING' } as const
  const where = { scenario: 'STRING', base: 'STRING', year: 'INT32', measure: 'STRING', rank: 'INT32' } as const
  const digits = (value: number | undefined) => (value === undefined ? undefined : Number(told(value)))
  const rounded = rows.map((row): HangsOnRow => ({ ...row, atLow: digits(row.atLow), atHigh: digits(row.atHigh) }))
  return { rows: rounded, columns: { types: { ...where, ...named, atLow: 'DOUBLE', atHigh: 'DOUBLE' }, nullable: ['atLow', 'atHigh'] } }
}

export interface Column<Row> {
  readonly name: string
  readonly type: BasicType | undefined
  readonly isNullable: boolean
  readonly of: (row: Row) => unknown
}

/** The columns one by one; at the end of a table of measures by group the kind and the value of the group. */
export function columnsIn<Row extends object>({ types, nullable = [] }: Columns<Row>): Column<Row>[] {
  const keys = Object.keys(types) as (keyof Row & string)[]
  const own = keys.map((key): Column<Row> => {
    return { name: columnName(key), type: types[key], isNullable: nullable.includes(key), of: (row) => row[key] }
  })
  const group = own.find(({ name }) => name === 'group')
  if (!group || !('measure' in types)) return own
  const part = (name: string, which: 0 | 1): Column<Row> => ({
    ...{ name, type: 'STRING', isNullable: false },
    of: (row) => partsOfGroup(String(group.of(row)))[which],
  })
  return [...own, part('group_kind', 0), part('group_value', 1)]
}

/** baseMean is base_mean, as in the CSV file. */
const columnName = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
