/** What the headlines hang on: known already, or worked out where that is asked for. */
import { InputFaults } from '../../kernel/errors.ts'
import type { HangsOnRow } from '../../measures/statistics/hangs-on.ts'
import type { Pair } from '../../node/household-pairs.ts'
import { keepRows, knownRows, screeningKey } from '../../node/screening/known.ts'
import { type Screening, screen } from '../../node/screening/screen.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import type { Data } from '../inputs.ts'

/** auto tells what is known already, quick works it out where it is not. */
const SENSITIVITIES = ['auto', 'quick', 'none'] as const
export type Sensitivity = (typeof SENSITIVITIES)[number]

interface Asked {
  readonly scenarios: readonly LoadedScenario[]
  /** which of them are held against which */
  readonly pairs: readonly Pair[]
  readonly sensitivity?: Sensitivity
}

/** Throws InputFaults where working out is asked for and cannot be: one small county cannot stand for counties with laws of their own. */
export function refuseUnscreenable(scenarios: readonly LoadedScenario[], sensitivity: Sensitivity | undefined): void {
  const named = scenarios.find(({ counties }) => counties)
  if (sensitivity !== 'quick' || !named) return
  const message = 'what headlines hang on is not worked out for counties described one by one'
  throw new InputFaults([
    { code: 'sensitivity', file: named.files[0], message, expected: '--sensitivity none, or a scenario of one of them' },
  ])
}

/** Undefined where nothing is known or asked for. */
export async function hangsOnFor(
  { scenarios, pairs, sensitivity = 'auto' }: Asked,
  { files, law }: Data,
  options: Screening,
): Promise<HangsOnRow[] | undefined> {
  if (sensitivity === 'none' || scenarios.some(({ counties }) => counties)) return undefined
  const key = screeningKey(scenarios, pairs, files)
  const known = knownRows(key, law)
  if (known || sensitivity === 'auto') return known
  const rows = await screen(scenarios, { law, pairs }, options)
  keepRows(key, rows)
  return rows
}
