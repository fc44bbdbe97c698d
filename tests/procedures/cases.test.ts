import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { CLAIM, dateOf, day, openCounty, withMissing } from './county.ts'

interface PolicyCase {
  title: string
  given: { submitted: string; discharged: string; variant?: string; missing?: string[]; back_after?: number; gives_up?: boolean }
  expected: Partial<Record<'returned' | 'paper' | 'approved' | 'paid' | 'refused' | 'given_up', string>>
}

const folder = new URL('../cases/procedures/', import.meta.url)
for (const file of readdirSync(folder).filter((name) => name.endsWith('.yaml'))) {
  describe(`cases of ${file}`, () => {
    const cases: PolicyCase[] = parse(readFileSync(new URL(file, folder), 'utf8'))
    it.each(cases)('$title', ({ given, expected }) => {
      const procedure = withMissing(CLAIM, given.missing ?? [], given.back_after, given.gives_up ? 1 : 0)
      const { county, diary } = openCounty({ procedure })
      const variant = given.variant === undefined ? 0 : CLAIM.variants!.findIndex((one) => one.id === given.variant)
      expect(variant).toBeGreaterThanOrEqual(0)
      county.submit(1, day(given.submitted), 11, 22, 1, day(given.discharged), variant)
      county.runUntil(day('2014-12-31'))

      const happened: PolicyCase['expected'] = {}
      for (const entry of diary) {
        expect(happened[entry.event], `${entry.event} happens once`).toBeUndefined()
        happened[entry.event] = dateOf(entry.minute)
        if (entry.event === 'returned') happened.paper = entry.detail
      }
      // a Saturday's claim is refused or returned on the day the office sees it, so the dates are those of the office
      expect(happened).toEqual(expected)
    })
  })
}
