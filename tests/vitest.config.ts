/** How tests are run; `--mode quick` or `--mode long` chooses which (tests/run.mjs). */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

/** Held against nothing but a test that hangs: a busy machine fails none. */
const HANGS = 20 * 60_000
const LONG = 'tests/**/*.long.test.ts'

/** What a change of a rule needs: the rules with their cases, procedures, the law's data, the golden, the plan of the house. */
const QUICK = ['architecture', '{golden,kernel,policy,procedures,scheme}/**/*', 'docs/{told-rules,institutions}', 'explain/catalogue']

/** Of these the ones that run whole counties or long queues; npm test has them. */
const NOT_QUICK = ['procedures/queueing', 'scheme/claims/{outcome,hospital-window}', 'scheme/household-accounts', 'scheme/fund/treasury']

const filesOf = (names: readonly string[]) => names.map((name) => `tests/${name}.test.ts`)
const suites: Record<string, { include: string[]; exclude: string[] }> = {
  quick: { include: filesOf(QUICK), exclude: [LONG, ...filesOf(NOT_QUICK)] },
  // and the counties at their full size (tests/size.ts)
  long: { include: [LONG, 'tests/model/**/*.test.ts'], exclude: [] },
}

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    ...(suites[mode] ?? { include: ['tests/**/*.test.ts'], exclude: [LONG] }),
    env: { HEZUO_TESTS: mode },
    pool: 'forks',
    maxWorkers: 2,
    // modules are loaded once for all files: no test changes what a module holds
    isolate: false,
    // what was compiled once is not compiled again
    experimental: { fsModuleCache: true },
    // cases and data are read as files, so that a change of theirs is a change of no module
    forceRerunTriggers: ['data/**/*.yaml', 'data/**/*.csv', 'scenarios/**/*.yaml', 'tests/cases/**/*.yaml'],
    // titles of cases are whole sentences of the policy
    chaiConfig: { truncateThreshold: 0 },
    testTimeout: HANGS,
    hookTimeout: HANGS,
  },
}))
