import { describe, expect, it } from 'vitest'
import { fundBalance } from '../../src/charts/fund-balance/fund-balance.ts'
import { PARTS } from '../../src/charts/fund-balance/parts.ts'
import { LANGUAGES } from '../../src/charts/index.ts'
import { ACCOUNTS } from '../../src/scheme/fund/ledger.ts'
import { fixture } from './fixture.ts'

const input = fixture()
const TOTALS = ['fund_income', 'fund_expenditure'] as const
const kindOf = { fund_income: 'income', fund_expenditure: 'expenditure' }
type Slice = { fill: string; x: number; y: number; y2: number }
const valuesOf = (lang: 'en' | 'zh') => {
  const spec = JSON.parse(JSON.stringify(fundBalance.spec(input, lang)))
  return spec.vconcat[1].layer.map((layer: { data: { values: unknown[] } }) => layer.data.values)
}

describe('Income and expenditure of the fund', () => {
  it.each(TOTALS)('%s: every account of the books is a part, and nothing else', (total) => {
    const booked = ACCOUNTS.filter((account) => account.startsWith(`${kindOf[total]}:`))
    expect(PARTS[total].map(({ measure }) => measure).sort()).toEqual(booked.map((account) => `fund_${account.replace(':', '.')}`).sort())
    expect(new Set(PARTS[total].map(({ fill }) => fill)).size).toBe(booked.length)
  })

  it.each(LANGUAGES)('the rows of the table add up to the totals that it prints (%s)', (lang) => {
    const { rows } = fundBalance.table(input, lang)
    const names = rows.map(([name]) => name)
    const totals = { fund_income: { en: 'income', zh: '收入' }, fund_expenditure: { en: 'spending', zh: '支出' } }
    for (const total of TOTALS) {
      const at = names.indexOf(totals[total][lang])
      const parts = rows.slice(at + 1, at + 1 + PARTS[total].length)
      expect(parts.map(([name]) => name)).toEqual(PARTS[total].map(({ words }) => `· ${words[lang]}`))
      for (let year = 1; year <= 4; year++) {
        const sum = parts.reduce((all, row) => all + Number(row[year].replaceAll(',', '')), 0)
        // each number is rounded to a tenth of a yuan
        expect(Math.abs(sum - Number(rows[at][year].replaceAll(',', '')))).toBeLessThan(0.05 * (parts.length + 1))
      }
    }
  })

  it('slices of every part that has money are drawn, up to the total of the year', () => {
    const [slices]: Slice[][] = valuesOf('en')
    const refund = PARTS.fund_income.find(({ measure }) => measure.endsWith('critical_illness_refund'))!
    const drawn = slices.filter(({ fill }) => fill === refund.fill)
    expect(drawn).toHaveLength(1)
    expect(drawn[0].y2 - drawn[0].y).toBeCloseTo(7.9, 3)
  })

  it('a part that the labelled year does not have is named with its year beside a sample of its colour', () => {
    for (const [lang, refund, loss] of [
      ['en', "insurer's refund 8 (2015)", "insurer's loss 2 (2014)"],
      ['zh', '大病保险返还 8（2015 年）', '大病保险亏损 2（2014 年）'],
    ] as const) {
      const texts = JSON.stringify(valuesOf(lang))
      expect(texts).toContain(refund)
      expect(texts).toContain(loss)
    }
  })
})
