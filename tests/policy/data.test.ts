import { describe, expect, test } from 'vitest'
import { formatDay, parseDay, weekday, yearOf } from '../../src/kernel/calendar.ts'
import { coversYear } from '../../src/policy/covers.ts'
import { loadFigures } from '../../src/policy/figures.ts'
import { loadHolidays } from '../../src/policy/holidays.ts'
import { dataSources } from '../../src/policy/sources.ts'
import { CHANNELS, INPATIENT_PLACES, REGIONS, VILLAGE_CHANNELS } from '../../src/population/places.ts'
import { dataFile, projectLaw } from './project-law.ts'

const law = projectLaw()
const sources = dataSources(dataFile('data/SOURCES.csv').text)
const on = (text: string) => parseDay(text) ?? Number.NaN

describe('the data of the law', () => {
  const values = law.names().flatMap((name) => law.entry(name).values.map((value) => ({ name, ...value })))

  test('name a source for every value, and a range and a reason for what is assumed', () => {
    expect(values.length).toBeGreaterThan(200)
    expect(values.filter(({ source }) => !sources.has(source))).toEqual([])
    expect(values.filter(({ status, range, reason }) => status === 'assumed' && !(range && reason))).toEqual([])
  })

  test('give every reason in Chinese too, for the Chinese reports', () => {
    const given = values.filter(({ reason }) => reason !== undefined)
    expect(given.length).toBeGreaterThan(200)
    // an id such as reduced_repeat may stand in it, a sentence of English not
    const isChinese = (text: string) => /\p{Script=Han}/u.test(text) && !/[A-Za-z]{2,} [A-Za-z]{2,}/.test(text)
    expect(given.filter(({ reasonZh = '' }) => !isChinese(reasonZh)).map(({ name }) => name)).toEqual([])
  })

  test('call no figure verified that rests on an assumption or on memory', () => {
    const weak = ['ASSUMED', 'COMPOSITE', 'GATE_R', 'GOV_HOLIDAYS', 'NBS_MIGRANT2011', 'NBS_R', 'NHSS_R', 'UNVERIFIED']
    expect(weak.filter((source) => !sources.has(source))).toEqual([])
    expect(values.filter(({ status, source }) => status === 'verified' && weak.includes(source)).map(({ name }) => name)).toEqual([])
  })

  test('state the subsidy steps 200, 240, 280, 320, 380, 420 and the premiums 50, 60, 70, 90, 120, 150 of 2011-2016', () => {
    const years = [2011, 2012, 2013, 2014, 2015, 2016]
    expect(years.map((year) => law.number('subsidy.standard', on(`${year}-01-01`)))).toEqual([200, 240, 280, 320, 380, 420])
    expect(years.map((year) => law.number('premium.individual', on(`${year}-01-01`)))).toEqual([50, 60, 70, 90, 120, 150])
  })

  test('split the subsidy as the centre did for the west in 2015: 268 of 380 yuan', () => {
    const day = on('2015-01-01')
    const above = law.number('subsidy.standard', day) - law.number('subsidy.central_threshold', day)
    expect(law.number('subsidy.central_base', day) + above * law.number('subsidy.central_share.west', day)).toBeCloseTo(268, 9)
  })

  test('give standard, premium and top-up that come within 8 yuan of the money received per head in 2012, 2013 and 2014', () => {
    const figures = loadFigures([dataFile('data/figures/nrcms.csv')], sources)
    for (const year of [2012, 2013, 2014]) {
      const parts = (['subsidy.standard', 'premium.individual', 'subsidy.local_top_up'] as const).map((name) =>
        law.number(name, on(`${year}-06-30`)),
      )
      const received = figures.of('financing_per_capita', year)?.value ?? Number.NaN
      expect(Math.abs(parts.reduce((sum, part) => sum + part, 0) - received)).toBeLessThan(8)
    }
  })

  test('pay less of the bill, and ask a higher deductible, the farther the place', () => {
    const along = (name: 'benefit.rate' | 'benefit.deductible') => INPATIENT_PLACES.map((place) => law.number(`${name}.${place}`, 0))
    expect(along('benefit.rate')).toEqual([...along('benefit.rate')].sort((a, b) => b - a))
    expect(along('benefit.deductible')).toEqual([...along('benefit.deductible')].sort((a, b) => a - b))
    expect(along('benefit.deductible')).toEqual([100, 200, 500, 1000])
  })

  test('know every channel and every region', () => {
    const ofAll = ['channel_days', 'channel_loss', 'receipt'].flatMap((what) => CHANNELS.map((channel) => `premium.${what}.${channel}`))
    const channels = [...ofAll, ...VILLAGE_CHANNELS.map((channel) => `premium.channel_share.${channel}`)]
    const regions = ['central', 'province'].flatMap((level) => REGIONS.map((region) => `subsidy.${level}_share.${region}`))
    expect([...channels, ...regions].filter((name) => !law.names().includes(name))).toEqual([])
  })

  test('hold households of about 3.7 registered persons, 12 % of them 60 or older', () => {
    const mean = law.list('population.household_size', 0).reduce((sum, share, index) => sum + share * (index + 1), 0)
    expect(mean).toBeCloseTo(3.74, 2)
    const ages = law.list('population.age_share', 0)
    expect(ages).toHaveLength(18)
    expect(ages.slice(12).reduce((sum, share) => sum + share, 0)).toBeCloseTo(0.122, 3)
  })

  test('grade severity without moving the mean bill', () => {
    const costs = law.list('care.severity_cost', 0)
    const mean = law.list('illness.severity_share', 0).reduce((sum, share, index) => sum + share * costs[index], 0)
    expect(mean).toBeCloseTo(1, 9)
  })
})

