import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { emptyFolder } from '../cli/command.ts'
import { explainAndRun, otherRules, recompute, schedule } from './recompute-county.ts'

/** `npm run recompute` does the same for 20,000. */
const PERSONS = 1500
/** Enough people to plant a fault among. */
const FEW = 400

describe('From what explain tells of everybody', () => {
  let few: Awaited<ReturnType<typeof explainAndRun>>
  beforeAll(async () => {
    few = await explainAndRun(schedule(FEW))
  })

  test('every fen paid can be worked out again, and the sums are those of the run', async () => {
    const told = await explainAndRun(schedule(PERSONS))
    const { status, stdout } = recompute(told.events, told.annual)
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('all equal') })
    expect(stdout).toMatch(/stays: \d{3,} worked out/)
    expect(stdout).toMatch(/visits: \d{4,} worked out/)
    expect(stdout).toMatch(/manual claims: \d{2,} worked out/)
  })

  test.each([
    ['one fen more paid for a stay', /("kind":"benefit\.settled".*"paid_by_fund","fen":)(\d+)/],
    ['one fen more approved', /("kind":"claim\.approved".*"benefit","fen":)(\d+)/],
    ['one fen more paid for a visit', /("kind":"benefit\.visit".*"paid_by_fund","fen":)(\d+)/],
  ])('%s is found', (_, place) => {
    const text = readFileSync(few.events, 'utf8').replace(place, (_whole, before: string, fen: string) => `${before}${Number(fen) + 1}`)
    const changed = join(emptyFolder(), 'events.ndjson')
    writeFileSync(changed, text)
    expect(recompute(changed, few.annual)).toMatchObject({ status: 1, stdout: expect.stringContaining('1 differ') })
  })

  test('a total of the run that is one fen off is found', () => {
    const text = readFileSync(few.annual, 'utf8').replace(
      /(,reimbursed\.inpatient,,\d+\.\d)(\d)/,
      (_whole, before: string, last: string) => `${before}${(Number(last) + 1) % 10}`,
    )
    const changed = join(emptyFolder(), 'annual.csv')
    writeFileSync(changed, text)
    expect(recompute(few.events, changed)).toMatchObject({ status: 1, stdout: expect.stringContaining('reimbursed.inpatient of 2012') })
  })

  test('the same holds where desks are so slow that claims are worked off years after the last one', async () => {
    const slow = await explainAndRun(`${schedule(600)}procedures: {claim_by_hand.steps.review.minutes: 300}\n`)
    const { status, stdout } = recompute(slow.events, slow.annual)
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('all equal') })
    expect(readFileSync(slow.events, 'utf8')).toMatch(/"day":"201[6-9]-/)
  })

  test('the same holds under rules that the default schedule does not use', async () => {
    const other = await explainAndRun(otherRules(PERSONS))
    const { status, stdout } = recompute(other.events, other.annual)
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('all equal') })
    expect(stdout).toMatch(/second_compensation: \d{3,} worked out/)
    const events = readFileSync(other.events, 'utf8')
    for (const rule of [
      '"regime":"household_account"',
      '"regime":"special_disease"',
      '"guaranteed_minimum"',
      '"admission":3',
      '"status":"adjusted"',
    ])
      expect(events.includes(rule), rule).toBe(true)
  })
})
