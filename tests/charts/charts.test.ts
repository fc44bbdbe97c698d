import { readdirSync, readFileSync } from 'node:fs'
import { compile, type TopLevelSpec } from 'vega-lite'
import { beforeAll, describe, expect, it } from 'vitest'
import { CHARTS, LANGUAGES, type RenderedChart, type ReportInput, renderCharts } from '../../src/charts/index.ts'
import { NARROW_PICTURE } from '../../src/charts/kit/theme.ts'
import { collisions, outside, sizeOf, textBoxes } from './boxes.ts'
import { fixture } from './fixture.ts'
import { expectSound } from './sound.ts'

const CHARTS_AT = 'src/charts'
/** The text of every file of a room of charts. */
const SOURCES = readdirSync(CHARTS_AT, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.includes('/') && path.endsWith('.ts') && !path.startsWith('kit/'))
  .map((path) => ({ room: path.split('/')[0], text: readFileSync(`${CHARTS_AT}/${path}`, 'utf8') }))

const input = fixture()
let charts: RenderedChart[] = []
beforeAll(async () => {
  charts = await renderCharts(input)
})

const of = (name: string, lang: string, those = charts) => those.find((chart) => chart.name === name && chart.lang === lang)
const without = (from: ReportInput, ...measures: string[]): ReportInput => ({
  ...from,
  annual: from.annual.filter((row) => !measures.includes(row.measure)),
  summary: from.summary.filter((row) => !measures.includes(row.measure)),
  monthly: from.monthly.filter((row) => !measures.includes(row.measure)),
})
const textsOf = (svg: string) => [...svg.matchAll(/<(?:text|tspan)[^>]*>([^<]+)</g)].map((match) => match[1])

