/** From a scenario file to what the model needs: the settings of the run and the law under that scenario. */
import { type Fault, InputFaults } from '../kernel/errors.ts'
import type { Law } from '../policy/law.ts'
import type { Concept } from '../policy/lookup/concepts.ts'
import { parameterNames } from '../policy/lookup/parameter-name.ts'
import type { Overrides } from '../policy/overrides.ts'
import type { GivenPeople } from '../population/microdata/people.ts'
import type { Procedures } from '../procedures/data/load.ts'
import { MECHANISMS_ON, type Mechanisms, type ModelSettings } from '../scheme/settings.ts'
import { type AmendmentFile, amendFaults, amendmentsOf } from './amend/block.ts'
import { type Chain, mergeChain, type ReadText, readChain } from './chain.ts'
import { plainSettings } from './coverage.ts'
import { missingFaults, yearFaults } from './merged-faults.ts'
import { type MicrodataFiles, microdataOf } from './microdata-block.ts'
import { mergePolicy } from './policy/merge.ts'
import { type Setters, settersOf } from './policy/setters.ts'
import { writtenPolicy } from './policy/written.ts'
import { lastDayOfData, mergedPolicyFaults, policyFaults } from './policy-block.ts'
import { mergedProceduresFaults, proceduresFaults } from './procedures-block.ts'
import type { ScenarioFile } from './schema.ts'

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
}

/**
 * Reads a scenario and everything it extends, and checks all of it in one pass.
 * @param file path of the scenario, as the reader understands it; `extends` is taken relative to the file that names it
 * @param procedures of the data, to hold the scenario's procedures block against
 * @param glossary of the data, to say what may be meant by a term that is no parameter's name
 * @throws InputFaults with every fault found, each with file, line and column
 */
export function loadScenario(
  file: string,
  read: ReadText,
  law: Law,
  procedures?: Procedures,
  glossary: readonly Concept[] = [],
): LoadedScenario {
  const chain = readChain(file, read)
  const faults = [...chain.faults]
  // the scenario itself could not be read
  if (chain.links.length === 0) throw new InputFaults(faults)
  const refused = new Set<string>()
  const lastDay = lastDayOfData(law)
  const nameOf = parameterNames(law, glossary)
  const written = chain.links.map(({ document }) => writtenPolicy(document, nameOf))
  for (const [index, { document }] of chain.links.entries()) {
    const block = policyFaults(written[index], law, lastDay)
    faults.push(...block.faults)
    for (const name of block.refused) refused.add(name)
    if (procedures) faults.push(...proceduresFaults(document, procedures))
    faults.push(...amendFaults(document))
  }
  const merged = mergeChain(chain.links)
  // What is sound is judged even beside faults, so that one pass tells all; what rests on a fault is not told twice.
  const policy: Overrides = Object.fromEntries(
    Object.entries(mergePolicy(written.map(({ block }) => block))).filter(([name]) => !refused.has(name)),
  )
  faults.push(...mergedPolicyFaults(written, policy, law, refused))
  const documents = chain.links.map((link) => link.document)
  if (procedures && faults.length === 0) faults.push(...mergedProceduresFaults(documents, merged.procedures ?? {}, procedures))
  const microdata = microdataOf(chain)
  const amend = amendmentsOf(chain)
  const settings = {
    ...settingsOf(chain, merged, microdata),
    ...(amend.length > 0 ? { amendments: amend.map(({ rule, file }) => ({ rule, file })) } : {}),
  }
  const isSound = faults.length === 0
  const changed = isSound ? law.with(policy) : law
  // beside other faults the years are judged as of a scenario that says nothing else
  faults.push(...yearFaults(chain, isSound ? settings : plainSettings(settings), changed))
  if (chain.complete) faults.push(...missingFaults(chain, merged))
  if (faults.length) throw new InputFaults(inOrder(faults))
  const texts = chain.links.map((link, place) => `${place}\n${link.text.length}\n${link.text}`)
  const own = chain.links[0].content.title
  const title = { en: own?.en ?? own?.zh ?? settings.name, zh: own?.zh ?? own?.en ?? settings.name }
  const files = chain.links.map((link) => link.file)
  const toRead = { ...(microdata ? { microdata } : {}), ...(amend.length > 0 ? { amend } : {}) }
  const setters = settersOf(chain, written)
  return { settings, law: changed, policy, setters, title, files, hashInput: texts.join('\n'), ...toRead }
}

function settingsOf(chain: Chain, merged: Omit<ScenarioFile, 'policy'>, microdata: MicrodataFiles | undefined): ModelSettings {
  const own = chain.links.find(({ content }) => content.seed !== undefined)
  return {
    // Neither name nor title is taken from the file extended: two scenarios must not bear one name.
    name: chain.links[0].content.name ?? nameOf(chain.links[0].file),
    years: merged.years ?? [0, 0],
    burnInYears: merged.burn_in ?? 1,
    region: merged.place ?? 'central',
    persons: merged.population?.persons ?? 0,
    counties: merged.population?.counties ?? 1,
    addedVillages: merged.population?.added_villages ?? [],
    ...(microdata ? { microdata: { personsFile: baseOf(microdata.persons), householdsFile: baseOf(microdata.households) } } : {}),
    mechanisms: mechanismsOf(merged.mechanisms ?? {}),
    procedures: merged.procedures ?? {},
    replications: merged.replications ?? 1,
    // As written: 007 and 7 are different seeds, and a long number keeps all its digits.
    seed: own?.document.written(['seed']) ?? '1',
  }
}

function mechanismsOf(written: NonNullable<ScenarioFile['mechanisms']>): Mechanisms {
  const plain = Object.entries(written).map(([name, value]) => [name, value === 'on' ? true : value === 'off' ? false : value])
  return { ...MECHANISMS_ON, ...Object.fromEntries(plain) }
}

/** The file's name as a scenario's name may be written (see the schema): other letters are hyphens. It goes into tables and file names. */
export function nameOf(file: string): string {
  const words = baseOf(file).replace(/\.(scenario\.)?ya?ml$/i, '')
  const name = words.replace(/[^\p{L}\p{N}_.-]+/gu, '-').replace(/^[^\p{L}\p{N}]+|-+$/gu, '')
  return [...name].slice(0, 80).join('') || 'scenario'
}

/** A path without its folders. */
function baseOf(file: string): string {
  return file.replaceAll('\\', '/').split('/').pop() ?? file
}

function inOrder(faults: readonly Fault[]): Fault[] {
  const files = [...new Set(faults.map((fault) => fault.file))]
  const rank = (fault: Fault) => files.indexOf(fault.file) * 1e9 + (fault.line ?? 0) * 1e4 + (fault.column ?? 0)
  return [...faults].sort((a, b) => rank(a) - rank(b))
}
