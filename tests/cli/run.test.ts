import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sha256 } from '../../src/node/files.ts'
import { emptyFolder, exitOf, hezuo, scenarioFiles, startInterrupted, TINY } from './command.ts'

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
  test('writes tables, charts, report and a run.json that lists them all, and prints a summary', async () => {
    const { path, out } = tiny()
    const { code, stdout, stderr } = await hezuo('run', path, '--out', out, '--format', 'csv,parquet')
    expect({ code, stderr: stderr.includes('    at ') }).toEqual({ code: 0, stderr: false })
    const run = JSON.parse(readFileSync(join(out, 'run.json'), 'utf8'))
    expect(run).toMatchObject({ seed: 'test', replications: 3, years: [2012, 2013] })
    const listed = Object.fromEntries(run.files.map(({ file, sha256: hash }: { file: string; sha256: string }) => [`/${file}`, hash]))
    expect(listed).toEqual(bytesOf(out))
    expect(Object.keys(listed)).toEqual(
      expect.arrayContaining(['/annual.csv', '/annual.parquet', '/ledger.csv', '/monthly.csv', '/report.html', '/summary.csv']),
    )
    expect(stdout).toMatch(/participation/)
    expect(stdout).toContain('report.html')
    expect(readdirSync(join(out, '..')).sort()).toEqual(['out', 'tiny.yaml'])
  })

  test('gives the same bytes whatever the number of workers, and others for another seed', async () => {
    const { path, folder } = tiny()
    const at = (name: string) => join(folder, name)
    for (const workers of ['0', '1', '2'])
      expect((await hezuo('run', path, '--out', at(workers), '--workers', workers, '--quiet')).code).toBe(0)
    expect(bytesOf(at('1'))).toEqual(bytesOf(at('0')))
    expect(bytesOf(at('2'))).toEqual(bytesOf(at('0')))
    await hezuo('run', path, '--out', at('one'), '--seed', '1', '--quiet')
    await hezuo('run', path, '--out', at('eleven'), '--seed', '11', '--quiet')
    expect(bytesOf(at('eleven'))['/annual.csv']).not.toBe(bytesOf(at('one'))['/annual.csv'])
  })

  test('with --quiet says nothing', async () => {
    const { path, out } = tiny()
    expect(await hezuo('run', path, '--out', out, '--replications', '1', '--quiet')).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('refuses an existing folder without --force, and replaces it with --force', async () => {
    const { path, out } = tiny()
    const run = (...more: string[]) => hezuo('run', path, '--out', out, '--replications', '1', '--quiet', ...more)
    expect((await run()).code).toBe(0)
    const before = bytesOf(out)
    expect(await run('--seed', 'other')).toMatchObject({ code: 2, stderr: expect.stringContaining('--force') })
    expect(bytesOf(out)).toEqual(before)
    expect((await run('--seed', 'other', '--force')).code).toBe(0)
    expect(bytesOf(out)['/annual.csv']).not.toBe(before['/annual.csv'])
  })

  test('puts several scenarios into the same tables, each with charts and a report', async () => {
    const folder = emptyFolder()
    const paths = scenarioFiles(folder, { 'a.yaml': TINY, 'b.yaml': 'extends: a.yaml\npolicy: {premium.individual: 10}\n' })
    const out = join(folder, 'out')
    expect((await hezuo('run', ...paths, '--out', out, '--replications', '1', '--quiet')).code).toBe(0)
    const scenarios = new Set(
      readFileSync(join(out, 'annual.csv'), 'utf8')
        .split('\r\n')
        .slice(1, -1)
        .map((line) => line.split(',')[0]),
    )
    expect([...scenarios]).toEqual(['a', 'b'])
    expect(existsSync(join(out, 'report.html')) && existsSync(join(out, 'b-report.html'))).toBe(true)
  })
})

describe('An interrupted run', () => {
  test('leaves no half-written folder, exits with 130, and --resume gives the bytes of an undisturbed run', async () => {
    const { path, out, folder } = tiny(TINY.replace('replications: 3', 'replications: 5'))
    const running = startInterrupted('run', path, '--out', out, '--workers', '1', '--quiet')
    expect(await exitOf(running)).toBe(130)
    const partial = `${out}.partial`
    expect(readdirSync(folder).sort()).toEqual(['out.partial', 'tiny.yaml'])
    expect(readdirSync(partial).every((name) => name.endsWith('.json'))).toBe(true)
    expect(await hezuo('run', path, '--out', out, '--resume')).toMatchObject({
      code: 0,
      stderr: expect.stringMatching(/[1-4] finished replications taken/),
    })
    expect(existsSync(partial)).toBe(false)
    const whole = join(folder, 'whole')
    expect((await hezuo('run', path, '--out', whole, '--quiet')).code).toBe(0)
    expect(bytesOf(out)).toEqual(bytesOf(whole))
  })

  test('that was complete is not run again, and another one is not taken for it', async () => {
    const { path, out } = tiny()
    const resume = (...more: string[]) => hezuo('run', path, '--out', out, '--replications', '1', '--resume', ...more)
    expect((await resume()).code).toBe(0)
    expect(await resume()).toMatchObject({ code: 0, stdout: expect.stringContaining('The run is complete') })
    expect(await resume('--seed', 'other')).toMatchObject({ code: 2, stderr: expect.stringContaining('another scenario, seed') })
  })

  test('does not go on with replications of another seed', async () => {
    const { path, out, folder } = tiny()
    mkdirSync(`${out}.partial`)
    expect((await hezuo('run', path, '--out', out, '--drill', '2012-06-01', '--quiet')).code).toBe(1)
    const { code, stderr } = await hezuo('run', path, '--out', out, '--resume', '--seed', 'other')
    expect(code).toBe(0)
    expect(stderr).not.toContain('finished replications taken')
    rmSync(folder, { recursive: true })
  })
})

describe('The fire drill', () => {
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
