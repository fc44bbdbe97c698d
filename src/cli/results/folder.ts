/** Results into their folder: complete or not at all, also when the user interrupts. */
import { existsSync } from 'node:fs'
import { sha256 } from '../../node/files.ts'
import { openKept } from '../../node/kept-records.ts'
import { type OutputChoice, type OutputFolder, openOutput } from '../../node/output.ts'
import type { RunFacts } from '../../node/run-json.ts'
import type { SimulatedScenario } from '../../node/simulation.ts'
import { Interrupted, interruptSignal } from '../interrupt.ts'

/** What is left to do once all files are written. */
export interface Written {
  /** asked for last, so that it tells the whole cost */
  readonly runJson: () => string
  /** for stdout; '' says nothing */
  readonly said: string
}

/**
 * Claims the folder, lets `write` fill it, puts it in place with its run.json and drops the kept replications.
 * @throws InputFaults when the folder may not be written; Interrupted with what is kept; whatever `write` throws
 */
export async function intoFolder(
  out: string,
  choice: OutputChoice,
  write: (output: OutputFolder, signal: AbortSignal) => Promise<Written>,
): Promise<void> {
  const output = openOutput(out, choice)
  const { signal, release } = interruptSignal(() => output.discard())
  try {
    const { runJson, said } = await write(output, signal)
    await new Promise((resume) => setImmediate(resume))
    signal.throwIfAborted()
    output.commit(runJson())
    openKept(out).drop()
    if (said) console.log(said)
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

type Cost = Pick<RunFacts, 'elapsedSeconds' | 'cpuSeconds' | 'node'>

/** Starts now; tells the cost whenever it is asked. */
export function stopwatch(): () => Cost {
  const begun = performance.now()
  const cpu = process.cpuUsage()
  return () => {
    const { user, system } = process.cpuUsage(cpu)
    return { elapsedSeconds: (performance.now() - begun) / 1000, cpuSeconds: (user + system) / 1_000_000, node: process.version }
  }
}

/** A scenario as run.json tells it. */
export function runOf({ scenario, records }: SimulatedScenario): RunFacts['scenarios'][number] {
  return { settings: scenario.settings, hash: sha256(scenario.hashInput), records }
}
