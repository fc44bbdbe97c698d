import { expect, test } from 'vitest'
import { digest } from '../../src/cli/results/digest.ts'
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
  expect(withBalance(-12)).toMatch(/ -0\.00001 /)
  expect(withBalance(12_345)).toMatch(/ 0\.01 /)
  const text = withBalance(-0)
  expect(text).toContain('1 person, one replication')
  expect(text).toMatch(/ 0\.0 /)
  expect(text).not.toContain('-0.0')
})
