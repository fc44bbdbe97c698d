/** Files as spreadsheets, surveys and their programs write them: read rightly, or refused with the reason and the remedy. */
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/calendar.ts'
import { formatFault, InputFaults } from '../../src/kernel/errors.ts'
import { readMicrodata } from '../../src/population/microdata/read.ts'
import { tableOfCsv } from '../../src/population/microdata/table.ts'

const PERSONS = `household,birth_date,sex,chronic,residence,employee_insured
a,1970-05-01,male,no,home,no
a,1972-02-29,female,yes,home,no
b,2004-01-01,男,0,other_province,false
`
const HOUSEHOLDS = `id,income_per_head,poor,weight
a,5200,no,2
b,0,yes,1.5
`
const read = (persons = PERSONS, households = HOUSEHOLDS) =>
  readMicrodata(tableOfCsv('p.csv', persons), tableOfCsv('h.csv', households), { bornBy: dayOf(2011, 1, 1) })

function told(persons: string, households = HOUSEHOLDS): string[] {
  try {
    read(persons, households)
  } catch (error) {
    if (error instanceof InputFaults) return error.faults.map(formatFault)
    throw error
  }
  return []
}
/** The faults of one field of the households, changed in the first row. */
const ofIncome = (text: string) => told(PERSONS, HOUSEHOLDS.replace('5200', text))
const ofBirth = (text: string) => told(PERSONS.replace('1970-05-01', text))
const ofAnswer = (text: string) => told(PERSONS.replace('female,yes', `female,${text}`))

describe('Read, the people being the same', () => {
  const rows = HOUSEHOLDS.trim().split('\n')
  test.each([
    ['lines that end with CR alone', HOUSEHOLDS.replaceAll('\n', '\r')],
    ['lines that end with CRLF, and a byte-order mark', `\uFEFF${HOUSEHOLDS.replaceAll('\n', '\r\n')}`],
    ['empty columns without a name at the right', rows.map((row) => `${row},,`).join('\n')],
    ['rows of nothing but commas at the end', `${HOUSEHOLDS},,,\n,,,\n`],
    ['answers as 0.0 and 1.0', HOUSEHOLDS.replace('no', '0.0').replace('yes', '1.0')],
    ['quotes, and blanks before them', HOUSEHOLDS.replace('a,5200', '"a", "5200"')],
  ])('%s', (_, households) => {
    expect({ ...read(PERSONS, households), unused: [] }).toEqual({ ...read(), unused: [] })
  })

  test('what a spreadsheet left is named', () => {
    expect(read(PERSONS, `${rows.map((row) => `${row},,`).join('\n')}\n,,,,,\n`).unused).toEqual([
      'h.csv: 2 empty columns without a name',
      'h.csv: 1 empty row at the end',
    ])
  })

  test('a text with an inch mark in it swallows nothing', () => {
    const households = HOUSEHOLDS.replace('poor', 'poor,note').replace('no,2', 'no,5" pipe,2').replace('yes,', 'yes,,')
    expect(read(PERSONS, households).households.count).toBe(2)
  })
})

describe('Refused, with what was probably meant', () => {
  test.each([
    ['"22,5"', '22.5'],
    ['"8200,50"', '8200.50'],
    ['"11,264"', '11264'],
    ['"1,234,567.5"', '1234567.5'],
    ['"1.234,56"', '1234.56'],
    ['５２００', '5200'],
    ['5200元', '5200'],
    ['5 200', '5200'],
  ])('the income %s as %s', (text, nearest) => expect(ofIncome(text)[0]).toContain(`; nearest ${nearest}`))

  test.each([
    ['1970/5/1', '1970-05-01'],
    ['１９７０-05-01', '1970-05-01'],
    ['25/12/1970', '1970-12-25'],
    ['12/25/1970', '1970-12-25'],
  ])('the day %s as %s', (text, nearest) => expect(ofBirth(text)[0]).toContain(`; nearest ${nearest}`))

  test('a day that could be two is none', () => expect(ofBirth('05/01/1970')[0]).not.toContain('nearest'))

  test.each([
    ['1. Yes', 'yes'],
    ['1.是', '是'],
    ['ＹＥＳ', 'yes'],
  ])('the answer %s as %s', (text, nearest) => expect(ofAnswer(text)[0]).toContain(`; nearest ${nearest}`))

  test('Chinese names of columns by those that are read', () => {
    const faults = told(PERSONS.replace('birth_date', '出生日期'), HOUSEHOLDS.replace('id', '户编号').replace('poor', '低保'))
    expect(faults.map((fault) => /nearest (.*)/.exec(fault)?.[1])).toEqual(['id', 'poor', 'birth_date'])
  })
})

