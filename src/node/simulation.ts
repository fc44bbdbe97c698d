/** Simulates scenarios to records: in parallel, resumable, interruptible; what it does not know is what the records are for. */
import { setFlagsFromString } from 'node:v8'
import { InvariantBroken } from '../kernel/errors.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { areHeld, type DoneJob, doneJob, jobName, planJobs, plannedPersonYears, type Records, recordsOf } from '../scenario/run.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { sha256, version } from './files.ts'
import type { HouseholdPairs } from './household-pairs.ts'
import { type Identity, type KeptRecords, openKept } from './kept-records.ts'
import { createProgress, type Progress } from './progress.ts'
import type { FinishedJob } from './simulate.ts'
import { runJobs, Threads } from './workers.ts'

export interface SimulatedScenario {
  readonly scenario: LoadedScenario
  readonly records: Records
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
  /** records are held in memory; by default while they are few */
  readonly isHeld?: boolean
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
  const isHeld = options.isHeld ?? areHeld(scenarios.map(({ settings }) => settings))
  const started = scenarios.map((scenario, index): Started => {
    const one = { scenario, index, done: [...(earlier[index]?.records.jobs ?? [])], used: new Set(earlier[index]?.used) }
    takeKept(one, { ...options, kept, damaged, isHeld })
    return one
  })
  const personYears = started.reduce((sum, { scenario, done }) => sum + remaining(scenario.settings, done.length), 0)
  const { quiet, say } = options
  const progress = createProgress({ stream: process.stderr, quiet, personYears, now: () => performance.now(), say })
  const count = (those: readonly { readonly length: number }[]) => those.reduce((sum, { length }) => sum + length, 0)
  const finished = count(started.map(({ done }) => done)) - count(earlier.map(({ records }) => records.jobs))
  if (finished) progress.note(`${finished} finished replications taken from ${kept.path}`)
  for (const file of damaged) progress.note(`${kept.path}/${file} is damaged: this replication is simulated again`)
  if (personYears > PERSON_YEARS_OF_A_MINUTE) setFlagsFromString(V8S_OWN_PATIENCE)
  let before = 0
  const threads = new Threads()
  try {
    for (const one of started) {
      const weight = personYears ? remaining(one.scenario.settings, one.done.length) / personYears : 0
      const onShare = (share: number) => progress.update(before + weight * share)
      await simulateRest(one, { ...options, kept, progress, onShare, isHeld, threads })
      before += weight
    }
  } finally {
    progress.end()
    await threads.end()
  }
  return started.map(({ scenario, done, used }) => ({
    scenario,
    records: recordsOf(scenario.settings, done),
    used: [...used].sort(),
  }))
}

/** Programs of seconds wait long before they make fast code (hezuo.mjs); one that runs longer is done sooner with V8's own patience. */
const PERSON_YEARS_OF_A_MINUTE = 2_000_000
const V8S_OWN_PATIENCE = '--interrupt-budget=135168'

/** A scenario by its number, the jobs of it that are done, and the parameters that these have read. */
interface Started {
  readonly scenario: LoadedScenario
  readonly index: number
  readonly done: DoneJob[]
  readonly used: Set<string>
}

interface Taking extends SimulationOptions {
  readonly kept: KeptRecords
  readonly isHeld: boolean
}

/** Adds what is kept of the scenario; the names of damaged files are added to `damaged`. */
function takeKept({ scenario, index, done, used }: Started, options: Taking & { readonly damaged: Set<string> }): void {
  if (!options.resume) return
  const { kept, damaged, isHeld } = options
  const identity = identityOf(scenario, options.dataHash, options.drillDay)
  const planned = new Set(planJobs(scenario.settings).map(jobName))
  for (const job of done) planned.delete(jobName(job))
  for (const job of kept.read(identity, (file) => damaged.add(file))) {
    if (!planned.has(jobName(job.record)) || !(options.pairs?.has(index, job) ?? true)) continue
    done.push(borne(job, { kept, isHeld, identity }))
    for (const name of job.used) used.add(name)
  }
}

function borne({ record }: FinishedJob, { kept, isHeld, identity }: Pick<Taking, 'kept' | 'isHeld'> & { identity: Identity }): DoneJob {
  const { replication, county } = record
  return doneJob(record, isHeld ? undefined : () => kept.again(identity, { replication, county }).record)
}

function remaining(settings: ModelSettings, done: number): number {
  return plannedPersonYears(settings) * (1 - done / (settings.replications * settings.counties))
}

interface Running extends Taking {
  readonly progress: Progress
  readonly threads: Threads
  /** hears the share of the rest that is done */
  onShare(share: number): void
}

/** Adds to `done` what is not there yet. */
async function simulateRest({ scenario, index, done, used }: Started, running: Running): Promise<void> {
  const { kept, progress, onShare, isHeld, threads, ...options } = running
  const identity = identityOf(scenario, options.dataHash, options.drillDay)
  const names = new Set(done.map(jobName))
  const jobs = planJobs(scenario.settings).filter((job) => !names.has(jobName(job)))
  // the record is kept last: whoever finds it finds the households too
  const onFinished = (job: FinishedJob) => {
    options.pairs?.take(index, job)
    kept.keep(identity, job)
    done.push(borne(job, { kept, isHeld, identity }))
    for (const name of job.used) used.add(name)
  }
  const households = options.pairs?.wants(index) ?? false
  const { settings, policy, given, counties } = scenario
  const plan = { settings, policy, given, counties, jobs, drillDay: options.drillDay, households }
  try {
    await runJobs(plan, { workers: options.workers, signal: options.signal, onFinished, onShare, threads })
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
