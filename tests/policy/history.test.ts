import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { type Day, formatDay, parseDay } from '../../src/kernel/calendar.ts'
import { MEASURES } from '../../src/measures/definitions.ts'
import { loadHistory, reached } from '../../src/policy/lookup/history.ts'
import { dataFile, projectLaw } from './project-law.ts'

const history = loadHistory(dataFile('data/law/history.yaml'))
const law = projectLaw()

interface HistoryCase {
  title: string
  given: { day: string }
  expected: { milestones: number; latest?: number; standard?: number; in_policy_rate?: number }
}

describe('cases of history/milestones.yaml', () => {
  const cases: HistoryCase[] = parse(readFileSync(new URL('../cases/history/milestones.yaml', import.meta.url), 'utf8'))
  test.each(cases)('$title', ({ given, expected }) => {
    const day = parseDay(given.day) as Day
    const known = reached(history, day)
    const step = known.findLast(({ parameter }) => parameter === 'subsidy.standard')
    const rate = known.find(({ measure }) => measure === 'in_policy_inpatient_rate')
    const found = {
      milestones: known.length,
      latest: step?.value,
      standard: step && law.number('subsidy.standard', day),
      in_policy_rate: rate?.value,
    }
    expect(found).toMatchObject(expected)
  })
})

describe('The milestones of the scheme', () => {
  test('stand beside the value that the law gives on their day', () => {
    const steps = history.filter(({ parameter }) => parameter)
    expect(steps.length).toBeGreaterThanOrEqual(3)
    for (const { parameter = '', value, day } of steps) expect(law.valueAt(parameter, day).value, formatDay(day)).toBe(value)
  })

  test('name measures that there are', () => {
    for (const { measure } of history) if (measure) expect(measure in MEASURES).toBe(true)
  })

  test.each([
    [
      'a date that is none',
      '- { date: 2013-02-30, zh: a, en: a, precision: day, document: d, status: verified }\n',
      /history\.yaml:1:\d+: .*2013-02-30/,
    ],
    [
      'a date out of order',
      '- { date: 2013-01-01, zh: a, en: a, precision: day, document: d, status: verified }\n- { date: 2012-01-01, zh: a, en: a, precision: day, document: d, status: verified }\n',
      /earliest first/,
    ],
    ['an unknown key', '- { date: 2013-01-01, zh: a, en: a, precision: day, document: d, status: verified, vaule: 3 }\n', /nearest value/],
  ])('are refused for %s', (_, text, message) => {
    expect(() => loadHistory({ path: 'history.yaml', text })).toThrow(message)
  })
})
