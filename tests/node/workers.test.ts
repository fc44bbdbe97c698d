import { describe, expect, test } from 'vitest'
import { InvariantBroken } from '../../src/kernel/errors.ts'
import { MachineFailed } from '../../src/node/place/storage.ts'
import { simulate } from '../../src/node/simulate.ts'
import { runJobs, Threads, type WorkOptions } from '../../src/node/workers.ts'
import { jobName, planJobs } from '../../src/scenario/run.ts'
import { MECHANISMS_ON, type ModelSettings } from '../../src/scheme/settings.ts'

const entry = new URL('./fake-worker.mjs', import.meta.url)

function plan(name: string, replications = 6) {
  const settings: ModelSettings = {
    name,
    years: [2012, 2012],
    burnInYears: 1,
    region: 'central',
    persons: 10,
    counties: 1,
    addedVillages: [],
    mechanisms: MECHANISMS_ON,
    replications,
    seed: '1',
  }
  return { settings, policy: {}, jobs: planJobs(settings) }
}

async function finishedBy(name: string, options: Partial<WorkOptions>): Promise<string[]> {
  const finished: string[] = []
  const onFinished: WorkOptions['onFinished'] = (job) => finished.push(jobName(job.record))
  await runJobs(plan(name), { workers: 2, entry, onFinished, onShare: () => undefined, ...options })
  return finished
}

describe('The worker pool', () => {
  test.each([1, 2, 4])('of %i threads runs every job once', async (workers) => {
    const names = planJobs(plan('plain').settings).map(jobName)
    expect((await finishedBy('plain', { workers })).sort()).toEqual(names)
  })

  test('that goes on to the next scenario is the same pool, until it is ended; after a failure it is another', async () => {
    const threads = new Threads()
    await finishedBy('plain', { threads })
    const first = threads.idle
    expect(first).toBeDefined()
    expect(await finishedBy('plain', { threads })).toHaveLength(6)
    expect(threads.idle).toBe(first)
    await expect(finishedBy('broken', { threads })).rejects.toBeInstanceOf(InvariantBroken)
    expect(threads.idle).toBeUndefined()
    expect(await finishedBy('plain', { threads })).toHaveLength(6)
    await threads.end()
    expect(threads.idle).toBeUndefined()
  })

  test('reports a share of 1 when the last job is done', async () => {
    const shares: number[] = []
    await finishedBy('plain', { onShare: (share) => shares.push(share) })
    expect(shares[shares.length - 1]).toBe(1)
    expect(Math.max(...shares)).toBe(1)
  })

  test('brings a broken invariant back with its event and day, told once', async () => {
    const failure = finishedBy('broken', {})
    await expect(failure).rejects.toBeInstanceOf(InvariantBroken)
    await expect(failure).rejects.toMatchObject({ event: 'paid: by hand', day: 5000, message: '2013-09-09, paid: by hand: one fen off' })
  })

  test.each([
    [1, 'a thread ran out of memory; a smaller county, or more room: NODE_OPTIONS='],
    [2, 'a thread ran out of memory; fewer --workers, a smaller county, or more room: NODE_OPTIONS='],
  ])('tells that a thread of %i found no memory, with the way out', async (workers, message) => {
    const failure = finishedBy('hungry', { workers, heapMb: 24 })
    await expect(failure).rejects.toBeInstanceOf(MachineFailed)
    await expect(failure).rejects.toThrow(message)
  })

  test('passes on any other error of a worker', async () => {
    await expect(finishedBy('failing', {})).rejects.toThrow('out of order')
  })

  test('tells the jobs under way that they are wanted no more', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    const onShare = (share: number) => share > 0 && controller.abort(reason)
    await expect(finishedBy('stoppable', { signal: controller.signal, onShare })).rejects.toBe(reason)
  })

  test('runs nothing for a signal that was aborted before', async () => {
    const reason = new Error('never mind')
    await expect(finishedBy('plain', { signal: AbortSignal.abort(reason) })).rejects.toBe(reason)
  })

  test('stops when told to, even where a job does not hear', async () => {
    const controller = new AbortController()
    const reason = new Error('enough')
    // a share of a job is done, so that it has begun
    const onShare = (share: number) => share > 0 && controller.abort(reason)
    const running = finishedBy('endless', { signal: controller.signal, onShare })
    await expect(running).rejects.toBe(reason)
  })
})

test('A county that is wanted no more is not simulated', () => {
  const { settings, policy, jobs } = plan('real', 1)
  const task = { settings: { ...settings, persons: 500, years: [2012, 2013] as const }, policy, job: jobs[0], slot: 0 }
  expect(simulate({ ...task, stop: Int32Array.of(1) })).toEqual({ stopped: true })
  expect(simulate({ ...task, stop: Int32Array.of(0) })).toHaveProperty('record')
})
