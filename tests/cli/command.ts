/** Runs the command line: within this process for what it says and writes, in a process of its own where the process is what is tested. */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { main } from '../../src/cli/main.ts'
import { takeOutput } from './output-taken.ts'

const ENTRY = 'src/cli/hezuo.mjs'
const INTERRUPTS_ITSELF = pathToFileURL('tests/cli/interrupts-itself.mjs').href

export interface Answer {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a command line to its end in this thread, unless it asks for workers. */
export async function hezuo(...args: string[]): Promise<Answer> {
  const told = { stdout: [] as Buffer[], stderr: [] as Buffer[] }
  const code = await heard(args, (stream, bytes) => told[stream].push(bytes))
  return { code, stdout: Buffer.concat(told.stdout).toString(), stderr: Buffer.concat(told.stderr).toString() }
}

/** The same, each piece of what is said given to `take` as it is said: for what is too long to be held. */
export async function heard(args: readonly string[], take: (stream: 'stdout' | 'stderr', bytes: Buffer) => void): Promise<number> {
  const release = takeOutput(take)
  try {
    return await main(simulates(args) ? [...args, '--workers', '0'] : args)
  } finally {
    release()
  }
}

const simulates = (args: readonly string[]) => /^(run|compare)$/.test(args[0]) && !args.includes('--workers')

/** Starts a process of its own, and leaves the rest to the test. */
export function start(...args: string[]): ChildProcess {
  return spawn(process.execPath, [ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** The same, in a process that gets Ctrl-C as soon as the first finished replication is kept. */
export function startInterrupted(...args: string[]): ChildProcess {
  return spawn(process.execPath, ['--import', INTERRUPTS_ITSELF, ENTRY, ...args], { stdio: ['ignore', 'pipe', 'pipe'] })
}

/** The exit code of a process, once it has ended. */
export function exitOf(running: ChildProcess): Promise<number | null> {
  // one that has ended already tells nothing any more
  if (running.exitCode !== null || running.signalCode !== null) return Promise.resolve(running.exitCode)
  return new Promise((resolve) => running.on('exit', resolve))
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
