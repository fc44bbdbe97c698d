/** Runs the command line as a user does, in a process of its own. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const ENTRY = 'src/cli/hezuo.mjs'

export interface Answer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs to the end. */
export function hezuo(...args: string[]): Answer {
  const { status, stdout, stderr } = spawnSync(process.execPath, [ENTRY, ...args], { encoding: 'utf8', maxBuffer: 1 << 28 })
  return { code: status, stdout, stderr }
}

/** Starts, and leaves the rest to the test. */
export function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** An empty folder of this test's own. */
export function emptyFolder(): string {
  return mkdtempSync(join(tmpdir(), 'hezuo-'))
}

/** Writes scenario files to a folder and gives their paths. */
export function scenarioFiles(folder: string, texts: Record<string, string>): string[] {
  return Object.entries(texts).map(([name, text]) => {
    const path = join(folder, name)
    writeFileSync(path, text)
    return path
  })
}

/** A county small enough for a test. */
export const TINY = 'years: [2012, 2013]\npopulation: {persons: 1500}\nreplications: 3\nseed: test\n'
