/** Surveys as they come from spreadsheets and statistics programs: read rightly or refused with the remedy, never read as something else. */
import { gzipSync } from 'node:zlib'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { describe, expect, test } from 'vitest'
import { hezuo } from '../cli/command.ts'
import { checked, HOUSEHOLDS, PERSONS, survey } from './people.ts'

const MISSING = 'a missing answer must be filled in, or its household left out'
const perRow = (text: string, change: (row: string) => string) => text.trim().split('\n').map(change).join('\n')

describe('Read as the same people', () => {
  test.each([
    ['a byte-order mark and CRLF', (text: string) => `\uFEFF${text.replaceAll('\n', '\r\n')}`],
    ['lines that end with CR alone, as “CSV (Macintosh)” has them', (text: string) => text.replaceAll('\n', '\r')],
    ['two columns at the right in which nothing stands', (text: string) => perRow(text, (row) => `${row},,`)],
    ['every field in quotes', (text: string) => perRow(text, (row) => row.replaceAll(/[^,]+/g, '"$&"'))],
  ])('%s', async (_, written) => {
    const { code, valid } = await checked(written(PERSONS), written(HOUSEHOLDS))
    expect({ code, valid: valid[0] }).toEqual({ code: 0, valid: (await checked()).valid[0] })
  })

  test('answers that pandas turned into 0.0 and 1.0, in CSV as in Parquet', async () => {
    const floats = (text: string) => text.replaceAll(',no', ',0.0').replaceAll(',yes', ',1.0')
    expect((await checked(floats(PERSONS), floats(HOUSEHOLDS))).code).toBe(0)
    expect((await checked(asParquet(PERSONS, ['chronic', 'employee_insured']), asParquet(HOUSEHOLDS, ['poor']), 'parquet')).code).toBe(0)
  })

  test('born on 29 February of a leap year, which 1900 and 1999 are not', async () => {
    expect((await checked(PERSONS.replace('1983-06-05', '1960-02-29'))).code).toBe(0)
    const { faults } = await checked(PERSONS.replace('1958-09-30', '1999-02-29').replace('1961-02-11', '1900-02-29'))
    expect(faults).toEqual([
      expect.stringContaining('persons.csv:2:2: row 1, column birth_date: “1999-02-29” is not a day of the calendar'),
      expect.stringContaining('persons.csv:3:2: row 2, column birth_date: “1900-02-29” is not a day of the calendar'),
    ])
  })
})

describe('Refused once a file, whatever is in it', () => {
  const gbk = (text: string) =>
    Buffer.concat([Buffer.from(text.split('male', 1)[0]), Buffer.from([0xc4, 0xd0, 0xc5, 0xae]), Buffer.from('\n')])
  test.each([
    ['GB18030', gbk, 'the text is not UTF-8 (GBK?); expected CSV saved as UTF-8'],
    [
      '“Unicode text” of Excel',
      (text: string) => Buffer.from(`\uFEFF${text.replaceAll(',', '\t')}`, 'utf16le'),
      'the text is UTF-16 (“Unicode text” of Excel)',
    ],
    ['gzip', (text: string) => gzipSync(text), 'the file is compressed; expected CSV saved as UTF-8'],
    ['semicolons', (text: string) => text.replaceAll(',', ';'), 'the columns are separated by semicolons; expected commas'],
    ['tabs', (text: string) => text.replaceAll(',', '\t'), 'the columns are separated by tabs; expected commas'],
    ['full-width commas', (text: string) => text.replaceAll(',', '，'), 'the columns are separated by full-width commas; expected commas'],
  ])('%s', async (_, written, message) => {
    const { code, faults } = await checked(written(PERSONS), written(HOUSEHOLDS))
    expect(code).toBe(2)
    expect(faults).toEqual(['households.csv', 'persons.csv'].map((file) => expect.stringMatching(`^${file}(:\\d+)*: `)))
    for (const fault of faults) expect(fault).toContain(message)
  })
})

