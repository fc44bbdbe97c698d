/** 微观数据 Reads the user's persons and households from CSV or Parquet files. What must stand in them: data/microdata/dictionary.csv. */
import { type Fault, InputFaults } from '../../kernel/errors.ts'
import { type Microdata, type MicrodataOptions, readMicrodata } from '../../population/microdata/read.ts'
import { type GivenTable, tableOfCsv } from '../../population/microdata/table.ts'
import { reasonOf } from '../../scenario/reading/unreadable.ts'
import { readBounded, sha256, Unreadable } from '../files.ts'
import { textOf } from './encoding.ts'
import { TooLarge, tableOfParquet } from './parquet.ts'

/** A text of more could not be held. */
const MOST_BYTES = 400_000_000

/**
 * Both files, checked, as typed columns, with the sha256 of what was read: of the persons' bytes and the households'.
 * Throws InputFaults with all faults of both.
 */
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
  if (Buffer.from(bytes.subarray(0, 4)).toString('latin1') === 'PAR1') return parquetOrTold(path, bytes)
  if (/\.parquet$/i.test(path)) throw unreadable(path, 'not a Parquet file: it does not begin with PAR1', 'a Parquet or CSV file')
  const text = textOf(bytes)
  if (typeof text === 'string') return tableOfCsv(path, text)
  throw unreadable(path, text.message, text.expected, { line: text.line })
}

function readBytes(path: string): Uint8Array {
  try {
    return readBounded(path, MOST_BYTES)
  } catch (error) {
    if (!(error instanceof Unreadable)) throw error
    const reason = error.code === 'EISDIR' ? 'this is a folder' : reasonOf(error.code)
    throw unreadable(path, reason, 'a CSV or Parquet file', { nearest: error.nearest })
  }
}

function unreadable(file: string, message: string, expected: string, more: { nearest?: string; line?: number } = {}): InputFaults {
  return new InputFaults([{ code: 'microdata-file', file, ...more, message, expected }])
}

const COMPRESSIONS = 'Parquet without compression or with Snappy, gzip or Brotli'

async function parquetOrTold(path: string, bytes: Uint8Array): Promise<GivenTable> {
  try {
    return await tableOfParquet(path, bytes)
  } catch (error) {
    if (error instanceof TooLarge) throw unreadable(path, error.message, error.expected)
    const reason = error instanceof Error ? error.message : String(error)
    throw unreadable(path, `the Parquet file cannot be read: ${reason}`, COMPRESSIONS)
  }
}
