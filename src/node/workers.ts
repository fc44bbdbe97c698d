/** Runs jobs on worker threads, a job at a time each, and gives their records back whatever the order in which they finish. */
import { availableParallelism } from 'node:os'
import { Tinypool } from 'tinypool'
import { formatDay } from '../kernel/calendar.ts'
import { InputFaults, InvariantBroken } from '../kernel/errors.ts'
import type { Overrides } from '../policy/overrides.ts'
import type { GivenPeople } from '../population/microdata/people.ts'
import { type Job, plannedPersonYears } from '../scenario/run.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { codeOf } from './files.ts'
import { MachineFailed } from './place/storage.ts'
import type { FinishedJob, Outcome, Task } from './simulate.ts'
import { idle, isDoneWithin } from './waiting.ts'

interface WorkPlan {
  readonly settings: ModelSettings
  readonly policy: Overrides
  readonly given?: GivenPeople
  /** what each county runs with in place of that, by number, where it has anything of its own */
  readonly counties?: readonly Pick<WorkPlan, 'settings' | 'policy' | 'given'>[]
  readonly jobs: readonly Job[]
  readonly drillDay?: number
  /** every job brings its households by year as well */
  readonly households?: boolean
}

export interface WorkOptions {
  /** threads; 0 runs everything in this thread, which then cannot be interrupted within a job */
  readonly workers: number
  /** each job as it is finished, in any order */
  readonly onFinished: (job: FinishedJob) => void
  /** share of all jobs done, 0 to 1 */
  readonly onShare: (share: number) => void
  readonly signal?: AbortSignal
  /** another worker entry, for tests */
  readonly entry?: URL
  /** room for a thread, where it is not that of the process */
  readonly heapMb?: number
  /** threads that go on to the next scenario; whoever gives them ends them */
  readonly threads?: Threads
}

/** 同一批线程 Threads for one scenario after the other: what is hot is compiled in each of them once. */
export class Threads {
  /** those that are idle, if any are */
  idle?: Tinypool

  /** Those that are idle, or others. */
  take(others: () => Tinypool): Tinypool {
    const pool = this.idle ?? others()
    this.idle = undefined
    return pool
  }

  async end(): Promise<void> {
    if (this.idle) await isDoneWithin(PATIENCE_MS, this.idle.destroy())
    this.idle = undefined
  }
}

const ENTRY = new URL('./worker.mjs', import.meta.url)
const PROGRESS_EVERY_MS = 150
/** A job that was told to stop does so at the end of a year; a thread whose year takes longer than this is ended as it is. */
const PATIENCE_MS = 3000
/** A thread must have so much to do: to start it and to compile in it what is hot costs as much. */
const PERSON_YEARS_A_THREAD = 300_000
/** A run of a second, which needs no thread beside this one. */
const PERSON_YEARS_HERE = 30_000

/** As many threads as the machine has for a large run, fewer for a small one, none beside this one for the smallest. */
export function usefulThreads(scenarios: readonly ModelSettings[]): number {
  const most = Math.max(...scenarios.map(plannedPersonYears))
  if (most <= PERSON_YEARS_HERE) return 0
  return Math.min(availableParallelism(), Math.ceil(most / PERSON_YEARS_A_THREAD))
}

/**
 * Runs all jobs; resolves when the last is done.
 * @throws InvariantBroken when the model contradicts itself (the other jobs are stopped), MachineFailed when a thread finds no memory, the
 * signal's reason when aborted
 */
export async function runJobs({ jobs, counties, ...plan }: WorkPlan, options: WorkOptions): Promise<void> {
  const work = (counties ? byCounty(jobs) : jobs).map((job): Work => {
    const { settings, policy, given } = counties?.[job.county] ?? plan
    return { ...plan, settings, policy, given, job }
  })
  return runWork(work, { ...options, onOutcome: (outcome) => options.onFinished(finished(outcome)) })
}

/** One job of any scenario. */
export type Work = Omit<WorkPlan, 'jobs' | 'counties'> & { readonly job: Job }

