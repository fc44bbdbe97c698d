/** A reform of one group or of one year: what is told of it names that group and that year, and says of the others that nothing changed. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { readCsv } from '../../src/policy/csv.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'

const HEAD = 'years: [2013, 2014]\npopulation: {persons: 400}\nreplications: 2\nseed: test\n'
const reform = (name: string, group: string) => `extends: base.yaml\nname: ${name}\ngroups: {${group}}\n`
const REFORMS = {
  quintile: reform(
    'quintile',
    'low: {title: {en: Poorest quintile, zh: 最低收入组}, who: {income_quintile: 1}, policy: {benefit.rate.county_hospital: {change: ×1.1, years: 2013}}}',
  ),
  village: reform(
    'village',
    'cadres: {title: {en: Cadre villages, zh: 村干部代收村}, who: {village: village_cadres}, policy: {premium.individual: {change: ×3, from: 2014-01-01}}}',
  ),
  young: reform(
    'young',
    'young: {title: {en: Up to 17, zh: 少儿}, who: {age: 0-17}, policy: {benefit.outpatient.rate.village_clinic: {change: -0.4, years: 2014}}}',
  ),
  year: 'extends: base.yaml\nname: year\npolicy: {subsidy.standard: {change: +60, years: 2013}}\n',
  hand: reform('hand', 'low: {who: {income_quintile: 1}, policy: {benefit.rate.county_hospital: {2013-01-01: 0.902, 2014-01-01: 0.82}}}'),
}

type Row = Readonly<Record<string, string>>

const csv = (file: string): Row[] => readCsv(file, readFileSync(file, 'utf8'), []).rows.map(({ cells }) => cells)
const names = Object.keys(REFORMS) as (keyof typeof REFORMS)[]

describe('A reform', () => {
  const folder = emptyFolder()
  const out = join(folder, 'out')
  let said: string[]
  let rows: Row[]
  let winners: Row[]
  beforeAll(async () => {
    const texts = Object.fromEntries(names.map((name) => [`${name}.yaml`, REFORMS[name]]))
    const [base, ...reforms] = scenarioFiles(folder, { 'base.yaml': `${HEAD}name: base\n`, ...texts })
    const options = ['--replications', '2', '--charts', 'none', '--sensitivity', 'none']
    const { code, stdout } = await hezuo('compare', base, ...reforms, base, '--out', out, ...options)
    expect(code).toBe(0)
    said = stdout.split('\n')
    rows = csv(join(out, 'comparison.csv'))
    winners = csv(join(out, 'winners.csv'))
  })
  const answer = (name: string) => said.find((line) => line.startsWith(`${name}, against`)) ?? ''
  const chinese = (name: string) => said.find((line) => line.startsWith(`${name}（对照`)) ?? ''
  const isZero = (row: Row) => ['difference', 'se', 'lower', 'upper'].every((column) => Number(row[column]) === 0)
  const moves = (name: string, year: string) => rows.some((row) => row.scenario === name && row.year === year && !isZero(row))
  const share = (name: string, year: string, measure: string, group: string) =>
    Number(winners.find((row) => row.scenario === name && row.year === year && row.measure === measure && row.group === group)?.value)

  test('of the poorest quintile in 2013 is told of that year and of that group, and nobody else gains', () => {
    expect(answer('quintile')).toMatch(
      /: in 2013 .*By group, .*: Poorest quintile \+[\d.]+(, cannot be told from 0)?(?: \([\d.]+% .*\))?; in no group 0\./,
    )
    expect(chinese('quintile')).toMatch(/：2013 年.*分组来看.*最低收入组 \+.*；不属任何组 0。/)
    expect(share('quintile', '2013', 'winners_share', 'quintile=1')).toBeGreaterThan(0.05)
    for (const quintile of [2, 3, 4, 5]) expect(share('quintile', '2013', 'unchanged_share', `quintile=${quintile}`)).toBe(1)
  })

  test('of villages where cadres collect, from 2014 on, is told of 2014; other households and 2013 are as they were', () => {
    expect(answer('village')).toMatch(/: in 2014 .*By group, .*: Cadre villages (−[\d.]+|\(no such household in some replications\))/)
    expect(share('village', '2013', 'unchanged_share', '')).toBe(1)
    expect(share('village', '2014', 'losers_share', '')).toBeGreaterThan(0.1)
  })

  test('that takes care from the young is not told as their gain alone', () => {
    expect(answer('young')).toMatch(/: in 2014 .*Up to 17 [+−][\d.]+(, cannot be told from 0)? \([\d.]+% of them with less care\)/)
    expect(chinese('young')).toMatch(/少儿 [+−][\d.]+(（与 0 无法区分）)?（其中 [\d.]+% 少就医）/)
    expect(moves('young', '2013')).toBe(false)
  })

  test('of the subsidy of one year is told of that year, and its balance stays moved', () => {
    expect(answer('year')).toMatch(/: in 2013 fund income .*For patients nothing changed: /)
    expect(
      rows.filter((row) => row.scenario === 'year' && row.year === '2014' && row.measure === 'fund_income.county' && !isZero(row)),
    ).toEqual([])
  })

  test('that is the base itself is exactly nought everywhere, and said to make no difference', () => {
    expect(answer('base')).toMatch(/: no difference, in any headline figure of any year\./)
    expect(['2013', '2014'].map((year) => moves('base-2', year))).toEqual([false, false])
  })

  test('by a change is to the byte what the same series written by hand is', () => {
    const of = (name: string) => rows.filter(({ scenario }) => scenario === name).map(({ scenario: _, ...row }) => row)
    expect(of('quintile').length).toBeGreaterThan(1000)
    expect(of('hand')).toEqual(of('quintile'))
  })
})
