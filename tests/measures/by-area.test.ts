/** Rows told area by area stand where they would stand if all areas had been told at once. */
import { describe, expect, test } from 'vitest'
import type { AnnualRow } from '../../src/measures/rows.ts'
import { inOrderOfAppearance } from '../../src/measures/statistics/by-area.ts'
import { compare } from '../../src/measures/statistics/compare.ts'
import type { ComparisonRow } from '../../src/measures/statistics/comparison-row.ts'
import { summarise } from '../../src/measures/statistics/summary.ts'
import { ANNUAL } from '../../src/measures/write/columns.ts'
import { parquetOf } from '../../src/measures/write/parquet.ts'
import { growingParquet } from '../../src/measures/write/parquet-growing.ts'

const AREAS = ['county-1', 'county-2', 'all']
/** Three replications; some figures are missing in the first, or in one area only. */
function rowsOf(scenario: string, missing: (at: string) => boolean): AnnualRow[] {
  const rows: AnnualRow[] = []
  for (const replication of [1, 2, 3])
    for (const area of AREAS)
      for (const year of [2012, 2013])
        for (const measure of ['admissions', 'che40', 'benefit_rate'])
          if (!missing(`${replication} ${area} ${measure} ${year}`))
            rows.push({ scenario, replication, year, area, measure, group: '', value: rows.length * rows.length })
  return rows
}
const base = rowsOf('base', (at) => /^1 county-1 che40|^[12] all benefit_rate 2012|^1 all che40 2013|^2 county-2 admissions/.test(at))
const reform = rowsOf('reform', (at) => /^1 county-2 che40 2012|^3 all admissions/.test(at))
const ofArea = (rows: readonly AnnualRow[], area: string) => rows.filter((row) => row.area === area)

describe('Area by area', () => {
  test('the summary over replications is that of all rows at once', () => {
    const areas = AREAS.map((area) => ({ figures: [ofArea(base, area)], rows: summarise(ofArea(base, area)) }))
    expect([...inOrderOfAppearance(areas)].flat()).toEqual(summarise(base))
  })

  test('the differences of a reform are those of all rows at once', () => {
    const areas = AREAS.map((area) => {
      const figures = [ofArea(base, area), ofArea(reform, area)]
      return { figures, rows: compare(figures[0], figures[1]).rows }
    })
    const told: ComparisonRow[] = [...inOrderOfAppearance(areas)].flat()
    expect(told).toEqual(compare(base, reform).rows)
    expect(told.map(({ area }) => area)).not.toEqual([...told.map(({ area }) => area)].sort())
  })
})

describe('Parquet written as rows come', () => {
  test.each([0, 3, 1000, 1001, 2600])('has the bytes of %i rows written at once', (count) => {
    const rows = Array.from({ length: count }, (_, at): AnnualRow => ({ ...base[at % base.length], replication: at, value: at / 7 }))
    const pieces: Uint8Array[] = []
    const growing = growingParquet(ANNUAL, (bytes) => pieces.push(bytes))
    for (let at = 0; at < count; at += 170) growing.add(rows.slice(at, at + 170))
    growing.close()
    expect(Buffer.concat(pieces).equals(parquetOf(rows, ANNUAL))).toBe(true)
  })
})
