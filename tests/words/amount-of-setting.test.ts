import { describe, expect, test } from 'vitest'
import { sayIn } from '../../src/cli/language/say.ts'
import { policyNotes } from '../../src/scenario/policy/notes.ts'
import { isNoCeiling, settingText } from '../../src/words/amount-of-setting.ts'
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
