import { describe, expect, test } from 'vitest'
import { faultsOf, place } from './reader.ts'

const SOUND = 'years: [2012, 2013]\npopulation: {persons: 500}\n'

/** One fault each: the third line of an otherwise sound file, the words at which the fault is told, and what the message must say. */
const SINGLE: readonly [string, string, string, RegExp, string?][] = [
  ['a misspelt key', 'replicatoins: 3', 'replicatoins', /replicatoins/, 'replications'],
  ['a misspelt parameter', 'policy: {premium.individul: 3}', 'premium.individul', /premium\.individul/, 'premium.individual'],
  ['a misspelt mechanism', 'mechanisms: {ofices: off}', 'ofices', /ofices/, 'offices'],
  [
    'a misspelt constant, told once though the right one is then missing',
    'mechanisms: {need: {inpatient: 1, outpatint: 1}}',
    'outpatint',
    /outpatint/,
    'outpatient',
  ],
  ['day and month swapped', 'policy: {subsidy.standard: {2014-31-12: 300}}', '2014-31-12', /did you mean 2014-12-31/, '2014-12-31'],
  ['a date that no calendar has', 'policy: {subsidy.standard: {2014-02-30: 300}}', '2014-02-30', /2014-02-30/],
  ['a date before the scheme', 'policy: {subsidy.standard: {2002-12-31: 300}}', '2002-12-31', /outside the scheme/],
  ['a date after the data', 'policy: {subsidy.standard: {2024-01-01: 300}}', '2024-01-01', /after the data/],
  ['75 for a share of 0.75', 'policy: {benefit.rate.county_hospital: 75}', '75', /75/, '0.75'],
  ['negative money', 'policy: {premium.individual: -10}', '-10', /-10/],
  ['a text for a number', 'policy: {premium.individual: ten}', 'ten', /ten/],
  ['an empty value', 'policy: {premium.individual: }', '}', /premium\.individual/],
  ['a ceiling below a deductible, told once for all places', 'policy: {benefit.ceiling: 40}', '40', /below/],
  ['an unknown region', 'place: wset', 'wset', /wset/, 'west'],
  [
    'an unknown place of care',
    'mechanisms: {facility_choice: {inpatient: county_hopital, outpatient: village_clinic}}',
    'county_hopital',
    /county_hopital/,
    'county_hospital',
  ],
  ['a mechanism neither on nor off', 'mechanisms: {offices: maybe}', 'maybe', /maybe/],
  ['a mechanism by another word than off', 'mechanisms: {offices: of}', 'of}', /the text 'of'/, 'off'],
  ['a mechanism in Chinese', 'mechanisms: {offices: 关}', '关', /关/, 'off'],
  ['no replication', 'replications: 0', '0', /0/],
  ['half a replication', 'replications: 1.5', '1.5', /1\.5/],
  ['a seed with a fraction', 'seed: 1.5', '1.5', /1\.5/],
  ['a duplicate key', 'years: [2012, 2013]', 'years', /twice/],
  ['a file that is not there', 'extends: nowhere.yaml', 'nowhere.yaml', /nowhere\.yaml/],
  ['a file that extends itself', 'extends: a.yaml', 'a.yaml', /circle/],
  [
    'a misspelt office',
    'procedures: {offices.county_center.staff: 3}',
    'offices.county_center',
    /offices\.county_center/,
    'offices.county_centre.staff',
  ],
  [
    'a misspelt figure of a procedure',
    'procedures: {claim_by_hand.dedline: 30}',
    'claim_by_hand.dedline',
    /dedline/,
    'claim_by_hand.deadline',
  ],
  ['a procedure nobody knows', 'procedures: {claim_by_foot.deadline: 30}', 'claim_by_foot', /claim_by_foot/],
  ['negative staff', 'procedures: {offices.county_centre.staff: -1}', '-1', /staff is -1/],
  ['10 for a share of papers missing', 'procedures: {claim_by_hand.papers.receipt.missing: 10}', '10', /missing is 10/],
  [
    'a paper more without the chance that it is missing',
    'procedures: {claim_by_hand.papers.photo: {en: photo}}',
    '{en',
    /photo: missing is missing/,
  ],
  ['a date for days', 'procedures: {claim_by_hand.deadline: 2013-01-01}', '2013', /deadline/],
  ['amendments that are no mapping', 'amend: []', '[', /amend/],
  ['a misspelt rule', 'amend: {deductble: rules/a.ts}', 'deductble', /deductble/, 'deductible'],
  ['a misspelt rule, in Chinese', 'amend: {起付: rules/a.ts}', '起付', /起付/, '起付线'],
  ['a rule that cannot be amended', 'amend: {weather: rules/a.ts}', 'weather', /no rule .*weather/],
  ['a rule amended by a number', 'amend: {deductible: 0}', '0', /amend\.deductible/],
  ['one rule by two names', 'amend: {deductible: rules/a.ts, 起付线: rules/b.ts}', '起付线', /amended above/],
]

