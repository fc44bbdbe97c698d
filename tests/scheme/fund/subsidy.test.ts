import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { formatDay, yearStart } from '../../../src/kernel/calendar.ts'
import { REGIONS, type Region } from '../../../src/population/places.ts'
import { splitByLevel, subsidyCalendar } from '../../../src/scheme/fund/subsidy.ts'
import { fundTerms } from '../../../src/scheme/fund/terms.ts'
import type { ModelSettings } from '../../../src/scheme/settings.ts'
import { load } from '../../scenario/reader.ts'

interface Given {
  year: number
  region: Region
  rules?: Record<string, unknown>
}
type Levels = { central: number; province: number; county: number }
interface LevelCase {
  title: string
  given: Given
  expected: Levels & { standard: number }
}
interface CalendarCase {
  title: string
  given: Given & { enrolled: number; enrolled_last_year: number }
  expected: Record<string, Partial<Record<'due' | 'received', Partial<Levels>>>>
}

const { settings, law } = load('years: [2012, 2015]\npopulation: {persons: 1000}\n')

function subsidyTerms({ year, region, rules = {} }: Given) {
  const here: ModelSettings = { ...settings, region }
  return fundTerms(here, law.with(rules), year).subsidy
}

const cases = (file: string) => parse(readFileSync(new URL(`../../cases/subsidy/${file}`, import.meta.url), 'utf8'))

describe('cases of subsidy/levels.yaml', () => {
  test.each(cases('levels.yaml') as LevelCase[])('$title', ({ given, expected }) => {
    const terms = subsidyTerms(given)
    const { central, province, county } = splitByLevel(terms.standard, terms)
    expect({ standard: terms.standard, central: central / 100, province: province / 100, county: county / 100 }).toEqual(expected)
  })
})

describe('cases of subsidy/calendar.yaml', () => {
  test.each(cases('calendar.yaml') as CalendarCase[])('$title', ({ given, expected }) => {
    const start = yearStart(given.year)
    const happened: CalendarCase['expected'] = {}
    for (const { day, kind, level, fen } of subsidyCalendar(subsidyTerms(given), start, given.enrolled, given.enrolled_last_year)) {
      if (fen === 0) continue
      happened[formatDay(day)] ??= {}
      const today = happened[formatDay(day)]
      today[kind] = { ...today[kind], [level]: (today[kind]?.[level] ?? 0) + fen / 100 }
    }
    expect(happened).toEqual(expected)
  })
})

describe('Subsidies, whatever the standard', () => {
  const standard = fc.integer({ min: 0, max: 100_000 }).map((fen) => fen / 100)
  const region = fc.constantFrom(...REGIONS)

  test('add up over the levels to standard and top-up, to the fen, and no level pays less than nothing', () => {
    fc.assert(
      fc.property(standard, region, (yuan, where) => {
        const terms = subsidyTerms({ year: 2013, region: where })
        const { central, province, county } = splitByLevel(yuan, terms)
        expect(central + province + county).toBe(Math.round(yuan * 100) + Math.round(terms.topUp * 100))
        expect(Math.min(central, province, county)).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('are received in the end as they fell due, level by level', () => {
    const roster = fc.integer({ min: 0, max: 1_000_000 })
    fc.assert(
      fc.property(standard, region, roster, roster, fc.constantFrom(2013, 2015), (yuan, where, enrolled, before, year) => {
        const terms = { ...subsidyTerms({ year, region: where }), standard: yuan }
        const events = subsidyCalendar(terms, yearStart(year), enrolled, before)
        for (const level of ['central', 'province', 'county'] as const) {
          const sum = (kind: 'due' | 'received') =>
            events.filter((one) => one.level === level && one.kind === kind).reduce((all, { fen }) => all + fen, 0)
          expect(sum('received')).toBe(sum('due'))
        }
      }),
    )
  })
})
