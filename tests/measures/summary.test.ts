import { parquetReadObjects } from 'hyparquet'
import { describe, expect, test } from 'vitest'
import type { AnnualRow } from '../../src/measures/rows.ts'
import { summarise } from '../../src/measures/statistics/summary.ts'
import { SUMMARY } from '../../src/measures/write/columns.ts'
import { summaryCsv } from '../../src/measures/write/csv.ts'
import { parquetOf } from '../../src/measures/write/parquet.ts'

const row = (replication: number, value: number, rest: Partial<AnnualRow> = {}): AnnualRow => ({
  scenario: 'a',
  replication,
  year: 2012,
  area: 'all',
  measure: 'admissions',
  group: '',
  value,
  ...rest,
})

describe('The summary over replications', () => {
  test('gives mean, standard error of the mean and percentiles', () => {
    const [summary] = summarise([2, 4, 4, 4, 5, 5, 7, 9].map((value, index) => row(index + 1, value)))
    expect(summary).toMatchObject({
      scenario: 'a',
      year: 2012,
      area: 'all',
      measure: 'admissions',
      group: '',
      n: 8,
      mean: 5,
      p05: expect.closeTo(2.7, 12),
      p50: 4.5,
      p95: expect.closeTo(8.3, 12),
    })
    expect(summary.se).toBeCloseTo(Math.sqrt(32 / 7 / 8), 12)
  })

  test('of one replication has no error to tell: an empty cell, and null in Parquet', async () => {
    const rows = summarise([row(1, 3)])
    expect(rows).toMatchObject([{ n: 1, mean: 3, p05: 3, p50: 3, p95: 3 }])
    expect(summaryCsv(rows, () => false)).toContain('a,2012,all,admissions,,1,3,,3,3,3\r\n')
    const { buffer } = parquetOf(rows, SUMMARY)
    expect(await parquetReadObjects({ file: buffer as ArrayBuffer })).toMatchObject([{ n: 1, mean: 3, se: null, p05: 3 }])
  })

  test('keeps scenarios, years, areas, measures and groups apart, in the order in which they first appear', () => {
    const kinds: Partial<AnnualRow>[] = [
      {},
      { group: 'place=x' },
      { measure: 'cost' },
      { area: 'county-1' },
      { year: 2013 },
      { scenario: 'b' },
    ]
    const rows = [1, 2].flatMap((replication) => kinds.map((kind, index) => row(replication, 10 * index + replication, kind)))
    expect(summarise(rows).map(({ mean }) => mean)).toEqual([1.5, 11.5, 21.5, 31.5, 41.5, 51.5])
  })

  test('counts only replications that have a figure', () => {
    expect(summarise([row(1, 1), row(3, 3)])).toMatchObject([{ n: 2, mean: 2 }])
  })

  test('of nothing is nothing', () => {
    expect(summarise([])).toEqual([])
  })
})
