/** Is the run that --resume should finish already complete, and whose are the replications that are kept? */
import { openKept } from '../../node/kept-records.ts'
import { ownerOf } from '../../node/place/mark.ts'
import { refusal } from '../../node/place/refusal.ts'
import { listedFiles, runJsonIn } from '../../node/place/target.ts'
import type { Format } from '../arguments.ts'

/** A file that each form has. */
const IN_FORM: Readonly<Record<Format, string>> = { csv: 'annual.csv', parquet: 'annual.parquet', xlsx: 'results.xlsx' }

/**
 * True when the folder holds this very run, false when there is no finished run in it.
 * Throws InputFaults when it holds another run, or this one in other forms: that is not to be gone on with.
 */
export function alreadyThere(out: string, identity: string, formats: readonly Format[]): boolean {
  let text: string
  try {
    text = runJsonIn(out)
  } catch {
    return false
  }
  if (runHash(text) === identity) {
    const missing = formats.map((format) => IN_FORM[format]).filter((file) => !listedFiles(out)?.includes(file))
    if (missing.length === 0) return true
    throw refusal(out, `the folder holds this run without ${missing.join(', ')}`, '--force to run it again, or another folder')
  }
  const message = 'the folder holds a finished run of another scenario, seed, number of replications, version or data'
  throw refusal(out, message, 'another folder, or --force to replace it')
}

/**
 * Refuses to throw away finished replications that were not named: those of an interrupted run without --resume, those of another run with it.
 * `identities` of all scenarios of this run. Throws InputFaults.
 */
export function refuseKept(out: string, { resume, force }: { resume?: boolean; force?: boolean }, identities: readonly string[]): void {
  const kept = openKept(out)
  if (ownerOf(kept.path) === 'another')
    throw refusal(out, `beside it stands ${kept.path}, which no run of hezuo made`, 'another folder, or to move that away')
  if (force) return
  const { all, others } = kept.count(identities)
  if (all === 0) return
  const many = (count: number) => `${count} finished ${count === 1 ? 'replication' : 'replications'}`
  if (!resume)
    throw refusal(
      out,
      `${kept.path} keeps ${many(all)} of an interrupted run`,
      '--resume to go on, --force to begin anew, or another folder',
    )
  if (others > 0) {
    const message = `${kept.path} keeps ${many(others)} of another scenario, seed, version or data`
    throw refusal(out, message, 'another folder, or --force to drop them')
  }
}

function runHash(text: string): string | undefined {
  try {
    const parsed: { run_hash?: string } = JSON.parse(text)
    return parsed.run_hash
  } catch {
    return undefined
  }
}
