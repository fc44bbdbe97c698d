/** npm run hangs-on: screens the main job, alone and compared, and keeps what its headlines hang on beside the scenarios. */
import { readdirSync, rmSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { readData, readScenarios } from '../../src/cli/inputs.ts'
import { keepRows, screeningKey } from '../../src/node/screening/known.ts'
import { screen } from '../../src/node/screening/screen.ts'
import { withOptions } from '../../src/scenario/run.ts'
import { MAIN_JOB, MAIN_PAIRS } from './main-job.ts'

const HERE = fileURLToPath(new URL('.', import.meta.url))
const { law, files } = readData()
const scenarios = await readScenarios(
  MAIN_JOB.map((name) => `scenarios/${name}.yaml`),
  law,
)
const seeded = scenarios.map((one) => ({ ...one, settings: withOptions(one.settings, { seed: scenarios[0].settings.seed }) }))
const rows = await screen(seeded, { law, pairs: MAIN_PAIRS }, { workers: Number(process.argv[2] ?? 2), quiet: false })
for (const name of readdirSync(HERE)) if (name.endsWith('.csv')) rmSync(`${HERE}${name}`)
keepRows(screeningKey(seeded, MAIN_PAIRS, files), rows, HERE)
