/** What the headlines of npm start hang on comes with the program: worked out for the law and the scenarios as they are. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MAIN_JOB } from '../../scenarios/hangs-on/main-job.ts'
import { readData, readScenarios } from '../../src/cli/inputs.ts'
import { knownRows, screeningKey } from '../../src/node/screening/known.ts'
import { withOptions } from '../../src/scenario/run.ts'
import { emptyFolder, hezuo } from '../cli/command.ts'

test('is known for the main job as it stands: after a change of law, behaviour or version npm run hangs-on works it out anew', async () => {
  const arms = /const arms = \[(.*?)\]/.exec(readFileSync('src/cli/start.mjs', 'utf8'))?.[1].match(/[\w-]+/g)
  expect(arms).toEqual([...MAIN_JOB])
  const { law, files } = readData()
  const scenarios = await readScenarios(
    MAIN_JOB.map((name) => `scenarios/${name}.yaml`),
    law,
  )
  const seeded = scenarios.map((one) => ({ ...one, settings: withOptions(one.settings, { seed: scenarios[0].settings.seed }) }))
  const key = screeningKey(seeded, true, files)
  expect(existsSync(`scenarios/hangs-on/${key}.csv`)).toBe(true)
  const rows = knownRows(key, law) ?? []
  expect(
    rows.find(({ base, year, measure, rank }) => base !== '' && year === 2015 && measure === 'cumulative_balance' && rank === 1),
  ).toBeDefined()
  // what the scenario itself sets is no assumption, and every row names a parameter with a range
  for (const { low, high } of rows) expect(low).not.toBe(high)
})

test('is refused for counties described one by one, before anything is simulated', async () => {
  const out = `${emptyFolder()}/out`
  const { code, stderr } = await hezuo('run', 'scenarios/two-counties.yaml', '--sensitivity', 'quick', '--out', out)
  expect(code).toBe(2)
  expect(stderr).toContain('what headlines hang on is not worked out for counties described one by one')
  expect(existsSync(out)).toBe(false)
})
