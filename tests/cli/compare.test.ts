import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/node/files.ts'
import { type Answer, emptyFolder, exitOf, hezuo, scenarioFiles, startInterrupted, TINY } from './command.ts'
import { bothForms, readParquet, tablesIn } from './same-tables.ts'

const REFORM = 'extends: base.yaml\nname: reform\npolicy: {benefit.rate.county_hospital: {2013-01-01: 0.9}}\n'

/** A tiny base, a reform of it, and where results go. */
function pair(reform = REFORM, base = TINY) {
  const folder = emptyFolder()
  const paths = scenarioFiles(folder, { 'base.yaml': base, 'reform.yaml': reform })
  return { folder, paths, out: join(folder, 'out') }
}

/** Rows of a CSV file by column; no cell of these files holds a comma but titles and definitions. */
function csv(file: string): Record<string, string>[] {
  const [head, ...lines] = readFileSync(file, 'utf8').replace('\uFEFF', '').trimEnd().split('\r\n')
  const names = head.split(',')
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, index) => [names[index], cell])))
}

function bytesOf(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.includes('.') && name !== 'run.json')
  return Object.fromEntries(files.sort().map((file) => [file, sha256(readFileSync(join(folder, file)))]))
}

describe('hezuo compare', () => {
  const { paths, out, folder } = pair()
  const more = scenarioFiles(folder, { 'more.yaml': REFORM.replace('0.9', '0.95').replace('reform', 'more').concat('seed: other\n') })
  const main = [
    'compare',
    ...paths,
    ...more,
    paths[0],
    '--out',
    out,
    '--replications',
    '3',
    '--format',
    'csv,parquet,xlsx',
    '--charts',
    'effects,coverage',
  ]
  let interrupted: number | null
  let left: string[]
  let answer: Answer
  let run: { scenarios: { seed: string }[]; files: { file: string; sha256: string }[] }
  let rows: Record<string, string>[]
  beforeAll(async () => {
    interrupted = await exitOf(startInterrupted(...main, '--workers', '1', '--quiet'))
    left = readdirSync(folder)
    answer = await hezuo(...main, '--resume')
    run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
    rows = csv(join(out, 'comparison.csv'))
  })

  test('writes base, reforms and differences of every measure, charts and report in both languages, and prints the headline table', () => {
    const { code, stdout, stderr } = answer
    expect({ code, trace: stderr.includes('    at ') }).toEqual({ code: 0, trace: false })
    const reforms = [{ name: 'reform' }, { name: 'more' }, { name: 'base-2' }]
    expect(run).toMatchObject({ replications: 3, years: [2012, 2013], comparison: { base: 'base', stopped: 'fixed', reforms } })
    const listed = Object.fromEntries(run.files.map(({ file, sha256: hash }) => [file, hash]))
    expect(listed).toEqual(bytesOf(out))
    const names = [
      'annual.csv',
      'comparison.csv',
      'comparison.parquet',
      'dictionary.csv',
      'ledger.csv',
      'monthly.csv',
      'parameters.csv',
      'solvency.csv',
    ]
    names.push(
      'summary.csv',
      'report.html',
      'base-report.html',
      'reform-report.html',
      'charts/effects.zh.svg',
      'charts/effects-more.en.svg',
    )
    expect(Object.keys(listed)).toEqual(expect.arrayContaining(names))
    expect(stdout).toContain('3 replications, as asked')
    expect(stdout).toMatch(/fund expenditure, million yuan/)
    const report = readFileSync(join(out, 'report.html'), 'utf8')
    for (const words of ['Headline differences', '主要差异', 'id="effects-en"', 'id="effects-zh"']) expect(report).toContain(words)
  })

  test('writes every table as Parquet too, the same rows, columns and numbers, whole numbers as such and text as text', async () => {
    const tables = ['annual', 'comparison', 'dictionary', 'headline', 'ledger', 'monthly', 'parameters', 'solvency', 'summary', 'winners']
    expect(tablesIn(out, 'csv')).toEqual(tables)
    expect(tablesIn(out, 'parquet')).toEqual(tables)
    for (const table of tables) {
      const { csv, parquet } = await bothForms(out, table)
      expect(csv.length).toBeGreaterThan(7)
      expect(parquet).toEqual(csv)
    }
    const { columns, rows } = await readParquet(out, 'solvency')
    expect(columns).toMatchObject({ scenario: 'UTF8', year: 'INT32', month: 'INT32', group: 'UTF8', n: 'INT32', value: 'DOUBLE' })
    expect(new Set(rows.map(({ month }) => typeof month))).toEqual(new Set(['number', 'object']))
    expect((await readParquet(out, 'ledger')).columns).toMatchObject({ account: 'UTF8', debit_fen: 'INT64', credit_fen: 'INT64' })
    expect((await readParquet(out, 'comparison')).columns).toMatchObject({ base_mean: 'DOUBLE', effect: 'UTF8' })
  })

  test('writes every table as a sheet too, the same columns and as many rows, behind a sheet that says what the file is', async () => {
    const { sheets } = await readXlsx(new Uint8Array(readFileSync(join(out, 'results.xlsx'))))
    const [about, ...tables] = sheets
    expect(about.rows.flat()).toEqual(expect.arrayContaining(['reform', 'sheet comparison', '因方案受益与受损的家庭']))
    expect(tables.map(({ name }) => name).sort()).toEqual(tablesIn(out, 'csv'))
    const dictionary = new Set(csv(join(out, 'dictionary.csv')).map(({ measure }) => measure))
    for (const { name, rows: lines } of tables) {
      const cells = csv(join(out, `${name}.csv`))
      expect(lines.length - 1, name).toBe(cells.length)
      expect(lines[0], name).toEqual(expect.arrayContaining(Object.keys(cells[0])))
      for (const one of cells) {
        if (name === 'parameters') continue
        if (one.group) expect(dictionary).toContain(one.group)
        if (one.account) expect(dictionary).toContain(`account=${one.account}`)
      }
    }
  })

  test('gives differences of exactly zero before the reform begins, and an effect on what is reimbursed afterwards', () => {
    // the campaign of 2012 for 2013 rests on 2012 alone; its answers are told in 2013
    const before = rows.filter((row) => row.year === '2012')
    expect(before.length).toBeGreaterThan(100)
    expect(before.filter((row) => Number(row.difference) !== 0 || Number(row.lower) !== 0 || Number(row.upper) !== 0)).toEqual([])
    const paid = rows.find((row) => row.year === '2013' && row.measure === 'inpatient_reimbursement_rate' && row.group === '')
    expect(Number(paid?.lower)).toBeGreaterThan(0)
    expect(paid?.effect).toBe('yes')
    expect(Number(paid?.reform_mean) - Number(paid?.base_mean)).toBeCloseTo(Number(paid?.difference), 8)
  })

  test('tells households that win and lose: none before the reform, and afterwards most of all the chronically ill', () => {
    const winners = csv(join(out, 'winners.csv')).filter((row) => row.scenario === 'reform')
    const find = (year: string, measure: string, group: string) =>
      Number(winners.find((row) => row.year === year && row.measure === measure && row.group === group)?.value)
    expect([find('2012', 'winners_share', ''), find('2012', 'gain', '')]).toEqual([0, 0])
    expect(find('2013', 'winners_share', '')).toBeGreaterThan(0.02)
    expect(find('2013', 'winners_share', 'chronic=yes')).toBeGreaterThan(find('2013', 'winners_share', 'chronic=no'))
    const parts = ['winners_share', 'losers_share', 'unchanged_share'].map((measure) => find('2013', measure, 'quintile=3'))
    expect(parts.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1, 8)
    expect(answer.stdout).toMatch(
      /households: [\d.]+% win, [\d.]+% lose, [\d.]+% are unchanged; .*who pays less saves \d+ yuan a year on average/,
    )
    // the gain of all households is what members pay less out of pocket, less what the premium rose
    const total = find('2013', 'gain', '') * find('2013', 'households', '')
    const outOfPocket = rows.filter((row) => row.year === '2013' && row.group === '' && row.scenario === 'reform')
    const members = outOfPocket.find((row) => row.measure === 'enrolled')
    const perMember = outOfPocket.find((row) => row.measure === 'out_of_pocket_per_member')
    expect(total / (-Number(perMember?.difference) * Number(members?.base_mean))).toBeCloseTo(1, 1)
  })

  test('holds every reform against the same base, on the seed of the base', () => {
    const used = rows.filter((row) => row.measure === 'use_rate' && row.year === '2013')
    expect(used.map((row) => [row.scenario, row.base])).toEqual(['reform', 'more', 'base-2'].map((name) => [name, 'base']))
    expect(Number(used[1].difference)).toBeGreaterThan(Number(used[0].difference))
    expect(run.scenarios.map((one) => one.seed)).toEqual(['test', 'test', 'test', 'test'])
  })

  test('of a scenario with itself finds nothing', () => {
    const winners = csv(join(out, 'winners.csv')).filter((row) => row.scenario === 'base-2')
    const share = (measure: string) => new Set(winners.filter((row) => row.measure === measure).map((row) => Number(row.value)))
    expect([share('winners_share'), share('losers_share'), share('unchanged_share'), share('gain')]).toEqual(
      [0, 0, 1, 0].map((one) => new Set([one])),
    )
    const found = rows.filter((row) => row.scenario === 'base-2')
    expect(found.length).toBeGreaterThan(100)
    expect(found.filter((row) => ['difference', 'se', 'lower', 'upper'].some((name) => Number(row[name]) !== 0))).toEqual([])
  })

  test('that was interrupted exited with 130 and left no half-written folder; --resume went on with it, to what it would have been', async () => {
    expect(interrupted).toBe(130)
    expect(left.sort()).toEqual(['base.yaml', 'more.yaml', 'out.partial', 'reform.yaml'])
    expect(answer.stderr).toMatch(/[1-5] finished replications taken/)
    expect(existsSync(`${out}.partial`)).toBe(false)
    expect((await hezuo(...main, '--resume')).stdout).toContain('The comparison is complete')
    const [whole, table] = [join(folder, 'whole'), (of: string, name: string) => readFileSync(join(of, name), 'utf8').split('\r\n')]
    expect((await hezuo('compare', ...paths, '--out', whole, '--quiet', '--replications', '3', '--charts', 'none')).code).toBe(0)
    for (const name of ['comparison.csv', 'winners.csv', 'annual.csv', 'ledger.csv']) {
      const undisturbed = table(whole, name)
      const those = new Set(undisturbed.slice(1).map((line) => line.split(',')[0]))
      expect(
        table(out, name).filter((line, at) => at === 0 || those.has(line.split(',')[0])),
        name,
      ).toEqual(undisturbed)
    }
  })
})

