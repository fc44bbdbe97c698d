import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { expect, test } from 'vitest'
import { everyRule, explainAndRun, otherRules, recompute, schedule } from './recompute-county.ts'

/** So many that explain tells them in several stretches of days. */
const PERSONS = 20_000

test.each([
  ['the default schedule', schedule],
  ['the rules that it does not use', otherRules],
  ['every rule and mechanism', everyRule],
])('Every fen paid to 20,000 people, and every row of the run, under %s can be worked out again (npm run recompute)', async (_, rules) => {
  const told = await explainAndRun(rules(PERSONS))
  const { status, stdout } = recompute(told)
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('all equal') })
  rmSync(dirname(told.events), { recursive: true })
})
