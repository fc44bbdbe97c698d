import { spawnSync } from 'node:child_process'
import { expect, test } from 'vitest'

test('Every rule that is taken out is missed by a case, and every case misses a rule (npm run removal)', () => {
  const { status, stdout } = spawnSync(process.execPath, ['--import', 'tsx', 'tests/docs/removal.mjs'], { encoding: 'utf8' })
  expect({ status, stdout }).toEqual({ status: 0, stdout: expect.stringContaining('0 that no removal makes fail; 0 removals') })
})
