/** From a scenario file to what the model needs: the settings of the run and the law under that scenario. */
import { type Fault, InputFaults } from '../kernel/errors.ts'
import type { Law } from '../policy/law.ts'
import type { Concept } from '../policy/lookup/concepts.ts'
import { parameterNames } from '../policy/lookup/parameter-name.ts'
import type { Overrides } from '../policy/overrides.ts'
import type { Procedures } from '../procedures/data/load.ts'
import { MECHANISMS_ON, type Mechanisms, type ModelSettings } from '../scheme/settings.ts'
import { amendFaults, amendmentsOf } from './amend/block.ts'
import { type Chain, mergeChain, type ReadText, readChain } from './chain.ts'
import type { LoadedCounty, LoadedScenario } from './counties/loaded.ts'
import { chainOfCounty, countyNames, isPart, titleOf } from './counties/part.ts'
import { withCounties } from './counties/throughout.ts'
import { plainSettings } from './coverage.ts'
import { type ReadGroups, readGroups } from './groups/read.ts'
import { missingFaults, yearFaults } from './merged-faults.ts'
import { type MicrodataFiles, microdataOf } from './microdata-block.ts'
import { mergePolicy } from './policy/merge.ts'
import { settersOf } from './policy/setters.ts'
import { writtenPolicy } from './policy/written.ts'
import { lastDayOfData, mergedPolicyFaults, policyFaults } from './policy-block.ts'
import { plainProcedures } from './procedures/written.ts'
import { mergedProceduresFaults, proceduresFaults } from './procedures-block.ts'
import type { ScenarioFile } from './schema.ts'

export type { LoadedCounty, LoadedScenario }

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
  { procedures, glossary = [] }: { procedures?: Procedures; glossary?: readonly Concept[] } = {},
): LoadedScenario {
  const chain = readChain(file, read)
  // the scenario itself could not be read
  if (chain.links.length === 0) throw new InputFaults(chain.faults)
  const lawAndData = { law, procedures, lastDay: lastDayOfData(law), nameOf: parameterNames(law, glossary) }
  const whole = judge(chain, lawAndData, chain.faults)
  const ofAll = [...chain.faults, ...whole.faults]
  const names = countyNames(chain)
  const parts = names.map((name) => judge(chainOfCounty(chain, name), lawAndData, ofAll))
  const groups = [undefined, ...names].map((name) => readGroups(chain, lawAndData, names, name))
  const faults = [...ofAll, ...parts.flatMap((part) => part.faults), ...groups.flatMap((one) => one.faults)]
  if (chain.complete) faults.push(...missingFaults(chain, whole.merged, countiesToFill(names, parts)))
  if (faults.length) throw new InputFaults(inOrder(eachOnce(faults)))
  const texts = chain.links.map((link, place) => `${place}\n${link.text.length}\n${link.text}`)
  const own = chain.links[0].content.title
  const title = { en: own?.en ?? own?.zh ?? whole.settings.name, zh: own?.zh ?? own?.en ?? whole.settings.name }
  const files = chain.links.map((link) => link.file)
  const scenario = { ...loaded(whole, groups[0]), title, files, hashInput: texts.join('\n') }
  if (names.length === 0) return scenario
  const counties = names.map((area, index) => ({
    ...{ ...scenario, ...loaded(parts[index], groups[index + 1]) },
    ...{ area, title: titleOf(chain, ['counties', area]) },
  }))
  return withCounties(scenario, counties)
}

/** What holds of all that is read. */
interface LawAndData {
  readonly law: Law
  readonly procedures?: Procedures
  readonly lastDay: string
  readonly nameOf: ReturnType<typeof parameterNames>
}

/** A chain read: what it comes to, and what is wrong with it. */
type Judged = ReturnType<typeof judge>

