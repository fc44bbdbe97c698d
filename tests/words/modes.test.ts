/** What ways and files are called where a change is told: every way that a parameter may name has its Chinese. */
import { describe, expect, test } from 'vitest'
import { inChinese } from '../../src/cli/language/say.ts'
import { changesTable } from '../../src/cli/results/changes.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { boundsTold, FIGURE_BOUNDS } from '../../src/procedures/data/bounds.ts'
import { lawOf, proceduresOf } from '../../src/scenario/materials.ts'
import { modeWord } from '../../src/words/modes.ts'
import { load } from '../scenario/reader.ts'

const COUNTY = 'name: x\nyears: [2012, 2012]\npopulation: {persons: 300}\n'
const files = readDataFiles()
const law = lawOf(files)

describe('In Chinese', () => {
  test('every way that a parameter may name has a word', () => {
    const options = law.names().flatMap((name) => law.entry(name).options ?? [])
    expect(options.length).toBeGreaterThan(20)
    expect([...options, 'law'].filter((one) => !/\p{Script=Han}/u.test(modeWord(one, 'zh')))).toEqual([])
  })

  test('a change of a way is told by its words, and by its id in English', () => {
    const one = load(`${COUNTY}policy: {benefit.outpatient.mode: none}\n`)
    const against = { data: law, procedures: proceduresOf(files) }
    expect(changesTable(one, against, 'zh').join('\n')).toMatch(/门诊统筹 │ +无 │/)
    expect(changesTable(one, against, 'en').join('\n')).toMatch(/pooled │ +none │/)
  })

  test('bounds of every figure of procedures are told with their unit', () => {
    for (const bounds of Object.values(FIGURE_BOUNDS))
      for (const head of ['', 'a number ', 'a whole number ']) expect(inChinese(`${head}${boundsTold(bounds)}`)).not.toMatch(/[a-z]/i)
  })

  test('no blank stands between a Chinese word that is put in and the words around it', () => {
    expect(inChinese("'groups.a.who.age' is the text '70-60'")).toBe('“groups.a.who.age”的值为文本“70-60”')
  })
})

test('A figure of procedures that looks like a change is told how a change is written', () => {
  expect(() => load(`${COUNTY}procedures: {offices.county_centre.staff: '-10%'}\n`)).toThrow(
    'a number from 0.05 to 100000 posts, or { change: -10% } to change what holds',
  )
})
