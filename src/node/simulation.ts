/** Simulates scenarios to records: in parallel, resumable, interruptible; what it does not know is what the records are for. */
import { InvariantBroken } from '../kernel/errors.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { inPlannedOrder, jobName, planJobs, plannedPersonYears } from '../scenario/run.ts'
import type { CountyRecord } from '../scheme/record.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { sha256, version } from './files.ts'
import type { HouseholdPairs } from './household-pairs.ts'
import { type Identity, type KeptRecords, openKept } from './kept-records.ts'
import { createProgress, type Progress } from './progress.ts'
import type { FinishedJob } from './simulate.ts'
import { runJobs } from './workers.ts'

export interface SimulatedScenario {
  readonly scenario: LoadedScenario
  readonly records: readonly CountyRecord[]
  /** parameters that were read, sorted */
  readonly used: readonly string[]
}

export interface SimulationOptions {
  readonly out: string
  readonly dataHash: string
  readonly workers: number
  readonly resume: boolean
  readonly quiet: boolean
  readonly drillDay?: number
  readonly signal?: AbortSignal
  /** takes the households of every job, where they are to be paired */
  readonly pairs?: HouseholdPairs
  /** puts what is told on the way into the user's language */
  readonly say?: (text: string) => string
}

/** What a scenario's records rest on; records of another identity are never mixed with it. */
export function identityOf(scenario: LoadedScenario, dataHash: string, drillDay?: number): Identity {
  const { name: _, replications: __, amendments, ...settings } = scenario.settings
  const counties = scenario.counties?.map((one) => [{ ...one.settings, name: '', replications: 0, amendments: [] }, one.policy])
  // where a module lies and what it was compiled to does not matter
  const amended = amendments ? [amendments.map(({ rule, content }) => [rule, content?.sha256])] : []
  return sha256(JSON.stringify([version(), dataHash, settings, scenario.policy, drillDay ?? null, ...amended, ...(counties ?? [])]))
}

/**
 * Runs every replication of every county of every scenario. Finished ones are kept in `OUT.partial` until the caller drops them.
 * @param earlier of the same scenarios with fewer replications, in the same order: they are not simulated again
 * @throws InvariantBroken (told in OUT.partial/broken.json as well), or the signal's reason when interrupted
 */
export async function simulateScenarios(
  scenarios: readonly LoadedScenario[],
  options: SimulationOptions,
  earlier: readonly SimulatedScenario[] = [],
): Promise<SimulatedScenario[]> {
  const kept = openKept(options.out)
  if (!options.resume && !earlier.length) kept.drop()
  const damaged = new Set<string>()
  const keptOf = (scenario: LoadedScenario, index: number) => doneBefore(scenario, index, { ...options, kept, damaged })
  const done = scenarios.map((scenario, index) => joined(doneEarlier(earlier[index]), keptOf(scenario, index)))
  const personYears = scenarios.reduce((sum, { settings }, index) => sum + remaining(settings, done[index].length), 0)
  const { quiet, say } = options
  const progress = createProgress({ stream: process.stderr, quiet, personYears, now: () => performance.now(), say })
  const finished = done.flat().length - earlier.reduce((sum, one) => sum + one.records.length, 0)
  if (finished) progress.note(`${finished} finished replications taken from ${kept.path}`)
  for (const file of damaged) progress.note(`${kept.path}/${file} is damaged: this replication is simulated again`)
  let before = 0
  try {
    for (const [index, scenario] of scenarios.entries()) {
      const weight = personYears ? remaining(scenario.settings, done[index].length) / personYears : 0
      const onShare = (share: number) => progress.update(before + weight * share)
      await simulateRest({ scenario, index, done: done[index] }, { ...options, kept, progress, onShare })
      before += weight
    }
  } finally {
    progress.end()
  }
  return scenarios.map((scenario, index) => ({
    scenario,
    records: inPlannedOrder(
      scenario.settings,
      done[index].map((job) => job.record),
    ),
    used: [...new Set(done[index].flatMap((job) => job.used))].sort(),
  }))
}

function doneEarlier(earlier: SimulatedScenario | undefined): FinishedJob[] {
  return earlier?.records.map((record) => ({ record, used: earlier.used })) ?? []
}

/** The jobs of both, each once. */
function joined(one: readonly FinishedJob[], other: readonly FinishedJob[]): FinishedJob[] {
  const names = new Set(one.map((job) => jobName(job.record)))
  return [...one, ...other.filter((job) => !names.has(jobName(job.record)))]
}

/** What is kept of the scenario; the names of damaged files are added to `damaged`. */
function doneBefore(
  scenario: LoadedScenario,
  index: number,
  { kept, damaged, ...options }: SimulationOptions & { readonly kept: KeptRecords; readonly damaged: Set<string> },
): FinishedJob[] {
  const planned = new Set(planJobs(scenario.settings).map(jobName))
  const told = (file: string) => damaged.add(file)
  const found = options.resume ? kept.read(identityOf(scenario, options.dataHash, options.drillDay), told) : []
  return found.filter((job) => planned.has(jobName(job.record)) && (options.pairs?.has(index, job) ?? true))
}

function remaining(settings: ModelSettings, done: number): number {
  return plannedPersonYears(settings) * (1 - done / (settings.replications * settings.counties))
}

/** A scenario by its number, and the jobs of it that are done. */
interface Started {
  readonly scenario: LoadedScenario
  readonly index: number
  readonly done: FinishedJob[]
}

interface Running extends SimulationOptions {
  readonly kept: KeptRecords
  readonly progress: Progress
  /** hears the share of the rest that is done */
  onShare(share: number): void
}

/** Adds to `done` what is not there yet. */
async function simulateRest({ scenario, index, done }: Started, { kept, progress, onShare, ...options }: Running): Promise<void> {
  const identity = identityOf(scenario, options.dataHash, options.drillDay)
  const names = new Set(done.map((job) => jobName(job.record)))
  const jobs = planJobs(scenario.settings).filter((job) => !names.has(jobName(job)))
  // the record is kept last: whoever finds it finds the households too
  const onFinished = (job: FinishedJob) => {
    options.pairs?.take(index, job)
    kept.keep(identity, job)
    done.push({ record: job.record, used: job.used })
  }
  const households = options.pairs?.wants(index) ?? false
  const { settings, policy, given, counties } = scenario
  const plan = { settings, policy, given, counties, jobs, drillDay: options.drillDay, households }
  try {
    await runJobs(plan, { workers: options.workers, signal: options.signal, onFinished, onShare })
  } catch (error) {
    if (error instanceof InvariantBroken) {
      const { name, seed } = scenario.settings
      const told = { message: error.message, event: error.event, day: error.day, scenario: name, seed, version: version(), identity }
      kept.tell('broken.json', `${JSON.stringify(told, undefined, 2)}\n`)
      progress.note(`What was finished, and what broke, is kept in ${kept.path}`)
    }
    throw error
  }
}
