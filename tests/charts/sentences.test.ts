import { describe, expect, it } from 'vitest'
import { BURDEN_WORDS } from '../../src/charts/burden/words.ts'
import { PLACES_WORDS } from '../../src/charts/care-places/words.ts'
import { CASH_WORDS } from '../../src/charts/cash-and-claims/words.ts'
import { COMPARISON_WORDS } from '../../src/charts/comparison/words.ts'
import { COVERAGE_WORDS } from '../../src/charts/coverage/words.ts'
import { EQUITY_WORDS } from '../../src/charts/equity/words.ts'
import { FUND_WORDS } from '../../src/charts/fund-balance/words.ts'
import { FAN_WORDS } from '../../src/charts/fund-fan/words.ts'
import { CHARTS, LANGUAGES, type ReportInput } from '../../src/charts/index.ts'
import { number } from '../../src/charts/kit/text.ts'
import { COMMON_WORDS } from '../../src/charts/kit/words.ts'
import { FLOWS_WORDS } from '../../src/charts/money-flows/words.ts'
import { REPORT_WORDS } from '../../src/report/words/catalogue.ts'
import { fixture } from './fixture.ts'

const input = fixture()
const chart = (name: string) => CHARTS.find((one) => one.name === name)!
const mean = (measure: string, year: number, group = '') =>
  input.summary.find((row) => row.measure === measure && row.year === year && row.group === group)!.mean
const withBalance = (of: (year: number) => number): ReportInput => ({
  ...input,
  summary: input.summary.map((row) => (row.measure === 'current_balance' ? { ...row, mean: of(row.year) } : row)),
})

describe('a sentence under a title', () => {
  it('gives income and spending per member of the first and last year as the rows have them', () => {
    const sentence = chart('fund-balance').sentence(input, 'en')
    for (const measure of ['fund_income', 'fund_expenditure'])
      for (const year of [2012, 2015]) expect(sentence).toContain(number(mean(measure, year) / mean('enrolled', year)))
    expect(sentence).toContain(`${number(mean('cumulative_balance', 2015) / 1e6, 1)} million yuan`)
    expect(chart('fund-balance').sentence(input, 'zh')).toContain(`${number(mean('cumulative_balance', 2015) / 1e4)} 万元`)
  })

  it('names the deficit years and the surplus years, runs of years as a span', () => {
    const said = (of: (year: number) => number, lang: 'en' | 'zh' = 'en') => chart('fund-balance').sentence(withBalance(of), lang)
    expect(said((year) => (year === 2013 ? -1 : 1))).toContain('a deficit in 2013 and a surplus in 2012 and 2014–2015')
    expect(said(() => 1)).toContain('a surplus in every year')
    expect(said(() => -1)).toContain('a deficit in every year')
    expect(said((year) => (year < 2014 ? -1 : 1), 'zh')).toContain('2012–2013 年出现赤字，2014–2015 年有结余')
  })

  it('says on average where some replications have a deficit and some a surplus', () => {
    const certain = withBalance(() => 1)
    const chance = (mean: number) => ({
      ...certain,
      summary: certain.summary.map((row) => (row.measure === 'deficit' ? { ...row, mean: row.year === 2014 ? mean : 0 } : row)),
    })
    expect(chart('fund-balance').sentence(chance(0.5), 'en')).toContain('on average the fund ran a surplus in every year')
    expect(chart('fund-balance').sentence(chance(0.5), 'zh')).toContain('平均而言，基金各年均有结余')
    expect(chart('fund-balance').sentence(chance(0), 'en')).not.toContain('on average')
  })

  it('says fell when the numbers fall and stayed when they do not move', () => {
    const participation = (of: (year: number) => number) => ({
      ...input,
      summary: input.summary.map((row) => (row.measure === 'participation_rate' ? { ...row, mean: of(row.year) } : row)),
    })
    expect(
      chart('coverage').sentence(
        participation((year) => 1 - (year - 2011) / 100),
        'en',
      ),
    ).toContain('participation fell from 99.0% to 96.0%')
    expect(
      chart('coverage').sentence(
        participation(() => 0.95),
        'en',
      ),
    ).toContain('participation stayed at 95.0%')
    expect(
      chart('coverage').sentence(
        participation((year) => 1 - (year - 2011) / 100),
        'zh',
      ),
    ).toContain('参合率由 99.0% 降至 96.0%')
  })

  it('adds up what members spent outside the county', () => {
    const part = (measure: string) => {
      const places = ['township_centre', 'county_hospital', 'city_hospital', 'out_of_province'].map((place) =>
        mean(measure, 2015, `place=${place}`),
      )
      return `${number((100 * (places[2] + places[3])) / places.reduce((sum, one) => sum + one, 0), 1)}%`
    }
    for (const lang of LANGUAGES)
      for (const measure of ['admissions', 'cost.inpatient', 'reimbursed.inpatient'])
        expect(chart('care-places').sentence(input, lang)).toContain(part(measure))
  })

  it('finds the month with least cash and counts the months in which more was owed than held', () => {
    const months = new Map<number, { cash: number; payables: number }>()
    for (const row of input.monthly) {
      if (row.measure !== 'cash' && row.measure !== 'payables') continue
      const key = row.year * 12 + row.month - 1
      const month = months.get(key) ?? { cash: 0, payables: 0 }
      month[row.measure] += row.value / 20
      months.set(key, month)
    }
    const lowest = Math.min(...[...months.values()].map((month) => month.cash))
    const short = [...months.values()].filter((month) => month.cash < month.payables).length
    const sentence = chart('cash-and-claims').sentence(input, 'en')
    expect(sentence).toContain(`at ${number(lowest / 1e6, 1)} million yuan`)
    expect(sentence).toContain(`${short} of 48 months`)
  })

  it('is empty rather than wrong when nothing is known', () => {
    const nothing = { ...input, annual: [], summary: [], monthly: [] }
    for (const one of CHARTS) for (const lang of LANGUAGES) expect(one.sentence(nothing, lang)).toBe('')
  })
})

