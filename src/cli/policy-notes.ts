/** Says before a run what its scenarios change, what they do that one may not have meant, and what lies outside the range of a figure. */
import { plain } from '../kernel/errors.ts'
import { saidByCounty } from '../scenario/changes/by-county.ts'
import type { Against } from '../scenario/changes/row.ts'
import { groupNamesOf, notesOfGroup } from '../scenario/groups/notes.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { proceduresOf } from '../scenario/materials.ts'
import { policyNotes } from '../scenario/policy/notes.ts'
import { rangeNotes } from '../scenario/policy/range-notes.ts'
import { deskNotes } from '../scenario/procedures/desk-notes.ts'
import type { Lang } from '../words/lang.ts'
import type { Data } from './inputs.ts'
import { sayIn } from './language/say.ts'
import { changesLines } from './results/changes.ts'

/**
 * Lines of one scenario: what it sets aside, then what lies outside its range, then desks asked for more than they can do; then the
 * same of what each group sets. Of a county or group by itself with its name.
 */
export function settingNotes(scenario: LoadedScenario, { law, files }: Data, lang: Lang): string[] {
  const procedures = proceduresOf(files)
  const ofPolicy = (of: Pick<LoadedScenario, 'settings' | 'policy'>) => [...policyNotes(of, law), ...rangeNotes(of, law, procedures)]
  return [
    ...saidIn(scenario, (one) => [...ofPolicy(one), ...deskNotes(one, procedures)], lang),
    ...groupNamesOf(scenario).flatMap((group) => saidIn(scenario, (one) => notesOfGroup(one, group, ofPolicy), lang, group)),
  ]
}

/** What is said of each county, in the user's language; of a group with its name. */
export function saidIn(
  scenario: LoadedScenario,
  notesOf: (one: LoadedScenario) => readonly string[],
  lang: Lang,
  group?: string,
): string[] {
  const say = sayIn(lang)
  const colon = lang === 'zh' ? '：' : ': '
  return saidByCounty(scenario, notesOf).map(({ county, text }) => {
    const whose = [county?.area, group].filter((name) => name !== undefined).join(', ')
    return whose === '' ? say(text) : `${whose}${colon}${say(text)}`
  })
}

interface Told {
  readonly scenarios: readonly LoadedScenario[]
  readonly data: Data
  readonly lang: Lang
}

/**
 * Lines on stderr, each note with the name of its scenario.
 * @param against what the scenario of this number is held against; undefined: it is not told what it changes
 */
export function tellSettingNotes({ scenarios, data, lang }: Told, against: (index: number) => Against | undefined): void {
  for (const [index, scenario] of scenarios.entries()) {
    const held = against(index)
    if (held) for (const line of changesLines(scenario, held, lang)) console.error(plain(line))
    for (const note of settingNotes(scenario, data, lang))
      console.error(plain(`${scenario.settings.name}${lang === 'zh' ? '：' : ': '}${note}`))
  }
}
