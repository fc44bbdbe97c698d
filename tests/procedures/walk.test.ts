import { describe, expect, it } from 'vitest'
import { circumstancesOf } from '../../src/procedures/plan.ts'
import { effectiveDay } from '../../src/procedures/season.ts'
import { walkThrough } from '../../src/procedures/walk.ts'
import { AUTUMN_2013, dateOf, day, openCounty, PROCEDURES, procedureOf, withFate } from './county.ts'

const START = day('2013-09-01')
const FIRST_MINUTE = 1440

describe('a walk', () => {
  it.each([...PROCEDURES.values()].map((procedure) => [procedure.en, procedure] as const))(
    'through "%s" ends on the same day as the same case at the offices with nobody waiting, case by case',
    (_, procedure) => {
      const { county, diary } = openCounty({ procedure })
      const applicants = Array.from({ length: 600 }, (_, i) => ({
        keyA: i * 7919,
        keyB: ~i * 31,
        start: START + (i % 118),
        variant: i % (procedure.variants?.length ?? 1),
      }))
      applicants.forEach(({ keyA, keyB, start, variant }, i) => {
        county.submit(i, start, keyA, keyB, 3, undefined, variant, { lastDay: START + 110 })
      })
      county.runUntil(day('2016-12-31'))
      const outcomes = new Set<string>()
      applicants.forEach(({ keyA, keyB, start, variant }, i) => {
        const walk = walkThrough(procedure, { keyA, keyB, occasion: 3, start, calendar: AUTUMN_2013, deadline: START + 110, variant })
        outcomes.add(walk.outcome)
        const mine = diary.filter((entry) => entry.caseId === i)
        const last = mine[mine.length - 1]
        expect(dateOf(last.minute), `case ${i}`).toBe(dateOf(walk.day * FIRST_MINUTE))
        expect(mine.filter((entry) => entry.event === 'returned')).toHaveLength(walk.returned)
        expect(last.event === 'given_up' ? 'given_up' : last.event === 'refused' ? last.detail : 'done').toBe(walk.outcome)
      })
      expect(county.openCases()).toBe(0)
      expect(outcomes).toContain('done')
      expect(outcomes).toContain('late')
    },
  )

  it('tells the day of each step, and grants the certificate from its seal', () => {
    const walk = walkThrough(withFate(procedureOf('cooperative_enrolment')), {
      keyA: 1,
      keyB: 2,
      occasion: 2014,
      start: day('2013-10-20'),
      calendar: AUTUMN_2013,
      deadline: day('2013-12-31'),
    })
    expect(walk.stepDays.map((one) => dateOf(one * FIRST_MINUTE))).toEqual([
      '2013-10-20',
      '2013-11-10',
      '2013-11-18',
      '2013-11-20',
      '2013-11-20',
      '2013-11-25',
    ])
    expect(dateOf(walk.granted * FIRST_MINUTE)).toBe('2013-11-20')
  })

  it('of an application that is refused grants no card', () => {
    const walk = walkThrough(procedureOf('resident_application'), {
      keyA: 1,
      keyB: 2,
      occasion: 1,
      start: day('2013-08-05'),
      calendar: AUTUMN_2013,
      circumstances: circumstancesOf(['lives_here']),
    })
    expect(walk).toMatchObject({ outcome: 'refused', refusedFor: 'no_other_insurance', granted: -1 })
  })

  it('meets two procedures with different luck: who lacks a paper here need not lack one there', () => {
    const lacking = (id: string) =>
      Array.from(
        { length: 3000 },
        (_, i) => walkThrough(procedureOf(id), { keyA: i, keyB: 5, occasion: 1, start: day('2013-08-05'), calendar: AUTUMN_2013 }).returned,
      )
    const [here, there] = [lacking('claim_by_hand'), lacking('claim_at_county')]
    const shares = [here, there].map((list) => list.filter((n) => n > 0).length / 3000)
    const both = here.filter((n, i) => n > 0 && there[i] > 0).length / 3000
    expect(both).toBeGreaterThan(0.5 * shares[0] * shares[1])
    expect(both).toBeLessThan(2 * shares[0] * shares[1])
  })
})

describe('an effect', () => {
  const step = procedureOf('cooperative_enrolment').steps[3]
  it.each([
    ['at_once', '2013-08-05'],
    ['next_day', '2013-08-06'],
    ['next_scheme_year', '2014-01-01'],
  ] as const)('that begins %s counts from the right day', (takes_effect, date) => {
    expect(dateOf(effectiveDay({ ...step, takes_effect }, day('2013-08-05')) * FIRST_MINUTE)).toBe(date)
  })
})
