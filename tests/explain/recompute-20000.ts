/** npm run recompute [persons]: every fen paid in a county of 20,000 people worked out again, under two sets of rules. Exits 1 when one differs. */
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { explainAndRun, otherRules, recompute, schedule } from './recompute-county.ts'

const persons = Number(process.argv[2] ?? 20_000)
let differs = false
for (const rules of [schedule, otherRules]) {
  const { events, annual } = await explainAndRun(rules(persons))
  const { status, stdout } = recompute(events, annual)
  console.log(stdout)
  if (status !== 0) differs = true
  else rmSync(dirname(events), { recursive: true })
}
process.exit(differs ? 1 : 0)
