/** Groups of persons for whom a scenario sets premiums and benefits apart. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/calendar.ts'
import { readCsv } from '../../src/policy/csv.ts'
import { scenarioJsonSchema } from '../../src/scenario/schema.ts'
import { groupsOf } from '../../src/scheme/groups/group.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'
import { faultsOf, law, load, place } from '../scenario/reader.ts'

const HEAD = 'years: [2013, 2014]\npopulation: {persons: 500}\nreplications: 2\nseed: test\n'
const group = (who: string, policy: string) => `${HEAD}groups:\n  some: {who: ${who}, policy: ${policy}}\n`
const TWICE = '{premium.individual: {change: ×2}}'
const FREE = '{benefit.deductible.county_hospital: 0, benefit.deductible.township_centre: 0}'
type Row = Readonly<Record<string, string>>

const csv = (file: string): Row[] => readCsv(file, readFileSync(file, 'utf8'), []).rows.map(({ cells }) => cells)

describe('A group', () => {
  test.each([
    ['{poor: no}', { poor: false }],
    ['{poor: yes, income_quintile: [1, 2]}', { poor: true, quintiles: [0, 1] }],
    ['{village: [street_community]}', { channels: [6] }],
  ])('of %s is of those households', (who, members) => {
    expect(load(group(who, TWICE)).settings.groups?.list[0]).toMatchObject({ ...members, setsPremium: true, setsBenefit: false })
  })

  test.each([
    ['60+', [60, 130]],
    ['60岁以上', [60, 130]],
    ['0-14', [0, 14]],
    ['60', [60, 60]],
  ])('of ages %s is of those persons', (age, ages) => {
    expect(load(group(`{age: ${age}}`, FREE)).settings.groups?.list[0]).toMatchObject({ age: ages, setsPremium: false, setsBenefit: true })
  })

  test('changes what holds for everybody, the nearer file over the farther, and a later group over an earlier one', () => {
    const base = `${HEAD}policy: {premium.individual: 100}\ngroups: {rich: {who: {income_quintile: 5}, policy: ${TWICE}}}\n`
    const reform = 'extends: base.yaml\ngroups: {best: {who: {income_quintile: [4, 5]}, policy: {premium.individual: {change: +30}}}}\n'
    const { settings } = load({ 'base.yaml': base, 'a.yaml': reform })
    const premium = (members: number) => {
      const policy = settings.groups?.policies.find((one) => one.members === members)?.policy
      return law.with(policy ?? {}).valueAt('premium.individual', dayOf(2014, 1, 1)).value
    }
    // rich is the first, best the second; the fifth quintile is in both
    expect([2, 3].map(premium)).toEqual([130, 230])
    expect(settings.groups?.policies.map(({ members }) => members).sort()).toEqual([2, 3])
  })

  test.each([
    ['that is nobody', '{}', TWICE, '6:3', /'groups.some.who' is missing/, undefined],
    ['of an age that is none', '{age: old}', FREE, '6:21', /'groups.some.who.age' is the text 'old'/, undefined],
    ['by a trait that is none', '{por: no}', TWICE, '6:16', /'por' is not known in 'groups.some.who'/, 'poor'],
    ['with a premium by age', '{age: 60+}', TWICE, '6:36', /households, which have no age/, undefined],
    ['with a benefit by village', '{village: bank}', '{benefit.ceiling: 9000}', '6:41', /a person's/, undefined],
    ['with what is the same for everybody', '{poor: no}', '{benefit.ceilng: 3}', '6:36', /no such parameter/, 'benefit.ceiling'],
    ['with a parameter of all', '{poor: no}', '{subsidy.standard: 3}', '6:36', /subsidy.standard is the same for everybody/, undefined],
    ['out of bounds', '{poor: no}', '{premium.individual: {change: -500}}', '6:65', /-500 makes/, undefined],
    ['with assistance of those not poor', '{poor: no}', '{assistance.rate: 0.8}', '6:36', /who are not in this group/, undefined],
    ['of a county that is none', '{county: poor}', TWICE, '6:24', /there is no county poor/, undefined],
  ])('%s is refused, once and where it stands', (_, who, policy, at, message, nearest) => {
    const [fault, ...others] = faultsOf(group(who, policy))
    expect(others).toEqual([])
    expect(fault.message).toMatch(message)
    expect(place(fault)).toBe(at)
    expect(fault.nearest).toBe(nearest)
  })

  test('may not be called what tables call the households in no group', () => {
    const [fault, ...others] = faultsOf(`${HEAD}groups: {none: {who: {poor: yes}, policy: ${TWICE}}}\n`)
    expect(others).toEqual([])
    expect(fault).toMatchObject({ line: 5, expected: expect.stringContaining("other than 'none'") })
  })

  test('may be one too many', () => {
    const many = Array.from({ length: 9 }, (_, index) => `  g${index}: {who: {poor: yes}, policy: ${TWICE}}\n`).join('')
    expect(faultsOf(`${HEAD}groups:\n${many}`)).toMatchObject([{ line: 14, message: 'more than 8 groups' }])
  })

  test('may live in one county only', () => {
    const counties = `counties: {rich: {}, poor: {}}\ngroups: {old: {who: {age: 60+, county: poor}, policy: ${FREE}}}\n`
    const { counties: parts = [] } = load(`${HEAD}${counties}`)
    const members = parts.map(({ settings: { groups } }) => groupsOf(groups?.list ?? [], { poor: 0, quintile: 2, age: 70 }))
    expect(members).toEqual([0, 1])
    expect(parts.map(({ settings: { groups } }) => groups?.policies.length)).toEqual([0, 1])
  })
})

test('An editor knows which parameters may be set by group', () => {
  const schema = scenarioJsonSchema(law) as {
    properties: { groups: { additionalProperties: { properties: { policy: { properties: object } } } } }
  }
  const names = Object.keys(schema.properties.groups.additionalProperties.properties.policy.properties)
  expect(names).toEqual(expect.arrayContaining(['premium.individual', '个人缴费标准', 'benefit.rate.county_hospital', 'benefit.bands']))
  expect(names).not.toContain('subsidy.standard')
})

describe('A run', () => {
  const folder = emptyFolder()
  const files = (texts: Record<string, string>) => scenarioFiles(folder, texts)
  async function tables(name: string, text: string): Promise<string[]> {
    const [file] = files({ [`${name}.yaml`]: text })
    const out = join(emptyFolder(), name)
    const { code, stderr } = await hezuo('run', file, '--out', out, '--quiet', '--charts', 'none')
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    return ['annual.csv', 'monthly.csv', 'ledger.csv', 'summary.csv'].map((table) => readFileSync(join(out, table), 'utf8'))
  }
  const named = (text: string) => `name: county\n${text}`

  test.each([
    ['of everybody', '{income_quintile: [1, 2, 3, 4, 5]}', TWICE.slice(1, -1)],
    ['of all ages', '{age: 0+}', FREE.slice(1, -1)],
  ])('with a group %s is to the byte that of the same policy without a group', async (_, who, policy) => {
    const grouped = await tables('grouped', named(group(who, `{${policy}}`)))
    const plain = await tables('plain', named(`${HEAD}policy: {${policy}}\n`))
    // the standard that is told of the year is that of those in no group
    const told = (texts: string[]) => texts.map((text) => text.split('\r\n').filter((line) => !line.includes('premium_standard')))
    const [own, those] = [told(grouped), told(plain)]
    const differing = own.flatMap((lines, at) => lines.filter((line, index) => line !== those[at][index]))
    expect(differing).toEqual([])
  })

  test('with a group that changes nothing is to the byte that without it', async () => {
    const same = await tables('same', named(group('{poor: yes, age: 60+}', '{benefit.ceiling: {change: ×1}}')))
    const none = await tables('none', named(HEAD))
    expect(same).toEqual(none)
  })
})

describe('A reform of one group from one year on', () => {
  const folder = emptyFolder()
  const [base, reform] = scenarioFiles(folder, {
    'base.yaml': `${HEAD}name: base\n`,
    'reform.yaml':
      'extends: base.yaml\nname: reform\ngroups: {old: {title: {en: From 60, zh: 老年人}, who: {age: 60+}, policy: {benefit.rate.county_hospital: {2014-01-01: 1}}}, oldest: {title: {zh: 最年长者}, who: {age: 125+}, policy: {benefit.rate.county_hospital: 1}}}\n',
  })
  const out = join(folder, 'out')
  let said: string
  let winners: Row[]
  beforeAll(async () => {
    const { code, stdout } = await hezuo('compare', base, reform, '--out', out, '--replications', '3', '--charts', 'none')
    expect(code).toBe(0)
    said = stdout
    winners = csv(join(out, 'winners.csv'))
  })
  const find = (year: string, measure: string, of: string) =>
    winners.find((row) => row.year === year && row.measure === measure && row.group === of)

  test('changes nothing before, and then gives to those households and to no others', () => {
    expect(find('2013', 'unchanged_share', 'group=old')?.value).toMatch(/^1(\.0*)?$/)
    expect(Number(find('2014', 'winners_share', 'group=old')?.value)).toBeGreaterThan(0.05)
    expect(Number(find('2014', 'unchanged_share', 'group=none')?.value)).toBe(1)
    const households = ['group=old', 'group=none'].map((of) => Number(find('2014', 'households', of)?.value))
    expect(households[0] + households[1]).toBeCloseTo(Number(find('2014', 'households', '')?.value), 6)
  })

  test('is told by year and group in both languages, and in parameters.csv by group', () => {
    expect(said).toMatch(
      /in 2014 .*By group, what a household gains a year in yuan: From 60 \+[\d.]+(, cannot be told from 0)?; in no group 0\./,
    )
    expect(said).toMatch(/ in no group 0\. Nobody is in the group 最年长者, in any replication or year\./)
    expect(said).toMatch(/；不属任何组 0。任何一次模拟的任何一年中，最年长者组内都没有人。/)
    expect(said).toMatch(/2014 年.*分组来看.*老年人 \+[\d.]+(（与 0 无法区分）)?；不属任何组 0。/)
    expect(readFileSync(join(out, 'report.html'), 'utf8')).toContain('>From 60<')
    const rows = csv(join(out, 'parameters.csv')).filter((row) => row.scenario === 'reform' && row.group === 'old')
    expect(rows.map(({ name, year, base: was, reform: is, set_by: by }) => [name, year, was, is, by])).toEqual(
      expect.arrayContaining([
        ['benefit.rate.county_hospital', '2013', '0.82', '0.82', 'law'],
        ['benefit.rate.county_hospital', '2014', '0.82', '1', 'reform.yaml:3'],
      ]),
    )
  })

  test('is explained: the rate of an old patient is the scenario’s, of a young one the law’s', async () => {
    const told = await hezuo('explain', reform, '--all', '--year', '2014', '--format', 'ndjson')
    const stays = told.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
      .filter(({ kind }) => kind === 'benefit.settled')
    const rates = stays.flatMap(({ parameters }) =>
      parameters.filter(({ name }: { name: string }) => name === 'benefit.rate.county_hospital'),
    )
    const seen = new Set(rates.map(({ value, source }: { value: string; source: string }) => `${value} ${source === 'SCENARIO'}`))
    expect([...seen].sort()).toEqual(['0.82 false', '1 true'])
  })
})
