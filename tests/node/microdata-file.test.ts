import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterAll, describe, expect, test } from 'vitest'
import { parseDay } from '../../src/kernel/calendar.ts'
import { formatFault, InputFaults } from '../../src/kernel/errors.ts'
import { loadMicrodataFiles } from '../../src/node/given/microdata-file.ts'

const loadMicrodata = async (persons: string, households: string) => (await loadMicrodataFiles(persons, households, {})).microdata

const folder = mkdtempSync(join(tmpdir(), 'hezuo-microdata-'))
afterAll(() => rmSync(folder, { recursive: true }))

const example = (name: string) => new URL(`../../data/microdata/${name}.csv`, import.meta.url)
const PERSONS = fileURLToPath(example('persons'))
const HOUSEHOLDS = fileURLToPath(example('households'))

function keep(name: string, content: string | Uint8Array | ArrayBuffer): string {
  const path = join(folder, name)
  writeFileSync(path, content instanceof ArrayBuffer ? new Uint8Array(content) : content)
  return path
}

async function faultsOf(persons: string, households: string): Promise<string[]> {
  try {
    await loadMicrodata(persons, households)
  } catch (error) {
    if (error instanceof InputFaults)
      return error.faults.map((fault) => formatFault({ ...fault, file: fault.file.slice(folder.length + 1) }))
    throw error
  }
  return []
}

/** The columns of a CSV of the example by name. */
function columnsOf(name: string): Record<string, string[]> {
  const [header, ...rows] = readFileSync(example(name), 'utf8').trim().split('\n')
  return Object.fromEntries(header.split(',').map((column, index) => [column, rows.map((row) => row.split(',')[index])]))
}

/** The example as Parquet with the types a survey would have: dates as days, answers as booleans, money as doubles. */
function parquetExample(codec: 'SNAPPY' | 'GZIP') {
  const write = (columnData: Parameters<typeof parquetWriteBuffer>[0]['columnData']) =>
    parquetWriteBuffer({ columnData, codec, compressors: { GZIP: (bytes) => gzipSync(bytes) } })
  const { household, birth_date, sex, chronic, residence, employee_insured } = columnsOf('persons')
  const { id, village, income_per_head, poor, weight } = columnsOf('households')
  const yes = (answers: string[]) => answers.map((answer) => answer === 'yes')
  return {
    persons: write([
      { name: 'employee_insured', data: yes(employee_insured), type: 'BOOLEAN' },
      { name: 'household', data: household, type: 'STRING' },
      { name: 'birth_date', data: birth_date.map((date) => new Date(date)), type: 'TIMESTAMP' },
      { name: 'sex', data: sex, type: 'STRING' },
      { name: 'chronic', data: chronic.map((answer) => (answer === 'yes' ? 1 : 0)), type: 'INT32' },
      { name: 'residence', data: residence, type: 'STRING' },
    ]),
    households: write([
      { name: 'id', data: id, type: 'STRING' },
      { name: 'village', data: village, type: 'STRING' },
      { name: 'income_per_head', data: income_per_head.map(Number), type: 'DOUBLE' },
      { name: 'poor', data: yes(poor), type: 'BOOLEAN' },
      { name: 'weight', data: weight.map(Number), type: 'DOUBLE' },
    ]),
  }
}