describe('the table behind a chart', () => {
  it('holds the figures of the rows, year by year', () => {
    const { head, rows } = chart('coverage').table(input, 'en')
    expect(head.slice(1)).toEqual(['2012', '2013', '2014', '2015'])
    expect(rows.find(([name]) => name === 'enrolled persons')!.slice(1)).toEqual(
      [2012, 2013, 2014, 2015].map((year) => number(mean('enrolled', year))),
    )
    const left = rows.find(([name]) => name.endsWith('left out by the household'))!
    expect(left[1].split(' ')[0]).toBe(number(mean('not_covered', 2012, 'reason=left_out_by_household')))
  })

  it('holds every source of income per member', () => {
    const { rows } = chart('fund-balance').table(input, 'zh')
    const county = rows.find(([name]) => name.endsWith('县级财政补助'))!
    expect(county.slice(1)).toEqual(
      [2012, 2013, 2014, 2015].map((year) => number(mean('fund_income.county', year) / mean('enrolled', year), 1)),
    )
  })

  it('has a row for every month and a cell for every column', () => {
    const { head, rows } = chart('cash-and-claims').table(input, 'en')
    expect(rows).toHaveLength(48)
    for (const row of rows) expect(row).toHaveLength(head.length)
    expect(rows[0][0]).toBe('2012-01')
  })
})

describe('the words', () => {
  const keys = (value: unknown): string[] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([name, inner]) => [name, ...keys(inner).map((key) => `${name}.${key}`)])
      : []

  it.each([
    ['kit', COMMON_WORDS],
    ['fund-balance', FUND_WORDS],
    ['fund-fan', FAN_WORDS],
    ['cash-and-claims', CASH_WORDS],
    ['coverage', COVERAGE_WORDS],
    ['care-places', PLACES_WORDS],
    ['money-flows', FLOWS_WORDS],
    ['burden', BURDEN_WORDS],
    ['equity', EQUITY_WORDS],
    ['comparison', COMPARISON_WORDS],
    ['report', REPORT_WORDS],
  ])('of the %s are the same set in both languages, none empty', (_, words) => {
    expect(keys(words.zh)).toEqual(keys(words.en))
    const leaves = (value: unknown): unknown[] =>
      typeof value === 'object' && value !== null ? Object.values(value).flatMap(leaves) : [value]
    for (const leaf of [...leaves(words.en), ...leaves(words.zh)]) expect(leaf).not.toBe('')
  })
})
