/** run.json: what a result rests on and what it cost. The only file of a run in which two equal runs may differ (its timings). */
import type { CountyRecord } from '../scheme/record.ts'
import { type AmendedRule, commonMicrodata, type GivenSource, type ModelSettings, personsOfAll } from '../scheme/settings.ts'
import type { WrittenFile } from './place/output.ts'

type Cost = Pick<CountyRecord, 'personYears' | 'events'>

export interface RunFacts {
  readonly version: string
  readonly scenarios: readonly { readonly settings: ModelSettings; readonly hash: string; readonly records: readonly Cost[] }[]
  readonly dataHash: string
  readonly identity: string
  readonly files: readonly WrittenFile[]
  readonly elapsedSeconds: number
  readonly cpuSeconds: number
  readonly node: string
  /** of a comparison: whatever its reader should know of how it was made */
  readonly comparison?: Readonly<Record<string, unknown>>
}

/** The text of run.json. With several scenarios the years span all of them, and `scenarios` tells each one's own. */
export function runJson(facts: RunFacts): string {
  const settings = facts.scenarios.map((scenario) => scenario.settings)
  const records = facts.scenarios.flatMap((scenario) => scenario.records)
  const sum = (pick: (record: Cost) => number) => records.reduce((total, record) => total + pick(record), 0)
  const run = {
    version: facts.version,
    scenario_hash: facts.scenarios.length === 1 ? facts.scenarios[0].hash : facts.identity,
    data_hash: facts.dataHash,
    run_hash: facts.identity,
    seed: settings[0].seed,
    replications: Math.max(...settings.map((one) => one.replications)),
    years: [Math.min(...settings.map((one) => one.years[0])), Math.max(...settings.map((one) => one.years[1]))],
    person_years: sum((record) => record.personYears),
    events: sum((record) => record.events),
    elapsed_seconds: rounded(facts.elapsedSeconds),
    cpu_seconds: rounded(facts.cpuSeconds),
    node: facts.node,
    scenarios: facts.scenarios.map(({ settings: one, hash }) => ({
      name: one.name,
      hash,
      seed: one.seed,
      replications: one.replications,
      years: one.years,
      persons: one.named ? personsOfAll(one) : one.persons,
      counties: one.counties,
      ...(one.named ? { county_names: one.named.map(({ name }) => name) } : {}),
      ...microdataOf(one),
      ...(one.amendments ? { amendments: one.amendments.map(amendmentFacts) } : {}),
    })),
    ...(facts.comparison ? { comparison: facts.comparison } : {}),
    files: facts.files,
  }
  return `${JSON.stringify(run, undefined, 2)}\n`
}

/** Whose people they were: the user's own, not synthetic ones. */
function microdataFacts({ personsFile, householdsFile, content }: GivenSource) {
  return {
    persons_file: personsFile,
    households_file: householdsFile,
    sha256: content?.sha256,
    persons: content?.persons,
    households: content?.households,
    weighted: content?.isWeighted,
  }
}

/** Of the scenario, and by county where some have people of their own. */
function microdataOf(settings: ModelSettings) {
  const common = commonMicrodata(settings)
  const { named = [] } = settings
  const own = named.flatMap(({ name, microdata }) => (microdata ? [[name, microdataFacts(microdata)] as const] : []))
  return {
    ...(common ? { microdata: microdataFacts(common) } : {}),
    ...(own.length > 0 ? { county_microdata: Object.fromEntries(own) } : {}),
  }
}

function amendmentFacts({ rule, file, content }: AmendedRule) {
  return { rule, file, title: content?.title, sha256: content?.sha256 }
}

function rounded(seconds: number): number {
  return Math.round(seconds * 1000) / 1000
}
