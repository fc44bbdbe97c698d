/** Scenario texts held in memory, and the law of this checkout, for the tests of reading. */
import { type Fault, InputFaults } from '../../src/kernel/errors.ts'
import { readDataFiles, Unreadable } from '../../src/node/files.ts'
import { type LoadedScenario, loadScenario } from '../../src/scenario/load.ts'
import { glossaryOf, lawOf, proceduresOf } from '../../src/scenario/materials.ts'

export const law = lawOf(readDataFiles())
const procedures = proceduresOf(readDataFiles())
const glossary = glossaryOf(readDataFiles())

/** Loads `a.yaml`; `texts` is its text, or several files by path. */
export function load(texts: string | Record<string, string>, file = 'a.yaml'): LoadedScenario {
  const files: Record<string, string> = typeof texts === 'string' ? { [file]: texts } : texts
  const read = (path: string) => {
    if (!Object.hasOwn(files, path)) throw new Unreadable('ENOENT')
    return files[path]
  }
  return loadScenario(file, read, law, { procedures, glossary })
}

/** The faults of a scenario, none when it is sound. */
export function faultsOf(texts: string | Record<string, string>, file = 'a.yaml'): readonly Fault[] {
  try {
    load(texts, file)
    return []
  } catch (error) {
    if (error instanceof InputFaults) return error.faults
    throw error
  }
}

/** 'line:column' of a fault. */
export function place({ line, column }: Fault): string {
  return `${line}:${column}`
}
