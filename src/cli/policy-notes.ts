/** Says before a run what its scenarios set that one may not have meant: in the law, and outside the range of a figure. */
import type { LoadedScenario } from '../scenario/load.ts'
import { proceduresOf } from '../scenario/materials.ts'
import { policyNotes } from '../scenario/policy/notes.ts'
import { rangeNotes } from '../scenario/policy/range-notes.ts'
import type { Data } from './inputs.ts'

/** Lines of one scenario: what it sets aside and changes, then what lies outside its range. */
export function settingNotes(scenario: Pick<LoadedScenario, 'settings' | 'policy'>, { law, files }: Data): string[] {
  return [...policyNotes(scenario, law), ...rangeNotes(scenario, law, proceduresOf(files))]
}

/** Lines on stderr, each with the name of its scenario. */
export function tellSettingNotes(scenarios: readonly LoadedScenario[], data: Data): void {
  for (const scenario of scenarios) for (const note of settingNotes(scenario, data)) console.error(`${scenario.settings.name}: ${note}`)
}
