import { describe, expect, test } from 'vitest'
import type { HouseholdColumns } from '../../src/measures/protection/household-columns.ts'
import { pairHouseholds, winnersRows } from '../../src/measures/protection/winners.ts'
import { winnersCsv } from '../../src/measures/write/comparison.ts'
import { STAY, VISIT } from '../../src/scheme/episodes.ts'

/** household, year, out of pocket, premium, decile, age class, chronic, living, care as stays × 65536 + visits (none: two stays and three visits); money in fen */
type Line = readonly [number, number, number, number, number, number, number, number, number?]

const care = (stays: number, visits: number) => stays * STAY + visits * VISIT

function columnsOf(lines: readonly Line[]): HouseholdColumns {
  const column = (index: number) => Int32Array.from(lines, (line) => line[index] ?? care(2, 3))
  const [household, year, outOfPocket, premium, decile, age, chronic, living, had] = [0, 1, 2, 3, 4, 5, 6, 7, 8].map(column)
  return { household, year, outOfPocket, premium, decile, age, chronic, living, care: had, groups: new Int32Array(lines.length) }
}
const pairs = (base: readonly Line[], reform: readonly Line[]) => pairHouseholds(columnsOf(base), columnsOf(reform))
const NAMES = { base: 'base', scenario: 'reform' }

/** One household of each kind. */
const BASE: readonly Line[] = [
  [1, 2013, 50_000, 6_000, 1, 2, 1, 0],
  [2, 2013, 20_000, 6_000, 2, 1, 0, 1],
  [3, 2013, 10_000, 6_000, 9, 0, 0, 2],
  [4, 2013, 10_000, 6_000, 10, 0, 1, 0],
]
/** 200 yuan less out of pocket; 40 yuan more premium; 0.99 yuan less; exactly 1 yuan more, and another tenth. */
const REFORM: readonly Line[] = [
  [1, 2013, 30_000, 6_000, 1, 2, 1, 0],
  [2, 2013, 20_000, 10_000, 2, 1, 0, 1],
  [3, 2013, 9_901, 6_000, 9, 0, 0, 2],
  [4, 2013, 10_100, 6_000, 1, 0, 1, 0],
]

function paired(base: readonly Line[], reform: readonly Line[]) {
  const rows = winnersRows(NAMES, [[pairs(base, reform)], [pairs(base, reform)]])
  const find = (measure: string, group = '') => rows.find((row) => row.measure === measure && row.group === group)?.value
  return { rows, find }
}