describe('the years that the data cover', () => {
  const entries = law.names().map((name) => law.entry(name))
  const missing = (year: number) => entries.filter(({ covers }) => !coversYear(covers, year)).map(({ name }) => name)

  test('are 2011 to 2016 for every parameter, and no year beside them', () => {
    for (const year of [2011, 2012, 2013, 2014, 2015, 2016]) expect(missing(year), `${year}`).toEqual([])
    for (const year of [2010, 2017]) expect(missing(year).length, `${year}`).toBeGreaterThan(100)
  })

  test('are one span each, no longer than the scheme, that holds every dated value', () => {
    for (const { name, covers, values } of entries) {
      expect(covers, name).toHaveLength(1)
      const [[first, last]] = covers
      expect(first >= 2003 && last <= 2025 && first <= yearOf(values[0].from), name).toBe(true)
      expect(last, name).toBeGreaterThanOrEqual(yearOf(values[values.length - 1].from))
    }
  })

  test('end with the last year of a yearly series: nobody may take the premium of 2016 for that of 2017', () => {
    const yearly = entries.filter(({ values }) => values.length >= 6)
    expect(yearly.length).toBeGreaterThan(15)
    for (const { name, covers, values } of yearly) expect(covers[0][1], name).toBe(yearOf(values[values.length - 1].from))
  })
})

describe('the holidays', () => {
  const { holidays, workedWeekends } = loadHolidays(dataFile('data/law/holidays.yaml'))

  test('are exchanged against Saturdays and Sundays only', () => {
    expect(workedWeekends.filter((day) => weekday(day) < 5).map(formatDay)).toEqual([])
    expect(workedWeekends.filter((day) => holidays.includes(day))).toEqual([])
  })

  test('take 11 working days from 2013, 2014 and 2016, one more in 2015 for the commemoration of September', () => {
    const taken = (year: number) =>
      holidays.filter((day) => yearOf(day) === year && weekday(day) < 5).length -
      workedWeekends.filter((day) => yearOf(day) === year).length
    expect([2013, 2014, 2015, 2016].map(taken)).toEqual([11, 11, 12, 11])
    // 31 December 2011 was worked for the holiday of January 2012
    expect([2011, 2012].map(taken)).toEqual([10, 12])
  })

  test('contain the Spring Festival of 2013, 9 to 15 February, and the Sunday worked for it', () => {
    expect(['2013-02-08', '2013-02-09', '2013-02-15', '2013-02-16'].map((date) => holidays.includes(on(date)))).toEqual([
      false,
      true,
      true,
      false,
    ])
    expect(workedWeekends).toContain(on('2013-02-17'))
  })

  test('that are no days, run backwards or are worked as well are refused with their place', () => {
    const written = (off: string, worked: string) =>
      `years:\n  2013:\n    source: X\n    status: unverified\n    holidays: [${off}]\n    worked_weekends: [${worked}]\n`
    const read = (off: string, worked: string) => () => loadHolidays({ path: 'holidays.yaml', text: written(off, worked) })
    expect(read('2013-13-01', '')).toThrow('holidays.yaml:5:16')
    expect(read('2013-02-15/2013-02-09', '')).toThrow('runs backwards')
    expect(read('2013-02-15/2013-02-17', '2013-02-17')).toThrow('holidays.yaml:6:23')
    expect(read('2013-02-15/2013-02-17', '')().holidays).toHaveLength(3)
  })
})

describe('published figures and sources', () => {
  test('stand once for a series and a year, with status and source', () => {
    const figures = loadFigures([dataFile('data/figures/nrcms.csv')], sources)
    expect(figures.of('participation_rate', 2013)).toMatchObject({ value: 98.7, status: 'verified', source: 'BULL2013' })
    expect(figures.of('fund_expenditure', 2012)?.status).toBe('unverified')
    expect(figures.of('fund_expenditure', 2014)).toBeUndefined()
  })

  test('with two rows of a year, an unknown source or no number are refused, each at its line', () => {
    const head = 'year,series,value,unit,status,source_id,note\n'
    const text = `${head}2013,a,1,yuan,verified,S,\n2013,a,2,yuan,verified,S,\n2014,a,x,yuan,verified,S,\n2015,a,1,yuan,verified,T,\n2016,a,1\n`
    const read = () => loadFigures([{ path: 'f.csv', text }], new Set(['S']))
    for (const message of [
      'f.csv:3:1: a 2013 stands here',
      'f.csv:4:1: “x” is not',
      'f.csv:5:1: unknown source T',
      'f.csv:6:1: 3 fields',
    ]) {
      expect(read).toThrow(message)
    }
  })

  test('read a title with commas, quotes and line breaks as one field', () => {
    const text = 'source_id,title,title_zh,publisher,url,note\r\nA,"one, ""two""\nthree",甲,p,-,\r\nB,b,乙,p,-,"n"\r\n'
    expect(dataSources(text).get('A')?.title).toBe('one, "two"\nthree')
    expect(dataSources(text).get('B')?.note).toBe('n')
    expect(() => dataSources(`${text}A,again,丙,p,-,\n`)).toThrow('SOURCES.csv:5:1')
  })
})
