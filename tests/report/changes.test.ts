/** The chapter of a report that tells what a scenario changes. */
import { expect, it } from 'vitest'
import { LANGUAGES } from '../../src/charts/index.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { changesChapter } from '../../src/report/changes.ts'
import { changedOf } from '../../src/scenario/changes/changed.ts'
import { parameterRows } from '../../src/scenario/changes/rows.ts'
import { proceduresOf, sourcesOf } from '../../src/scenario/materials.ts'
import { law, load } from '../scenario/reader.ts'

const COUNTY = 'years: [2012, 2014]\npopulation: {persons: 500}\n'
const REFORM = `${COUNTY}policy:
  subsidy.standard: {change: +60, years: 2013}
  benefit.rate.county_hospital: {2013-07-01: 0.4}
mechanisms: {budget_rule: on}
`
const sources = new Map([...sourcesOf(readDataFiles())].map(([id, { title, titleZh }]) => [id, { en: title, zh: titleZh }]))
const told = (text: string) => {
  const rows = parameterRows(load(text), { data: law, procedures: proceduresOf(readDataFiles()) })
  return { title: { en: 'Reform', zh: '方案' }, changes: changedOf(rows) }
}
const chapter = (text: string, lang: 'en' | 'zh' = 'en') => changesChapter([told(text)], { against: 'data', sources }, lang)
/** Rows of a page's tables as the texts of their cells. */
const rowsIn = (html: string) =>
  [...html.matchAll(/<tr>(.*?)<\/tr>/g)].map(([, row]) => [...row.matchAll(/<t[hd][^>]*>(.*?)<\/t[hd]>/g)].map(([, cell]) => cell))

it('has the series of law and scenario under one another, a column a year, with source, status and the line that sets it', () => {
  const [head, ...rows] = rowsIn(chapter(REFORM))
  const years = ['2010 (looked at only)', '2011 (not reported)', '2012', '2013', '2014']
  expect(head).toEqual(expect.arrayContaining(years))
  const at = rows.findIndex(([name]) => name.includes('subsidy.standard'))
  const columns = ['2012', '2013', '2014'].map((year) => head.indexOf(year))
  expect(columns.map((column) => rows[at][column])).toEqual(['240', '280', '320'])
  expect(columns.map((column) => rows[at + 1][column])).toEqual(['240', '340', '320'])
  expect(rows[at + 1].slice(-2)).toEqual(['set by the scenario', 'a.yaml:4'])
})

it('names sources by their titles in the language', () => {
  const sourceOf = (lang: 'en' | 'zh') =>
    rowsIn(chapter(REFORM, lang))
      .find(([name]) => name.includes('benefit.rate.county_hospital'))
      ?.at(-3)
  expect(sourceOf('en')).toBe('Ya&#39;an (Sichuan) NCMS schedule 2014')
  expect(sourceOf('zh')).toBe('雅安市（四川）2014年新农合补偿标准')
})

it('tells the day of a change within a year, and marks what lies outside its range', () => {
  for (const [lang, cell] of [
    ['en', '0.82; from 07-01: 0.4 ‡'],
    ['zh', '0.82；07-01起：0.4 ‡'],
  ] as const)
    expect(rowsIn(chapter(REFORM, lang)).flat()).toContain(cell)
  expect(chapter(REFORM)).toContain('‡ Outside the range')
  expect(chapter(COUNTY)).not.toContain('‡')
})

it('has mechanisms in a table of their own, in words of the language', () => {
  expect(rowsIn(chapter(REFORM)).at(-1)).toEqual(['benefits follow income (mechanisms.budget_rule)', 'off', 'on', 'a.yaml:6'])
  expect(rowsIn(chapter(REFORM, 'zh')).at(-1)).toEqual(['以收定支 (mechanisms.budget_rule)', '关', '开', 'a.yaml:6'])
})

it('says in both languages that nothing is changed, or that there is no difference from the base', () => {
  expect(chapter(COUNTY)).toContain('Nothing is changed')
  expect(chapter(COUNTY, 'zh')).toContain('未作改动')
  const same = told(COUNTY)
  for (const [lang, words] of [
    ['en', 'No difference from the base'],
    ['zh', '均与基准无差异'],
  ] as const) {
    const html = changesChapter([same, told(REFORM)], { against: 'base' }, lang)
    expect(html).toContain(words)
    expect(html.match(/<h3>/g)).toHaveLength(2)
  }
})

it('is left out where nothing is known of changes', () => {
  for (const lang of LANGUAGES) expect(changesChapter([{ title: { en: 'a', zh: 'b' } }], { against: 'data', sources }, lang)).toBe('')
})
