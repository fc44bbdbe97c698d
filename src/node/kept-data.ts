/** Law, procedures and holidays as read once, kept beside the build: whoever comes next need not read and judge the texts again. */
import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { InputFaults } from '../kernel/errors.ts'
import type { InputFile } from '../policy/located-yaml.ts'
import { readSoundData, type SoundData, takeSoundData } from '../scenario/sound-data.ts'

/** The folder of the build; the sources keep nothing, so a change of them is never answered with what others read. */
const BUILD = new URL(import.meta.url).pathname.endsWith('.ts') ? undefined : fileURLToPath(new URL('./', import.meta.url))

/** Has what these files come to read from the build, or kept there. `hash`: of all their texts. Faulty data are left to whoever needs them. */
export function keepSoundData(files: readonly InputFile[], hash: string): void {
  if (!BUILD) return
  const path = join(BUILD, `data-${hash.slice(0, 16)}.json`)
  const kept = parsed(path)
  if (kept) {
    takeSoundData(files, kept)
    return
  }
  try {
    const text = JSON.stringify(readSoundData(files))
    writeFileSync(`${path}.${process.pid}.writing`, text)
    renameSync(`${path}.${process.pid}.writing`, path)
  } catch (error) {
    if (error instanceof InputFaults) return
    // a build that cannot be written to: the data are read anew each time
  }
}

function parsed(path: string): SoundData | undefined {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch {
    return undefined
  }
}
