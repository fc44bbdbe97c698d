/** Parquet files of the user: only the columns that are read, one after the other, and no more than a table may hold. */
import * as zlib from 'node:zlib'
import { type Compressors, type FileMetaData, parquetMetadata, parquetRead, parquetSchema, snappyUncompress } from 'hyparquet'
import { HOUSEHOLD_COLUMNS, PERSON_COLUMNS } from '../../population/microdata/columns.ts'
import { type Cell, type GivenTable, MOST_ROWS } from '../../population/microdata/table.ts'

const KNOWN: ReadonlySet<string> = new Set([...Object.keys(PERSON_COLUMNS), ...Object.keys(HOUSEHOLD_COLUMNS)])
const MOST_COLUMNS = 2_000
/** A page is a megabyte as a rule. */
const MOST_PAGE_BYTES = 256_000_000

/** The table is too large, in words. */
export class TooLarge extends Error {
  readonly expected: string

  constructor(message: string, expected: string) {
    super(message)
    this.expected = expected
  }
}

/** Throws TooLarge, and whatever the reader of Parquet throws at damaged bytes. */
export async function tableOfParquet(path: string, bytes: Uint8Array): Promise<GivenTable> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  const metadata = parquetMetadata(file)
  const names = parquetSchema(metadata).children.map(({ element }) => element.name)
  if (names.some((name) => typeof name !== 'string')) throw new Error('a column has no name')
  if (names.length > MOST_COLUMNS) throw new TooLarge(`${names.length} columns`, `${MOST_COLUMNS} at most`)
  // the number of rows stands at four places; a damaged one must not become a length
  const parts = metadata.row_groups.flatMap((group) => [
    group.num_rows,
    ...group.columns.map((column) => column.meta_data?.num_values ?? 0n),
  ])
  const rows = Number(metadata.num_rows)
  if ([rows, ...parts.map(Number)].some((count) => count > MOST_ROWS))
    throw new TooLarge(`more than ${MOST_ROWS} rows`, 'a sample with a column weight')
  if ([rows, ...parts.map(Number)].some((count) => !(count >= 0))) throw new Error('the number of rows is negative')
  const columns: Cell[][] = []
  for (const name of names) {
    const isRead = KNOWN.has(name) && names.indexOf(name) === columns.length
    columns.push(isRead ? await columnOf(name, rows, { file, metadata }) : [])
  }
  return { file: path, names, columns, rows, faults: [] }
}

/** One column, chunk by chunk as it is decoded: rows as objects would take ten times the memory. */
async function columnOf(name: string, rows: number, from: { file: ArrayBuffer; metadata: FileMetaData }): Promise<Cell[]> {
  const cells: Cell[] = new Array(rows)
  let read = 0
  await parquetRead({
    ...from,
    columns: [name],
    compressors: COMPRESSORS,
    onChunk({ columnData, rowStart, rowEnd }) {
      read += rowEnd - rowStart
      if (rowEnd <= rows) for (let row = rowStart; row < rowEnd; row++) cells[row] = cellOf(columnData[row - rowStart])
    },
  })
  if (read !== rows) throw new Error(`column ${name} has ${read} rows, not ${rows}`)
  return cells
}

/** Compressions that Node can undo; zstd from Node 22.15 on. */
const COMPRESSORS: Compressors = {
  SNAPPY: (input, length) => {
    const output = new Uint8Array(bounded(length))
    snappyUncompress(input, output)
    return output
  },
  GZIP: (input, length) => zlib.gunzipSync(input, { maxOutputLength: bounded(length) }),
  BROTLI: (input, length) => zlib.brotliDecompressSync(input, { maxOutputLength: bounded(length) }),
  ...zstd(),
}

function zstd(): Compressors {
  const undo = (zlib as { zstdDecompressSync?: (input: Uint8Array, options: { maxOutputLength: number }) => Uint8Array }).zstdDecompressSync
  return undo ? { ZSTD: (input, length) => undo(input, { maxOutputLength: bounded(length) }) } : {}
}

function bounded(length: number): number {
  if (length > MOST_PAGE_BYTES) throw new TooLarge('a page is too large', `${MOST_PAGE_BYTES} bytes at most`)
  return Math.max(1, length)
}

/**
 * A field of Parquet as a field of CSV would be read: days as YYYY-MM-DD, NaN (a missing number of pandas) as nothing. A time of day is
 * kept, to be told: midnight in China is the day before in UTC, and which day was meant is not for us to guess.
 */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? 'a day that is none' : value.toISOString().replace('T00:00:00.000Z', '')
  if (typeof value === 'object') return 'a list or bytes'
  const text = String(value).trim()
  return text === '' ? undefined : text
}
