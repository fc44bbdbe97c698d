/** Counties with microdata of their own, from the files to the tables: a few persons in whose county every yuan is worked out by hand. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readData, readScenarios } from '../../src/cli/inputs.ts'
import { screen } from '../../src/node/screening/screen.ts'
import { readCsv } from '../../src/policy/csv.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'

const PERSONS = 'household,age,sex,chronic,residence,employee_insured\n'
const HOUSEHOLDS = 'id,income_per_head,poor\n'
/** A family of three, and an assisted couple. */
const NORTH = {
  persons: `${PERSONS}1,40,male,no,home,no\n1,38,female,no,home,no\n1,10,male,no,home,no\n2,66,female,yes,home,no\n2,70,male,no,home,no\n`,
  households: `${HOUSEHOLDS}1,9000,no\n2,2000,yes\n`,
}
const SOUTH = {
  persons: `${PERSONS}1,30,male,no,home,no\n2,31,female,no,home,no\n2,3,female,no,home,no\n`,
  households: `${HOUSEHOLDS}1,5000,no\n2,4000,no\n`,
}
/** Everybody is enrolled and nobody falls ill. */
const HEAD = `years: [2012, 2013]
place: west
mechanisms: {demography: off, livelihood: off, need: {inpatient: 0, outpatient: 0}, enrolment_choice: off, enrolment_procedure: off, outside_spending: off}
policy: {fund.interest_rate: 0}
seed: hand
`
const files = (name: string) => `microdata: {persons: ${name}-persons.csv, households: ${name}-households.csv}`
const COUNTIES = `counties:
  north: {title: {en: The North, zh: 北县}, population: {${files('north')}}}
  south: {title: {en: The South, zh: 南县}, population: {${files('south')}}}
  drawn: {population: {persons: 100}}
`
const folder = emptyFolder()
for (const [name, { persons, households }] of Object.entries({ north: NORTH, south: SOUTH })) {
  writeFileSync(join(folder, `${name}-persons.csv`), persons)
  writeFileSync(join(folder, `${name}-households.csv`), households)
}
const [three, apart, alone, twice, missing, misspelt] = scenarioFiles(folder, {
  'three.yaml': `${HEAD}name: three\n${COUNTIES}`,
  'apart.yaml': `${HEAD}name: apart\npopulation: {persons: 100, ${files('south')}}\ncounties: {first: {population: {${files('north')}}}}\n`,
  'alone.yaml': `${HEAD}name: three\npopulation: {${files('north')}}\n`,
  'twice.yaml': `${HEAD.replace('2012, 2013', '2013, 2013')}population: {${files('north')}, counties: 2}\n`,
  'missing.yaml': `${HEAD}counties: {north: {population: {${files('nort')}}}}\n`,
  'misspelt.yaml': `${HEAD}counties: {north: {population: {microdat: {persons: a.csv, households: b.csv}}}}\n`,
})

type Row = Readonly<Record<string, string>>
const table = (out: string, name: string): Row[] => readCsv(name, readFileSync(join(out, name), 'utf8'), []).rows.map(({ cells }) => cells)
async function run(path: string, name: string, ...more: string[]): Promise<string> {
  const out = join(folder, name)
  const { code, stderr } = await hezuo('run', path, '--out', out, '--quiet', '--charts', 'none', ...more)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return out
}

