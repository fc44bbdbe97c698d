import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/node/files.ts'
import { emptyFolder, hezuo, scenarioFiles, start, TINY } from './command.ts'

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
  test('writes base, reform and difference of every measure, charts and report in both languages, and prints the headline table', () => {
    const { paths, out } = pair()
    const { code, stdout, stderr } = hezuo('compare', ...paths, '--out', out, '--replications', '3', '--format', 'csv,parquet')
    expect({ code, trace: stderr.includes('    at ') }).toEqual({ code: 0, trace: false })
    const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
    expect(run).toMatchObject({
      replications: 3,
      years: [2012, 2013],
      comparison: { base: 'base', stopped: 'fixed', reforms: [{ name: 'reform' }] },
    })
    const listed = Object.fromEntries(run.files.map(({ file, sha256: hash }: { file: string; sha256: string }) => [file, hash]))
    expect(listed).toEqual(bytesOf(out))
    const names = ['annual.csv', 'comparison.csv', 'comparison.parquet', 'dictionary.csv', 'ledger.csv', 'monthly.csv', 'solvency.csv']
    names.push('summary.csv', 'report.html', 'base-report.html', 'reform-report.html', 'charts/effects.zh.svg')
    expect(Object.keys(listed)).toEqual(expect.arrayContaining(names))
    expect(stdout).toContain('3 replications, as asked')
    expect(stdout).toMatch(/fund expenditure, million yuan|fund expenditure, yuan/)
    const report = readFileSync(join(out, 'report.html'), 'utf8')
    for (const words of ['Headline differences', '主要差异', 'id="effects-en"', 'id="effects-zh"']) expect(report).toContain(words)
  })

  test('gives differences of exactly zero before the reform begins, and an effect on what is reimbursed afterwards', () => {
    const { paths, out } = pair()
    expect(hezuo('compare', ...paths, '--out', out, '--replications', '3', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' })
    const rows = csv(join(out, 'comparison.csv'))
    // premiums of 2013 are asked for in 2012, but on the experience of 2012 alone
    const before = rows.filter((row) => row.year === '2012' && !row.measure.startsWith('participation_at_premium'))
    expect(before.length).toBeGreaterThan(100)
    expect(before.filter((row) => Number(row.difference) !== 0 || Number(row.lower) !== 0 || Number(row.upper) !== 0)).toEqual([])
    const paid = rows.find((row) => row.year === '2013' && row.measure === 'inpatient_reimbursement_rate' && row.group === '')
    expect(Number(paid?.lower)).toBeGreaterThan(0)
    expect(paid?.effect).toBe('yes')
    expect(Number(paid?.reform_mean) - Number(paid?.base_mean)).toBeCloseTo(Number(paid?.difference), 8)
  })

  test('of a scenario with itself finds nothing, with one replication more than is needed to say so', () => {
    const { paths, out } = pair()
    const { code, stdout } = hezuo('compare', paths[0], paths[0], '--out', out, '--max-replications', '2')
    expect(code).toBe(0)
    expect(stdout).toContain('2 replications: every headline difference is known to ±0.50%')
    const rows = csv(join(out, 'comparison.csv'))
    expect(rows.filter((row) => ['difference', 'se', 'lower', 'upper'].some((name) => Number(row[name]) !== 0))).toEqual([])
    expect(new Set(rows.map((row) => row.scenario))).toEqual(new Set(['base-2']))
  })

  test('runs more replications until the precision holds, gives the reason, and the bytes of as many asked for at once', () => {
    const { paths, out, folder } = pair()
    const { code, stdout, stderr } = hezuo('compare', ...paths, '--out', out, '--precision', '1%', '--max-replications', '12')
    expect(code).toBe(0)
    expect(stderr).toContain('going on to')
    const [, count] = /(\d+) replications(?::|, the most)/.exec(stdout) ?? []
    expect(Number(count)).toBeGreaterThan(8)
    const at = join(folder, 'fixed')
    expect(hezuo('compare', ...paths, '--out', at, '--replications', count, '--quiet', '--workers', '0').code).toBe(0)
    const [grown, fixed] = [bytesOf(out), bytesOf(at)]
    for (const file of ['annual.csv', 'comparison.csv', 'solvency.csv', 'ledger.csv']) expect(grown[file]).toBe(fixed[file])
  })

  test('holds several reforms against one base, on the seed of the base', () => {
    const { paths, out, folder } = pair()
    const more = scenarioFiles(folder, { 'more.yaml': REFORM.replace('0.9', '0.95').replace('reform', 'more').concat('seed: other\n') })
    expect(hezuo('compare', ...paths, ...more, '--out', out, '--replications', '2', '--quiet').code).toBe(0)
    const rows = csv(join(out, 'comparison.csv')).filter((row) => row.measure === 'use_rate' && row.year === '2013')
    expect(rows.map((row) => [row.scenario, row.base])).toEqual([
      ['reform', 'base'],
      ['more', 'base'],
    ])
    expect(Number(rows[1].difference)).toBeGreaterThan(Number(rows[0].difference))
    expect(existsSync(join(out, 'charts/effects-more.en.svg'))).toBe(true)
    const { scenarios } = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
    expect(scenarios.map((one: { seed: string }) => one.seed)).toEqual(['test', 'test', 'test'])
  })
})

