/** A hundred shots at runs: killed, interrupted, started twice, out of room. No result promised is lost, none that is wrong is taken for right. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/node/files.ts'
import { chanceOf } from '../fuzz/chance.ts'
import { emptyFolder, exitOf, scenarioFiles, start } from './command.ts'

const COUNTY = 'name: county\nyears: [2012, 2012]\npopulation: {persons: 1500}\nreplications: 6\nseed: s\n'
const folder = emptyFolder()
const [path] = scenarioFiles(folder, { 'county.yaml': COUNTY })
const chance = chanceOf('shots', 1)
const runInto = (out: string, ...more: string[]) =>
  start('run', path, '--out', out, '--quiet', '--workers', '1', '--charts', 'coverage', ...more)

/** Hashes of all files but run.json, by name. */
function bytesOf(out: string): Record<string, string> {
  const names = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter(
    (name) => statSync(join(out, name)).isFile() && name !== 'run.json',
  )
  return Object.fromEntries(names.sort().map((name) => [name, sha256(readFileSync(join(out, name)))]))
}

let whole: Record<string, string>
let milliseconds: number
beforeAll(async () => {
  const began = performance.now()
  expect(await exitOf(runInto(join(folder, 'whole')))).toBe(0)
  milliseconds = performance.now() - began
  whole = bytesOf(join(folder, 'whole'))
})
const left = (out: string) =>
  readdirSync(folder).filter((name) => name.startsWith(out.slice(folder.length + 1)) && join(folder, name) !== out)

describe('A run that is shot', () => {
  const signals = ['SIGKILL', 'SIGINT', 'SIGTERM'] as const
  const shots = Array.from({ length: 60 }, (_, number) => ({ number, signal: signals[number % 3], at: chance.below(1000) / 1000 }))
  test.each(shots)('by $signal at $at of its time is taken up again to the byte ($number)', async ({ number, signal, at }) => {
    const out = join(folder, `shot-${number}`)
    const running = runInto(out)
    await new Promise((resume) => setTimeout(resume, at * milliseconds))
    running.kill(signal)
    const code = await exitOf(running)
    // whole or not there at all
    if (existsSync(out)) expect(bytesOf(out)).toEqual(whole)
    else expect(code === 130 || code === null, String(code)).toBe(true)
    expect(await exitOf(runInto(out, '--resume'))).toBe(0)
    expect(bytesOf(out)).toEqual(whole)
    expect(left(out)).toEqual([])
  })
})

describe('Two runs into one folder', () => {
  const pairs = Array.from({ length: 30 }, (_, number) => ({ number, later: chance.below(1000) / 1000 }))
  test.each(pairs)('the second $later of a run later: one writes, the other is refused ($number)', async ({ number, later }) => {
    const out = join(folder, `pair-${number}`)
    const first = runInto(out)
    await new Promise((resume) => setTimeout(resume, later * milliseconds))
    const codes = [await exitOf(runInto(out)), await exitOf(first)]
    expect(codes.sort()).toEqual([0, 2])
    expect(bytesOf(out)).toEqual(whole)
    expect(left(out)).toEqual([])
  })
})

const isRoot = process.platform === 'linux' && process.getuid?.() === 0
describe.runIf(isRoot)('A disk without room', () => {
  const disk = join(folder, 'disk')
  beforeAll(() => mkdirSync(disk))
  afterAll(() => rmSync(disk, { recursive: true, force: true }))
  const sizes = ['8k', '64k', '128k', '192k', '256k', '320k', '384k', '512k', '768k', '1m']
  test.each(sizes)(
    'of %s: what is there is whole, else the full disk is told with exit code 3 and nothing half-written stands there',
    async (size) => {
      execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${size}`, 'none', disk])
      try {
        const out = join(disk, 'out')
        const running = runInto(out)
        let told = ''
        running.stderr?.on('data', (bytes: Buffer) => {
          told += bytes.toString()
        })
        const code = await exitOf(running)
        if (code === 0) expect(bytesOf(out)).toEqual(whole)
        else {
          expect({ code, told }).toEqual({ code: 3, told: expect.stringContaining('disk is full') })
          expect(existsSync(out)).toBe(false)
        }
      } finally {
        execFileSync('umount', [disk])
      }
    },
  )
})