describe('Counties with microdata of their own', () => {
  let out: string
  beforeAll(async () => {
    out = await run(three, 'out')
  })
  const value = (area: string, year: number, measure: string) =>
    Number(
      table(out, 'annual.csv').find((row) => row.area === area && row.year === `${year}` && row.measure === measure && row.group === '')
        ?.value,
    )

  test.each([
    // members, of them assisted: premiums 50, 60, 70 yuan and subsidies 200, 240 + 14, 280 + 14 yuan a head in 2011, 2012, 2013
    ['north', 5, 2],
    ['south', 3, 0],
  ])('%s: its people, its premiums, its subsidies and its balance are those of %i members, %i assisted', (area, members, poor) => {
    expect([value(area, 2012, 'population'), value(area, 2013, 'enrolled')]).toEqual([members, members])
    expect(value(area, 2012, 'fund_income.individual')).toBe(60 * (members - poor))
    expect(value(area, 2013, 'fund_income.assistance')).toBe(70 * poor)
    expect(value(area, 2012, 'fund_income')).toBe((60 + 254) * members)
    expect(value(area, 2013, 'fund_income')).toBe((70 + 294) * members)
    expect([value(area, 2012, 'fund_expenditure'), value(area, 2013, 'fund_expenditure')]).toEqual([0, 0])
    // the fund begins with a quarter of the first year's income
    expect(value(area, 2013, 'cumulative_balance')).toBe(members * (0.25 * 250 + 250 + 314 + 364))
  })

  test('all of them together have the members of each, and those that were drawn', () => {
    expect(value('all', 2013, 'population')).toBe(5 + 3 + 100)
    expect(value('all', 2013, 'fund_income.assistance')).toBeGreaterThanOrEqual(140)
  })

  test('are to the last digit what they are by themselves, also by two workers', async () => {
    const of = (folder: string, area: string) => table(folder, 'annual.csv').flatMap(({ area: own, ...row }) => (own === area ? [row] : []))
    expect(of(out, 'north')).toEqual(of(await run(alone, 'alone'), 'county-1'))
    const byTwo = await run(three, 'by-two', '--workers', '2')
    expect(table(byTwo, 'annual.csv')).toEqual(table(out, 'annual.csv'))
  })

  test('are told of county by county: by check, in run.json, in the report, in both languages', async () => {
    const { stdout } = await hezuo('check', three)
    expect(stdout).toContain('north (The North): place west, 5 persons (microdata: 5 persons in 2 households)')
    expect(stdout).toContain('drawn (drawn): place west, 100 persons\n')
    expect((await hezuo('check', three, '--lang', 'zh')).stdout).toContain('north（北县）：西部，5 人（微观数据：2 户 5 人）')
    const { scenarios } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
    expect(Object.keys(scenarios[0].county_microdata)).toEqual(['north', 'south'])
    expect(scenarios[0].county_microdata.south).toMatchObject({
      persons_file: 'south-persons.csv',
      persons: 3,
      households: 2,
      weighted: false,
    })
    const report = readFileSync(join(out, 'report.html'), 'utf8')
    expect(report).toContain('The South: The people are the user’s own microdata, south-persons.csv and south-households.csv: 3 persons')
    expect(report).toContain('The counties without microdata of their own are synthetic')
    expect(report).toContain('北县：')
  })

  test('are told as those alone where every county has its own: nobody comes from the scenario’s, nor are there as many as it asks for', async () => {
    const { stdout } = await hezuo('check', apart)
    expect(stdout).toContain('apart: 5 persons in 1 county (first), 2012')
    expect(stdout).toContain('first (first): place west, 5 persons (microdata: 5 persons in 2 households)')
    const folder = await run(apart, 'apart')
    const [scenario] = JSON.parse(readFileSync(join(folder, 'run.json'), 'utf8')).scenarios
    expect(scenario.microdata).toBeUndefined()
    expect(scenario.county_microdata.first).toMatchObject({ persons_file: 'north-persons.csv' })
    const report = readFileSync(join(folder, 'report.html'), 'utf8')
    expect(report).toContain('north-persons.csv')
    expect(report).not.toContain('south-persons.csv')
  })

  test('another file of one of them makes another run', async () => {
    const hash = () => JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')).scenarios[0].hash
    const before = hash()
    writeFileSync(join(folder, 'south-households.csv'), SOUTH.households.replace('4000', '4100'))
    out = await run(three, 'changed')
    expect(hash()).not.toBe(before)
  })

  test('are explained: medical assistance pays the premium of the assisted couple', async () => {
    const told = JSON.parse((await hezuo('explain', three, '--household', 'c0-v0-h1', '--format', 'json')).stdout)
    const [paid] = told.filter(
      ({ kind, facts }: { kind: string; facts: { year?: number } }) => kind === 'premium.paid' && facts.year === 2013,
    )
    expect(paid.amounts).toContainEqual(expect.objectContaining({ id: 'by_assistance', fen: 14_000 }))
  })

  test.each([
    [missing, /nort-persons\.csv: .*no such file.*north-persons\.csv/s],
    [misspelt, /'microdat' is not known in 'counties\.north\.population'.*nearest microdata/s],
  ])('that are not there are refused: %s', async (path, message) => {
    expect(await hezuo('check', path)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringMatching(message) })
  })
})

