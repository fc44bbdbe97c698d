import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatDay } from '../../src/kernel/calendar.ts'
import { InvariantBroken } from '../../src/kernel/errors.ts'
import { tried } from '../size.ts'
import { AUTUMN_2013, CLAIM, dateOf, day, type Entry, OFFICES, openCounty, withMissing } from './county.ts'

const START = day('2013-01-02')
const END = day('2014-12-31')

/** `count` claims over a quarter, each by another applicant; some set out long after discharge. */
const claims = (count: number) =>
  Array.from({ length: count }, (_, i) => ({
    id: i,
    day: START + ((i * 37) % 90),
    keyA: i * 7919,
    keyB: ~i,
    since: START + ((i * 37) % 90) - (i % 21) * 10,
  }))

function run(list: ReturnType<typeof claims>, options: Parameters<typeof openCounty>[0] = {}): Entry[] {
  const { county, diary } = openCounty({ queueing: true, ...options })
  for (const one of list) county.submit(one.id, one.day, one.keyA, one.keyB, 1, one.since)
  county.runUntil(END)
  return diary
}

const daysToPayment = (diary: Entry[]) =>
  diary.filter((entry) => entry.event === 'paid').reduce((sum, entry) => sum + entry.minute / 1440 - START, 0) /
  diary.filter((entry) => entry.event === 'paid').length

describe('the manual claim at the offices', () => {
  it('every claim submitted is paid, refused, given up or still open, at any day', () => {
    const { county, count } = openCounty({ queueing: true, persons: 300_000 })
    const list = claims(3000)
    for (const one of list) county.submit(one.id, one.day, one.keyA, one.keyB, 1, one.since)
    for (let today = START; today <= END; today += 7) {
      county.runUntil(today)
      expect(count('paid') + count('refused') + count('given_up') + county.openCases()).toBe(3000)
    }
    expect(county.openCases()).toBe(0)
    for (const event of ['paid', 'refused', 'given_up', 'returned'] as const) expect(count(event)).toBeGreaterThan(0)
    expect(count('approved')).toBe(count('paid'))
  })

  it('what happens does not depend on the order of submission', () => {
    const list = claims(300)
    const inOrder = run(list, { persons: 20_000 })
    fc.assert(
      fc.property(fc.shuffledSubarray(list, { minLength: 300 }), (shuffled) => {
        expect(run(shuffled, { persons: 20_000 })).toEqual(inOrder)
      }),
      { numRuns: tried(25) },
    )
  })

  it('running day by day, claims coming in between, gives the same as one long run', () => {
    const list = claims(300)
    const { county, diary } = openCounty({ queueing: true, persons: 20_000 })
    for (let today = START; today <= END; today++) {
      for (const one of list) if (one.day === today) county.submit(one.id, one.day, one.keyA, one.keyB, 1, one.since)
      county.runUntil(today)
    }
    expect(diary).toEqual(run(list, { persons: 20_000 }))
  })

  it('announces in the order of time', () => {
    const minutes = run(claims(500)).map((entry) => entry.minute)
    expect(minutes).toEqual([...minutes].sort((a, b) => a - b))
  })

  it('with offices off nobody waits, however many come on one day', () => {
    const list = Array.from({ length: 2000 }, (_, i) => ({ id: i, day: day('2013-08-05'), keyA: i, keyB: 3, since: day('2013-08-01') }))
    const diary = run(list, { queueing: false, procedure: withMissing(CLAIM, []) })
    const paid = diary.filter((entry) => entry.event === 'paid')
    expect(paid).toHaveLength(2000)
    expect(new Set(paid.map((entry) => dateOf(entry.minute)))).toEqual(new Set(['2013-08-23']))
  })

  it('with offices on the same rush is paid later, and half the staff later still', () => {
    const list = Array.from({ length: 2000 }, (_, i) => ({ id: i, day: day('2013-08-05'), keyA: i, keyB: 3, since: day('2013-08-01') }))
    const [off, on, half] = [{ queueing: false }, {}, { persons: 150_000 }].map((options) => daysToPayment(run(list, options)))
    expect(on).toBeGreaterThan(off + 5)
    expect(half).toBeGreaterThan(on + 5)
  })

  it('in normal times (16 claims a working day, 300,000 insured) waiting adds less than two days', () => {
    const list = Array.from({ length: 5000 }, (_, i) => {
      const submitted = AUTUMN_2013.addWorking(START, 1 + Math.floor(i / 16))
      return { id: i, day: submitted, keyA: i, keyB: 9, since: submitted }
    })
    expect(daysToPayment(run(list)) - daysToPayment(run(list, { queueing: false }))).toBeLessThan(2)
  })

  it('on the first visit between 10 and 25 of 100 claims lack a paper', () => {
    const { county, count } = openCounty({})
    for (let i = 0; i < 10_000; i++) county.submit(i, START, i, 77, 1)
    county.runUntil(END)
    expect(count('returned') / 10_000).toBeGreaterThan(0.1)
    expect(count('returned') / 10_000).toBeLessThan(0.25)
  })

  it('one paper more demanded returns more claims and none fewer', () => {
    const returnedCases = (diary: Entry[]) => new Set(diary.filter((entry) => entry.event === 'returned').map((entry) => entry.caseId))
    const more = {
      ...CLAIM,
      papers: [...CLAIM.papers, { ...CLAIM.papers[0], id: 'photo', missing: { ...CLAIM.papers[0].missing, value: 0.2 } }],
      steps: CLAIM.steps.map((step, i) => (i === 0 ? { ...step, checks: [...step.checks!, 'photo'] } : step)),
    }
    const [before, after] = [CLAIM, more].map((procedure) => returnedCases(run(claims(1000), { procedure })))
    expect(after.size).toBeGreaterThan(before.size)
    expect([...before].every((id) => after.has(id))).toBe(true)
  })

  it('a paper found missing at the review sends the claim back to the township, which does its part again', () => {
    const late = withMissing(CLAIM, ['receipt'], 2)
    const [submission, review, payment] = late.steps
    const procedure = {
      ...late,
      steps: [{ ...submission, checks: ['identity'] }, { ...review, checks: ['receipt'], on_fault: submission.on_fault }, payment],
    }
    const { county, diary } = openCounty({ procedure })
    county.submit(1, day('2013-08-05'), 1, 1, 1)
    county.runUntil(END)
    // returned after 3 working days, back after 2, then 3 + 6 + 5
    expect(diary.map((entry) => [entry.event, dateOf(entry.minute)])).toEqual([
      ['returned', '2013-08-08'],
      ['approved', '2013-08-23'],
      ['paid', '2013-08-30'],
    ])
  })

  it('a claim for a day that is over is a fault of the model, named with its day', () => {
    const { county } = openCounty({})
    county.runUntil(START)
    expect(() => county.submit(1, START, 1, 1, 1)).toThrow(InvariantBroken)
    expect(() => county.submit(1, START, 1, 1, 1)).toThrow(formatDay(START))
  })

  it('a kind of case that the procedure does not know is refused at once', () => {
    expect(() => openCounty({}).county.submit(1, START, 1, 1, 1, START, 3)).toThrow('procedure claim_by_hand has no variant 3')
  })

  it('a step at an office that the county does not have is refused at once', () => {
    expect(() => openCounty({ offices: OFFICES.filter((office) => office.id !== 'county_finance') })).toThrow(
      'there is no office county_finance',
    )
  })
})