describe('A further pair of a comparison', () => {
  const { folder, paths, out } = pair()
  const more = scenarioFiles(folder, {
    'more.yaml':
      'extends: base.yaml\nname: more\ntitle: { en: More, zh: 更多 }\npolicy: {benefit.rate.county_hospital: {2013-01-01: 0.7}}\n',
  })
  const options = ['--replications', '3', '--charts', 'none']
  const bare = (file: string, of: (row: Record<string, string>) => boolean) => csv(file).filter(of)
  let answer: Answer
  beforeAll(async () => {
    answer = await hezuo('compare', ...paths, ...more, '--out', out, ...options, '--against', 'more:reform')
  })

  test('has the differences that the two have by themselves, beside those from the base of all, which stay as they are', async () => {
    expect(answer.code).toBe(0)
    const [alone, without] = [join(folder, 'alone'), join(folder, 'without')]
    await hezuo('compare', paths[1], ...more, '--out', alone, '--quiet', ...options)
    await hezuo('compare', ...paths, ...more, '--out', without, '--quiet', ...options)
    const file = join(out, 'comparison.csv')
    const further = bare(file, ({ base }) => base === 'reform')
    expect(further.length).toBeGreaterThan(500)
    expect(further).toEqual(csv(join(alone, 'comparison.csv')))
    expect(bare(file, ({ base }) => base === 'base')).toEqual(csv(join(without, 'comparison.csv')))
    const facts = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')).comparison
    expect(facts.pairs).toMatchObject([{ name: 'more', base: 'reform' }])
    expect(facts.reforms).toHaveLength(2)
    // the figure known worst may be of any pair
    expect(['reform:base', 'more:base', 'more:reform']).toContain(`${facts.widest.scenario}:${facts.widest.base}`)
    const winners = join(out, 'winners.csv')
    expect(bare(winners, ({ base }) => base === 'reform')).toEqual(csv(join(alone, 'winners.csv')))
    expect(bare(winners, ({ base }) => base === 'base')).toEqual(csv(join(without, 'winners.csv')))
  })

  test('is told by a sentence of its own in summary and report, and has its tables in the report', () => {
    const [report, english] = [readFileSync(join(out, 'report.html'), 'utf8'), 'More, against “reform”: in 2013 ']
    const told = answer.stdout.split('\n').filter((line) => line.startsWith('More, against “') && line.includes(' in 2013 '))
    expect(told.map((line) => line.slice(0, line.indexOf(':')))).toEqual(['More, against “base”', 'More, against “reform”'])
    expect(answer.stdout).toContain('更多（对照“reform”）：2013 年')
    expect(answer.stdout).toMatch(/^More, against “reform”; households in 2013: [\d.]+% win/m)
    expect(report).toContain('<caption>More, against “reform”, 2013</caption>')
    expect(report).toContain(`<p class="answer">${english}`)
    expect(report).toContain('<p class="answer">更多（对照“reform”）：2013 年')
    expect(report).toContain('<caption>More, against “reform”: headline differences in 2013</caption>')
  })

  test('may be named by files, in either order of the scenarios, several times, and is told once', async () => {
    const named = [
      '--against',
      `${paths[1]}:${more[0]}`,
      '--against',
      'reform:more.yaml',
      '--against',
      'reform：more',
      '--against',
      'more:reform',
    ]
    await hezuo('compare', ...paths, ...more, '--out', out, '--force', '--quiet', ...options, ...named)
    // whichever of the two is simulated first
    const gain = (scenario: string, base: string) => {
      const own = (row: Record<string, string>) => row.scenario === scenario && row.base === base && row.year === '2013'
      return Number(bare(join(out, 'winners.csv'), own).find(({ measure, group }) => measure === 'gain' && group === '')?.value)
    }
    expect(gain('reform', 'more')).toBeGreaterThan(0)
    expect(gain('more', 'reform')).toBe(-gain('reform', 'more'))
    expect(JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')).comparison.pairs).toMatchObject([
      { name: 'reform', base: 'more' },
      { name: 'more', base: 'reform' },
    ])
  })

  test.each([
    ['mor:reform', "called 'mor'; expected REFORM:BASE, two of base, reform, more; nearest more", '没有名为“mor”的情景'],
    ['more:refrom', "called 'refrom'; expected REFORM:BASE, two of base, reform, more; nearest reform", '最接近的是：reform'],
    ['more', "'more' names no pair", '“more”不是一对情景'],
    ['more:more', "'more' stands on both sides", '“more”同时写在两边'],
    ['more:base', "'more' is held against 'base' already", '“more”本来就与“base”对照'],
  ])('%s is refused with the nearest name, in both languages', async (named, english, chinese) => {
    const asked = ['compare', ...paths, ...more, '--out', `${out}-none`, '--against', named]
    const [first, second] = [await hezuo(...asked), await hezuo(...asked, '--lang', 'zh')]
    expect([first.code, second.code]).toEqual([2, 2])
    expect(first.stderr).toContain(english)
    expect(second.stderr).toContain(chinese)
    expect(existsSync(`${out}-none`)).toBe(false)
  })
})

