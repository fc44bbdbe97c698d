/** A scenario as it was read, and the counties that it describes one by one. */
import type { Law } from '../../policy/law.ts'
import type { Overrides } from '../../policy/overrides.ts'
import type { GivenPeople } from '../../population/microdata/people.ts'
import type { ModelSettings } from '../../scheme/settings.ts'
import type { AmendmentFile } from '../amend/block.ts'
import type { LoadedGroup } from '../groups/read.ts'
import type { Said } from '../groups/said.ts'
import type { MicrodataFiles } from '../microdata-block.ts'
import type { Setters } from '../policy/setters.ts'

export interface LoadedScenario {
  readonly settings: ModelSettings
  /** the law with the scenario's policy block */
  readonly law: Law
  /** that block, merged over `extends`; what `law.with` was given */
  readonly policy: Overrides
  /** which of the files says what */
  readonly setters: Setters
  readonly title: { readonly en: string; readonly zh: string }
  /** the scenario file first, then those it extends */
  readonly files: readonly string[]
  /** what the scenario's hash is taken of: every file's text, without the place it was read from */
  readonly hashInput: string
  /** modules that amend rules: whoever can read files adds them to the settings, before the scenario is run */
  readonly amend?: readonly AmendmentFile[]
  /** files of the scenario's own people: whoever can read files adds what is in them as `given`, before the scenario is run */
  readonly microdata?: MicrodataFiles
  readonly given?: GivenPeople
  /** columns of those files that are not used, as `file: column` */
  readonly unusedColumns?: readonly string[]
  /** those that it describes one by one, by number; absent where all are alike */
  readonly counties?: readonly LoadedCounty[]
  /** for whom parameters are set apart */
  readonly groups?: readonly LoadedGroup[]
  /** what the policies of those groups are made of */
  readonly said?: readonly Said[]
}

/** 分县 One county as if it were a scenario by itself: what is said of all of them, and what is said of it. */
export interface LoadedCounty extends LoadedScenario {
  /** its name, in all tables */
  readonly area: string
}
