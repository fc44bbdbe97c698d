/** Files beside the code (data, version) and files of the user, with the hashes that say what a result rests on. */
import { createHash } from 'node:crypto'
import { existsSync, lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { nearestName } from '../kernel/errors.ts'
import type { InputFile } from '../policy/located-yaml.ts'
import { keepSoundData } from './kept-data.ts'

/** Folder of the checkout, with a separator at its end; the same two floors up from here and from a build. */
export const ROOT = fileURLToPath(new URL('../../', import.meta.url))
const DATA = /\.(ya?ml|csv|json|txt)$/

let data: readonly InputFile[] | undefined

/** Every data file of this checkout, `data/…` with forward slashes, in an order that is the same on every machine. Read once. */
export function readDataFiles(): readonly InputFile[] {
  if (!data) keepSoundData((data = allDataFiles()), dataHash(data))
  return data
}

function allDataFiles(): InputFile[] {
  const found = (folder: string): string[] =>
    readdirSync(join(ROOT, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`
      return entry.isDirectory() ? found(path) : DATA.test(entry.name) ? [path] : []
    })
  // Line ends depend on how git was told to check out; the data do not.
  const paths = found('data').sort((a, b) => (a < b ? -1 : 1))
  return paths.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n') }))
}

/** Texts of this checkout below `folder` whose names fit, in an order that is the same on every machine; none when there is no such folder. */
export function readProjectTexts(folder: string, names: RegExp): InputFile[] {
  if (!existsSync(join(ROOT, folder))) return []
  const found = readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' }).map(
    (name) => `${folder}/${name.replaceAll('\\', '/')}`,
  )
  const paths = found.filter((path) => names.test(path)).sort((a, b) => (a < b ? -1 : 1))
  return paths.map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8').replaceAll('\r\n', '\n') }))
}

/** sha256 over names and texts of the data files. */
export function dataHash(files: readonly InputFile[]): string {
  return sha256(files.map(({ path, text }) => `${path}\n${text.length}\n${text}`).join('\n'))
}

/** sha256 in hexadecimal. */
export function sha256(content: string | Uint8Array): string {
  return createHash('sha256').update(content).digest('hex')
}

/** The version in package.json. */
export function version(): string {
  const parsed: { version: string } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
  return parsed.version
}

/** A user's file could not be read: Node's code (ENOENT, EISDIR, EACCES …) and, for a missing file, a like-named one beside it. */
export class Unreadable extends Error {
  readonly code: string
  readonly nearest?: string

  constructor(code: string, nearest?: string) {
    super(code)
    this.code = code
    this.nearest = nearest
  }
}

/** The law with all its values is a fifth of this. */
const MOST_SCENARIO_BYTES = 1_000_000

/** The text of a scenario file. Throws `Unreadable`. */
export function readScenarioText(path: string): string {
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(readBounded(path, MOST_SCENARIO_BYTES))
}

/** The bytes of a regular file; a pipe or device would wait or never end. Throws `Unreadable`, also for more than `most` bytes. */
export function readBounded(path: string, most: number): Uint8Array {
  try {
    const found = statSync(path)
    if (found.isDirectory()) throw new Unreadable('EISDIR')
    if (!found.isFile()) throw new Unreadable('ENOTFILE')
    if (found.size > most) throw new Unreadable('EFBIG')
    const bytes = readFileSync(path)
    // some of the system's own files tell no size
    if (bytes.length > most) throw new Unreadable('EFBIG')
    return bytes
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const code = codeOf(error)
    if (code !== 'ENOENT') throw new Unreadable(code)
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
    throw isLink ? new Unreadable('EDANGLING') : new Unreadable(code, likeNamed(path))
  }
}

/** A like-named file beside one that is not there. */
function likeNamed(path: string): string | undefined {
  try {
    const folder = dirname(path)
    // the endings are alike mostly: they make no two names near
    const stem = (name: string) => name.replace(/\.[^.]+$/, '')
    const isNear = (name: string) => stem(name) === stem(basename(path)) || nearestName(stem(basename(path)), [stem(name)]) !== undefined
    const nearest = nearestName(basename(path), readdirSync(folder).filter(isNear))
    return nearest === undefined ? undefined : join(folder, nearest)
  } catch {
    return undefined
  }
}

/** Node's error code, e.g. ENOENT; '' for an error without one. */
export function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
