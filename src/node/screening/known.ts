/** What was screened before, by a hash of all that it depends on: results that come with the program, and those kept beside it. */
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { HangsOnRow } from '../../measures/statistics/hangs-on.ts'
import { hangsOnCsv } from '../../measures/write/hangs-on.ts'
import type { Law } from '../../policy/law.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import { ROOT, sha256, version } from '../files.ts'
import type { Pair } from '../household-pairs.ts'
import { SCREENED_PERSONS } from './screen.ts'

/** Of the data what a county is simulated from: names, sources and published figures move nothing. */
const DEPENDS_ON = /^data\/(law|behaviour|procedures|tables)\//

/** The way of screening; counted up with every change of it. */
const WAY = 4

export function screeningKey(scenarios: readonly LoadedScenario[], pairs: readonly Pair[], files: readonly InputFile[]): string {
  const data = files.filter(({ path }) => DEPENDS_ON.test(path)).map(({ path, text }) => [path, sha256(text)])
  const those = scenarios.map(({ settings, policy }) => {
    const { replications: _, amendments, ...own } = settings
    return [own, policy, amendments?.map(({ rule, content }) => [rule, content?.sha256]) ?? []]
  })
  return sha256(JSON.stringify([WAY, SCREENED_PERSONS, version(), pairs.map(({ base, reform }) => [base, reform]), data, those])).slice(
    0,
    16,
  )
}

const SHIPPED = join(ROOT, 'scenarios', 'hangs-on')
const KEPT = join(ROOT, 'node_modules', '.cache', 'hezuo')

/** The rows of that key, or nothing where they are not known or cannot be read. */
export function knownRows(key: string, law: Law): HangsOnRow[] | undefined {
  for (const folder of [SHIPPED, KEPT]) {
    try {
      return rowsOf(readFileSync(join(folder, `${key}.csv`), 'utf8'), law)
    } catch {
      // not there, or of another form: screened anew when it is asked for
    }
  }
  return undefined
}

/** Keeps the rows for the next time; a place that cannot be written costs nothing but that. */
export function keepRows(key: string, rows: readonly HangsOnRow[], folder = KEPT): void {
  try {
    mkdirSync(folder, { recursive: true })
    const path = join(folder, `${key}.csv`)
    writeFileSync(`${path}.${process.pid}`, hangsOnCsv(rows.map((row) => ({ ...row, zh: '', en: '', unit: '' }))))
    renameSync(`${path}.${process.pid}`, path)
  } catch {
    // read-only installation
  }
}

/** Written without quotes: names are dotted, values numbers. What a parameter is called stands in the law. */
function rowsOf(text: string, law: Law): HangsOnRow[] {
  const lines = text
    .replace(/^\uFEFF/, '')
    .trimEnd()
    .split('\r\n')
  return lines.slice(1).map((line) => {
    const [scenario, base, year, measure, rank, name, , , , value, low, high, atLow, atHigh, ...rest] = line.split(',')
    if (atHigh === undefined || rest.length > 0) throw new Error('not a table of what headlines hang on')
    const { zh, en, unit } = law.entry(name)
    const at = (cell: string) => (cell === '' ? undefined : Number(cell))
    const where = { scenario, base, year: Number(year), measure, rank: Number(rank) }
    return { ...where, name, zh, en, unit, value, low, high, atLow: at(atLow), atHigh: at(atHigh) }
  })
}
