import { describe, expect, test } from 'vitest'
import { arithmeticOf } from '../../src/cli/explain/arithmetic.ts'
import type { ExplainedEvent } from '../../src/cli/explain/event.ts'
import { factNames } from '../../src/cli/explain/fact-names.ts'
import { TERMINAL, widthOf } from '../../src/cli/explain/fold.ts'
import { procedurePart } from '../../src/cli/explain/procedure-figures.ts'
import { eventText, type Telling } from '../../src/cli/explain/text.ts'
import { titlesOf } from '../../src/cli/explain/titles.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { modelData, sourcesOf } from '../../src/scenario/materials.ts'
import type { Lang } from '../../src/words/lang.ts'
import { TINY as COUNTY, emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'
import { CATALOGUE } from './catalogue.ts'

/** Everybody is told of here, many times: fewer people. */
const TINY = COUNTY.replace('1500', '600')
const [tiny] = scenarioFiles(emptyFolder(), { 'tiny.yaml': TINY })
const PERSON = 'c0-v0-h1-m0'
const HOUSEHOLD = 'c0-v0-h1'
const nameFact = factNames(modelData(readDataFiles()).procedures)
const telling = (lang: Lang): Telling => ({ lang, nameFact, titles: titlesOf(readDataFiles(), lang) })

const eventsIn = (lines: string) =>
  lines
    .trim()
    .split('\n')
    .map((line): ExplainedEvent => JSON.parse(line))

/** What was explained before is not explained again. */
const before = new Map<string, Promise<ExplainedEvent[]>>()

function explained(...args: string[]): Promise<ExplainedEvent[]> {
  const asked = args.join(' ')
  const events = before.get(asked) ?? explainedAnew(args)
  before.set(asked, events)
  return events
}

async function explainedAnew(args: readonly string[]): Promise<ExplainedEvent[]> {
  const { stdout, code } = await hezuo('explain', tiny, '--format', 'ndjson', ...args)
  expect(code).toBe(0)
  return eventsIn(stdout)
}

describe('hezuo explain', () => {
  test('tells the life of a person in the order of the days, with rule, parameters and documents', async () => {
    const { code, stdout } = await hezuo('explain', tiny, '--person', PERSON)
    expect(code).toBe(0)
    const dates = [...stdout.matchAll(/^(\d{4}-\d{2}-\d{2}) /gm)].map(([, date]) => date)
    expect(dates.length).toBeGreaterThan(3)
    expect(dates).toEqual([...dates].sort())
    expect(stdout).toMatch(/rule scheme\//)
    const whole = stdout.replace(/\n {5,}/g, ' ')
    expect(whole).toMatch(/parameter premium\.individual = \d+ .*\[verified: .*notice.*\]/)
    expect(whole).toMatch(/after document 001 \(R1 household enrolment\)/)
    expect(whole).toMatch(/\nDocuments\n(.*\n)* +001 +web text “.*”.*, 001_\w+\.txt\n/)
  })

  test.each(['en', 'zh'] as const)('at length fits a terminal of 80 columns, in %s, but for names that are longer', async (lang) => {
    const { stdout } = await hezuo('explain', tiny, '--household', HOUSEHOLD, '--lang', lang)
    const wide = stdout.split('\n').filter((line) => widthOf(line) > TERMINAL)
    expect(wide.filter((line) => /[ \u4e00-\u9fff]/.test(line.trim()))).toEqual([])
    expect(stdout).toMatch(/\n {5,}\S/)
  })

  test('what a year cost a household is the sum of what a reader was told of it, and is told last', async () => {
    const [heavy] = JSON.parse((await hezuo('explain', tiny, '--find', 'catastrophic', '--most', '1', '--format', 'json')).stdout)
    const { stdout } = await hezuo('explain', tiny, '--household', heavy.id, '--year', heavy.day.slice(0, 4))
    const [, ...blocks] = stdout.split(/\n(?=\d{4}-\d\d-\d\d )/)
    const yuanOf = (block: string, name: string) =>
      Number(new RegExp(`(\\d+\\.\\d\\d) yuan  ${name}(?: [=(].*)?$`, 'm').exec(block)?.[1] ?? 0)
    const sum = (name: string) => blocks.reduce((all, block) => all + (/counts in the\s+year no/.test(block) ? 0 : yuanOf(block, name)), 0)
    const ofYear = blocks.at(-1) ?? ''
    expect(ofYear).toContain('what the year cost the household')
    expect(yuanOf(ofYear, 'billed in the year')).toBeGreaterThan(0)
    const billed = blocks.reduce((all, block) => all + yuanOf(block, 'bill'), 0) + sum('spent outside the scheme in the year')
    expect(billed).toBeCloseTo(yuanOf(ofYear, 'billed in the year'), 5)
    const paid = ['paid by the fund', 'paid by medical assistance'].reduce((all, name) => all + sum(name), 0)
    expect(paid).toBeCloseTo(yuanOf(ofYear, 'received for it'), 5)
  })

  test('what was told of a parameter is not told again, but to who asks for everybody', async () => {
    const { stdout } = await hezuo('explain', tiny, '--household', HOUSEHOLD, '--lang', 'zh')
    const told = [...stdout.matchAll(/^ {4}参数 (\S+ = \S+)/gm)].map(([, one]) => one)
    expect(new Set(told).size).toBe(told.length)
    expect(stdout).toMatch(/^ {4}同上 benefit\./m)
  })

  test('no code of a source, no figure of an endless number and no cap of 0 reaches a reader', async () => {
    for (const lang of ['en', 'zh']) {
      const { stdout } = await hezuo('explain', tiny, '--all', '--year', '2013', '--lang', lang)
      const codes = [...sourcesOf(readDataFiles()).keys()].filter((id) => new RegExp(`\\b${id}\\b`).test(stdout))
      expect(codes).toEqual([])
      expect(stdout).not.toMatch(/\b(NaN|undefined|Infinity|null)\b|\d\.\d{7,}|cap_per_visit = 0 /)
      expect(stdout).toMatch(/cap_per_visit = (none|无) /)
    }
  })

  test('of one year tells that year only', async () => {
    const events = await explained('--person', PERSON, '--year', '2013')
    expect(events.length).toBeGreaterThan(0)
    expect(events.every(({ day, person }) => day.startsWith('2013-') && person === PERSON)).toBe(true)
  })

  test('tells of a household what happened to each member and to the household as a whole', async () => {
    const events = await explained('--household', HOUSEHOLD)
    const people = new Set(events.map(({ person }) => person))
    expect(people.has('')).toBe(true)
    expect(people.size).toBeGreaterThan(2)
    expect(events.every(({ household }) => household === HOUSEHOLD)).toBe(true)
    const alone = (await explained('--person', PERSON)).filter(({ kind }) => !/^(enrolment|premium|burden)\./.test(kind))
    expect(events.filter(({ person, kind }) => person === PERSON && !/^(enrolment|premium|burden)\./.test(kind))).toEqual(alone)
  })

  test('tells of everybody the same as of each of them', async () => {
    const all = await explained('--all')
    const days = all.map(({ day, kind }) => `${day} ${kind}`)
    expect(days.length).toBeGreaterThan(5000)
    const alone = await explained('--household', HOUSEHOLD)
    const ofHousehold = all.filter(({ household }) => household === HOUSEHOLD)
    const sorted = (events: ExplainedEvent[]) => events.map((event) => JSON.stringify(event)).sort()
    expect(sorted(ofHousehold)).toEqual(sorted(alone))
  })

  test('tells of everybody day by day, on a day household by household, of a person as the catalogue lists what happens', async () => {
    const [two] = scenarioFiles(emptyFolder(), { 'two.yaml': TINY.replace('600', '250, counties: 2') })
    const { stdout } = await hezuo('explain', two, '--all', '--format', 'ndjson')
    const told = eventsIn(stdout)
    const padded = (name: string) => name.replace(/\d+/g, (digits) => digits.padStart(6, '0'))
    const places = told.map(({ day, household, person, kind }) => {
      const order = String(CATALOGUE.kinds.get(kind)?.order).padStart(6, '0')
      return [day, padded(household), padded(person), order].join(' ')
    })
    expect(places).toEqual([...places].sort())
    expect(new Set(told.map(({ day }) => day.slice(0, 4)))).toEqual(new Set(['2010', '2011', '2012', '2013', '2014']))
    expect(new Set(told.map(({ household }) => household.split('-')[0]))).toEqual(new Set(['c0', 'c1']))
    const ofYear = (await hezuo('explain', two, '--all', '--format', 'ndjson', '--year', '2012')).stdout
    expect(ofYear.split('\n').filter(Boolean)).toEqual(stdout.split('\n').filter((line) => line.includes('"day":"2012-')))
    const text = (await hezuo('explain', two, '--all', '--year', '2012')).stdout
    expect([...text.matchAll(/^(\d{4}-\d\d-\d\d) /gm)].map(([, day]) => day)).toEqual(
      told.map(({ day }) => day).filter((day) => day.startsWith('2012')),
    )
  })

  test('tells a claim like a file, from the bill to the payment, and nothing else', async () => {
    const paid = (await explained('--all')).find(({ kind }) => kind === 'claim.paid')
    if (!paid) throw new Error('no manual claim was paid')
    const events = await explained('--claim', `${paid.person}/${paid.facts.claim}`)
    expect(new Set(events.map(({ facts }) => facts.claim))).toEqual(new Set([paid.facts.claim]))
    const kinds = events.map(({ kind }) => kind)
    for (const kind of ['care.admitted', 'benefit.settled', 'claim.submitted', 'claim.approved', 'claim.paid'])
      expect(kinds).toContain(kind)
    expect(kinds.indexOf('care.admitted')).toBeLessThan(kinds.indexOf('benefit.settled'))
    expect(kinds.at(-1)).toBe('claim.paid')
    const { stdout } = await hezuo('explain', tiny, '--claim', `${paid.person}/${paid.facts.claim}`, '--lang', 'zh')
    expect(stdout).toMatch(/基金支付 = 取小\(/)
  })

  test('gives every parameter its source and status, and every event its documents', async () => {
    const events = await explained('--all', '--year', '2013')
    expect(events.length).toBeGreaterThan(1000)
    expect(events.filter(({ documents }) => documents.length === 0)).toEqual([])
    const known = ['verified', 'unverified', 'assumed', 'set']
    const parameters = events.flatMap((event) => event.parameters)
    expect(parameters.filter(({ source, status }) => !/\S/.test(source) || !known.includes(status))).toEqual([])
  })

  test('gives one JSON array with --format json', async () => {
    const { stdout } = await hezuo('explain', tiny, '--person', PERSON, '--format', 'json')
    expect(JSON.parse(stdout)).toEqual(await explained('--person', PERSON))
  })

  test.each(['2009', '2015', '2050'])('knows nothing of %s, and says which years it tells of', async (year) => {
    const { code, stdout, stderr } = await hezuo('explain', tiny, '--person', PERSON, '--format', 'json', '--year', year)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`tells nothing of ${year}: its results are those of 2012 to 2013; expected a year from 2010,`)
    expect(stderr).toContain('to 2014, when the last claims are paid')
  })

  test('tells of no replication beyond those of the scenario', async () => {
    const { code, stdout, stderr } = await hezuo('explain', tiny, '--all', '--replication', '4')
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain("--replication: 'tiny' has 3 replications, not 4; expected 1 to 3")
    expect((await hezuo('explain', tiny, '--person', PERSON, '--replication', '3')).code).toBe(0)
  })

  test('tells of the first campaign, and says so where nothing happened in a year', async () => {
    expect((await explained('--person', PERSON, '--year', '2010')).map(({ kind }) => kind)).toContain('premium.paid')
    const dead = (await explained('--all')).find(({ kind, day }) => kind === 'life.died' && day < '2013-09')
    if (!dead) throw new Error('nobody died')
    const [person, year] = [dead.person, '2014']
    expect(await hezuo('explain', tiny, '--person', person, '--year', year)).toMatchObject({
      code: 0,
      stdout: `Person ${person}\nnothing happened in this year\n`,
    })
  })

  test('speaks Chinese', async () => {
    const { stdout } = await hezuo('explain', tiny, '--person', PERSON, '--lang', 'zh')
    expect(stdout).toContain(`参合人 ${PERSON}`)
    expect(stdout).toMatch(/2012-01-01 {2}参合年度开始/)
    expect(stdout).toMatch(/参数 premium\.individual = \d+ {2}个人缴费标准/)
  })

  test('tells the draw that decided and its chance: what happens by it is below, what does not is not', async () => {
    const drawn = (await explained('--all', '--year', '2013')).filter(({ facts }) => facts.draw !== undefined)
    const ended = new Map<string, Set<boolean>>()
    for (const { kind, facts } of drawn) ended.set(kind, (ended.get(kind) ?? new Set()).add(Number(facts.draw) < Number(facts.chance)))
    const below = ['care.visited', 'care.admitted', 'claim.settled_with_card', 'claim.never_filed']
    for (const kind of below) expect([kind, ...(ended.get(kind) ?? [])]).toEqual([kind, true])
    for (const kind of ['care.visit_forgone', 'care.forgone']) expect([kind, ...(ended.get(kind) ?? [])]).toEqual([kind, false])
  })

  test('knows a parameter that the scenario set as such', async () => {
    const [changed] = scenarioFiles(emptyFolder(), { 'changed.yaml': `${TINY}policy: {premium.individual: 33}\n` })
    const { stdout } = await hezuo('explain', changed, '--household', HOUSEHOLD)
    expect(stdout.replace(/\n {5,}/g, ' ')).toMatch(/parameter premium\.individual = 33 .*\[set by the scenario\]/)
  })

  test.each([
    ['--person', 'nobody'],
    ['--person', 'c9-v0-h0-m0'],
    ['--person', 'c0-v0-h0-m77'],
    ['--household', 'c0-v0-h9999'],
    ['--household', PERSON],
    ['--claim', `${PERSON}/2013-99`],
    ['--claim', PERSON],
  ])('%s knows nothing called %s', async (option, name) => {
    expect(await hezuo('explain', tiny, option, name)).toMatchObject({ code: 2, stderr: expect.stringContaining(`called '${name}'`) })
  })

  test.each([
    ['--person', 'c0-v0-h1-m77', `${HOUSEHOLD}-m`],
    ['--person', 'c0-v0-h99999-m0', 'c0-v0-h'],
    ['--person', `${PERSON}-b9`, PERSON],
    ['--household', 'c0-v999-h1', 'c0-v'],
    ['--household', 'c0-vx5-h0', 'c0-v'],
  ])('%s %s: tells somebody near who is there', async (option, name, nearest) => {
    const { stderr } = await hezuo('explain', tiny, option, name)
    const [, told] = /; nearest (\S+)\n/.exec(stderr) ?? []
    expect(told).toContain(nearest)
    expect((await hezuo('explain', tiny, option, told)).code).toBe(0)
  })

  test('--claim tells which claims the person has, when there is no such claim', async () => {
    const paid = (await explained('--all', '--year', '2013')).find(({ kind }) => kind === 'benefit.settled')
    if (!paid) throw new Error('nothing was settled')
    const { code, stderr } = await hezuo('explain', tiny, '--claim', `${paid.person}/2013-777`)
    expect(code).toBe(2)
    expect(stderr).toMatch(new RegExp(`; ${paid.person} has .*${paid.facts.claim}`))
  })

  test('asks for exactly one of person, household, claim and all', async () => {
    const hint = { code: 2, stderr: expect.stringContaining('one of --person, --household, --claim, --all') }
    expect(await hezuo('explain', tiny)).toMatchObject(hint)
    expect(await hezuo('explain', tiny, '--person', PERSON, '--all')).toMatchObject(hint)
  })

  test('tells the milestones of the scheme beside the values of those days', async () => {
    const { stdout } = await hezuo('explain', tiny, '--history')
    expect(stdout).toMatch(/^2002-10 {2}/)
    expect(stdout).toMatch(/2015-01-29 .*\n.*\n.*subsidy\.standard = 380 /)
    expect(stdout).toMatch(/\nDocuments\n {4}001 {2}web text/)
    expect(stdout).toMatch(/75 %\n {4}measure in_policy_inpatient_rate: 0\.75/)
  })
})

describe('The text of an event', () => {
  const event: ExplainedEvent = {
    day: '2013-03-04',
    kind: 'benefit.settled',
    title: '住院补偿结算',
    person: PERSON,
    household: HOUSEHOLD,
    rule: 'scheme/benefit/inpatient.ts reimburse',
    parameters: [{ name: 'benefit.ceiling', title: '封顶线', value: '80000', source: 'CX2013', status: 'verified' }],
    amounts: [
      { id: 'bill', fen: 123456, name: '医疗费用' },
      { id: 'paid_by_fund', fen: 100, name: '基金支付' },
      { id: 'out_of_pocket', fen: 123356, name: '个人自付' },
    ],
    facts: { place: 'county_hospital', procedure: 'claim_by_hand', missing: 'receipt' },
    rows: ['R8'],
    documents: ['000_62122a38d45d35a2.txt'],
  }

  test('shows facts, amounts in yuan with their arithmetic, parameter, rule and document', () => {
    expect(eventText(event, telling('zh')).split('\n')).toEqual([
      '2013-03-04  住院补偿结算（就医地点 县级医院，办理程序 手工报销，缺少 医疗费用收据）',
      '    1234.56 元  医疗费用（随机抽取）',
      '       1.00 元  基金支付',
      '    1233.56 元  个人自付 = 医疗费用 − 基金支付',
      '    参数 benefit.ceiling = 80000  封顶线  [已核实：2013年新农合补助由240元提高到280元（国家卫生计生委）]',
      '    规则 scheme/benefit/inpatient.ts reimburse',
      '    依据 资料000（R8）',
    ])
    expect(eventText(event, telling('en'))).toContain('missing receipt of medical expenses)')
  })

  test('calls a draw a draw, with digits enough to tell it from its chance', () => {
    const drawn = (draw: number, chance: number, lang: Lang) =>
      eventText({ ...event, facts: { draw, chance } }, telling(lang)).split('\n')[0]
    expect(drawn(0.1234, 0.2, 'en')).toContain('(a draw of 0.123 below 0.200)')
    expect(drawn(0.97441, 0.97436, 'en')).toContain('(a draw of 0.97441, not below 0.97436)')
    expect(drawn(0.1234, 0.2, 'zh')).toContain('（抽取值 0.123，低于 0.200）')
  })

  test('names what was brought in place of a paper, or that the review found a fault', () => {
    const named = (missing: string, more = {}) =>
      eventText({ ...event, facts: { procedure: 'second_reimbursement', missing, ...more } }, telling('en')).split('\n')[0]
    expect(named('bank_account')).toContain("missing the person's own bank card or passbook)")
    expect(named('bank_account', { wrong_kind: 'yes' })).toContain('missing account of a rural commercial bank, which is refused)')
    expect(named('review_fault')).toContain('missing fault found by the review)')
  })

  test('names offices, procedures and papers as their files do', () => {
    const step = {
      procedure: 'cooperative_enrolment',
      office: 'village_committee',
      papers: 'household_register,photographs',
    }
    const text = eventText({ ...event, facts: step }, telling('zh'))
    expect(text).toContain('（办理程序 参合登记，经办机构 村民委员会，核对材料 户口簿、每人近期一寸免冠照片）')
    expect(eventText({ ...event, facts: { office: 'bank_outlet' } }, telling('en'))).toMatch(/office .*bank/)
  })

  test('names the way of a step that is gone through at several places, and the days of that way', () => {
    const facts = { procedure: 'resident_notice_of_payment', step: 'payment', office: 'village_committee', way: 'village' }
    expect(eventText({ ...event, facts }, telling('zh'))).toContain('办理方式 村（居）委会')
    const figures = procedurePart({ kind: 'enrolment.step', facts }, modelData(readDataFiles()).procedures, 'zh')?.parameters
    expect(figures).toMatchObject([{ name: 'resident_notice_of_payment.steps.payment.working_days_by_variant.village', value: '3' }])
    const atBank = procedurePart({ kind: 'enrolment.step', facts: { ...facts, way: 'bank' } }, modelData(readDataFiles()).procedures, 'zh')
    expect(atBank?.parameters).toMatchObject([{ name: 'resident_notice_of_payment.steps.payment.working_days', value: '5' }])
  })

  test('tells that bands hold for the part of the cost between their limits, and which limits those are, in one notation', async () => {
    const [banded] = scenarioFiles(emptyFolder(), {
      'banded.yaml': `${TINY}policy: {benefit.bands: [{ from: 0, rate: 0.5 }, { from: 2000, rate: 0.7 }], critical_illness.in_force: 'on', critical_illness.threshold: 3000}\n`,
    })
    const { stdout: english } = await hezuo('explain', banded, '--all', '--year', '2013')
    const { stdout: chinese } = await hezuo('explain', banded, '--all', '--year', '2013', '--lang', 'zh')
    expect(english).toMatch(
      /at the rate = Σ \(the part of eligible above deductible that lies in a band × rate of that band\)\n[\s\S]*?benefit\.bands = 0: 0\.5, 2000: 0\.7 /,
    )
    expect(english).toContain(
      'min(Σ (the part of eligible cost borne in the year above threshold that lies in a band × rate of that band), ceiling)',
    )
    expect(english).toMatch(/critical_illness\.bands = \d+: 0\.\d+, /)
    expect(english).not.toContain('"from"')
    expect(english).toMatch(/benefit\.bands_mode = each part at the rate of its band {2}/)
    expect(english).not.toMatch(/ = [a-z]+_[a-z_]+ {2}/)
    expect(chinese).toMatch(/取小\(Σ \(.*\)，封顶线\)/)
    expect(chinese).toContain('超过 大病保险起付线 且落在某一费用段内的部分 × 该段报销比例')
  })

  test('leaves out an arithmetic whose parts are not among the amounts', () => {
    expect(arithmeticOf('out_of_pocket', { ...event, amounts: [{ id: 'bill', fen: 1, name: '' }] }, 'en')).toBe('')
    expect(arithmeticOf('bill', event, 'en')).toBe('')
  })

  test('leaves out the arithmetic of what an amended rule gives', () => {
    const amendment = { rule: 'at_rate', title: '', file: 'a.ts', sha256: '', amount: 'out_of_pocket' } as const
    expect(arithmeticOf('out_of_pocket', event, 'en')).not.toBe('')
    expect(arithmeticOf('out_of_pocket', { ...event, amendments: [amendment] }, 'en')).toBe('')
  })
})
