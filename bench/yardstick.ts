/**
 * The yardstick: a reduced model in C (bench/reference/kernel.c), taken as the limit of the machine it runs on.
 * Without gcc the same model in JavaScript (kernel.mjs) stands in; it takes 1.6 to 1.9 times as long.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ROOT } from '../src/node/files.ts'

/** Townships of 20,000 people, one year, 200 of them. */
const SHAPE = { persons: 20_000, years: 1, townships: 200 }
const REFERENCE = join(ROOT, 'bench/reference/')
const FLAGS = ['-O3', '-march=native', '-ffp-contract=off']

export interface Yardstick {
  readonly name: 'C' | 'JavaScript'
  readonly description: string
  /** runs it once; user-CPU seconds and person-years simulated */
  run(): { readonly seconds: number; readonly personYears: number }
  /** removes what was built */
  drop(): void
}

/** Builds the yardstick in a folder of its own outside the project; call `drop` when done. */
export function createYardstick(): Yardstick {
  const folder = mkdtempSync(join(tmpdir(), 'hezuo-bench-'))
  execFileSync(process.execPath, [join(REFERENCE, 'gen_tables.cjs'), join(folder, 'tables.bin')])
  const built = compile(folder)
  const shape = [SHAPE.persons, SHAPE.years, SHAPE.townships].map(String)
  const [command, first] = built ? [join(folder, 'kernel_c'), []] : [process.execPath, [join(REFERENCE, 'kernel.mjs')]]
  return {
    name: built ? 'C' : 'JavaScript',
    description: built ? `C reference (gcc ${FLAGS.join(' ')})` : 'JavaScript reference (kernel.mjs; there is no gcc here)',
    run() {
      const { cpu }: { cpu: number } = JSON.parse(execFileSync(command, [...first, ...shape], { cwd: folder, encoding: 'utf8' }))
      return { seconds: cpu, personYears: SHAPE.persons * SHAPE.years * SHAPE.townships }
    },
    drop: () => rmSync(folder, { recursive: true, force: true }),
  }
}

/** Whether gcc is there and made the program. */
function compile(folder: string): boolean {
  try {
    execFileSync('gcc', [...FLAGS, join(REFERENCE, 'kernel_main.c'), '-o', join(folder, 'kernel_c')], {
      stdio: ['ignore', 'ignore', 'pipe'],
    })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return false
    throw error
  }
}
