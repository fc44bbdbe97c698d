import { expect, test } from 'vitest'
import { digest } from '../../src/cli/results/digest.ts'
import { fixture } from '../charts/fixture.ts'

test('The summary of a run says of how many replications its figures are the mean, and of one that it is one', () => {
  expect(digest(fixture({ replications: 3 }), 'en')).toContain('300,000 persons, mean of 3 replications, seed')
  expect(digest(fixture({ replications: 1 }), 'en')).toContain('300,000 persons, one replication, seed')
})
