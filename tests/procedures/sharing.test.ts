import { describe, expect, it } from 'vitest'
import type { Procedure } from '../../src/procedures/data/schema.ts'
import { dateOf, day, type Entry, openCounty, PROCEDURES, procedureOf, withFate } from './county.ts'

const MONDAY = day('2013-08-05')
const ALL = [...PROCEDURES.values()].map((procedure) => withFate(procedure))

/** Days from Monday to payment of 40 claims handed in on that day, beside whatever `also` brings. */
function meanDays(options: {
  procedure: string
  also?: (county: ReturnType<typeof openCounty>['county']) => void
  persons?: number
}): number {
  const { county, diary } = openCounty({ procedures: ALL, queueing: true, persons: options.persons ?? 300_000 })
  for (let i = 0; i < 40; i++) county.submit(i, MONDAY, i, 1, 1, MONDAY, 0, { procedure: options.procedure })
  options.also?.(county)
  county.runUntil(day('2015-12-31'))
  const paid = diary.filter((entry) => entry.event === 'paid' && entry.caseId < 40)
  expect(paid).toHaveLength(40)
  return paid.reduce((sum, entry) => sum + entry.minute / 1440 - MONDAY, 0) / 40
}

const rushOf =
  (procedure: string, count: number) =>
  (county: ReturnType<typeof openCounty>['county']): void => {
    for (let i = 0; i < count; i++) county.submit(1000 + i, MONDAY, i, 2, 1, MONDAY, 0, { procedure })
  }

describe('procedures that share an office', () => {
  it('wait for one another: a rush at the county office delays the review of claims from the townships', () => {
    const alone = meanDays({ procedure: 'claim_by_hand' })
    expect(meanDays({ procedure: 'claim_by_hand', also: rushOf('claim_at_county', 1500) })).toBeGreaterThan(alone + 5)
  })

  it('do not wait for one another at windows of their own (division of labour)', () => {
    const alone = meanDays({ procedure: 'claim_at_county' })
    expect(meanDays({ procedure: 'claim_at_county', also: rushOf('second_reimbursement', 1500) })).toBe(alone)
    expect(meanDays({ procedure: 'claim_at_county', also: rushOf('resident_application', 1500) })).toBe(alone)
  })

  it('nobody waits online', () => {
    const { county, diary } = openCounty({ procedures: ALL, queueing: true, persons: 20_000 })
    for (let i = 0; i < 2000; i++) county.submit(i, MONDAY, i, 1, 1, undefined, 3, { procedure: 'resident_notice_of_payment' })
    county.runUntil(day('2015-12-31'))
    const registered = diary.filter((entry) => entry.event === 'register')
    const paid = diary.filter((entry) => entry.event === 'record')
    expect(new Set(registered.map((entry) => dateOf(entry.minute))).size).toBeGreaterThan(3)
    // notice within 3 working days, then online on the next day, however many
    expect(paid).toHaveLength(2000)
  })
})

describe('work without an applicant', () => {
  it('takes staff time: 90 hours of forms on the same day put off the claims handed in at the township', () => {
    const alone = meanDays({ procedure: 'claim_by_hand' })
    const forms = (minutes: number) =>
      meanDays({ procedure: 'claim_by_hand', also: (county) => county.load('township_settlement_centre', MONDAY, minutes) })
    expect(forms(90 * 60)).toBeGreaterThan(alone)
    expect(forms(300 * 60)).toBeGreaterThan(forms(90 * 60) + 1)
  })

  it('adds up, whoever announces it first', () => {
    const loads = (parts: readonly number[]) => {
      const { county } = openCounty({ procedures: ALL, queueing: true })
      for (const minutes of parts) county.load('county_centre', MONDAY, minutes, 'cooperative_enrolment')
      county.runUntil(MONDAY + 3)
      return county.loads().filter((load) => load.busyMinutes > 0)
    }
    expect(loads([100, 2000, 7])).toEqual(loads([7, 100, 2000]))
    expect(loads([100, 2000, 7])).toMatchObject([{ office: 'county_centre.registration', busyMinutes: 2107 }])
  })

  it('on a Saturday is done on Monday', () => {
    const { county } = openCounty({ queueing: true })
    county.load('county_centre', MONDAY - 2, 60)
    county.runUntil(MONDAY - 1)
    expect(county.loads().some((load) => load.busyMinutes > 0)).toBe(false)
    county.runUntil(MONDAY)
    expect(county.loads().find((load) => load.office === 'county_centre')).toMatchObject({ busyMinutes: 60, served: 2 })
  })
})

