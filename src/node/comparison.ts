/** Runs base and reforms on common draws until the differences are known well enough, in as few batches as can be. */
import { annualRows } from '../results/annual.ts'
import { type Comparison, compare } from '../results/compare.ts'
import { type HeadlineRow, headlineRows, replicationsFor, widest } from '../results/headline.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { type SimulatedScenario, type SimulationOptions, simulateScenarios } from './simulation.ts'

/** How many replications to run: a fixed number, or as many as the precision takes, up to `most`. */
export interface ReplicationChoice {
  readonly replications?: number
  /** half-width of every headline difference, as a share of the base (of the whole for shares) */
  readonly precision: number
  readonly most: number
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
  /** one for each reform */
  readonly comparisons: readonly Comparison[]
  readonly reason: StopReason
}

/** Enough to tell the spread by; each batch starts its workers anew, so the second is planned to be the last. */
const FIRST_BATCH = 8

/**
 * Simulates all scenarios and compares each reform with the base, the first.
 * @param note told before a further batch
 * @throws as simulateScenarios
 */
export async function simulateComparison(
  scenarios: readonly LoadedScenario[],
  choice: ReplicationChoice,
  options: SimulationOptions,
  note: (text: string) => void,
): Promise<ComparedScenarios> {
  let replications = choice.replications ?? Math.min(FIRST_BATCH, choice.most)
  let simulated: SimulatedScenario[] = []
  for (;;) {
    simulated = await simulateScenarios(
      scenarios.map((one) => withReplications(one, replications)),
      options,
      simulated,
    )
    const comparisons = compared(simulated)
    const worst = widest(headlineRows(comparisons.flatMap(({ rows }) => rows)))
    const kind = stopsBecause(replications, worst, choice)
    if (kind) return { simulated, comparisons, reason: { kind, replications, precision: choice.precision, widest: worst } }
    const wanted = worst ? replicationsFor(worst, choice.precision) : choice.most
    // more by a quarter at least: the worst figure may be one that some replications do not have
    replications = Math.min(choice.most, Math.max(Math.ceil(replications * 1.25), wanted))
    note(`going on to ${replications} replications: ${worst?.row.measure} ${worst?.row.year} is not known well enough`)
  }
}

function stopsBecause(replications: number, worst: HeadlineRow | undefined, choice: ReplicationChoice): StopReason['kind'] | undefined {
  if (choice.replications !== undefined) return 'fixed'
  if (!worst || worst.halfWidth <= choice.precision) return 'precise'
  return replications >= choice.most ? 'limit' : undefined
}

function compared(simulated: readonly SimulatedScenario[]): Comparison[] {
  const [base, ...reforms] = simulated.map(({ scenario, records }) => annualRows(scenario.settings.name, records, scenario.settings.years))
  return reforms.map((reform) => compare(base, reform))
}

function withReplications(scenario: LoadedScenario, replications: number): LoadedScenario {
  return { ...scenario, settings: { ...scenario.settings, replications } }
}
