import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { sha256 } from '../../src/node/files.ts'
import { type Answer, emptyFolder, exitOf, hezuo, scenarioFiles, startInterrupted, TINY } from './command.ts'

/** A folder with a tiny scenario, and where its results go. */
function tiny(text = TINY) {
  const folder = emptyFolder()
  const [path] = scenarioFiles(folder, { 'tiny.yaml': text })
  return { folder, path, out: join(folder, 'out') }
}

/** Hashes of all files but run.json, by name. */
function bytesOf(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8', withFileTypes: true })
  const files = names.filter((entry) => entry.isFile() && entry.name !== 'run.json').map((entry) => join(entry.parentPath, entry.name))
  return Object.fromEntries(files.sort().map((file) => [file.slice(folder.length), sha256(readFileSync(file))]))
}

describe('hezuo run', () => {
  const { folder, path, out } = tiny()
  /** Pictures are tested where they are drawn (tests/charts). */
  const some = ['--charts', 'coverage']
  const elsewhere = (name: string) => join(folder, name)
  let answer: Answer
  let written: Record<string, string>
  beforeAll(async () => {
    answer = await hezuo('run', path, '--out', out, '--format', 'csv,parquet', '--workers', '2', ...some)
    written = bytesOf(out)
  })

  test('writes tables, charts, report and a run.json that lists them all, and prints a summary', () => {
    const { code, stdout, stderr } = answer
    expect({ code, stderr: stderr.includes('    at ') }).toEqual({ code: 0, stderr: false })
    const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
    expect(run).toMatchObject({ seed: 'test', replications: 3, years: [2012, 2013] })
    const listed = Object.fromEntries(run.files.map(({ file, sha256: hash }: { file: string; sha256: string }) => [`/${file}`, hash]))
    expect(listed).toEqual(written)
    expect(Object.keys(listed)).toEqual(
      expect.arrayContaining(['/annual.csv', '/annual.parquet', '/ledger.csv', '/monthly.csv', '/report.html', '/summary.csv']),
    )
    expect(stdout).toMatch(/participation/)
    expect(stdout).toContain('report.html')
    expect(readdirSync(folder).sort()).toEqual(['out', 'tiny.yaml'])
  })

  test('gives the same bytes whatever the number of workers, and with --quiet says nothing', async () => {
    const quiet = ['--quiet', '--format', 'csv,parquet', '--workers', '0', ...some]
    expect(await hezuo('run', path, '--out', elsewhere('alone'), ...quiet)).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(bytesOf(elsewhere('alone'))).toEqual(written)
  })

  test('that was interrupted leaves no half-written folder, exits with 130, and --resume gives the bytes of an undisturbed one', async () => {
    const [again, partial] = [elsewhere('again'), elsewhere('again.partial')]
    const resume = (...more: string[]) => hezuo('run', path, '--out', again, '--format', 'csv,parquet', '--resume', ...some, ...more)
    expect(
      await exitOf(startInterrupted('run', path, '--out', again, '--format', 'csv,parquet', '--workers', '1', '--quiet', ...some)),
    ).toBe(130)
    expect(existsSync(again)).toBe(false)
    expect(readdirSync(partial).length).toBeGreaterThan(0)
    expect(readdirSync(partial).every((name) => name.endsWith('.json'))).toBe(true)
    cpSync(partial, elsewhere('other.partial'), { recursive: true })
    expect(await resume()).toMatchObject({ code: 0, stderr: expect.stringMatching(/[12] finished replications taken/) })
    expect(existsSync(partial)).toBe(false)
    expect(bytesOf(again)).toEqual(written)
    expect(await resume()).toMatchObject({ code: 0, stdout: expect.stringContaining('The run is complete') })
    expect(await resume('--seed', 'other')).toMatchObject({ code: 2, stderr: expect.stringContaining('another scenario, seed') })
  })

  test('of another seed takes no replications of an interrupted one, drops them with --force only, and gives other figures', async () => {
    expect(readdirSync(elsewhere('other.partial')).length).toBeGreaterThan(0)
    const again = (...more: string[]) => hezuo('run', path, '--out', elsewhere('other'), '--resume', '--seed', 'other', ...some, ...more)
    expect(await again()).toMatchObject({ code: 2, stderr: expect.stringContaining('of another scenario, seed') })
    const { code, stderr } = await again('--force')
    expect({ code, taken: stderr.includes('finished replications taken') }).toEqual({ code: 0, taken: false })
    expect(bytesOf(elsewhere('other'))['/annual.csv']).not.toBe(written['/annual.csv'])
  })

  test('refuses an existing folder without --force; with it, replaces what is there by the results of several scenarios', async () => {
    const [second] = scenarioFiles(folder, { 'second.yaml': 'extends: tiny.yaml\npolicy: {premium.individual: 10}\n' })
    const run = (...more: string[]) => hezuo('run', path, second, '--out', out, '--replications', '1', '--quiet', ...some, ...more)
    expect(await run()).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') })
    expect(bytesOf(out)).toEqual(written)
    expect((await run('--force')).code).toBe(0)
    const lines = readFileSync(join(out, 'annual.csv'), 'utf8').split('\r\n').slice(1, -1)
    expect([...new Set(lines.map((line) => line.split(',')[0]))]).toEqual(['tiny', 'second'])
    expect(existsSync(join(out, 'report.html')) && existsSync(join(out, 'second-report.html'))).toBe(true)
  })
})

describe('The fire drill', () => {
  test('on a day that is not simulated is refused: it would never ring', async () => {
    const { path, out } = tiny()
    const { code, stderr } = await hezuo('run', path, '--out', out, '--drill', '2050-01-01')
    expect(code).toBe(2)
    expect(stderr).toMatch(/^--drill: 2050-01-01 is not simulated; expected a day from 20\d\d-01-01 to 20\d\d-12-31/)
  })

  test('one fen planted on a day stops the run on that day with exit code 1, and what broke is kept', async () => {
    const { path, out } = tiny()
    const { code, stdout, stderr } = await hezuo('run', path, '--out', out, '--drill', '2013-05-07')
    expect(code).toBe(1)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/contradicts itself: 2013-05-07, /)
    expect(stderr).not.toMatch(/^\s+at /m)
    expect(existsSync(out)).toBe(false)
    const broken = JSON.parse(readFileSync(join(`${out}.partial`, 'broken.json'), 'utf8'))
    expect(broken).toMatchObject({ scenario: 'tiny', seed: 'test', event: expect.stringMatching(/\w/) })
  })
})
