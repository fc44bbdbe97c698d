/** The main job's county, simulated as a worker does it: law and columns made at the first replication, kept for the others. */

import { join } from 'node:path'
import { InputFaults } from '../src/kernel/errors.ts'
import { ROOT, readDataFiles, readScenarioText } from '../src/node/files.ts'
import { simulate } from '../src/node/simulate.ts'
import { countyModel } from '../src/scenario/engine.ts'
import { type LoadedScenario, loadScenario } from '../src/scenario/load.ts'
import { lawOf } from '../src/scenario/materials.ts'
import type { CountyRecord } from '../src/scheme/record.ts'

const SCENARIO = join(ROOT, 'scenarios/subsidy-years.yaml')

/** The main job as it stands in scenarios/. */
export function mainJob(): LoadedScenario {
  return loadScenario(SCENARIO, readScenarioText, lawOf(readDataFiles()))
}

/** Simulates one replication of its county in this thread. Throws when the model contradicts itself. */
export function simulateCounty({ settings, policy }: LoadedScenario, replication: number): CountyRecord {
  const outcome = simulate({ settings, policy, job: { replication, county: 0 }, slot: 0 })
  if ('broken' in outcome) throw new Error(outcome.broken.message)
  if ('stopped' in outcome) throw new Error('nobody stops a job of the bench')
  if ('refused' in outcome) throw new InputFaults(outcome.refused)
  return outcome.record
}

/** Bytes of all columns of the county; simulates a replication to have them laid out. */
export function bytesOfColumns({ settings, law }: LoadedScenario): number {
  const model = countyModel(settings, law, readDataFiles())
  model.run(1, 0)
  return model.bytes()
}

/** What one replication cost. */
export interface Cost {
  /** user-CPU seconds of the process: garbage collection and compilation in other threads count */
  readonly seconds: number
  readonly personYears: number
  readonly events: number
}

/** Simulates a replication of the county and tells its cost. */
export function costOf(scenario: LoadedScenario, replication: number): Cost {
  const before = process.cpuUsage()
  const { personYears, events } = simulateCounty(scenario, replication)
  return { seconds: process.cpuUsage(before).user / 1e6, personYears, events }
}

/** Seconds per million person-years. */
export function perMillion({ seconds, personYears }: { readonly seconds: number; readonly personYears: number }): number {
  return (seconds / personYears) * 1e6
}
