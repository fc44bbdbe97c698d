/** Counties that a scenario describes one by one, as they are run and compared: each as if it were run by itself, on one page. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '../../src/policy/csv.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'

const HEAD = 'years: [2013, 2014]\nreplications: 2\nseed: test\n'
const RICH = 'population.income_per_head: {change: ×1.5}, benefit.deductible.county_hospital: 400'
const POOR = 'population.income_per_head: {change: ×0.6}, subsidy.local_top_up: {change: +5}'
const BASE = `${HEAD}name: base
population: {persons: 350}
policy: {benefit.ceiling: 70000}
counties:
  rich: {title: {en: Rich county, zh: 富县}, place: east, policy: {${RICH}}}
  poor: {title: {en: Poor county, zh: 穷县}, place: west, policy: {${POOR}}, procedures: {offices.county_centre.staff: 0.4}}
`
/** Half the deductible of stays at county hospitals, in 2014 alone, in the poor county alone. */
const REFORM =
  'extends: base.yaml\nname: reform\ncounties: {poor: {policy: {benefit.deductible.county_hospital: {change: -50%, years: 2014}}}}\n'

type Row = Readonly<Record<string, string>>

const csv = (file: string): Row[] => readCsv(file, readFileSync(file, 'utf8'), []).rows.map(({ cells }) => cells)

async function run(folder: string, name: string, ...more: string[]): Promise<string> {
  const out = join(folder, `${name}-${more.join('')}`)
  const { code, stderr } = await hezuo('run', join(folder, `${name}.yaml`), '--out', out, '--quiet', '--charts', 'none', ...more)
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
  return out
}

/** The rows of an area of annual.csv, without what they are called. */
const rowsOf = (out: string, area: string) =>
  csv(join(out, 'annual.csv'))
    .filter((row) => row.area === area)
    .map(({ scenario: _, area: __, ...row }) => row)

