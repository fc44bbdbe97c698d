import { describe, expect, test } from 'vitest'
import { parseDay } from '../../src/kernel/calendar.ts'
import { changedValue, changeMeant, readChange } from '../../src/policy/change/change.ts'
import { faultsUnder, projectLaw } from './project-law.ts'

const law = projectLaw()
const on = (year: number) => parseDay(`${year}-06-30`) ?? Number.NaN

/** A parameter's number in each year. */
function series(overrides: Record<string, unknown>, name = 'premium.individual', years = [2011, 2012, 2013, 2014, 2015, 2016]) {
  const changed = law.with(overrides)
  return years.map((year) => changed.valueAt(name, on(year)).value)
}

const faultsOf = (overrides: Record<string, unknown>) => faultsUnder(law, overrides)

function made(value: number, written: unknown): unknown {
  const change = readChange(written)
  return 'kind' in change ? changedValue(value, change) : change.message
}

describe('a change', () => {
  test.each([
    ['+60', 70, 130],
    ['-60', 70, 10],
    ['×2', 70, 140],
    ['x2', 70, 140],
    ['X 2', 70, 140],
    ['*2', 70, 140],
    ['+10%', 70, 77],
    ['-10%', 0.7, 0.63],
    ['- 10 %', 0.7, 0.63],
    ['×1.1', 0.7, 0.77],
    ['×0.9', 0.82, 0.738],
    ['+0.1', 0.2, 0.3],
    ['-100%', 70, 0],
    ['+.5', 70, 70.5],
    ['+1e3', 70, 1070],
    ['＋６０', 70, 130],
    ['－１０％', 70, 63],
    ['−60', 70, 10],
  ])('of %s makes of %d what one would write by hand: %d', (written, before, after) => {
    expect(made(before, written)).toBe(after)
  })

  test.each([
    ['60', /no sign/, undefined],
    ['10%', /no sign/, undefined],
    ['2x', /no change/, '×2'],
    ['2倍', /no change/, '×2'],
    ['+1,000', /no change/, '+1000'],
    ['+60元', /no change/, '+60'],
    ['-120%', /more than there is/, undefined],
    ['+0x10', /no change/, undefined],
    ['×-2', /no change/, undefined],
    ['+', /no change/, undefined],
    ['', /no change/, undefined],
    [null, /no change/, undefined],
    [[1], /no change/, undefined],
    [`+${'9'.repeat(500)}`, /no change/, undefined],
    ['+1e999', /no change/, undefined],
  ])('is not %j', (written, message, nearest) => {
    const read = readChange(written)
    expect(read).toMatchObject({ message: expect.stringMatching(message) })
    expect('nearest' in read ? read.nearest : undefined).toBe(nearest)
  })

  test('is what a bare text with a sign, or a negative number, is taken to mean', () => {
    expect(['+60', 'x2', -60, '-10%'].map(changeMeant)).toEqual(['+60', '×2', '-60', '-10%'].map((text) => `{ change: ${text} }`))
    expect([60, 'much', null].map(changeMeant)).toEqual([undefined, undefined, undefined])
  })
})

