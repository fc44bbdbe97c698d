import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { readScenarios } from '../../src/cli/inputs.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { lawOf } from '../../src/scenario/materials.ts'
import { emptyFolder, hezuo, scenarioFiles, TINY } from './command.ts'
import { englishLeft } from './language/english-left.ts'

/** Twelve faults in three files; after each, the line and column at which it must be told. */
const PLANTED = {
  'one.yaml': `name: one
years: [2015, 2012]
place: centrall
population:
  persons: many
replicatoins: 3
policy:
  benefit.rate.county_hospital: 75
  premium.individual: -20
`,
  'two.yaml': `name: two
extends: nowhere.yaml
policy:
  subsidy.standard:
    2014-31-12: 320
    1999-01-01: 20
  benefit.ceiling: 50
`,
  'three.yaml': `name: three
extends: three.yaml
seed: a
seed: b
`,
}
const PLACES = ['one.yaml:2:8', 'one.yaml:3:8', 'one.yaml:5:12', 'one.yaml:6:1', 'one.yaml:8:33', 'one.yaml:9:23']
PLACES.push('two.yaml:2:10', 'two.yaml:5:5', 'two.yaml:6:5', 'two.yaml:7:20', 'three.yaml:2:10', 'three.yaml:4:1')

describe('Wrong input', () => {
  test('twelve planted faults give twelve located messages, exit code 2 and no output folder', async () => {
    const folder = emptyFolder()
    const paths = scenarioFiles(folder, PLANTED)
    const out = join(folder, 'out')
    const { code, stdout, stderr } = await hezuo('run', ...paths, '--out', out)
    const lines = stderr.trim().split('\n')
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(lines.slice(0, -1).map((line) => /([a-z]+\.yaml:\d+:\d+): /.exec(line)?.[1])).toEqual(expect.arrayContaining(PLACES))
    expect(lines).toHaveLength(13)
    expect(lines[12]).toBe('12 faults; nothing was written')
    expect(readdirSync(folder).sort()).toEqual(['one.yaml', 'three.yaml', 'two.yaml'])
  })

  test('check tells the same faults as run', async () => {
    const paths = scenarioFiles(emptyFolder(), PLANTED)
    expect(await hezuo('check', ...paths)).toMatchObject({ code: 2, stderr: expect.stringContaining('12 faults') })
  })

  test.each([
    ['an empty file', { 'a.yaml': '' }, 'the file is empty'],
    ['a file that is not YAML', { 'a.yaml': '\u0001\u0002' }, 'the control character'],
  ])('%s is told in one line', async (_, texts, message) => {
    const folder = emptyFolder()
    const [path] = scenarioFiles(folder, texts)
    const { code, stderr } = await hezuo('run', path, '--out', join(folder, 'out'))
    expect(code).toBe(2)
    expect(stderr.split('\n')[0]).toContain(message)
    expect(existsSync(join(folder, 'out'))).toBe(false)
  })

  test('a folder or a missing file in place of a scenario is told, with the nearest file name', async () => {
    const folder = emptyFolder()
    const [path] = scenarioFiles(folder, { 'county.yaml': TINY })
    mkdirSync(join(folder, 'sub'))
    const { code, stderr } = await hezuo('check', join(folder, 'sub'), path.replace('county', 'conty'))
    expect(code).toBe(2)
    expect(stderr).toContain('this is a folder')
    expect(stderr).toContain(`nearest ${path}`)
  })

  test.runIf(process.platform === 'linux')('a folder for the results where the system makes none is refused at once', async () => {
    const [path] = scenarioFiles(emptyFolder(), { 'a.yaml': TINY })
    for (const out of ['/proc/x', '/proc/x/deeper']) {
      const { code, stderr } = await hezuo('run', path, '--out', out)
      expect({ code, stderr }).toEqual({ code: 2, stderr: expect.stringMatching(`${out}: the folder cannot be written`) })
    }
  })

  test('two scenarios of one name are refused', async () => {
    const paths = scenarioFiles(emptyFolder(), { 'a.yaml': `name: x\n${TINY}`, 'b.yaml': `name: x\n${TINY}` })
    expect(await hezuo('check', ...paths)).toMatchObject({ code: 2, stderr: expect.stringContaining("the name 'x'") })
  })

  test('two names that differ in case only are refused, and in a comparison files are named apart', async () => {
    const paths = scenarioFiles(emptyFolder(), { 'a.yaml': `name: Base\n${TINY}`, 'b.yaml': `name: base\n${TINY}` })
    expect(await hezuo('check', ...paths)).toMatchObject({ code: 2, stderr: expect.stringContaining("the name 'base'") })
    const law = lawOf(readDataFiles())
    expect((await readScenarios(paths, law, { sameName: 'numbered' })).map(({ settings }) => settings.name)).toEqual(['Base', 'base-2'])
  })
})

