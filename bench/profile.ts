/** Where the time goes: functions of the main job's county by self time, as V8's sampling profiler sees them. */

import type { Profiler } from 'node:inspector'
import { Session } from 'node:inspector/promises'
import { mainJob, simulateCounty } from './main-job.ts'

const SHOWN = 10
const WARM_UP = 2
const SAMPLE_MICROSECONDS = 500

/** Profiles `replications` warm replications and prints the first ten functions. */
export async function profileModel(replications: number): Promise<void> {
  const scenario = mainJob()
  const session = new Session()
  session.connect()
  // Switched on before V8 compiles, so that it remembers which function a built-in stretch of code came from.
  await session.post('Profiler.enable')
  await session.post('Profiler.setSamplingInterval', { interval: SAMPLE_MICROSECONDS })
  for (let replication = 1; replication <= WARM_UP; replication++) simulateCounty(scenario, replication)
  await session.post('Profiler.start')
  for (let replication = 1; replication <= replications; replication++) simulateCounty(scenario, WARM_UP + replication)
  const { profile } = await session.post('Profiler.stop')
  session.disconnect()
  const times = selfTimes(profile)
  const all = [...times.values()].reduce((sum, time) => sum + time, 0)
  console.log(`Profile: ${replications} replications; functions by self time (functions built into others by V8 are listed as themselves)`)
  for (const [name, time] of [...times].sort((a, b) => b[1] - a[1]).slice(0, SHOWN)) {
    console.log(`  ${((time / all) * 100).toFixed(1).padStart(5)} %  ${name}`)
  }
}

/** Microseconds by function and place. */
function selfTimes({ nodes, samples = [], timeDeltas = [] }: Profiler.Profile): Map<string, number> {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]))
  const times = new Map<string, number>()
  samples.forEach((id, index) => {
    const name = names.get(id) ?? '?'
    times.set(name, (times.get(name) ?? 0) + timeDeltas[index])
  })
  return times
}

/** Lines are those of the compiled text and mean little: name and file must do. */
function nameOf({ functionName, url }: { readonly functionName: string; readonly url: string }): string {
  const file = url.split('?')[0].split('/').slice(-2).join('/')
  return `${functionName || '(no name)'} ${file}`.trim()
}