/** @param before faults told already: beside them only what does not rest on them is judged */
function judge(asWritten: Chain, { law, procedures, lastDay, nameOf }: LawAndData, before: readonly Fault[]) {
  const plain = procedures ? plainProcedures(asWritten, procedures) : { chain: asWritten, faults: [] }
  const { chain } = plain
  const faults: Fault[] = [...plain.faults]
  const refused = new Set<string>()
  const written = chain.links.map(({ document }) => writtenPolicy(document, nameOf))
  for (const [index, link] of chain.links.entries()) {
    const block = policyFaults(written[index], law, lastDay)
    faults.push(...block.faults)
    for (const name of block.refused) refused.add(name)
    if (procedures) faults.push(...proceduresFaults(link.document, procedures))
    if (!isPart(link)) faults.push(...amendFaults(link.document))
  }
  const merged = mergeChain(chain.links)
  // What is sound is judged even beside faults, so that one pass tells all; what rests on a fault is not told twice.
  const policy: Overrides = Object.fromEntries(
    Object.entries(mergePolicy(written.map(({ block }) => block))).filter(([name]) => !refused.has(name)),
  )
  // what is wrong for all is not told again of each county
  const isNew = ({ message }: Fault) => before.every((fault) => fault.message !== message)
  faults.push(...mergedPolicyFaults(written, policy, law, refused).filter(isNew))
  const documents = chain.links.map((link) => link.document)
  const isSoFar = before.length === 0 && faults.length === 0
  if (procedures && isSoFar) faults.push(...mergedProceduresFaults(documents, merged.procedures ?? {}, procedures))
  const microdata = microdataOf(chain)
  const amend = amendmentsOf(chain)
  const settings = {
    ...settingsOf(chain, merged, microdata),
    ...(amend.length > 0 ? { amendments: amend.map(({ rule, file }) => ({ rule, file })) } : {}),
  }
  const isSound = before.length === 0 && faults.length === 0
  const changed = isSound ? law.with(policy) : law
  // beside other faults the years are judged as of a scenario that says nothing else
  faults.push(...yearFaults(chain, isSound ? settings : plainSettings(settings), changed))
  return { chain, faults, merged, written, policy, settings, law: changed, microdata, amend }
}

function loaded(
  { chain, written, policy, settings, law, microdata, amend }: Judged,
  { settings: groups, groups: byGroup, said }: ReadGroups,
) {
  const apart = groups ? { settings: { ...settings, groups }, groups: byGroup, said } : { settings }
  const toRead = { ...(microdata ? { microdata } : {}), ...(amend.length > 0 ? { amend } : {}) }
  return { ...apart, law, policy, setters: settersOf(chain, written), ...toRead }
}

/** Which counties the scenario describes, and whether each has its persons. */
function countiesToFill(names: readonly string[], parts: readonly Judged[]) {
  return names.map((name, index) => {
    const { persons, microdata } = parts[index].merged.population ?? {}
    return { name, hasPeople: persons !== undefined || microdata !== undefined }
  })
}

/** What is told of the whole and of each of its counties is told once. */
function eachOnce(faults: readonly Fault[]): Fault[] {
  return [...new Map(faults.map((fault) => [JSON.stringify([fault.file, fault.line, fault.column, fault.message]), fault])).values()]
}

function settingsOf(chain: Chain, merged: Omit<ScenarioFile, 'policy'>, microdata: MicrodataFiles | undefined): ModelSettings {
  const own = chain.links.find(({ content }) => content.seed !== undefined)
  const itself = chain.links.find((link) => !isPart(link)) ?? chain.links[0]
  return {
    // Neither name nor title is taken from the file extended: two scenarios must not bear one name.
    name: itself.content.name ?? nameOf(itself.file),
    years: merged.years ?? [0, 0],
    burnInYears: merged.burn_in ?? 1,
    region: merged.place ?? 'central',
    persons: (microdata ? microdata.asked : merged.population?.persons) ?? 0,
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
function nameOf(file: string): string {
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
