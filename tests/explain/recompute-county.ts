/** A county explained, run and worked out again: the scenarios, and the ways to the script that does it. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { emptyFolder, heard, hezuo, scenarioFiles } from '../cli/command.ts'

/** The default schedule, in a county of so many people. */
export const schedule = (persons: number) => `years: [2012, 2014]\npopulation: {persons: ${persons}}\nreplications: 1\nseed: test\n`

/** Every rule of the benefit that the default schedule does not use, switched on. */
export const otherRules = (persons: number) => `${schedule(persons)}mechanisms: {budget_rule: on, second_compensation: on}
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

/** Explains everybody of a scenario to a file, runs it, and gives the way to both. */
export async function explainAndRun(text: string) {
  const folder = emptyFolder()
  const [scenario] = scenarioFiles(folder, { 'scenario.yaml': text })
  const events = join(folder, 'events.ndjson')
  await explainTo(events, scenario)
  const out = join(folder, 'out')
  const run = await hezuo('run', scenario, '--out', out, '--quiet', '--charts', 'none')
  if (run.code !== 0) throw new Error(`run ended with ${run.code}: ${run.stderr}`)
  return { events, annual: join(out, 'annual.csv') }
}

/** What happened to everybody is more than one text can hold. */
async function explainTo(path: string, scenario: string): Promise<void> {
  const file = openSync(path, 'w')
  let complaint = ''
  const code = await heard(['explain', scenario, '--all', '--format', 'ndjson'], (stream, bytes) => {
    if (stream === 'stdout') writeSync(file, bytes)
    else complaint += bytes.toString()
  })
  closeSync(file)
  if (code !== 0) throw new Error(`explain ended with ${code}: ${complaint}`)
}

/** What the script says of events and totals, and its exit code. */
export function recompute(events: string, annual: string) {
  const { status, stdout } = spawnSync(process.execPath, ['tests/explain/recompute.mjs', events, annual], { encoding: 'utf8' })
  return { status, stdout }
}
