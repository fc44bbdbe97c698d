/** 微观数据 Reads the user's persons and households from CSV or Parquet files. What must stand in them: data/microdata/dictionary.csv. */
import { readFileSync } from 'node:fs'
import { brotliDecompressSync, gunzipSync } from 'node:zlib'
import { type Compressors, parquetMetadata, parquetReadObjects, parquetSchema } from 'hyparquet'
import { type Fault, InputFaults } from '../../kernel/errors.ts'
import { type Microdata, type MicrodataOptions, readMicrodata } from '../../population/microdata/read.ts'
import { type Cell, type GivenTable, tableOfCsv } from '../../population/microdata/table.ts'
import { codeOf, likeNamed, sha256 } from '../files.ts'

/** Compressions that Node can undo, besides Snappy, which the reader of Parquet knows. */
const COMPRESSORS: Compressors = { GZIP: (input) => gunzipSync(input), BROTLI: (input) => brotliDecompressSync(input) }

/** Both files, checked, as typed columns. Throws InputFaults with all faults of both. */
export async function loadMicrodata(personsPath: string, householdsPath: string, options: MicrodataOptions = {}): Promise<Microdata> {
  return (await loadMicrodataFiles(personsPath, householdsPath, options)).microdata
}

/** The same, with the sha256 of what was read: of the persons' bytes and the households'. */
export async function loadMicrodataFiles(
  personsPath: string,
  householdsPath: string,
  options: MicrodataOptions,
): Promise<{ microdata: Microdata; sha256: string }> {
  const faults: Fault[] = []
  const readOrTell = async (path: string) => {
    try {
      return await readTable(path)
    } catch (error) {
      if (!(error instanceof InputFaults)) throw error
      faults.push(...error.faults)
      return undefined
    }
  }
  const [households, persons] = [await readOrTell(householdsPath), await readOrTell(personsPath)]
  if (!households || !persons) throw new InputFaults(faults)
  const microdata = readMicrodata(persons.table, households.table, options)
  return { microdata, sha256: sha256(`${persons.sha256} ${households.sha256}`) }
}

/** The table in a file, Parquet when it begins as Parquet does (PAR1), else CSV. Throws InputFaults when it cannot be read at all. */
async function readTable(path: string): Promise<{ table: GivenTable; sha256: string }> {
  const bytes = readBytes(path)
  return { table: await tableOf(path, bytes), sha256: sha256(bytes) }
}

async function tableOf(path: string, bytes: Uint8Array): Promise<GivenTable> {
  const isParquet = bytes.length >= 4 && new TextDecoder('latin1').decode(bytes.subarray(0, 4)) === 'PAR1'
  if (isParquet) return tableOfParquet(path, bytes)
  if (/\.parquet$/i.test(path)) throw unreadable(path, 'not a Parquet file: it does not begin with PAR1', 'a Parquet or CSV file')
  return tableOfCsv(path, utf8Text(path, bytes))
}

function readBytes(path: string): Uint8Array {
  try {
    return readFileSync(path)
  } catch (error) {
    const code = codeOf(error)
    if (code === 'ENOENT') throw unreadable(path, 'there is no such file', 'a CSV or Parquet file', likeNamed(path))
    throw unreadable(path, code === 'EISDIR' ? 'this is a folder' : `the file cannot be read (${code})`, 'a CSV or Parquet file')
  }
}

function unreadable(file: string, message: string, expected: string, nearest?: string, line?: number): InputFaults {
  return new InputFaults([{ code: 'microdata-file', file, line, message, expected, nearest }])
}

/** Excel in Chinese writes GBK unless told otherwise: read as UTF-8, every name would be nonsense. */
function utf8Text(path: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    const before = new TextDecoder('utf-8').decode(bytes).split('\uFFFD', 1)[0]
    throw unreadable(path, 'the text is not UTF-8 (GBK?)', 'CSV saved as UTF-8', undefined, before.split('\n').length)
  }
}

async function tableOfParquet(path: string, bytes: Uint8Array): Promise<GivenTable> {
  const file = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength) as ArrayBuffer
  try {
    const names = parquetSchema(parquetMetadata(file)).children.map(({ element }) => element.name)
    const rows = await parquetReadObjects({ file, compressors: COMPRESSORS })
    return { file: path, names, columns: names.map((name) => rows.map((row) => cellOf(row[name]))), rows: rows.length, faults: [] }
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    throw unreadable(path, `the Parquet file cannot be read: ${reason}`, 'Parquet without compression or with Snappy, gzip or Brotli')
  }
}

/**
 * A field of Parquet as a field of CSV would be read: days as YYYY-MM-DD, NaN (a missing number of pandas) as nothing. A time of day is
 * kept, to be told: midnight in China is the day before in UTC, and which day was meant is not for us to guess.
 */
function cellOf(value: unknown): Cell {
  if (value === null || value === undefined || Number.isNaN(value)) return undefined
  if (typeof value === 'number' || typeof value === 'boolean') return value
  if (value instanceof Date) return value.toISOString().replace('T00:00:00.000Z', '')
  const text = typeof value === 'string' ? value.trim() : typeof value === 'bigint' ? String(value) : JSON.stringify(value)
  return text === '' ? undefined : text
}
