/** Runs base and reforms on common draws until the differences are known well enough, in as few batches as can be. */

import { annualRowsOf } from '../measures/annual.ts'
import { toldAreasOf } from '../measures/areas.ts'
import { groupsWithNobody, type WinnersRow, winnersRows } from '../measures/protection/winners.ts'
import { type Comparison, compare } from '../measures/statistics/compare.ts'
import { type HeadlineRow, headlineRows, replicationsFor, widest } from '../measures/statistics/headline.ts'
import { areSamePeople } from '../population/microdata/people.ts'
import { throughout } from '../scenario/counties/throughout.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { startingPeople } from '../scheme/population-terms.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { type HouseholdPairs, type Pair, pairHouseholdsOf } from './household-pairs.ts'
import { openKept } from './kept-records.ts'
import { identityOf, type SimulatedScenario, type SimulationOptions, simulateScenarios } from './simulation.ts'

/** How many replications to run: a fixed number, or as many as the precision takes, up to `most`. */
export interface ReplicationChoice {
  readonly replications?: number
  /** half-width of every headline difference, as a share of the base (of the whole for shares) */
  readonly precision: number
  readonly most: number
  /** further pairs, whose differences are to be known as well */
  readonly against?: readonly Pair[]
}

/** Why no more replications were run. */
export interface StopReason {
  readonly kind: 'fixed' | 'precise' | 'limit'
  readonly replications: number
  readonly precision: number
  /** the headline difference known worst; absent when the scenarios have no headline measure in common */
  readonly widest?: HeadlineRow
}

export interface ComparedScenarios {
  /** base first */
  readonly simulated: readonly SimulatedScenario[]
  /** one for each reform, then for each further pair: of all counties together, and of each that the scenario names */
  readonly comparisons: readonly Comparison[]
  /** one for each of them */
  readonly households: readonly PairedHouseholds[]
  readonly reason: StopReason
}

/** Winners and losers of one pair. */
interface PairedHouseholds {
  /** by what its people are other people than those of the base (see `otherPeople`): then there is nobody to pair */
  readonly otherPeople: readonly string[]
  readonly rows: readonly WinnersRow[]
  /** households and years of all replications that are found in one scenario only */
  readonly unpaired: number
  /** the scenario's own groups that have no household in any of them */
  readonly nobodyIn: readonly string[]
}

/** Settings that make the people of a county; villages of their own are drawn apart, but number the households anew. */
const PEOPLE = ['region', 'persons', 'addedVillages', 'burnInYears'] as const satisfies (keyof ModelSettings)[]
export type PeopleSetting = (typeof PEOPLE)[number] | 'microdata'

/**
 * By what the people that a reform begins with are others than those of the base: settings (see PeopleSetting), then parameters and
 * mechanisms by dotted name. Rates at which people move, fall ill, are born and die afterwards change the lives of the same people.
 */
export function otherPeople(base: LoadedScenario, reform: LoadedScenario): string[] {
  const { counties } = reform
  if (base.counties && counties) return [...new Set(base.counties.flatMap((one, county) => otherPeople(one, counties[county])))]
  const isOther = (one: unknown, other: unknown) => JSON.stringify(one) !== JSON.stringify(other)
  const settings: PeopleSetting[] = PEOPLE.filter((name) => isOther(base.settings[name], reform.settings[name]))
  if (!areSamePeople(base.given, reform.given)) settings.push('microdata')
  const [ofBase, ofReform] = [base, reform].map((one) => startingPeople(one.settings, one.law, one.given))
  const names = [...ofBase.keys()].filter((name) => ofReform.has(name) && isOther(ofBase.get(name), ofReform.get(name)))
  return [...settings, ...names]
}

/**
 * Enough to tell the spread by: with fewer, intervals that happen to be narrow end the run too early and too many miss the truth. Each
 * batch starts its workers anew, so the second is planned to be the last.
 */
const FIRST_BATCH = 10

