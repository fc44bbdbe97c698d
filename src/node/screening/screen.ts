/** Moves the assumed parameters of scenarios one at a time, on a small county with common draws, and tells what their headlines hang on. */
import { type Movable, movableOf, movedPolicy } from '../../experiments/moves.ts'
import { annualRows } from '../../measures/annual.ts'
import { areaOf } from '../../measures/areas.ts'
import {
  differences,
  type Figures,
  figureKey,
  type HangsOnRow,
  hangsOnRows,
  type Screened,
  scaled,
} from '../../measures/statistics/hangs-on.ts'
import { HEADLINES } from '../../measures/statistics/headlines.ts'
import type { Law } from '../../policy/law.ts'
import type { Overrides } from '../../policy/overrides.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import { plannedPersonYears } from '../../scenario/run.ts'
import { type ModelSettings, personsWithVillages } from '../../scheme/settings.ts'
import type { Pair } from '../household-pairs.ts'
import { createProgress } from '../progress.ts'
import type { Outcome } from '../simulate.ts'
import { runWork, type Work } from '../workers.ts'

/** A county in which even a tenth of the households with heavy bills is some dozens. */
export const SCREENED_PERSONS = 5000

export interface Screening {
  readonly workers: number
  readonly quiet: boolean
  readonly signal?: AbortSignal
  readonly say?: (text: string) => string
}

interface Asked {
  /** of the data, without any scenario */
  readonly law: Law
  /** which of them are held against which */
  readonly pairs: readonly Pair[]
}

/** Rows of each scenario, then of the differences of each pair. */
export async function screen(scenarios: readonly LoadedScenario[], { law, pairs }: Asked, options: Screening): Promise<HangsOnRow[]> {
  const plans = scenarios.map(planOf)
  const still = await figuresOf(
    plans.map(({ still }) => still),
    options,
  )
  const movables = plans.map(({ scenario }, index) =>
    movableOf(law, policiesOf(scenario), still[index]?.used ?? [], scenario.settings.years[1]),
  )
  const moves = plans.flatMap((plan, index) =>
    movables[index].flatMap((one) =>
      one.moves.map((move) => ({ plan: index, move, work: workOf(plan, (policy) => movedPolicy(law, policy, move)) })),
    ),
  )
  const moved = await figuresOf(
    moves.map(({ work }) => work),
    options,
  )
  const found = new Map(moves.map(({ plan, move }, index) => [`${plan} ${move.name} ${move.end}`, moved[index]?.figures]))
  const screened = plans.map(({ scenario }, plan): Screened => {
    const ofRun = (figures: Figures | undefined) => figures && scaled(figures, plans[plan].times)
    const at = (one: Movable, end: string) => ofRun(found.get(`${plan} ${one.name} ${end}`))
    const parameters = movables[plan].map((one) => ({ parameter: bare(one), low: at(one, 'low'), high: at(one, 'high') }))
    return { scenario: scenario.settings.name, base: '', still: ofRun(still[plan]?.figures) ?? new Map(), moved: parameters }
  })
  const compared = pairs.map(({ base, reform }) => differences(screened[base], screened[reform]))
  const [first, last] = scenarios[0].settings.years
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  return [...screened, ...compared].flatMap((one) => hangsOnRows(one, years))
}

const bare = ({ name, zh, en, unit, value, low, high }: Movable) => ({ name, zh, en, unit, value, low, high })

interface Plan {
  readonly scenario: LoadedScenario
  readonly small: ModelSettings
  readonly still: Work
  /** how many times as many persons the run has as the county that is screened */
  readonly times: number
}

/** One county, one replication, villages that are added as small as the rest; the user's own people as they are. */
function smallOf(settings: ModelSettings): ModelSettings {
  const share = settings.microdata ? 1 : Math.min(1, SCREENED_PERSONS / personsWithVillages(settings))
  return {
    ...settings,
    persons: Math.round(settings.persons * share),
    addedVillages: settings.addedVillages.map((households) => Math.max(1, Math.round(households * share))),
    counties: 1,
    replications: 1,
  }
}

function planOf(scenario: LoadedScenario): Plan {
  const { settings } = scenario
  const small = smallOf(settings)
  const times = (personsWithVillages(settings) * settings.counties) / personsWithVillages(small)
  return { scenario, small, times, still: { settings: small, policy: scenario.policy, given: scenario.given, job: JOB } }
}
const JOB = { replication: 1, county: 0 }

/** What holds for everybody, and for each mixture of groups. */
const policiesOf = ({ policy, settings }: LoadedScenario) => [policy, ...(settings.groups?.policies ?? []).map((one) => one.policy)]

function workOf({ scenario, small }: Plan, moved: (policy: Overrides) => Overrides): Work {
  const { groups } = small
  const policies = groups?.policies.map((one) => ({ ...one, policy: moved(one.policy) })) ?? []
  const settings = groups ? { ...small, groups: { ...groups, policies } } : small
  return { settings, given: scenario.given, job: JOB, policy: moved(scenario.policy) }
}

interface Found {
  readonly figures: Figures
  readonly used: readonly string[]
}

/** Headline figures by year; nothing where a value is refused beside the others. A model that contradicts itself is told by the run itself. */
async function figuresOf(work: readonly Work[], { workers, quiet, signal, say }: Screening): Promise<(Found | undefined)[]> {
  const found: (Found | undefined)[] = work.map(() => undefined)
  const personYears = work.reduce((sum, { settings }) => sum + plannedPersonYears(settings), 0)
  const progress = createProgress({ stream: process.stderr, quiet, personYears, now: () => performance.now(), say })
  const onOutcome = (outcome: Outcome, index: number) => {
    if ('record' in outcome) found[index] = { figures: headlines(outcome.record, work[index].settings), used: outcome.used }
  }
  try {
    await runWork(work, { workers, signal, onShare: (share) => progress.update(share), onOutcome })
  } finally {
    progress.end()
  }
  return found
}

const MEASURES = new Set(HEADLINES.map(({ measure }) => measure))

function headlines(record: Parameters<typeof annualRows>[1][number], { years }: ModelSettings): Figures {
  const rows = annualRows('', [record], years).filter((row) => row.group === '' && row.area === areaOf(record) && MEASURES.has(row.measure))
  return new Map(rows.map((row) => [figureKey(row.year, row.measure), row.value]))
}
