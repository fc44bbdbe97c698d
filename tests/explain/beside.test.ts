import { describe, expect, test } from 'vitest'
import { attribute } from '../../src/cli/explain/beside/attributed.ts'
import { saidAsIn } from '../../src/cli/explain/beside/group-causes.ts'
import { byMatter, differencesOf } from '../../src/cli/explain/beside/pair.ts'
import { changeText } from '../../src/cli/explain/beside/text.ts'
import type { Said } from '../../src/scenario/groups/said.ts'
import { mergePolicy } from '../../src/scenario/policy/merge.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'

const BASE = 'name: base\nyears: [2012, 2013]\npopulation: { persons: 250 }\nseed: beside\n'
const HEAD = 'name: reform\nextends: base.yaml\n'
const REFORM = `${HEAD}policy:\n  premium.individual: { change: ×2, from: 2013-01-01 }\n  benefit.rate.county_hospital: { 2013-01-01: 0.85 }\n`
const FILES = {
  'base.yaml': BASE,
  'reform.yaml': REFORM,
  'same.yaml': `${HEAD}policy: { premium.individual: { change: ×1 } }\n`,
  'years.yaml': `${HEAD}years: [2012, 2014]\n`,
  'seed.yaml': `${HEAD}seed: other\n`,
  'people.yaml': `${HEAD}place: west\npopulation: { persons: 500 }\n`,
}
const folder = scenarioFiles(emptyFolder(), FILES)
const fileOf = (name: keyof typeof FILES) => folder[Object.keys(FILES).indexOf(name)]
const [base, reform] = [fileOf('base.yaml'), fileOf('reform.yaml')]

interface Pair {
  readonly years: readonly { year: number; figure: string; base: number; reform: number }[]
  readonly differences: readonly {
    base: { kind: string; household: string; rule: string } | null
    reform: { kind: string; household: string } | null
    made_by: readonly { name: string; base: string; reform: string }[]
  }[]
}

async function pairOf(household: string): Promise<Pair> {
  const { stdout, code } = await hezuo('explain', base, '--household', household, '--beside', reform, '--format', 'json')
  expect(code).toBe(0)
  return JSON.parse(stdout)
}

