/** A county explained, run and worked out again: the scenarios, and the ways to the script that does it. */
import { spawnSync } from 'node:child_process'
import { closeSync, openSync, writeFileSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import { emptyFolder, heard, hezuo, scenarioFiles } from '../cli/command.ts'
import { termsOf } from './terms.ts'

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

/** Premiums and benefits apart for groups that overlap, one of them from a year on. */
const GROUPS = `groups:
  not_poor: { who: { poor: no }, policy: { premium.individual: { change: ×2, from: 2014-01-01 } } }
  low: { who: { income_quintile: [1, 2] }, policy: { premium.individual: 20, benefit.rate.county_hospital: 0.9, benefit.floor: 0.5 } }
  old: { who: { age: 60+ }, policy: { benefit.deductible.county_hospital: 0, benefit.ceiling: 7000, benefit.outpatient.cap: 500 } }
  cadres: { who: { village: village_cadres }, policy: { premium.individual: 33.5 } }
`

/** Every rule and mechanism in use: those above, groups, and what makes rare things happen. */
export const everyRule = (persons: number) => `${otherRules(persons)}  population.urban_share: 0.3
  enrolment.newborn_rule: { 2011-01-01: with_mother, 2013-01-01: registered }
  enrolment.registration: { 2011-01-01: cooperative, 2014-01-01: resident_application }
  enrolment.partial_probability: 0.5
  enrolment.partial_made_good: 0.3
  enrolment.papers_until: 02-20
  livelihood.demobilised_rate: 0.1
  benefit.listed_diseases: on
  benefit.check_up: 30
  benefit.check_up_share: 0.2
  claims.card_share.county_hospital: 0.6
  critical_illness.in_force: on
  critical_illness.threshold: 1500
procedures:
  claim_by_hand.papers.receipt.missing: 0.5
  claim_by_hand.steps.submission.on_fault.give_up: 0.3
  claim_by_hand.deadline: 60
  second_reimbursement.deadline: 120
  second_reimbursement.papers.identity.missing: 0.5
  second_reimbursement.steps.application.on_fault.give_up: 0.3
${GROUPS}`

/** A county whose insurer waits two years for its premiums before money comes, by definitions of protection that are not the usual ones. */
export const shortOfCash = (persons: number) => `${schedule(persons)}policy:
  fund.opening_reserve_share: 0
  benefit.rate.county_hospital: 0.98
  benefit.rate.city_hospital: 0.98
  benefit.rate.out_of_province: 0.95
  benefit.ceiling: 500000
  claims.card_share.county_hospital: 0.5
  protection.consumption: resources
  protection.poverty_line: official
  critical_illness.in_force: on
  critical_illness.threshold: 500
  critical_illness.premium: 250
  subsidy.standard: { 2011-01-01: 10, 2014-01-01: 2500 }
`

/** Explains everybody of a scenario to a file, runs it, and gives the ways to both and to the law's values. */
export async function explainAndRun(text: string) {
  const folder = emptyFolder()
  const [scenario] = scenarioFiles(folder, { 'scenario.yaml': text })
  const events = join(folder, 'events.ndjson')
  await explainTo(events, scenario)
  const out = join(folder, 'out')
  const run = await hezuo('run', scenario, '--out', out, '--quiet', '--charts', 'none')
  if (run.code !== 0) throw new Error(`run ended with ${run.code}: ${run.stderr}`)
  const terms = join(folder, 'terms.json')
  writeFileSync(terms, JSON.stringify(await termsOf(scenario)))
  return { events, annual: join(out, 'annual.csv'), terms }
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

/** What the script says of events and rows, and its exit code. */
export function recompute({ events, annual, terms }: Awaited<ReturnType<typeof explainAndRun>>) {
  const { status, stdout } = spawnSync(process.execPath, ['tests/explain/recompute.mjs', events, annual, terms], { encoding: 'utf8' })
  return { status, stdout }
}