describe('A comparison that cannot be made', () => {
  test('scenarios of other years or of another number of counties are refused, all at once, and nothing is written', async () => {
    const { paths, out, folder } = pair(REFORM.concat('years: [2012, 2014]\n'))
    const more = scenarioFiles(folder, { 'more.yaml': 'extends: base.yaml\npopulation: {counties: 2}\n' })
    const { code, stderr } = await hezuo('compare', ...paths, ...more, '--out', out)
    expect(code).toBe(2)
    expect(stderr).toContain('reform.yaml: the years are 2012 to 2014, those of the base 2012 to 2013')
    expect(stderr).toContain('more.yaml: 2 counties, in the base 1')
    expect(stderr).toContain('2 faults; nothing was written')
    expect(existsSync(out)).toBe(false)
  })

  test('households of other people are not paired, which is told, and measures are compared all the same', async () => {
    const { paths, out } = pair('extends: base.yaml\nplace: west\npopulation: {persons: 1200}\npolicy: {population.male_share: 0.4}\n')
    const { code, stdout } = await hezuo('compare', ...paths, '--out', out, '--replications', '2', '--charts', 'none')
    expect({ code, stdout }).toEqual({
      code: 0,
      stdout: expect.stringContaining(
        'not paired with those of the base, since these are other people (place, number of persons and population.male_share)',
      ),
    })
    expect(existsSync(join(out, 'winners.csv'))).toBe(false)
    expect(csv(join(out, 'comparison.csv')).find((row) => row.measure === 'population')?.difference).toMatch(/^-\d+/)
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('人口与基准不同（地区、人口数和population.male_share）')
  })

  test.each([
    ['a single replication, which has no interval', ['--replications', '1'], 'from 2 to'],
    ['a precision that is none', ['--precision', 'high'], 'Expected a share'],
    ['a precision beyond reason', ['--precision', '90%'], 'Expected a share'],
    ['no folder for the results', [], '--out'],
  ])('%s gives exit code 2 and a hint', async (_, args, hint) => {
    const { paths, out } = pair()
    const { code, stderr } = await hezuo('compare', ...paths, ...(args.length ? ['--out', out, ...args] : []))
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(hint) })
    expect(existsSync(out)).toBe(false)
  })

  test('a reform that is missing is told, and help explains the options', async () => {
    const { paths } = pair()
    expect(await hezuo('compare', paths[0])).toMatchObject({ code: 2, stderr: expect.stringContaining('reform') })
    expect(await hezuo('compare', '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('--precision') })
  })
})