describe('Files of persons and households', () => {
  test.each(['SNAPPY', 'GZIP'] as const)('give the same columns from Parquet (%s) as from CSV', async (codec) => {
    const { persons, households } = parquetExample(codec)
    const fromParquet = await loadMicrodata(keep('p.parquet', persons), keep('h.parquet', households))
    expect(fromParquet).toEqual(await loadMicrodata(PERSONS, HOUSEHOLDS))
    expect(fromParquet.households.count).toBe(60)
  })

  test('of Parquet may have columns with names that objects have of themselves: they are named as unused', async () => {
    const { id, income_per_head, poor } = columnsOf('households')
    const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty']
    const columnData = [
      ...names.map((name) => ({ name, data: id, type: 'STRING' as const })),
      ...Object.entries({ id, income_per_head, poor }).map(([name, data]) => ({ name, data, type: 'STRING' as const })),
    ]
    const { unused, households } = await loadMicrodata(PERSONS, keep('named.parquet', parquetWriteBuffer({ columnData })))
    expect(unused.map((text) => text.split(': ')[1])).toEqual(names)
    expect(households.ids).toEqual(id)
  })

  test('may be one CSV and one Parquet, with whole numbers as ids', async () => {
    const columnData = [
      { name: 'id', data: [7n, 9n], type: 'INT64' as const },
      { name: 'income_per_head', data: [5000, 0], type: 'INT32' as const },
      { name: 'poor', data: [false, true], type: 'BOOLEAN' as const },
    ]
    const persons = keep('p.csv', 'household,age,sex,chronic,residence,employee_insured\n9,30,male,no,home,no\n7,31,female,no,home,no\n')
    const { persons: found, households } = await loadMicrodata(persons, keep('h.parquet', parquetWriteBuffer({ columnData })))
    expect(households.ids).toEqual(['7', '9'])
    expect([...found.household]).toEqual([1, 0])
  })

  test('in Parquet are told of with row and column, as they have no lines', async () => {
    const columnData = [
      { name: 'id', data: ['a', 'b', 'c'], type: 'STRING' as const },
      { name: 'income_per_head', data: [5000, Number.NaN, -3], type: 'DOUBLE' as const },
      { name: 'pooor', data: [false, true, true], type: 'BOOLEAN' as const },
    ]
    const persons = keep(
      'p.csv',
      'household,age,sex,chronic,residence,employee_insured\na,30,male,no,home,no\nb,31,female,no,home,no\nc,1,male,no,home,no\n',
    )
    expect(await faultsOf(persons, keep('h.parquet', parquetWriteBuffer({ columnData })))).toEqual([
      'h.parquet: no column is called pooor; expected id, village, income_per_head, poor, weight; nearest poor',
      'h.parquet: row 2, column income_per_head: nothing there; expected yuan a year, zero or more',
      'h.parquet: row 3, column income_per_head: -3 is out of bounds; expected yuan a year, zero or more',
    ])
  })

  test('in Parquet may give birth dates as text or as times at 00:00 UTC; at any other time of day they are faults, not the day before', async () => {
    const kept = (name: string, times: readonly string[], type: 'STRING' | 'TIMESTAMP') =>
      keep(
        name,
        parquetWriteBuffer({
          columnData: [
            { name: 'household', data: ['a', 'a', 'a'], type: 'STRING' },
            { name: 'birth_date', data: type === 'STRING' ? [...times] : times.map((time) => new Date(time)), type },
            { name: 'sex', data: ['male', 'male', 'female'], type: 'STRING' },
            { name: 'chronic', data: [false, false, false], type: 'BOOLEAN' },
            { name: 'residence', data: ['home', 'home', 'home'], type: 'STRING' },
            { name: 'employee_insured', data: [false, false, false], type: 'BOOLEAN' },
          ],
        }),
      )
    const households = keep('one.csv', 'id,income_per_head,poor\na,5000,no\n')
    const days = ['1950-03-07', '1980-12-31', '2001-01-01']
    const asText = await loadMicrodata(kept('days.parquet', days, 'STRING'), households)
    expect(asText.persons.birthDay).toEqual(Int32Array.from(days, (day) => parseDay(day) ?? 0))
    expect(await loadMicrodata(kept('midnight.parquet', days, 'TIMESTAMP'), households)).toEqual(asText)
    // midnight in China
    const china = ['1950-03-07', '1980-12-30T16:00:00Z', '2000-12-31T16:00:00Z']
    expect(await faultsOf(kept('china.parquet', china, 'TIMESTAMP'), households)).toEqual([
      'china.parquet: row 2, column birth_date: “1980-12-30T16:00:00.000Z” has a time of day; expected YYYY-MM-DD: store it as a date',
      'china.parquet: row 3, column birth_date: “2000-12-31T16:00:00.000Z” has a time of day; expected YYYY-MM-DD: store it as a date',
    ])
  })

  test('that cannot be read are told together, each with what was expected', async () => {
    keep('persons.csv', 'x')
    expect(await faultsOf(join(folder, 'person.csv'), keep('damaged.parquet', 'PAR1, and then nothing of the kind'))).toEqual([
      expect.stringMatching(
        /^damaged\.parquet: the Parquet file cannot be read: .+; expected Parquet without compression or with Snappy, gzip or Brotli$/,
      ),
      expect.stringMatching(/^person\.csv: there is no such file; expected a CSV or Parquet file; nearest .*persons\.csv$/),
    ])
    mkdirSync(join(folder, 'survey'))
    // “户” in GBK, on the second line
    const gbk = Uint8Array.of(...new TextEncoder().encode('id,village\n1,'), 0xbb, 0xa7)
    expect(await faultsOf(join(folder, 'survey'), keep('gbk.csv', gbk))).toEqual([
      'gbk.csv:2: the text is not UTF-8 (GBK?); expected CSV saved as UTF-8',
      'survey: this is a folder; expected a CSV or Parquet file',
    ])
    expect(await faultsOf(PERSONS, keep('text.parquet', 'id,village'))).toEqual([
      'text.parquet: not a Parquet file: it does not begin with PAR1; expected a Parquet or CSV file',
    ])
  })

  test('of 20,000 persons are read to the last', async () => {
    const persons = Array.from({ length: 20_000 }, (_, i) => `H${i % 5600},${i % 100},${i % 2 ? 'female' : 'male'},no,home,no`)
    const households = Array.from({ length: 5600 }, (_, h) => `H${h},V${h % 28},${(h * 7919) % 20_000},no,${1 + (h % 7) / 4}`)
    const personsFile = keep('many-p.csv', `household,age,sex,chronic,residence,employee_insured\n${persons.join('\n')}\n`)
    const householdsFile = keep('many-h.csv', `id,village,income_per_head,poor,weight\n${households.join('\n')}\n`)
    const loaded = await loadMicrodata(personsFile, householdsFile)
    expect(loaded.persons.count).toBe(20_000)
    expect(loaded.households.size.reduce((sum, size) => sum + size, 0)).toBe(20_000)
    expect(loaded.households.villages).toHaveLength(28)
    expect(loaded.households.weight?.length).toBe(5600)
  })
})
