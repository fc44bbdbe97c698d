/** What a run consists of: one job for each replication of each county, and their records put together in a fixed order. */
import type { CountyRecord } from '../scheme/record.ts'
import { type ModelSettings, personsOfAll } from '../scheme/settings.ts'

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

/** Person-years a run will simulate, burn-in included: the measure of its progress. Added villages count about four persons a household. */
export function plannedPersonYears(settings: ModelSettings): number {
  const years = settings.years[1] - settings.years[0] + 1 + settings.burnInYears
  const villages = settings.named ? settings.named.flatMap((county) => county.addedVillages) : settings.addedVillages
  const added = 4 * villages.reduce((sum, households) => sum + households, 0)
  const inAll = personsOfAll(settings) + (settings.named ? added : added * settings.counties)
  return inAll * settings.replications * years
}

/** Records in the order of `planJobs`, whatever the order in which workers finished. Throws when one is missing or there twice. */
export function inPlannedOrder(settings: ModelSettings, records: readonly CountyRecord[]): CountyRecord[] {
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
