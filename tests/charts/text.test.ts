import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { steps } from '../../src/charts/kit/frame.ts'
import { apart } from '../../src/charts/kit/labels.ts'
import {
  largeCell,
  lineWidth,
  listed,
  money,
  number,
  numberSeen,
  percent,
  signed,
  signedSeen,
  wrapped,
  yearsListed,
} from '../../src/charts/kit/text.ts'

describe('numbers as text', () => {
  it('group thousands, keep the wanted digits and use a real minus', () => {
    expect(number(1234567.891, 2)).toBe('1,234,567.89')
    expect(number(-1234)).toBe('−1,234')
    expect(number(999.6)).toBe('1,000')
    expect(number(-0.4)).toBe('0')
    expect(percent(0.97649)).toBe('97.6%')
    expect([signed(12), signed(-3), signed(0.2)]).toEqual(['+12', '−3', '0'])
  })

  it('large money is million yuan in English and 万元 in Chinese', () => {
    expect(money(18_251_234, 'en')).toBe('18.3 million yuan')
    expect(money(18_251_234, 'zh')).toBe('1,825 万元')
    // of a village's money two figures are left
    expect([money(3200, 'zh'), money(-21_400, 'zh'), money(99_960, 'zh'), money(0, 'zh')]).toEqual([
      '0.32 万元',
      '−2.1 万元',
      '10.0 万元',
      '0 万元',
    ])
    expect([money(3200, 'en'), money(214_000, 'en'), money(960_000, 'en')]).toEqual([
      '0.003 million yuan',
      '0.21 million yuan',
      '0.96 million yuan',
    ])
  })

  it('an amount that is not 0 never reads as 0, however small and in either language', () => {
    expect([money(400, 'en'), money(-320, 'en'), money(12.5, 'en'), money(0, 'en')]).toEqual([
      '0.0004 million yuan',
      '−0.0003 million yuan',
      '0.00001 million yuan',
      '0.0 million yuan',
    ])
    expect([money(40, 'zh'), largeCell(400, 'en'), largeCell(4000, 'zh')]).toEqual(['0.004 万元', '0.0004', '0.4'])
    expect([numberSeen(0.3), signedSeen(-0.04), signedSeen(0.3), numberSeen(12.3)]).toEqual(['0.3', '−0.04', '+0.3', '12'])
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1e9 }), fc.constantFrom('en', 'zh'), (fen, lang) => {
        expect(money(fen / 100, lang)).toMatch(/[1-9]/)
        expect(largeCell(fen / 100, lang)).toMatch(/[1-9]/)
      }),
    )
    // a rest of rounding is nothing
    expect(money(1e-9, 'en')).toBe('0.0 million yuan')
  })

  it('years in a row become a span', () => {
    expect(yearsListed([2012, 2013, 2015], 'en')).toBe('2012–2013 and 2015')
    expect(yearsListed([2012, 2014, 2016], 'zh')).toBe('2012、2014、2016 年')
    expect(listed(['a', 'b', 'c'], 'en')).toBe('a, b and c')
  })
})

describe('lines', () => {
  it('never exceed their width and lose no letter', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('income', 'rose', '2,015', '基金收入', '升至，', '503 元；', 'to'), { minLength: 1, maxLength: 40 }),
        (words) => {
          const sentence = words.join(' ')
          const lines = wrapped(sentence, 300, 12)
          expect(lines.join('').replaceAll(' ', '')).toBe(sentence.replaceAll(' ', ''))
          for (const line of lines) expect(lineWidth(line) * 12).toBeLessThanOrEqual(300 + 24)
        },
      ),
    )
  })

  it('do not part a number from its Chinese unit', () => {
    for (const line of wrapped('人均支出由 307 元升至 476 元；'.repeat(12), 400, 13)) expect(line).not.toMatch(/\d$|^元/)
  })
})

describe('axes and labels', () => {
  it('ticks are round, evenly spaced and cover both ends', () => {
    fc.assert(
      fc.property(fc.integer({ min: -2000, max: 2000 }), fc.integer({ min: 1, max: 5000 }), (low, span) => {
        const ticks = steps(low, low + span, 6)
        expect(ticks[0]).toBeLessThanOrEqual(low)
        expect(ticks[ticks.length - 1]).toBeGreaterThanOrEqual(low + span)
        expect(ticks.length).toBeGreaterThan(1)
        expect(ticks.length).toBeLessThan(9)
        const gaps = ticks.slice(1).map((tick, index) => tick - ticks[index])
        for (const gap of gaps) expect(gap).toBeCloseTo(gaps[0], 5)
      }),
    )
  })

  it('labels keep their order, their distance and the plot', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 1, maxLength: 6 }), (wanted) => {
        const placed = apart(wanted, 15, 0, 100)
        const sorted = [...placed].sort((one, other) => one - other)
        for (let i = 1; i < sorted.length; i++) expect(sorted[i] - sorted[i - 1]).toBeGreaterThan(14.9)
        wanted.forEach((one, i) => {
          wanted.forEach((other, j) => {
            if (one < other) expect(placed[i]).toBeLessThan(placed[j])
          })
          expect(placed[i]).toBeGreaterThanOrEqual(-1e-9)
          expect(placed[i]).toBeLessThanOrEqual(100 + 1e-9)
        })
      }),
    )
  })
})
