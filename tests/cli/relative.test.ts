/** Changes of what the law says, on the command line: the same results as from a series written by hand, and what is told before. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readData, readScenarios } from '../../src/cli/inputs.ts'
import { againstData } from '../../src/cli/results/changes.ts'
import { settingsOf } from '../../src/cli/where/index.ts'
import { parametersCsv } from '../../src/measures/write/parameters.ts'
import { parameterRows } from '../../src/scenario/changes/rows.ts'
import { emptyFolder, hezuo, scenarioFiles } from './command.ts'

const COUNTY = 'name: county\nyears: [2012, 2015]\npopulation: {persons: 600}\nreplications: 1\nseed: test\n'

/** All files of a run, byte for byte, but for run.json with its times and hashes of scenario files. */
async function resultsOf(policy: string): Promise<Record<string, string>> {
  const folder = emptyFolder()
  const [file] = scenarioFiles(folder, { 'county.yaml': `${COUNTY}policy:\n${policy}` })
  const out = join(folder, 'out')
  const { code, stderr } = await hezuo('run', file, '--out', out, '--quiet', '--charts', 'none')
  expect(stderr).toBe('')
  expect(code).toBe(0)
  const files = readdirSync(out, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.') && name !== 'run.json')
  return Object.fromEntries(files.sort().map((name) => [name, readFileSync(join(out, name), 'latin1')]))
}

describe('hezuo run', () => {
  const pairs: [string, string, string][] = [
    [
      'for all time',
      '  premium.individual: {change: ×2}\n  起付线（县级医院）: {change: +60}\n  critical_illness.bands: {change: +0.05}\n',
      `  premium.individual: {2011-01-01: 100, 2012-01-01: 120, 2013-01-01: 140, 2014-01-01: 180, 2015-01-01: 240, 2016-01-01: 300}
  benefit.deductible.county_hospital: 260
  critical_illness.bands: [{from: 0, rate: 0.55}, {from: 100000, rate: 0.65}, {from: 200000, rate: 0.7}]
`,
    ],
    [
      'from a date on',
      '  subsidy.standard: {change: +60, from: 2013-01-01}\n  benefit.rate.county_hospital: {change: -10%, from: 2013-07-01}\n',
      `  subsidy.standard: {2013-01-01: 340, 2014-01-01: 380, 2015-01-01: 440, 2016-01-01: 480}
  benefit.rate.county_hospital: {2013-07-01: 0.738}
`,
    ],
  ]
  test.each(pairs)('writes the same with a change %s as with the series written by hand', async (_, change, hand) => {
    const [changed, written] = [await resultsOf(change), await resultsOf(hand)]
    expect(Object.keys(changed)).toContain('annual.csv')
    expect(Object.keys(changed)).toEqual(Object.keys(written))
    for (const [file, bytes] of Object.entries(changed)) expect(bytes === written[file], file).toBe(true)
  })

  test('writes the same tables with a change for named years as with the law written down for the others', async () => {
    const changed = await resultsOf('  subsidy.standard: {change: +60, years: [2013, 2014]}\n')
    const written = await resultsOf('  subsidy.standard: {2013-01-01: 340, 2014-01-01: 380, 2015-01-01: 380, 2016-01-01: 420}\n')
    // who set a value is told apart: 2015 is the law's where the change has ended, and the scenario's where it is written down
    for (const file of Object.keys(changed).filter((name) => name.endsWith('.csv') && name !== 'parameters.csv'))
      expect(changed[file] === written[file], file).toBe(true)
  })
})

describe('what a value sets aside', () => {
  const folder = emptyFolder()
  const files = scenarioFiles(folder, {
    'base.yaml': COUNTY.replace('county', 'base').replace('2015]', '2012]').replace('600', '60'),
    'reform.yaml': 'extends: base.yaml\nname: reform\npolicy: {subsidy.standard: {2012-01-01: 250}}\n',
  })
  const note = "subsidy.standard (财政补助标准): your 250 of 2012 also replaces the law's 280 of 2013"

  test('is told by check, run and compare', async () => {
    expect((await hezuo('check', files[1])).stdout).toContain(`  ${note}\n`)
    expect((await hezuo('run', files[1], '--out', join(folder, 'run'), '--charts', 'none')).stderr).toContain(`reform: ${note}\n`)
    const compared = await hezuo('compare', ...files, '--out', join(folder, 'compared'), '--charts', 'none', '--replications', '2')
    expect(compared.stderr).toContain(`reform: ${note}\n`)
  })
})

describe('What a scenario changes', () => {
  const folder = emptyFolder()
  const [base, reform, same] = scenarioFiles(folder, {
    'base.yaml': COUNTY.replace('county', 'base').replace('2015]', '2013]').replace('600', '60'),
    'reform.yaml':
      'extends: base.yaml\nname: reform\npolicy: {起付线（县级医院）: {change: +300}, premium.individual: {change: ×2, years: 2013}}\n',
    'same.yaml': 'extends: base.yaml\nname: same\n',
  })

  test('is told by check in a table: both names, years, law and scenario, what lies outside its range', async () => {
    const { stdout } = await hezuo('check', reform, same)
    const lines = stdout.split('\n').map((line) => line.replaceAll(/[│\s]+/g, ' ').trim())
    expect(lines).toContain('what this scenario changes:')
    for (const line of [
      'premium.individual 2013 70 140',
      '个人缴费标准',
      'benefit.deductible.county_hospital all years (2011-2013) 200 500 †',
    ])
      expect(lines).toContain(line)
    expect(lines.filter((line) => line.startsWith('† outside the range'))).toHaveLength(1)
    expect(lines.filter((line) => line.startsWith('nothing is changed'))).toHaveLength(1)
  })

  test('stands at the head of a run, in its report, and in parameters.csv beside all else that was read', async () => {
    const out = join(folder, 'run')
    const { stderr } = await hezuo('run', reform, '--out', out, '--charts', 'none')
    expect(stderr).toContain('reform changes:\n')
    expect(stderr).toContain('  premium.individual (个人缴费标准), yuan: 2013 70 → 140\n')
    const lines = readFileSync(join(out, 'parameters.csv'), 'utf8').split('\r\n')
    expect(lines.filter((line) => line.includes('premium.individual,') && line.includes(',reform.yaml:3,'))).toEqual([
      'reform,premium.individual,个人缴费标准,"individual premium, per person and year",2013,70,140,yuan,SCENARIO,scenario,,reform.yaml:3,2013-01-01,reported',
    ])
    const { files } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')) as { files: { file: string; rows?: number }[] }
    expect(files.find(({ file }) => file === 'parameters.csv')?.rows).toBe(lines.length - 2)
    // what check says would be read is what the run has read
    const [one] = await readScenarios([reform], readData().law)
    const told = parameterRows(one, againstData(readData().files))
    expect(parametersCsv(told)).toBe(lines.join('\r\n'))
    const report = readFileSync(join(out, 'report.html'), 'utf8')
    for (const words of ['What was changed', '改动内容', '500 ‡', 'reform.yaml:3']) expect(report).toContain(words)
  })

  test('is told by compare of each reform against the base, and that a scenario without changes has no difference', async () => {
    const out = join(folder, 'compared')
    const { stderr } = await hezuo('compare', base, reform, same, '--out', out, '--charts', 'none', '--replications', '2')
    expect(stderr).toContain('reform against base changes:\n')
    expect(stderr).toContain('same against base: no difference')
    const rows = readFileSync(join(out, 'parameters.csv'), 'utf8').split('\r\n').slice(1, -1)
    const differing = rows.filter((line) => !/,([^,]*),\1,(yuan|[a-z_ ]*),[^,]*,[^,]*,(yes|no)?,[^,]*,[^,]*,[^,]*$/.test(line))
    expect(new Set(rows.map((line) => line.split(',')[0]))).toEqual(new Set(['base', 'reform', 'same']))
    expect(new Set(differing.map((line) => line.split(',')[0]))).toEqual(new Set(['reform']))
    expect(differing).toHaveLength(4)
    const report = readFileSync(join(out, 'report.html'), 'utf8')
    for (const words of ['No difference from the base', '均与基准无差异', '500 ‡']) expect(report).toContain(words)
  })
})

test('hezuo where finds a parameter that a scenario sets by its Chinese name', () => {
  const text = 'policy:\n  个人缴费标准: { change: ×2 }\n  premium.individual: 3\n  起付线（县级医院）: 500\n'
  const found = settingsOf([{ path: 'a.yaml', text }], (name) => ['premium.individual', '个人缴费标准'].includes(name))
  expect(found.map(({ line }) => line)).toEqual([2, 3])
})
