/** What the headlines of npm start hang on comes with the program: worked out for the law and the scenarios as they are. */
import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { MAIN_JOB, MAIN_PAIRS } from '../../scenarios/hangs-on/main-job.ts'
import { readData, readScenarios } from '../../src/cli/inputs.ts'
import { annualRows } from '../../src/measures/annual.ts'
import { knownRows, screeningKey } from '../../src/node/screening/known.ts'
import { screen } from '../../src/node/screening/screen.ts'
import { simulate } from '../../src/node/simulate.ts'
import { withOptions } from '../../src/scenario/run.ts'
import { emptyFolder, hezuo, scenarioFiles, TINY } from '../cli/command.ts'

test('is known for the main job as it stands: after a change of law, behaviour or version npm run hangs-on works it out anew', async () => {
  const arms = /const arms = \[(.*?)\]/.exec(readFileSync('src/cli/start.mjs', 'utf8'))?.[1].match(/[\w-]+/g)
  expect(arms).toEqual([...MAIN_JOB])
  const further = MAIN_PAIRS.filter(({ base }) => base > 0).map(({ base, reform }) => `${MAIN_JOB[reform]}:${MAIN_JOB[base]}`)
  expect(readFileSync('src/cli/start.mjs', 'utf8')).toContain(`'--against', '${further.join(' ')}'`)
  const { law, files } = readData()
  const scenarios = await readScenarios(
    MAIN_JOB.map((name) => `scenarios/${name}.yaml`),
    law,
  )
  const seeded = scenarios.map((one) => ({ ...one, settings: withOptions(one.settings, { seed: scenarios[0].settings.seed }) }))
  const key = screeningKey(seeded, MAIN_PAIRS, files)
  expect(existsSync(`scenarios/hangs-on/${key}.csv`)).toBe(true)
  const rows = knownRows(key, law) ?? []
  expect(
    rows.find(({ base, year, measure, rank }) => base !== '' && year === 2015 && measure === 'cumulative_balance' && rank === 1),
  ).toBeDefined()
  expect(rows.some(({ scenario, base }) => scenario === 'steps-followed' && base === 'no-steps-followed')).toBe(true)
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

const RATE = 'benefit.rate.county_hospital'
const GROUPS = `groups:
  poor: { who: { poor: yes }, policy: { ${RATE}: { change: +0.05 } } }
  old: { who: { age: 60+ }, policy: { benefit.ceiling: 200000 } }
`
const withPolicy = (setting: string) => `${TINY}policy: { ${RATE}: ${setting} }\n`

async function loadedFrom(texts: Record<string, string>) {
  const { law } = readData()
  const scenarios = await readScenarios(scenarioFiles(emptyFolder(), texts), law)
  return scenarios.map((one) => ({ ...one, settings: withOptions(one.settings, { replications: 1 }) }))
}

async function ratesOf(texts: Record<string, string>): Promise<number[]> {
  return (await loadedFrom(texts)).map(({ settings, policy }) => {
    const told = simulate({ settings, policy, job: { replication: 1, county: 0 }, slot: 0 })
    if (!('record' in told)) throw new Error('not simulated')
    const rows = annualRows('', [told.record], settings.years)
    return rows.find(({ year, measure, group }) => year === 2013 && measure === MEASURE && group === '')?.value ?? Number.NaN
  })
}
const MEASURE = 'inpatient_reimbursement_rate'

/** What the difference between base and reform hangs on, were that rate the only assumption. */
async function movedBy(reform: string) {
  const { law } = readData()
  const isOther = (name: string) => name !== RATE
  const others = (name: string) => ({ ...law.entry(name), values: law.entry(name).values.map((one) => ({ ...one, range: undefined })) })
  const alone = { ...law, entry: (name: string) => (isOther(name) ? others(name) : law.entry(name)) }
  const scenarios = await loadedFrom({ 'base.yaml': TINY, 'reform.yaml': reform })
  const rows = await screen(scenarios, { law: alone, pairs: [{ base: 0, reform: 1 }] }, { workers: 0, quiet: true })
  return rows.find(({ base, year, measure }) => base === 'base' && year === 2013 && measure === MEASURE)
}

test('a difference at an end of a range is that of base and reform written by hand, the change of the reform with the value it changes', async () => {
  const [base, reform, low, lowReform, high, highReform] = await ratesOf({
    'base.yaml': TINY,
    'reform.yaml': withPolicy('{ change: +0.05 }'),
    'low.yaml': withPolicy('0.65'),
    'low-reform.yaml': withPolicy('0.7'),
    'high.yaml': withPolicy('0.85'),
    'high-reform.yaml': withPolicy('0.9'),
  })
  expect(reform).toBeGreaterThan(base)
  const row = await movedBy(withPolicy('{ change: +0.05 }'))
  expect(row).toMatchObject({ name: RATE, low: '0.65', high: '0.85' })
  expect(row?.atLow).toBe(lowReform - low - (reform - base))
  expect(row?.atHigh).toBe(highReform - high - (reform - base))
})

test('a value that the reform sets stays where it is at either end', async () => {
  const [base, reform, low] = await ratesOf({ 'base.yaml': TINY, 'reform.yaml': withPolicy('0.9'), 'low.yaml': withPolicy('0.65') })
  const row = await movedBy(withPolicy('0.9'))
  expect(row?.atLow).toBe(reform - low - (reform - base))
})

test('what a group changes follows as well, and so does what it has from everybody', async () => {
  const [base, reform, low, lowReform] = await ratesOf({
    'base.yaml': TINY,
    'reform.yaml': `${TINY}${GROUPS}`,
    'low.yaml': withPolicy('0.65'),
    'low-reform.yaml': `${withPolicy('0.65')}${GROUPS}`,
  })
  const row = await movedBy(`${TINY}${GROUPS}`)
  expect(reform).not.toBe(base)
  expect(row?.atLow).toBe(lowReform - low - (reform - base))
})