describe('An interrupted comparison', () => {
  test('leaves no half-written folder, exits with 130, and --resume gives the bytes of an undisturbed one', async () => {
    const { paths, out, folder } = pair(REFORM, TINY.replace('1500', '40000'))
    const args = ['--replications', '3', '--workers', '1']
    const running = start('compare', ...paths, '--out', out, '--quiet', ...args)
    const ended = new Promise<number | null>((resolve) => running.on('exit', resolve))
    const partial = `${out}.partial`
    const kept = () => existsSync(partial) && readdirSync(partial).some((name) => name.endsWith('.json'))
    while (!kept() && running.exitCode === null) await new Promise((resume) => setTimeout(resume, 10))
    running.kill('SIGINT')
    expect(await ended).toBe(130)
    expect(readdirSync(folder).sort()).toEqual(['base.yaml', 'out.partial', 'reform.yaml'])
    const again = hezuo('compare', ...paths, '--out', out, '--resume', ...args)
    expect(again).toMatchObject({ code: 0, stderr: expect.stringMatching(/[1-5] finished replications taken/) })
    expect(existsSync(partial)).toBe(false)
    expect(hezuo('compare', ...paths, '--out', out, '--resume', ...args).stdout).toContain('The comparison is complete')
    const whole = join(folder, 'whole')
    expect(hezuo('compare', ...paths, '--out', whole, '--quiet', ...args).code).toBe(0)
    expect(bytesOf(out)).toEqual(bytesOf(whole))
  })
})

describe('A comparison that cannot be made', () => {
  test('scenarios of other years or of another number of counties are refused, all at once, and nothing is written', () => {
    const { paths, out, folder } = pair(REFORM.concat('years: [2012, 2014]\n'))
    const more = scenarioFiles(folder, { 'more.yaml': 'extends: base.yaml\npopulation: {counties: 2}\n' })
    const { code, stderr } = hezuo('compare', ...paths, ...more, '--out', out)
    expect(code).toBe(2)
    expect(stderr).toContain('reform.yaml: the years are 2012 to 2014, those of the base 2012 to 2013')
    expect(stderr).toContain('more.yaml: 2 counties, in the base 1')
    expect(stderr).toContain('2 faults; nothing was written')
    expect(existsSync(out)).toBe(false)
  })

  test.each([
    ['a single replication, which has no interval', ['--replications', '1'], 'from 2 to'],
    ['a precision that is none', ['--precision', 'high'], 'Expected a share'],
    ['a precision beyond reason', ['--precision', '90%'], 'Expected a share'],
    ['no folder for the results', [], '--out'],
  ])('%s gives exit code 2 and a hint', (_, args, hint) => {
    const { paths, out } = pair()
    const { code, stderr } = hezuo('compare', ...paths, ...(args.length ? ['--out', out, ...args] : []))
    expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringContaining(hint) })
    expect(existsSync(out)).toBe(false)
  })

  test('a reform that is missing is told, and help explains the options', () => {
    const { paths } = pair()
    expect(hezuo('compare', paths[0])).toMatchObject({ code: 2, stderr: expect.stringContaining('reform') })
    expect(hezuo('compare', '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('--precision') })
  })
})
