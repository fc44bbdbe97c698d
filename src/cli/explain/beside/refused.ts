/** What cannot be told of two scenarios side by side: other people, other draws, other years. Everything that stands against it at once. */
import { type Fault, InputFaults, nearestName } from '../../../kernel/errors.ts'
import { otherPeople } from '../../../node/comparison.ts'
import type { LoadedScenario } from '../../../scenario/load.ts'
import { incomparable } from '../../comparable.ts'
import { isFound } from '../find/cases.ts'

/** Cases that only two scenarios have. */
const PAIR_FINDS = ['loser', 'winner'] as const
export type PairFind = (typeof PAIR_FINDS)[number]

/** Both by their Chinese names too. */
const CALLED: Readonly<Record<string, PairFind>> = { loser: 'loser', 受损户: 'loser', winner: 'winner', 受益户: 'winner' }

interface Asked {
  readonly beside?: string
  readonly all?: boolean
  readonly history?: boolean
  readonly find?: string
}

/** The name of a case that takes two scenarios; undefined where none is asked for. Throws InputFaults where the options do not go together. */
export function pairFindOf({ beside, all, history, find }: Asked): PairFind | undefined {
  const pair = find === undefined ? undefined : CALLED[find.trim()]
  if (pair && beside === undefined)
    throw refused('--find', `'${pair}' takes two scenarios`, 'the other one with --beside, as in --find loser --beside reform.yaml')
  if (beside === undefined) return undefined
  if (all || history)
    throw refused('--beside', `--${all ? 'all' : 'history'} and --beside together`, 'one of --person, --household, --claim, --find')
  if (find === undefined || pair) return pair
  const nearest = nearestName(find, Object.keys(CALLED))
  const isKnown = isFound(find)
  const message = isKnown ? `'${find.trim()}' is found in one scenario` : `nothing is found by '${find}'`
  throw new InputFaults([{ code: 'option', file: '--find', message, expected: `with --beside one of ${PAIR_FINDS.join(', ')}`, nearest }])
}

/** Throws InputFaults unless both tell of the same people on the same draws. */
export function refuseUnlike(base: LoadedScenario, reform: LoadedScenario): void {
  const faults: Fault[] = incomparable(base, reform)
  const fault = (message: string, expected: string) => faults.push({ code: 'unlike', file: reform.files[0], message, expected })
  const { seed } = base.settings
  if (reform.settings.seed !== seed)
    fault(`the seed is ${reform.settings.seed}, that of the base ${seed}`, 'the seed of the base, so that both have the same luck')
  const others = faults.some(({ code }) => code === 'incomparable') ? [] : otherPeople(base, reform)
  if (others.length > 0)
    fault(
      `its people are not those of the base: ${others.map(inFile).join(', ')}`,
      'the people of the base; compare sets their counties beside one another',
    )
  if (faults.length > 0) throw new InputFaults(faults)
}

/** As a scenario file calls it. */
function inFile(name: string): string {
  const settings: Readonly<Record<string, string>> = {
    region: 'place',
    persons: 'population.persons',
    addedVillages: 'population.added_villages',
    burnInYears: 'burn_in',
    microdata: 'population.microdata',
  }
  return settings[name] ?? name
}

function refused(option: string, message: string, expected: string): InputFaults {
  return new InputFaults([{ code: 'option', file: option, message, expected }])
}
