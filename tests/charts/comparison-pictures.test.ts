import { describe, expect, it } from 'vitest'
import { comparisonCharts } from '../../src/charts/comparison/index.ts'
import type { ComparisonInput } from '../../src/charts/comparison/input.ts'
import { drawCharts, LANGUAGES } from '../../src/charts/index.ts'
import { number, percent } from '../../src/charts/kit/text.ts'
import { NARROW_PICTURE } from '../../src/charts/kit/theme.ts'
import type { WinnersRow } from '../../src/measures/protection/winners.ts'
import { solvencyRows } from '../../src/measures/statistics/solvency.ts'
import { collisions, outside, sizeOf, textBoxes } from './boxes.ts'
import { fixture } from './fixture.ts'

const base = fixture()
const renamed = base.annual.map((row) => ({
  ...row,
  scenario: 'reform',
  value: row.measure === 'cumulative_balance' ? row.value - 2e7 : row.measure === 'insolvent' ? 1 : row.value,
}))
const winners = ['', ...Array.from({ length: 10 }, (_, index) => `decile=${index + 1}`)].flatMap((group, index): WinnersRow[] =>
  Object.entries({
    households: 9000,
    winners_share: 0.3 + index / 100,
    losers_share: 0.12 - index / 100,
    unchanged_share: 0.58,
    gain: 40 + index,
    gain_of_winners: 200 + index,
    ...(group === 'decile=10' ? {} : { gain_of_losers: -150 - index }),
  }).map(([measure, value]) => {
    const of = { scenario: 'reform', base: 'subsidy-years', year: 2015, measure, group, n: 20 }
    return { ...of, value, se: value / 50, lower: value - Math.abs(value) / 25, upper: value + Math.abs(value) / 25 }
  }),
)
const input: ComparisonInput = {
  base: { name: 'subsidy-years', title: base.title },
  reforms: [{ name: 'reform', title: { en: 'Five points more', zh: '提高5个百分点' } }],
  years: [2012, 2015],
  persons: 300_000,
  replications: 20,
  reason: { en: '20 replications, as asked.', zh: '按指定模拟 20 次。' },
  assumed: { share: 0.4, of: 90 },
  seed: 'test',
  version: '0.0.0',
  headlines: [],
  winners,
  unpaired: {},
  solvency: solvencyRows([...base.annual, ...renamed], []),
}
const chart = (name: string) => comparisonCharts(input).find((one) => one.name === name)!
const textsOf = (svg: string) => [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map((match) => match[1])

describe('The pictures of a comparison', () => {
  it('are drawn in both languages, without a stray value; a chart without rows is left out', async () => {
    const drawn = await drawCharts(comparisonCharts(input), input)
    expect(drawn.map(({ name, lang }) => `${name}.${lang}`)).toEqual([
      'winners-and-losers.en',
      'winners-and-losers.zh',
      'fund-fan.en',
      'fund-fan.zh',
    ])
    for (const { svg, lang } of drawn) {
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
      if (lang === 'en') expect(textsOf(svg).join('')).not.toMatch(/[\u4e00-\u9fff]/)
    }
  })

  it('show winners to the right and losers to the left of zero, decile by decile, as winners.csv has them', async () => {
    const [picture] = await drawCharts([chart('winners-and-losers')], input)
    const spec: { vconcat: { layer: { data: { values: Record<string, number>[] } }[] }[] } = JSON.parse(picture.spec)
    const [wins, losses] = spec.vconcat[1].layer.map(({ data }) => data.values).filter(([row]) => row.share !== undefined)
    const shares = winners.filter(({ measure }) => measure === 'winners_share').map(({ value }) => Number(value.toFixed(6)))
    expect(wins.map(({ share }) => share)).toEqual(shares)
    for (const { share } of losses) expect(share).toBeLessThan(0)
    const texts = textsOf(picture.svg)
    expect(texts).toEqual(expect.arrayContaining(['lowest decile', '31.0%: +201', '11.0%: −151', '+41']))
  })

  it('cut nothing off, let nothing collide, and stay readable on a telephone', async () => {
    for (const { name, lang, svg, narrow } of await drawCharts(comparisonCharts(input), input)) {
      for (const picture of [svg, narrow]) {
        expect(outside(picture), `${name}.${lang}`).toEqual([])
        expect(collisions(textBoxes(picture)), `${name}.${lang}`).toEqual([])
      }
      expect(sizeOf(narrow).width).toBeLessThanOrEqual(NARROW_PICTURE.width)
      expect(Math.min(...textBoxes(narrow).map(({ size }) => size))).toBeGreaterThanOrEqual(NARROW_PICTURE.letters)
    }
  })

  it('say in the title who wins, and who pays less for less care', () => {
    const less = { ...winners[0], measure: 'winners_less_care_share', value: 0.1 }
    const title = (rows: WinnersRow[]) => chart('winners-and-losers').title({ ...input, winners: rows }, 'en')
    expect(title(winners)).toBe('Five points more: in 2015 30.0% of households win, 12.0% lose')
    expect(title([...winners, less])).toBe('Five points more: in 2015 20.0% of households win, 12.0% lose, 10.0% pay less for less care')
    const more = { ...winners[0], measure: 'losers_more_care_share', value: 0.02 }
    const sides = '20.0% of households win, 10.0% lose, 10.0% pay less for less care, 2.0% pay more for more care'
    expect(title([...winners, less, more])).toBe(`Five points more: in 2015 ${sides}`)
    // the same word for the same share
    expect(chart('winners-and-losers').sentence({ ...input, winners: [...winners, less, more] }, 'en')).toContain(`In 2015, ${sides};`)
    expect(title(winners.map((row) => ({ ...row, value: 0 })))).toBe('Five points more: no household wins or loses in 2015')
  })

  it('show winners and losers of each county above the deciles, those in which most are moved, and say where nobody is', async () => {
    const counties = Array.from({ length: 10 }, (_, index) => ({
      ...{ name: `c${index}`, headlines: [] },
      title: { en: `County number ${index} of the mountains`, zh: `山区第${index}县新型农村合作医疗县` },
    }))
    const ofCounties = counties.flatMap(({ name }, index) =>
      winners
        .filter(({ group }) => group === '')
        .map((row) => ({ ...row, group: `county=${name}`, value: row.measure === 'winners_share' ? index / 20 : 0 })),
    )
    const several = { ...input, counties, winners: [...winners, ...ofCounties] }
    const picture = chart('winners-and-losers')
    const first = picture.table(several, 'en').rows.map(([name]) => name)
    expect(first.slice(0, 2)).toEqual(['all households', 'County number 2 of the mountains'])
    expect(first.slice(8, 10)).toEqual(['County number 9 of the mountains', 'lowest decile'])
    expect(picture.sentence(several, 'en')).toContain('By county: in County number 2 of the mountains 10.0% win, 0.0% lose; in County')
    const still = { ...several, counties: counties.slice(0, 2) }
    expect(picture.sentence(still, 'en')).toContain('in County number 0 of the mountains no household wins or loses.')
    expect(picture.sentence(still, 'zh')).toContain('山区第0县新型农村合作医疗县没有家庭受益或受损。')
    for (const { lang, svg, narrow } of await drawCharts([picture], several))
      for (const drawn of [svg, narrow]) {
        expect(outside(drawn), lang).toEqual([])
        expect(collisions(textBoxes(drawn)), lang).toEqual([])
        expect(textsOf(drawn).filter((text) => text.endsWith('…'))).toHaveLength(8)
      }
  })

  it('say what winners gain and losers lose on average, and how the ends differ', () => {
    for (const lang of LANGUAGES) {
      const said = chart('winners-and-losers').sentence(input, lang)
      for (const told of [percent(0.3), '200', percent(0.12), '150', percent(0.31), percent(0.4)]) expect(said).toContain(told)
    }
    expect(chart('winners-and-losers').table(input, 'en').rows[10].at(-1)).toBe('–')
  })

  it('hold the fans of base and reform on one scale', async () => {
    const [picture] = await drawCharts([chart('fund-fan')], input)
    const domains = [...picture.spec.matchAll(/"field": "q05"[\s\S]*?"domain": \[([^\]]+)\]/g)].map(([, domain]) =>
      domain.replace(/\s/g, ''),
    )
    expect(domains.length).toBeGreaterThan(1)
    expect(new Set(domains).size).toBe(1)
    const { rows } = chart('fund-fan').table(input, 'en')
    const [own, other] = [rows[2], rows[10]].map((cells) => Number(cells[4].replaceAll(',', '').replace('−', '-')))
    expect(number(own - other, 1)).toBe('20.0')
    expect(chart('fund-fan').sentence(input, 'en')).toContain('insolvency at the end of some year with 0% and 100%')
  })
})
