/** What a run consists of: one job for each replication of each county, and their records in a fixed order. */
import type { CountyRecord } from '../scheme/record.ts'
import { type ModelSettings, personsWithVillages } from '../scheme/settings.ts'

export interface Job {
  readonly replication: number
  readonly county: number
}

/** All jobs of a run, replication by replication; both are numbered from 1 and 0: replication 1 is the first, county 0 the first. */
export function planJobs(settings: ModelSettings): Job[] {
  const jobs: Job[] = []
  for (let replication = 1; replication <= settings.replications; replication++) {
    for (let county = 0; county < settings.counties; county++) jobs.push({ replication, county })
  }
  return jobs
}

/** Person-years a run will simulate, burn-in included: the measure of its progress. Added villages count about as many persons as they have. */
export function plannedPersonYears(settings: ModelSettings): number {
  const years = settings.years[1] - settings.years[0] + 1 + settings.burnInYears
  const { named, counties } = settings
  const inAll = named ? named.reduce((sum, county) => sum + personsWithVillages(county), 0) : personsWithVillages(settings) * counties
  return inAll * settings.replications * years
}

/** What jobs left, in the order of `planJobs`, whatever the order in which workers finished. Throws when one is missing or there twice. */
export function inPlannedOrder<Left extends Job>(settings: ModelSettings, records: readonly Left[]): Left[] {
  const byJob = new Map(records.map((record) => [jobName(record), record]))
  if (byJob.size !== records.length) throw new Error('a replication of a county stands twice among the results')
  return planJobs(settings).map((job) => {
    const record = byJob.get(jobName(job))
    if (!record) throw new Error(`replication ${job.replication} of county ${job.county} is missing among the results`)
    return record
  })
}

/** A short name of a job, fit for a file name: 'r003-c01'. */
export function jobName({ replication, county }: Job): string {
  return `r${String(replication).padStart(3, '0')}-c${String(county).padStart(2, '0')}`
}

/** Settings with what the command line may change. */
export function withOptions(settings: ModelSettings, options: { seed?: string; replications?: number }): ModelSettings {
  return { ...settings, seed: options.seed ?? settings.seed, replications: options.replications ?? settings.replications }
}

/** A county and a year are some 50 kB of memory: so many are held at most. */
const HELD_COUNTY_YEARS = 2000

/** A finished job as it is borne in mind. */
export interface DoneJob extends Job, Pick<CountyRecord, 'personYears' | 'events'> {
  readonly record: () => CountyRecord
}

/** The records of all jobs in planned order: replication by replication, county by county. */
export interface Records extends Iterable<CountyRecord> {
  readonly jobs: readonly DoneJob[]
  /** those of one county, in the order of the replications */
  ofCounty(county: number): Iterable<CountyRecord>
}

/** `read` gives the record again; without it the record is held. */
export function doneJob(record: CountyRecord, read?: () => CountyRecord): DoneJob {
  const { replication, county, personYears, events } = record
  return { replication, county, personYears, events, record: read ?? (() => record) }
}

/** @throws Error when a job of the plan is missing or there twice */
export function recordsOf(settings: ModelSettings, done: readonly DoneJob[]): Records {
  const jobs = inPlannedOrder(settings, done)
  function* each(those: readonly DoneJob[]) {
    for (const job of those) yield job.record()
  }
  return {
    jobs,
    [Symbol.iterator]: () => each(jobs),
    ofCounty: (county) => each(jobs.filter((job) => job.county === county)),
  }
}

export function areHeld(scenarios: readonly ModelSettings[]): boolean {
  const countyYears = scenarios.map(({ counties, replications, years }) => counties * replications * (years[1] - years[0] + 1))
  return countyYears.reduce((sum, some) => sum + some, 0) <= HELD_COUNTY_YEARS
}