/**
 * Simulates all scenarios and compares each reform with the base, the first.
 * @param further told before a further batch: how many replications it makes, and the figure that is not known well enough
 * @throws as simulateScenarios
 */
export async function simulateComparison(
  scenarios: readonly LoadedScenario[],
  choice: ReplicationChoice,
  options: SimulationOptions,
  further: (replications: number, worst: HeadlineRow) => void,
): Promise<ComparedScenarios> {
  let replications = choice.replications ?? Math.min(FIRST_BATCH, choice.most)
  let simulated: SimulatedScenario[] = []
  const pairs = [...withBase(scenarios.length), ...(choice.against ?? [])]
  const others = pairs.map(({ base, reform }) => otherPeople(scenarios[base], scenarios[reform]))
  const identities = scenarios.map((one) => identityOf(one, options.dataHash))
  const households = pairHouseholdsOf(
    openKept(options.out),
    identities,
    pairs.map((pair, index) => ({ ...pair, pairable: others[index].length === 0 })),
  )
  for (;;) {
    simulated = await simulateScenarios(
      scenarios.map((one) => withReplications(one, replications)),
      { ...options, pairs: households },
      simulated,
    )
    const comparisons = compared(simulated, pairs)
    const worst = widest(comparisons.flatMap(({ rows }) => headlineRows(rows)))
    const kind = stopsBecause(replications, worst, choice)
    if (kind) {
      const reason = { kind, replications, precision: choice.precision, widest: worst }
      const told = pairs.map((pair, index) => householdsOf(scenarios, pair, others[index], households.of(index)))
      return { simulated, comparisons, households: told, reason }
    }
    const wanted = worst ? replicationsFor(worst, choice.precision) : choice.most
    // more by a quarter at least: the worst figure may be one that some replications do not have
    replications = Math.min(choice.most, Math.max(Math.ceil(replications * 1.25), wanted))
    if (worst) further(replications, worst)
  }
}

function householdsOf(
  scenarios: readonly LoadedScenario[],
  { base, reform }: Pair,
  otherPeople: readonly string[],
  replications: ReturnType<HouseholdPairs['of']>,
): PairedHouseholds {
  const [one, other] = [scenarios[base].settings.name, scenarios[reform].settings.name]
  const unpaired = replications.flat().reduce((sum, county) => sum + county.unpaired, 0)
  const groups = groupNames(scenarios[base], scenarios[reform])
  const counties = scenarios[base].settings.named?.map(({ name }) => name)
  const rows = winnersRows({ base: one, scenario: other }, replications, { groups, counties })
  return { otherPeople, rows, nobodyIn: groupsWithNobody(replications, groups), unpaired }
}

/** The reform's own groups, else those of the base. */
function groupNames(base: LoadedScenario, reform: LoadedScenario): string[] {
  const { groups } = reform.settings.groups ? reform.settings : base.settings
  return groups?.list.map(({ name }) => name) ?? []
}

function stopsBecause(replications: number, worst: HeadlineRow | undefined, choice: ReplicationChoice): StopReason['kind'] | undefined {
  if (choice.replications !== undefined) return 'fixed'
  if (!worst || worst.halfWidth <= choice.precision) return 'precise'
  return replications >= choice.most ? 'limit' : undefined
}

/** Of all counties together, or of the only one: what is judged; and of those that the scenario names. */
function compared(simulated: readonly SimulatedScenario[], pairs: readonly Pair[]): Comparison[] {
  const rows = simulated.map(({ scenario: { settings }, records }) =>
    [...toldAreasOf(records, settings)].flatMap((area) => annualRowsOf(settings.name, area)),
  )
  return pairs.map(({ base, reform }) => compare(rows[base], rows[reform]))
}

/** Each reform with the base of all. */
export function withBase(scenarios: number): Pair[] {
  return Array.from({ length: scenarios - 1 }, (_, index) => ({ base: 0, reform: index + 1 }))
}

function withReplications(scenario: LoadedScenario, replications: number): LoadedScenario {
  return throughout(scenario, (one) => ({ ...one, settings: { ...one.settings, replications } }))
}
