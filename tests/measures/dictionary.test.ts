import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { MEASURES } from '../../src/measures/definitions.ts'
import { DICTIONARY, dictionaryRows } from '../../src/measures/dictionary.ts'
import { HOUSEHOLD_GROUPS } from '../../src/measures/protection/winners.ts'
import { HEADLINES } from '../../src/measures/statistics/headlines.ts'
import { FAN } from '../../src/measures/statistics/solvency.ts'
import { dictionaryCsv } from '../../src/measures/write/comparison.ts'
import { readCsv } from '../../src/policy/csv.ts'
import { ACCOUNTS } from '../../src/scheme/fund/ledger.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'

const ALL_TABLES = ['annual', 'comparison', 'ledger', 'monthly', 'parameters', 'solvency', 'summary', 'winners'].map(
  (name) => `${name}.csv`,
)

test('The data dictionary tells unit, both names and a definition of every measure, each once', () => {
  const rows = dictionaryRows()
  expect(rows.map((row) => row.measure)).toEqual(expect.arrayContaining([...Object.keys(MEASURES), 'incurred_unpaid', 'winners_share']))
  expect(new Set(rows.map((row) => row.measure)).size).toBe(rows.length)
  expect(rows.filter((row) => !/[\u4e00-\u9fff]/.test(row.zh) || !/[a-z]/.test(row.en) || !row.definition || !row.unit)).toEqual([])
  const [head, first] = dictionaryCsv(rows).split('\r\n')
  expect(head).toBe('\uFEFFmeasure,unit,zh,en,definition,definition_zh,group_kind,group_value')
  expect(first).toMatch(/^outpatient_visits,episodes,门诊人次,outpatient visits,visits of members in the year,参合者当年门诊次数,,$/)
})

test('Headline measures that are held against nothing are shares', () => {
  const units = HEADLINES.filter((one) => one.against === 'nothing').map((one) => DICTIONARY[one.measure]?.unit)
  expect(new Set(units.filter((unit) => unit !== undefined))).toEqual(new Set(['share']))
})

test('It has every account of the books, every answer of the column effect, and of a scenario the groups and counties that it names', () => {
  const own = [{ name: 'old', title: { en: 'The old', zh: '老年人' } }]
  const county = [{ name: 'poor', title: { en: 'Poor county', zh: '穷县' } }]
  const rows = new Map(dictionaryRows({ group: own, county }).map((row) => [row.measure, row]))
  for (const account of ACCOUNTS) expect(rows.get(`account=${account}`), account).toMatchObject({ unit: 'fen', groupKind: '' })
  for (const effect of ['no', 'unclear', 'small', 'yes'])
    expect(rows.get(`effect=${effect}`), effect).toMatchObject({ unit: 'text', groupKind: '' })
  expect(rows.get('county=poor')).toMatchObject({ en: 'Poor county', zh: '穷县', groupKind: 'county', groupValue: 'poor' })
  expect(rows.get('group=old')).toMatchObject({ en: 'The old', zh: '老年人', groupKind: 'group', groupValue: 'old' })
  for (const group of [...HOUSEHOLD_GROUPS.filter((name) => name), ...FAN.map((share) => `quantile=${share}`)])
    expect(rows.get(group), group).toMatchObject({ unit: 'group', groupKind: group.split('=')[0] })
})

describe('Of a comparison of counties with every rule, in which one scenario sets groups,', () => {
  const RULES = readFileSync('tests/golden/scenarios/all-rules.yaml', 'utf8').replace(
    'persons: 400, counties: 2, added_villages: [40]',
    'persons: 150',
  )
  const GROUPS = `groups:
  old: {who: {age: 60+}, title: {en: The old, zh: 老年人}, policy: {benefit.rate.county_hospital: 0.5}}
  low: {who: {income_quintile: [1, 2], county: poor}, title: {en: Low income, zh: 低收入}, policy: {premium.individual: 0}}
`
  const paths = scenarioFiles(emptyFolder(), {
    'all.yaml': `${RULES}counties: {rich: {title: {en: Rich, zh: 富县}, place: east}, poor: {title: {en: Poor, zh: 穷县}, place: west, population: {persons: 100}}}\n`,
    'reform.yaml': `extends: all.yaml\n${GROUPS}`,
  })
  const out = join(emptyFolder(), 'out')
  const table = (name: string) => readCsv(name, readFileSync(join(out, name), 'utf8'), []).rows.map(({ cells }) => cells)

  test('every measure, account and group of every table stands in the dictionary, with kind and value and in both languages', async () => {
    expect(await hezuo('compare', ...paths, '--out', out, '--replications', '2', '--charts', 'none', '--quiet')).toMatchObject({ code: 0 })
    const told = new Map(table('dictionary.csv').map((row) => [row.measure, row]))
    const tables = readdirSync(out).filter((name) => name.endsWith('.csv') && name !== 'dictionary.csv' && name !== 'headline.csv')
    expect(tables.sort()).toEqual(ALL_TABLES)
    const groups = new Map<string, ReadonlySet<string>>()
    for (const name of tables) {
      const rows = table(name)
      const ofTable = new Set(rows.map(({ group = '' }) => group).filter((group) => group !== ''))
      groups.set(name, ofTable)
      const own = name === 'parameters.csv' ? [...ofTable].map((group) => `group=${group}`) : [...ofTable]
      const others = rows.flatMap(({ measure, account }) => (account ? [`account=${account}`] : measure ? [measure] : []))
      expect(
        [...new Set([...own, ...others])].filter((one) => !told.has(one)),
        name,
      ).toEqual([])
      const apart = rows.filter(
        ({ group, group_kind: kind, group_value: value }) => kind !== undefined && group !== (kind && `${kind}=${value}`),
      )
      expect(apart, name).toEqual([])
      for (const group of own) {
        const { group_kind: kind, group_value: value, zh, en } = told.get(group) ?? {}
        expect([`${kind}=${value}`, /[\u4e00-\u9fff]/.test(zh), /[a-z]/i.test(en)]).toEqual([group, true, true])
      }
    }
    const named = ['group=old', 'group=low', 'group=none', 'county=rich', 'county=poor']
    expect(groups.get('winners.csv')).toEqual(expect.toSatisfy((all: Set<string>) => named.every((one) => all.has(one))))
    expect(table('comparison.csv').filter(({ effect }) => !told.has(`effect=${effect}`))).toEqual([])
    expect(groups.get('annual.csv')?.size).toBeGreaterThan(30)
  })
})
