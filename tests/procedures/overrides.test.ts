import { describe, expect, it } from 'vitest'
import { loadProcedures } from '../../src/procedures/data/load.ts'
import { overrideProcedures } from '../../src/procedures/data/overrides.ts'
import { settableNames } from '../../src/procedures/data/places.ts'
import { FILES } from './county.ts'

const base = loadProcedures(FILES)
const faultOf = (name: string, value: unknown) => overrideProcedures(base, { [name]: value }).faults

describe('what a scenario may set in the procedures', () => {
  it('is every figure, by a name of its own, at its own value again without fault', () => {
    const names = settableNames(base)
    expect(new Set(names).size).toBe(names.length)
    for (const name of ['offices.county_centre.windows.registration.staff', 'offices.county_centre.hours.opens', 'claim_at_county.chosen'])
      expect(names).toContain(name)
    const valueAt = (name: string): unknown => {
      const [head, ...rest] = name.split('.')
      let part: unknown =
        head === 'offices' ? Object.fromEntries(base.offices.map((office) => [office.id, office])) : base.procedures.get(head)
      for (const key of rest) {
        const entries: unknown = Array.isArray(part)
          ? part.find((entry: { id?: string; circumstance?: string }) => entry.id === key || entry.circumstance === key)
          : Object(part)[key]
        part = entries
      }
      return typeof part === 'object' && part !== null && 'value' in part ? part.value : part
    }
    const same = Object.fromEntries(names.map((name) => [name, valueAt(name)]))
    const { procedures, faults } = overrideProcedures(base, same)
    expect(faults).toEqual([])
    expect([...procedures.procedures.values()].map((one) => one.steps.map((step) => step.minutes.value))).toEqual(
      [...base.procedures.values()].map((one) => one.steps.map((step) => step.minutes.value)),
    )
  })

  it('leaves the data as they are', () => {
    const before = JSON.stringify([...base.procedures, base.offices])
    overrideProcedures(base, {
      'claim_by_hand.deadline': 30,
      'offices.county_centre.staff': 9,
      'claim_by_hand.papers.photo': { missing: 0.5 },
    })
    expect(JSON.stringify([...base.procedures, base.offices])).toBe(before)
  })

  it.each<[string, string, unknown, object]>([
    ['a share above one', 'claim_by_hand.papers.receipt.missing', 1.1, { part: 'value', expected: 'from 0 to 1' }],
    ['half a day', 'claim_by_hand.steps.review.working_days', 0.5, { part: 'value' }],
    ['a span that ends before it begins', 'claim_by_hand.steps.submission.on_fault.after', [5, 1], { part: 'value' }],
    ['a day that no year has', 'cooperative_enrolment.steps.roster.gathers.until', ['11-31'], { part: 'value' }],
    ['a misspelt paper', 'claim_by_hand.papers.reciept.missing', 0.1, { part: 'key', nearest: 'claim_by_hand.papers.receipt.missing' }],
    [
      'a paper asked for by a step that sends nobody back',
      'claim_by_hand.papers.photo',
      { missing: 0.1, step: 'payment' },
      { part: 'value' },
    ],
    [
      'one number where two are meant',
      'claim_by_hand.steps.submission.on_fault.after',
      30,
      {
        part: 'value',
        message: 'steps.submission.on_fault.after is 30',
        expected: 'two numbers of days, from and to, such as [3, 20]',
        nearest: undefined,
      },
    ],
    [
      'a single number of two',
      'claim_by_hand.steps.submission.on_fault.after',
      [30],
      { part: 'value', expected: 'two numbers of days, from and to, such as [3, 20]' },
    ],
    [
      'a paper that more than all forget',
      'claim_by_hand.papers.photo',
      { missing: 1.2 },
      { part: 'value', message: 'papers.photo: missing is 1.2', expected: 'from 0 to 1' },
    ],
    ['a number with a decimal comma', 'offices.county_centre.staff', '1,5', { part: 'value', nearest: '1.5' }],
    ['a share in hundredths', 'claim_by_hand.papers.receipt.missing', '12%', { part: 'value', nearest: '0.12' }],
    ['half a day with a decimal comma', 'claim_by_hand.deadline', '1,5', { part: 'value', nearest: undefined }],
    ['a paper with a key nobody knows', 'claim_by_hand.papers.photo', { missing: 0.1, lost: 0.1 }, { part: 'value' }],
  ])('%s is one fault and changes nothing', (_, name, value, fault) => {
    const faults = faultOf(name, value)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ name, ...fault })
  })
})
