/** Reads what every command needs: the data beside the code and the scenario files named on the command line. */
import { type Fault, InputFaults } from '../kernel/errors.ts'
import { readDataFiles, readScenarioText } from '../node/files.ts'
import { readAmendments, withModules } from '../node/given/amendments.ts'
import { filesKey, type OwnPeople, ownPeopleReader, withGiven } from '../node/given/own-people.ts'
import type { Law } from '../policy/law.ts'
import type { InputFile } from '../policy/located-yaml.ts'
import { amendmentFiles } from '../scenario/amend/block.ts'
import { throughout } from '../scenario/counties/throughout.ts'
import { type LoadedScenario, loadScenario } from '../scenario/load.ts'
import { glossaryOf, lawOf, proceduresOf } from '../scenario/materials.ts'
import { microdataFiles } from '../scenario/microdata-block.ts'

export interface Data {
  readonly files: readonly InputFile[]
  readonly law: Law
}

/** The data of this checkout. */
export function readData(): Data {
  const files = readDataFiles()
  return { files, law: lawOf(files) }
}

/**
 * All scenarios of a command line. Throws InputFaults with the faults of all files, each told once; two scenarios of one name are a fault
 * unless `sameName` has the later ones numbered.
 */
export async function readScenarios(
  paths: readonly string[],
  law: Law,
  { sameName }: { readonly sameName: 'refused' | 'numbered' } = { sameName: 'refused' },
): Promise<LoadedScenario[]> {
  const files = readDataFiles()
  const procedures = proceduresOf(files)
  const glossary = glossaryOf(files)
  const faults: Fault[] = []
  const loaded: LoadedScenario[] = []
  const readPeople = ownPeopleReader()
  for (const path of paths) {
    const scenario = await soundOr(faults, () => loadScenario(path, readScenarioText, law, { procedures, glossary }))
    // what else it names is read beside a faulty scenario too: one pass tells all
    const amendments = (await soundOr(faults, () => readAmendments(amendmentFiles(path, readScenarioText)))) ?? []
    const people = new Map<string, OwnPeople>()
    for (const named of microdataFiles(path, readScenarioText)) {
      const own = await soundOr(faults, () => readPeople(named))
      if (own) people.set(filesKey(named), own)
    }
    if (scenario) {
      const amended = throughout(scenario, (one) => withModules(one, amendments))
      loaded.push(withGiven(amended, people))
    }
  }
  if (sameName === 'numbered') return numbered(loaded, faults)
  for (const [index, { settings, files }] of loaded.entries()) {
    const first = loaded.findIndex((other) => asFileName(other.settings.name) === asFileName(settings.name))
    if (first === index) continue
    const message = `the name '${settings.name}' is that of ${loaded[first].files[0]} too (upper and lower case are one in file names)`
    faults.push({ code: 'same_name', file: files[0], message, expected: 'scenarios with names of their own' })
  }
  if (faults.length) throw new InputFaults(faults)
  return loaded
}

/** What is read, or nothing and its faults among the others. */
async function soundOr<T>(faults: Fault[], read: () => T | Promise<T>): Promise<T | undefined> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof InputFaults)) throw error
    faults.push(...error.faults)
  }
}

/** Files of names that differ in case, or in how an accent is stored, overwrite each other on many machines. */
function asFileName(name: string): string {
  return name.normalize('NFC').toLowerCase()
}

/** A scenario held against itself, or two files of one name: the second is NAME-2. */
function numbered(loaded: readonly LoadedScenario[], faults: readonly Fault[]): LoadedScenario[] {
  if (faults.length) throw new InputFaults(faults)
  const taken = new Set<string>()
  return loaded.map((one) => {
    let name = one.settings.name
    for (let number = 2; taken.has(asFileName(name)); number++) name = `${one.settings.name}-${number}`
    taken.add(asFileName(name))
    return throughout(one, (part) => ({ ...part, settings: { ...part.settings, name } }))
  })
}
