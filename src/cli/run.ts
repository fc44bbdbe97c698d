/** hezuo run: from scenario files to a folder of results. */
import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import { dataHash, sha256, version } from '../node/files.ts'
import { openKept } from '../node/kept-records.ts'
import { openOutput } from '../node/output.ts'
import { runJson } from '../node/run-json.ts'
import { identityOf, type SimulationOptions, simulateScenarios } from '../node/simulation.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { withOptions } from '../scenario/run.ts'
import { drillDay, type Format, needed } from './arguments.ts'
import { digest } from './digest.ts'
import { readData, readScenarios } from './inputs.ts'
import { Interrupted, interruptSignal } from './interrupt.ts'
import { alreadyThere } from './resume.ts'
import { tellScenario, writeResults } from './write-results.ts'

export interface RunOptions {
  readonly out?: string
  readonly seed?: string
  readonly replications?: number
  readonly workers?: number
  readonly format: readonly Format[]
  readonly force?: boolean
  readonly resume?: boolean
  readonly quiet?: boolean
  readonly drill?: string
}

/**
 * Simulates the scenarios and writes everything to `options.out`, complete or not at all.
 * @throws InputFaults, InvariantBroken, Interrupted
 */
export async function run(paths: readonly string[], options: RunOptions): Promise<void> {
  const out = needed(options.out, '--out', 'a folder for the results')
  const begun = performance.now()
  const cpu = process.cpuUsage()
  const drill = drillDay(options.drill)
  const data = readData()
  const scenarios = readScenarios(paths, data.law).map(
    (scenario): LoadedScenario => ({ ...scenario, settings: withOptions(scenario.settings, options) }),
  )
  const hash = dataHash(data.files)
  const identity = sha256(
    scenarios.map((one) => [one.settings.name, one.settings.replications, identityOf(one, hash, drill)].join(' ')).join('\n'),
  )
  const report = join(out, 'report.html')
  if (options.resume && !options.force && alreadyThere(out, identity)) {
    console.log(`The run is complete: ${report}`)
    return
  }
  const output = openOutput(out, { replace: Boolean(options.force) })
  const { signal, release } = interruptSignal(() => output.discard())
  const workers = options.workers ?? availableParallelism()
  const simulation: SimulationOptions = {
    out,
    dataHash: hash,
    workers,
    resume: Boolean(options.resume),
    quiet: Boolean(options.quiet),
    drillDay: drill,
    signal,
  }
  try {
    const simulated = await simulateScenarios(scenarios, simulation)
    const told = simulated.map((one) => tellScenario(one, data.files))
    if (!options.quiet) console.error('writing tables, charts and the report')
    await writeResults(output, told, options.format, signal)
    await new Promise((resume) => setImmediate(resume))
    signal.throwIfAborted()
    const facts = {
      version: version(),
      scenarios: simulated.map(({ scenario, records }) => ({ settings: scenario.settings, hash: sha256(scenario.hashInput), records })),
      dataHash: hash,
      identity,
      files: output.files(),
      elapsedSeconds: (performance.now() - begun) / 1000,
      cpuSeconds: cpuSeconds(process.cpuUsage(cpu)),
      node: process.version,
    }
    output.commit(runJson(facts))
    openKept(out).drop()
    if (!options.quiet) console.log([...told.map((one) => digest(one.input)), `Report: ${report}`].join('\n\n'))
  } catch (error) {
    output.discard()
    if (error instanceof Interrupted) {
      const { path } = openKept(out)
      throw new Interrupted(
        existsSync(path)
          ? `interrupted; finished replications are kept in ${path}, --resume goes on with them`
          : 'interrupted; nothing was finished yet',
      )
    }
    throw error
  } finally {
    release()
  }
}

function cpuSeconds({ user, system }: NodeJS.CpuUsage): number {
  return (user + system) / 1_000_000
}