describe('a batch', () => {
  const enrolment = withFate(procedureOf('cooperative_enrolment'))
  const certified = (procedure: Procedure, starts: readonly string[]): string[] => {
    const { county, diary } = openCounty({ procedure })
    starts.forEach((start, i) => {
      county.submit(i, day(start), i, 1, 1)
    })
    county.runUntil(day('2014-12-31'))
    const isSealed = (entry: Entry) => entry.event === 'certify'
    return diary.filter(isSealed).map((entry) => dateOf(entry.minute))
  }

  it('leaves with everything that came by its date', () => {
    expect(certified(enrolment, ['2013-10-20', '2013-11-01', '2013-11-09'])).toEqual(['2013-11-20', '2013-11-20', '2013-11-20'])
  })

  it('leaves before its date when it is full, and the next one begins', () => {
    const steps = enrolment.steps.map((step) =>
      step.gathers ? { ...step, gathers: { ...step.gathers, full: { value: 2, status: 'assumed' as const, reason: 'a test' } } } : step,
    )
    // the second household fills the first roster on Friday 1 November, the third waits for the 10th
    expect(certified({ ...enrolment, steps }, ['2013-10-20', '2013-11-01', '2013-11-04'])).toEqual([
      '2013-11-12',
      '2013-11-12',
      '2013-11-20',
    ])
  })
})

describe('a procedure with a season', () => {
  const seasonal: Procedure = {
    ...withFate(procedureOf('resident_application')),
    window: { opens: '10-08', closes: '12-31', status: 'assumed', reason: 'a test' },
  }
  const registered = (start: string) => {
    const { county, diary } = openCounty({ procedure: seasonal })
    county.submit(1, day(start), 1, 1, 1)
    county.runUntil(day('2015-12-31'))
    return diary.filter((entry) => entry.event !== 'issue_card').map((entry) => `${entry.event} ${dateOf(entry.minute)}`)
  }
  it('takes in on its first and its last day, and lets those who come before it wait', () => {
    expect(registered('2013-10-08')).toEqual(['register 2013-10-08'])
    expect(registered('2013-12-31')).toEqual(['register 2013-12-31'])
    expect(registered('2013-08-05')).toEqual(['register 2013-10-08'])
    expect(registered('2014-01-02')).toEqual(['register 2014-10-08'])
  })
})

describe('a review that refuses', () => {
  it('ends the case instead of sending it back', () => {
    const enrolment = withFate(procedureOf('cooperative_enrolment'), { faulty: ['review'] })
    const steps = enrolment.steps.map((step) => (step.faulty ? { ...step, if_faulty: 'refuse' as const } : step))
    const { county, diary } = openCounty({ procedure: { ...enrolment, steps } })
    county.submit(1, day('2013-10-20'), 1, 1, 1)
    county.runUntil(day('2014-12-31'))
    expect(diary.map((entry) => `${entry.event} ${entry.detail ?? ''}`)).toEqual(['register ', 'refused fault'])
    expect(county.openCases()).toBe(0)
  })
})

describe('the roster of a village', () => {
  it('takes staff time for each entry', () => {
    const busy = (entries: number) => {
      const { county } = openCounty({ procedures: ALL, queueing: true })
      county.submit(1, day('2013-10-20'), 1, 1, 1, undefined, 0, { procedure: 'cooperative_enrolment', entries })
      county.runUntil(day('2014-12-31'))
      return county.loads().reduce((sum, load) => sum + load.busyMinutes, 0)
    }
    const { steps } = procedureOf('cooperative_enrolment')
    const each = steps.reduce((sum, step) => sum + (step.minutes_each?.value ?? 0), 0)
    expect(each).toBeGreaterThan(0)
    expect(busy(40) - busy(0)).toBe(40 * each)
  })
})
