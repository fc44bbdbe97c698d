/** What a worker does: one replication of one county. Loads law and tables once and keeps them for the next job. */
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { type Fault, InputFaults, InvariantBroken } from '../kernel/errors.ts'
import type { HouseholdColumns } from '../measures/protection/household-columns.ts'
import type { Law } from '../policy/law.ts'
import type { Overrides } from '../policy/overrides.ts'
import type { GivenPeople } from '../population/microdata/people.ts'
import { type CountyModel, countyModel } from '../scenario/engine.ts'
import { lawOf } from '../scenario/materials.ts'
import type { Job } from '../scenario/run.ts'
import type { CountyRecord } from '../scheme/record.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { readDataFiles } from './files.ts'

// V8 builds called functions into their callers up to 920 bytes of byte code in all; two draws use that up. With more room the
// sweep of 1 January runs a fifth faster, the other loops a little; results do not depend on it.
setFlagsFromString('--max-inlined-bytecode-size-cumulative=20000')
// A county leaves some three megabytes behind; collected after every fourth, a worker's memory stays much the same from the first county to
// the last. A collection takes 10 ms, and as long again for machine code that it throws away and V8 makes anew: of small counties, which are
// simulated in less, more are waited for.
const A_COLLECTION = { counties: 4, persons: 60_000 }
setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** All that a worker is told; plain data, since it crosses between threads. */
export interface Task {
  readonly settings: ModelSettings
  readonly policy: Overrides
  /** the scenario's own people; their columns are shared between threads */
  readonly given?: GivenPeople
  readonly job: Job
  readonly drillDay?: number
  /** shared between threads: thousandths done, a cell a job */
  readonly progress?: Int32Array
  readonly slot: number
  /** shared between threads: 1 when the jobs that are left are wanted no more */
  readonly stop?: Int32Array
  /** the households by year are sent back as well */
  readonly households?: boolean
}

/** A county's record and the parameters it rests on. */
export interface FinishedJob {
  readonly record: CountyRecord
  readonly used: readonly string[]
  /** when the task asked for them; not kept on disk with the record */
  readonly households?: HouseholdColumns
}

/** The record, or what broke: an error's class does not survive the way between threads. */
export type Outcome =
  | FinishedJob
  | { readonly stopped: true }
  | { readonly refused: readonly Fault[] }
  | { readonly broken: { readonly event: string; readonly day: number; readonly message: string } }

const sinceCollection = { counties: 0, persons: 0 }
let kept: { readonly key: string; readonly model: CountyModel; readonly law: Law } | undefined

/** Runs one job. Returns broken invariants as data; any other error is thrown as it is. */
export function simulate({ settings, policy, given, job, drillDay, progress, slot, stop, households }: Task): Outcome {
  if (isToStop(stop)) return { stopped: true }
  // whose people they are stands in the settings, with the hash of their files
  const key = JSON.stringify([settings, policy])
  try {
    if (kept?.key !== key) {
      const data = readDataFiles()
      const law = lawOf(data).with(policy)
      kept = { key, law, model: countyModel(settings, law, data, given) }
    }
    const record = kept.model.run(job.replication, job.county, {
      progress(share) {
        if (isToStop(stop)) throw new Stopped()
        if (progress) Atomics.store(progress, slot, Math.round(share * 1000))
      },
      drill: drillDay === undefined ? undefined : { day: drillDay },
    })
    collectAfter((settings.named?.[job.county] ?? settings).persons)
    if (progress) Atomics.store(progress, slot, 1000)
    return { record, used: kept.law.used(), ...(households ? { households: kept.model.householdColumns() } : {}) }
  } catch (error) {
    // A model that broke may be half-way through a year: the next job starts with a fresh one.
    kept = undefined
    if (error instanceof Stopped) return { stopped: true }
    if (error instanceof InputFaults) return { refused: error.faults }
    if (error instanceof InvariantBroken) return { broken: { event: error.event, day: error.day, message: error.message } }
    throw error
  }
}

/** Counts a county of so many persons, and collects what it and those before it left once that is worth a collection. */
function collectAfter(persons: number): void {
  sinceCollection.counties++
  sinceCollection.persons += persons
  if (sinceCollection.counties < A_COLLECTION.counties || sinceCollection.persons < A_COLLECTION.persons) return
  collectGarbage()
  Object.assign(sinceCollection, { counties: 0, persons: 0 })
}

/** Thrown out of a run that is wanted no more. */
class Stopped extends Error {}

function isToStop(stop: Int32Array | undefined): boolean {
  return stop !== undefined && Atomics.load(stop, 0) === 1
}
