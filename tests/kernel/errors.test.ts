import { describe, expect, test } from 'vitest'
import { formatFault, InputFaults, InvariantBroken, nearestName, nearestOfFew, plain } from '../../src/kernel/errors.ts'

describe('a fault', () => {
  test('is one line with its place, what was expected and the nearest name', () => {
    const fault = {
      code: 'unknown-name',
      file: 'a.yaml',
      line: 3,
      column: 5,
      message: 'unknown key "polcy"',
      expected: 'a key of a scenario',
      nearest: 'policy',
    }
    expect(formatFault(fault)).toBe('a.yaml:3:5: unknown key "polcy"; expected a key of a scenario; nearest policy')
  })

  test('leaves out what is not known', () => {
    expect(formatFault({ code: 'unreadable', file: 'a.yaml', message: 'cannot be read' })).toBe('a.yaml: cannot be read')
    expect(formatFault({ code: 'empty', file: 'a.yaml', line: 1, message: 'is empty' })).toBe('a.yaml:1: is empty')
  })

  test('stays one line when its message has several', () => {
    expect(formatFault({ code: 'yaml', file: 'a.yaml', message: 'bad:\n  indent' })).toBe('a.yaml: bad: indent')
  })

  test('steers no terminal and hides nothing, and is no longer than one can read', () => {
    const line = formatFault({ code: 'x', file: 'a\u001b[2J.yaml', message: `\u0007\u009b31m\u202e${'x'.repeat(5000)}`, nearest: '\u0000' })
    expect(line).toMatch(/^a\\x1b\[2J\.yaml: \\x07\\u009b31m\\u202ex+…; nearest \\x00$/)
    expect(line.length).toBeLessThan(600)
    expect(plain('两行\n\t')).toBe('两行\n\t')
  })
})

describe('errors', () => {
  test('the faults of one pass come together, a line each', () => {
    const faults = ['one', 'two'].map((message) => ({ code: 'x', file: 'a.yaml', message }))
    const error = new InputFaults(faults)
    expect(error.message).toBe('a.yaml: one\na.yaml: two')
    expect(error.faults).toEqual(faults)
    expect(error).toBeInstanceOf(Error)
  })

  test('a broken invariant names the event and the day', () => {
    const error = new InvariantBroken('claim 17 paid', 31, 'debit and credit differ by 1 fen')
    expect(error.message).toBe('2000-02-01, claim 17 paid: debit and credit differ by 1 fen')
    expect([error.event, error.day]).toEqual(['claim 17 paid', 31])
  })
})

describe('the nearest name', () => {
  const names = ['policy', 'population', 'place', 'replications', 'benefit.deductible.county_hospital', 'benefit.deductible.city_hospital']

  test.each([
    ['polcy', 'policy'],
    ['POLICY', 'policy'],
    ['replicatons', 'replications'],
    ['benefit.deductable.county_hospital', 'benefit.deductible.county_hospital'],
    ['benefit.deductible.city-hospital', 'benefit.deductible.city_hospital'],
  ])('of "%s" is %s', (word, name) => {
    expect(nearestName(word, names)).toBe(name)
  })

  test.each(['weather', 'xyz', '', 'q'])('of "%s" is none', (word) => {
    expect(nearestName(word, names)).toBeUndefined()
  })

  test('of words that mean different things is none where another is as near', () => {
    expect(nearestOfFew('of', ['on', 'off'])).toBeUndefined()
    expect(nearestOfFew('oof', ['on', 'off'])).toBe('off')
    expect(nearestOfFew('weather', ['on', 'off'])).toBeUndefined()
  })
})