describe('Refused, with the remedy and nothing proposed', () => {
  test.each(['NA', 'na', 'None', 'NaN', '#N/A', '.', '.a', '不知道', '-8', '-9', '99', '998'])('the missing answer %s', (text) => {
    const [fault, ...more] = ofAnswer(text)
    expect(fault).toMatch(/a missing answer must be filled in, or its household left out$/)
    expect(more).toEqual([])
  })

  test.each(['NA', 'nan', '999999', '9999998', '99999999'])('the missing income %s', (text) => {
    expect(ofIncome(text)[0]).toMatch(/missing.*a missing answer must be filled in, or its household left out/)
    expect(ofIncome(text)[0]).not.toContain('nearest')
  })

  test('an amount that would make all sums infinite', () => {
    expect(ofIncome('1e308')[0]).toContain('out of bounds')
    expect(told(PERSONS, HOUSEHOLDS.replace('no,2', 'no,1e308'))[0]).toContain('out of bounds')
  })

  test('a household or village that is missing, rather than one that all persons share', () => {
    const faults = told(PERSONS.replaceAll('\na,', '\nNA,'), HOUSEHOLDS.replace('\na,', '\nNA,'))
    expect(faults).toContain(
      'h.csv:2:1: row 1, column id: “NA” means that it is missing; expected a missing answer must be filled in, or its household left out',
    )
  })

  test('the year or month of birth alone: the column age is the way out', () => {
    for (const text of ['1961', '1961-03', '1961年', '1961年3月'])
      expect(ofBirth(text)[0]).toMatch(/is not a day of the calendar; .*the column age instead/)
  })

  test('a birth more than 120 years before the first year, and the days that stand for none', () => {
    expect(ofBirth('1873-08-18')).toEqual([
      'p.csv:2:2: row 1, column birth_date: born on 1873-08-18, more than 120 years before; expected a day after 1890-01-01',
    ])
    expect(ofBirth('1890-01-01')).toHaveLength(1)
    expect(ofBirth('1890-01-02')).toEqual([])
    expect(ofBirth('1900-01-01')[0]).toContain('is how spreadsheets write a missing day')
  })

  test.each([
    [';', 'semicolons'],
    ['\t', 'tabs'],
    ['|', 'bars'],
    ['，', 'full-width commas'],
  ])('columns separated by %j', (separator, name) => {
    expect(told(PERSONS, HOUSEHOLDS.replaceAll(',', separator))).toEqual([
      expect.stringContaining(`h.csv:1:1: the columns are separated by ${name}; expected commas`),
    ])
  })

  test('a note for Excel in the first line', () => {
    expect(told(PERSONS, `sep=,\n${HOUSEHOLDS}`)[0]).toContain('the first line is a note for Excel')
  })

  test('columns without a name in which something stands', () => {
    const households = HOUSEHOLDS.split('\n').map((row, index) => (row ? `${index || ''},${row}` : row))
    expect(told(PERSONS, households.join('\n'))).toEqual(['h.csv:1:1: column 1 has no name; expected a name for each column'])
    expect(told(PERSONS, HOUSEHOLDS.replace('weight', 'weight,,').replaceAll(/(2|1\.5)\n/g, '$1,x,y\n'))).toEqual([
      'h.csv:1:5: columns 5, 6 have no name; expected a name for each column',
    ])
  })

  test('more columns or longer names than anybody reads, in short lines', () => {
    const wide = told(PERSONS, `${Array.from({ length: 3000 }, (_, index) => `c${index}`).join(',')}\n`)
    expect(wide).toEqual(['h.csv:1:1: 3000 columns; expected 2000 at most'])
    for (const fault of told(PERSONS, `${'x'.repeat(20_000)}\n1\n`)) expect(fault.length).toBeLessThan(2500)
  })
})
