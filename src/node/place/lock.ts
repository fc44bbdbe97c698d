/** One writer a folder: `OUT.lock` names the process that writes. What a dead process left is taken over. */
import { linkSync, lstatSync, readFileSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { codeOf, readBounded } from '../files.ts'
import { refusal } from './refusal.ts'

interface Holder {
  readonly hezuo: 'lock'
  readonly pid: number
  readonly host: string
  /** when the process was started, as the system counts: a number may be given again */
  readonly started: string
}

/** Locks of this process: its own number on a lock that it does not hold is that of another life. */
const held = new Set<string>()
const TAKING_OVER_MS = 10_000
const PAUSE_MS = 5
/** A lock is a line. */
const MOST_BYTES = 10_000

/** Takes the lock at `lock`, for the folder that the user calls `target`; returns what releases it. Throws InputFaults when another run has it. */
export function takeLock(lock: string, target: string): () => void {
  const own: Holder = { hezuo: 'lock', pid: process.pid, host: hostname(), started: startOf(process.pid) }
  const draft = `${lock}.${process.pid}`
  const text = JSON.stringify(own)
  if (holderOf(draft)) rmSync(draft)
  if (!written(text, draft)) throw foreign(draft, target)
  const began = Date.now()
  try {
    // a link appears with all that is in it, or not at all
    while (!linked(draft, lock, text)) takeOver(lock, target, Date.now() - began)
  } finally {
    rmSync(draft, { force: true })
  }
  held.add(lock)
  return () => {
    held.delete(lock)
    if (holderOf(lock)?.pid === process.pid) rmSync(lock, { force: true })
  }
}

function linked(draft: string, lock: string, text: string): boolean {
  try {
    linkSync(draft, lock)
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    // a file system without links
    return written(text, lock)
  }
}

function written(text: string, path: string): boolean {
  try {
    writeFileSync(path, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
}

/** Removes the lock of a dead process; one run at a time does that, so that nobody removes the lock of whoever was quicker. */
function takeOver(lock: string, target: string, waited: number): void {
  refuseHeld(lock, target)
  const turn = `${lock}.turn`
  if (!written('', turn)) {
    // a clock may be wrong: what has been waited for long enough is as good as old
    if (Math.max(ageOf(turn), waited) > TAKING_OVER_MS) rmSync(turn, { force: true })
    Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, PAUSE_MS)
    return
  }
  try {
    refuseHeld(lock, target)
    if (ageOf(lock) >= 0) unlinkSync(lock)
  } finally {
    rmSync(turn, { force: true })
  }
}

function refuseHeld(lock: string, target: string): void {
  const age = ageOf(lock)
  if (age < 0) return
  const holder = holderOf(lock)
  if (!holder) {
    if (ageOf(lock) < 0) return
    throw foreign(lock, target)
  }
  if (!isAlive(lock, holder)) return
  const where = holder.host === hostname() ? `process ${holder.pid}` : `process ${holder.pid} on ${holder.host}`
  throw refusal(
    target,
    `another run is writing to this folder (${where})`,
    `another folder, or to wait until that run has ended; if there is none, delete ${lock}`,
  )
}

function foreign(path: string, target: string) {
  return refusal(target, `beside it stands ${path}, which no run of hezuo made`, 'another folder, or to move that away')
}

/** What is on another machine cannot be seen from here, and counts as alive. */
function isAlive(lock: string, { pid, host, started }: Holder): boolean {
  if (host !== hostname()) return true
  if (pid === process.pid) return held.has(lock)
  try {
    process.kill(pid, 0)
  } catch (error) {
    return codeOf(error) === 'EPERM'
  }
  return started === '' || startOf(pid) === '' || startOf(pid) === started
}

function startOf(pid: number): string {
  try {
    // the name of the program stands in brackets and may hold anything; of what follows the 20th is the start
    return (
      readFileSync(`/proc/${pid}/stat`, 'utf8')
        .replace(/^.*\)\s*/s, '')
        .split(' ')[19] ?? ''
    )
  } catch {
    return ''
  }
}

function holderOf(lock: string): Holder | undefined {
  try {
    const holder = JSON.parse(readBounded(lock, MOST_BYTES).toString())
    return holder?.hezuo === 'lock' ? holder : undefined
  } catch {
    return undefined
  }
}

/** Milliseconds since it was written, of a link itself; -1 when there is none. */
function ageOf(path: string): number {
  try {
    return Math.max(0, Date.now() - lstatSync(path).mtimeMs)
  } catch {
    return -1
  }
}