describe('a changed parameter', () => {
  test('keeps every step of the law', () => {
    expect(series({})).toEqual([50, 60, 70, 90, 120, 150])
    expect(series({ 'premium.individual': { change: '×2' } })).toEqual([100, 120, 140, 180, 240, 300])
    expect(series({ 'premium.individual': { change: '+60' } })).toEqual([110, 120, 130, 150, 180, 210])
    expect(series({ 'premium.individual': { change: '-10%' } })).toEqual([45, 54, 63, 81, 108, 135])
  })

  test('is the law before the day from which it is changed', () => {
    expect(series({ 'premium.individual': { change: '+60', from: '2014-01-01' } })).toEqual([50, 60, 70, 150, 180, 210])
  })

  test('changes within a year where the rule follows the day', () => {
    const reform = law.with({ 'benefit.rate.county_hospital': { change: '-10%', from: '2013-07-01' } })
    const rate = (date: string) => reform.number('benefit.rate.county_hospital', parseDay(date) ?? Number.NaN)
    expect([rate('2013-06-30'), rate('2013-07-01')]).toEqual([0.82, 0.738])
  })

  test.each([
    ['a list', [2014, 2015], [50, 60, 70, 150, 180, 150]],
    ['a span', '2013-2015', [50, 60, 130, 150, 180, 150]],
    ['one year', 2014, [50, 60, 70, 150, 120, 150]],
    ['three years with a gap', [2012, 2014, 2015], [50, 120, 70, 150, 180, 150]],
    ['two years as a text', '2012, 2015', [50, 120, 70, 90, 180, 150]],
    ['a Chinese span', '2014年至2015年', [50, 60, 70, 150, 180, 150]],
  ])('is changed in the years named only: %s', (_, years, expected) => {
    expect(series({ 'premium.individual': { change: '+60', years } })).toEqual(expected)
  })

  test('may be changed step by step, and mixed with values of its own', () => {
    const steps = { '2013-01-01': { change: '×2' }, '2015-01-01': 300, '2016-01-01': { change: '+10%' } }
    expect(series({ 'premium.individual': steps })).toEqual([50, 60, 140, 180, 300, 165])
  })

  test('is marked as set by the scenario where it is changed, as data where it is not', () => {
    const reform = law.with({ 'premium.individual': { change: '+60', years: 2014 } })
    expect([2013, 2014, 2015].map((year) => reform.valueAt('premium.individual', on(year)).setBy)).toEqual(['data', 'scenario', 'data'])
  })

  test('covers the years that the law covers, no others', () => {
    const covers = (setting: unknown) => law.with({ 'premium.individual': setting }).entry('premium.individual').covers
    expect(covers({ change: '×2' })).toEqual(law.entry('premium.individual').covers)
    expect(covers({ '2018-01-01': 200, '2020-01-01': { change: '×2' } })).toEqual([
      [2011, 2016],
      [2018, 2019],
    ])
  })

  test('is what it was under ×1 and +0, whatever the parameter', () => {
    for (const name of law.names()) {
      const { unit, values } = law.entry(name)
      if (['mode', 'date', 'day'].includes(unit) || name === 'benefit.bands') continue
      for (const change of ['×1', '+0', '-0%'])
        expect(
          law
            .with({ [name]: { change } })
            .entry(name)
            .values.map(({ value }) => value),
          name,
        ).toEqual(values.map(({ value }) => value))
    }
  })

  test('may be a list, number by number, or the rates of bands', () => {
    expect(series({ 'demography.birth_rate': { change: '-10%' } }, 'demography.birth_rate', [2012])).toEqual([
      [0.0072, 0.0855, 0.0927, 0.0504, 0.0207, 0.0072, 0.0036],
    ])
    const bands = law.with({ 'critical_illness.bands': { change: '+0.05' } }).bands('critical_illness.bands', on(2014))
    expect(bands).toEqual(law.bands('critical_illness.bands', on(2014)).map(({ from, rate }) => ({ from, rate: (rate * 100 + 5) / 100 })))
  })
})

describe('a fault of a change', () => {
  test.each([
    ['negative money', { 'premium.individual': { change: '-60' } }, /-60 makes -10 of 50 \(2011-01-01\)/, undefined],
    ['a share above 1', { 'benefit.rate.county_hospital': { change: '+5' } }, /\+5 makes 5.82 of 0.82/, '{ change: +0.05 }'],
    ['a rate of a band above 1', { 'critical_illness.bands': { change: '×3' } }, /1.5 is not a share/, undefined],
    ['parts that are no whole', { 'illness.severity_share': { change: '×2' } }, /add up to 2/, undefined],
    ['half a day of payment', { 'fund.hospital_payment_day': { change: '×2.05' } }, /20.5 is not whole/, undefined],
    ['a number out of bounds', { 'fund.hospital_payment_day': { change: '×3' } }, /30 is out of bounds/, undefined],
    ['a date', { 'enrolment.deadline': { change: '+5' } }, /no amount/, undefined],
    ['bands that are not there', { 'benefit.bands': { change: '×2' } }, /nothing to change/, undefined],
    ['a key that is none', { 'premium.individual': { change: '+1', yaers: 2014 } }, /yaers/, 'years'],
    ['from and years', { 'premium.individual': { change: '+1', from: '2014-01-01', years: 2014 } }, /side by side/, undefined],
    ['a year for a day', { 'premium.individual': { change: '+1', from: 2014 } }, /not a day/, '2014-01-01'],
    ['a day within the year', { 'premium.individual': { change: '+1', from: '2014-07-01' } }, /whole scheme year/, '2014-01-01'],
    ['years that may be two or four', { 'premium.individual': { change: '+1', years: [2012, 2015] } }, /may be two years/, undefined],
    ['years before the scheme', { 'premium.individual': { change: '+1', years: '1999-2001' } }, /no years/, undefined],
    ['a year twice', { 'premium.individual': { change: '+1', years: '2014, 2013-2015' } }, /twice/, undefined],
    ['a date within a date', { 'premium.individual': { '2013-01-01': { change: '+1', from: '2014-01-01' } } }, /within a date/, undefined],
    ['a ceiling below a deductible', { 'benefit.ceiling': { change: '-98.5%' } }, /lies below/, undefined],
  ])('is told once: %s', (_, overrides, message, nearest) => {
    const faults = faultsOf(overrides)
    expect(faults).toHaveLength(1)
    expect(faults[0].message).toMatch(message)
    expect(faults[0].nearest).toBe(nearest)
  })

  test('proposes a change for a bare value that looks like one', () => {
    const expected = (value: unknown) => faultsOf({ 'subsidy.standard': value })[0].expected
    expect(expected('+60')).toContain('{ change: +60 }')
    expect(expected(-60)).toContain('{ change: -60 }')
    expect(expected('x2')).toContain('{ change: ×2 }')
    expect(expected('much')).not.toContain('change')
  })
})
