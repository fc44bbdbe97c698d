import { beforeAll, describe, expect, test } from 'vitest'
import { comparisonCharts } from '../../src/charts/comparison/index.ts'
import type { ComparisonInput } from '../../src/charts/comparison/input.ts'
import { comparisonText } from '../../src/charts/comparison/text.ts'
import { drawCharts } from '../../src/charts/index.ts'
import type { RenderedChart } from '../../src/charts/kit/input.ts'
import type { AnnualRow } from '../../src/measures/rows.ts'
import { compare } from '../../src/measures/statistics/compare.ts'
import { headlineRows } from '../../src/measures/statistics/headline.ts'
import { solvencyRows } from '../../src/measures/statistics/solvency.ts'
import { renderComparison } from '../../src/report/comparison.ts'

const LUCK = [-2, 1, 0, 2, -1]
const rowsOf = (scenario: string, measure: string, level: number, luck: number): AnnualRow[] =>
  [2013, 2014].flatMap((year) =>
    LUCK.map((one, index) => ({ scenario, replication: index + 1, year, area: 'county-1', measure, group: '', value: level + one * luck })),
  )
const BASE = [
  ...rowsOf('base', 'fund_income', 100e6, 1e6),
  ...rowsOf('base', 'fund_expenditure', 90e6, 1e6),
  ...rowsOf('base', 'cumulative_balance', 20e6, 1e6),
  ...rowsOf('base', 'effective_reimbursement_rate', 0.4, 0.01),
  ...rowsOf('base', 'participation_rate', 0.98, 0.001),
]
const REFORM = [
  ...rowsOf('reform', 'fund_income', 100e6, 1e6),
  ...rowsOf('reform', 'fund_expenditure', 95e6, 1.1e6),
  ...rowsOf('reform', 'cumulative_balance', 15e6, 0.9e6),
  ...rowsOf('reform', 'effective_reimbursement_rate', 0.42, 0.0101),
  ...rowsOf('reform', 'participation_rate', 0.98, 0.002),
]
const { rows } = compare(BASE, REFORM)
const INPUT: ComparisonInput = {
  base: { name: 'base', title: { en: 'As it is', zh: '现行' } },
  reforms: [{ name: 'reform', title: { en: 'Five points <more>', zh: '提高5个百分点' } }],
  years: [2013, 2014],
  persons: 300_000,
  replications: 5,
  reason: { en: '5 replications, as asked.', zh: '按指定模拟 5 次。' },
  assumed: { share: 0.4, of: 90 },
  seed: 'test',
  version: '0.0.0',
  headlines: headlineRows(rows),
  winners: [],
  unpaired: { reform: { en: 'other people', zh: '人口不同' } },
  solvency: solvencyRows([...BASE, ...REFORM, ...rowsOf('base', 'deficit', 0, 0), ...rowsOf('reform', 'deficit', 1, 0)], []),
}

describe('A figure of a comparison', () => {
  const textOf = (measure: string, lang: 'en' | 'zh') => {
    const row = rows.find((one) => one.measure === measure)
    if (!row) throw new Error(measure)
    return comparisonText(row, lang)
  }

  test('stands in one unit as base, reform and difference, in million yuan or 万元', () => {
    expect(textOf('fund_expenditure', 'en')).toMatchObject({
      name: 'fund expenditure, million yuan',
      base: '90.00',
      reform: '95.00',
      difference: '+5.00',
    })
    expect(textOf('fund_expenditure', 'zh')).toMatchObject({ name: '基金支出（万元）', base: '9,000', difference: '+500' })
  })

  test('of a rate differs by points', () => {
    expect(textOf('effective_reimbursement_rate', 'en')).toMatchObject({ base: '40.00%', reform: '42.00%', difference: '+2.00 points' })
    expect(textOf('effective_reimbursement_rate', 'zh').difference).toBe('+2.00 个百分点')
  })

  test('differs by as many digits as the width of its interval asks', () => {
    const row = { ...rows.find(({ measure }) => measure === 'fund_income')!, baseMean: 2.87e6, reformMean: 2.8721e6 }
    const narrow = { ...row, difference: 2100, lower: 1800, upper: 2400 }
    expect(comparisonText(narrow, 'en')).toMatchObject({
      ...{ base: '2.87', reform: '2.87', difference: '+0.0021', interval: '[+0.0018; +0.0024]' },
    })
    expect(comparisonText(narrow, 'zh')).toMatchObject({ base: '287', difference: '+0.21', interval: '[+0.18; +0.24]' })
    const exact = { ...row, difference: 3, lower: 3, upper: 3 }
    expect(comparisonText(exact, 'en').difference).toBe('+0.000003')
  })

  test.each([
    // difference, its bounds, in million yuan: what is told
    [12_345.678, 12_345.67, 12_345.69, '+0.0123', '[+0.0123; +0.0123]'],
    [5_000_123, 5_000_122, 5_000_124, '+5.00', '[+5.00; +5.00]'],
    [-50.4, -90_000, 80_000, '−0.00005', '[−0.09; +0.08]'],
    [300, 40, 560, '+0.0003', '[+0.00004; +0.0006]'],
    [0, -700, 700, '0', '[−0.0007; +0.0007]'],
  ])('%s yuan [%s; %s] is told by about three figures at most, and never as 0', (difference, lower, upper, told, interval) => {
    const row = { ...rows.find(({ measure }) => measure === 'fund_income')!, baseMean: 2.87e6, reformMean: 2.87e6 + difference }
    expect(comparisonText({ ...row, difference, lower, upper }, 'en')).toMatchObject({ difference: told, interval })
  })

  test('of which little is left is no 0 on either side', () => {
    const row = { ...rows.find(({ measure }) => measure === 'effective_reimbursement_rate')!, baseMean: 0.00003, reformMean: 0 }
    const text = comparisonText({ ...row, difference: -0.00003, lower: -0.0004, upper: 0.0001 }, 'en')
    expect(text).toMatchObject({ base: '0.003%', reform: '0.00%', difference: '−0.003 points', interval: '[−0.04; +0.01]' })
  })

  test('of the fund stands in one unit with the others, a small balance too', () => {
    const row = rows.find(({ measure }) => measure === 'cumulative_balance')!
    const small = { ...row, measure: 'current_balance', baseMean: 68_376.35, reformMean: -75_610.17 }
    const text = comparisonText({ ...small, difference: -143_986.51, lower: -179_195.75, upper: -108_777.28 }, 'en')
    expect(text).toMatchObject({ name: 'balance of the year, million yuan', base: '0.068', reform: '−0.076', difference: '−0.144' })
    expect(text.interval).toBe('[−0.179; −0.109]')
  })

  test('that does not differ at all is told by a bare nought', () => {
    expect(textOf('fund_income', 'en')).toMatchObject({ difference: '0', interval: '[0; 0]' })
  })
})

