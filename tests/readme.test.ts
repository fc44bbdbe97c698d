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
const READMES = { en: 'README.md', zh: 'README.zh.md' } as const
type Lang = keyof typeof READMES
const LANGUAGES: readonly Lang[] = ['en', 'zh']
const readme = (lang: Lang = 'en') => readFileSync(join(root, READMES[lang]), 'utf8')
const picture = (lang: Lang) => /!\[[^\]]*\]\(([^)]+)\)/.exec(readme(lang))?.[1] ?? ''
const drawn = (lang: Lang) => join(folder, `subsidy-years/charts/subsidy-years-fund-balance.${lang}.svg`)
const scenario = (lang: Lang = 'en') => /```yaml\n(# premium-doubled\.yaml[\s\S]*?)```/.exec(readme(lang))?.[1] ?? ''
const OUTPUT = /(<!-- output of npm start -->\n```text\n)([\s\S]*?)(```)/
const hezuo = (...args: string[]) =>
  execFileSync(process.execPath, [join(root, 'src/cli/hezuo.mjs'), ...args], {
    cwd: root,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })

describe('README', () => {
  const printed = { en: '', zh: '' }
  beforeAll(() => {
    const run = ['--import', import.meta.resolve('tsx'), join(root, 'tests/readme-run.ts'), join(folder, 'subsidy-years')]
    const text = execFileSync(process.execPath, run, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] })
    const said = (part: string) => `${part.replace(/^Report: .*$/m, '').trimEnd()}\n`
    const [en, zh] = text.split('\u0000')
    Object.assign(printed, { en: said(en), zh: said(zh) })
    for (const lang of process.env.HEZUO_UPDATE ? LANGUAGES : []) {
      const renewed = readme(lang).replace(OUTPUT, (_, before, __, after) => `${before}${printed[lang]}${after}`)
      writeFileSync(join(root, READMES[lang]), renewed)
      mkdirSync(dirname(join(root, picture(lang))), { recursive: true })
      copyFileSync(drawn(lang), join(root, picture(lang)))
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))

  it('shows what the main job prints', () => {
    expect(printed.en).toContain('For patients nothing changed')
    expect(printed.zh).toContain('对患者没有影响')
    for (const lang of LANGUAGES) expect(OUTPUT.exec(readme(lang))?.[2]).toBe(printed[lang])
  })

  it('shows the chart that the main job draws', () => {
    for (const lang of LANGUAGES) expect(readFileSync(join(root, picture(lang)), 'utf8')).toBe(readFileSync(drawn(lang), 'utf8'))
  })

  it('names the same commands in Chinese, asked to answer in Chinese', () => {
    const commands = (lang: Lang) => [...readme(lang).matchAll(/^\$ (.*)$/gm)].map(([, command]) => command.replace(/ --lang zh$/, ''))
    expect(commands('zh')).toEqual(commands('en'))
    const file = join(folder, 'premium-doubled.yaml')
    writeFileSync(file, scenario('zh').replace('extends: scenarios/', `extends: ${join(root, 'scenarios')}/`))
    expect(hezuo('check', file, '--lang', 'zh')).toContain(
      '×2 使取值变为 100（原 50，2011 起）、120（原 60，2012 起）、140（原 70，2013 起）',
    )
  })

  it('names commands that work on the scenario it shows', () => {
    const file = join(folder, 'premium-doubled.yaml')
    writeFileSync(file, scenario().replace('extends: scenarios/', `extends: ${join(root, 'scenarios')}/`))
    expect(hezuo('check', file)).toContain(
      '×2 makes 100 of 50 from 2011, 120 of 60 from 2012, 140 of 70 from 2013, 180 of 90 from 2014, 240 of 120',
    )
    // the same life in a county of fewer villages, which is sooner told
    writeFileSync(file, `${readFileSync(file, 'utf8')}population: { persons: 5000 }\n`)
    const life = hezuo('explain', file, '--person', 'c0-v3-h10-m0', '--year', '2013', '--lang', 'zh')
    expect(life).toContain('c0-v3-h10-m0')
    expect(life).toContain('2013-01-01')
  })

  it('doubles the premium of every year in the scenario of that name', () => {
    const law = lawOf(readDataFiles())
    const doubledIn = (lang: Lang) =>
      loadScenario('premium-doubled.yaml', (path) => (path.startsWith('scenarios/') ? readScenarioText(path) : scenario(lang)), law).law
    const premiums = (one: Law) => [2012, 2013, 2014, 2015].map((year) => one.number('premium.individual', dayOf(year, 1, 1)))
    for (const lang of LANGUAGES) {
      expect(premiums(doubledIn(lang))).toEqual([120, 140, 180, 240])
      expect(premiums(doubledIn(lang))).toEqual(premiums(law).map((premium) => 2 * premium))
    }
  })

  it('links to files that exist, and starts the main job with npm start', () => {
    for (const lang of LANGUAGES)
      for (const [, target] of readme(lang).matchAll(/\]\(([^)#]+)\)/g)) expect(existsSync(join(root, target)), target).toBe(true)
    expect(readme('en')).toContain('](README.zh.md)')
    expect(readme('zh')).toContain('](README.md)')
    expect(JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')).scripts.start).toContain('start.mjs')
    expect(readFileSync(join(root, 'src/cli/start.mjs'), 'utf8')).toContain('subsidy-years')
  })
})
