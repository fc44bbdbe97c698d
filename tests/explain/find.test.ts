/** Cases are found by what happened: the strongest first, and each can be explained by the name it is given. */
import { describe, expect, test } from 'vitest'
import type { ExplainedEvent } from '../../src/cli/explain/event.ts'
import { Cases } from '../../src/cli/explain/find/cases.ts'
import { FIND_NAMES, FINDS } from '../../src/cli/explain/find/finds.ts'
import { YearOfResults } from '../../src/cli/explain/find/year-of-results.ts'
import { readData, readScenarios } from '../../src/cli/inputs.ts'
import { parseDay } from '../../src/kernel/calendar.ts'
import { DECILE } from '../../src/measures/protection-definitions.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { emptyFolder, hezuo, scenarioFiles, TINY } from '../cli/command.ts'
import { CATALOGUE } from './catalogue.ts'

const [small] = scenarioFiles(emptyFolder(), { 'small.yaml': TINY.replace('1500', '600') })
const found = async (...args: string[]): Promise<(ExplainedEvent & { id: string })[]> =>
  JSON.parse((await hezuo('explain', small, '--format', 'json', ...args)).stdout)
const fenOf = ({ amounts }: ExplainedEvent, id: string) => amounts.find((one) => one.id === id)?.fen ?? 0