describe('A wrong command line', () => {
  test.each([
    ['an unknown command', ['chekc'], 'check'],
    ['an unknown option', ['run', 'a.yaml', '--forse'], '--force'],
    ['a number of workers that is none', ['run', 'a.yaml', '--out', 'x', '--workers', 'two'], 'whole number'],
    ['an unknown format', ['run', 'a.yaml', '--out', 'x', '--format', 'parket'], 'parquet'],
    ['a drill on no date', ['run', 'a.yaml', '--out', 'x', '--drill', '2013-13-01'], 'YYYY-MM-DD'],
    ['no folder for the results', ['run', 'a.yaml'], '--out'],
    ['nobody to explain', ['explain', 'scenarios/baseline.yaml'], '--person'],
  ])('%s gives exit code 2, a hint and no stack trace', async (_, args, hint) => {
    const { code, stderr } = await hezuo(...args)
    expect(code).toBe(2)
    expect(stderr).toContain(hint)
    expect(stderr).not.toMatch(/^\s+at /m)
  })

  test('help is no error', async () => {
    expect(await hezuo('--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('Exit codes'), stderr: '' })
    expect(await hezuo('run', '--help')).toMatchObject({ code: 0, stdout: expect.stringContaining('--resume') })
  })
})

describe('Right input', () => {
  test('check says of each scenario what it will run', async () => {
    const [path] = scenarioFiles(emptyFolder(), { 'a.yaml': TINY })
    expect(await hezuo('check', path)).toMatchObject({ code: 0, stderr: '', stdout: expect.stringContaining('1,500 persons') })
  })

  test('schema prints a JSON Schema', async () => {
    const { code, stdout } = await hezuo('schema')
    expect(code).toBe(0)
    expect(JSON.parse(stdout)).toMatchObject({ type: 'object', properties: { policy: { additionalProperties: false } } })
  })

  test('schema describes everything in the language, figures of procedures too', async () => {
    const { stdout: en } = await hezuo('schema')
    const { stdout: zh } = await hezuo('schema', '--lang', 'zh')
    const said = (text: string) => [...text.matchAll(/"(?:description|title)": "((?:[^"\\\\]|\\\\.)*)"/g)].map(([, one]) => one)
    expect(said(zh).length).toBeGreaterThan(450)
    for (const one of said(zh)) {
      expect(one).toMatch(/\p{Script=Han}/u)
      expect([one, englishLeft(one)]).toEqual([one, undefined])
    }
    for (const one of said(en)) expect(one).toMatch(/^[\w'×+]/)
    expect(said(en)).toContain('county office, staff (县合作医疗管理中心 工作人员数); unit: posts')
    expect(said(zh)).toContain('县合作医疗管理中心 工作人员数；单位：岗位')
    expect(said(zh)).toContain('个人缴费标准；单位：元')
    expect(zh.replaceAll(/"(?:description|title)": .*/g, '')).toBe(en.replaceAll(/"(?:description|title)": .*/g, ''))
  })
})
