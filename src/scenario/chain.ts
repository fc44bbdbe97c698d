/** Follows `extends` from a scenario file to the files it rests on, and merges them: the nearer file wins. */
import type { Fault } from '../kernel/errors.ts'
import { isMapping } from '../policy/change/form.ts'
import { type Place, readDocument, type ScenarioDocument } from './document.ts'
import { formFaults } from './faults.ts'
import { reasonOf } from './reading/unreadable.ts'
import type { ScenarioFile } from './schema.ts'

/** Each is read and judged: more are a slip. */
const MOST_FILES = 30

/** Gives the text of a file; throws an error whose `code` (as Node's: ENOENT, EISDIR, EACCES) and `nearest` tell why it cannot. */
export type ReadText = (path: string) => string

export interface ChainLink {
  readonly file: string
  readonly text: string
  readonly document: ScenarioDocument
  /** the file's content where its form is right, else what could be told from it */
  readonly content: ScenarioFile
  readonly sound: boolean
}

export interface Chain {
  /** the scenario itself first, then what it extends */
  readonly links: readonly ChainLink[]
  readonly faults: readonly Fault[]
  /** false when a file of the chain could not be read: what is missing may stand there */
  readonly complete: boolean
}

/** Reads a scenario file and everything it extends; every fault of form on the way, none twice. Never throws. */
export function readChain(file: string, read: ReadText): Chain {
  const links: ChainLink[] = []
  const faults: Fault[] = []
  let path = file
  let from: { file: string; place: Place } | undefined
  for (;;) {
    const cycle = links.findIndex((link) => link.file === path)
    if (cycle >= 0 && from) {
      const circle = [...links.slice(cycle).map((link) => link.file), path].join(' → ')
      faults.push({
        code: 'cycle',
        file: from.file,
        ...from.place,
        message: `'extends' runs in a circle: ${circle}`,
        expected: 'a file that does not lead back here',
      })
      return { links, faults, complete: false }
    }
    if (links.length === MOST_FILES && from) {
      const message = `${MOST_FILES} files extend one another`
      faults.push({ code: 'too_many', file: from.file, ...from.place, message, expected: 'fewer files' })
      return { links, faults, complete: false }
    }
    const text = readOr(path, read, from, faults)
    if (text === undefined) return { links, faults, complete: false }
    const document = readDocument(path, text)
    const form = document.value === undefined ? [] : formFaults(document)
    faults.push(...document.faults, ...form)
    const sound = document.value !== undefined && form.length === 0
    const content = mappingOr(document.value) as ScenarioFile
    links.push({ file: path, text, document, content, sound })
    if (!isMapping(document.value)) return { links, faults, complete: false }
    const next = content.extends
    if (next === undefined || typeof next !== 'string' || !next.trim()) return { links, faults, complete: next === undefined }
    from = { file: path, place: document.at(['extends']) }
    path = beside(path, next.trim())
  }
}

function readOr(path: string, read: ReadText, from: { file: string; place: Place } | undefined, faults: Fault[]): string | undefined {
  try {
    return read(path)
  } catch (error) {
    const { code, nearest } = error as { code?: string; nearest?: string }
    const reason = reasonOf(code ?? String(error))
    const message = from ? `'extends' names '${path}': ${reason}` : reason
    faults.push({ code: 'unreadable', file: from?.file ?? path, ...from?.place, message, expected: 'a readable scenario file', nearest })
  }
}

/** The path `target`, written in `file`, as seen from where `file` is seen; '.' and '..' are resolved so that a circle is noticed. */
export function beside(file: string, target: string): string {
  const slashed = target.replaceAll('\\', '/')
  if (/^(\/|[A-Za-z]:\/)/.test(slashed)) return slashed
  const from = file.replaceAll('\\', '/')
  const parts: string[] = []
  for (const part of [...from.split('/').slice(0, -1), ...slashed.split('/')]) {
    const last = parts[parts.length - 1]
    if (part === '..' && last !== undefined && last !== '..' && last !== '') parts.pop()
    else if (part !== '.' && (part !== '' || parts.length === 0)) parts.push(part)
  }
  return parts.join('/')
}

/** Merges the links, nearest first: single keys replace, mappings (title, population, mechanisms) merge key by key; policy: see mergePolicy. */
export function mergeChain(links: readonly ChainLink[]): Omit<ScenarioFile, 'policy'> {
  const farFirst = [...links].reverse().map((link) => link.content)
  const { policy: _, ...merged }: ScenarioFile = Object.assign({}, ...farFirst)
  const mix = (pick: (content: ScenarioFile) => object | undefined) =>
    Object.assign({}, ...farFirst.map((content) => mappingOr(pick(content))))
  return {
    ...merged,
    title: mix((c) => c.title),
    population: mix((c) => c.population),
    mechanisms: mix((c) => c.mechanisms),
    procedures: mix((c) => c.procedures),
    ...(farFirst.some(({ amend }) => amend) ? { amend: mix((c) => c.amend) } : {}),
  }
}

function mappingOr(value: unknown): object {
  return isMapping(value) ? value : {}
}
