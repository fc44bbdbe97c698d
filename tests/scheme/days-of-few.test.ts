import { expect, test } from 'vitest'
import { DaysOfFew } from '../../src/scheme/days-of-few.ts'

test('the few who have a day are told it, the day 0 too, and everybody else that there is none', () => {
  const days = new DaysOfFew(70)
  const given = new Map([
    [0, 5],
    [31, 0],
    [32, 364],
    [63, 1],
    [69, 200],
  ])
  for (const [person, day] of given) days.set(person, day)
  for (let person = 0; person < 70; person++) expect(days.get(person), `person ${person}`).toBe(given.get(person))
  days.set(31, 12)
  expect(days.get(31)).toBe(12)
  days.clear()
  for (let person = 0; person < 70; person++) expect(days.get(person)).toBeUndefined()
})
