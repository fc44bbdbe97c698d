/** Waiting for what may never come: for work that is under way, and for the process to have nothing to do. */
import { setTimeout as pause } from 'node:timers/promises'

/** The process is idle when it uses less than a tenth of so many spells in a row: on a busy machine one may go by without its turn. */
const QUIET_SPELLS = 3
const SPELL_MS = 10

/** Whether it is settled before so many milliseconds are over. */
export function isDoneWithin(milliseconds: number, work: Promise<unknown>): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), milliseconds)
    work.then(() => {
      clearTimeout(timer)
      resolve(true)
    })
  })
}

/**
 * Waits until nothing is done in the background, `most` milliseconds at most. A thread that is taken down while V8 still compiles for it may end the whole process
 * (Node 20: "Assertion failed: (data.first) != nullptr" in GetForegroundTaskRunner).
 */
export async function idle(most: number): Promise<void> {
  let quiet = 0
  for (let waited = 0; waited < most && quiet < QUIET_SPELLS; waited += SPELL_MS) {
    const before = process.cpuUsage()
    await pause(SPELL_MS)
    const { user, system } = process.cpuUsage(before)
    quiet = user + system < (SPELL_MS * 1000) / 10 ? quiet + 1 : 0
  }
}
