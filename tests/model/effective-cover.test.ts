import { describe, expect, test } from 'vitest'
import { yearStart } from '../../src/kernel/calendar.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { large } from '../size.ts'
import { smallCounty, sum } from './small-county.ts'

describe('Effective cover', () => {
  test('is that of all members with a sealed certificate where everybody lives at home', () => {
    const record = smallCounty({ years: [2013, 2013], mechanisms: { livelihood: false } }).run()
    const sealed = sum(record, 2013, 'enrolled') - sum(record, 2013, 'certificate_later')
    expect(sum(record, 2013, 'effectively_covered')).toBe(sealed)
  })

  test('leaves out members who work elsewhere, though they are enrolled and claim by hand at home', () => {
    const claims: TraceEvent[] = []
    const left = new Map<string, number>()
    const tell = (event: TraceEvent) => {
      if (event.kind === 'life.left_for_work' || event.kind === 'life.came_home')
        left.set(event.person, event.kind === 'life.came_home' ? 0 : event.day)
      if (event.kind === 'claim.paid') claims.push(event)
    }
    const record = smallCounty({ years: [2013, 2013], persons: large(20_000) }).run({ follow: { everyone: true, tell } })
    const sealed = sum(record, 2013, 'enrolled') - sum(record, 2013, 'certificate_later')
    const away = sum(record, 2013, 'residents|residence=elsewhere_in_province') + sum(record, 2013, 'residents|residence=other_province')
    expect(sealed - sum(record, 2013, 'effectively_covered')).toBeGreaterThan(away / 2)
    expect(sealed - sum(record, 2013, 'effectively_covered')).toBeLessThanOrEqual(away)
    const ofThoseAway = claims.filter(({ person, day }) => left.get(person) && day > yearStart(2013))
    expect(ofThoseAway.length).toBeGreaterThan(0)
  })
})
