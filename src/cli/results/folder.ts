/** Results into their folder: complete or not at all, also when the user interrupts. */

import { plain } from '../../kernel/errors.ts'
import { sha256 } from '../../node/files.ts'
import { openKept } from '../../node/kept-records.ts'
import { type OutputFolder, openOutput } from '../../node/place/output.ts'
import { MachineFailed } from '../../node/place/storage.ts'
import type { RunFacts } from '../../node/run-json.ts'
import type { SimulatedScenario } from '../../node/simulation.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import { Interrupted, interruptSignal } from '../interrupt.ts'
import { refuseKept } from './resume.ts'

/** As long as the name of any chart, behind the name of its scenario. */
const LONGEST_CHART = `-${'x'.repeat(40)}.en.vl.json`

/** What is left to do once all files are written. */
interface Written {
  /** asked for last, so that it tells the whole cost */
  readonly runJson: () => string
  /** for stdout; '' says nothing */
  readonly said: string
}

interface FolderChoice {
  readonly force?: boolean
  readonly resume?: boolean
  readonly scenarios: readonly LoadedScenario[]
  /** of each scenario: whose finished replications may be dropped when all is done */
  readonly identities: readonly string[]
}

/**
 * Claims the folder, lets `write` fill it, puts it in place with its run.json and drops the kept replications.
 * @throws InputFaults when the folder may not be written; Interrupted and MachineFailed with what is kept; whatever `write` throws
 */
export async function intoFolder(
  out: string,
  choice: FolderChoice,
  write: (output: OutputFolder, signal: AbortSignal) => Promise<Written>,
): Promise<void> {
  const names = choice.scenarios.map(({ settings }) => `charts/${settings.name}${LONGEST_CHART}`)
  const output = openOutput(out, { replace: Boolean(choice.force), names })
  const { signal, release } = interruptSignal(() => output.discard())
  try {
    refuseKept(out, choice, choice.identities)
    const { runJson, said } = await write(output, signal)
    await new Promise((resume) => setImmediate(resume))
    signal.throwIfAborted()
    output.commit(runJson())
    openKept(out).drop()
    if (said) console.log(plain(said))
  } catch (error) {
    output.discard()
    if (error instanceof Interrupted) throw new Interrupted(`interrupted; ${keptText(out)}`)
    if (error instanceof MachineFailed) throw error.with(keptText(out))
    throw error
  } finally {
    release()
  }
}

function keptText(out: string): string {
  const kept = openKept(out)
  try {
    const { all } = kept.count([])
    if (all > 0) return `finished replications (${all}) are kept in ${kept.path}, --resume goes on with them`
  } catch {
    // a disk that gives nothing back
  }
  return 'nothing was finished yet'
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
  return { settings: scenario.settings, hash: sha256(scenario.hashInput), records: records.jobs }
}
