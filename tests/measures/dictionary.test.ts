import { expect, test } from 'vitest'
import { MEASURES } from '../../src/measures/definitions.ts'
import { DICTIONARY, dictionaryRows } from '../../src/measures/dictionary.ts'
import { HOUSEHOLD_GROUPS } from '../../src/measures/protection/winners.ts'
import { HEADLINES } from '../../src/measures/statistics/headline.ts'
import { FAN } from '../../src/measures/statistics/solvency.ts'
import { dictionaryCsv } from '../../src/measures/write/comparison.ts'
import { ACCOUNTS } from '../../src/scheme/fund/ledger.ts'

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

test('It has every account of the books, and of a scenario the groups that it sets', () => {
  const own = [{ name: 'old', title: { en: 'The old', zh: '老年人' } }]
  const rows = new Map(dictionaryRows(own).map((row) => [row.measure, row]))
  for (const account of ACCOUNTS) expect(rows.get(`account=${account}`), account).toMatchObject({ unit: 'fen', groupKind: '' })
  expect(rows.get('group=old')).toMatchObject({ en: 'The old', zh: '老年人', groupKind: 'group', groupValue: 'old' })
  for (const group of [...HOUSEHOLD_GROUPS.filter((name) => name), ...FAN.map((share) => `quantile=${share}`)])
    expect(rows.get(group), group).toMatchObject({ unit: 'group', groupKind: group.split('=')[0] })
})
