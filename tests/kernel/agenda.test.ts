import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { Agenda } from '../../src/kernel/agenda.ts'

describe('the agenda', () => {
  const shape = { sections: 2, phases: 3, entries: 100 }

  test('an entry comes up on its day and in its phase, once', () => {
    const agenda = new Agenda(shape)
    agenda.open(0)
    agenda.add(7, 30, 1)
    expect([agenda.take(30, 0), agenda.take(29, 1), agenda.take(30, 1), agenda.take(30, 1)]).toEqual([-1, -1, 7, -1])
  })

  test('an entry may be put off again when it has come up, also to a later phase of the same day', () => {
    const agenda = new Agenda(shape)
    agenda.open(0)
    agenda.add(7, 30, 1)
    agenda.take(30, 1)
    agenda.add(7, 30, 2)
    expect(agenda.take(30, 2)).toBe(7)
  })

  test('townships have sections of their own', () => {
    const agenda = new Agenda(shape)
    agenda.open(0)
    agenda.add(1, 0, 0)
    agenda.open(1)
    agenda.add(2, 0, 0)
    expect([agenda.take(0, 0), agenda.take(0, 0)]).toEqual([2, -1])
    agenda.open(0)
    expect([agenda.take(0, 0), agenda.take(0, 0)]).toEqual([1, -1])
  })

  test('31 December of a leap year is in the agenda, the day after is not', () => {
    const agenda = new Agenda(shape)
    agenda.open(0)
    agenda.add(3, 365, 2)
    expect(agenda.take(365, 2)).toBe(3)
    expect(() => agenda.add(3, 366, 0)).toThrow('day 366')
    expect(() => agenda.add(3, -1, 0)).toThrow('day -1')
    expect(() => agenda.open(2)).toThrow('section 2')
  })

  test('clearing empties every section', () => {
    const agenda = new Agenda(shape)
    for (const section of [0, 1]) {
      agenda.open(section)
      agenda.add(section, 5, 0)
    }
    agenda.clear()
    const left = [0, 1].map((section) => {
      agenda.open(section)
      return agenda.take(5, 0)
    })
    expect(left).toEqual([-1, -1])
  })

  test('every bucket yields just the entries that were put there', () => {
    const places = fc.array(fc.record({ section: fc.nat(1), day: fc.nat(365), phase: fc.nat(2) }), { maxLength: 100 })
    fc.assert(
      fc.property(places, (entries) => {
        const agenda = new Agenda(shape)
        const expected = new Map<string, number[]>()
        entries.forEach(({ section, day, phase }, entry) => {
          agenda.open(section)
          agenda.add(entry, day, phase)
          const bucket = `${section} ${day} ${phase}`
          expected.set(bucket, [...(expected.get(bucket) ?? []), entry])
        })
        for (const [bucket, wanted] of expected) {
          const [section, day, phase] = bucket.split(' ').map(Number)
          agenda.open(section)
          const taken: number[] = []
          for (let entry = agenda.take(day, phase); entry >= 0; entry = agenda.take(day, phase)) taken.push(entry)
          expect(taken.sort((a, b) => a - b)).toEqual(wanted)
        }
      }),
    )
  })

  test('an entry costs four bytes, a bucket four', () => {
    expect(new Agenda({ sections: 2, phases: 3, entries: 100, days: 10 }).bytes).toBe(4 * (100 + 2 * 3 * 10))
  })
})
