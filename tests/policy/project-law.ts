/** The project's own data files, as the program is given them. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { type Fault, InputFaults } from '../../src/kernel/errors.ts'
import type { Law } from '../../src/policy/law.ts'
import { loadLaw } from '../../src/policy/load.ts'
import type { InputFile } from '../../src/policy/located-yaml.ts'

const ROOT = new URL('../../', import.meta.url)

export function dataFile(path: string): InputFile {
  return { path, text: readFileSync(fileURLToPath(new URL(path, ROOT)), 'utf8') }
}

/** Every file of data/law and data/behaviour, and the sources. */
export function projectFiles(): InputFile[] {
  const paths = ['data/law', 'data/behaviour'].flatMap((folder) =>
    readdirSync(fileURLToPath(new URL(folder, ROOT)))
      .sort()
      .map((name) => `${folder}/${name}`),
  )
  return ['data/SOURCES.csv', ...paths].map(dataFile)
}

export function projectLaw(): Law {
  return loadLaw(projectFiles())
}

/** Faults that the law finds in what a scenario sets; none when it takes all of it. */
export function faultsUnder(law: Law, overrides: Record<string, unknown>): readonly Fault[] {
  try {
    law.with(overrides)
  } catch (error) {
    if (error instanceof InputFaults) return error.faults
    throw error
  }
  return []
}
