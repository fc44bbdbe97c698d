/** What a scenario changes, as policy sentences: the series in effect, who set it, and whether it lies within its range. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/calendar.ts'
import { parametersCsv } from '../../src/measures/write/parameters.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { changedOf, otherDifferences, spellsOf } from '../../src/scenario/changes/changed.ts'
import { setUnread } from '../../src/scenario/changes/read.ts'
import type { ParameterRow } from '../../src/scenario/changes/row.ts'
import { parameterRows } from '../../src/scenario/changes/rows.ts'
import type { LoadedScenario } from '../../src/scenario/load.ts'
import { proceduresOf } from '../../src/scenario/materials.ts'
import { law, load } from './reader.ts'

const COUNTY = 'years: [2012, 2015]\npopulation: {persons: 500}\n'
const DATA = { data: law, procedures: proceduresOf(readDataFiles()) }
const rowsOf = (one: LoadedScenario, base?: LoadedScenario) => parameterRows(one, base ? { ...DATA, scenario: base } : DATA)
const under = (policy: string) => rowsOf(load(`${COUNTY}policy: {${policy}}`))
const of = (rows: readonly ParameterRow[], name: string) => rows.filter((row) => row.name === name)
const changed = (rows: readonly ParameterRow[]) => rows.filter(({ base, reform }) => base !== reform)

describe('The series of a parameter', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/policy.md'), 'utf8')
  const examples = [...page.matchAll(/```yaml\n(policy:[\s\S]*?)```\n\n```text\n([\s\S]*?)```/g)]

  test.each(examples.map(([, policy, series]) => ({ policy, series: series.trim().split('\n') })))('is $series', ({ policy, series }) => {
    expect(series.length).toBeGreaterThan(0)
    const rows = rowsOf(load(COUNTY + policy))
    for (const line of series) {
      const [name, values] = line.split(': ')
      const told = of(rows, name).filter(({ year }) => year >= 2012 && year <= 2015)
      expect(told.map(({ reform }) => reform).join(' '), name).toBe(values.split(' ').slice(0, 4).join(' '))
      expect(told.map(({ base }) => base)).toEqual(told.map(({ year }) => law.valueAt(name, dayOf(year, 6, 30)).value))
    }
  })

  test('begins with the burn-in, which is marked, and ends with the year that the last campaign looks at', () => {
    const premium = of(under(''), 'premium.individual')
    expect(premium.map(({ year, period }) => `${year} ${period}`)).toEqual([
      '2011 burn_in',
      ...['2012', '2013', '2014', '2015'].map((year) => `${year} reported`),
      '2016 after',
    ])
  })

  test('differs in one year alone where the reform holds for one year', () => {
    const [row, ...others] = changed(under('subsidy.standard: {change: +60, years: 2013}'))
    expect(others).toEqual([])
    expect(row).toMatchObject({ name: 'subsidy.standard', year: 2013, base: 280, reform: 340, status: 'scenario', setBy: 'a.yaml:3' })
  })

  test('has a further row from the day on which a rule of stays changes within a year', () => {
    const rows = of(under('benefit.rate.county_hospital: {2013-07-01: 0.7}'), 'benefit.rate.county_hospital')
    expect(rows.filter(({ year }) => year === 2013).map(({ from, reform, setBy }) => [from, reform, setBy])).toEqual([
      ['2013-01-01', 0.82, 'law'],
      ['2013-07-01', 0.7, 'a.yaml:3'],
    ])
    const [entry] = changedOf(rows)
    expect(spellsOf(entry).map(({ when }) => when)).toEqual(['2013-07-01 to 2015'])
  })

  test('stands element by element of lists and bands, with nothing where one side has no such band', () => {
    const rows = under('critical_illness.bands: [{from: 0, rate: 0.55}, {from: 50000, rate: 0.7}], benefit.bands: [{from: 0, rate: 0.4}]')
    const in2014 = (name: string) => of(rows, name).find(({ year }) => year === 2014)
    expect(in2014('critical_illness.bands[from=0]')).toMatchObject({ base: 0.5, reform: 0.55, unit: 'share' })
    expect(in2014('critical_illness.bands[from=50000]')).toMatchObject({ base: '', reform: 0.7 })
    expect(in2014('critical_illness.bands[from=200000]')).toMatchObject({ base: 0.65, reform: '' })
    expect(in2014('benefit.bands')).toMatchObject({ base: '[]', reform: '' })
    expect(of(rows, 'livelihood.away_share[5]')).toHaveLength(5)
    expect(in2014('demography.birth_rate[1]')?.unit).toBe('per_person_year')
  })
})

describe('A value lies outside its range', () => {
  const inRange = (policy: string, name: string) => [...new Set(of(under(policy), name).map((row) => row.inRange))]

  test('as the data give it for its year, and is not marked where they give none', () => {
    // 100 to 400 yuan
    expect(inRange('benefit.deductible.county_hospital: 400', 'benefit.deductible.county_hospital')).toEqual(['yes'])
    expect(inRange('benefit.deductible.county_hospital: 401', 'benefit.deductible.county_hospital')).toEqual(['no'])
    expect(inRange('care.seek.inpatient: 0.1', 'care.seek.inpatient')).toEqual([''])
  })

  test('by the factors that the data give for all of a list or of bands', () => {
    // 0.8 to 1.3 times 0.5
    expect(inRange('critical_illness.bands: [{from: 0, rate: 0.65}]', 'critical_illness.bands[from=0]')).toEqual(['yes'])
    expect(inRange('critical_illness.bands: [{from: 0, rate: 0.66}]', 'critical_illness.bands[from=0]')).toEqual(['no'])
  })

  test('never where law and data stand', () => {
    expect(under('').filter((row) => row.inRange === 'no')).toEqual([])
  })
})

test('What is set, but read by no part of the run, is told as such', () => {
  const read = load(`${COUNTY}policy: {critical_illness.bands: [{from: 0, rate: 0.7}], subsidy.standard: 300}\n`)
  expect(setUnread(read)).toEqual([])
  const constant = load(`${COUNTY}policy: {illness.inpatient_rate: 0.1}\nmechanisms: {need: {inpatient: 0.1, outpatient: 4}}\n`)
  expect(setUnread(constant)).toEqual(['illness.inpatient_rate'])
})

describe('What sets a value is', () => {
  const setters = (files: Record<string, string>, name: string) =>
    of(rowsOf(load(files)), name)
      .filter(({ year }) => year >= 2012 && year <= 2015)
      .map(({ reform, setBy }) => `${reform} ${setBy}`)
  const base = (policy: string) => ({ 'base/b.yaml': `${COUNTY}policy:\n  ${policy}\n` })
  const reform = (policy: string) => ({ 'a.yaml': `extends: base/b.yaml\npolicy:\n  ${policy}\n` })

  test('the law, or the data of behaviour', () => {
    const rows = under('')
    expect(of(rows, 'subsidy.standard')[0].setBy).toBe('law')
    expect(of(rows, 'care.seek.inpatient')[0].setBy).toBe('behaviour')
  })

  test('the file that it extends, which is told as `extends` names it', () => {
    expect(setters({ ...base('subsidy.standard: 300'), 'a.yaml': 'extends: base/b.yaml\n' }, 'subsidy.standard')[0]).toBe(
      '300 base/b.yaml:4',
    )
  })

  test('the extended file before the date of the nearer one', () => {
    const files = { ...base('subsidy.standard: 300'), ...reform('subsidy.standard: {2014-01-01: 350}') }
    const told = ['300 base/b.yaml:4', '300 base/b.yaml:4', '350 a.yaml:3', '350 a.yaml:3']
    expect(setters(files, 'subsidy.standard')).toEqual(told)
  })

  test('each file for its own dates, with the line of the date', () => {
    const near = reform('subsidy.standard:\n    2013-01-01: 301\n    2015-01-01: 303')
    const told = ['240 law', '301 a.yaml:4', '302 base/b.yaml:4', '303 a.yaml:5']
    expect(setters({ ...base('subsidy.standard: {2014-01-01: 302}'), ...near }, 'subsidy.standard')).toEqual(told)
  })

  test('the extended file again, once the change of the nearer one has ended', () => {
    const files = { ...base('财政补助标准: {change: +10}'), ...reform('subsidy.standard: {change: ×2, years: 2013}') }
    const told = ['250 base/b.yaml:4', '580 a.yaml:3', '330 base/b.yaml:4', '390 base/b.yaml:4']
    expect(setters(files, 'subsidy.standard')).toEqual(told)
  })

  test('the same wherever the files lie', () => {
    const near = { '/far/away/a.yaml': 'extends: ../b.yaml\n', '/far/b.yaml': base('subsidy.standard: 300')['base/b.yaml'] }
    expect(of(rowsOf(load(near, '/far/away/a.yaml')), 'subsidy.standard')[0].setBy).toBe('../b.yaml:4')
  })
})

describe('Held against a base, a reform', () => {
  const base = load(`${COUNTY}name: base\npolicy: {subsidy.standard: 300}`)

  test('that is the same changes nothing', () => {
    expect(changedOf(rowsOf(load(`${COUNTY}name: again\npolicy: {subsidy.standard: 300}`), base))).toEqual([])
    expect(otherDifferences(base, load(`${COUNTY}name: again`))).toEqual([])
  })

  test('differs from what the base runs with, not from the law', () => {
    const rows = changed(rowsOf(load(`${COUNTY}name: reform\npolicy: {subsidy.standard: {change: +20, years: 2014}}`), base))
    expect(rows.map(({ year, base: was, reform }) => [year, was, reform])).toContainEqual([2014, 300, 340])
    expect(rows.map(({ year, base: was, reform }) => [year, was, reform])).toContainEqual([2012, 300, 240])
  })

  test('may ask for one paper more, which goes by its own words', () => {
    const more =
      'procedures: {claim_by_hand.papers.permit: {missing: 0.1, zh: 许可证, en: permit}, claim_by_hand.papers.receipt: {missing: 0.5}}\n'
    const rows = changedOf(rowsOf(load(`${COUNTY}policy: {subsidy.standard: 300}\n${more}`), base))
    expect(rows.map(({ name, zh, rows: [row] }) => [name, zh, row.base, row.reform, row.unit])).toEqual([
      ['procedures.claim_by_hand.papers.permit.missing', '手工报销 许可证', '', 0.1, 'share'],
      ['procedures.claim_by_hand.papers.receipt.missing', '手工报销 医疗费用收据 首次缺件比例', 0.02, 0.5, 'share'],
    ])
  })

  test('may switch mechanisms, set figures of procedures and live elsewhere', () => {
    const more =
      'mechanisms: {budget_rule: on, need: {inpatient: 0.1, outpatient: 4}}\nprocedures: {claim_by_hand.deadline: 20}\nplace: west\namend: {起付线: poor.ts}\n'
    const reform = load(`${COUNTY}name: reform\npolicy: {subsidy.standard: 300}\n${more}`)
    const told = changedOf(rowsOf(reform, base)).map(({ name, rows: [row] }) => [name, row.base, row.reform, row.inRange, row.setBy])
    expect(told).toEqual([
      ['mechanisms.need', 'on', 'inpatient: 0.1, outpatient: 4', '', 'a.yaml:5'],
      ['mechanisms.budget_rule', 'off', 'on', '', 'a.yaml:5'],
      ['procedures.claim_by_hand.deadline', 180, 20, 'no', 'a.yaml:6'],
      ['amend.deductible', 'law', 'poor.ts', '', 'a.yaml:8'],
    ])
    expect(otherDifferences(base, reform)).toEqual([{ name: 'place', base: 'central', reform: 'west' }])
  })
})

test('parameters.csv has every parameter of every year once, and its columns in their order', () => {
  const rows = under('premium.individual: 100')
  const keys = rows.map(({ name, from }) => `${name} ${from}`)
  expect(new Set(keys).size).toBe(keys.length)
  const lines = parametersCsv(rows).split('\r\n')
  expect(lines[0]).toBe('\uFEFFscenario,name,zh,en,year,base,reform,unit,source,status,in_range,set_by,from,period')
  const line = 'a,premium.individual,个人缴费标准,"individual premium, per person and year",2014,90,100,yuan,SCENARIO,scenario,,a.yaml:3'
  expect(lines).toContain(`${line},2014-01-01,reported`)
  expect(lines).toHaveLength(rows.length + 2)
})

describe('Who is in a group', () => {
  const group = (who: string) =>
    `${COUNTY}counties: {north: {}, south: {}}\ngroups: {some: {who: ${who}, policy: {benefit.ceiling: 9e4}}}\n`
  const told = (who: string, was: string) =>
    changed(rowsOf(load(group(who)), load(group(was)))).map((row) => [row.name, row.base, row.reform])

  test.each([
    ['{age: 60+, poor: yes}', '{poor: true, age: 60-130}'],
    ['{income_quintile: [2, 1]}', '{income_quintile: [1, 2, 2]}'],
    ['{income_quintile: 1, age: 60 以上}', '{income_quintile: [1], age: 60+}'],
    ['{poor: no, county: [south, north]}', '{poor: no}'],
    ['{age: 0-14, county: [south]}', '{county: south, age: 0～14}'],
    ['{age: 30-30}', '{age: 30}'],
    ['{income_quintile: [1, 2, 3, 4, 5]}', '{age: 0+}'],
  ])('is no change from %s to %s, which are the same people', (who, was) => {
    expect(told(who, was)).toEqual([])
  })

  test.each([
    ['{age: 60+, poor: yes}', '{age: 60+}', 'poor: yes, age: 60+', 'age: 60+'],
    ['{income_quintile: [3, 1]}', '{income_quintile: 1}', 'income_quintile: 1 3', 'income_quintile: 1'],
    ['{age: 0-59}', '{income_quintile: [5, 4, 3, 2, 1]}', 'age: 0-59', 'age: 0+'],
  ])('is a change from %s to %s, told in one order', (who, was, reform, base) => {
    expect(told(who, was)[0]).toEqual(['who', base, reform])
  })
})
