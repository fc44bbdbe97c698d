import { parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import type { AnnualRow } from '../../src/measures/rows.ts'
import { ANNUAL } from '../../src/measures/write/columns.ts'
import { annualCsv, figure, ledgerCsv, monthlyCsv, summaryCsv } from '../../src/measures/write/csv.ts'
import { parquetOf } from '../../src/measures/write/parquet.ts'

const row = (measure: string, value: number, group = ''): AnnualRow => ({
  scenario: 'a',
  replication: 1,
  year: 2012,
  area: 'county-1',
  measure,
  group,
  value,
})
const isMoney = (measure: string) => measure.startsWith('fund_')

describe('A table as CSV', () => {
  test.each(['=1+1', '+cmd', '-2+3', '@x', '\t=1', '＝1', '=HYPERLINK("http:,x")'])('has no cell that a spreadsheet runs: %j', (text) => {
    const [, line] = annualCsv([row('population', -5, text)], isMoney).split('\r\n')
    expect(line).toMatch(/,"?'[\s=+\-@＝]/)
    expect(line).toMatch(/,-5$/)
  })

  test('begins with a byte-order mark, so that Excel reads it as UTF-8, and ends every line as RFC 4180 says', () => {
    expect(annualCsv([row('population', 5)], isMoney)).toBe(
      '\uFEFFscenario,replication,year,area,measure,group,value\r\na,1,2012,county-1,population,,5\r\n',
    )
  })

  test('writes money with two decimals and other values with nine significant digits', () => {
    const text = annualCsv([row('fund_income', 1234567.5), row('participation_rate', 2 / 3), row('population', 300_123)], isMoney)
    expect(
      text
        .split('\r\n')
        .slice(1, 4)
        .map((line) => line.split(',').pop()),
    ).toEqual(['1234567.50', '0.666666667', '300123'])
  })

  test('puts a cell in quotation marks only where it holds a comma, a quotation mark or a line end', () => {
    const text = annualCsv([{ ...row('population', 1, 'reason=a,b'), area: 'he said "no"' }], isMoney)
    expect(text.split('\r\n')[1]).toBe('a,1,2012,"he said ""no""",population,"reason=a,b",1')
  })

  test('knows no minus zero, no NaN and no infinity', () => {
    expect(figure(-0, false)).toBe('0')
    expect(figure(-0.001, true)).toBe('0.00')
    expect(figure(-0.01, true)).toBe('-0.01')
    expect(() => figure(Number.NaN, false)).toThrow(/denominator/)
    expect(() => figure(Number.POSITIVE_INFINITY, true)).toThrow(/denominator/)
  })

  test('of the ledger holds whole fen only', () => {
    const turnover = { scenario: 'a', replication: 1, year: 2012, area: 'x', account: 'cash', debitFen: 12345678901, creditFen: 0 }
    expect(ledgerCsv([turnover])).toContain('a,1,2012,x,cash,12345678901,0\r\n')
    expect(() => ledgerCsv([{ ...turnover, debitFen: 0.5 }])).toThrow(/whole number of fen/)
  })

  test('of months and of the summary bears the agreed headers', () => {
    expect(monthlyCsv([], isMoney)).toBe('\uFEFFscenario,replication,year,month,area,measure,group,value\r\n')
    expect(summaryCsv([], isMoney)).toBe('\uFEFFscenario,year,area,measure,group,n,mean,se,p05,p50,p95\r\n')
  })
})

describe('A table as Parquet', () => {
  test('holds the same rows as the CSV file, unrounded', async () => {
    const rows = [row('participation_rate', 2 / 3), row('fund_income', 12.345, 'place=county_hospital')]
    const bytes = parquetOf(rows, ANNUAL)
    const file = bytes.slice().buffer
    const [whole, ofPlace] = rows
    const parts = { group_kind: 'place', group_value: 'county_hospital' }
    expect(await parquetReadObjects({ file })).toEqual([
      { ...whole, group_kind: '', group_value: '' },
      { ...ofPlace, ...parts },
    ])
    expect(parquetOf(rows, ANNUAL)).toEqual(bytes)
  })
})
