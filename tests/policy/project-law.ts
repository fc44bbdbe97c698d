/** The project's own data files, as the program is given them. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
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
