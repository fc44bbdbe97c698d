import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { titlesOf } from '../../src/cli/explain/titles.ts'
import { readProject, where } from '../../src/cli/where/command.ts'
import { fitOf } from '../../src/cli/where/fit.ts'
import { definedTerms, procedureFigures, settingsOf, testsOf, valuedParameters } from '../../src/cli/where/index.ts'
import { KEYS } from '../../src/cli/where/keys.ts'
import { ALL_MEASURES, declaredAt, measuresCalled } from '../../src/cli/where/measures.ts'
import { valueLines } from '../../src/cli/where/value-lines.ts'
import { readDataFiles, readProjectTexts } from '../../src/node/files.ts'
import { settableNames } from '../../src/procedures/data/places.ts'
import { modelData, sourcesOf } from '../../src/scenario/materials.ts'
import { RULE_NAMES, RULES } from '../../src/scheme/rules.ts'
import type { Lang } from '../../src/words/lang.ts'
import { hezuo } from './command.ts'

const project = readProject()
const SOURCES_HEAD = 'source_id,title,title_zh,publisher,url,note'
const told = (word: string, lang: Lang = 'en') => where(word, lang, project)

describe('hezuo where', () => {
  test('prints the same place for the Chinese term, the English term and the parameter', async () => {
    const { code, stdout } = await hezuo('where', '起付线')
    expect(code).toBe(0)
    expect(stdout).toBe(`${told('起付线')}\n`)
    expect(told('deductible')).toBe(told('起付线'))
    expect(told('benefit.deductible')).toBe(told('起付线'))
  })

  test('names the line of the rule, of each value, of each scenario that sets it and of the cases about it', () => {
    const stdout = told('起付线')
    const places = [...stdout.matchAll(/((?:src|data|scenarios|tests)\/[\w./-]+):(\d+)/g)]
    expect(new Set(places.map(([, path]) => path.split('/')[0]))).toEqual(new Set(['src', 'data', 'scenarios', 'tests']))
    for (const [, path, number] of places) expect(readFileSync(path, 'utf8').split('\n').length).toBeGreaterThanOrEqual(Number(number))
    const [, file, line] = places.find(([, path]) => path.startsWith('src/')) ?? []
    expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).toMatch(/\* 起付线/)
    expect(stdout).toMatch(/scenarios\/poor-pay-no-deductible\.yaml:\d+ +deductible: rules/)
    expect(stdout).toMatch(
      /benefit\.deductible\.county_hospital .*\n +2011-01-01 +200 yuan +\(assumed, after: Ya'an \(Sichuan\) NCMS schedule 2014\)/,
    )
  })

  test.each(RULE_NAMES)('finds the rule %s by the name by which a scenario amends it', (name) => {
    const stdout = told(name)
    expect(stdout.slice(0, 900)).toMatch(new RegExp(`${RULES[name].zh}[\\s\\S]*defined  src/scheme/[\\s\\S]*amend: \\{ ${name}: … \\}`))
  })

  test('of one parameter tells its values only, under the term it belongs to', () => {
    const stdout = told('benefit.deductible.county_hospital')
    expect(stdout).toContain('起付线')
    expect(stdout).not.toContain('benefit.deductible.city_hospital  ')
    expect(told('起付线（县级医院）')).toBe(stdout)
  })

  test('tells of a parameter how far it may be moved, and what it can be at all', () => {
    const stdout = told('benefit.deductible.county_hospital')
    expect(stdout).toMatch(/200 yuan +\(assumed, after: .*\) +range 100 to 400\n +bounds from 0 to 100000 yuan\n/)
    expect(told('critical_illness.bands')).toMatch(/range ×0\.8 to ×1\.3\n +bounds from 0 to 10000000 yuan, rates a fraction from 0 to 1\n/)
    expect(told('benefit.ceiling')).toMatch(/bounds from 0 yuan up\n/)
    expect(told('benefit.bands_mode')).not.toContain('bounds')
  })

  const EACH_KIND = [
    '政府补助',
    'benefit.bands_mode',
    'critical_illness.bands',
    '起付线',
    'claim_by_hand.deadline',
    '穿底',
    '实际补偿比',
    'groups',
  ]
  test.each(EACH_KIND)('tells of %s in one language a line, sources by their titles', (word) => {
    const ids = [...sourcesOf(project.sources).keys()].filter((id) => !['ASSUMED', 'SCENARIO'].includes(id))
    // lines that quote a file, and the example of a scenario, stand as they are written
    const own = (lang: Lang) =>
      told(word, lang)
        .replace(/^ {2}(?:example|示例) [\s\S]*?(?=^ {2}\S)/gm, '')
        .split('\n')
        .filter((line) => !/\w:\d+ {2}/.test(line) && !/^ {2}(?:Chinese|英文) /.test(line))
    for (const line of own('en')) expect(line).not.toMatch(/\p{Script=Han}/u)
    for (const line of own('zh')) expect(line, line).not.toMatch(/\b(?:from|to|range|bounds|assumed|verified|yuan|days|share|a)\b/)
    for (const line of [...own('en'), ...own('zh')]) expect(ids.filter((id) => new RegExp(`\\b${id}\\b`).test(line))).toEqual([])
  })

  test('tells of a document that a value rests on its number, title and file', () => {
    expect(told('subsidy.announced')).toMatch(
      /2015-01-29 {2}\(verified: document 001\)[\s\S]*\n {2}texts {4}001 {2}web text .*, 001_\w+\.txt\n/,
    )
    expect(told('subsidy.announced', 'zh')).toMatch(/2015-01-29（已核实：资料001）[\s\S]*\n {2}资料 {5}001 {2}网络资料：.*，001_\w+\.txt\n/)
  })

  test('finds a parameter that no rule is named after', async () => {
    expect(await hezuo('where', 'illness.frailty_shape')).toMatchObject({
      code: 0,
      stdout: expect.stringMatching(/data\/behaviour\/illness\.yaml:\d+/),
    })
  })

  test('finds what actuaries and offices ask for: IBNR, and the participation rate', () => {
    expect(told('IBNR')).toMatch(
      /^IBNR, incurred but not reported[^\n]*\n +Chinese [^\n]*未决赔款\n +defined +src\/scheme\/fund\/treasury\.ts:\d+/,
    )
    expect(told('参保率')).toMatch(
      /^participation rate[^\n]*\n +Chinese +参合率、[^\n]*\n +defined +src\/measures\/derived\/cover\.ts:\d+ +participation_rate\n/,
    )
  })

  test('finds a procedure with its cases, and an office', () => {
    const stdout = told('second_reimbursement')
    expect(stdout).toMatch(/data\/procedures\/second-reimbursement\.yaml:\d+/)
    expect(stdout).toMatch(/tests\/cases\/procedures\/second-reimbursement\.yaml:\d+/)
    expect(told('承办保险公司')).toMatch(/data\/procedures\/offices\.yaml:\d+ +insurer/)
  })

  test('finds a figure of a procedure with its line, value, source and status, and all offices', () => {
    const stdout = told('claim_by_hand.deadline')
    const [, file, line] =
      /(data\/procedures\/claim-by-hand\.yaml):(\d+) +claim_by_hand\.deadline +manual claim, days to the deadline/.exec(stdout) ?? []
    expect(readFileSync(file, 'utf8').split('\n')[Number(line) - 1]).toBe('deadline:')
    expect(stdout).toMatch(/\n +180 +\(assumed\) +range 30 to 365\n +bounds from 0 to 1000 days\n/)
    expect(stdout).toMatch(/tests\/[\w/.-]+:\d+/)
    expect(told('claim_by_hand.steps.submission.on_fault.after')).toMatch(/\n +3, 20 .*\n +bounds two numbers from 0 to 366 days\n/)
    expect(told('offices')).toMatch(/offices\.county_centre\.staff +county office, staff\n/)
  })

  test('knows every figure of procedures and offices that a scenario can set, and its name in both languages', () => {
    const figures = procedureFigures(readProjectTexts('data', /\/procedures\/[\w-]+\.yaml$/))
    const settable = settableNames(modelData(readDataFiles()).procedures)
    expect(figures.map(({ name }) => name).sort()).toEqual([...settable].sort())
    for (const { name, zh, en } of figures) {
      expect(zh.split(' ').length, `${name}: ${zh}`).toBeGreaterThan(1)
      expect(en.length, name).toBeGreaterThan(0)
    }
  })

  test.each(['.', '(', '-', '、'])('knows nothing of the sign %s, though many names hold it', async (sign) => {
    expect(await hezuo('where', sign)).toMatchObject({
      code: 2,
      stdout: '',
      stderr: expect.stringContaining(`nothing is called '${sign}'`),
    })
  })

  test.each([
    ['dedutible', 'deductible'],
    ['benefit.celing', 'benefit.ceiling'],
    ['起付先', '起付线'],
  ])('offers for %s the nearest term, %s, with exit code 2', async (slip, nearest) => {
    expect(await hezuo('where', slip)).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining(`nearest ${nearest}`) })
  })

  test.each([
    ['补助', 'subsidy  \\(R5'],
    ['政府补助', 'subsidy  \\(R5'],
    ['报销', 'claim  '],
    ['大病', 'critical-illness cover'],
    ['门诊', 'outpatient benefit'],
    ['结余', 'balance'],
    ['rate', 'reimbursement rate'],
  ])('tells of %s first what fits it best, %s', (word, first) => {
    expect(told(word).split('\n')[0]).toMatch(new RegExp(`^${first}`))
  })

  test('knows nothing of a word that is no term', async () => {
    expect(await hezuo('where', 'xylophone')).toMatchObject({ code: 2, stderr: expect.not.stringContaining('nearest') })
    expect((await hezuo('where', ' ')).code).toBe(2)
  })
})

