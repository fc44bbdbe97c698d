/** Parquet written as the rows come: the same bytes as from all rows at once. */
import { ByteWriter, ParquetWriter, schemaFromColumnData } from 'hyparquet-writer'
import type { Columns } from './columns.ts'
import { columnsOf } from './parquet.ts'

/** Rows of the first group, and of each group after it. */
const FIRST = 1000
const OTHERS = 100_000

/** `take` gets the bytes of each group of rows when it is full, and the rest at the end. */
export function growingParquet<Row extends object>(columns: Columns<Row>, take: (bytes: Uint8Array) => void) {
  const writer = new ByteWriter()
  const passOn = () => {
    take(writer.getBytes().slice())
    writer.index = 0
  }
  let parquet: ParquetWriter | undefined
  let waiting: Row[] = []
  const write = (rows: readonly Row[]) => {
    const columnData = columnsOf(rows, columns)
    parquet ??= new ParquetWriter({ writer, schema: schemaFromColumnData({ columnData }) })
    const untyped = columnData.map(({ name, data }) => ({ name, data }))
    void parquet.write({ columnData: untyped, rowGroupSize: OTHERS })
    passOn()
  }
  return {
    add(rows: readonly Row[]): void {
      for (const row of rows) {
        waiting.push(row)
        if (waiting.length < (parquet ? OTHERS : FIRST)) continue
        write(waiting)
        waiting = []
      }
    },
    close(): void {
      if (waiting.length > 0 || !parquet) write(waiting)
      void parquet?.finish()
      passOn()
    },
  }
}
