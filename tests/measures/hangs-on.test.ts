import { describe, expect, it } from 'vitest'
import { movableOf, movedPolicy } from '../../src/experiments/moves.ts'
import { dayOf } from '../../src/kernel/calendar.ts'
import { differences, figureKey, hangsOnRows, type Moved, type Screened, scaled } from '../../src/measures/statistics/hangs-on.ts'
import { hangsOnCsv } from '../../src/measures/write/hangs-on.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { hangsOnLines, hangsOnOf, hangsOnTable } from '../../src/report/hangs-on.ts'
import { lawOf } from '../../src/scenario/materials.ts'

const law = lawOf(readDataFiles())
const RATE = 'benefit.rate.county_hospital'
const figures = (balance: number, rate: number) =>
  new Map([
    [figureKey(2015, 'cumulative_balance'), balance],
    [figureKey(2015, 'effective_reimbursement_rate'), rate],
  ])
const parameter = (name: string) => ({ name, zh: `${name}中文`, en: name, unit: 'share', value: '0.5', low: '0.2', high: '0.9' })
const moved: Moved[] = [
  { parameter: parameter('a'), low: figures(900_000, 0.4), high: figures(1_100_000, 0.4) },
  { parameter: parameter('b'), low: figures(400_000, 0.39), high: undefined },
  { parameter: parameter('c'), low: figures(1_000_000, 0.4), high: figures(1_000_000, 0.45) },
  { parameter: parameter('d'), low: figures(999_000, 0.4), high: figures(1_000_000, 0.4) },
  { parameter: parameter('e'), low: figures(1_000_010, 0.4), high: figures(1_000_000, 0.4) },
]
const screened: Screened = { scenario: 'steps', base: '', still: figures(1_000_000, 0.4), moved }
/** As a run of so many times as many persons has them. */
const ofRun = (times: number): Screened => ({
  ...screened,
  still: scaled(screened.still, times),
  moved: moved.map(({ parameter, low, high }) => ({ parameter, low: low && scaled(low, times), high: high && scaled(high, times) })),
})
const rows = hangsOnRows(ofRun(60), [2015])

describe('What a headline hangs on', () => {
  it('are the three parameters that move it most, sums scaled to the persons of the run, shares as they are', () => {
    const balance = rows.filter(({ measure }) => measure === 'cumulative_balance')
    expect(balance.map(({ rank, name, atLow, atHigh }) => [rank, name, atLow, atHigh])).toEqual([
      [1, 'b', -36e6, undefined],
      [2, 'a', -6e6, 6e6],
      [3, 'd', -60_000, 0],
    ])
    const rate = rows.filter(({ measure }) => measure === 'effective_reimbursement_rate')
    // what does not move it is not named
    expect(rate.map(({ name }) => name)).toEqual(['c', 'b'])
    expect(rate[0].atHigh).toBeCloseTo(0.05, 12)
  })

  it('of a difference: what moves base and reform alike moves it by nothing', () => {
    const base: Screened = {
      ...screened,
      scenario: 'base',
      still: figures(0, 0.4),
      moved: moved.map((one) => ({ ...one, low: figures(-1000, 0.4), high: figures(0, 0.4) })),
    }
    const reform: Screened = {
      ...screened,
      moved: moved.map((one, index) => ({ ...one, low: figures(index === 0 ? 1_500_000 : 999_000, 0.4), high: figures(1_000_000, 0.4) })),
    }
    const told = hangsOnRows(differences(base, reform), [2015])
    expect(told.map(({ base: of, name, atLow, atHigh }) => [of, name, atLow, atHigh])).toEqual([['base', 'a', 501_000, 0]])
  })

  it('a parameter that one side alone reads moves that side alone', () => {
    const base: Screened = { ...screened, scenario: 'base', still: figures(0, 0.4), moved: [] }
    const [row] = hangsOnRows(differences(base, screened), [2015])
    expect([row.name, row.atLow]).toEqual(['b', -600_000])
  })

  it('is told in both languages, by the name of the parameter, its range and what the figure moves by', () => {
    expect(hangsOnLines(rows, 'en')[0]).toBe(
      'cumulative balance hangs on b: 0.2 to 0.9 moves it by −36.0 million yuan at the low end, the other being refused; a: 0.2 to 0.9 moves it by −6.0 to +6.0 million yuan; d: 0.2 to 0.9 moves it by −0.06 to 0.00 million yuan',
    )
    expect(hangsOnLines(rows, 'zh')[1]).toContain('c中文取 0.2 至 0.9 时变动 0.0 至 +5.0 个百分点')
    const compared = rows.map((row) => ({ ...row, base: 'still' }))
    expect(hangsOnLines(compared, 'en')[0]).toMatch(/^the difference in cumulative balance hangs on b: /)
    expect(hangsOnLines(compared, 'zh')[0]).toMatch(/^累计结余的差异取决于：b中文取 /)
    expect(hangsOnTable(compared, 'title', 'en')).toContain('moves the difference by')
    const table = hangsOnTable(hangsOnOf(rows, 'steps', '', 2015), 'title', 'en')
    expect(table.match(/<tr>/g)).toHaveLength(1 + rows.length)
    expect(hangsOnOf(rows, 'steps', 'other', 2015)).toEqual([])
    expect(hangsOnCsv(rows).split('\r\n')[1]).toBe('steps,,2015,cumulative_balance,1,b,b中文,b,share,0.5,0.2,0.9,-36000000,')
  })
})

