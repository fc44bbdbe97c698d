/** npm run names: writes all parameters as types, src/policy/parameter-names.ts, and as lists for reading, docs/parameters.md and its Chinese twin. */
import { writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readDataFiles } from '../src/node/files.ts'
import type { Law } from '../src/policy/law.ts'
import { NUMBER_UNITS, type Unit } from '../src/policy/schema.ts'
import { lawOf, sourcesOf } from '../src/scenario/materials.ts'
import { parameterList } from './parameter-list.ts'

const WIDTH = 138
const HEAD =
  '/** The names of all parameters by the kind of their value. Written by `npm run names`: change data/law or data/behaviour instead. */'

/** Each kind: its type, how it is read, and the units it is given in. */
const KINDS: readonly (readonly [string, string, readonly Unit[]])[] = [
  ['NumberName', 'yuan, a share, days …: law.number', NUMBER_UNITS],
  ['TextName', 'a date, a day or a mode: law.text', ['date', 'day', 'mode']],
  ['ListName', 'numbers in a stated order: law.list', ['list']],
  ['BandsName', 'rates by band of cost: law.bands', ['bands']],
]

/** Text of the committed file. */
export function namesFile(law: Law): string {
  const types = KINDS.map(([type, what, units]) => {
    const names = law.names().filter((name) => units.includes(law.entry(name).unit))
    return `/** ${what}. */\n// biome-ignore format: a line holds several names\nexport type ${type} =\n${lines(names).join('\n')}`
  })
  return `${[HEAD, ...types].join('\n\n')}\n`
}

/** As many names on a line as there is room for; each chapter begins a line. */
function lines(names: readonly string[]): string[] {
  const filled: string[] = []
  for (const name of [...names].sort()) {
    const last = filled.at(-1) ?? ''
    const joined = `${last} | '${name}'`
    const isSameChapter = last.startsWith(`  | '${name.split('.')[0]}.`)
    if (isSameChapter && joined.length <= WIDTH) filled[filled.length - 1] = joined
    else filled.push(`  | '${name}'`)
  }
  return filled
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const files = readDataFiles()
  const law = lawOf(files)
  const list = (lang: 'en' | 'zh') => parameterList(law, files, sourcesOf(files), lang)
  const written = [
    ['src/policy/parameter-names.ts', namesFile(law)],
    ['docs/parameters.md', list('en')],
    ['docs/parameters.zh.md', list('zh')],
  ] as const
  for (const [path, text] of written) {
    writeFileSync(new URL(`../${path}`, import.meta.url), text)
    console.log(`wrote ${path}`)
  }
}
