import { describe, expect, test } from 'vitest'
import { namesFile } from '../../data/names.ts'
import { parameterList } from '../../data/parameter-list.ts'
import { parseDay } from '../../src/kernel/calendar.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { sourcesOf } from '../../src/scenario/materials.ts'
import { dataFile, projectLaw } from './project-law.ts'

const law = projectLaw()

function day(text: string): number {
  const found = parseDay(text)
  if (found === undefined) throw new Error(text)
  return found
}

describe('the value in force', () => {
  test('changes on its date, not a day earlier, and stays', () => {
    expect(law.number('subsidy.standard', day('2014-12-31'))).toBe(320)
    expect(law.number('subsidy.standard', day('2015-01-01'))).toBe(380)
    expect(law.number('subsidy.standard', day('2015-01-02'))).toBe(380)
    expect(law.number('subsidy.standard', day('2015-12-31'))).toBe(380)
  })

  test('is the first one before the first date and the last one after the last', () => {
    expect(law.number('benefit.ceiling', day('2009-06-01'))).toBe(50000)
    expect(law.number('benefit.ceiling', day('2019-06-01'))).toBe(80000)
  })

  test('comes with its source, status and date', () => {
    expect(law.valueAt('subsidy.standard', day('2013-07-01'))).toMatchObject({
      value: 280,
      source: 'CX2013',
      status: 'verified',
      from: day('2013-01-01'),
      setBy: 'data',
    })
  })

  test('of the standard of 2015 was announced on 29 January, after premiums were paid', () => {
    expect(law.text('subsidy.announced', day('2015-01-01'))).toBe('2015-01-29')
    expect(law.text('subsidy.announced', day('2014-01-01')) < '2014-01-01').toBe(true)
  })
})

describe('reading the law', () => {
  test('is remembered by name, so that results can state what they rest on; asking for the source is not reading', () => {
    const fresh = projectLaw()
    fresh.valueAt('benefit.ceiling', 0)
    expect(fresh.used()).toEqual([])
    fresh.number('premium.individual', 0)
    fresh.list('population.age_share', 0)
    fresh.number('premium.individual', 5000)
    expect(fresh.used()).toEqual(['population.age_share', 'premium.individual'])
  })

  test('a name that does not exist, or as the wrong kind of value, is an error', () => {
    // @ts-expect-error: and does not compile either
    expect(() => law.number('premium.indvidual', 0)).toThrow('premium.individual')
    // @ts-expect-error
    expect(() => law.number('population.age_share', 0)).toThrow('list')
    // @ts-expect-error
    expect(() => law.number('benefit.bands', 0)).toThrow('bands')
    // @ts-expect-error
    expect(() => law.text('benefit.ceiling', 0)).toThrow('yuan')
    expect(law.bands('benefit.bands', 0)).toEqual([])
  })
})

describe('the names of the parameters', () => {
  test('stand as types in src/policy/parameter-names.ts just as the data give them (npm run names)', () => {
    expect(dataFile('src/policy/parameter-names.ts').text).toBe(namesFile(law))
  })

  test.each([
    ['docs/parameters.md', 'en'],
    ['docs/parameters.zh.md', 'zh'],
  ] as const)('stand with their values in %s just as the data give them (npm run names)', (page, lang) => {
    const { text } = dataFile(page)
    const files = readDataFiles()
    expect(text).toBe(parameterList(law, files, sourcesOf(files), lang))
    const rows = text.split('\n').filter((line) => line.startsWith('| '))
    for (const name of law.names()) {
      const [row, ...more] = rows.filter((line) => line.includes(`| \`${name}\` |`))
      expect(more).toEqual([])
      for (const word of [law.entry(name).zh, law.entry(name).en.replaceAll('|', '\\|')]) expect(row).toContain(word)
    }
    const subsidy = rows.find((line) => line.includes('`subsidy.standard`'))
    expect(subsidy).toContain('2012: 240<br>2013: 280<br>2014: 320<br>2015: 380')
  })

  test('have each a Chinese and an English term of their own', () => {
    const entries = law.names().map((name) => law.entry(name))
    expect(new Set(entries.map(({ zh }) => zh)).size).toBe(entries.length)
    expect(new Set(entries.map(({ en }) => en)).size).toBe(entries.length)
    expect(entries.filter(({ zh }) => !/\p{Script=Han}/u.test(zh))).toEqual([])
  })
})
