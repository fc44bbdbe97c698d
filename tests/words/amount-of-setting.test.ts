import { describe, expect, test } from 'vitest'
import { sayIn } from '../../src/cli/language/say.ts'
import { policyNotes } from '../../src/scenario/policy/notes.ts'
import { isNoCeiling, minusSign, settingText } from '../../src/words/amount-of-setting.ts'
import { unitAlone } from '../../src/words/units.ts'
import { law, load } from '../scenario/reader.ts'

describe('What a parameter is set to', () => {
  test.each([
    ['benefit.ceiling', 1e100, 'no ceiling', '不封顶'],
    ['critical_illness.ceiling', '1e+100', 'no ceiling', '不封顶'],
    ['benefit.outpatient.cap_per_visit', 1e9, 'no ceiling', '不封顶'],
    ['benefit.ceiling', 200_000, '200000', '200000'],
    ['benefit.ceiling_bonus_poor', 1e100, '10^100', '10^100'],
    ['critical_illness.threshold', '2.5e+30', '2.5 × 10^30', '2.5 × 10^30'],
    ['benefit.ceiling_per', 'admission', 'admission', 'admission'],
    ['benefit.ceiling', '', '', ''],
  ])('%s of %s is told as one reads it', (name, value, en, zh) => {
    expect([settingText(name, value, 'en'), settingText(name, value, 'zh')]).toEqual([en, zh])
  })

  test.each([
    ['-0.35', '−0.35'],
    ['-1 to -0.1', '−1 to −0.1'],
    ['[-0.5,-1e6]', '[−0.5,−1e6]'],
    ['2010-09-01 to 2011-05-31', '2010-09-01 to 2011-05-31'],
    ['10^-7', '10^-7'],
    ['c0-v3-h12', 'c0-v3-h12'],
  ])('%s has the sign that a reader sees elsewhere, and dates, powers and ids keep theirs', (text, told) =>
    expect(minusSign(text)).toBe(told),
  )

  test('names its unit without a measure word where no number stands before it', () => {
    expect([unitAlone('posts', 'zh'), unitAlone('working days', 'zh'), unitAlone('yuan', 'zh'), unitAlone('posts', 'en')]).toEqual([
      '岗位',
      '工作日',
      '元',
      'posts',
    ])
  })

  test('as a ceiling that limits nobody begins at a milliard', () => {
    expect([999_999_999, 1e9].map((value) => isNoCeiling('benefit.ceiling', value))).toEqual([false, true])
  })

  test('without a ceiling is said so where values of the law are set aside, in both languages', () => {
    const scenario = load('years: [2012, 2013]\npopulation: {persons: 100}\npolicy: {benefit.ceiling: 1e100}\n')
    const [note] = policyNotes(scenario, law)
    expect(note).toContain('your “no ceiling” holds in all years, in place of')
    expect(sayIn('zh')(note)).toContain('你的取值 “不封顶” 适用于各年，取代')
  })
})
