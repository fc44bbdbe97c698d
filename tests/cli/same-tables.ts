/** Holds each table of a folder of results as Parquet against the same table as CSV. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet'
import { isMoney } from '../../src/measures/dictionary.ts'
import { figure } from '../../src/measures/write/csv.ts'
import { readCsv } from '../../src/policy/csv.ts'

export interface TableAsParquet {
  /** name → what a column is told to hold */
  readonly columns: Readonly<Record<string, string>>
  readonly rows: readonly Readonly<Record<string, unknown>>[]
}

/** Columns that the CSV files with a header of their own do not have. */
const OF_GROUP = ['group_kind', 'group_value']

/** Names of the tables written in a format, without the ending. */
export function tablesIn(folder: string, format: 'csv' | 'parquet'): string[] {
  const names = readdirSync(folder).filter((name) => name.endsWith(`.${format}`))
  return names.map((name) => name.slice(0, -format.length - 1)).sort()
}

export async function readParquet(folder: string, table: string): Promise<TableAsParquet> {
  const file = new Uint8Array(readFileSync(join(folder, `${table}.parquet`))).buffer
  const elements = parquetSchema(parquetMetadata(file)).children.map(({ element }) => element)
  const columns = elements.map(({ name, converted_type: text, type }) => [name, text ?? type ?? ''])
  return { columns: Object.fromEntries(columns), rows: await parquetReadObjects({ file }) }
}

/** The cells of a table, row by row: those of the CSV file, and what the CSV file should say by the Parquet file. */
export async function bothForms(folder: string, table: string): Promise<{ csv: string[][]; parquet: string[][] }> {
  const { columns, rows } = await readParquet(folder, table)
  const text = readFileSync(join(folder, `${table}.csv`), 'utf8')
  const names = Object.keys(columns).filter((name) => !OF_GROUP.includes(name) || text.split('\r\n')[0].includes(name))
  const told = (row: Readonly<Record<string, unknown>>, name: string): string => {
    const value = row[name]
    if (columns[name] === 'DOUBLE' && typeof value === 'number')
      return figure(value, isMoney(String(row.measure ?? name.replace('_published', ''))))
    if (typeof value === 'boolean') return value ? 'yes' : 'no'
    return value === undefined || value === null ? '' : String(value)
  }
  const { rows: lines, faults } = readCsv(table, text, names)
  if (faults.length) throw new Error(`${table}.csv: ${faults[0].message}`)
  return {
    csv: lines.map(({ cells }) => Object.keys(cells).map((name) => `${name} ${cells[name]}`)),
    parquet: rows.map((row) => names.map((name) => `${name} ${told(row, name)}`)),
  }
}