describe('a household under base and reform', () => {
  test('who pays most more is found; what it pays more is told, by the parameters that made it, and it adds up', async () => {
    const found = await hezuo('explain', base, '--find', 'loser', '--beside', reform, '--format', 'json', '--most', '1')
    const [loser] = JSON.parse(found.stdout)
    const { years, differences } = await pairOf(loser.household)
    const paid = years.filter(({ figure }) => figure === 'paid_in_all')
    expect(paid.reduce((sum, row) => sum + row.reform - row.base, 0)).toBe(loser.reform_fen - loser.base_fen)
    expect(years.some(({ year }) => year === 2012)).toBe(false)
    const premium = differences.find((one) => one.reform?.kind === 'premium.paid')
    expect(premium?.base?.rule).toBe('scheme/enrolment/premium.ts splitPremium')
    expect(premium?.made_by).toEqual([{ name: 'premium.individual', base: '70', reform: '140' }])
  })

  test('text tells the sum first, the changes, then each difference; --short a line each; --year that year only', async () => {
    const [loser] = JSON.parse((await hezuo('explain', base, '--find', 'loser', '--beside', reform, '--format', 'json')).stdout)
    const ask = (...more: string[]) => hezuo('explain', base, '--household', loser.household, '--beside', reform, ...more)
    const { stdout } = await ask()
    expect(stdout.split('\n')[1]).toMatch(/^2012-2013: pays \d+\.\d\d yuan more in all \(premiums \d+\.\d\d yuan more, .*, bills /)
    expect(stdout).toContain('made by premium.individual = 70 → 140')
    const short = (await ask('--short')).stdout.split('What differs')[1].trim().split('\n').slice(1)
    expect(short.every((line) => /^\d{4}-\d\d-\d\d {2}.*\(made by [a-z]/.test(line))).toBe(true)
    expect((await ask('--year', '2011')).stdout).toContain('Nothing that happens in 2011 differs.')
    expect((await ask('--lang', 'zh')).stdout).toMatch(/合计多支出 \d+\.\d\d 元（保费增加 \d+\.\d\d 元，/)
  })

  test('those found have the change of their bills in words, so that none seems to have no bills', async () => {
    const find = async (...more: string[]) => (await hezuo('explain', base, '--find', 'loser', '--beside', reform, ...more)).stdout
    expect(await find()).toMatch(/\d → \d+\.\d\d yuan \(\+\d+\.\d\d\), bills (unchanged|\d+\.\d\d yuan (less|more))\n/)
    expect(await find('--lang', 'zh')).toMatch(/，医疗费用(无变化|(减少|增加) \d+\.\d\d 元)\n/)
    const told = (['en', 'zh'] as const).map((lang) => [0, -418_558, 12_000].map((fen) => changeText('bills', fen, lang)))
    expect(told).toEqual([
      ['bills unchanged', 'bills 4185.58 yuan less', 'bills 120.00 yuan more'],
      ['医疗费用无变化', '医疗费用减少 4185.58 元', '医疗费用增加 120.00 元'],
    ])
  })

  test('of scenarios that change nothing nothing differs', async () => {
    const { stdout } = await hezuo('explain', base, '--person', 'c0-v0-h1-m0', '--beside', fileOf('same.yaml'))
    expect(stdout).toContain('Nothing that happens differs.')
  })

  test.each([
    [['--household', 'c0-v0-h1'], 'years.yaml', 'the years are 2012 to 2014, those of the base 2012 to 2013'],
    [['--household', 'c0-v0-h1'], 'seed.yaml', 'the seed is other, that of the base beside'],
    [['--household', 'c0-v0-h1'], 'people.yaml', 'its people are not those of the base: place, population.persons'],
    [['--household', 'c0-v0-h9999'], 'reform.yaml', "no household in 'base' is called 'c0-v0-h9999'"],
    [['--all'], 'reform.yaml', '--all and --beside together'],
    [['--find', 'refused'], 'reform.yaml', "'refused' is found in one scenario"],
    [['--find', 'looser'], 'reform.yaml', 'nearest loser'],
  ] as const)('%s beside %s is refused', async (who, other, message) => {
    const { code, stdout, stderr } = await hezuo('explain', base, ...who, '--beside', fileOf(other))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  test('a loser takes two scenarios', async () => {
    expect((await hezuo('explain', base, '--find', 'loser', '--lang', 'zh')).stderr).toContain('“loser”需要两个情景')
  })
})

const GROUPS = 'groups:\n  old: {who: {age: 60+}, policy: {benefit.rate.county_hospital: {change: +0.1}}}\n'
const OWN_GROUPS = `${GROUPS}  not_poor: {who: {poor: no}, policy: {premium.individual: {change: ×2}}}\n`
const AMEND = 'amend: {deductible: free.ts}\npolicy: {benefit.rate.township_centre: 0.85}\n'
const OF_COUNTIES = 'counties: {rich: {place: east}, poor: {place: west, population: {persons: 200}}}\n'
const IN_POOR = 'counties: {poor: {policy: {benefit.rate.county_hospital: 0.5}, procedures: {claim_by_hand.deadline: 30}}}\n'
const PAIRS = {
  'all.yaml': BASE,
  'groups.yaml': `name: groups\nextends: all.yaml\n${OWN_GROUPS}`,
  'other-people.yaml': 'name: people\nextends: groups.yaml\ngroups: {old: {who: {age: 40+}}}\n',
  'free.ts': 'export default (law) => (place, member, terms) => law(place, member, terms) / 2\n',
  'amend.yaml': `name: amend\nextends: all.yaml\n${AMEND}`,
  'counties.yaml': `${BASE.replace('name: base', 'name: counties')}${OF_COUNTIES}`,
  'in-poor.yaml': `name: in-poor\nextends: counties.yaml\n${IN_POOR}`,
}

describe('by what a difference was made', () => {
  const files = scenarioFiles(emptyFolder(), PAIRS)
  const pathOf = (name: keyof typeof PAIRS) => files[Object.keys(PAIRS).indexOf(name)]
  interface Made {
    readonly changes: readonly { readonly name: string; readonly values: readonly { readonly base: string; readonly reform: string }[] }[]
    readonly differences: readonly { readonly reform: { kind: string } | null; readonly made_by: readonly { readonly name: string }[] }[]
  }
  async function households(base: keyof typeof PAIRS, reform: keyof typeof PAIRS, find: string): Promise<string[]> {
    const pair = [pathOf(base), '--beside', pathOf(reform), '--format', 'json']
    const found = await hezuo('explain', ...pair, '--find', find, '--most', '50')
    return JSON.parse(found.stdout).map(({ household }: { household: string }) => household)
  }
  async function made(base: keyof typeof PAIRS, reform: keyof typeof PAIRS, household: string): Promise<Made> {
    const { stdout } = await hezuo('explain', pathOf(base), '--beside', pathOf(reform), '--format', 'json', '--household', household)
    return JSON.parse(stdout)
  }
  const madeOf = ({ differences }: Made, kind: string) =>
    differences.filter(({ reform: is }) => is?.kind === kind).map(({ made_by }) => made_by.map(({ name }) => name))

  test('each parameter of a group is a change by itself: the premium of those not poor, the rate of the old', async () => {
    const [winner] = await households('all.yaml', 'groups.yaml', 'winner')
    const told = await made('all.yaml', 'groups.yaml', winner)
    expect(told.changes.map(({ name }) => name)).toEqual(['groups.old.benefit.rate.county_hospital', 'groups.not_poor.premium.individual'])
    expect(new Set(madeOf(told, 'premium.paid').flat())).toEqual(new Set(['not_poor: premium.individual']))
    expect(madeOf(told, 'benefit.settled')[0]).toEqual(['old: benefit.rate.county_hospital'])
  })

  test('who is in a group is a change, told with the values of both', async () => {
    const [winner] = await households('groups.yaml', 'other-people.yaml', 'winner')
    const told = await made('groups.yaml', 'other-people.yaml', winner)
    expect(told.changes.map(({ name, values: [{ base, reform }] }) => [name, base, reform])).toEqual([
      ['groups.old.who', 'age: 60+', 'age: 40+'],
    ])
    expect(new Set(madeOf(told, 'benefit.settled').flat())).toEqual(new Set(['old: who']))
    // held the other way round the group has fewer in it
    expect(await households('other-people.yaml', 'groups.yaml', 'loser')).toContain(winner)
  })

  test('an amended rule and a parameter beside it are two changes', async () => {
    const told: Made[] = []
    for (const one of (await households('all.yaml', 'amend.yaml', 'winner')).slice(0, 3))
      told.push(await made('all.yaml', 'amend.yaml', one))
    expect(told[0].changes.map(({ name }) => name)).toEqual(['benefit.rate.township_centre', 'amend.deductible'])
    expect(told.flatMap((one) => madeOf(one, 'benefit.settled'))).toContainEqual(['amend.deductible'])
  })

  test('of counties described one by one only the one that the reform names has losers, by what it names', async () => {
    const losers = await households('counties.yaml', 'in-poor.yaml', 'loser')
    expect(losers.length).toBeGreaterThan(0)
    expect(losers.filter((name) => !name.startsWith('c1-'))).toEqual([])
    const told = await made('counties.yaml', 'in-poor.yaml', losers[0])
    expect(told.changes.map(({ name }) => name)).toEqual(['benefit.rate.county_hospital', 'procedures.claim_by_hand.deadline'])
    const text = (await hezuo('explain', pathOf('counties.yaml'), '--beside', pathOf('in-poor.yaml'), '--household', losers[0])).stdout
    expect(text).toMatch(/\n {2}poor: benefit\.rate\.county_hospital .* 0\.82 → 0\.5/)
    expect(await made('counties.yaml', 'in-poor.yaml', 'c0-v0-h1')).toMatchObject({ changes: [], differences: [] })
  })
})

describe('what everybody has and what a group has over it', () => {
  const group = (change: string): Said => ({ of: 'old', block: { 'benefit.ceiling': { change } } })
  const everybody = (ceiling: number): Said => ({ block: { 'benefit.ceiling': ceiling, 'benefit.floor': 0.3 } })

  test('are taken back each by itself', () => {
    const [base, changed] = [[everybody(50_000)], [group('×2'), everybody(60_000)]]
    const ofOld = (said: readonly Said[]) => mergePolicy(said.map(({ block }) => block))['benefit.ceiling']
    expect(ofOld(changed)).toEqual({ over: 60_000, change: '×2' })
    expect(ofOld(saidAsIn(base, changed, 'benefit.ceiling'))).toEqual({ over: 50_000, change: '×2' })
    expect(ofOld(saidAsIn(base, changed, 'benefit.ceiling', 'old'))).toBe(60_000)
    expect(ofOld(saidAsIn(changed, base, 'benefit.ceiling', 'old'))).toEqual({ over: 50_000, change: '×2' })
  })
})

describe('what made a difference', () => {
  const event = (kind: string, day: number, fen: number): TraceEvent => ({
    kind,
    day,
    person: 'p',
    household: 'h',
    rule: 'r',
    amounts: [{ id: 'benefit', fen }],
    facts: { claim: '2013-1' },
  })
  const causes = ['one', 'other'].map((name) => ({ name, changed: [], undone: () => ({}) as never }))
  const reformed = byMatter([event('care.admitted', 2, 5), event('claim.paid', 9, 7)])

  test('care sought in one and forgone in the other is one difference', () => {
    const differences = differencesOf(byMatter([event('care.forgone', 2, 5)]), reformed)
    expect(differences.map(({ base: was, reform: is }) => [was?.kind, is?.kind])).toEqual([
      ['care.forgone', 'care.admitted'],
      [undefined, 'claim.paid'],
    ])
  })

  test('is what it hangs on: taken back, it is gone; where any of them suffices that is said', () => {
    const differences = differencesOf(byMatter([event('care.admitted', 2, 4)]), reformed)
    const without = attribute(causes, reformed, ({ name }) =>
      name === 'one' ? [event('care.admitted', 2, 4), event('claim.paid', 9, 7)] : [...reformed.values()],
    )
    expect(without(differences[0])).toMatchObject({ how: 'these', causes: [{ name: 'one' }] })
    expect(without(differences[1])).toMatchObject({ how: 'any' })
  })
})
