import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/calendar.ts'
import { formatFault, InputFaults } from '../../src/kernel/errors.ts'
import { readCsv } from '../../src/policy/csv.ts'
import { HOUSEHOLD_COLUMNS, PERSON_COLUMNS } from '../../src/population/microdata/columns.ts'
import { type MicrodataOptions, readMicrodata } from '../../src/population/microdata/read.ts'
import { tableOfCsv } from '../../src/population/microdata/table.ts'

const example = (name: string) => readFileSync(new URL(`../../data/microdata/${name}.csv`, import.meta.url), 'utf8')

const PERSONS = `household,age,sex,chronic,residence,employee_insured
a,40,male,no,home,no
a,38,female,yes,home,no
b,7,男,0,other_province,false
`
const HOUSEHOLDS = `id,village,income_per_head,poor,weight
a,Nanhe,5200,no,2
b,Nanhe,0,yes,1.5
`
const read = (persons: string, households: string, options?: MicrodataOptions) =>
  readMicrodata(tableOfCsv('persons.csv', persons), tableOfCsv('households.csv', households), options)

function faultsOf(persons: string, households: string, options?: MicrodataOptions): string[] {
  try {
    read(persons, households, options)
  } catch (error) {
    if (error instanceof InputFaults) return error.faults.map(formatFault)
    throw error
  }
  return []
}

describe('Persons and households of the user', () => {
  test('become typed columns, persons placed in their households', () => {
    const { persons, households, unused } = read(PERSONS, HOUSEHOLDS)
    expect(persons).toEqual({
      count: 3,
      household: Int32Array.of(0, 0, 1),
      age: Uint8Array.of(40, 38, 7),
      female: Uint8Array.of(0, 1, 0),
      chronic: Uint8Array.of(0, 1, 0),
      employeeInsured: Uint8Array.of(0, 0, 0),
      residence: Uint8Array.of(0, 0, 2),
    })
    expect(households).toEqual({
      count: 2,
      ids: ['a', 'b'],
      size: Int32Array.of(2, 1),
      incomePerHead: Float64Array.of(5200, 0),
      poor: Uint8Array.of(0, 1),
      weight: Float64Array.of(2, 1.5),
      village: Int32Array.of(0, 0),
      villages: ['Nanhe'],
    })
    expect(unused).toEqual([])
  })

  test('may leave out village and weight, come in any order of columns, with quotes, a byte-order mark, and columns of no use', () => {
    const persons =
      '\uFEFFsex,"birth_date",chronic,residence,employee_insured,surname,household\r\nfemale,1950-03-07,是,home,否,"Li, Wang",7\r\n'
    const result = read(persons, 'poor,id,income_per_head\ntrue,7,1e3\n')
    expect(result.persons.birthDay).toEqual(Int32Array.of(dayOf(1950, 3, 7)))
    expect(result.persons.age).toBeUndefined()
    expect(result.persons.chronic).toEqual(Uint8Array.of(1))
    expect(result.households).toMatchObject({ weight: undefined, villages: [], incomePerHead: Float64Array.of(1000) })
    expect(result.unused).toEqual(['persons.csv: surname'])
  })

  test('are shown by an example that has nothing wrong', () => {
    const { persons, households } = read(example('persons'), example('households'), { bornBy: dayOf(2012, 1, 1) })
    expect(households.count).toBe(60)
    expect(households.villages).toHaveLength(3)
    expect(households.size.reduce((sum, n) => sum + n, 0)).toBe(persons.count)
    expect(new Set(persons.residence)).toEqual(new Set([0, 1, 2]))
    expect(households.incomePerHead.filter((yuan) => yuan === 0)).toHaveLength(2)
  })

  test('have a dictionary with every column that is read, its type, and whether it must be there', () => {
    const { rows, faults } = readCsv('dictionary.csv', example('dictionary'), [])
    expect(faults).toEqual([])
    for (const [file, rules] of Object.entries({ persons: PERSON_COLUMNS, households: HOUSEHOLD_COLUMNS })) {
      const told = rows.filter(({ cells }) => cells.file === file).map(({ cells }) => [cells.column, cells.type, cells.required])
      const required = (name: string, isRequired: boolean) =>
        ['age', 'birth_date'].includes(name) ? 'one of the two' : isRequired ? 'yes' : 'no'
      expect(told).toEqual(Object.entries(rules).map(([name, { type, isRequired }]) => [name, type, required(name, isRequired)]))
    }
    for (const { cells } of rows) expect([cells.meaning_en, cells.meaning_zh, cells.unit].every((text) => text.length > 0)).toBe(true)
  })
})

