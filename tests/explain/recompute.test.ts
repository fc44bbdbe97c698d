import { spawnSync } from 'node:child_process'
import { openSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'

const FIVE_THOUSAND = 'years: [2012, 2014]\npopulation: {persons: 5000}\nreplications: 1\nseed: test\n'

/** Every rule of the benefit that the default schedule does not use, switched on. */
const OTHER_RULES = `${FIVE_THOUSAND}mechanisms: {budget_rule: on, second_compensation: on}
policy:
  subsidy.local_top_up: { 2011-01-01: 0, 2013-01-01: 300 }
  benefit.bands: [{ from: 0, rate: 0.45 }, { from: 1000, rate: 0.55 }, { from: 5000, rate: 0.7 }]
  benefit.deductible_rule: reduced_repeat
  benefit.floor: 0.4
  benefit.ceiling: 6000
  benefit.ceiling_bonus_poor: 1000
  benefit.undesignated_rate_factor: 0.3
  benefit.outpatient.mode: { 2012-01-01: pooled, 2013-01-01: household_account }
  benefit.outpatient.cap_per_visit: 15
  benefit.special.share_certified: 0.5
  benefit.special.rate: 0.6
  benefit.special.deductible: 50
  benefit.special.ceiling: 400
  benefit.special.visits: 6
`

/** Explains everybody of a scenario to a file, runs it, and hands both to the script. */
function explainAndRun(text: string) {
  const folder = emptyFolder()
  const [scenario] = scenarioFiles(folder, { 'scenario.yaml': text })
  const events = join(folder, 'events.ndjson')
  const { status, stderr } = spawnSync(process.execPath, ['src/cli/hezuo.mjs', 'explain', scenario, '--all', '--format', 'ndjson'], {
    stdio: ['ignore', openSync(events, 'w'), 'pipe'],
    encoding: 'utf8',
  })
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  const out = join(folder, 'out')
  expect(hezuo('run', scenario, '--out', out, '--quiet').code).toBe(0)
  return { events, annual: join(out, 'annual.csv') }
}

function recompute(events: string, annual: string) {
  const { status, stdout } = spawnSync(process.execPath, ['tests/explain/recompute.mjs', events, annual], { encoding: 'utf8' })
  return { status, stdout }
}

describe('From what explain tells of everybody', () => {
  let told: ReturnType<typeof explainAndRun>
  beforeAll(() => {
    told = explainAndRun(FIVE_THOUSAND)
  })

  test('every fen paid can be worked out again, and the sums are those of the run', () => {
    const { status, stdout } = recompute(told.events, told.annual)
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('all equal') })
    expect(stdout).toMatch(/stays: \d{3,} worked out/)
    expect(stdout).toMatch(/visits: \d{4,} worked out/)
    expect(stdout).toMatch(/claims by hand: \d{2,} worked out/)
  })

  test.each([
    ['one fen more paid for a stay', /("kind":"benefit\.settled".*"paid by the fund","fen":)(\d+)/],
    ['one fen more approved', /("kind":"claim\.approved".*"benefit","fen":)(\d+)/],
    ['one fen more paid for a visit', /("kind":"benefit\.visit".*"paid by the fund","fen":)(\d+)/],
  ])('%s is found', (_, place) => {
    const text = readFileSync(told.events, 'utf8').replace(place, (_whole, before: string, fen: string) => `${before}${Number(fen) + 1}`)
    const changed = join(emptyFolder(), 'events.ndjson')
    writeFileSync(changed, text)
    expect(recompute(changed, told.annual)).toMatchObject({ status: 1, stdout: expect.stringContaining('1 differ') })
  })

  test('a total of the run that is one fen off is found', () => {
    const text = readFileSync(told.annual, 'utf8').replace(
      /(,reimbursed\.inpatient,,\d+\.\d)(\d)/,
      (_whole, before: string, last: string) => `${before}${(Number(last) + 1) % 10}`,
    )
    const changed = join(emptyFolder(), 'annual.csv')
    writeFileSync(changed, text)
    expect(recompute(told.events, changed)).toMatchObject({ status: 1, stdout: expect.stringContaining('reimbursed.inpatient of 2012') })
  })

  test('the same holds under rules that the default schedule does not use', () => {
    const other = explainAndRun(OTHER_RULES)
    const { status, stdout } = recompute(other.events, other.annual)
    expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('all equal') })
    expect(stdout).toMatch(/second compensation: \d{3,} worked out/)
    const events = readFileSync(other.events, 'utf8')
    for (const rule of [
      '"regime":"household_account"',
      '"regime":"special_disease"',
      '"guaranteed minimum"',
      '"admission":3',
      '"status":"adjusted"',
    ])
      expect(events.includes(rule), rule).toBe(true)
  })
})
