/** A table in every form that is asked for: CSV always, Parquet and a sheet of the workbook besides. */
import type { ReportInput } from '../../../charts/kit/input.ts'
import type { Columns, Table } from '../../../measures/write/columns.ts'
import { parquetOf } from '../../../measures/write/parquet.ts'
import { growingParquet } from '../../../measures/write/parquet-growing.ts'
import type { OutputFolder } from '../../../node/place/output.ts'
import type { Format } from '../../arguments.ts'

const ROWS_AT_ONCE = 5000

/** How rows become the text of a CSV file and the columns of the others. */
interface Written<Row> {
  readonly csv: (rows: readonly Row[]) => string
  readonly columns: Columns<Row>
}

interface GrowingTable<Row> {
  add(rows: readonly Row[]): void
  close(): void
}

export interface TableForms {
  /** a table whose rows come one after the other */
  grow<Row extends object>(name: string, written: Written<Row>): GrowingTable<Row>
  /** a table that is there as a whole, with the text of its CSV file */
  put<Row extends object>(name: string, text: string, table: Table<Row>): void
  /** The last to be called; gives what was left out, for the user to read. */
  close(inputs: readonly ReportInput[]): string[]
}

export async function tableForms(output: OutputFolder, formats: readonly Format[]): Promise<TableForms> {
  const book = formats.includes('xlsx') ? (await import('./book.ts')).openBook(output) : undefined
  const typed = formats.includes('parquet')
  return {
    grow(name, { csv, columns }) {
      const forms = [csvTable(output, name, csv), ...(typed ? [parquetTable(output, name, columns)] : [])]
      if (book) forms.push(book.sheet(name, columns))
      return {
        add(rows) {
          for (const form of forms) form.add(rows)
        },
        close() {
          for (const form of forms) form.close()
        },
      }
    },
    put(name, text, { rows, columns }) {
      output.write(`${name}.csv`, text, rows.length)
      if (typed) output.write(`${name}.parquet`, parquetOf(rows, columns), rows.length)
      const sheet = book?.sheet(name, columns)
      sheet?.add(rows)
      sheet?.close()
    },
    close: (inputs) => (book ? book.close(inputs) : []).map(({ name, rows }) => leftOut(name, rows)),
  }
}

const leftOut = (name: string, rows: number) =>
  `${name} is not in results.xlsx: it has ${rows} rows, more than a sheet holds; read ${name}.csv`

function csvTable<Row extends object>(output: OutputFolder, name: string, csv: Written<Row>['csv']): GrowingTable<Row> {
  const text = output.open(`${name}.csv`)
  let [waiting, rows]: [Row[], number] = [[], 0]
  const write = () => {
    const lines = csv(waiting)
    text.append(rows === 0 ? lines : lines.slice(lines.indexOf('\n') + 1))
    rows += waiting.length
    waiting = []
  }
  return {
    add(more) {
      for (const row of more) waiting.push(row)
      if (waiting.length >= ROWS_AT_ONCE) write()
    },
    close() {
      if (waiting.length > 0 || rows === 0) write()
      text.close(rows)
    },
  }
}

function parquetTable<Row extends object>(output: OutputFolder, name: string, columns: Columns<Row>): GrowingTable<Row> {
  const file = output.open(`${name}.parquet`)
  const groups = growingParquet(columns, file.append)
  let rows = 0
  return {
    add(more) {
      groups.add(more)
      rows += more.length
    },
    close() {
      groups.close()
      file.close(rows)
    },
  }
}
