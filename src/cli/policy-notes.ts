/** Says before a run what its scenarios change, what they do that one may not have meant, and what lies outside the range of a figure. */
import { plain } from '../kernel/errors.ts'
import type { Against } from '../scenario/changes/row.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { proceduresOf } from '../scenario/materials.ts'
import { policyNotes } from '../scenario/policy/notes.ts'
import { rangeNotes } from '../scenario/policy/range-notes.ts'
import type { Data } from './inputs.ts'
import { changesLines } from './results/changes.ts'

/** Lines of one scenario: what it sets aside, then what lies outside its range. */
export function settingNotes(scenario: Pick<LoadedScenario, 'settings' | 'policy'>, { law, files }: Data): string[] {
  return [...policyNotes(scenario, law), ...rangeNotes(scenario, law, proceduresOf(files))]
}

/**
 * Lines on stderr, each note with the name of its scenario.
 * @param against what the scenario of this number is held against; undefined: it is not told what it changes
 */
export function tellSettingNotes(scenarios: readonly LoadedScenario[], data: Data, against: (index: number) => Against | undefined): void {
  const say = (line: string) => console.error(plain(line))
  for (const [index, scenario] of scenarios.entries()) {
    const held = against(index)
    if (held) changesLines(scenario, held).forEach(say)
    for (const note of settingNotes(scenario, data)) say(`${scenario.settings.name}: ${note}`)
  }
}
