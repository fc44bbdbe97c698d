/** Which parameters a run reads, and for which years besides those that it simulates. Nobody is simulated for it. */
import type { Law } from '../../policy/law.ts'
import type { ModelSettings } from '../../scheme/settings.ts'
import { ofEach } from '../counties/alike.ts'
import { simulatedYears, yearsRead } from '../coverage.ts'
import type { LoadedCounty, LoadedScenario } from '../load.ts'

/** burn_in: simulated and not reported; before, after: not simulated, but a campaign or a settlement looks at it */
export type YearKind = 'before' | 'burn_in' | 'reported' | 'after'

export interface Reading {
  names(): readonly string[]
  /** burn-in included */
  readonly simulated: readonly number[]
  /** the years for which a parameter holds in the run, in order */
  yearsOf(name: string): readonly number[]
  kindOf(year: number): YearKind
}

const readBefore = new WeakMap<Law, { settings: ModelSettings; read: ReturnType<typeof yearsRead> }>()

/** What is read under a law, found once: every rule's terms are laid out for it. */
function readWith(settings: ModelSettings, law: Law): ReturnType<typeof yearsRead> {
  const before = readBefore.get(law)
  if (before?.settings === settings) return before.read
  const read = yearsRead(settings, law, simulatedYears(settings))
  readBefore.set(law, { settings, read })
  return read
}

/** Finds what is read in each county before it is asked for, once for those that are alike. */
export function readOfCounties(counties: readonly LoadedCounty[]): void {
  for (const [index, read] of ofEach(counties, ({ settings, law }) => readWith(settings, law)).entries()) {
    const { settings, law } = counties[index]
    readBefore.set(law, { settings, read })
  }
}

/** @param used names that a run is known to have read; without them those that it would read */
export function readingOf(settings: ModelSettings, law: Law, used?: readonly string[]): Reading {
  const simulated = simulatedYears(settings)
  const [first, last] = [simulated[0], settings.years[1]]
  const read = () => readWith(settings, law)
  return {
    names: () => law.names().filter((name) => (used ? used.includes(name) : read().has(name))),
    yearsOf: (name) => [...new Set([...simulated, ...(read().get(name) ?? [])])].sort((a, b) => a - b),
    simulated,
    kindOf(year) {
      if (year > last) return 'after'
      return year < first ? 'before' : year < settings.years[0] ? 'burn_in' : 'reported'
    },
  }
}

/** Parameters that the scenario sets and a run of it does not read: what they are for is switched off, or another way is taken. */
export function setUnread({ counties, ...scenario }: LoadedScenario): string[] {
  if (counties) return [...new Set(counties.flatMap((county) => setUnread(county)))]
  const { settings, law, policy } = scenario
  const set = Object.keys(policy)
  if (set.length === 0) return []
  const names = readingOf(settings, law).names()
  return set.filter((name) => !names.includes(name))
}
