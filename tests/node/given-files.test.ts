/** Files that are none, are too large, damaged, or those of another program. */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as zlib from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, describe, expect, test } from 'vitest'
import { formatFault, InputFaults } from '../../src/kernel/errors.ts'
import { readScenarioText, Unreadable } from '../../src/node/files.ts'
import { loadMicrodataFiles } from '../../src/node/given/microdata-file.ts'

const loadMicrodata = async (persons: string, households: string) => (await loadMicrodataFiles(persons, households, {})).microdata

const folder = mkdtempSync(join(tmpdir(), 'hezuo-given-'))
afterAll(() => rmSync(folder, { recursive: true }))

function keep(name: string, content: string | Uint8Array | ArrayBuffer): string {
  const path = join(folder, name)
  writeFileSync(path, content instanceof ArrayBuffer ? new Uint8Array(content) : content)
  return path
}

const HOUSEHOLDS = keep('h.csv', 'id,income_per_head,poor\na,1,no\n')
const PERSONS = 'household,age,sex,chronic,residence,employee_insured\na,1,male,no,home,no\n'

async function told(persons: string): Promise<string[]> {
  try {
    await loadMicrodata(persons, HOUSEHOLDS)
    return []
  } catch (error) {
    if (error instanceof InputFaults) return error.faults.map((fault) => formatFault({ ...fault, file: 'p' }))
    throw error
  }
}

const columns = (rows: number) =>
  PERSONS.split('\n')[0]
    .split(',')
    .map((name, column) => ({ name, data: new Array(rows).fill(PERSONS.split('\n')[1].split(',')[column]) }))

const utf32 = (letter: string) => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32LE(letter.codePointAt(0) ?? 0)
  return bytes
}

describe('A file of another kind is named', () => {
  test.each([
    [
      'UTF-16 with tabs, as Excel writes Unicode text',
      Buffer.from(`\uFEFF${PERSONS}`, 'utf16le'),
      'the text is UTF-16 (“Unicode text” of Excel)',
    ],
    ['UTF-16 without its mark', Buffer.from(PERSONS, 'utf16le'), 'the text is UTF-16 without its mark, or no text at all'],
    ['UTF-32', Buffer.concat([...`\uFEFF${PERSONS}`].map((letter) => utf32(letter))), 'the text is UTF-32'],
    ['UTF-32 without its mark', Buffer.concat([...PERSONS].map((letter) => utf32(letter))), 'the text is UTF-32 without its mark'],
    ['gzip', zlib.gzipSync(PERSONS), 'the file is compressed'],
    ['a workbook', Buffer.from('PK\u0003\u0004xl/workbook.xml'), 'this is an Excel workbook (xlsx) or another archive'],
    ['an old workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'this is an old Excel workbook (xls)'],
    ['Stata', Buffer.from('<stata_dta><header>'), 'this is a Stata file'],
    ['SPSS', Buffer.from('$FL2@(#) SPSS DATA FILE'), 'this is an SPSS file'],
    ['a web page', Buffer.from('<!DOCTYPE html>'), 'this is a web page or XML'],
    [
      'letters lost in a conversion',
      Buffer.from(PERSONS.replace('male', 'm\uFFFDle')),
      'letters were lost when the file was converted (�)',
    ],
  ])('%s', async (_, bytes, message) => {
    const faults = await told(keep('p.csv', bytes))
    expect(faults).toEqual([expect.stringContaining(`: ${message}; expected CSV saved as UTF-8`)])
  })
})

describe('A file that is none, or too large', () => {
  test.runIf(process.platform !== 'win32')('a pipe or device is not waited for, and a link in a circle not followed', async () => {
    execFileSync('mkfifo', [join(folder, 'pipe')])
    symlinkSync(join(folder, 'loop'), join(folder, 'loop'))
    for (const path of [join(folder, 'pipe'), '/dev/zero']) {
      expect(await told(path)).toEqual(['p: this is a pipe or a device, not a file; expected a CSV or Parquet file'])
      expect(() => readScenarioText(path)).toThrow(new Unreadable('ENOTFILE'))
    }
    expect(await told(join(folder, 'loop'))).toEqual([expect.stringContaining('this is a link that leads back to itself')])
  })

  test('is not read at all', async () => {
    const large = keep('large', '')
    truncateSync(large, 500_000_000)
    expect(await told(large)).toEqual(['p: the file is too large; expected a CSV or Parquet file'])
    expect(() => readScenarioText(large)).toThrow(new Unreadable('EFBIG'))
  })
})

describe('Parquet', () => {
  test('of more rows than a table may have is refused from its footer, however small the file', async () => {
    const bomb = keep('bomb.parquet', parquetWriteBuffer({ codec: 'SNAPPY', rowGroupSize: 2_100_000, columnData: columns(2_100_000) }))
    expect(await told(bomb)).toEqual(['p: more than 2000000 rows; expected a sample with a column weight'])
  })

  test('with any byte changed is read or refused in words, and nothing is left that fails later', async () => {
    const stray: unknown[] = []
    const hear = (error: unknown) => stray.push(error)
    process.on('unhandledRejection', hear)
    const sound = new Uint8Array(parquetWriteBuffer({ columnData: columns(40) }))
    for (let at = 4; at < sound.length; at += 3) {
      const damaged = sound.slice()
      damaged[at] ^= 0xff
      const faults = await told(keep('damaged.parquet', damaged))
      for (const fault of faults) expect(fault.length).toBeLessThan(2500)
    }
    await new Promise((resume) => setTimeout(resume, 20))
    process.off('unhandledRejection', hear)
    expect(stray).toEqual([])
  })

  test('columns that are not read are not decoded, and lists in place of answers are told', async () => {
    const more = [...columns(2), { name: 'photo', data: [new Uint8Array(10), new Uint8Array(10)] }]
    expect(await told(keep('more.parquet', parquetWriteBuffer({ columnData: more })))).toEqual([])
    const lists = columns(1).map((column) => (column.name === 'sex' ? { name: 'sex', data: [{ a: 1n }], type: 'JSON' as const } : column))
    expect((await told(keep('list.parquet', parquetWriteBuffer({ columnData: lists }))))[0]).toMatch(/^p: /)
  })

  test('of zstd is read where Node can, and otherwise refused by name', async () => {
    const undo = 'zstdCompressSync' in zlib ? (zlib.zstdCompressSync as (bytes: Uint8Array) => Uint8Array) : undefined
    const compressors = { ZSTD: (bytes: Uint8Array) => (undo ? undo(bytes) : bytes) }
    const file = keep('z.parquet', parquetWriteBuffer({ codec: 'ZSTD', compressors, columnData: columns(300) }))
    const faults = await told(file)
    if (undo) expect(faults).toEqual([expect.stringContaining('household “a”')].slice(1))
    else expect(faults).toEqual([expect.stringContaining('unsupported compression codec: ZSTD')])
  })
})
