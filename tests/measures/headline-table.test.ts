/** headline.csv: a row a year and area, each figure that of summary.csv. */
import { describe, expect, test } from 'vitest'
import { DICTIONARY, isMoney } from '../../src/measures/dictionary.ts'
import type { SummaryRow } from '../../src/measures/rows.ts'
import { HEADLINE_MEASURES, headlineTable, PUBLISHED_MEASURES } from '../../src/measures/statistics/headline-table.ts'
import { headlineCsv } from '../../src/measures/write/csv.ts'

const row = (measure: string, year: number, mean: number, more: Partial<SummaryRow> = {}): SummaryRow => ({
  ...{ scenario: 's', year, area: 'county-1', measure, group: '', n: 3, mean, se: 0, p05: mean, p50: mean, p95: mean },
  ...more,
})

describe('The table of headlines', () => {
  test('has a row a year, the means of the whole, and published values beside them', () => {
    const summary = [
      row('participation_rate', 2012, 0.98),
      row('participation_rate', 2012, 0.5, { group: 'quintile=1' }),
      row('fund_income', 2012, 1234.5),
      row('participation_rate', 2013, 0.99),
    ]
    const rows = headlineTable(summary, [{ measure: 'participation_rate', year: 2013, published: 0.987 }])
    const at = (measure: string) => HEADLINE_MEASURES.indexOf(measure)
    expect(rows.map(({ scenario, year, n }) => [scenario, year, n])).toEqual([
      ['s', 2012, 3],
      ['s', 2013, 3],
    ])
    expect(rows.map(({ means }) => means[at('participation_rate')])).toEqual([0.98, 0.99])
    expect(rows.map(({ means }) => means[at('fund_income')])).toEqual([1234.5, undefined])
    expect(rows.map(({ published }) => published[PUBLISHED_MEASURES.indexOf('participation_rate')])).toEqual([undefined, 0.987])
    const [head, first] = headlineCsv(rows, isMoney)
      .replace('\uFEFF', '')
      .split('\r\n')
      .map((line) => line.split(','))
    expect(first[head.indexOf('fund_income')]).toBe('1234.50')
    expect(first[head.indexOf('participation_rate_published')]).toBe('')
    expect(first).toHaveLength(head.length)
  })

  test('tells of all counties together first where there are several, then of each, beside which nothing was published', () => {
    const areas = ['rich', 'poor', 'all'].flatMap((area, index) =>
      [2012, 2013].map((year) => row('participation_rate', year, (index + 1) / 10, { area })),
    )
    const rows = headlineTable(areas, [{ measure: 'participation_rate', year: 2013, published: 0.987 }])
    const rate = HEADLINE_MEASURES.indexOf('participation_rate')
    expect(rows.map(({ area, year, means }) => [area, year, means[rate]])).toEqual([
      ['all', 2012, 0.3],
      ['all', 2013, 0.3],
      ['rich', 2012, 0.1],
      ['rich', 2013, 0.1],
      ['poor', 2012, 0.2],
      ['poor', 2013, 0.2],
    ])
    expect(rows.map(({ published }) => published[0])).toEqual([undefined, 0.987, undefined, undefined, undefined, undefined])
    expect(headlineCsv(rows, isMoney)).toMatch(
      /^\uFEFFscenario,year,area,n,participation_rate,[\s\S]*\ns,2012,all,3,0\.3,[\s\S]*\ns,2013,poor,3,0\.2,/,
    )
  })

  test('names measures that there are, each once', () => {
    expect(HEADLINE_MEASURES.filter((measure) => !(measure in DICTIONARY))).toEqual([])
    expect(new Set(HEADLINE_MEASURES).size).toBe(HEADLINE_MEASURES.length)
  })
})
