import { expect, test } from 'vitest'
import { furtherText, reasonText } from '../../src/cli/results/compare-digest.ts'
import { digest } from '../../src/cli/results/digest.ts'
import { compare } from '../../src/measures/statistics/compare.ts'
import { headlineRows } from '../../src/measures/statistics/headline.ts'
import { fixture } from '../charts/fixture.ts'

test('The summary of a run says of how many replications its figures are the mean, and of one that it is one', () => {
  expect(digest(fixture({ replications: 3 }), 'en')).toContain('300,000 persons, mean of 3 replications, seed')
  expect(digest(fixture({ replications: 1 }), 'en')).toContain('300,000 persons, one replication, seed')
})

test('A balance of almost nought is not told as nought, nought has no sign, and one person is no persons', () => {
  const input = fixture({ replications: 1 })
  const withBalance = (mean: number) => {
    const summary = input.summary.map((row) => (row.measure === 'current_balance' ? { ...row, mean } : row))
    return digest({ ...input, persons: 1, annual: [], summary }, 'en')
  }
  expect(withBalance(-12)).toMatch(/ −0\.00001 /)
  expect(withBalance(12_345)).toMatch(/ 0\.01 /)
  const text = withBalance(-0)
  expect(text).toContain('1 person, one replication')
  expect(text).toMatch(/ 0\.0 /)
  expect(text).not.toMatch(/[-−]0\.0/)
})

test.each([
  [
    'cumulative_balance',
    0.0763,
    'cumulative balance 2014, ±7.63% of the year’s fund income',
    '2014 年累计结余为最宽，±7.63%（占当年基金收入）',
  ],
  ['fund_income', 0.02, 'fund income 2014, ±2.00% of the base', '2014 年基金收入为最宽，±2.00%（占基准值）'],
  ['forgone_admissions', 0.01, 'forgone admissions 2014, ±1.00% of the admissions', '2014 年应住院未住院人次为最宽，±1.00%（占住院人次）'],
  ['participation_rate', 0.005, 'participation rate 2014, ±0.50 points', '2014 年参合率为最宽，±0.50 个百分点'],
])('Of %s, known worst, the end of a comparison says of what its interval is a part', (measure, halfWidth, en, zh) => {
  const measures = ['fund_income', 'cumulative_balance', 'admissions', 'forgone_admissions', 'participation_rate']
  const rowsOf = (scenario: string) =>
    measures.flatMap((one) =>
      [1, 2].map((replication) => {
        const value = one === 'cumulative_balance' ? 1 : 100
        return { scenario, replication, year: 2014, area: 'county-1', measure: one, group: '', value }
      }),
    )
  const worst = headlineRows(compare(rowsOf('base'), rowsOf('reform')).rows).find(({ row }) => row.measure === measure)
  if (!worst) throw new Error(measure)
  const widest = { ...worst, halfWidth }
  const reason = { kind: 'fixed', replications: 3, precision: 0.005, widest } as const
  expect(reasonText(reason, 'en')).toBe(`3 replications, as asked; widest 95 % interval of a difference: ${en}.`)
  expect(reasonText(reason, 'zh')).toBe(`按指定模拟 3 次；差异的95%区间以 ${zh}。`)
  // where nothing differs none is widest
  expect(reasonText({ ...reason, widest: { ...worst, halfWidth: 0 } }, 'en')).toBe('3 replications, as asked.')
  expect(furtherText(12, widest, 'en')).toMatch(/^going on to 12 replications: the difference in [a-z ]+ 2014 is not known well enough$/)
  expect(furtherText(12, widest, 'zh')).not.toMatch(/[a-z]/)
})
