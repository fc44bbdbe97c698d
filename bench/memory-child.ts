/** One measurement of memory, in a process of its own: so many counties with one worker; none: the worker only loads the code. */
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Worker } from 'node:worker_threads'
import { ROOT } from '../src/node/files.ts'
import { runJobs } from '../src/node/workers.ts'
import { planJobs } from '../src/scenario/run.ts'
import { mainJob } from './main-job.ts'

export interface MemoryUse {
  /** resident memory now and at its highest, bytes */
  readonly resident: number
  readonly peak: number
}

const KIB = 1024

/** Runs one replication of `counties` counties of `persons` people in one worker. */
export async function measure(counties: number, persons: number): Promise<MemoryUse> {
  const { settings, policy } = mainJob()
  if (counties === 0) {
    const worker = new Worker(join(ROOT, 'bench/loaded-worker.mjs'))
    await once(worker, 'message')
    const used = memoryUse()
    await worker.terminate()
    return used
  }
  const shape = { ...settings, persons, counties, replications: 1 }
  const records = []
  const onFinished = (job: unknown) => records.push(job)
  await runJobs({ settings: shape, policy, jobs: planJobs(shape) }, { workers: 1, onFinished, onShare() {} })
  return memoryUse()
}

function memoryUse(): MemoryUse {
  return { resident: process.memoryUsage.rss(), peak: peakOfThisProgram() }
}

/** Linux keeps two highest marks: that of getrusage counts what the parent held when it started this process, that in /proc does not. */
function peakOfThisProgram(): number {
  const status = '/proc/self/status'
  const own = existsSync(status) ? /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync(status, 'utf8')) : null
  return (own ? Number(own[1]) : process.resourceUsage().maxRSS) * KIB
}
