/** Says before a run what the policy blocks of its scenarios do that one may not have meant. */
import type { Law } from '../policy/law.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { policyNotes } from '../scenario/policy/notes.ts'

/** Lines on stderr, each with the name of its scenario. */
export function tellPolicyNotes(scenarios: readonly LoadedScenario[], law: Law): void {
  for (const scenario of scenarios) for (const note of policyNotes(scenario, law)) console.error(`${scenario.settings.name}: ${note}`)
}
