import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { REMOVALS } from './removals.ts'

test('Every rule that npm run removal takes out stands where it says, once', () => {
  const misplaced = REMOVALS.flatMap(({ rule, edits }) =>
    edits
      .filter(({ file, from, to }) => readFileSync(file, 'utf8').split(from).length !== 2 || typeof to !== 'string' || to === from)
      .map(({ file, from }) => `${rule}, ${file}: ${from}`),
  )
  expect(misplaced).toEqual([])
  expect(REMOVALS.filter(({ edits }) => edits.length === 0)).toEqual([])
  expect(new Set(REMOVALS.map(({ rule }) => rule)).size).toBe(REMOVALS.length)
})
