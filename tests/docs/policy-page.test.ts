/** docs/policy.md, in both languages: each of its examples gives the series that stands below it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { sayIn } from '../../src/cli/language/say.ts'
import { dayOf } from '../../src/kernel/calendar.ts'
import { policyNotes } from '../../src/scenario/policy/notes.ts'
import { law, load } from '../scenario/reader.ts'

const pageIn = (language: string) => readFileSync(join(import.meta.dirname, `../../docs/policy${language}.md`), 'utf8')
const COUNTY = 'years: [2012, 2015]\npopulation: {persons: 500}\n'
const examples = (page: string) =>
  [...page.matchAll(/(?:```yaml\n([\s\S]*?)```\n\n)?```text\n([\s\S]*?)```/g)].map(([, policy = '', lines]) => ({
    policy,
    lines: lines.trim().split('\n'),
  }))

describe.each([
  ['', 'en'],
  ['.zh', 'zh'],
] as const)('docs/policy%s.md', (language, lang) => {
  const page = pageIn(language)
  test.each(examples(page))('gives the series of $lines', ({ policy, lines }) => {
    const { law: changed } = load(COUNTY + policy)
    for (const line of lines) {
      const [name, values] = line.split(': ')
      const series = [2012, 2013, 2014, 2015, 2016].map((year) => changed.valueAt(name, dayOf(year, 6, 30)).value)
      expect(series.join(' '), name).toBe(values)
    }
  })

  test('has a series for each of its examples, and quotes notes as they are told', () => {
    expect(examples(page).filter(({ policy }) => policy !== '')).toHaveLength(page.split('```yaml').length - 1)
    const [note] = policyNotes(load(`${COUNTY}policy: {subsidy.standard: {2013-01-01: 300}}`), law)
    expect(page).toContain(`\`${sayIn(lang)(note)}\``)
  })
})

test('docs/policy.zh.md has the examples of docs/policy.md', () => {
  expect(examples(pageIn('.zh'))).toEqual(examples(pageIn('')))
})
