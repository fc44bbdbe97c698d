/** Finished replications, kept in `OUT.partial` while a run goes on, so that `--resume` need not simulate them again. */
import { existsSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Job, jobName } from '../scenario/run.ts'
import { readBounded, sha256 } from './files.ts'
import { makeMarked, ownerOf, removeOwn } from './place/mark.ts'
import { StorageFailed, storing } from './place/storage.ts'
import { placeOf } from './place/target.ts'
import type { FinishedJob } from './simulate.ts'

/** Says what a record rests on: hashes of scenario and data, version, seed and whatever else changes the figures. */
export type Identity = string

export interface KeptRecords {
  readonly path: string
  /** complete jobs of the same identity, one by one; files of another run or torn ones are left out, and damaged ones told */
  read(identity: Identity, damaged?: (file: string) => void): Iterable<FinishedJob>
  /** one of them again; throws StorageFailed when it is no longer what was kept */
  again(identity: Identity, job: Job): FinishedJob
  /** written under another name first, so a file is complete or not there */
  keep(identity: Identity, job: FinishedJob): void
  /** another file beside the records that were finished: what broke */
  tell(file: string, content: string): void
  /** bytes with their hash before them, to be read back in this run or a later one */
  keepBytes(file: string, content: string | Uint8Array): void
  /** undefined when there is no such file, or when it is not what was written */
  bytes(file: string): Uint8Array | undefined
  /** how many records there are, and how many of other identities than these */
  count(identities: readonly Identity[]): { readonly all: number; readonly others: number }
  /** the run is complete, or starts anew: what is ours goes */
  drop(): void
}

const RECORD = /^(\w+)-(r\d+-c\d+)\.json$/
const OURS = /^([\w-]+-r\d+-c\d+\.(json|households|household-(years|care)|(care-)?pairs)|broken\.json)(\.tmp)?$/
const HASH = 64
/** No more could be held as a text. */
const MOST_BYTES = 500_000_000
const prefix = (identity: Identity) => identity.slice(0, 12)

/** The folder is created with the first record. */
export function openKept(target: string): KeptRecords {
  const path = `${placeOf(target)}.partial`
  const write = (file: string, content: string | Uint8Array) => {
    const place = join(path, file)
    storing(place, () => {
      makeMarked(path)
      // whatever stands there is of a run that was killed; a pipe by this name would wait for a reader
      rmSync(`${place}.tmp`, { force: true })
      writeFileSync(`${place}.tmp`, content, { flag: 'wx' })
      renameSync(`${place}.tmp`, place)
    })
  }
  const records = () => (existsSync(path) ? readdirSync(path).filter((name) => RECORD.test(name)) : [])
  return {
    path,
    *read(identity, damaged = () => undefined) {
      const names = records().filter((name) => RECORD.exec(name)?.[1] === prefix(identity))
      for (const name of names.sort()) {
        const job = recordIn(join(path, name), identity)
        if (job && nameOf(identity, job.record) === name) yield job
        else damaged(name)
      }
    },
    again(identity, job) {
      const place = join(path, nameOf(identity, job))
      const found = recordIn(place, identity)
      if (!found) throw new StorageFailed(place, 'CHANGED', 'the file is gone or is not what was written')
      return found
    },
    keep(identity, job) {
      // ten megabytes of households are for whoever waits for the job
      const { households: _, ...kept } = job
      const text = JSON.stringify(kept)
      write(nameOf(identity, job.record), `${JSON.stringify({ identity, sha256: sealOf(identity, text) }).slice(0, -1)}${JOB}${text}}`)
    },
    tell: write,
    keepBytes: (file, content) => write(file, Buffer.concat([Buffer.from(sha256(content)), Buffer.from(content)])),
    bytes: (file) => sealedIn(join(path, file)),
    count(identities) {
      const ours = new Set(identities.map(prefix))
      const names = records()
      return { all: names.length, others: names.filter((name) => !ours.has(RECORD.exec(name)?.[1] ?? '')).length }
    },
    drop() {
      if (ownerOf(path) === 'hezuo') storing(path, () => removeOwn(path, (file) => OURS.test(file)))
    },
  }
}

function nameOf(identity: Identity, job: Job): string {
  return `${prefix(identity)}-${jobName(job)}.json`
}

/** Stands between a record's head and the text of the job, which is sealed as it was written. */
const JOB = ',"job":'

function sealOf(identity: Identity, text: string): string {
  return sha256(`${identity}\n${text}`)
}

/** A record whose figures are those that were written. */
function recordIn(path: string, identity: Identity): FinishedJob | undefined {
  try {
    const text = readBounded(path, MOST_BYTES).toString()
    const at = text.indexOf(JOB)
    const head: { identity: Identity; sha256: string } = JSON.parse(`${text.slice(0, at)}}`)
    const job = text.slice(at + JOB.length, -1)
    return head.identity === identity && head.sha256 === sealOf(identity, job) ? JSON.parse(job) : undefined
  } catch {
    return undefined
  }
}

function sealedIn(path: string): Uint8Array | undefined {
  try {
    const bytes = readBounded(path, MOST_BYTES)
    const content = bytes.subarray(HASH)
    return sha256(content) === bytes.subarray(0, HASH).toString() ? content : undefined
  } catch {
    return undefined
  }
}
