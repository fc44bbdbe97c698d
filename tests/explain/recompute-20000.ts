/** npm run recompute [persons]: every fen paid and every row of annual.csv of a county of 20,000 people worked out again, under three sets of rules. Exits 1 when one differs. */
import { rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { everyRule, explainAndRun, otherRules, recompute, schedule } from './recompute-county.ts'

const persons = Number(process.argv[2] ?? 20_000)
let differs = false
for (const rules of [schedule, otherRules, everyRule]) {
  const told = await explainAndRun(rules(persons))
  const { status, stdout } = recompute(told)
  console.log(stdout)
  if (status !== 0) differs = true
  else rmSync(dirname(told.events), { recursive: true })
}
process.exit(differs ? 1 : 0)
