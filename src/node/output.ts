/** The output folder: written beside its target as `OUT.writing`, and put in its place only when complete. */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { InputFaults } from '../kernel/errors.ts'
import { codeOf, sha256 } from './files.ts'

export interface WrittenFile {
  readonly file: string
  readonly sha256: string
  readonly rows: number
}

export interface OutputFolder {
  readonly path: string
  /** name with forward slashes, e.g. charts/coverage.en.svg; `rows` of a table, 0 for what has none */
  write(file: string, content: string | Uint8Array, rows?: number): void
  /** all files written so far, by name */
  files(): WrittenFile[]
  /** run.json, the one file that does not list itself; then the folder takes its place, an old one with `force` only now going */
  commit(runJson: string): void
  /** nothing is left of it */
  discard(): void
}

export interface OutputChoice {
  /** an existing output folder of an earlier run may be replaced */
  readonly replace: boolean
}

/**
 * Claims the target and creates `OUT.writing`.
 * @throws InputFaults when the folder exists and may not be replaced, holds other people's files, or cannot be written
 */
export function openOutput(target: string, choice: OutputChoice): OutputFolder {
  const path = resolve(target)
  refuseOccupied(target, path, choice)
  const writing = `${path}.writing`
  const written = new Map<string, WrittenFile>()
  try {
    rmSync(writing, { recursive: true, force: true })
    makeFolders(writing)
  } catch (error) {
    throw refusal(target, `the folder cannot be written (${codeOf(error)})`, 'a folder that you may write')
  }
  return {
    path,
    write(file, content, rows = 0) {
      const place = join(writing, file)
      mkdirSync(dirname(place), { recursive: true })
      writeFileSync(place, content)
      written.set(file, { file, sha256: sha256(content), rows })
    },
    files: () => [...written.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    commit(runJson) {
      writeFileSync(join(writing, 'run.json'), runJson)
      const old = `${path}.replaced-${process.pid}`
      const replacing = existsSync(path)
      if (replacing) renameSync(path, old)
      renameSync(writing, path)
      if (replacing) rmSync(old, { recursive: true, force: true })
    },
    discard: () => rmSync(writing, { recursive: true, force: true }),
  }
}

/**
 * Makes the folder and those above it that are missing, one by one: where the system takes a folder for missing whatever is made above it
 * (below /proc), `recursive` would try for ever.
 */
function makeFolders(path: string): void {
  if (!existsSync(dirname(path))) makeFolders(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // another run that starts at the same time may have made it
    if (codeOf(error) !== 'EEXIST') throw error
  }
}

function refuseOccupied(target: string, path: string, { replace }: OutputChoice): void {
  if (!existsSync(path)) return
  if (!statSync(path).isDirectory()) throw refusal(target, 'this is a file, not a folder', 'a folder for --out')
  const inside = readdirSync(path)
  if (!inside.length) return
  if (!replace) throw refusal(target, 'the folder exists', 'another folder, or --force to replace it, or --resume to finish it')
  if (!inside.includes('run.json'))
    throw refusal(target, 'the folder holds no run.json, so it is not ours to replace', 'a folder of an earlier run')
  const foreign = foreignFiles(path)
  if (foreign.length > 0)
    throw refusal(
      target,
      `the folder also holds ${foreign.slice(0, 3).join(', ')}, which no run wrote`,
      'a folder that holds nothing but an earlier run',
    )
}

/** Files in the folder of a run that its run.json does not list: somebody else's. */
function foreignFiles(path: string): string[] {
  const listed = new Set(['run.json', ...listedFiles(join(path, 'run.json'))])
  const names = readdirSync(path, { recursive: true, withFileTypes: true })
  return names
    .filter((entry) => !entry.isDirectory())
    .map((entry) => relative(path, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .filter((name) => !listed.has(name))
}

function listedFiles(runJson: string): string[] {
  try {
    const { files } = JSON.parse(readFileSync(runJson, 'utf8')) as { files?: readonly { readonly file: string }[] }
    return (files ?? []).map(({ file }) => file)
  } catch {
    return []
  }
}

function refusal(file: string, message: string, expected: string): InputFaults {
  return new InputFaults([{ code: 'output', file, message, expected }])
}
