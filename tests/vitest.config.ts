/** How tests are run; `--mode quick` or `--mode long` chooses which (suites.ts). */
import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'
import { suiteOf } from './suites.ts'

/** Held against nothing but a test that hangs: a busy machine fails none. */
const HANGS = 20 * 60_000

export default defineConfig(({ mode }) => ({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    ...suiteOf(mode),
    env: { HEZUO_TESTS: mode, LC_ALL: 'C.UTF-8' },
    // the list of the charts, should a room have come or gone
    globalSetup: 'src/node/rooms.mjs',
    pool: 'forks',
    // thousands of short tests: code is compiled plainly at once and made fast late, memory is collected without threads: two fifths less work
    execArgv: ['--interrupt-budget=1000000', '--always-sparkplug', '--single-threaded-gc'],
    // one process compiles and warms up once: the quick suite takes less work, the whole suite less time with two
    maxWorkers: mode === 'quick' ? 1 : 2,
    // modules are loaded once for all files: no test changes what a module holds
    isolate: false,
    // what was compiled once is not compiled again
    experimental: { fsModuleCache: true },
    // cases and data are read as files, so that a change of theirs is a change of no module
    forceRerunTriggers: ['data/**/*.yaml', 'data/**/*.csv', 'scenarios/**/*.yaml', 'tests/cases/**/*.yaml'].map((glob) => `**/${glob}`),
    // titles of cases are whole sentences of the policy
    chaiConfig: { truncateThreshold: 0 },
    testTimeout: HANGS,
    hookTimeout: HANGS,
  },
}))
