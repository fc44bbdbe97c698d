/** The main job's county, read and made as a worker does it: once, then one replication after another. */
import { fileURLToPath } from 'node:url'
import { readDataFiles, readScenarioText } from '../src/node/files.ts'
import { type CountyModel, countyModel } from '../src/scenario/engine.ts'
import { type LoadedScenario, loadScenario } from '../src/scenario/load.ts'
import { lawOf } from '../src/scenario/materials.ts'

const SCENARIO = fileURLToPath(new URL('../scenarios/subsidy-years.yaml', import.meta.url))

/** The main job as it stands in scenarios/. */
export function mainJob(): LoadedScenario {
  return loadScenario(SCENARIO, readScenarioText, lawOf(readDataFiles()))
}

/** The model of its county; `run(replication, 0)` simulates it. */
export function mainCounty({ settings, law }: LoadedScenario): CountyModel {
  return countyModel(settings, law, readDataFiles())
}

/** What one replication cost. */
export interface Cost {
  /** user-CPU seconds of the process: garbage collection and compilation in other threads count */
  readonly seconds: number
  readonly personYears: number
  readonly events: number
}

/** Simulates a replication of the county and tells its cost. */
export function costOf(model: CountyModel, replication: number): Cost {
  const before = process.cpuUsage()
  const { personYears, events } = model.run(replication, 0)
  return { seconds: process.cpuUsage(before).user / 1e6, personYears, events }
}

/** Seconds per million person-years. */
export function perMillion({ seconds, personYears }: { readonly seconds: number; readonly personYears: number }): number {
  return (seconds / personYears) * 1e6
}
