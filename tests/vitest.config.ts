import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

export default defineConfig({
  root: fileURLToPath(new URL('..', import.meta.url)),
  test: {
    include: ['tests/**/*.test.ts'],
    pool: 'forks',
    maxWorkers: 2,
    // titles of cases are whole sentences of the policy
    chaiConfig: { truncateThreshold: 0 },
    // a test may run a whole small scenario on a slow machine
    testTimeout: 120_000,
    hookTimeout: 120_000,
  },
})