describe('A scenario file with one fault gets one located message', () => {
  test.each(SINGLE)('%s', (_, line, where, message, nearest) => {
    const faults = faultsOf(`${SOUND}${line}\n`)
    expect(faults).toHaveLength(1)
    expect(place(faults[0])).toBe(`3:${line.indexOf(where) + 1}`)
    expect(faults[0].message).toMatch(message)
    if (nearest !== undefined) expect(faults[0].nearest).toBe(nearest)
  })

  test.each([
    ['years reversed', 'years: [2013, 2012]\npopulation: {persons: 5}', '1:8', /2013, 2012/],
    ['a year that is not whole', 'years: [2012.5, 2013]\npopulation: {persons: 5}', '1:9', /2012\.5/],
    ['years without data', 'years: [2005, 2013]\npopulation: {persons: 5}', '1:8', /not covered/],
    ['burn-in years without data', 'years: [2012, 2013]\nburn_in: 9\npopulation: {persons: 5}', '1:8', /not covered/],
    ['more persons than any county has', 'years: [2012, 2013]\npopulation: {persons: 1e300}', '2:23', /1e\+300/],
    ['half a person', 'years: [2012, 2013]\npopulation: {persons: 20000.5}', '2:23', /20000\.5/],
    ['no persons', 'years: [2012, 2013]', '1:1', /population\.persons/],
    ['no years', 'population: {persons: 5}', '1:1', /years/],
    ['misspelt years, told once', 'yeasr: [2012, 2013]\npopulation: {persons: 5}', '1:1', /yeasr/],
    ['an empty file', '', '1:1', /empty/],
    ['a file of comments only', '# nothing\n\n', '1:1', /empty/],
    ['a list in place of a mapping', '- 1\n- 2\n', '1:1', /\[1, 2\]/],
    ['bytes that are no text', 'name: \u0000\u0001x', '1:7', /control character \\x00/],
    ['a control character', 'name: x\u001b[2J', '1:8', /control character \\x1b/],
    ['GBK', 'title: {zh: \ufffd\ufffd}', '1:13', /not UTF-8 \(GBK\?\)/],
    ['UTF-16', '\ufffd\ufffdn\u0000a\u0000m\u0000e\u0000', '1:1', /UTF-16/],
    ['several documents', 'years: [2012, 2013]\n---\nyears: [2012, 2013]\n', '2:1', /several documents/],
    ['a quote that is not closed, where it opens', 'title: {en: "one}\nyears: [2012, 2013]\nburn_in: 1\n', '1:13', /not closed/],
    ['a tag', 'years: [2012, 2013]\npopulation: {persons: !!float 80}', '2:31', /!!float is a tag/],
    ['a merge key', 'years: [2012, 2013]\npopulation: {<<: {persons: 5}}', '2:14', /<< would merge/],
    ['a blank that looks like another', '\u3000years: 2012', '1:1', /\\u3000years/],
    ['broken YAML', 'years: [2012, 2013\npopulation: {persons: 5}', '2:1', /no valid YAML/],
  ])('%s', (_, text, where, message) => {
    const faults = faultsOf(text)
    expect(faults).toHaveLength(1)
    expect(place(faults[0])).toBe(where)
    expect(faults[0].message).toMatch(message)
  })
})

test('Lines may end with CR alone', () => {
  expect(faultsOf('years: [2012, 2013]\rpopulation: {persons: 500}\rburn_in: 0\r').map(place)).toEqual(['3:10'])
})

describe('Several files', () => {
  test('that extend one another in a circle are told where the circle closes', () => {
    const faults = faultsOf({ 'a.yaml': 'extends: b.yaml\n', 'b.yaml': '# second\nextends: a.yaml\n' })
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject({ file: 'b.yaml', line: 2, column: 10 })
  })

  test('show the fault in the file where it stands, also when it comes from a file extended', () => {
    const faults = faultsOf({ 'a.yaml': 'extends: b.yaml\nreplications: 0\n', 'b.yaml': `${SOUND}policy: {premium.individual: -1}\n` })
    expect(faults.map(({ file, line }) => `${file}:${line}`)).toEqual(['a.yaml:2', 'b.yaml:3'])
  })

  test('that contradict one another only together are told in the nearer one', () => {
    const texts = {
      'a.yaml': 'extends: b.yaml\npolicy: {benefit.deductible.county_hospital: 900}\n',
      'b.yaml': `${SOUND}policy: {benefit.ceiling: 800, benefit.deductible.out_of_province: 700}\n`,
    }
    const faults = faultsOf(texts)
    expect(faults).toHaveLength(1)
    expect(faults[0].message).toContain('county_hospital')
  })
})

describe('A mechanism that is not merely off', () => {
  test('facility_choice: off lets no place answer to what the scheme pays', () => {
    expect(faultsOf(`${SOUND}mechanisms: {facility_choice: off}`)).toEqual([])
  })

  test.each([['need', 'on, or yearly rates for everybody: { inpatient: 0.08, outpatient: 4 }']])(
    '%s: off is told which constants stand in its place',
    (mechanism, expected) => {
      expect(faultsOf(`${SOUND}mechanisms: {${mechanism}: off}`)).toMatchObject([{ expected, nearest: undefined }])
    },
  )
})
