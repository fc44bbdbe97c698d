/** The model of one county under a scenario, ready to run any replication; the same in Node's workers and in a browser's. */
import { createCountyModel } from '../model/county.ts'
import type { ModelSettings } from '../model/settings.ts'
import type { Law } from '../policy/law.ts'
import type { InputFile } from '../policy/located-yaml.ts'
import { modelData } from './materials.ts'

export type CountyModel = ReturnType<typeof createCountyModel>

/** `law`: with the scenario's policy; `files`: all of data/. Throws InputFaults when the data are faulty. */
export function countyModel(settings: ModelSettings, law: Law, files: readonly InputFile[]): CountyModel {
  return createCountyModel(settings, law, modelData(files, settings.procedures))
}
