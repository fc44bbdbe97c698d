/** Tables as a workbook, read back by another program's reader. */
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { tooLongNote } from '../../src/cli/results/forms/too-long.ts'
import { ANNUAL } from '../../src/measures/write/columns.ts'
import { cellsOf, columnLetters, growingSheet } from '../../src/measures/write/xlsx/sheet.ts'
import { sharedTexts } from '../../src/measures/write/xlsx/text.ts'
import { writeWorkbook } from '../../src/measures/write/xlsx/workbook.ts'

const row = (measure: string, value: number, group = '') => ({
  ...{ scenario: 'a', replication: 1, year: 2012, area: 'county-1', measure, group, value },
})
const isMoney = (measure: string) => measure.startsWith('fund_')

function workbook(cells: (string | number | undefined)[][], header = ['one', 'two'], most?: number): Uint8Array {
  const texts = sharedTexts()
  const sheet = growingSheet('annual', header, texts, most)
  for (const one of cells) sheet.add([one])
  const pieces: Uint8Array[] = []
  writeWorkbook([sheet.close()], texts, (bytes) => pieces.push(bytes))
  return new Uint8Array(Buffer.concat(pieces))
}

describe('A table as a sheet', () => {
  test('has numbers as numbers, rounded as the CSV file has them, and kind and value of the group', async () => {
    const cells = cellsOf([row('fund_income', 1234.567, 'place=county_hospital'), row('use_rate', 2 / 3)], ANNUAL, isMoney)
    const { sheets } = await readXlsx(workbook(cells, ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i']))
    expect(sheets[0].rows.slice(1)).toEqual([
      ['a', 1, 2012, 'county-1', 'fund_income', 'place=county_hospital', 1234.57, 'place', 'county_hospital'],
      ['a', 1, 2012, 'county-1', 'use_rate', null, 0.666666667, null, null],
    ])
  })

  test.each(['=1+1', '+cmd', '-2+3', '@x', '＝1', '=HYPERLINK("http:")', 'a<b & "c" ]]>', '2012', ' a ', '老人\n二', '😀', '_x0041_'])(
    'holds the text %j as text, no formula',
    async (text) => {
      const { sheets } = await readXlsx(workbook([[text, 5]]))
      expect(sheets[0].rows[1]).toEqual([text, 5])
      expect([...(sheets[0].cells?.values() ?? [])].filter((cell) => 'formula' in cell && cell.formula)).toEqual([])
    },
  )

  test('holds what XML cannot hold without harm', async () => {
    const { sheets } = await readXlsx(workbook([['a\u0007b', 'half \uD83D']]))
    expect(sheets[0].rows[1]).toEqual(['a\u0007b', 'half \uFFFD'])
  })

  test('has a header that stands still', async () => {
    const { sheets } = await readXlsx(workbook([['a', 1]]))
    expect(sheets[0]).toMatchObject({ freezePane: { rows: 1 }, autoFilter: { range: 'A1:B2' } })
  })

  test('has the same bytes from the same rows', () => {
    expect(workbook([['a', 1]])).toEqual(workbook([['a', 1]]))
  })

  test('that is too long for it is left out, with its number of rows', () => {
    const sheet = growingSheet('annual', ['one'], sharedTexts(), 2)
    sheet.add([[1], [2]])
    sheet.add([[3]])
    sheet.add([[4]])
    expect(sheet.close()).toEqual({ name: 'annual', rows: 4 })
  })

  test('goes on behind Z', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

describe('Tables too long for a sheet', () => {
  const settings = { counties: 1, years: [2012, 2015], replications: 100 } as const
  const note = (more: object) => tooLongNote([{ ...settings, ...more }], ['csv', 'xlsx'])

  test('are named before the simulation, and nothing is said where there is room', () => {
    expect(note({})).toBeUndefined()
    expect(note({ replications: 1000 })).toMatch(/^--format xlsx: annual will not be/)
    expect(note({ counties: 3000, replications: 1 })).toContain('annual, summary, solvency will not be')
    expect(tooLongNote([{ ...settings, replications: 1000 }], ['csv'])).toBeUndefined()
  })
})