describe('Keys of a scenario file', () => {
  test.each([
    ['县别', 'counties'],
    ['several counties', 'counties'],
    ['groups', 'groups'],
    ['按收入', 'groups'],
    ['按群体', 'groups'],
    ['population.persons', 'population.persons'],
    ['种子', 'seed'],
    ['模拟次数', 'replications'],
    ['mechanisms.budget_rule', 'mechanisms.budget_rule'],
    ['extends', 'extends'],
  ])('%s is %s: where it is documented, with its example', (word, key) => {
    const stdout = told(word)
    expect(stdout.split('\n')[0]).toContain(`(key of a scenario file: ${key})`)
    expect(stdout).toMatch(/defined {2}docs\/scenario\.md:\d+ {2}[A-Z]/)
    expect(told(word, 'zh')).toMatch(/示例/)
  })

  test('what is a key and a term of the policy is told as both, and the scenarios that have the key are named', () => {
    const stdout = told('县')
    expect(stdout).toMatch(/\(key of a scenario file: counties\)[\s\S]*scenarios\/two-counties\.yaml:\d+ {2}counties:[\s\S]*县级/)
    expect(told('二次补偿')).toMatch(/mechanisms\.second_compensation\)[\s\S]*src\/scheme\/fund/)
  })

  test.each(['scenario.md', 'scenario.zh.md'])('every key of docs/%s has its terms, and every key that has terms stands there', (file) => {
    const page = readFileSync(`docs/${file}`, 'utf8')
    const documented = [...page.matchAll(/^#+ `(.+)`$/gm)].map(([, key]) => key)
    expect(KEYS.map(({ key }) => key).sort()).toEqual(documented.sort())
    for (const { zh } of KEYS) expect(zh.every((term) => /\p{Script=Han}/u.test(term))).toBe(true)
  })
})

describe('Measures of the results', () => {
  test.each(ALL_MEASURES.map((one) => [one.id, one] as const))(
    '%s is found by its id and both names, with the line that declares it',
    (id, one) => {
      for (const name of [id, one.zh, one.en]) expect(measuresCalled(name), name).toContain(one)
      const { file, line } = declaredAt(one, project.index.sources) ?? { file: '', line: 0 }
      const account = id.replace(/^fund_(income|expenditure)\./, '$1:')
      expect([id, account].some((name) => readFileSync(file, 'utf8').split('\n')[line - 1].includes(name))).toBe(true)
    },
  )

  test('one is told with unit, definition, declaration and tests, in both languages', () => {
    const stdout = told('effective reimbursement rate')
    expect(stdout).toBe(told('实际补偿比'))
    expect(stdout).toMatch(
      /^effective reimbursement rate {2}\(measure of the results: effective_reimbursement_rate\)\n {2}Chinese {2}实际补偿比\n {2}unit {5}share\n {2}means {4}\(reimbursed inpatient/,
    )
    expect(stdout).toMatch(/defined {2}src\/measures\/derived\/benefits\.ts:\d+[\s\S]*tested[\s\S]*tests\/report\/answer\.test\.ts:\d+/)
    expect(told('手工报销平均天数', 'zh')).toMatch(
      /（结果指标：claim_days_mean）\n {2}英文 {5}mean days to payment of manual claims\n {2}单位 {5}天\n {2}含义 {5}从出院到付款/,
    )
  })

  test.each([
    ['应住院未住院', 'forgone_admissions'],
    ['集中指数', 'concentration_index.out_of_pocket'],
    ['灾难性卫生支出', 'che10'],
    ['Kakwani', 'kakwani.out_of_pocket'],
    ['受益户', 'winners_share'],
    ['losers', 'losers_share'],
  ])('%s leads to %s', (word, id) => expect(told(word)).toContain(id))

  test.each([
    ['穿底', 'src/measures/derived/fund.ts'],
    ['赤字', 'src/measures/derived/fund.ts'],
    ['灾难性卫生支出', 'src/measures/protection/catastrophic.ts'],
    ['因病致贫', 'src/measures/protection/poverty.ts'],
    ['集中指数', 'src/measures/protection/inequality.ts'],
    ['卡克瓦尼指数', 'src/measures/protection/inequality.ts'],
  ])('%s, a word of the pictures, is a term, worked out in %s', (word, file) => {
    expect(told(word, 'zh')).toMatch(new RegExp(`^${word}[^\\n]*（R\\d+）`))
    expect(told(word, 'zh')).toContain(`定义     ${file}:`)
  })

  test('the nearest of a slip may be a measure', async () => {
    expect((await hezuo('where', 'forgone admisions')).stderr).toContain('nearest forgone admissions')
  })

  test('of a list that may be set the bounds of each number are told in Chinese', () => {
    expect(told('budget.lowest', 'zh')).toContain('界限 0 至 100000；0 至 1；0 至 10000；0 至 10000000')
  })
})

describe('How well a name fits a word', () => {
  test.each([
    ['补助', '补助', 0],
    ['补助标准', '补助', 1],
    ['财政补助', '补助', 2],
    ['预期补助增幅', '补助', 3],
    ['起付线', '补助', undefined],
    ['Subsidy', 'subsidy', 0],
    ['subsidy that a county counts on', 'subsidy', 1],
    ['reimbursement rate', 'rate', 2],
    ['rated', 'rate', 3],
    ['moderate', 'rate', 3],
  ])('%s for %s: %s', (name, word, fit) => expect(fitOf(name, word)).toBe(fit))
})

describe('The index behind it', () => {
  test('finds comments that begin with a Chinese term, with what they stand above', () => {
    const text =
      '/** 起付线 The part\n * 封顶线 not the first word of a comment\n */\nexport function borne() {}\n/**\n * 基金 Books\n */\nconst x = 1\n'
    expect(definedTerms([{ path: 'a.ts', text }])).toEqual([
      { zh: '起付线', file: 'a.ts', line: 1, declares: 'borne' },
      { zh: '基金', file: 'a.ts', line: 6, declares: 'x' },
    ])
  })

  test('reads a parameter with its dated values', () => {
    const text =
      "# law\na.b:\n  zh: 名\n  en: 'a name'\n  unit: yuan\n  values:\n    2011-01-01: { value: 1, source: S, status: assumed }\n\na.c:\n  zh: 丙\n"
    const [first, second] = valuedParameters([{ path: 'law.yaml', text }])
    expect(first).toMatchObject({ name: 'a.b', zh: '名', en: 'a name', unit: 'yuan', line: 2 })
    const titles = titlesOf([{ path: 'data/SOURCES.csv', text: `${SOURCES_HEAD}\nS,a schedule,某办法,,-,\n` }], 'en')
    expect(valueLines(first, 'en', titles)).toEqual(['2011-01-01  1 yuan  (assumed, after: a schedule)', 'bounds from 0 to 100000 yuan'])
    expect(second).toMatchObject({ name: 'a.c', line: 9 })
  })

  test('finds settings written in a block and in one line', () => {
    const text = 'policy:\n  a.b: 3\n  a.bc: 4\nother: { a.b: 5 }\n'
    expect(settingsOf([{ path: 's.yaml', text }], (name) => name === 'a.b').map(({ line }) => line)).toEqual([2, 4])
  })

  test('finds each test once, by its body or its title', () => {
    const text = "test('one', () => {\n  use('a.b')\n  use('a.b')\n})\ntest('the deductible', () => {})\ntest('three', () => {})\n"
    expect(
      testsOf([{ path: 't.ts', text }], { anywhere: /a\.b/, inTitle: /deductible/, ofFile: /(?!)/ }).map(({ text: title }) => title),
    ).toEqual(['one', 'the deductible'])
  })
})