describe('hezuo explain --find', () => {
  test('tells the largest bills of a year, the largest first, and none of those left out is larger', async () => {
    const all: ExplainedEvent[] = JSON.parse((await hezuo('explain', small, '--all', '--format', 'json', '--year', '2012')).stdout)
    const bills = all.filter(({ kind }) => kind === 'benefit.settled').map((event) => fenOf(event, 'bill'))
    const largest = await found('--find', 'largest-bill', '--most', '4', '--year', '2012')
    expect(largest.map((event) => fenOf(event, 'bill'))).toEqual(bills.sort((a, b) => b - a).slice(0, 4))
  })

  test('without a year looks into the years of results alone, a claim in the year of its discharge, not into the burn-in', async () => {
    const all: ExplainedEvent[] = JSON.parse((await hezuo('explain', small, '--all', '--format', 'json')).stdout)
    const settled = new Map(
      all.flatMap(({ kind, person, facts, day }) => (kind === 'benefit.settled' ? [[`${person}/${facts.claim}`, day.slice(0, 4)]] : [])),
    )
    const years = ['2012', '2013']
    const paid = all.filter(({ kind }) => kind === 'claim.paid').map(({ person, facts }) => `${person}/${facts.claim}`)
    expect(paid.some((id) => !years.includes(settled.get(id) ?? ''))).toBe(true)
    const longest = await found('--find', 'longest-wait', '--most', '1000')
    expect(longest.map(({ id }) => id).sort()).toEqual(paid.filter((id) => years.includes(settled.get(id) ?? '')).sort())
    const burdens = await found('--find', 'catastrophic', '--most', '1000')
    expect(new Set(burdens.map(({ day }) => day.slice(0, 4)))).toEqual(new Set(years))
    const declined = await found('--find', 'not-joined', '--most', '1000')
    const heldFor = all.flatMap(({ kind, facts: { year } }) => (kind === 'enrolment.declined' ? [`${year}`] : []))
    expect(declined.map(({ facts }) => `${facts.year}`)).toEqual(heldFor.filter((year) => years.includes(year)))
    expect(declined.length).toBeLessThan(heldFor.length)
    const inBurnIn = await found('--find', 'longest-wait', '--most', '1', '--year', '2011')
    expect(inBurnIn).toHaveLength(1)
  })

  test.each(['largest-benefit', 'heaviest-year', 'forgone'] as const)('%s: the case is explained by the name it is given', async (name) => {
    const [first] = await found('--find', name, '--most', '1')
    const { code, stdout } = await hezuo('explain', small, `--${FINDS[name].as}`, first.id, '--format', 'json')
    expect(code).toBe(0)
    const { id: _, ...event } = first
    expect(JSON.parse(stdout)).toContainEqual(event)
  })

  test('lists the cases and says how to read one, in both languages, or that there is none', async () => {
    const en = (await hezuo('explain', small, '--find', 'longest-wait', '--most', '2')).stdout
    expect(en).toMatch(/^the longest wait for the money: 2 of \d+\n {2}c0-\S+ +201\d-\d\d-\d\d {2}days since discharge \d+\n/)
    expect(en).toMatch(/To read one: hezuo explain \S+small\.yaml --claim c0-\S+\n$/)
    const zh = (await hezuo('explain', small, '--find', 'longest-wait', '--most', '2', '--lang', 'zh')).stdout
    expect(zh).toMatch(/^等待报销款最久：共 \d+ 例，列出 2 例\n.*出院后天数 \d+\n/)
    const none = await hezuo('explain', small, '--find', 'refused', '--year', '2014')
    expect(none).toMatchObject({ code: 0, stdout: 'a claim refused: none\n' })
  })

  test('finds just those households whose spending the measures of the year count as catastrophic, and whom it made poor', async () => {
    const { law, files } = readData()
    const [scenario] = await readScenarios([small], law)
    const { years } = countyModel(scenario.settings, scenario.law, files).run(1, 0)
    const { year, protection } = years[0]
    const counted = (measure: keyof typeof DECILE) => (protection?.deciles ?? []).reduce((sum, decile) => sum + decile[DECILE[measure]], 0)
    const [most, inYear] = [
      ['--most', '1000'],
      ['--year', String(year)],
    ]
    const heavy = await found('--find', 'catastrophic', ...most, ...inYear)
    expect(heavy.length).toBeGreaterThan(5)
    expect(heavy).toHaveLength(counted('che10'))
    expect(new Set(heavy.map(({ id }) => id)).size).toBe(heavy.length)
    const shares = heavy.map(({ facts }) => Number(facts.share_of_consumption))
    expect(shares).toEqual(shares.toSorted((a, b) => b - a))
    expect(await found('--find', '支付能力', ...most, ...inYear)).toHaveLength(counted('che40'))
    const poor = await found('--find', '因病致贫', ...most, ...inYear)
    expect(poor.length).toBeGreaterThan(0)
    const members = poor.reduce((sum, { facts }) => sum + Number(facts.members), 0)
    expect(members).toBe(counted('poverty_after_reimbursement') - counted('poverty_before_payment'))
  })

  test('finds a case by its Chinese name; a name that is none lists the Chinese ones', async () => {
    const at = ['--find', '灾难性支出', '--most', '1', '--lang', 'zh']
    expect((await hezuo('explain', small, ...at)).stdout).toMatch(
      /^灾难性支出（自付超过消费的10%）：共 \d+ 例，列出 1 例\n.*自付占消费的比例 \d+(\.\d)?%，家庭自付 \d+\.\d\d 元\n/,
    )
    const wrong = await hezuo('explain', small, '--find', '灾难性之出', '--lang', 'zh')
    expect(wrong).toMatchObject({
      code: 2,
      stderr: expect.stringMatching(/应为：以下之一：住院费用最高、.*灾难性支出.*最接近的是：灾难性支出/),
    })
  })

  test('a stay for which the ceiling was reached got what the ceiling had left', async () => {
    const [capped] = scenarioFiles(emptyFolder(), { 'capped.yaml': `${TINY.replace('1500', '600')}policy: { benefit.ceiling: 3000 }\n` })
    const told: ExplainedEvent[] = JSON.parse((await hezuo('explain', capped, '--find', 'ceiling', '--format', 'json')).stdout)
    expect(told.length).toBeGreaterThan(0)
    for (const event of told) expect(fenOf(event, 'paid_by_fund')).toBe(fenOf(event, 'ceiling_left'))
  })

  test.each([
    [['--find', 'bigest-bill'], "nothing is found by 'bigest-bill'; expected one of largest-bill, .*; nearest largest-bill"],
    [['--find', 'refused', '--all'], '--all and --find together'],
    [['--find', 'refused', '--most', '0'], 'whole number from 1'],
  ])('%s is refused', async (args, expected) => {
    expect(await hezuo('explain', small, ...args)).toMatchObject({ code: 2, stderr: expect.stringMatching(expected) })
  })

  test('knows only kinds of events that there are', () => {
    const kinds = FIND_NAMES.flatMap((name) => FINDS[name].kinds)
    expect(kinds.filter((kind) => !CATALOGUE.kinds.has(kind))).toEqual([])
  })

  test('a stay over New Year and what becomes of its claim belong to the year of the discharge, a campaign to that for which it is held', () => {
    const results = new YearOfResults()
    const at = (kind: string, date: string, facts: TraceEvent['facts']) =>
      results.of({ kind, day: parseDay(date) ?? 0, person: 'p', household: 'h', facts })
    expect(at('benefit.settled', '2012-01-03', { claim: '2011-2' })).toBe(2012)
    expect(at('claim.paid', '2012-06-01', { claim: '2011-2', days_since_discharge: 150 })).toBe(2012)
    expect(at('claim.paid', '2012-02-01', { claim: '2011-1', days_since_discharge: 60 })).toBe(2011)
    expect(at('claim.card_missing', '2012-01-05', { claim: '2011-3' })).toBe(2012)
    expect(at('enrolment.declined', '2011-11-05', { year: 2012 })).toBe(2012)
    expect(at('assistance.paid', '2012-12-31', {})).toBe(2012)
  })

  test('keeps one case of each claim, the strongest, and of equal ones the earliest', () => {
    const cases = new Cases('returned', 2)
    const event = (claim: string, day: number, fen: number) =>
      cases.hear({ day, kind: 'claim.returned', person: 'p', household: 'h', facts: { claim }, amounts: [{ id: 'benefit', fen }] })
    event('2013-1', 9, 100)
    event('2013-1', 10, 300)
    event('2013-2', 8, 200)
    event('2013-3', 7, 200)
    expect(cases.found.map(({ id, size, event: { day } }) => [id, size, day])).toEqual([
      ['p/2013-1', 300, 10],
      ['p/2013-3', 200, 7],
    ])
    expect(cases.count).toBe(4)
  })
})

describe('hezuo explain --short', () => {
  test('tells each event in one line, the same events as at length', async () => {
    const at = ['--household', 'c0-v0-h1']
    const long = (await hezuo('explain', small, ...at)).stdout
    const short = (await hezuo('explain', small, ...at, '--short')).stdout.trimEnd().split('\n')
    const heads = [...long.matchAll(/^\d{4}-\d\d-\d\d {2}.*$/gm)].map(([line]) => line)
    expect(short).toHaveLength(heads.length + 1)
    for (const [at, head] of heads.entries()) expect(short[at + 1].startsWith(head), head).toBe(true)
    expect(short.join('\n')).toMatch(/bill \d+\.\d\d, .* yuan/)
  })
})
