/** Says before a run what its scenarios change, and what their policy blocks do that one may not have meant. */
import { plain } from '../kernel/errors.ts'
import type { Law } from '../policy/law.ts'
import type { Against } from '../scenario/changes/row.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { policyNotes } from '../scenario/policy/notes.ts'
import { changesLines } from './results/changes.ts'

/**
 * Lines on stderr, each note with the name of its scenario.
 * @param against what the scenario of this number is held against; undefined: it is not told what it changes
 */
export function tellPolicyNotes(scenarios: readonly LoadedScenario[], law: Law, against: (index: number) => Against | undefined): void {
  const say = (line: string) => console.error(plain(line))
  for (const [index, scenario] of scenarios.entries()) {
    const held = against(index)
    if (held) changesLines(scenario, held).forEach(say)
    for (const note of policyNotes(scenario, law)) say(`${scenario.settings.name}: ${note}`)
  }
}
