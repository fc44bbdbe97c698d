import { describe, expect, test } from 'vitest'
import { dayOf } from '../../src/kernel/calendar.ts'
import { policyNotes } from '../../src/scenario/policy/notes.ts'
import { faultsOf, law, load, place } from './reader.ts'

const SMALL = 'years: [2012, 2015]\npopulation: {persons: 500}\n'
const YEARS = [2011, 2012, 2013, 2014, 2015, 2016]

/** A parameter's number in each year under a scenario's policy block, or under several files. */
function series(policy: string | Record<string, string>, name = 'premium.individual') {
  const { law: changed } = load(typeof policy === 'string' ? `${SMALL}policy: ${policy}\n` : policy)
  return YEARS.map((year) => changed.valueAt(name, dayOf(year, 7, 1)).value)
}

const fault = (policy: string) => {
  const faults = faultsOf(`${SMALL}policy: ${policy}\n`)
  expect(faults).toHaveLength(1)
  return faults[0]
}

describe('A change in a scenario', () => {
  test.each([
    ['+60', [110, 120, 130, 150, 180, 210]],
    ["'+60'", [110, 120, 130, 150, 180, 210]],
    ['"+60"', [110, 120, 130, 150, 180, 210]],
    ['!!str +60', [110, 120, 130, 150, 180, 210]],
    ['+060', [110, 120, 130, 150, 180, 210]],
    ['-5', [45, 55, 65, 85, 115, 145]],
    ['- 5', undefined],
    ['×2', [100, 120, 140, 180, 240, 300]],
    ['x2', [100, 120, 140, 180, 240, 300]],
    ["'*2'", [100, 120, 140, 180, 240, 300]],
    ['-10%', [45, 54, 63, 81, 108, 135]],
    ['+10%', [55, 66, 77, 99, 132, 165]],
  ])('is read with its sign: %s', (written, expected) => {
    if (expected) expect(series(`{premium.individual: {change: ${written}}}`)).toEqual(expected)
    else expect(faultsOf(`${SMALL}policy: {premium.individual: {change: ${written}}}`)[0]).toMatchObject({ line: 3, code: 'yaml' })
  })

  test('may be an alias of a change that stands further up', () => {
    const policy = '{premium.individual: {change: &more +60}, subsidy.standard: {change: *more}}'
    expect(series(policy, 'subsidy.standard')).toEqual([260, 300, 340, 380, 440, 480])
    const whole = '{premium.individual: &all {change: +60}, subsidy.standard: *all}'
    expect(series(whole, 'subsidy.standard')).toEqual([260, 300, 340, 380, 440, 480])
  })

  test.each([
    ['{premium.individual: {change: *2}}', '3:39', /\*2 is an alias/, /×2 or x2/],
    ['{premium.individual: *1.5}', '3:30', /\*1.5 is an alias/, /×1.5/],
    ['{premium.individual: {change: 60}}', '3:39', /60 has no sign/, /\+60, -60 or ×60/],
    ['{premium.individual: {change: 10%}}', '3:39', /10% has no sign/, /\+10% or -10%/],
    ['{premium.individual: {change:+60}}', '3:31', /'change:\+60'/, /{ change: \+60 }/],
    ['{premium.individual: {change：+60}}', '3:31', /'change：\+60'/, /{ change: \+60 }/],
    ['{premium.individual: {Change: +60}}', '3:31', /'Change'/, /{ change: /],
    ['{premium.individual: {over: 3, change: +1}}', '3:31', /'over'/, /change/],
    ['{premium.individual: {change: -60}}', '3:39', /-60 makes -10 of 50 \(2011-01-01\)/, /^from 0 to 100000 yuan$/],
    ['{premium.individual: {change: +60, from: 2014}}', '3:50', /did you mean 2014-01-01/, /YYYY-MM-DD/],
    ['{premium.individual: {change: +60, years: [2012, 2015]}}', '3:51', /two years/, /2012-2015 for all/],
    ['{premium.individual: {change: +60, years: 2024}}', '3:51', /after the data/, /up to/],
    ['{premium.individual: {change: +60, from: 2024-01-01}}', '3:50', /after the data/, /up to/],
    ['{premium.individual: {2013-01-01: {change: 3}}}', '3:52', /2013-01-01: 3 has no sign/, /\+3/],
  ])('is a fault with its place, what is wrong and what is expected: %s', (policy, at, message, expected) => {
    const told = fault(policy)
    expect(place(told)).toBe(at)
    expect(told.message).toMatch(message)
    expect(told.expected).toMatch(expected)
  })

  test('equals the series written by hand: the same steps of the same day, set by the scenario', () => {
    const changed = load(`${SMALL}policy: {premium.individual: {change: ×2, from: 2012-01-01}}`).law.entry('premium.individual')
    const hand = '{2012-01-01: 120, 2013-01-01: 140, 2014-01-01: 180, 2015-01-01: 240, 2016-01-01: 300}'
    expect(changed.values).toEqual(load(`${SMALL}policy: {premium.individual: ${hand}}`).law.entry('premium.individual').values)
  })
})

describe('A sign at a bare number', () => {
  test.each([
    ['{subsidy.standard: +60}', '3:28', '{ change: +60 } for 60 more than the law says, or 60 without a sign'],
    ['{subsidy.standard: {2014-01-01: +60}}', '3:41', '{ change: +60 } for 60 more than the law says, or 60 without a sign'],
    ['{care.elasticity.inpatient: +0.1}', '3:37', '{ change: +0.1 } for 0.1 more than the law says, or 0.1 without a sign'],
    ['{demography.birth_rate: [+1, 0, 0, 0, 0, 0, 0]}', '3:34', '{ change: +1 } for 1 more than the law says, or 1 without a sign'],
    ['{critical_illness.bands: [{from: 0, rate: +0.1}]}', '3:51', '{ change: +0.1 } for 0.1 more than the law says, or 0.1 without a sign'],
    ['{subsidy.standard: -60}', '3:28', 'from 0 to 100000 yuan, or { change: -60 } to change what the law says'],
    ['{subsidy.standard: -10%}', '3:28', 'a number from 0 to 100000 yuan, or { change: -10% } to change what the law says'],
    ['{subsidy.standard: ×2}', '3:28', 'a number from 0 to 100000 yuan, or { change: ×2 } to change what the law says'],
  ])('is a fault that says what to write: %s', (policy, at, expected) => {
    const told = fault(policy)
    expect(place(told)).toBe(at)
    expect(told.expected).toBe(expected)
  })

  test('is a value where the parameter may be negative', () => {
    expect(series('{care.elasticity.inpatient: -0.1}', 'care.elasticity.inpatient')).toEqual(YEARS.map(() => -0.1))
  })
})

describe('A change in a file that extends another', () => {
  const over = (base: string, reform: string) =>
    series({
      'a.yaml': `extends: b.yaml\npolicy: {premium.individual: ${reform}}\n`,
      'b.yaml': `${SMALL}policy: {premium.individual: ${base}}\n`,
    })

  test('changes what that file says', () => {
    expect(over('100', '{change: +60}')).toEqual([160, 160, 160, 160, 160, 160])
    expect(over('100', '{change: +60, from: 2014-01-01}')).toEqual([100, 100, 100, 160, 160, 160])
    expect(over('{2013-01-01: 100, 2015-01-01: 200}', '{change: ×2, from: 2014-01-01}')).toEqual([50, 60, 100, 200, 400, 400])
    expect(over('{change: ×2}', '{change: +1}')).toEqual([101, 121, 141, 181, 241, 301])
    expect(over('{change: ×2}', '{2014-01-01: 100}')).toEqual([100, 120, 140, 100, 100, 100])
  })

  test('is replaced by a plain value, as a plain value is', () => {
    expect(over('{change: ×2}', '33')).toEqual([33, 33, 33, 33, 33, 33])
  })

  test('is judged over what that file says, not over the law', () => {
    expect(over('100', '{change: -60}')).toEqual([40, 40, 40, 40, 40, 40])
  })

  test('and a dated value from which on it holds leave a plain value of that file as it was before', () => {
    expect(over('100', '{2014-01-01: 130}')).toEqual([100, 100, 100, 130, 130, 130])
    const three = {
      'b.yaml': 'extends: c.yaml\npolicy: {premium.individual: 100}\n',
      'c.yaml': `${SMALL}policy: {premium.individual: {2013-01-01: 5}}\n`,
    }
    const near = 'extends: b.yaml\npolicy: {premium.individual: {2015-01-01: 130}}\n'
    expect(series({ 'a.yaml': near, ...three })).toEqual([100, 100, 100, 100, 130, 130])
  })
})

describe('A parameter by its Chinese name', () => {
  test.each(['起付线（县级医院）', '起付线(县级医院)', ' 起付线（县级医院） '])('is that parameter: %s', (name) => {
    expect(load(`${SMALL}policy: {"${name}": 500}`).policy).toEqual({ 'benefit.deductible.county_hospital': 500 })
  })

  test('every parameter has one that means no other', () => {
    const names = law.names().map((name) => law.entry(name).zh)
    expect(new Set(names).size).toBe(names.length)
  })

  test('joins the dotted name over extends', () => {
    const files = {
      'a.yaml': 'extends: b.yaml\npolicy: {个人缴费标准: {change: +1}}\n',
      'b.yaml': `${SMALL}policy: {premium.individual: 9}\n`,
    }
    expect(series(files)).toEqual(YEARS.map(() => 10))
  })

  test('has its faults where it stands, under the name that was written', () => {
    const told = fault('{起付线（县级医院）: {2012-01-01: +5}}')
    expect(place(told)).toBe('3:34')
    expect(told.message).toMatch(/^起付线（县级医院）/)
    expect(place(fault('{个人缴费标准: -5}'))).toBe('3:18')
  })

  test('beside its dotted name in one file is set twice', () => {
    expect(fault('{premium.individual: 5, 个人缴费标准: 6}').message).toMatch(/'个人缴费标准' is 'premium.individual'/)
  })

  test.each([
    ['起付线', 4, /benefit.deductible.township_centre \(起付线（乡镇卫生院）\), benefit.deductible.county_hospital/],
    ['起付标准', 7, /benefit.deductible.county_hospital/],
    ['财政补助', 2, /subsidy.standard \(财政补助标准\), subsidy.announced/],
    ['deductible', 7, /benefit.deductible.county_hospital/],
    ['benefit.deductible', 4, /benefit.deductible.county_hospital/],
    ['premium', 31, /premium.individual .* and \d+ more/],
    ['报销比例（县级医院）', 2, /benefit.rate.county_hospital .*, benefit.outpatient.rate.county_hospital /],
    ['县级医院报销比例', 2, /benefit.rate.county_hospital .*, benefit.outpatient.rate.county_hospital /],
    ['报销比例（县级医元）', 2, /benefit.rate.county_hospital .*, benefit.outpatient.rate.county_hospital /],
  ])('that is a term of several lists them: %s', (word, many, expected) => {
    const told = fault(`{${word}: 5}`)
    expect(told).toMatchObject({ code: 'ambiguous-parameter', line: 3, column: 10 })
    expect(told.message).toContain(`any of ${many} parameters`)
    expect(told.expected).toMatch(expected)
  })

  test.each([
    ['个人缴费标谁', '个人缴费标准', 'premium.individual'],
    ['个人缴费', '个人缴费标准', 'premium.individual'],
    ['县级医院起付线', '起付线（县级医院）', 'benefit.deductible.county_hospital'],
    ['premium.individul', 'premium.individual', '个人缴费标准'],
    ['住院报销比例（县级医院）', '报销比例（县级医院住院）', 'benefit.rate.county_hospital'],
    ['门诊报销比利（县级医院）', '门诊报销比例（县级医院）', 'benefit.outpatient.rate.county_hospital'],
    ['住院起付线（县级医院）', '起付线（县级医院）', 'benefit.deductible.county_hospital'],
    ['benefit.inpatient.rate.county_hospital', 'benefit.rate.county_hospital', '报销比例（县级医院住院）'],
    ['"deductible, county hospital"', 'benefit.deductible.county_hospital', '起付线（县级医院）'],
  ])('that nothing is called has the nearest in both languages: %s', (word, nearest, other) => {
    const told = fault(`{${word}: 5}`)
    expect(told).toMatchObject({ code: 'unknown-parameter', nearest })
    expect(told.expected).toContain(other)
  })

  test.each(['门诊起付线（县级医院）', 'benefit.outpatient.deductible.county_hospital'])(
    'is never taken for one of the other care: %s',
    (word) => {
      const { nearest, expected } = fault(`{${word}: 5}`)
      expect([nearest ?? '', expected].join()).not.toMatch(/benefit\.deductible|^起付线/)
    },
  )
})

describe('What is told of a policy block', () => {
  const notes = (policy: string) => policyNotes(load(`${SMALL}policy: ${policy}\n`), law)

  test('names the later steps of the law that a dated value replaces, up to the campaign for the year after the last', () => {
    expect(notes('{subsidy.standard: {2012-01-01: 250}}')).toEqual([
      "subsidy.standard (财政补助标准): your 250 of 2012 also replaces the law's 280 of 2013, 320 of 2014, 380 of 2015, 420 of 2016",
    ])
    expect(notes('{premium.individual: {2012-01-01: 120, 2013-01-01: 140}}')).toEqual([
      "premium.individual (个人缴费标准): your 140 of 2013 also replaces the law's 90 of 2014, 120 of 2015, 150 of 2016",
    ])
  })

  test("names the law's series that one value replaces in all years", () => {
    expect(notes('{premium.individual: 70}')).toEqual([
      "premium.individual (个人缴费标准): your 70 holds in all years, in place of the law's 50 of 2011, 60 of 2012, 90 of 2014, 120 of 2015, 150 of 2016",
    ])
  })

  test('is silent where the law has one value, or the same, or each step is replaced by name', () => {
    expect(notes('{benefit.deductible.county_hospital: 500}')).toEqual([])
    expect(notes('{subsidy.standard: {2014-01-01: 1, 2015-01-01: 2, 2016-01-01: 3}}')).toEqual([])
  })

  test('says what a change comes to, year by year', () => {
    expect(notes('{premium.individual: {change: ×2, years: 2014-2015}}')).toEqual([
      'premium.individual (个人缴费标准): ×2 makes 180 of 90 in 2014, 240 of 120 in 2015',
    ])
    expect(notes('{benefit.rate.county_hospital: {change: +5%}}')).toEqual([
      'benefit.rate.county_hospital (报销比例（县级医院住院）): +5% makes 0.861 of 0.82 from 2011',
    ])
    expect(notes('{benefit.rate.county_hospital: {change: +0.05, years: 2012}}')).toEqual([
      'benefit.rate.county_hospital (报销比例（县级医院住院）): +0.05 makes 0.87 of 0.82 in 2012',
    ])
    expect(notes('{benefit.rate.county_hospital: {change: +0.05, years: 2012-2013}}')).toEqual([
      'benefit.rate.county_hospital (报销比例（县级医院住院）): +0.05 makes 0.87 of 0.82 in 2012-2013',
    ])
  })

  const nothing = (what: string, last: number) => [
    `benefit.deductible.county_hospital (起付线（县级医院）): ${what} changes nothing, the years of the run are 2011 to ${last}`,
  ]

  test.each([
    ['{change: +100, years: 2018}', '+100 in 2018'],
    ['{change: +100, years: 2017-2018}', '+100 in 2017-2018'],
    ['{change: +100, from: 2018-01-01}', '+100 from 2018'],
    ['{2018-01-01: 900}', '900 from 2018'],
    ['{change: ×2, years: 2008}', '×2 in 2008'],
    ['{change: +100, years: 2016}', '+100 in 2016'],
  ])('says that nothing comes of years which the run does not read: %s', (setting, what) => {
    expect(notes(`{benefit.deductible.county_hospital: ${setting}}`)).toEqual(nothing(what, 2015))
  })

  test('says so of named years one by one, and not of dates one of which holds in some year', () => {
    for (const dates of ['2005-01-01: 900', '2005-01-01: 900, 2008-01-01: 800', '2014-01-01: 900, 2018-01-01: 800'])
      expect(notes(`{benefit.deductible.county_hospital: {${dates}}}`).filter((note) => /nothing/.test(note))).toEqual([])
    expect(notes("{benefit.deductible.county_hospital: {change: +100, years: '2008, 2014'}}")[0]).toMatch(/ \+100 in 2008 changes nothing/)
  })

  test('counts the year after the last where a campaign looks at it', () => {
    expect(notes('{premium.individual: {change: +10, years: 2016}}')).toEqual([
      'premium.individual (个人缴费标准): +10 makes 160 of 150 in 2016',
    ])
    expect(notes('{premium.individual: {change: +10, years: 2018}}')[0]).toMatch(
      /\+10 in 2018 changes nothing, the years of the run are 201[01] to 2016$/,
    )
  })
})