describe('The parameters that are moved', () => {
  const movable = movableOf(law, [{}], law.names(), 2015)

  it('are the assumed ones with a range, each end a setting that the law takes', () => {
    expect(movable.length).toBeGreaterThan(150)
    for (const { name, moves } of movable) {
      expect(
        law.entry(name).values.some(({ status, range }) => status === 'assumed' && range),
        name,
      ).toBe(true)
      expect(moves.length).toBeGreaterThan(0)
    }
    const topUp = movable.find(({ name }) => name === 'subsidy.local_top_up')
    expect([topUp?.value, topUp?.low, topUp?.high]).toEqual(['1', '0', '14'])
  })

  it('move to the ends of their ranges and nowhere else; what is verified stays', () => {
    for (const { name, moves } of movable) {
      for (const move of moves) {
        const { end } = move
        let changed: ReturnType<typeof law.with>
        try {
          changed = law.with(movedPolicy(law, {}, move))
        } catch {
          // it contradicts another value: that end is told as refused
          continue
        }
        for (const one of law.entry(name).values) {
          const now = changed.valueAt(name, one.from).value
          if (one.status !== 'assumed' || !one.range) expect(now, name).toEqual(one.value)
          else if (typeof one.value === 'number') expect(now, name).toBe(one.range[end === 'low' ? 0 : 1])
        }
      }
    }
    expect(law.valueAt('illness.inpatient_rate', dayOf(2015, 1, 1)).status).toBe('assumed')
  })

  it('leave out what a scenario sets itself', () => {
    expect(movableOf(law, [{ [RATE]: 0.9 }], [RATE], 2015)).toEqual([])
    // with groups somebody may be left for whom it is assumed
    expect(movableOf(law, [{}, { [RATE]: 0.9 }], [RATE], 2015)).toHaveLength(1)
  })

  it('are told with the assumption that is moved, not with what the scenario makes of it', () => {
    const [{ value, low, high, moves }] = movableOf(law, [{ [RATE]: { change: '+0.05' } }], [RATE], 2015)
    expect([value, low, high]).toEqual(['0.82', '0.65', '0.85'])
    expect(moves.map(({ end }) => end)).toEqual(['low', 'high'])
  })
})

describe('A change of an assumed value follows it to the ends of its range', () => {
  const at = (setting: unknown, end: 'low' | 'high', years = [2013, 2014, 2015]) => {
    const moved = law.with(movedPolicy(law, { [RATE]: setting }, { name: RATE, end }))
    return years.map((year) => moved.valueAt(RATE, dayOf(year, 7, 1)).value)
  }

  it('in all years, from a date on, in named years', () => {
    expect(at({ change: '+0.05' }, 'low')).toEqual([0.7, 0.7, 0.7])
    expect(at({ change: '-10%' }, 'high')).toEqual([0.765, 0.765, 0.765])
    expect(at({ change: '×0.5', from: '2014-07-01' }, 'low')).toEqual([0.65, 0.325, 0.325])
    expect(at({ change: '+0.05', years: 2014 }, 'low')).toEqual([0.65, 0.7, 0.65])
    expect(at({ '2014-01-01': { change: '+0.05' }, '2015-01-01': 0.9 }, 'low')).toEqual([0.65, 0.7, 0.9])
  })

  it('also over what an extended file says; a value that it sets stays, and so does what is changed of that', () => {
    expect(at({ over: { change: '+0.05', years: 2014 }, change: '×0.5' }, 'low')).toEqual([0.325, 0.35, 0.325])
    expect(at({ '2014-01-01': 0.9 }, 'low')).toEqual([0.65, 0.9, 0.9])
    expect(at({ over: 0.9, change: '-0.1' }, 'low')).toEqual([0.8, 0.8, 0.8])
  })

  it('and is refused at an end where it would make an impossible value', () => {
    expect(at({ change: '+0.15' }, 'low')).toEqual([0.8, 0.8, 0.8])
    expect(() => at({ change: '+0.16' }, 'high')).toThrow('makes 1.01 of 0.85')
  })
})
