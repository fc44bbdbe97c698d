/** A small county with the project's own law, for tests of the model. */
import { type RunOptions, SimulatedCounty } from '../../src/model/county.ts'
import { readDataFiles } from '../../src/node/files.ts'
import type { Overrides } from '../../src/policy/law.ts'
import { lawOf, modelData } from '../../src/scenario/materials.ts'
import type { CountyRecord, TraceEvent } from '../../src/scheme/record.ts'
import { MECHANISMS_ON, type ModelSettings } from '../../src/scheme/settings.ts'

const files = readDataFiles()
const data = modelData(files)
const law = lawOf(files)

/** The project's own law, as read from its files. */
export const ownLaw = () => law

type Change = Partial<Omit<ModelSettings, 'mechanisms'>> & { mechanisms?: Partial<ModelSettings['mechanisms']> }

export function smallCounty(change: Change = {}, policy: Overrides = {}) {
  const settings: ModelSettings = {
    name: 'small',
    years: [2012, 2014],
    burnInYears: 1,
    region: 'central',
    persons: 4000,
    counties: 1,
    addedVillages: [],
    replications: 1,
    seed: 'test',
    ...change,
    mechanisms: { ...MECHANISMS_ON, ...change.mechanisms },
  }
  const model = new SimulatedCounty(settings, law.with(policy), change.procedures ? modelData(files, change.procedures) : data)
  return {
    settings,
    data,
    run: (options: RunOptions = {}, replication = 1, county = 0): CountyRecord => model.run(replication, county, options),
    /** everything that happens to a person, sorted so that runs can be compared */
    life(person: string): TraceEvent[] {
      const events: TraceEvent[] = []
      model.run(1, 0, { follow: { person, tell: (event) => events.push(event) } })
      return events
    },
  }
}

export function sum(record: CountyRecord, year: number, name: string): number {
  const value = record.years.find((one) => one.year === year)?.sums[name]
  if (value === undefined) throw new Error(`no ${name} in ${year}`)
  return value
}
