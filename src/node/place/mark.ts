/** What hezuo made and may remove again: folders with a mark in them, and of what they hold only what it wrote itself. */
import { appendFileSync, existsSync, lstatSync, mkdirSync, readdirSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { readBounded } from '../files.ts'

/** Stands in each folder that is ours; below its first line a line for each file written, by name. */
export const MARK = 'made-by-hezuo.json'
/** A line for each of its files. */
const MOST_BYTES = 100_000_000
const FIRST_LINE = '{"made_by":"hezuo"}\n'

/** A folder in which there is nothing is as good as none. */
export function ownerOf(path: string): 'nobody' | 'hezuo' | 'another' {
  const found = lstatSync(path, { throwIfNoEntry: false })
  if (!found) return 'nobody'
  if (!found.isDirectory()) return 'another'
  return isMarked(path) || readdirSync(path).length === 0 ? 'hezuo' : 'another'
}

/** A pipe, a device or a link by the name of our mark is not ours. */
function isMarked(folder: string): boolean {
  const found = lstatSync(join(folder, MARK), { throwIfNoEntry: false })
  return found?.isFile() === true && found.size <= MOST_BYTES
}

/** Makes the folder, where there is none, and marks it. */
export function makeMarked(path: string): void {
  if (!existsSync(path)) makeFolders(path)
  if (!existsSync(join(path, MARK))) writeFileSync(join(path, MARK), FIRST_LINE)
}

/** Says of a file that it is ours; before it is written. */
export function markFile(folder: string, file: string): void {
  appendFileSync(join(folder, MARK), `${JSON.stringify(file)}\n`)
}

/** The mark goes when the folder becomes the user's. */
export function unmark(folder: string): void {
  rmSync(join(folder, MARK), { force: true })
}

/** Files below a folder, with forward slashes; links are files. */
export function filesIn(folder: string): string[] {
  const under = (path: string): string[] =>
    readdirSync(join(folder, path), { withFileTypes: true }).flatMap((entry) => {
      const name = path === '' ? entry.name : `${path}/${entry.name}`
      return entry.isDirectory() ? under(name) : [name]
    })
  return under('')
}

/** Removes a folder with a mark: the files that the mark names. Returns what is left, somebody else's. */
export function removeMarked(folder: string): string[] {
  if (ownerOf(folder) !== 'hezuo') return []
  const ours = new Set(markedFiles(folder))
  return removeOwn(folder, (file) => ours.has(file))
}

/** Removes the files of a folder that are ours, folders in which nothing is left, and the mark when nothing else is. Returns what is left. */
export function removeOwn(folder: string, isOurs: (file: string) => boolean): string[] {
  const left = filesIn(folder).filter((file) => {
    if (!isOurs(file)) return file !== MARK
    rmSync(join(folder, file), { force: true })
    return false
  })
  if (left.length > 0) return left
  unmark(folder)
  removeEmpty(folder)
  return []
}

function removeEmpty(folder: string): void {
  for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) removeEmpty(join(folder, entry.name))
  rmdirSync(folder)
}

function markedFiles(folder: string): string[] {
  if (!isMarked(folder)) return []
  return readBounded(join(folder, MARK), MOST_BYTES)
    .toString()
    .split('\n')
    .slice(1)
    .flatMap((line) => {
      try {
        return [String(JSON.parse(line))]
      } catch {
        // the last line may be torn: then its file was not written
        return []
      }
    })
}

/**
 * Makes the folder and those above it that are missing, one by one: where the system takes a folder for missing whatever is made above it
 * (below /proc), `recursive` would try for ever.
 */
export function makeFolders(path: string): void {
  if (!existsSync(dirname(path))) makeFolders(dirname(path))
  try {
    mkdirSync(path)
  } catch (error) {
    // another run that starts at the same time may have made it
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
  }
}