/** What headlines hang on, were these parameters the only assumptions. */
async function screened(paths: readonly string[], ...moved: readonly string[]) {
  const { law } = readData()
  const scenarios = await readScenarios([...paths], law)
  const others = (name: string) => ({ ...law.entry(name), values: law.entry(name).values.map((one) => ({ ...one, range: undefined })) })
  const alone = { ...law, entry: (name: string) => (moved.includes(name) ? law.entry(name) : others(name)) }
  return screen(
    scenarios,
    { law: alone, pairs: scenarios.slice(1).map((_, index) => ({ base: 0, reform: index + 1 })) },
    { workers: 0, quiet: true },
  )
}

test('Of two counties of one file the screening moves the money of both', async () => {
  const rows = await screened([twice], 'subsidy.local_top_up', 'fund.opening_reserve_share')
  const row = (measure: string, name: string) => rows.find((one) => one.measure === measure && one.name === name)
  // ten members: a top-up of 14 yuan a head that may be 8 or 21
  expect(row('fund_income', 'subsidy.local_top_up')).toMatchObject({ value: '14', low: '8', high: '21', atLow: -60, atHigh: 70 })
  // the fund begins in 2012 with 0.25 of what is paid in for ten members, which may be 0.1 or 0.4
  const part = 0.15 * 10 * (60 + 254)
  expect(row('cumulative_balance', 'fund.opening_reserve_share')?.atLow).toBeCloseTo(-part, 6)
  expect(row('cumulative_balance', 'fund.opening_reserve_share')?.atHigh).toBeCloseTo(part, 6)
})

test('Scenarios of other sizes are screened each for its own people, and so is what one changes of the other', async () => {
  const [one, both] = scenarioFiles(folder, {
    'one.yaml': `${HEAD}name: one\npopulation: {${files('north')}}\n`,
    'both.yaml': `${HEAD}name: both\npopulation: {${files('north')}, counties: 2}\n`,
  })
  const rows = await screened([one, both], 'subsidy.local_top_up')
  const moved = (scenario: string, base: string) =>
    rows.filter((row) => row.year === 2013 && row.measure === 'fund_income' && row.scenario === scenario && row.base === base)
  expect(moved('one', '')).toMatchObject([{ atLow: -30, atHigh: 35 }])
  expect(moved('both', '')).toMatchObject([{ atLow: -60, atHigh: 70 }])
  // five more members
  expect(moved('both', 'one')).toMatchObject([{ atLow: -30, atHigh: 35 }])
})

test('Villages that are added are screened as small as the county they are added to', async () => {
  const [county] = scenarioFiles(folder, {
    'villages.yaml': `${HEAD}name: villages\npopulation: {persons: 36000, added_villages: [1000]}\n`,
  })
  const [row] = (await screened([county], 'subsidy.local_top_up')).filter(({ year, measure }) => year === 2013 && measure === 'fund_income')
  // 40,000 members lose 6 yuan each; with all the 1,000 households beside 5,000 persons they would be 65,000
  expect(Math.abs((row.atLow ?? 0) / (-6 * 40_000) - 1)).toBeLessThan(0.03)
})
