/** Which parameters a run reads, and for which years besides those that it simulates. Nobody is simulated for it. */
import type { Law } from '../../policy/law.ts'
import type { ModelSettings } from '../../scheme/settings.ts'
import { simulatedYears, yearsRead } from '../coverage.ts'
import type { LoadedScenario } from '../load.ts'

/** burn_in: simulated and not reported; before, after: not simulated, but a campaign or a settlement looks at it */
export type YearKind = 'before' | 'burn_in' | 'reported' | 'after'

export interface Reading {
  readonly names: readonly string[]
  /** the years for which a parameter holds in the run, in order */
  yearsOf(name: string): readonly number[]
  kindOf(year: number): YearKind
}

/** @param used names that a run is known to have read; without them those that it would read */
export function readingOf(settings: ModelSettings, law: Law, used?: readonly string[]): Reading {
  const simulated = simulatedYears(settings)
  const read = yearsRead(settings, law, simulated)
  const [first, last] = [simulated[0], settings.years[1]]
  const names = law.names().filter((name) => (used ? used.includes(name) : read.has(name)))
  return {
    names,
    yearsOf: (name) => [...new Set([...simulated, ...(read.get(name) ?? [])])].sort((a, b) => a - b),
    kindOf(year) {
      if (year > last) return 'after'
      return year < first ? 'before' : year < settings.years[0] ? 'burn_in' : 'reported'
    },
  }
}

/** Parameters that the scenario sets and a run of it does not read: what they are for is switched off, or another way is taken. */
export function setUnread({ settings, law, policy }: LoadedScenario): string[] {
  const { names } = readingOf(settings, law)
  return Object.keys(policy).filter((name) => !names.includes(name))
}
