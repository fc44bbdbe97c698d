/** The output folder: written beside its target as `OUT.writing`, by one run at a time, and put in its place only when complete. */
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, renameSync, rmdirSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { InputFaults } from '../../kernel/errors.ts'
import { codeOf, sha256 } from '../files.ts'
import { growingFile, hashOfFile } from './growing.ts'
import { takeLock } from './lock.ts'
import { makeFolders, makeMarked, markFile, ownerOf, removeMarked, removeOwn, unmark } from './mark.ts'
import { refusal } from './refusal.ts'
import { StorageFailed, storing } from './storage.ts'
import { listedFiles, placeOf, refuseOccupied } from './target.ts'

export interface WrittenFile {
  readonly file: string
  readonly sha256: string
  readonly rows: number
}

export interface OutputFolder {
  readonly path: string
  /** name with forward slashes, e.g. charts/coverage.en.svg; `rows` of a table, 0 for what has none */
  write(file: string, content: string | Uint8Array, rows?: number): void
  /** a file to which is written as its rows come */
  open(file: string): GrowingFile
  /** all files written so far, by name */
  files(): WrittenFile[]
  /** run.json, the one file that does not list itself; then the folder takes its place, an old one with `force` only now going */
  commit(runJson: string): void
  /** nothing is left of it */
  discard(): void
}

interface GrowingFile {
  append(content: string | Uint8Array): void
  /** `rows` of the table */
  close(rows: number): void
}

interface OutputChoice {
  /** an existing output folder of an earlier run may be replaced */
  readonly replace: boolean
  /** names as long as any that will be written: where there is no room for them is told now */
  readonly names?: readonly string[]
}

/**
 * Claims the target and creates `OUT.writing`. Whoever has claimed it commits or discards it.
 * @throws InputFaults when the folder exists and may not be replaced, is being written by another run, holds other people's files, or
 * cannot be written; StorageFailed when the disk is full
 */
export function openOutput(target: string, { replace, names = [] }: OutputChoice): OutputFolder {
  told(target, () => refuseOccupied(target, replace))
  const path = placeOf(target)
  const writing = `${path}.writing`
  const release = told(target, () => {
    if (!existsSync(dirname(path))) makeFolders(dirname(path))
    return takeLock(`${path}.lock`, target)
  })
  const written = new Map<string, WrittenFile>()
  const discard = () => {
    try {
      removeMarked(writing)
    } catch {
      // a disk that lets nothing be removed: the next run does it
    }
    release()
  }
  try {
    told(target, () => {
      putBack(path)
      // another run may have been quicker, and have ended by now
      refuseOccupied(target, replace)
      makeWriting(target, writing, names)
    })
  } catch (error) {
    discard()
    throw error
  }
  return {
    path,
    write(file, content, rows = 0) {
      const place = join(writing, file)
      storing(place, () => {
        makeRoom(writing, file)
        writeFileSync(place, content)
      })
      written.set(file, { file, sha256: sha256(content), rows })
    },
    open(file) {
      const place = join(writing, file)
      const growing = storing(place, () => {
        makeRoom(writing, file)
        return growingFile(place)
      })
      return { append: growing.append, close: (rows) => written.set(file, { file, sha256: growing.close(), rows }) }
    },
    files: () => [...written.values()].sort((a, b) => (a.file < b.file ? -1 : 1)),
    commit(runJson) {
      storing(writing, () => {
        for (const file of written.values()) holdAgainstDisk(writing, file)
        markFile(writing, 'run.json')
        writeFileSync(join(writing, 'run.json'), runJson)
      })
      storing(path, () => putInPlace(writing, path))
      release()
    },
    discard,
  }
}

/** Marks a file as ours before it is there, in a folder that is. */
function makeRoom(writing: string, file: string): void {
  markFile(writing, file)
  mkdirSync(dirname(join(writing, file)), { recursive: true })
}

/** What keeps the folder from being made is the user's to know; that the disk is full is told as such. */
function told<T>(target: string, work: () => T): T {
  try {
    return work()
  } catch (error) {
    if (error instanceof InputFaults) throw error
    const code = codeOf(error)
    if (code === 'ENOSPC' || code === 'EDQUOT') throw new StorageFailed(target, code)
    if (code === 'ENAMETOOLONG') throw refusal(target, 'the path or the name of a scenario is too long for this disk', 'shorter names')
    throw refusal(target, `the folder cannot be written (${code})`, 'a folder that you may write')
  }
}

/** An empty `OUT.writing` with our mark; what a run that was killed left of it goes first. */
function makeWriting(target: string, writing: string, names: readonly string[]): void {
  if (ownerOf(writing) === 'another')
    throw refusal(target, `beside it stands ${writing}, which no run of hezuo made`, 'another folder, or to move that away')
  const left = removeMarked(writing)
  if (left.length > 0) throw refusal(target, `${writing} holds ${left[0]}, which no run wrote`, 'another folder, or to move that away')
  makeMarked(writing)
  for (const name of names) {
    const place = join(writing, name)
    markFile(writing, name)
    mkdirSync(dirname(place), { recursive: true })
    closeSync(openSync(place, 'w'))
    rmSync(place)
    // nothing may come to stand there
    if (dirname(place) !== writing) rmdirSync(dirname(place))
  }
}

/** What a run that was killed at its very end had moved out of the way is put back, or goes where its successor is in place. */
function putBack(path: string): void {
  const names = readdirSync(dirname(path)).filter((name) => name.startsWith(`${basename(path)}.replaced-`) && /-\d+$/.test(name))
  for (const old of names.map((name) => join(dirname(path), name))) {
    const ours = listedFiles(old)
    if (!ours) continue
    if (existsSync(path)) removeOwn(old, (file) => ours.includes(file))
    else renameSync(old, path)
  }
}

/** Somebody may have removed or changed a file since it was written. */
function holdAgainstDisk(writing: string, { file, sha256: hash }: WrittenFile): void {
  if (hashOfFile(join(writing, file)) === hash) return
  throw new StorageFailed(join(writing, file), 'CHANGED', 'the file is not what was written: something else wrote there')
}

function putInPlace(writing: string, path: string): void {
  const old = `${path}.replaced-${process.pid}`
  const ours = listedFiles(path) ?? []
  const replacing = existsSync(path)
  if (replacing) renameSync(path, old)
  try {
    renameSync(writing, path)
  } catch (error) {
    if (replacing) renameSync(old, path)
    throw error
  }
  unmark(path)
  // what has been put there since stays, under this name
  if (replacing) removeOwn(old, (file) => ours.includes(file))
}
