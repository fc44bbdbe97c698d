/** Memory: what a worker's resident memory grows by over that of a worker which has only loaded the code; flat in the number of counties. */
import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import { ROOT } from '../src/node/files.ts'
import type { MemoryUse } from './memory-child.ts'

const MB = 1_000_000
const MOST_BYTES_A_PERSON = 64
const MOST_BESIDE = 40 * MB
const MOST_GROWTH = 20 * MB
const MANY = 10
const CHILD = join(ROOT, 'bench/memory-child.mjs')

/** Measures counties of `persons` people, each case in `tries` fresh processes, and prints; returns whether the limits are kept. */
export function measureMemory(persons: number, tries: number): boolean {
  console.log(`Memory: counties of ${persons.toLocaleString('en')} people, one replication, one worker; median of ${tries} process(es)`)
  const loaded = middle(0, persons, tries).resident
  const one = middle(1, persons, tries).peak - loaded
  const many = middle(MANY, persons, tries).peak - loaded
  const most = MOST_BYTES_A_PERSON * persons + MOST_BESIDE
  console.log(`  ${mb(loaded)} resident with the code loaded`)
  console.log(`  ${mb(one)} more at the highest with 1 county, ${mb(many)} with ${MANY}`)
  const small = told(
    one <= most,
    `1 county: ${mb(one)}, at most ${MOST_BYTES_A_PERSON} bytes per person and ${mb(MOST_BESIDE)} = ${mb(most)}`,
  )
  const flat = told(many - one <= MOST_GROWTH, `${MANY} counties: ${mb(many - one)} more than 1, at most ${mb(MOST_GROWTH)} more`)
  return small && flat
}

/** When V8 collects garbage differs from run to run, by some 10 MB: the median of several processes. */
function middle(counties: number, persons: number, tries: number): MemoryUse {
  const uses = Array.from({ length: tries }, () => use(counties, persons))
  const median = (key: keyof MemoryUse) => uses.map((used) => used[key]).sort((a, b) => a - b)[tries >> 1]
  return { resident: median('resident'), peak: median('peak') }
}

function use(counties: number, persons: number): MemoryUse {
  return JSON.parse(execFileSync(process.execPath, [CHILD, String(counties), String(persons)], { encoding: 'utf8' }))
}

function told(kept: boolean, what: string): boolean {
  console.log(`  ${kept ? 'kept' : 'BROKEN'}: ${what}`)
  return kept
}

function mb(bytes: number): string {
  return `${(bytes / MB).toFixed(1)} MB`
}
