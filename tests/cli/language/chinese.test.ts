/** The command line in Chinese: what it says, and that nothing but what it says depends on the language. */
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { languageOf } from '../../../src/cli/language/found.ts'
import { voiceIn } from '../../../src/cli/language/say.ts'
import { faultIn, formatFault } from '../../../src/kernel/errors.ts'
import { inputOf } from '../../fuzz/inputs.ts'
import { faultsOfInput } from '../../fuzz/reading.ts'
import { emptyFolder, hezuo, scenarioFiles, TINY } from '../command.ts'
import { englishLeft } from './english-left.ts'

const EARLY: { speaksChinese(argv: readonly string[], env: object): boolean } = await import(
  new URL('../../../src/cli/language/locale.mjs', import.meta.url).href
)
const ZH = ['--lang', 'zh']
/** Enough of the pictures to hear them told of. */
const CHARTS = ['--charts', 'burden,coverage']
const CHANGED = `${TINY}title: { en: More, zh: 多缴 }\npolicy:\n  premium.individual: { change: ×2 }\n  benefit.rate.county_hospital: 0.2\n  subsidy.standard: { 2013-01-01: 333 }\n`
/** Without what a table draws and what stands in it. */
const lines = (text: string) => text.split('\n').filter((line) => line !== '' && !/^\s*[┌├└│]/.test(line))
const expectChinese = (text: string) => {
  for (const line of lines(text)) {
    expect(line).toMatch(/\p{Script=Han}/u)
    expect(englishLeft(line), line).toBeUndefined()
  }
}