describe('The report of a comparison', () => {
  let pictures: RenderedChart[]
  let html = ''
  beforeAll(async () => {
    pictures = await drawCharts(comparisonCharts(INPUT), INPUT)
    html = renderComparison(INPUT, pictures)
  })

  test('says in both languages what the reform does, with the interval, and how many figures cannot be told from zero', () => {
    const [chart] = comparisonCharts(INPUT)
    expect(chart.sentence(INPUT, 'en')).toMatch(
      /^In 2014, base → reform: fund expenditure 90\.00 → 95\.00 million yuan \(\+5\.00 \[\+4\.\d\d; /,
    )
    expect(chart.sentence(INPUT, 'en')).toMatch(/One headline figure cannot be told from zero\.$/)
    expect(chart.sentence(INPUT, 'zh')).toMatch(/^2014 年与基准相比：基金支出由 9,000 变为 9,500 万元/)
    for (const sentence of [chart.sentence(INPUT, 'en'), chart.sentence(INPUT, 'zh')]) expect(html).toContain(sentence)
  })

  test('draws base and reform in both languages, the same bytes every time', async () => {
    expect(pictures.map(({ name, lang }) => `${name}.${lang}`)).toEqual(['effects.en', 'effects.zh'])
    expect(await drawCharts(comparisonCharts(INPUT), INPUT)).toEqual(pictures)
    expect(pictures[0].svg).toContain('95.00: +5.00')
    expect(pictures[1].svg).toContain('实际补偿比')
  })

  test('says that intervals show chance only, how many parameters are assumed, and that 2014 is a break', () => {
    const limits = (of: string) => /id="limits-en"[\s\S]*?<\/section>/.exec(of)?.[0] ?? ''
    expect(limits(html)).toContain('Intervals show chance only')
    expect(limits(html)).toContain('Of the 90 parameters that the base reads, 40% are assumptions')
    expect(limits(html)).toContain('before and after 2014 are two series')
    expect(html).toContain('基准所用的 90 个参数中，40% 为假定')
    expect(limits(renderComparison({ ...INPUT, years: [2014, 2014] }, []))).not.toContain('two series')
  })

  test('gives the table of each year, why households were not paired, and the chances of a deficit', () => {
    expect(html).toContain('Five points &lt;more&gt;: headline differences in 2014')
    expect(html).toContain('提高5个百分点：2013 年主要差异')
    expect(html).toContain('Five points &lt;more&gt;: other people')
    // never in five replications: Wilson's upper bound is 43 %; always: the lower one is 57 %
    expect(html).toContain('0% [0%; 43%]')
    expect(html).toContain('100% [57%; 100%]')
    // once in each language: as a caption, and as the name of the region that scrolls
    expect(html.match(/Five points &lt;more&gt;: headline differences in 2014/g)).toHaveLength(2)
    expect(html.match(/<td class="number">95\.00<\/td>/g)).toHaveLength(2)
    expect(html).not.toContain('<more>')
    expect(html).not.toMatch(/https?:\/\/(?!www\.w3\.org)/)
  })
})
