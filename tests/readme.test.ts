/** README is run: the commands it names, the output and the picture it shows. HEZUO_UPDATE=1 rewrites both from a run. */
import { execFileSync } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dayOf } from '../src/kernel/calendar.ts'
import { readDataFiles, readScenarioText } from '../src/node/files.ts'
import type { Law } from '../src/policy/law.ts'
import { loadScenario } from '../src/scenario/load.ts'
import { lawOf } from '../src/scenario/materials.ts'

const root = join(import.meta.dirname, '..')
const folder = mkdtempSync(join(tmpdir(), 'hezuo-readme-'))
const readme = () => readFileSync(join(root, 'README.md'), 'utf8')
const picture = /!\[[^\]]*\]\(([^)]+)\)/.exec(readme())?.[1] ?? ''
const scenario = () => /```yaml\n(# premium-doubled\.yaml[\s\S]*?)```/.exec(readme())?.[1] ?? ''
const OUTPUT = /(<!-- output of npm start -->\n```text\n)([\s\S]*?)(```)/
const hezuo = (...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'src/cli/hezuo.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

describe('README', () => {
  let printed = ''
  beforeAll(() => {
    const out = join(folder, 'subsidy-years')
    // what npm start runs, into a folder of its own
    const start = readFileSync(join(root, 'src/cli/start.mjs'), 'utf8')
    const arms = /const arms = \[(.*?)\]/.exec(start)?.[1].match(/[\w-]+/g) ?? []
    const replications = /'--replications', '(\d+)'/.exec(start)?.[1] ?? ''
    const text = hezuo(
      'compare',
      ...arms.map((name) => `scenarios/${name}.yaml`),
      '--replications',
      replications,
      '--out',
      out,
      '--charts',
      'fund-balance',
    )
    printed = `${text
      .split('\n')
      .filter((line) => !line.includes(folder))
      .join('\n')
      .trimEnd()}\n`
    if (process.env.HEZUO_UPDATE) {
      writeFileSync(
        join(root, 'README.md'),
        readme().replace(OUTPUT, (_, before, __, after) => `${before}${printed}${after}`),
      )
      mkdirSync(dirname(join(root, picture)), { recursive: true })
      copyFileSync(join(out, 'charts/subsidy-years-fund-balance.en.svg'), join(root, picture))
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('shows what the main job prints', () => {
    expect(printed).toContain('For patients nothing changed')
    expect(OUTPUT.exec(readme())?.[2]).toBe(printed)
  })

  it('shows the chart that the main job draws', () => {
    expect(readFileSync(join(root, picture), 'utf8')).toBe(
      readFileSync(join(folder, 'subsidy-years/charts/subsidy-years-fund-balance.en.svg'), 'utf8'),
    )
  })

  it('names commands that work on the scenario it shows', () => {
    const file = join(folder, 'premium-doubled.yaml')
    writeFileSync(file, scenario().replace('extends: scenarios/', `extends: ${join(root, 'scenarios')}/`))
    expect(hezuo('check', file)).toContain(
      '×2 makes 100 of 50 from 2011, 120 of 60 from 2012, 140 of 70 from 2013, 180 of 90 from 2014, 240 of 120',
    )
    const life = hezuo('explain', file, '--person', 'c0-v3-h10-m0', '--year', '2013', '--lang', 'zh')
    expect(life).toContain('c0-v3-h10-m0')
    expect(life).toContain('2013-01-01')
  })

  it('doubles the premium of every year in the scenario of that name', () => {
    const law = lawOf(readDataFiles())
    const doubled = loadScenario(
      'premium-doubled.yaml',
      (path) => (path.startsWith('scenarios/') ? readScenarioText(path) : scenario()),
      law,
    ).law
    const premiums = (one: Law) => [2012, 2013, 2014, 2015].map((year) => one.number('premium.individual', dayOf(year, 1, 1)))
    expect(premiums(doubled)).toEqual([120, 140, 180, 240])
    expect(premiums(doubled)).toEqual(premiums(law).map((premium) => 2 * premium))
  })

  it('links to files that exist, and starts the main job with npm start', () => {
    for (const [, target] of readme().matchAll(/\]\(([^)#]+)\)/g)) expect(existsSync(join(root, target)), target).toBe(true)
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.start).toContain('start.mjs')
    expect(readFileSync(join(root, 'src/cli/start.mjs'), 'utf8')).toContain('subsidy-years')
  })
})
