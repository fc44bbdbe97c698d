/** The model of one county under a scenario, ready to run any replication; the same in Node's workers and in a browser's. */
import { type RunOptions, SimulatedCounty } from '../model/county.ts'
import type { Law } from '../policy/law.ts'
import type { InputFile } from '../policy/located-yaml.ts'
import type { GivenPeople } from '../population/microdata/people.ts'
import type { ModelData } from '../scheme/data.ts'
import type { CountyRecord } from '../scheme/record.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import { underAmendments } from './amend/in-force.ts'
import { lawOf, modelData } from './materials.ts'
import { ProtectionSums } from './protection.ts'

export type CountyModel = ReturnType<typeof countyModel>

/** `law`: with the scenario's policy; `files`: all of data/; `given`: the scenario's own people, where it has some. Throws InputFaults when the data are faulty. */
export function countyModel(settings: ModelSettings, law: Law, files: readonly InputFile[], given?: GivenPeople) {
  if (settings.microdata && !given) throw new Error(`the people of '${settings.name}' have not been read`)
  // in force while this model works and no longer: another scenario may run between two of its counties
  const amended = underAmendments(settings)
  const data = { ...modelData(files, settings.procedures), given, ...lawsOfGroups(settings, files) }
  const model = amended(() => new SimulatedCounty(settings, law, data))
  const protection = new ProtectionSums(settings, law, model)
  /** One replication of one county to its record, the measures of protection included. */
  const run = (replication: number, county: number, options?: RunOptions): CountyRecord =>
    amended(() => protection.addTo(model.run(replication, county, options)))
  const protectionOf = (year: number) => protection.byHousehold(year)
  return { run, bytes: () => model.bytes(), householdColumns: () => protection.columns(), protectionOf }
}

/** What holds for each mixture of the scenario's groups. */
function lawsOfGroups({ groups }: ModelSettings, files: readonly InputFile[]): Pick<ModelData, 'groups'> {
  if (!groups) return {}
  const laws = new Map(groups.policies.map(({ members, policy }) => [members, lawOf(files).with(policy)]))
  return { groups: { list: groups.list, laws } }
}