describe('The language', () => {
  test.each([
    [[], {}, 'en'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LC_MESSAGES: 'zh_TW.UTF-8', LANG: 'en_GB.UTF-8' }, 'zh'],
    [[], { LC_ALL: 'C', LC_MESSAGES: 'zh_CN.UTF-8', LANG: 'zh_CN.UTF-8' }, 'en'],
    [[], { LC_ALL: '', LANG: 'zh_CN.UTF-8' }, 'zh'],
    [['check', 'a.yaml', '--lang', 'zh'], { LANG: 'en_GB.UTF-8' }, 'zh'],
    [['check', '--lang=en', 'a.yaml'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    [['check', '--lang', 'fr'], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [['where', '--', '--lang', 'zh'], {}, 'en'],
  ] as const)('of %j where the locale is %j is %s', (argv, env, lang) => {
    expect(languageOf(argv, env)).toBe(lang)
    // before anything is compiled
    if (!argv.some((word) => word === '--')) expect(EARLY.speaksChinese(argv, env)).toBe(lang === 'zh')
  })

  test('of the locale is that of every command', async () => {
    vi.stubEnv('LC_ALL', 'zh_CN.UTF-8')
    const { stdout } = await hezuo('--help')
    vi.unstubAllEnvs()
    expect(stdout).toBe((await hezuo('--help', ...ZH)).stdout)
    expect(stdout).not.toBe((await hezuo('--help')).stdout)
  })

  test('that is none is refused, with those that there are', async () => {
    const { code, stderr } = await hezuo('check', 'a.yaml', '--lang', 'fr')
    expect(code).toBe(2)
    expect(stderr).toMatch(/Allowed choices are en, zh/)
  })
})

describe('In Chinese', () => {
  let [folder, path] = ['', '']
  beforeEach(() => {
    folder = emptyFolder()
    path = scenarioFiles(folder, { 'more.yaml': CHANGED })[0]
  })
  afterEach(() => vi.unstubAllEnvs())

  test.each([
    [['--help']],
    [['run', '--help']],
    [['compare', '--help']],
    [['check', '--help']],
    [['explain', '--help']],
    [['where', '--help']],
  ])('help %j is Chinese but for what one types', async (args) => {
    const { code, stdout } = await hezuo(...args, ...ZH)
    expect(code).toBe(0)
    const said = lines(stdout).filter((line) => !/^ *hezuo /.test(line))
    for (const line of said) if (!/^ {2}(scenario|base|reform|term) |^ {2,}\S+$/.test(line)) expect(line).toMatch(/\p{Script=Han}/u)
    expect(said.join('\n').replace(/\[(options|command)\]/g, '')).not.toMatch(/\b(the|of|with|how|for help)\b/)
  })

  test('check tells what is changed and what one should know', async () => {
    const { code, stdout, stderr } = await hezuo('check', path, ...ZH)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expectChinese(stdout)
    expect(stdout).toContain('more.yaml：有效。more：1 个县共 1,500 人，2012 至 2013 年，模拟 3 次，种子 test')
    expect(stdout).toMatch(/│ 个人缴费标准，元 +│ 2012 +│ +60 │ +120 │/)
    expect(stdout).toContain('个人缴费标准）：×2 使取值变为 100（原 50，2011 起）、120（原 60，2012 起）')
    expect(stdout).toContain('0.2 超出合理范围')
  })

  test('run tells it all, and writes the same files as in English', async () => {
    const [zh, en] = [join(folder, 'zh'), join(folder, 'en')]
    const said = await hezuo('run', path, '--out', zh, ...CHARTS, ...ZH)
    const english = await hezuo('run', path, '--out', en, ...CHARTS)
    expectChinese(said.stdout)
    expectChinese(said.stderr)
    expect(said.stdout).toMatch(/^多缴：1,500 人，3 次模拟的均值，种子 test\n/)
    expect(said.stdout).toMatch(/│ 年份 │ 参合率 │/)
    expect(said.stderr).toContain('正在写入表格、图和报告')
    expect(english.stdout).toMatch(/^More \(多缴\): 1,500 persons, mean of 3 replications, seed test\n/)
    const files = (out: string) => readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()
    expect(files(zh)).toEqual(files(en))
    for (const name of files(zh).filter((one) => /\.(csv|svg|html|json)$/.test(one) && one !== 'run.json'))
      expect(readFileSync(join(zh, name), 'utf8') === readFileSync(join(en, name), 'utf8'), name).toBe(true)
  })

  test('compare gives the answer in Chinese first, and in English after it', async () => {
    const base = scenarioFiles(folder, { 'base.yaml': `${TINY}title: { en: As it is, zh: 现行 }\n` })[0]
    const out = join(folder, 'out')
    const { code, stdout, stderr } = await hezuo('compare', base, path, '--out', out, '--replications', '2', '--charts', 'none', ...ZH)
    expect(code).toBe(0)
    expectChinese(stderr)
    expect(stdout).toMatch(/^现行（base）：1,500 人，2012 至 2013 年，种子 test\n按指定模拟 2 次/)
    expect(stdout).toMatch(/│ +基准 │ +方案 │ +差异 │ +95%区间 │ +是否有效果 │/)
    expect(stdout).toMatch(/家庭：.* 受益，.* 受损，.* 不变；.*负担减少的户年均少负担 [\d,]+ 元/)
    expect(stdout.indexOf('多缴（对照“现行”）：')).toBeGreaterThan(0)
    expect(stdout.indexOf('多缴（对照“现行”）：')).toBeLessThan(stdout.indexOf('More, against “As it is”'))
    expect(JSON.parse(readFileSync(join(out, 'run.json'), 'utf8')).comparison.reason).toMatch(/^2 replications, as asked/)
  })

  test('where names values, ranges and statuses', async () => {
    const { stdout } = await hezuo('where', 'benefit.deductible.county_hospital', ...ZH)
    expect(stdout).toMatch(
      / {2}取值 +data\/law\/benefit\.yaml:\d+ .*\n +2011-01-01 {2}200 元（假定，参照：雅安市.*） {2}区间 100 至 400\n +界限 0 至 100000 元\n/,
    )
    expect((await hezuo('where', 'benefit.ceiling', ...ZH)).stdout).toMatch(/\n +界限 不小于 0 元\n/)
    expect((await hezuo('where', 'claim_by_hand.deadline', ...ZH)).stdout).toMatch(
      /\n +180（假定） {2}区间 30 至 365\n +界限 0 至 1000 天\n/,
    )
  })

  test('explain is Chinese without being asked for it where the locale is', async () => {
    const args = ['explain', path, '--person', 'c0-v0-h1-m0', '--year', '2013']
    const { stdout } = await hezuo(...args, ...ZH)
    vi.stubEnv('LANG', 'zh_CN.UTF-8')
    vi.stubEnv('LC_ALL', '')
    expect((await hezuo(...args)).stdout).toBe(stdout)
    expect(stdout).toMatch(/^参合人 c0-v0-h1-m0/)
  })
})

describe('A fault in Chinese', () => {
  test('stands at the same place, with what was expected and the nearest name', async () => {
    const [path] = scenarioFiles(emptyFolder(), {
      'a.yaml': 'years: [2015, 2012]\nplace: centrall\npopulation: {persons: many}\npolicy:\n  benefit.rate.county_hospital: 75\n',
    })
    const { code, stderr } = await hezuo('check', path, ...ZH)
    expect(code).toBe(2)
    expectChinese(stderr)
    expect(stderr).toContain('a.yaml:2:8: “place”的值为文本“centrall”；应为：以下之一：west, central, east；最接近的是：central')
    expect(stderr).toContain('a.yaml:5:33: benefit.rate.county_hospital: 75 不是比例；应为：0 至 1 的小数；最接近的是：0.75')
    expect(stderr.trimEnd().split('\n').at(-1)).toBe('4 处错误；未写入任何内容')
  })

  test.each([
    [['chekc'], '无法识别命令“chekc”'],
    [['run'], '缺少参数“scenario”'],
    [['run', 'a.yaml'], '--out: 缺少此选项；应为：存放结果的文件夹'],
    [['run', 'a.yaml', '--forse'], '（是否指 --force？）'],
    [['run', 'a.yaml', '--out', 'x', '--workers', 'two'], '应为 0 至 256 的整数'],
    [['run', 'a.yaml', '--out', 'x', '--format', 'parket'], '最接近的是 parquet'],
    [['run', 'a.yaml', '--out', 'x', '--drill', '2013-13-01'], '“2013-13-01”不是日期'],
    [['run', 'a.yaml', '--out', 'x', '--charts', 'coverag'], '没有名为“coverag”的图'],
    [['compare', 'scenarios/baseline.yaml', 'scenarios/baseline.yaml', '--out', 'x', '--year', '1999'], '1999 年不在模拟范围内'],
    [['compare', 'a.yaml', 'b.yaml', '--out', 'x', '--precision', '2'], '应为 0.0001 至 0.5 的比例'],
    [['explain', 'scenarios/baseline.yaml'], '未指明说明对象'],
    [['explain', 'scenarios/baseline.yaml', '--person', 'x'], '中没有名为“x”的人'],
    [['explain', 'scenarios/baseline.yaml', '--find', 'biggest'], '不能按“biggest”查找'],
    [['explain', 'scenarios/baseline.yaml', '--all', '--year', '1999'], '不含 1999 年'],
    [['explain', 'scenarios/baseline.yaml', '--all', '--format', 'xml'], '可选：text, json, ndjson'],
    [['where', 'xylophone'], '没有名为“xylophone”的术语'],
    [['where', '起付线', '封顶线'], '参数过多'],
    [['check', 'nowhere.yaml'], '没有这个文件'],
    [['check', '.'], '这是文件夹，不是文件'],
  ])('of the command line %j says %s', async (args, message) => {
    const { code, stderr } = await hezuo(...args, ...ZH)
    expect(code).toBe(2)
    expect(stderr).toContain(message)
    expectChinese(stderr)
  })

  test('of a folder that may not be had', async () => {
    const folder = emptyFolder()
    const [path] = scenarioFiles(folder, { 'a.yaml': TINY })
    mkdirSync(join(folder, 'out'))
    writeFileSync(join(folder, 'out', 'mine.txt'), '')
    const told = [await hezuo('run', path, '--out', join(folder, 'out'), ...ZH), await hezuo('run', path, '--out', path, '--force', ...ZH)]
    told.push(await hezuo('run', path, '--out', join(folder, 'out'), '--force', ...ZH))
    for (const { code, stderr } of told) {
      expect(code).toBe(2)
      expectChinese(stderr)
    }
    expect(told[0].stderr).toContain('文件夹已存在；应为：另选文件夹，或用 --force 替换，或用 --resume 续跑')
  })

  test('of any damaged file has no English sentence left', async () => {
    const folder = `${emptyFolder()}/in`
    const voice = voiceIn('zh')
    const left = new Map<string, string>()
    let told = 0
    for (let number = 0; number < 80; number++)
      for (const fault of await faultsOfInput(inputOf('in Chinese', number), folder)) {
        told++
        const [chinese, english] = [faultIn(voice, { ...fault, file: 'f', nearest: undefined }), formatFault(fault)]
        const words = englishLeft(chinese)
        if (words !== undefined) left.set(words, english)
      }
    expect(told).toBeGreaterThan(60)
    expect([...left]).toEqual([])
  })
})
