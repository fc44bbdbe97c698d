import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/kernel/calendar.ts'
import { faultsUnder, projectLaw } from './project-law.ts'

const law = projectLaw()
const on = (text: string) => parseDay(text) ?? Number.NaN

const faultsOf = (overrides: Record<string, unknown>) => faultsUnder(law, overrides)

describe("a scenario's value", () => {
  test('replaces the law for all years when it has no date', () => {
    const reform = law.with({ 'premium.individual': 100 })
    for (const date of ['2011-01-01', '2014-06-30', '2016-01-01']) expect(reform.number('premium.individual', on(date))).toBe(100)
    expect(law.number('premium.individual', on('2014-06-30'))).toBe(90)
  })

  test('with a date holds from that day on, later steps of the law included; before it the law stays', () => {
    const reform = law.with({ 'subsidy.standard': { '2014-01-01': 400 } })
    expect(reform.number('subsidy.standard', on('2012-05-01'))).toBe(240)
    expect(reform.number('subsidy.standard', on('2013-12-31'))).toBe(280)
    expect(reform.number('subsidy.standard', on('2014-01-01'))).toBe(400)
    expect(reform.number('subsidy.standard', on('2015-01-01'))).toBe(400)
  })

  test('dated before the first value of the law leaves what the law says before', () => {
    const reform = law.with({ 'benefit.rate.city_hospital': { '2010-01-01': 0.5 } })
    expect(reform.number('benefit.rate.city_hospital', on('2009-12-31'))).toBe(0.65)
    expect(reform.number('benefit.rate.city_hospital', on('2012-01-01'))).toBe(0.5)
  })

  test('is marked as set by the scenario, what is left of the law as data', () => {
    const reform = law.with({ 'subsidy.standard': { '2014-01-01': 400 } })
    expect(reform.valueAt('subsidy.standard', on('2014-03-01'))).toMatchObject({ status: 'scenario', setBy: 'scenario' })
    expect(reform.valueAt('subsidy.standard', on('2013-03-01'))).toMatchObject({ status: 'verified', setBy: 'data', source: 'CX2013' })
  })

  test('may be bands, a list or a mode', () => {
    const bands = [
      { from: 0, rate: 0.5 },
      { from: 5000, rate: 0.7 },
    ]
    const reform = law.with({ 'benefit.bands': bands, 'benefit.bands_mode': 'whole', 'illness.severity_share': [0.2, 0.3, 0.5] })
    expect(reform.bands('benefit.bands', 0)).toEqual(bands)
    expect(reform.text('benefit.bands_mode', 0)).toBe('whole')
    expect(reform.list('illness.severity_share', 0)).toEqual([0.2, 0.3, 0.5])
  })
})

describe("the years covered with a scenario's own value", () => {
  const covers = (setting: unknown) => law.with({ 'subsidy.standard': setting }).entry('subsidy.standard').covers

  test('are all of the scheme when it has no date', () => {
    expect(covers(300)).toEqual([[2003, 2025]])
  })

  test('are those of the law and, from its first date on, all that follow', () => {
    expect(covers({ '2014-01-01': 400, '2018-01-01': 500 })).toEqual([[2011, 2025]])
    expect(covers({ '2017-01-01': 450 })).toEqual([[2011, 2025]])
    expect(covers({ '2008-01-01': 80 })).toEqual([[2008, 2025]])
  })

  test('have a gap where neither the law nor the scenario says anything', () => {
    expect(covers({ '2020-01-01': 550 })).toEqual([
      [2011, 2016],
      [2020, 2025],
    ])
  })

  test('begin with a whole year: a rate set in July leaves the first half to the law', () => {
    const rate = (date: string) =>
      law.with({ 'benefit.rate.county_hospital': { [date]: 0.8 } }).entry('benefit.rate.county_hospital').covers
    expect(rate('2013-07-01')).toEqual([[2011, 2025]])
    expect(rate('2018-07-01')).toEqual([
      [2011, 2016],
      [2019, 2025],
    ])
  })
})

describe("a fault of a scenario's policy block", () => {
  test.each([
    [
      'an unknown name',
      { 'premium.indvidual': 100 },
      { code: 'unknown-parameter', parameter: 'premium.indvidual', part: 'key', nearest: 'premium.individual' },
    ],
    [
      '75 for 0.75',
      { 'benefit.rate.county_hospital': 75 },
      { code: 'value', parameter: 'benefit.rate.county_hospital', part: 'value', nearest: '0.75' },
    ],
    ['negative money', { 'premium.individual': -10 }, { code: 'value', parameter: 'premium.individual' }],
    ['a wrong type', { 'premium.individual': 'much' }, { code: 'value', parameter: 'premium.individual' }],
    ['an unknown mode', { 'benefit.bands_mode': 'margnal' }, { code: 'value', nearest: 'marginal' }],
    ['a list of the wrong length', { 'illness.severity_share': [0.5, 0.5] }, { code: 'value', parameter: 'illness.severity_share' }],
    ['parts that are no whole', { 'illness.severity_share': [0.5, 0.5, 0.5] }, { code: 'value', parameter: 'illness.severity_share' }],
    [
      'day and month exchanged',
      { 'subsidy.standard': { '2014-31-01': 400 } },
      { code: 'date', date: '2014-31-01', part: 'key', nearest: '2014-01-31' },
    ],
    ['a date outside the scheme', { 'subsidy.standard': { '1999-01-01': 400 } }, { code: 'date', date: '1999-01-01', part: 'key' }],
    ['no value', { 'subsidy.standard': {} }, { code: 'value', parameter: 'subsidy.standard' }],
    ['a ceiling below a deductible', { 'benefit.ceiling': { '2014-01-01': 900 } }, { code: 'contradiction', parameter: 'benefit.ceiling' }],
    [
      'a deductible above the ceiling',
      { 'benefit.deductible.city_hospital': 60000 },
      { code: 'contradiction', parameter: 'benefit.deductible.city_hospital' },
    ],
  ])('names the parameter: %s', (_, overrides, expected) => {
    const faults = faultsOf(overrides)
    expect(faults).toHaveLength(1)
    expect(faults[0]).toMatchObject(expected)
  })

  test('in one channel alone leaves shares that do not add up, once; moved together they may change', () => {
    const alone = faultsOf({ 'premium.channel_share.bank': 0.2 })
    expect(alone).toHaveLength(1)
    expect(alone[0]).toMatchObject({ code: 'contradiction', parameter: 'premium.channel_share.bank' })
    expect(faultsOf({ 'premium.channel_share.bank': 0.15, 'premium.channel_share.village_cadres': 0.6 })).toEqual([])
  })

  test.each([
    ['2013', '2013-01-01'],
    ['2013-01', '2013-01-01'],
    ['2013-1-1', '2013-01-01'],
    ['2013/07/01', '2013-07-01'],
    ['2013年1月1日', '2013-01-01'],
    ['2013-02-30', undefined],
    ['spring', undefined],
  ])('proposes the day that was meant by %s', (date, nearest) => {
    expect(faultsOf({ 'benefit.rate.county_hospital': { [date]: 0.8 } })).toMatchObject([{ code: 'date', nearest }])
  })

  test('does not hide the others', () => {
    const faults = faultsOf({ 'premium.individual': -1, nothing: 1, 'benefit.rate.city_hospital': { '2012-01-01': 2, '2013-13-01': 0.5 } })
    expect(faults).toHaveLength(4)
  })
})
