import { describe, expect, it } from 'vitest'
import { isFaulty, isInOrder, mishapsOf, planOf, unfitPapers } from '../../src/procedures/plan.ts'
import { walkThrough } from '../../src/procedures/walk.ts'
import { AUTUMN_2013, day, PROCEDURES, procedureOf } from './county.ts'

const CASES = Array.from({ length: 2000 }, (_, i) => ({ keyA: i * 7919, keyB: ~i * 31 }))

describe('papers in order', () => {
  it.each([...PROCEDURES.values()].map((procedure) => [procedure.en, procedure] as const))(
    'in "%s" lack nothing at any step and have no fault at any review',
    (_, procedure) => {
      const plan = planOf(procedure)
      const mishaps = mishapsOf(plan)
      for (const keys of CASES) {
        const key = { ...keys, occasion: 3 }
        const nothingWrong = procedure.steps.every((_step, at) => unfitPapers(plan, at, key, 0, false) === 0 && !isFaulty(plan, at, key))
        expect(isInOrder(mishaps, key)).toBe(nothingWrong)
      }
    },
  )

  it('take every household that sets out on the day the same way to its certificate', () => {
    const procedure = procedureOf('cooperative_enrolment')
    const mishaps = mishapsOf(planOf(procedure))
    const given = { occasion: 2014, start: day('2013-10-20'), calendar: AUTUMN_2013, deadline: day('2013-12-31') }
    const walks = CASES.map((key) => ({
      ...walkThrough(procedure, { ...key, ...given }),
      inOrder: isInOrder(mishaps, { ...key, occasion: 2014 }),
    }))
    const ordinary = walks.filter(({ inOrder }) => inOrder)
    expect(ordinary.length).toBeGreaterThan(1000)
    for (const walk of ordinary) expect(walk).toEqual(ordinary[0])
    for (const walk of walks) expect(walk.returned === 0).toBe(walk.inOrder)
  })
})
