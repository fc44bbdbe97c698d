/** docs/policy.md: each of its examples gives the series that stands below it. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/calendar.ts'
import { policyNotes } from '../../src/scenario/policy/notes.ts'
import { law, load } from '../scenario/reader.ts'

const page = readFileSync(join(import.meta.dirname, '../../docs/policy.md'), 'utf8')
const COUNTY = 'years: [2012, 2015]\npopulation: {persons: 500}\n'
const EXAMPLES = [...page.matchAll(/(?:```yaml\n([\s\S]*?)```\n\n)?```text\n([\s\S]*?)```/g)].map(([, policy = '', lines]) => ({
  policy,
  lines: lines.trim().split('\n'),
}))

describe('docs/policy.md', () => {
  test.each(EXAMPLES)('gives the series of $lines', ({ policy, lines }) => {
    const { law: changed } = load(COUNTY + policy)
    for (const line of lines) {
      const [name, values] = line.split(': ')
      const series = [2012, 2013, 2014, 2015, 2016].map((year) => changed.valueAt(name, dayOf(year, 6, 30)).value)
      expect(series.join(' '), name).toBe(values)
    }
  })

  test('has a series for each of its examples, and quotes a note as it is told', () => {
    expect(EXAMPLES.filter(({ policy }) => policy !== '')).toHaveLength(page.split('```yaml').length - 1)
    const [note] = policyNotes(load(`${COUNTY}policy: {subsidy.standard: {2013-01-01: 300}}`), law)
    expect(page).toContain(`\`${note}\``)
  })
})
