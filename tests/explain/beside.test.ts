import { describe, expect, test } from 'vitest'
import { attribute } from '../../src/cli/explain/beside/attributed.ts'
import { byMatter, differencesOf } from '../../src/cli/explain/beside/pair.ts'
import { changeText } from '../../src/cli/explain/beside/text.ts'
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