/** The same for jobs of several scenarios; what each came to is told with its place among them. */
export async function runWork(
  work: readonly Work[],
  options: Omit<WorkOptions, 'onFinished'> & { readonly onOutcome: (outcome: Outcome, index: number) => void },
): Promise<void> {
  if (!work.length) return
  const progress = new Int32Array(new SharedArrayBuffer(4 * work.length))
  const stop = new Int32Array(new SharedArrayBuffer(4))
  const tasks = work.map(({ settings, policy, given, job, drillDay, households }, slot): Task => {
    return { ...{ settings, policy, given, drillDay, households }, ...{ job, progress, slot, stop } }
  })
  if (options.workers < 1) return runHere(tasks, options)
  const threads = Math.min(options.workers, tasks.length)
  const pool = options.threads?.take(() => poolFor(threads, options)) ?? poolFor(threads, options)
  const report = () => options.onShare(progress.reduce((sum, done) => sum + done, 0) / (1000 * tasks.length))
  const timer = setInterval(report, PROGRESS_EVERY_MS)
  const results = tasks.map(async (task) => {
    const outcome: Outcome = await pool.run(task)
    if (!('stopped' in outcome)) options.onOutcome(outcome, task.slot)
  })
  // Rejections of jobs stopped after the first failure are expected, not unhandled.
  const all = Promise.allSettled(results)
  const aborted = abortOf(options.signal)
  let isDone = false
  try {
    await Promise.race([Promise.all(results), aborted.promise])
    report()
    isDone = true
  } catch (error) {
    if (codeOf(error) === 'ERR_WORKER_OUT_OF_MEMORY') throw new MachineFailed(threads > 1 ? OUT_OF_MEMORY_OF_MANY : OUT_OF_MEMORY)
    throw error
  } finally {
    aborted.forget()
    clearInterval(timer)
    Atomics.store(stop, 0, 1)
    if (await isDoneWithin(PATIENCE_MS, all)) await idle(PATIENCE_MS)
    if (isDone && options.threads) options.threads.idle = pool
    // a thread that has ended by itself is waited for in vain
    else await isDoneWithin(PATIENCE_MS, pool.destroy())
  }
}

function poolFor(
  threads: number,
  { entry, workers, heapMb, threads: shared }: Pick<WorkOptions, 'entry' | 'workers' | 'heapMb' | 'threads'>,
) {
  // The columns live outside the heap: a small room for young objects keeps a worker's memory near what it uses.
  const resourceLimits = { maxYoungGenerationSizeMb: 4, ...(heapMb ? { maxOldGenerationSizeMb: heapMb } : {}) }
  return new Tinypool({
    filename: (entry ?? ENTRY).href,
    name: 'simulate',
    minThreads: threads,
    maxThreads: shared ? workers : threads,
    // Waiting with Atomics would keep a thread from loading modules in the background.
    useAtomics: false,
    isolateWorkers: false,
    resourceLimits,
  })
}

/** V8 ends a thread without room, and only that. */
const OUT_OF_MEMORY = 'a thread ran out of memory; a smaller county, or more room: NODE_OPTIONS=--max-old-space-size=8192'
const OUT_OF_MEMORY_OF_MANY =
  'a thread ran out of memory; fewer --workers, a smaller county, or more room: NODE_OPTIONS=--max-old-space-size=8192'
/** A thread keeps the model of the county that it ran last: counties of their own come one after the other. */
function byCounty(jobs: readonly Job[]): readonly Job[] {
  return [...jobs].sort((one, other) => one.county - other.county || one.replication - other.replication)
}

/** A promise that rejects with the signal's reason when it is aborted, until it is forgotten. */
function abortOf(signal: AbortSignal | undefined) {
  let onAbort = () => {}
  const promise = new Promise<never>((_, reject) => {
    onAbort = () => reject(signal?.reason)
    if (signal?.aborted) onAbort()
    signal?.addEventListener('abort', onAbort)
  })
  return { promise, forget: () => signal?.removeEventListener('abort', onAbort) }
}

async function runHere(
  tasks: readonly Task[],
  options: Pick<Parameters<typeof runWork>[1], 'signal' | 'onOutcome' | 'onShare'>,
): Promise<void> {
  const { simulate } = await import('./simulate.ts')
  for (const [index, task] of tasks.entries()) {
    options.signal?.throwIfAborted()
    options.onOutcome(simulate({ ...task, progress: undefined }), index)
    options.onShare((index + 1) / tasks.length)
    await new Promise((resume) => setImmediate(resume))
  }
}

function finished(outcome: Outcome): FinishedJob {
  if ('stopped' in outcome) throw new Error('a job stopped that nobody had stopped')
  if ('record' in outcome) return outcome
  if ('refused' in outcome) throw new InputFaults(outcome.refused)
  const { event, day, message } = outcome.broken
  // The error puts day and event in front of its message: they stand there already.
  const told = `${formatDay(day)}, ${event}: `
  throw new InvariantBroken(event, day, message.startsWith(told) ? message.slice(told.length) : message)
}