describe('A run of a rich and a poor county', () => {
  const folder = emptyFolder()
  scenarioFiles(folder, {
    'base.yaml': BASE,
    'rich.yaml': `${HEAD}name: rich\nplace: east\npopulation: {persons: 350}\npolicy: {benefit.ceiling: 70000, ${RICH}}\n`,
    'poor.yaml': `${HEAD}name: poor\nplace: west\npopulation: {persons: 350, counties: 2}\npolicy: {benefit.ceiling: 70000, ${POOR}}\nprocedures: {offices.county_centre.staff: 0.4}\n`,
  })
  let out: string
  beforeAll(async () => {
    out = await run(folder, 'base')
  })

  test('has rows of each county and of both, and each is to the last digit what it is by itself', async () => {
    expect([...new Set(csv(join(out, 'annual.csv')).map(({ area }) => area))]).toEqual(['rich', 'poor', 'all'])
    const [rich, poor] = [await run(folder, 'rich'), await run(folder, 'poor')]
    expect(rowsOf(out, 'rich').length).toBeGreaterThan(1000)
    expect(rowsOf(out, 'rich')).toEqual(rowsOf(rich, 'county-1'))
    // luck hangs on the number of a county
    expect(rowsOf(out, 'poor')).toEqual(rowsOf(poor, 'county-2'))
    for (const table of ['summary', 'monthly', 'ledger', 'solvency'])
      expect(new Set(csv(join(out, `${table}.csv`)).map(({ area }) => area)), table).toContain('poor')
  })

  test('adds money of both counties, and orders people by their yuan, not by their place in the county', () => {
    const find = (area: string, measure: string) =>
      Number(rowsOf(out, area).find((row) => row.measure === measure && row.group === '' && row.year === '2014')?.value)
    for (const measure of ['fund_expenditure', 'enrolled', 'reserve_yuan', 'admissions'].filter((one) => !Number.isNaN(find('all', one))))
      expect(find('all', measure)).toBeCloseTo(find('rich', measure) + find('poor', measure), 6)
    const [all, rich, poor] = ['all', 'rich', 'poor'].map((area) => find(area, 'gini.income'))
    // between the counties lies a difference of 1.5 to 0.6, which no county has within it
    expect(all).toBeGreaterThan(Math.max(rich, poor) + 0.03)
    // what is no common standard has no row for all
    expect(find('rich', 'premium_standard')).toBe(find('all', 'premium_standard'))
  })

  test('is the same to the byte whatever the threads', async () => {
    const files = (of: string) => readdirSync(of, { recursive: true, encoding: 'utf8' }).filter((name) => /\.(csv|html)$/.test(name))
    for (const workers of ['1', '2']) {
      const other = await run(folder, 'base', '--workers', workers)
      for (const name of files(out))
        expect(readFileSync(join(other, name), 'utf8') === readFileSync(join(out, name), 'utf8'), name).toBe(true)
    }
  })

  test('tells what each county has of its own, in parameters.csv, by check and in the report', async () => {
    const rows = csv(join(out, 'parameters.csv')).filter(({ year }) => year === '2013')
    const told = (name: string) =>
      rows.filter((row) => row.name === name).map(({ area, base, reform, set_by: by }) => [area, base, reform, by])
    expect(told('benefit.ceiling')).toEqual([['all', expect.anything(), '70000', 'base.yaml:6']])
    expect(told('benefit.deductible.county_hospital')).toEqual([
      ['rich', '200', '400', 'base.yaml:8'],
      ['poor', '200', '200', 'law'],
    ])
    expect(told('procedures.offices.county_centre.staff')).toEqual([['poor', '0.5', '0.4', 'base.yaml:9']])
    const checked = await hezuo('check', join(folder, 'base.yaml'))
    expect(checked.stdout).toContain('700 persons in 2 counties (rich, poor)')
    expect(checked.stdout).toContain('rich (Rich county): place east, 350 persons')
    expect(checked.stdout).toContain('rich: benefit.deductible.county_hospital')
    expect((await hezuo('check', join(folder, 'base.yaml'), '--lang', 'zh')).stdout).toContain('poor（穷县）：西部，350 人')
    const report = readFileSync(join(out, 'report.html'), 'utf8')
    const together = ['the pooling funds of 2 counties', 'Figures are those of 2 counties together']
    for (const words of together.concat('2 个统筹地区的基金')) expect(report).toContain(words)
    for (const words of ['County by county', '分县结果', 'Rich county', '穷县', 'rich: deductible per admission'])
      expect(report).toContain(words)
  })

  test('is explained county by county, with the law of each', async () => {
    const explained = await hezuo('explain', join(folder, 'base.yaml'), '--all', '--year', '2013', '--format', 'ndjson')
    const stays = explained.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ kind }) => kind === 'benefit.settled')
    const deductibles = (county: string) => {
      const told = stays.filter(({ household }) => household.startsWith(county)).flatMap(({ parameters }) => parameters)
      const own = told.filter(({ name }: { name: string }) => name === 'benefit.deductible.county_hospital')
      return new Set(own.map(({ value, source }: { value: unknown; source: string }) => `${value} ${source}`))
    }
    expect(deductibles('c0')).toEqual(new Set(['400 SCENARIO']))
    expect(deductibles('c1').size).toBe(1)
    expect([...deductibles('c1')][0]).toMatch(/^200 (?!SCENARIO)/)
  })
})

