import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/calendar.ts'
import { beside } from '../../src/scenario/chain.ts'
import { law, load } from './reader.ts'

const SMALL = 'years: [2012, 2013]\npopulation: {persons: 500}\n'

describe('A scenario file', () => {
  test('that says only years and persons runs everything else as in the law, one replication in a central county', () => {
    const { settings, policy } = load(SMALL)
    expect(settings).toMatchObject({ name: 'a', years: [2012, 2013], burnInYears: 1, region: 'central', persons: 500, counties: 1 })
    expect(settings.replications).toBe(1)
    expect(Object.values(settings.mechanisms).every((value) => value === true)).toBe(true)
    expect(policy).toEqual({})
  })

  test('changes a parameter for all days by a plain value and from a date on by a dated one', () => {
    const { law: changed } = load(`${SMALL}policy:\n  premium.individual: 33\n  subsidy.standard: {2013-01-01: 299}\n`)
    expect(changed.number('premium.individual', dayOf(2012, 5, 1))).toBe(33)
    expect(changed.number('subsidy.standard', dayOf(2012, 12, 31))).toBe(law.number('subsidy.standard', dayOf(2012, 12, 31)))
    expect(changed.number('subsidy.standard', dayOf(2013, 1, 1))).toBe(299)
    expect(changed.valueAt('subsidy.standard', dayOf(2013, 1, 1)).setBy).toBe('scenario')
  })

  test('switches mechanisms off, or puts constants in their place', () => {
    const text = `${SMALL}mechanisms:
  demography: off
  offices: false
  cash_limit: on
  need: {inpatient: .5, outpatient: 0}
  facility_choice: {inpatient: county_hospital, outpatient: village_clinic}
`
    expect(load(text).settings.mechanisms).toMatchObject({
      demography: false,
      offices: false,
      cash_limit: true,
      livelihood: true,
      need: { inpatient: 0.5, outpatient: 0 },
      facility_choice: { inpatient: 'county_hospital', outpatient: 'village_clinic' },
    })
  })

  test('keeps its seed as it is written, so 007 is not 7 and no digit of a long number is lost', () => {
    expect(load(`${SMALL}seed: 007`).settings.seed).toBe('007')
    expect(load(`${SMALL}seed: 12345678901234567890`).settings.seed).toBe('12345678901234567890')
    expect(load(`${SMALL}seed: "spring"`).settings.seed).toBe('spring')
  })

  test('gives the same hash input wherever it is read from, and another when one letter of a file differs', () => {
    const base = { 'x/a.yaml': 'extends: b.yaml\n', 'x/b.yaml': SMALL }
    const moved = { 'y/z/a.yaml': base['x/a.yaml'], 'y/z/b.yaml': SMALL }
    const changed = { 'x/a.yaml': base['x/a.yaml'], 'x/b.yaml': `${SMALL}# changed\n` }
    const hashInput = load(base, 'x/a.yaml').hashInput
    expect(load(moved, 'y/z/a.yaml').hashInput).toBe(hashInput)
    expect(load(changed, 'x/a.yaml').hashInput).not.toBe(hashInput)
  })
})

describe('extends', () => {
  const files = {
    'a.yaml':
      'extends: lib/b.yaml\nreplications: 5\nmechanisms: {offices: off}\npolicy: {subsidy.standard: {2014-01-01: 1}, premium.individual: 9}\n',
    'lib/b.yaml':
      'extends: ../c.yaml\nname: b\ntitle: {en: B}\npopulation: {persons: 700}\npolicy: {premium.individual: {2013-01-01: 8}}\n',
    'c.yaml':
      'years: [2012, 2014]\npopulation: {persons: 5, counties: 3}\npolicy: {subsidy.standard: {2013-01-01: 2}}\nmechanisms: {need: {inpatient: 1, outpatient: 1}}\n',
  }

  test('takes over what the nearer file does not say, mapping by mapping and date by date', () => {
    const { settings, policy, files: read } = load(files)
    expect(settings).toMatchObject({ years: [2012, 2014], persons: 700, counties: 3, replications: 5 })
    expect(settings.mechanisms).toMatchObject({ offices: false, need: { inpatient: 1, outpatient: 1 } })
    expect(policy).toEqual({ 'subsidy.standard': { '2013-01-01': 2, '2014-01-01': 1 }, 'premium.individual': 9 })
    expect(read).toEqual(['a.yaml', 'lib/b.yaml', 'c.yaml'])
  })

  test('does not take over the name or title, so two scenarios never bear one name', () => {
    expect(load(files)).toMatchObject({ settings: { name: 'a' }, title: { en: 'a', zh: 'a' } })
  })

  test('resolves its path from the file that names it', () => {
    expect(beside('x/y/a.yaml', '../b.yaml')).toBe('x/b.yaml')
    expect(beside('a.yaml', './b.yaml')).toBe('b.yaml')
    expect(beside('../a.yaml', '../b.yaml')).toBe('../../b.yaml')
    expect(beside('/x/a.yaml', '/y/b.yaml')).toBe('/y/b.yaml')
    expect(beside('/a.yaml', 'b.yaml')).toBe('/b.yaml')
  })
})
