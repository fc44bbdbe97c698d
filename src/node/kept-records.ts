/** Finished replications, kept in `OUT.partial` while a run goes on, so that `--resume` need not simulate them again. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { jobName } from '../scenario/run.ts'
import type { FinishedJob } from './simulate.ts'

/** Says what a record rests on: hashes of scenario and data, version, seed and whatever else changes the figures. */
export type Identity = string

export interface KeptRecords {
  readonly path: string
  /** complete jobs of the same identity; files of another run or torn ones are left out */
  read(identity: Identity): FinishedJob[]
  /** written under another name first, so a file is complete or not there */
  keep(identity: Identity, job: FinishedJob): void
  /** another file beside the records that were finished: what broke, households to be paired */
  tell(file: string, content: string | Uint8Array): void
  /** the run is complete, or starts anew */
  drop(): void
}

/** The folder is created with the first record. */
export function openKept(target: string): KeptRecords {
  const path = `${resolve(target)}.partial`
  const write = (file: string, content: string | Uint8Array) => {
    mkdirSync(path, { recursive: true })
    const place = join(path, file)
    writeFileSync(`${place}.tmp`, content)
    renameSync(`${place}.tmp`, place)
  }
  return {
    path,
    read(identity) {
      if (!existsSync(path)) return []
      const names = readdirSync(path).filter((name) => /^.*-r\d+-c\d+\.json$/.test(name))
      return names.sort().flatMap((name) => {
        const kept = parsed(readFileSync(join(path, name), 'utf8'))
        return kept?.identity === identity ? [kept.job] : []
      })
    },
    keep(identity, job) {
      // ten megabytes of households are for whoever waits for the job
      const { households: _, ...kept } = job
      write(`${identity.slice(0, 12)}-${jobName(job.record)}.json`, JSON.stringify({ identity, job: kept }))
    },
    tell: write,
    drop: () => rmSync(path, { recursive: true, force: true }),
  }
}

function parsed(text: string): { identity: Identity; job: FinishedJob } | undefined {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