describe('What is wrong with them', () => {
  test('is told all at once: thirteen planted faults are thirteen messages with file, line, row, column, expectation and nearest name', () => {
    const persons = `household,birth_date,sex,chronic,residence,employee_insured
N01,1950-13-02,male,no,home,no
N01,1952-02-01,femal,no,home,no
N02,1980-01-01,male,maybe,home,no
N02,1981-01-01,female,no,other_provinc,no
N02,2005-01-01,female,no,home,
NO2,2007-01-01,male,no,home,no
N03,1990-01-01,male,no
N04,2013-05-01,male,no,home,no
N05,1960-01-01,male,no,home,no
`
    const households = `id,village,income_per_head,poor,weight
N01,Nanhe,4000,no,1
N02,Nanhe,-5,no,1
N03,Nanhe,"5,300",no,1
N04,Nanhe,4000,no,0
N05,Nanhe,4000,no,1
N05,Nanhe,4000,no,1
N06,Nanhe,4000,no,1
`
    expect(faultsOf(persons, households, { bornBy: dayOf(2012, 1, 1) }).sort()).toEqual(
      [
        'persons.csv:2:2: row 1, column birth_date: “1950-13-02” is not a day of the calendar; expected YYYY-MM-DD; nearest 1950-02-13',
        'persons.csv:3:3: row 2, column sex: “femal” is none of the answers; expected male or female (男, 女); nearest female',
        'persons.csv:4:4: row 3, column chronic: “maybe” is none of the answers; expected yes or no (true, false, 1, 0, 是, 否)',
        'persons.csv:5:5: row 4, column residence: “other_provinc” is none of the answers; expected home or elsewhere_in_province or other_province; nearest other_province',
        'persons.csv:6:6: row 5, column employee_insured: nothing there; expected yes or no (true, false, 1, 0, 是, 否)',
        'persons.csv:7:1: row 6, column household: no household has the id “NO2”; expected an id of the households; nearest N02',
        'persons.csv:8:1: row 7: 4 fields; expected 6 fields: household,birth_date,sex,chronic,residence,employee_insured',
        'persons.csv:9:2: row 8, column birth_date: born on 2013-05-01; expected a day up to 2012-01-01',
        'households.csv:3:3: row 2, column income_per_head: -5 is out of bounds; expected yuan a year, zero or more',
        'households.csv:4:3: row 3, column income_per_head: “5,300” is not a number; expected yuan a year, zero or more; nearest 5300',
        'households.csv:5:5: row 4, column weight: 0 is out of bounds; expected a weight above zero',
        'households.csv:7:1: row 6, column id: “N05” is the id of row 5 too; expected another id for each household',
        'households.csv:8:1: row 7, column id: household “N06” has no persons; expected one person or more',
      ].sort(),
    )
  })

  test.each([
    [
      'a misspelt column',
      PERSONS.replace('chronic', 'cronic'),
      HOUSEHOLDS,
      'persons.csv:1:4: no column is called cronic; expected household, birth_date, age, sex, chronic, residence, employee_insured; nearest chronic',
    ],
    [
      'a misspelt column that need not be there',
      PERSONS,
      HOUSEHOLDS.replace('weight', 'wieght'),
      'households.csv:1:5: no column is called wieght; expected id, village, income_per_head, poor, weight; nearest weight',
    ],
    [
      'a missing column',
      PERSONS.replace('sex', 'M/F'),
      HOUSEHOLDS,
      'persons.csv:1:1: no column sex; expected household, birth_date, age, sex, chronic, residence, employee_insured',
    ],
    ['no age', PERSONS.replace('age', 'cohort'), HOUSEHOLDS, 'persons.csv:1:1: no column birth_date or age; expected one of the two'],
    [
      'ages that could contradict each other',
      'household,age,birth_date,sex,chronic,residence,employee_insured\na,40,1990-01-01,male,no,home,no\nb,40,1971-01-01,male,no,home,no\n',
      HOUSEHOLDS,
      'persons.csv:1:1: both columns birth_date and age; expected one of the two',
    ],
    [
      'a column that is there twice',
      PERSONS,
      HOUSEHOLDS.replace('village', 'id'),
      'households.csv:1:2: column id is there twice; expected each name once',
    ],
    [
      'semicolons',
      PERSONS,
      HOUSEHOLDS.replaceAll(',', ';'),
      'households.csv:1:1: the columns are separated by semicolons; expected commas',
    ],
    ['an empty file', PERSONS, '', 'households.csv:1:1: nothing in the file; expected a line of column names'],
    ['no rows', PERSONS, 'id,income_per_head,poor\n', 'households.csv:1: no rows below the names of the columns; expected one row or more'],
    [
      'an age of 180',
      PERSONS.replace('38', '180'),
      HOUSEHOLDS,
      'persons.csv:3:2: row 2, column age: 180 is out of bounds; expected whole years from 0 to 120',
    ],
    [
      'half a year',
      PERSONS.replace('38', '7.5'),
      HOUSEHOLDS,
      'persons.csv:3:2: row 2, column age: 7.5 is out of bounds; expected whole years from 0 to 120',
    ],
    [
      'a missing id',
      PERSONS.replace('a,38', ',38'),
      HOUSEHOLDS,
      'persons.csv:3:1: row 2, column household: nothing there; expected a name or number',
    ],
    [
      'a quote that is not closed',
      PERSONS.replace('yes,home,no', '"yes,home,no'),
      HOUSEHOLDS,
      'persons.csv:3:4: a quote begins here and is never closed; expected a quote at both ends of a field, or none',
    ],
    [
      'a quote that is not closed in the last column',
      PERSONS,
      HOUSEHOLDS.replace('no,2', 'no,"2'),
      'households.csv:2:5: a quote begins here and is never closed; expected a quote at both ends of a field, or none',
    ],
    [
      'a quote that another closes three lines below',
      PERSONS.replace('a,40', '"a,40').replace('b,7,男', 'b,7,"男'),
      HOUSEHOLDS,
      'persons.csv:2:1: row 1: 4 fields, one over several lines (is a quote not closed?); expected 6 fields: household,age,sex,chronic,residence,employee_insured',
    ],
    [
      'a row of one field',
      `${PERSONS}b\n`,
      HOUSEHOLDS,
      'persons.csv:5:1: row 4: 1 field; expected 6 fields: household,age,sex,chronic,residence,employee_insured',
    ],
  ])('is told: %s', (_, persons, households, message) => {
    expect(faultsOf(persons, households)).toContain(message)
  })

  test.each(['1950/3/7', '1950.03.07', '19500307', '1950年3月7日'])('is told with the day that was probably meant by %s', (date) => {
    const persons = PERSONS.replace('age', 'birth_date')
      .replace(',40,', `,${date},`)
      .replace(',38,', ',1980-01-01,')
      .replace(',7,', ',2004-01-01,')
    expect(faultsOf(persons, HOUSEHOLDS)).toEqual([
      `persons.csv:2:2: row 1, column birth_date: “${date}” is not a day of the calendar; expected YYYY-MM-DD; nearest 1950-03-07`,
    ])
  })

  test.each([
    ['13084', 'Excel 1935-10-27, Excel 1904 (Mac) 1939-10-28, SAS/Stata 1995-10-28, R 2005-10-28'],
    ['-3587', 'SAS/Stata 1950-03-07, R 1960-03-07'],
  ])('the number of a day, %s, is told with what it is in each program, and none proposed', (number, days) => {
    const persons = PERSONS.replace('age', 'birth_date')
      .replace(',40,', `,${number},`)
      .replace(',38,', ',1980-01-01,')
      .replace(',7,', ',2004-01-01,')
    expect(faultsOf(persons, HOUSEHOLDS)).toEqual([
      `persons.csv:2:2: row 1, column birth_date: “${number}” is the number of a day: ${days}; expected YYYY-MM-DD`,
    ])
  })

  test.each([
    ['Y', 'yes'],
    ['N', 'no'],
    ['f', 'false'],
  ])('the letter %s for an answer is told with %s', (letter, answer) => {
    expect(faultsOf(PERSONS.replace('male,no', `male,${letter}`), HOUSEHOLDS)).toEqual([
      `persons.csv:2:4: row 1, column chronic: “${letter}” is none of the answers; expected yes or no (true, false, 1, 0, 是, 否); nearest ${answer}`,
    ])
    expect(faultsOf(PERSONS.replace('38,female', '38,F'), HOUSEHOLDS)[0]).toMatch(/nearest female$/)
  })

  test.each([
    ['不是', '否'],
    ['不', '否'],
    ['没有', '否'],
    ['是的', '是'],
    ['01', '1'],
    ['00', '0'],
    ['０１', '1'],
    ['ye', 'yes'],
    ['tru', 'true'],
  ])('an answer said otherwise has the one that means the same: %s', (answer, nearest) => {
    expect(faultsOf(PERSONS.replace(/(male|female),no/, `$1,${answer}`), HOUSEHOLDS)[0]).toMatch(new RegExp(`nearest ${nearest}$`))
  })

  test.each(['是否', '不详', '10', '02', '2', '非是', '否是'])('no answer is proposed that may turn the meaning round: %s', (answer) => {
    const [fault] = faultsOf(PERSONS.replace(/(male|female),no/, `$1,${answer}`), HOUSEHOLDS)
    expect(fault).toContain(`“${answer}” `)
    expect(fault).not.toMatch(/nearest/)
  })

  test.each(['emale', '男女', '非男'])('nor a sex: %s', (answer) => {
    const [fault] = faultsOf(PERSONS.replace('38,female', `38,${answer}`), HOUSEHOLDS)
    expect(fault).toContain(`“${answer}” is none of the answers`)
    expect(fault).not.toMatch(/nearest/)
  })

  test('thousands marked by points beside whole amounts are told; decimals that were worked out, or rounded alike, are read', () => {
    const incomes = (one: string, other: string) => HOUSEHOLDS.replace('5200', one).replace(',0,yes', `,${other},yes`)
    expect(faultsOf(PERSONS, incomes('9.988', '906'))).toEqual([
      'households.csv:2:3: row 1, column income_per_head: “9.988” may be thousands marked by a point: other amounts are whole, none has other decimals; ' +
        'expected yuan a year without marks; if 9.988 yuan is meant, write 9.9880; nearest 9988',
    ])
    for (const [one, other] of [
      ['9.988', '906.250'],
      ['906.125', '906.5'],
      ['9.9880', '906'],
      ['0.125', '906'],
      ['9.988', '0'],
    ])
      expect(faultsOf(PERSONS, incomes(one, other)), `${one} beside ${other}`).toEqual([])
    expect(faultsOf(PERSONS, incomes('1.234.567', '906'))[0]).toMatch(/is not a number; .*nearest 1234567$/)
  })

  test('is told once when somebody who lives alone has a misspelt household', () => {
    expect(faultsOf(PERSONS.replace('b,7', 'B,7'), HOUSEHOLDS)).toEqual([
      'persons.csv:4:1: row 3, column household: no household has the id “B”; expected an id of the households; nearest b',
    ])
  })

  test('is told twenty times in a column, then as a number of rows', () => {
    const persons = `${PERSONS.split('\n')[0]}\n${'a,40,?,no,home,no\n'.repeat(50)}b,7,male,no,home,no\n`
    const faults = faultsOf(persons, HOUSEHOLDS)
    expect(faults).toHaveLength(21)
    expect(faults[19]).toBe('persons.csv:21:3: row 20, column sex: “?” is none of the answers; expected male or female (男, 女)')
    expect(faults[20]).toBe('persons.csv: column sex: 30 more rows of this kind; expected male or female (男, 女)')
  })
})
