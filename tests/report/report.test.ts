import { beforeAll, describe, expect, it } from 'vitest'
import { CHARTS, LANGUAGES, type RenderedChart, type ReportInput, renderCharts } from '../../src/charts/index.ts'
import { number } from '../../src/charts/kit/text.ts'
import { COMMON_WORDS } from '../../src/charts/kit/words.ts'
import { keyFindings } from '../../src/report/findings.ts'
import { hangsOnTable } from '../../src/report/hangs-on.ts'
import { escaped } from '../../src/report/html.ts'
import { renderReport } from '../../src/report/index.ts'
import { fixture } from '../charts/fixture.ts'

const input = fixture()
let drawn: readonly RenderedChart[] = []
let html = ''
beforeAll(async () => {
  drawn = await renderCharts(input)
  html = report(input)
})
/** What a report says hangs on its input, whatever is drawn in it. */
const report = (of: ReportInput, charts = drawn) => renderReport(of, charts)

const row = (measure: string, year: number, group = '') =>
  input.summary.find((one) => one.measure === measure && one.year === year && one.group === group)!
const article = (lang: 'en' | 'zh', of = html) => {
  const start = of.indexOf(`<article lang="${lang === 'en' ? 'en' : 'zh-Hans'}">`)
  return of.slice(start, of.indexOf('</article>', start))
}
/** Opening and closing tags that do not match each other. */
function unbalanced(text: string): string[] {
  const open: string[] = []
  const faults: string[] = []
  for (const [tag, closing, name, own] of text.matchAll(/<(\/?)([a-z][a-zA-Z0-9-]*)(?:\s(?:[^<>"]|"[^"]*")*?)?(\/?)>/g)) {
    if (own || ['meta', 'input', 'br'].includes(name)) continue
    if (!closing) open.push(name)
    else if (open.pop() !== name) faults.push(tag)
  }
  return [...faults, ...open]
}

describe('the file', () => {
  it('holds both languages, every chart in each, and well-formed tags', () => {
    for (const lang of LANGUAGES) {
      const text = article(lang)
      // one for a page, one for a telephone
      expect(text.match(/<svg data-for="page" /g)).toHaveLength(CHARTS.length)
      expect(text.match(/<svg data-for="telephone" /g)).toHaveLength(CHARTS.length)
      for (const chart of CHARTS) expect(text).toContain(escaped(chart.sentence(input, lang)))
    }
    expect(unbalanced(html)).toEqual([])
  })

  it('loads nothing and runs nothing', () => {
    expect(html).not.toMatch(/<script|<link|<img|<iframe|<object|@import|\bon[a-z]+="/i)
    expect(html).not.toMatch(/(src|href)\s*=/i)
    expect(html).not.toMatch(/url\(/i)
    expect((html.match(/https?:\/\/[^"' <]+/g) ?? []).filter((address) => !address.startsWith('http://www.w3.org/'))).toEqual([])
  })

  it('gives every id once, and every label of a section exists', () => {
    const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1])
    expect(new Set(ids).size).toBe(ids.length)
    for (const [, name] of html.matchAll(/aria-labelledby="([^"]+)"/g)) expect(ids).toContain(name)
  })

  it('has the same headings in both languages and table headers with a scope', () => {
    const headings = (lang: 'en' | 'zh') => (article(lang).match(/<h[12]/g) ?? []).length
    expect(headings('en')).toBe(headings('zh'))
    expect(headings('en')).toBe(10)
    expect(html).not.toMatch(/<th(?! scope)[ >]/)
    expect(article('en').replace(/<svg[\s\S]*?<\/svg>/g, '')).toContain('lang="en"')
  })

  it('has the same bytes for the same rows', async () => {
    expect(report(fixture())).toBe(html)
  })

  it('is complete for one year and one replication, and without figures, parameters or rows', async () => {
    const bare = { ...input, changes: undefined, annual: [], summary: [], monthly: [], figures: [], parameters: [] }
    for (const other of [fixture({ years: [2013, 2013], replications: 1 }), bare]) {
      const text = report(other, await renderCharts(other))
      expect(unbalanced(text)).toEqual([])
      expect(text.replace(/<style>[\s\S]*?<\/style>/, '')).not.toMatch(/undefined|NaN|Infinity/)
    }
  })
})

describe('what it says', () => {
  it('names the break of 2014 as a limit where the years span it', async () => {
    expect(article('en')).toContain('before and after 2014 are two series')
    expect(article('zh')).toContain('在 2014 年前后是两个序列')
    for (const years of [[2012, 2013] as const, [2014, 2015] as const])
      expect(report(fixture({ years, replications: 2 }))).not.toContain('are two series')
  })

  it('every key finding carries the numbers of the rows and their interval', () => {
    const said = keyFindings(input, 'en').join('\n')
    const rate = row('participation_rate', 2015)
    const share = (value: number) => `${number(100 * value, 1)}%`
    expect(said).toContain(`${share(rate.mean)} [${share(rate.p05)}; ${share(rate.p95)}] in 2015`)
    const held = row('cumulative_balance', 2015)
    const million = (value: number) => number(value / 1e6, 1)
    expect(said).toContain(`${million(held.mean)} [${million(held.p05)}; ${million(held.p95)}] million yuan`)
    expect(keyFindings(input, 'zh')).toHaveLength(keyFindings(input, 'en').length)
  })

  it('a single replication has no interval anywhere in the findings', () => {
    expect(keyFindings(fixture({ replications: 1 }), 'en').join('\n')).not.toContain('[')
  })

  it('sets the model beside the published figures with the deviation, its status and whether it was fitted', () => {
    const line = (year: number, measure: string) =>
      [...article('en').matchAll(/<tr>(.*?)<\/tr>/g)]
        .map((match) => match[1])
        .find((cells) => cells.includes(`>${measure}<`) && cells.includes(`>${year}<`))!
    const points = number(Math.abs(100 * (row('participation_rate', 2012).mean - 0.983)), 1)
    expect(line(2012, 'participation rate')).toContain(`−${points} points`)
    expect(line(2012, 'participation rate')).toContain('>fitted<')
    expect(line(2013, 'participation rate')).toContain('>not fitted<')
    expect(line(2014, 'participation rate')).toMatch(/class="unverified">unverified</)
    const percentOff = (100 * (row('payout_per_member', 2013).mean - 363)) / 363
    expect(line(2013, 'payout per member, yuan')).toContain(`${number(percentOff, 1)}%`.replace(/^(\d)/, '+$1'))
  })

  it('lists every assumption with value, range, source and reason', () => {
    expect(article('zh')).not.toContain('fitted to participation')
    // stops of Chinese in Chinese
    expect(article('zh').replace(/<[^>]*>/g, '\n')).not.toMatch(/[\p{Script=Han}）][:;,] ?/u)
    for (const parameter of input.parameters.filter((one) => one.status === 'assumed'))
      for (const lang of LANGUAGES)
        for (const part of [
          parameter[lang],
          parameter.name,
          parameter.values[0].value,
          parameter.range!,
          parameter.source,
          parameter.reason![lang],
        ])
          expect(article(lang)).toContain(escaped(part))
    expect(article('en')).toContain('2 verified, 1 unverified, 2 assumed, 1 set by the scenario')
  })

  it('names sources by their titles and ways in words, in the language', () => {
    const sources = new Map([['YAAN2014', { en: 'schedule of Ya’an', zh: '雅安市补偿方案' }]])
    const values = [
      { from: '2012', value: 'each_admission' },
      { from: '2014', value: 'yearly' },
    ]
    const way = { ...input.parameters[3], unit: 'mode', values, range: 'survey – resources' }
    const figures = [{ ...input.figures[0], source: 'YAAN2014, OTHER' }]
    const told = report({ ...input, sources, figures, parameters: [way] }, [])
    const [english, chinese] = LANGUAGES.map((lang) => article(lang, told))
    expect(english).toContain('schedule of Ya’an')
    expect(english).toContain('schedule of Ya’an; OTHER')
    expect(english).toContain('2012: each admission; 2014: once a year')
    expect(english).not.toContain('雅安市')
    expect(chinese).toContain('>雅安市补偿方案<')
    expect(chinese).toContain('雅安市补偿方案；OTHER')
    expect(chinese).toContain('2012：每次住院；2014：年度累计')
    expect(chinese).not.toContain('schedule of Ya')
    expect(english).toContain('consumption as a survey finds it – resources, whatever care cost')
    expect(chinese).toContain('按调查消费口径 – 按可支配资源')
  })

  it('says of each dated value of a ceiling whether it limits anybody, and the unit of those that do', () => {
    const told = (...values: readonly { from: string; value: string }[]) => {
      const text = report({ ...input, parameters: [{ ...input.parameters[2], values }] }, [])
      return LANGUAGES.map((lang) => /\(benefit\.ceiling\)<\/th><td>(.*?)<\/td>/.exec(article(lang, text))?.[1])
    }
    const [bound, free] = [
      { from: '2010', value: '60000' },
      { from: '2013', value: '1e+100' },
    ]
    expect(told(bound, free)).toEqual(['2010: 60000 yuan; 2013: no ceiling', '2010：60000 元；2013：不封顶'])
    expect(told(bound, { ...free, value: '80000' })).toEqual(['2010: 60000; 2013: 80000 yuan', '2010：60000；2013：80000 元'])
    expect(told({ from: '', value: '1000000000' })).toEqual(['no ceiling', '不封顶'])
  })

  it('names the ways of an assumption in words where headlines hang on it', () => {
    const way = {
      name: 'protection.consumption',
      en: 'consumption',
      zh: '口径',
      unit: 'mode',
      value: 'survey',
      low: 'survey',
      high: 'resources',
    }
    const row = { ...way, scenario: 'x', base: '', year: 2013, measure: 'che10_rate', rank: 1, atLow: 0, atHigh: 0.01 }
    const [english, chinese] = LANGUAGES.map((lang) => hangsOnTable([row], '', lang))
    expect(english).toContain('consumption as a survey finds it to resources, whatever care cost')
    expect(chinese).toContain('按调查消费口径 至 按可支配资源（不论医疗支出）')
  })

  it('marks a value that is used for a year it does not cover, and says below what the mark means; no mark, no word', async () => {
    const note = { en: 'The value is also used for this year', zh: '该取值还用于所标年份' }
    const [one, ...others] = input.parameters
    const marked = await report({ ...input, parameters: [{ ...one, outside: [2010, 2017] }, ...others] })
    for (const lang of LANGUAGES) {
      expect(marked).toContain(`† ${note[lang]}`)
      expect(article(lang)).not.toContain('†')
    }
    expect(marked.split('† 2010, 2017')).toHaveLength(LANGUAGES.length + 1)
  })

  it('says that critical illness is missing only when its books are', async () => {
    const booked = ({ measure }: { measure: string }) => !measure.startsWith('fund_expenditure.critical_illness')
    const without = { ...input, annual: input.annual.filter(booked), summary: input.summary.filter(booked) }
    expect(report(without)).toContain('is not part of this run')
    expect(html).not.toContain('is not part of this run')
  })
})

describe('foreign text', () => {
  it('in titles, seeds, names and reasons cannot become a tag', async () => {
    const evil = `<script>alert("x")</script>'&`
    const text = report({
      ...input,
      scenario: evil,
      seed: evil,
      title: { en: evil, zh: evil },
      version: evil,
      parameters: [
        {
          name: evil,
          en: evil,
          zh: evil,
          unit: evil,
          values: [{ from: evil, value: evil }],
          status: 'assumed',
          source: evil,
          range: evil,
          reason: { en: evil, zh: evil },
        },
      ],
      figures: [{ measure: evil, year: 2013, published: 1, status: evil, source: evil }],
    })
    expect(text).not.toContain('<script')
    expect(text).toContain('&lt;script&gt;')
    expect(unbalanced(text)).toEqual([])
  })

  it('in the seed is quoted for the shell', async () => {
    expect(report({ ...input, seed: "it's" })).toContain(escaped(`--seed 'it'\\''s'`))
  })
})

describe('the chance of a deficit', () => {
  const withDeficit = (share: number): ReportInput => ({
    ...input,
    summary: input.summary.map((one) =>
      one.measure === 'deficit' ? { ...one, mean: share } : one.measure === 'current_balance' ? { ...one, mean: 1 } : one,
    ),
  })

  it('is given year by year, or as none where no run had one', () => {
    expect(keyFindings(withDeficit(0.35), 'en')[0]).toContain('share of runs with a deficit: 35% in 2012')
    expect(keyFindings(withDeficit(0), 'en')[0]).toBe('On average income covered spending in every year; no run had a deficit.')
    expect(keyFindings(withDeficit(0), 'zh')[0]).toContain('没有一次模拟出现赤字')
  })
})

describe('a fund that owes', () => {
  const owing = input.summary.map((one) =>
    ['cumulative_balance', 'reserve_months'].includes(one.measure) ? { ...one, mean: -one.mean } : one,
  )
  it('is not told for how many months it lasts', () => {
    const told = (summary: ReportInput['summary']) => keyFindings({ ...input, annual: [], summary }, 'en').join('\n')
    expect(told(input.summary)).toMatch(/the fund held .*, enough for \d/)
    expect(told(owing)).toMatch(/the fund held −.*million yuan/)
    expect(told(owing)).not.toContain('enough for')
  })
})

describe('counties described one by one', () => {
  const counties = [
    { name: 'rich', title: { en: 'Rich county', zh: '富县' } },
    { name: 'poor', title: { en: 'Poor county', zh: '穷县' } },
  ]
  /** The balance of the poor county in 2014, beside a surplus of the rich one and of both. */
  const withBalance = (mean: number): ReportInput => {
    const balances = input.summary
      .filter((one) => one.measure === 'current_balance' && one.group === '')
      .map((one) => ({ ...one, mean: 1 }))
    const of = (area: string, by: number) => balances.map((one) => ({ ...one, area, mean: one.year === 2014 ? by : 1 }))
    return { ...input, counties, summary: [...input.summary, ...of('rich', 1), ...of('poor', mean)] }
  }

  it('have a first finding that says of whose funds the others are, and names the county whose fund runs a deficit', () => {
    expect(keyFindings(withBalance(-1), 'en')[0]).toBe(
      'Figures are those of 2 counties together, each with a fund of its own; on average spending exceeded income in Poor county (2014).',
    )
    expect(keyFindings(withBalance(-1), 'zh')[0]).toBe('以下为 2 个县合计，各县基金独立；平均而言，支出超过收入的有：穷县（2014 年）。')
    expect(keyFindings(withBalance(1), 'en')[0]).toContain('in each of them income covered spending in every year on average')
    expect(keyFindings({ ...input, counties: counties.slice(1) }, 'en')).toEqual(keyFindings(input, 'en'))
  })

  it('are named under each picture, whose figures are those of all together', () => {
    expect(COMMON_WORDS.en.foot(withBalance(1))[1]).toContain('registered persons of 2 counties together at the start')
    expect(COMMON_WORDS.zh.foot(withBalance(1))[1]).toContain('人（2 个县合计）')
    expect(COMMON_WORDS.en.foot(input)[1]).toContain('registered persons at the start')
  })
})
