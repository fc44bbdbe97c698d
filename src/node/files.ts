/** Files beside the code (data, version) and files of the user, with the hashes that say what a result rests on. */
import { createHash } from 'node:crypto'

import {
  closeSync,
  constants,
  existsSync,
  fstatSync,
  lstatSync,
  openSync,
  readdirSync,
  readFileSync,
  readSync,
  type Stats,
  statSync,
} from 'node:fs'

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
export function readBounded(path: string, most: number): Buffer {
  try {
    refuseOdd(statSync(path), most)
    const file = openRegular(path)
    try {
      refuseOdd(fstatSync(file), most)
      return bytesOf(file, most)
    } finally {
      closeSync(file)
    }
  } catch (error) {
    if (error instanceof Unreadable) throw error
    const code = codeOf(error)
    if (code !== 'ENOENT') throw new Unreadable(code)
    const isLink = lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink()
    throw isLink ? new Unreadable('EDANGLING') : new Unreadable(code, likeNamed(path))
  }
}

/** Opens for reading and does not wait: what was a file a moment ago may be a pipe now. */
export function openRegular(path: string): number {
  // Windows knows no such files
  return openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0))
}

function refuseOdd(found: Stats, most: number): void {
  if (found.isDirectory()) throw new Unreadable('EISDIR')
  if (!found.isFile()) throw new Unreadable('ENOTFILE')
  if (found.size > most) throw new Unreadable('EFBIG')
}

/** All bytes of an open file, also where some of the system's own files tell no size, or where it grows meanwhile. */
function bytesOf(file: number, most: number): Buffer {
  const pieces: Buffer[] = []
  let length = 0
  for (let size = fstatSync(file).size + 1; ; size = PIECE) {
    const piece = Buffer.allocUnsafe(size)
    let filled = 0
    for (let read = -1; read !== 0 && filled < size; filled += read) read = readSync(file, piece, filled, size - filled, null)
    pieces.push(piece.subarray(0, filled))
    length += filled
    if (length > most) throw new Unreadable('EFBIG')
    if (filled < size) return pieces.length === 1 ? pieces[0] : Buffer.concat(pieces)
  }
}
const PIECE = 1 << 16

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