describe('A reform of one county in one year', () => {
  const folder = emptyFolder()
  const [base, reform] = scenarioFiles(folder, { 'base.yaml': BASE, 'reform.yaml': REFORM })
  const out = join(folder, 'out')
  let rows: Row[]
  let said: string
  beforeAll(async () => {
    const { code, stdout } = await hezuo('compare', base, reform, base, '--out', out, '--replications', '3', '--charts', 'none')
    expect(code).toBe(0)
    said = stdout
    rows = csv(join(out, 'comparison.csv'))
  })
  const isZero = (row: Row) => ['difference', 'se', 'lower', 'upper'].every((name) => Number(row[name]) === 0)

  test('differs in that county and from that year on, and nowhere else by anything', () => {
    const own = rows.filter(({ scenario }) => scenario === 'reform')
    expect(own.filter((row) => row.area === 'rich' && !isZero(row))).toEqual([])
    expect(own.filter((row) => row.year < '2014' && !isZero(row))).toEqual([])
    const paid = own.filter(({ year, measure, group }) => year === '2014' && measure === 'reimbursed.inpatient' && group === '')
    expect(paid.map(({ area, effect }) => [area, effect])).toEqual([
      ['rich', 'no'],
      ['poor', 'yes'],
      ['all', 'yes'],
    ])
  })

  test('is told by year and county, in both languages, first on the terminal and in the report', () => {
    expect(said).toContain('base (base): 700 persons of 2 counties together, 2013 to 2014')
    expect(said).toMatch(/in 2014, .*By county: Poor county, .*; no difference in Rich county\./)
    expect(said).toMatch(/2014 年.*分县来看：穷县.*；富县无差异。/)
    const report = readFileSync(join(out, 'report.html'), 'utf8')
    expect(report).toContain('reform: Poor county, headline differences in 2014')
    for (const words of ['Does the fund of Poor county last?', '富县的基金能否持续']) expect(report).toContain(words)
    expect(report).toContain('poor: deductible per admission, county hospital')
    expect(report).not.toContain('rich: deductible per admission, county hospital')
  })

  test('has winners in that county alone: in winners.csv, on the terminal, in the answer and in the report', () => {
    const winners = csv(join(out, 'winners.csv')).filter((row) => row.scenario === 'reform')
    const row = (year: string, measure: string, group: string) =>
      winners.find((one) => one.year === year && one.measure === measure && one.group === group)
    const share = (...where: Parameters<typeof row>) => Number(row(...where)?.value)
    expect(share('2013', 'unchanged_share', '')).toBe(1)
    expect(row('2014', 'unchanged_share', 'county=rich')).toMatchObject({ value: '1', lower: '1', upper: '1', group_kind: 'county' })
    expect(share('2014', 'winners_share', 'county=poor')).toBeGreaterThan(share('2014', 'winners_share', ''))
    const households = ['county=rich', 'county=poor'].map((group) => share('2014', 'households', group))
    expect(households[0] + households[1]).toBeCloseTo(share('2014', 'households', ''), 5)
    expect(said).toMatch(/\n {3}in Rich county: 0\.0% win, 0\.0% lose, 100\.0% are unchanged\n {3}in Poor county: [1-9]/)
    expect(said).toMatch(/all 2 counties together: .*By county: Poor county, .* [1-9][\d.]*% of its households win/)
    expect(said).toMatch(/2 个县合计：.*分县来看：穷县.*[1-9][\d.]*% 的家庭受益/)
    const report = readFileSync(join(out, 'report.html'), 'utf8')
    expect(report).toMatch(/<th scope="row">Poor county<\/th>/)
    expect(report).toMatch(/<th scope="row">富县<\/th>/)
    expect(csv(join(out, 'dictionary.csv')).find(({ measure }) => measure === 'county=poor')).toMatchObject({ zh: '穷县', unit: 'group' })
  })

  test('has the winners that explain finds in that county alone', async () => {
    const args = ['explain', base, '--find', 'winner', '--beside', reform, '--most', '3']
    const { stdout } = await hezuo(...args)
    expect(stdout).toMatch(/^ {2}by county: Rich county 0 of \d+ households; Poor county [1-9]\d* of \d+ households$/m)
    expect(stdout.match(/^ {2}c1-\S+ +Poor county {2}/gm)).toHaveLength(3)
  })

  test('has in headline.csv the whole first, then each county, each figure that of summary.csv', () => {
    const own = csv(join(out, 'headline.csv')).filter(({ scenario }) => scenario === 'reform')
    const areas = ['all', 'rich', 'poor'].flatMap((area) => [`2013 ${area}`, `2014 ${area}`])
    expect(own.map(({ year, area }) => `${year} ${area}`)).toEqual(areas)
    const means = csv(join(out, 'summary.csv')).filter(
      (row) => row.scenario === 'reform' && row.measure === 'fund_income' && row.group === '',
    )
    for (const { year, area, fund_income: told } of own)
      expect(means.find((row) => row.year === year && row.area === area)?.mean, `${year} ${area}`).toBe(told)
    expect(own.filter((row) => row.participation_rate_published !== '').map(({ area }) => area)).toEqual(['all'])
  })

  test('has in comparison.csv the answers that the report gives, of the whole and of each county', () => {
    const words = new Map(csv(join(out, 'dictionary.csv')).map((row) => [row.measure, row.en]))
    const report = readFileSync(join(out, 'report.html'), 'utf8')
    const area = (caption: string) => (caption.includes('Rich county') ? 'rich' : caption.includes('Poor county') ? 'poor' : 'all')
    const tables = [...report.matchAll(/<caption>(reform: [^<]*headline differences in (\d+))<\/caption>([\s\S]*?)<\/table>/g)]
    const told = tables.flatMap(([, caption, year, cells]) =>
      [...cells.matchAll(/<th scope="row">([^<]*)<\/th>.*<td>([^<]*)<\/td><\/tr>/g)].map(([, name, effect]) => ({
        ...{ year, area: area(caption), effect },
        measure: name.replace(/, (million )?yuan$/, ''),
      })),
    )
    const inFile = (row: Row) => ({
      year: row.year,
      area: row.area,
      effect: words.get(`effect=${row.effect}`),
      measure: words.get(row.measure),
    })
    const own = rows.filter((row) => row.scenario === 'reform' && row.group === '').map(inFile)
    expect(told.length).toBeGreaterThan(60)
    expect(told.filter((one) => !own.some((row) => JSON.stringify(row) === JSON.stringify({ ...row, ...one })))).toEqual([])
    expect(new Set(told.map(({ effect }) => effect))).toEqual(new Set(['no', 'cannot be told from 0', 'too small to matter', 'yes']))
  })

  test('beside the base itself, of which every difference is exactly nought, and said to be none', () => {
    const same = rows.filter(({ scenario }) => scenario === 'base-2')
    expect(same.length).toBeGreaterThan(1000)
    expect(same.filter((row) => !isZero(row))).toEqual([])
    expect(said).toContain('no difference, in any headline figure of any year')
  })

  test('is to the byte what the deductible written by hand for those years is', async () => {
    const byHand = REFORM.replace('{change: -50%, years: 2014}', '{2014-01-01: 100, 2015-01-01: 200}')
    const other = emptyFolder()
    scenarioFiles(other, { 'base.yaml': BASE, 'reform.yaml': byHand })
    scenarioFiles(folder, { 'reform.yaml': REFORM })
    const [changed, written] = [await run(folder, 'reform'), await run(other, 'reform')]
    for (const name of ['annual.csv', 'summary.csv', 'monthly.csv', 'ledger.csv', 'solvency.csv', 'headline.csv'])
      expect(readFileSync(join(changed, name), 'utf8') === readFileSync(join(written, name), 'utf8'), name).toBe(true)
  })

  test('is refused where the counties are others than those of the base', async () => {
    const [other] = scenarioFiles(folder, { 'other.yaml': `${HEAD}population: {persons: 350}\ncounties: {rich: {}, third: {}}\n` })
    const { code, stderr } = await hezuo('compare', base, other, '--out', join(folder, 'no'))
    expect(code).toBe(2)
    expect(stderr).toContain('other.yaml: the counties are rich, third, those of the base rich, poor')
  })
})
