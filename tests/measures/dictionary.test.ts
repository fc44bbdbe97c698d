import { expect, test } from 'vitest'
import { MEASURES } from '../../src/measures/definitions.ts'
import { DICTIONARY, dictionaryRows } from '../../src/measures/dictionary.ts'
import { HEADLINES } from '../../src/measures/statistics/headline.ts'
import { dictionaryCsv } from '../../src/measures/write/comparison.ts'

test('The data dictionary tells unit, both names and a definition of every measure, each once', () => {
  const rows = dictionaryRows()
  expect(rows.map((row) => row.measure)).toEqual(expect.arrayContaining([...Object.keys(MEASURES), 'incurred_unpaid', 'winners_share']))
  expect(new Set(rows.map((row) => row.measure)).size).toBe(rows.length)
  expect(rows.filter((row) => !/[\u4e00-\u9fff]/.test(row.zh) || !/[a-z]/.test(row.en) || !row.definition || !row.unit)).toEqual([])
  const [head, first] = dictionaryCsv(rows).split('\r\n')
  expect(head).toBe('\uFEFFmeasure,unit,zh,en,definition,definition_zh')
  expect(first).toMatch(/^outpatient_visits,episodes,门诊人次,outpatient visits,visits of members in the year,参合者当年门诊次数$/)
})

test('Headline measures that are held against nothing are shares', () => {
  const units = HEADLINES.filter((one) => one.against === 'nothing').map((one) => DICTIONARY[one.measure]?.unit)
  expect(new Set(units.filter((unit) => unit !== undefined))).toEqual(new Set(['share']))
})