describe('Refused where it stands', () => {
  test.each([
    [
      'a decimal comma',
      HOUSEHOLDS.replace('22.5', '"22,5"'),
      'households.csv:3:5: row 2, column weight: “22,5” is not a number',
      'nearest 22.5',
    ],
    [
      'a mark of thousands',
      HOUSEHOLDS.replace('11264', '"11,264"'),
      'households.csv:3:3: row 2, column income_per_head: “11,264”',
      'nearest 11264',
    ],
    [
      'full-width digits',
      HOUSEHOLDS.replace('5400', '５４００'),
      'households.csv:2:3: row 1, column income_per_head: “５４００”',
      'nearest 5400',
    ],
    [
      'a code of the survey for an income',
      HOUSEHOLDS.replace('5400', '-9'),
      'households.csv:2:3: row 1, column income_per_head: -9 is out of bounds',
      'zero or more',
    ],
    [
      'a weight of zero',
      HOUSEHOLDS.replace('22.5', '0'),
      'households.csv:3:5: row 2, column weight: 0 is out of bounds',
      'a weight above zero',
    ],
  ])('%s', async (_, households, message, remedy) => {
    const { code, faults } = await checked(PERSONS, households)
    expect({ code, faults }).toEqual({ code: 2, faults: [expect.stringContaining(message)] })
    expect(faults[0]).toContain(remedy)
  })

  test.each([
    ['NA', `“NA” means that the answer is missing; expected yes or no (true, false, 1, 0, 是, 否): ${MISSING}`],
    ['-8', `“-8” is none of the answers; expected yes or no (true, false, 1, 0, 是, 否): ${MISSING}`],
    ['2', '“2” is none of the answers; expected yes or no (true, false, 1, 0, 是, 否)'],
  ])('the answer %s, with nothing proposed', async (answer, message) => {
    const { faults } = await checked(PERSONS.replace('female,yes,home', `female,${answer},home`))
    expect(faults).toEqual([`persons.csv:3:4: row 2, column chronic: ${message}`])
  })

  test('the year of birth alone, with the column that takes an age', async () => {
    const { faults } = await checked(PERSONS.replaceAll(/-\d\d-\d\d/g, ''))
    expect(faults).toHaveLength(5)
    for (const fault of faults)
      expect(fault).toContain(
        'is not a day of the calendar; expected YYYY-MM-DD; where only year or month is known, the column age instead',
      )
  })

  test('a birth that makes somebody 137 years old', async () => {
    const { faults } = await checked(PERSONS.replace('1944', '1873'))
    expect(faults).toEqual([
      'persons.csv:6:2: row 5, column birth_date: born on 1873-03-17, more than 120 years before; expected a day after 1890-01-01',
    ])
  })

  test('ids of a household that are 71.0 in one file and 71 in the other', async () => {
    const { faults } = await checked(PERSONS.replaceAll(/^(7\d),/gm, '$1.0,'))
    expect(faults).toHaveLength(5)
    expect(faults[0]).toBe(
      'persons.csv:2:1: row 1, column household: no household has the id “71.0”; expected an id of the households; nearest 71',
    )
  })

  test('midnight in Shanghai in Parquet, rather than the day before', async () => {
    const midnight = (day: string) => new Date(Date.parse(`${day}T00:00:00Z`) - 8 * 3_600_000)
    const { code, faults } = await checked(asParquet(PERSONS, [], midnight), asParquet(HOUSEHOLDS), 'parquet')
    expect({ code, faults: faults.length }).toEqual({ code: 2, faults: 5 })
    expect(faults[0]).toContain(
      'row 1, column birth_date: “1958-09-29T16:00:00.000Z” has a time of day; expected YYYY-MM-DD: store it as a date',
    )
  })

  test('Parquet of which a byte is damaged, with no trace of what read it', async () => {
    const damaged = new Uint8Array(asParquet(PERSONS))
    damaged.fill(0x7f, 20, 26)
    const path = survey(damaged, asParquet(HOUSEHOLDS), { ending: 'parquet' })
    const { code, stderr } = await hezuo('run', path, '--out', `${path}.out`)
    expect(code).toBe(2)
    expect(stderr).toContain('persons.parquet: ')
    expect(stderr).not.toMatch(/^\s+at /m)
  })
})

/** A survey as Parquet: texts, the named answers as 0.0 and 1.0, days as `day` has them. */
function asParquet(text: string, answers: readonly string[] = [], day: (text: string) => string | Date = String): ArrayBuffer {
  const [header, ...rows] = text.trim().split('\n')
  const columnData = header.split(',').map((name, at) => {
    const data = rows.map((row) => row.split(',')[at])
    if (answers.includes(name)) return { name, data: data.map((answer) => (answer === 'yes' ? 1 : 0)), type: 'DOUBLE' as const }
    if (name === 'birth_date' && typeof day(data[0]) !== 'string') return { name, data: data.map(day), type: 'TIMESTAMP' as const }
    return { name, data, type: 'STRING' as const }
  })
  return parquetWriteBuffer({ columnData })
}
