import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/calendar.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { beside } from '../../src/scenario/chain.ts'
import { modelData } from '../../src/scenario/materials.ts'
import { MECHANISMS_ON } from '../../src/scheme/settings.ts'
import { law, load } from './reader.ts'

const SMALL = 'years: [2012, 2013]\npopulation: {persons: 500}\n'

describe('A scenario file', () => {
  test('that says only years and persons runs everything else as in the law, one replication in a central county', () => {
    const { settings, policy } = load(SMALL)
    expect(settings).toMatchObject({ name: 'a', years: [2012, 2013], burnInYears: 1, region: 'central', persons: 500, counties: 1 })
    expect(settings.replications).toBe(1)
    expect(settings.mechanisms).toEqual(MECHANISMS_ON)
    expect(settings.procedures).toEqual({})
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

  test('changes figures of procedures and offices by their dotted names, and may ask for one paper more', () => {
    const { settings } = load(`${SMALL}procedures:
  offices.county_centre.staff: 0.65
  claim_by_hand.deadline: 30
  claim_by_hand.steps.submission.on_fault.after: [1, 2]
  resident_application.eligibility.aged_16.applies: true
  claim_by_hand.papers.residence_proof: {missing: 0.1, en: proof of residence}
`)
    expect(Object.keys(settings.procedures ?? {})).toHaveLength(5)
    const { procedures, offices } = modelData(readDataFiles(), settings.procedures).procedures
    const claim = procedures.get('claim_by_hand')
    expect(offices.find(({ id }) => id === 'county_centre')?.staff).toEqual({ value: 0.65, status: 'unverified', source: 'SCENARIO' })
    expect(claim?.deadline?.value).toBe(30)
    expect(claim?.steps[0].on_fault?.after.value).toEqual([1, 2])
    expect(claim?.papers.at(-1)).toMatchObject({ id: 'residence_proof', en: 'proof of residence', missing: { value: 0.1 } })
    expect(claim?.steps[0].checks?.at(-1)).toBe('residence_proof')
    expect(procedures.get('resident_application')?.eligibility?.[2]).toMatchObject({ circumstance: 'aged_16', applies: true })
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