describe('the pictures', () => {
  it('come as the charts that are listed, each in English and Chinese, with marks and texts enough to be read', () => {
    expect(charts.map((chart) => `${chart.name}.${chart.lang}`)).toEqual(
      CHARTS.flatMap(({ name }) => LANGUAGES.map((lang) => `${name}.${lang}`)),
    )
    for (const { svg } of charts) {
      expect(svg).toMatch(/^<svg role="img" aria-label="[^"]{20,}"/)
      expect(svg.match(/<(path|rect|line|circle)\b/g)?.length).toBeGreaterThan(20)
      expect(svg.match(/<text\b/g)?.length).toBeGreaterThan(15)
      expect(svg).not.toMatch(/NaN|undefined|Infinity/)
    }
  })

  it('are drawn from the specification beside them, a Vega-Lite 6 file with its data inside', () => {
    for (const { spec, name, lang } of charts) {
      const parsed: TopLevelSpec = JSON.parse(spec)
      expect(parsed.$schema, name).toBe('https://vega.github.io/schema/vega-lite/v6.json')
      expect(spec).not.toMatch(/"url"\s*:/)
      expect(spec.match(/"values": \[\s*\{/g)?.length, `${name}.${lang}`).toBeGreaterThan(5)
      expect(compile(parsed).spec.marks?.length).toBeGreaterThan(0)
    }
  })

  it('have the same bytes when drawn again from equal rows', async () => {
    const some = ['burden', 'fund-fan', 'money-flows']
    const drawn = await renderCharts(fixture(), (name) => some.includes(name))
    expect(drawn).toEqual(charts.filter(({ name }) => some.includes(name)))
  })

  it('use no logarithmic or power scale, whose last digits differ between engines', () => {
    for (const { spec } of charts) expect(spec).not.toMatch(/"type": "(log|pow|sqrt|symlog)"/)
  })

  it('refer to nothing on the network but the two namespaces of SVG', () => {
    for (const { svg } of charts) {
      const addresses = (svg.match(/https?:\/\/[^"' ]+/g) ?? []).filter((address) => !address.startsWith('http://www.w3.org/'))
      expect(addresses).toEqual([])
    }
  })

  it('speak Chinese in the Chinese version and no Chinese in the English one', () => {
    for (const { svg, lang, name } of charts) {
      const chinese = textsOf(svg).filter((text) => /[\u4e00-\u9fff]/.test(text))
      if (lang === 'en') expect(chinese, name).toEqual([])
      else expect(chinese.length, name).toBeGreaterThan(5)
    }
  })

  it('say how many runs they rest on, the seed and the share of assumed parameters', () => {
    for (const name of CHARTS.map((chart) => chart.name)) {
      expect(textsOf(of(name, 'en')!.svg).join(' ')).toContain(name === 'fund-fan' ? '20 replications' : 'Mean of 20 replications')
      expect(textsOf(of(name, 'en')!.svg).join(' ')).toContain('33% of 6 parameters are assumptions')
      expect(textsOf(of(name, 'zh')!.svg).join(' ')).toContain('6 个参数中 33% 为假定')
    }
  })
})

describe('what the charts mark', () => {
  it('the subsidy steps carry their yuan and what each step added', () => {
    const texts = textsOf(of('fund-balance', 'en')!.svg)
    expect(texts).toEqual(expect.arrayContaining(['240', '280 (+40)', '320 (+40)', '380 (+60)']))
  })

  it('a year in deficit is hollow and carries the word, so it needs no colour', () => {
    const { svg } = of('fund-balance', 'zh')!
    // 2012 has a deficit in most replications only
    expect(textsOf(svg).filter((text) => text.endsWith('赤字'))).toHaveLength(2)
    expect(textsOf(svg).filter((text) => text.endsWith('盈亏不定'))).toHaveLength(1)
    const spec = JSON.parse(of('fund-balance', 'zh')!.spec)
    const bars: { fill: string }[] = spec.vconcat[2].layer[0].data.values
    expect(bars.map((bar) => bar.fill === 'white')).toEqual([true, true, true, false])
  })

  it('a published figure that is not verified is a hollow mark and says so', () => {
    const spec = JSON.parse(of('coverage', 'en')!.spec)
    const layers: { mark: { shape?: string }; data: { values: { x: number; fill: string }[] } }[] = spec.vconcat[0].hconcat[0].layer
    const marks = layers.find((layer) => layer.mark.shape === 'diamond')!.data.values
    expect(marks.map((mark) => [mark.x, mark.fill === 'white'])).toEqual([
      [2012, false],
      [2013, false],
      [2014, true],
    ])
    expect(textsOf(of('coverage', 'en')!.svg).join(' ')).toContain('◆ published, ◇ unverified')
  })

  it('the stacked income of a year ends at the income of the rows', () => {
    const spec = JSON.parse(of('fund-balance', 'en')!.spec)
    const slices: { x: number; y2: number }[] = spec.vconcat[1].layer[0].data.values
    const mean = (measure: string) => input.summary.find((row) => row.measure === measure && row.year === 2014 && row.group === '')!.mean
    const income = slices.filter((slice) => slice.x > 2013.5 && slice.x < 2014)
    expect(Math.max(...income.map((slice) => slice.y2))).toBeCloseTo(mean('fund_income') / mean('enrolled'), 3)
  })
})

describe('a picture for a page and one for a telephone', () => {
  // other shapes of runs: shapes.long.test.ts
  it('of four years: no value is stray, no text is cut off and none lies over another', () => {
    expectSound(charts)
  })

  it('of one year with one replication as well', async () => {
    const drawn = await renderCharts(fixture({ years: [2013, 2013], replications: 1 }))
    // a fan needs several replications
    expect(drawn).toHaveLength(2 * (CHARTS.length - 1))
    expectSound(drawn)
  })

  it('no letter is smaller than 10 pixels on a screen of 320', () => {
    const shown = (width: number) => Math.min(1, (320 - 24) / width)
    for (const { name, narrow } of charts) {
      const { width } = sizeOf(narrow)
      expect(width, name).toBeLessThanOrEqual(NARROW_PICTURE.width)
      for (const { size, text } of textBoxes(narrow)) expect(size * shown(width), `${name}: ${text}`).toBeGreaterThanOrEqual(10)
    }
  })

  it('the check sees a text that is cut off, and two that collide', () => {
    const text = (x: number, y: number) =>
      `<g transform="translate(10,0)"><text text-anchor="start" transform="translate(${x},${y})" font-size="12px">balance</text></g>`
    const picture = `<svg width="100" height="50">${text(0, 20)}${text(60, 20)}${text(5, 24)}</svg>`
    expect(outside(picture)).toHaveLength(1)
    expect(collisions(textBoxes(picture))).toEqual(['“balance” and “balance”'])
  })

  it('a title says what the rows say, not what is asked', () => {
    for (const chart of CHARTS) {
      for (const lang of LANGUAGES) {
        const title = chart.title(input, lang)
        expect(title, chart.name).toMatch(/\d/)
        expect(title, chart.name).not.toMatch(/[?？]|undefined|NaN/)
      }
      const other = fixture({ persons: 30_000, years: [2012, 2013], replications: 2 })
      expect(chart.title(other, 'en')).not.toBe(chart.title(input, 'en'))
    }
    expect(CHARTS[0].title(input, 'en')).toBe(
      'On average the fund ran a deficit in 2012–2014 and a surplus in 2015 and ended 2015 with 8.4 million yuan in reserve',
    )
  })

  it('every year of the run stands in every picture of shares and money over time', () => {
    for (const name of ['fund-balance', 'fund-fan', 'coverage', 'care-places', 'cash-and-claims', 'burden'])
      for (const year of ['2012', '2013', '2014', '2015']) expect(textsOf(of(name, 'en')!.svg).join(' '), name).toContain(year)
  })

  it('a level that policy aims at is drawn beside the rate, from its year on', async () => {
    const aims = [{ measure: 'in_policy_inpatient_rate', year: 2013, value: 0.75 }]
    const drawn = await renderCharts({ ...input, aims }, (name) => name === 'coverage')
    expect(textsOf(of('coverage', 'en', drawn)!.svg)).toContain('aim 75%')
    expect(textsOf(of('coverage', 'zh', drawn)!.svg)).toContain('目标 75%')
    expect(textsOf(of('coverage', 'en')!.svg).join()).not.toContain('aim')
  })

  it('published income and payout stand as diamonds over the bars of their year', () => {
    const spec = JSON.parse(of('fund-balance', 'en')!.spec)
    const marks = spec.vconcat[1].layer.find((layer: { mark: { shape?: string } }) => layer.mark.shape === 'diamond').data.values
    expect(marks.map(({ y, fill }: { y: number; fill: string }) => [y, fill === 'white'])).toEqual([
      [299, true],
      [363, false],
    ])
  })
})

describe('a colour', () => {
  it('means one thing: red who loses, violet care outside the county, green what the scheme pays, ochre money of households', () => {
    const rooms = {
      REDS: ['comparison'],
      VIOLETS: ['care-places'],
      GREENS: ['cash-and-claims', 'coverage', 'equity', 'fund-balance'],
      OCHRE: ['burden', 'equity', 'fund-balance', 'money-flows'],
    }
    const used = Object.keys(rooms).map((colour) => [
      colour,
      [...new Set(SOURCES.filter(({ text }) => new RegExp(`\\b${colour}\\b`).test(text)).map(({ room }) => room))].sort(),
    ])
    expect(Object.fromEntries(used)).toEqual(rooms)
  })
})

describe('runs of other shapes', () => {
  it('a single replication has no band and says so', async () => {
    const drawn = await renderCharts(fixture({ replications: 1 }), (name) => name === 'fund-balance')
    expect(of('fund-balance', 'en', drawn)!.spec).not.toContain('"area"')
    expect(of('fund-balance', 'en')!.spec).toContain('"area"')
    expect(textsOf(of('fund-balance', 'en', drawn)!.svg).join(' ')).toContain('One replication, so no interval')
  })

  it('a missing measure takes its panel away and leaves the others', async () => {
    const drawn = await renderCharts(without(input, 'cumulative_balance', 'subsidy_standard', 'in_policy_inpatient_rate', 'payables'))
    // without balances there is no fan either
    expect(drawn.map(({ name }) => name)).not.toContain('fund-fan')
    expect(drawn).toHaveLength(2 * (CHARTS.length - 1))
    expect(JSON.parse(of('fund-balance', 'en', drawn)!.spec).vconcat).toHaveLength(3)
    expect(textsOf(of('coverage', 'en', drawn)!.svg)).not.toContain('in-policy inpatient')
  })

  it('charts without any rows are left out', async () => {
    expect(await renderCharts({ ...input, annual: [], summary: [], monthly: [] })).toEqual([])
  })

  it('a reason the words do not know is shown by its own name', async () => {
    const renamed = (measure: string, group: string) => (measure === 'not_covered' ? group.replace('born_in_year', 'moved_to_town') : group)
    const other = { ...input, annual: [], summary: input.summary.map((row) => ({ ...row, group: renamed(row.measure, row.group) })) }
    const [chart] = (await renderCharts(other, (name) => name === 'coverage')).filter(({ lang }) => lang === 'en')
    expect(textsOf(chart.svg).join('|')).toContain('moved to town')
  })

  it('the total area is drawn where several areas are reported', async () => {
    const halves = input.summary.map((row) => ({ ...row, area: 'county-1', mean: row.mean / 2, p05: row.p05 / 2, p95: row.p95 / 2 }))
    const drawn = await renderCharts({ ...input, summary: [...halves, ...input.summary] }, (name) => name === 'coverage')
    expect(of('coverage', 'zh', drawn)!.svg).toBe(of('coverage', 'zh')!.svg)
  })
})
