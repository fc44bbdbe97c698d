/** What the data files come to, read and found sound: plain data, so that a build can keep it and need not read the texts again. */
import { type Holidays, loadHolidays } from '../policy/holidays.ts'
import { createLaw, type Law } from '../policy/law.ts'
import { lawEntries } from '../policy/load.ts'
import type { InputFile } from '../policy/located-yaml.ts'
import type { Entry } from '../policy/schema.ts'
import { loadProcedures, type Procedures } from '../procedures/data/load.ts'
import type { Office, Procedure } from '../procedures/data/schema.ts'

export interface SoundData {
  readonly entries: readonly Entry[]
  readonly procedures: readonly Procedure[]
  readonly offices: readonly Office[]
  readonly holidays: Holidays
}

/** What has been read of these files so far: each part is read once, whoever asks for it. */
const known = new WeakMap<readonly InputFile[], Partial<SoundData>>()
const keep = (files: readonly InputFile[], part: Partial<SoundData>) => known.set(files, { ...known.get(files), ...part })

/** Reads law, procedures and holidays of all data files, and remembers them for these files. Throws InputFaults. */
export function readSoundData(files: readonly InputFile[]): SoundData {
  const { procedures, offices } = proceduresOf(files)
  return { entries: entriesOf(files), procedures: [...procedures.values()], offices, holidays: holidaysOf(files) }
}

/** Takes what was read from the same texts before. */
export function takeSoundData(files: readonly InputFile[], data: SoundData): void {
  known.set(files, data)
}

/** The law as the data have it, before any scenario. `files`: all of data/, paths as `data/…`. Throws InputFaults. */
export function lawOf(files: readonly InputFile[]): Law {
  return createLaw(new Map(entriesOf(files).map((entry) => [entry.name, entry])))
}

function entriesOf(files: readonly InputFile[]): readonly Entry[] {
  const found = known.get(files)?.entries
  const entries = found ?? [...lawEntries(lawFiles(files)).values()]
  if (!found) keep(files, { entries })
  return entries
}

/** The procedures and offices as the data have them, before any scenario. Throws InputFaults. */
export function proceduresOf(files: readonly InputFile[]): Procedures {
  const { procedures, offices } = known.get(files) ?? {}
  if (procedures && offices) return { procedures: new Map(procedures.map((procedure) => [procedure.id, procedure])), offices }
  const read = loadProcedures(within(files, 'data/procedures/'))
  keep(files, { procedures: [...read.procedures.values()], offices: read.offices })
  return read
}

/** Holidays and worked weekends. Throws InputFaults. */
export function holidaysOf(files: readonly InputFile[]): Holidays {
  return known.get(files)?.holidays ?? loadHolidays(only(files, 'data/law/holidays.yaml'))
}

function lawFiles(files: readonly InputFile[]): InputFile[] {
  return [...within(files, 'data/law/'), ...within(files, 'data/behaviour/'), only(files, 'data/SOURCES.csv')]
}

/** Tables and lists of a folder. */
export function within(files: readonly InputFile[], folder: string): InputFile[] {
  return files.filter(({ path }) => path.startsWith(folder) && /\.(yaml|csv)$/.test(path))
}

/** The file of this path. Throws when the checkout lacks it. */
export function only(files: readonly InputFile[], path: string): InputFile {
  const found = files.find((file) => file.path === path)
  if (!found) throw new Error(`the installation is incomplete: ${path} is missing`)
  return found
}
