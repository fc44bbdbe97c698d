import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { REMOVALS } from './removals.ts'

test('Every rule that npm run removal takes out stands where it says, once', () => {
  const misplaced = REMOVALS.flatMap(({ rule, file, pairs }) => {
    const text = readFileSync(file, 'utf8')
    return pairs.filter((from, at) => at % 2 === 0 && text.split(from).length !== 2).map((from) => `${rule}, ${file}: ${from}`)
  })
  expect(misplaced).toEqual([])
  expect(new Set(REMOVALS.map(({ rule }) => rule)).size).toBe(REMOVALS.length)
})
