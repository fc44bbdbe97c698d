/** The tables of the CSV files as Parquet: the same rows, values typed and unrounded, null where a cell is empty. */
import { type BasicType, parquetWriteBuffer } from 'hyparquet-writer'
import { type Columns, columnsIn } from './columns.ts'

export const parquetOf = <Row extends object>(rows: readonly Row[], columns: Columns<Row>): Uint8Array =>
  new Uint8Array(parquetWriteBuffer({ columnData: columnsOf(rows, columns) }))

/** Rows as the columns that a file is written from. */
export function columnsOf<Row extends object>(rows: readonly Row[], columns: Columns<Row>) {
  return columnsIn(columns).map(({ name, type, isNullable, of }) => ({
    ...{ name, type, nullable: isNullable },
    data: rows.map((row) => typed(of(row), type)),
  }))
}

function typed(value: unknown, type: BasicType | undefined): unknown {
  if (type === 'INT64') return BigInt(Number(value))
  return type === 'STRING' ? String(value ?? '') : value
}