describe('Winners and losers', () => {
  test('pay less or more themselves, premium included, by at least one yuan', () => {
    const { find } = paired(BASE, REFORM)
    expect(['households', 'winners_share', 'losers_share', 'unchanged_share'].map((measure) => find(measure))).toEqual([4, 0.25, 0.5, 0.25])
    expect(find('gain_of_winners')).toBe(200)
    expect(find('gain_of_losers')).toBe((-40 - 1) / 2)
    expect(find('gain')).toBeCloseTo((200 - 40 + 0.99 - 1) / 4, 10)
  })

  test('who had less care, or more, are told apart: paying less for less care is no gain', () => {
    const reform: readonly Line[] = [
      [1, 2013, 30_000, 6_000, 1, 2, 1, 0, care(1, 9)],
      [2, 2013, 10_000, 6_000, 2, 1, 0, 1, care(2, 3)],
      [3, 2013, 30_000, 6_000, 9, 0, 0, 2, care(2, 4)],
      [4, 2013, 10_000, 7_000, 10, 0, 1, 0],
    ]
    const { find } = paired(BASE, reform)
    const shares = (who: string) => ['same', 'less', 'more'].map((care) => find(`${who}_${care}_care_share`))
    expect(shares('winners')).toEqual([0.25, 0.25, 0])
    expect(shares('losers')).toEqual([0.25, 0, 0.25])
    expect([find('winners_share'), find('losers_share')]).toEqual([0.5, 0.5])
    expect(find('winners_less_care_share', 'decile=1')).toBe(1)
  })

  test.each([
    ['fewer stays', care(1, 3), 'less'],
    ['fewer stays, though more visits', care(1, 40), 'less'],
    ['as many stays and fewer visits', care(2, 2), 'less'],
    ['as many stays and visits', care(2, 3), 'same'],
    ['as many stays and more visits', care(2, 4), 'more'],
    ['more stays, though no visit', care(3, 0), 'more'],
  ])('had with %s: so much care', (_, had, told) => {
    const { find } = paired([[1, 2013, 50_000, 0, 1, 0, 0, 0]], [[1, 2013, 30_000, 0, 1, 0, 0, 0, had]])
    expect(['less', 'same', 'more'].filter((one) => find(`winners_${one}_care_share`) === 1)).toEqual([told])
  })

  test('are told by quintile, decile, age, chronic illness and place of living, as the base has them', () => {
    const { find, rows } = paired(BASE, REFORM)
    expect(find('gain', 'quintile=1')).toBe(80)
    expect([find('gain', 'decile=1'), find('gain', 'decile=2'), find('gain', 'decile=10')]).toEqual([200, -40, -1])
    expect([find('gain', 'age=60_and_over'), find('gain', 'age=45_59')]).toEqual([200, -40])
    expect(find('gain', 'chronic=yes')).toBe(99.5)
    expect([find('losers_share', 'living=some_away'), find('unchanged_share', 'living=all_away')]).toEqual([1, 1])
    for (const kind of ['quintile', 'decile', 'age', 'chronic', 'living']) {
      const parts = rows.filter((row) => row.measure === 'households' && row.group.startsWith(`${kind}=`))
      expect(parts.reduce((sum, row) => sum + row.value, 0)).toBe(4)
    }
  })

  test('are none, and every amount exactly zero, where the scenarios are the same', () => {
    const { find, rows } = paired(BASE, BASE)
    expect([find('winners_share'), find('losers_share'), find('unchanged_share'), find('gain')]).toEqual([0, 0, 1, 0])
    expect(find('gain_of_winners')).toBeUndefined()
    for (const measure of ['gain', 'winners_share', 'losers_share'])
      expect(rows.filter((row) => row.measure === measure).every((row) => row.lower === 0 && row.upper === 0)).toBe(true)
    expect(rows.filter((row) => row.measure === 'unchanged_share').every((row) => row.lower === 1 && row.upper === 1)).toBe(true)
  })

  test('have shares within 0 and 1, and no bound that the replications cannot tell', () => {
    const gains = [0, 300, 0]
    const rows = winnersRows(
      NAMES,
      gains.map((yuan) => [
        pairs(
          [
            [1, 2013, 50_000, 0, 1, 0, 0, 0],
            [2, 2013, 50_000, 0, 10, 0, 0, 0],
          ],
          [
            [1, 2013, 50_000 - 100 * yuan, 0, 1, 0, 0, 0],
            [2, 2013, 50_000, 0, 10, 0, 0, 0],
          ],
        ),
      ]),
    )
    const find = (measure: string, group: string) => rows.find((row) => row.measure === measure && row.group === group)!
    expect(find('winners_share', 'decile=1')).toMatchObject({ value: expect.closeTo(1 / 3, 12), lower: 0, upper: 1 })
    expect(find('losers_share', 'decile=1')).toMatchObject({ value: 0, lower: 0 })
    expect(find('losers_share', 'decile=1').upper).toBeUndefined()
    expect(find('unchanged_share', 'decile=10')).toMatchObject({ value: 1, upper: 1 })
    expect(find('unchanged_share', 'decile=10').lower).toBeUndefined()
    expect([find('gain', 'decile=10').lower, find('gain', 'decile=10').upper]).toEqual([undefined, undefined])
    expect(winnersCsv(rows, () => false)).toContain('reform,base,2013,unchanged_share,decile=10,3,1,0,,1,decile,10\r\n')
  })

  test('that pay otherwise by less than a yuan are unchanged by chance: another replication may have a winner', () => {
    const { rows } = paired([[1, 2013, 50_000, 0, 1, 0, 0, 0]], [[1, 2013, 49_990, 0, 1, 0, 0, 0]])
    expect(rows.find((row) => row.measure === 'winners_share' && row.group === '')).not.toHaveProperty('upper')
  })

  test('carry the interval over replications', () => {
    const gains = [100, 300, 200]
    const rows = winnersRows(
      NAMES,
      gains.map((yuan) => [pairs([[1, 2013, 50_000, 0, 1, 0, 0, 0]], [[1, 2013, 50_000 - 100 * yuan, 0, 1, 0, 0, 0]])]),
    )
    const row = rows.find(({ measure, group }) => measure === 'gain' && group === '')
    expect(row).toMatchObject({ n: 3, value: 200, se: expect.closeTo(100 / Math.sqrt(3), 10), lower: expect.closeTo(200 - 248.41, 1) })
  })

  test('of several counties are counted together, and who is in one scenario only is left out and counted', () => {
    const one = pairs(BASE, REFORM.slice(1))
    expect(one.unpaired).toBe(1)
    expect(pairs(BASE.slice(0, 2), REFORM).unpaired).toBe(2)
    const rows = winnersRows(NAMES, [
      [one, one],
      [one, one],
    ])
    expect(rows.find(({ measure }) => measure === 'households')?.value).toBe(6)
  })

  test('of counties that are named are told of each as well, exactly where the reform touches nobody in it', () => {
    const [moved, still] = [pairs(BASE, REFORM), pairs(BASE, BASE)]
    const named = { counties: ['rich', 'poor'] }
    const rows = winnersRows(
      NAMES,
      [0, 1].map(() => [still, moved]),
      named,
    )
    const find = (measure: string, group: string) => rows.find((row) => row.measure === measure && row.group === group)
    expect(['', 'county=rich', 'county=poor'].map((group) => find('losers_share', group)?.value)).toEqual([0.25, 0, 0.5])
    expect(['', 'county=rich', 'county=poor'].map((group) => find('households', group)?.value)).toEqual([8, 4, 4])
    // the other county has losers, which leaves open whether an untouched group of all may have one
    expect(find('losers_share', 'decile=9')).not.toHaveProperty('upper')
    expect(find('losers_share', 'county=rich')).toMatchObject({ value: 0, lower: 0, upper: 0 })
    expect(winnersCsv(rows, () => false)).toContain('reform,base,2013,losers_share,county=poor,2,0.5,0,0.5,0.5,county,poor\r\n')
    // of a county alone all are its own
    expect(winnersRows(NAMES, [[moved], [moved]], { counties: ['only'] }).filter(({ group }) => group.startsWith('county='))).toEqual([])
  })

  test('are told year by year', () => {
    const later = (lines: readonly Line[]) => lines.map(([household, , ...rest]): Line => [household, 2014, ...rest])
    const rows = winnersRows(
      NAMES,
      [0, 1].map(() => [pairs([...BASE, ...later(BASE)], [...BASE, ...later(REFORM)])]),
    )
    expect(rows.filter((row) => row.measure === 'winners_share' && row.group === '').map((row) => [row.year, row.value])).toEqual([
      [2013, 0],
      [2014, 0.25],
    ])
  })
})
