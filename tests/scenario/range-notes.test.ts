/** What check and run tell of values that are possible, but lie outside the range that the data give. */
import { describe, expect, test } from 'vitest'
import { settingNotes } from '../../src/cli/policy-notes.ts'
import { formatDay } from '../../src/kernel/calendar.ts'
import { readDataFiles } from '../../src/node/files.ts'
import type { Band, DatedValue, Entry } from '../../src/policy/schema.ts'
import { boundsOf } from '../../src/policy/value/bounds.ts'
import { fits } from '../../src/policy/value/value-check.ts'
import { settableFigures } from '../../src/procedures/data/places.ts'
import { proceduresOf } from '../../src/scenario/materials.ts'
import { rangeNotes } from '../../src/scenario/policy/range-notes.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'
import { law, load } from './reader.ts'

const COUNTY = 'name: x\nyears: [2012, 2015]\npopulation: {persons: 300}\n'
const procedures = proceduresOf(readDataFiles())
const policy = (setting: string) => rangeNotes(load(`${COUNTY}policy: {${setting}}\n`), law, procedures)
const plain = load(COUNTY)
const notesOn = (name: string, value: unknown) => rangeNotes({ ...plain, policy: { [name]: value } }, law, procedures)
const notesOnFigure = (name: string, value: unknown) =>
  rangeNotes({ ...plain, settings: { ...plain.settings, procedures: { [name]: value } } }, law, procedures)

const ranged = law.names().flatMap((name) => {
  const entry = law.entry(name)
  const value = entry.values.findLast(({ range }) => range !== undefined)
  return value ? [{ name, entry, value }] : []
})

/** A possible value outside the range; nothing where all that is possible lies inside. */
function outside(entry: Entry, { value, range = [0, 0] }: DatedValue): unknown {
  const [low, high] = range
  const [least, most] = boundsOf(entry) ?? [0, 0]
  if (typeof value === 'number')
    return [(Number(low) + least) / 2, (Number(high) + most) / 2]
      .map((one) => (entry.unit === 'count' ? Math.round(one) : one))
      .find((one) => one < Number(low) || one > Number(high))
  if (entry.unit === 'mode') return entry.options?.find((_, at, all) => at < all.indexOf(String(low)) || at > all.indexOf(String(high)))
  if (typeof value === 'string') {
    const days = entry.unit === 'date' ? ['01-01', '12-31'] : ['2003-01-01', '2025-12-31']
    return days.find((day) => day < String(low) || day > String(high))
  }
  const times = (factor: number) =>
    value.map((one: number | Band) => (typeof one === 'number' ? one * factor : { ...one, rate: one.rate * factor }))
  if (entry.sumsToOne) return (value as readonly number[]).map((_, at) => (at === 0 ? 1 : 0))
  return [times(Number(low) * 0.99), times(Number(high) * 1.01)].find((one) => fits(one, entry))
}

describe('Every parameter with a range', () => {
  test('is told of when a value lies outside, and not when it is that of the data', () => {
    expect(ranged.length).toBeGreaterThan(200)
    let tried = 0
    for (const { name, entry, value } of ranged) {
      expect(notesOn(name, Object.fromEntries(entry.values.map((one) => [formatDay(one.from), one.value]))), name).toEqual([])
      const other = outside(entry, value)
      if (other === undefined) continue
      tried++
      const [note, ...more] = notesOn(name, other)
      expect(more, name).toEqual([])
      expect(note, `${name} ${JSON.stringify(other)}`).toMatch(/^[\w.]+ \(.+\): .+ lies outside its range, .+$/)
      expect(note.startsWith(`${name} (${entry.zh}): `), name).toBe(true)
    }
    expect(tried).toBeGreaterThan(180)
  })

  test('at both ends of its range is not told of', () => {
    for (const { name, entry, value } of ranged) {
      if (typeof value.value !== 'number' || entry.values.length > 1) continue
      for (const edge of value.range ?? []) expect(notesOn(name, edge), `${name} ${edge}`).toEqual([])
    }
  })
})

describe('What is told', () => {
  test.each(
    [
      [
        'benefit.rate.county_hospital: 0.3',
        'benefit.rate.county_hospital (报销比例（县级医院住院）): 0.3 lies outside its range, 0.65 to 0.85',
      ],
      [
        'benefit.deductible.county_hospital: {2014-01-01: 900}',
        'benefit.deductible.county_hospital (起付线（县级医院）): 900 of 2014 lies outside its range, 100 to 400',
      ],
      [
        'benefit.rate.county_hospital: {change: +0.05, years: 2012}',
        'benefit.rate.county_hospital (报销比例（县级医院住院）): 0.87 in 2012 lies outside its range, 0.65 to 0.85',
      ],
      [
        'premium.channel_days.bank: {change: ×4, from: 2014-01-01}',
        'premium.channel_days.bank (平均缴费天数（信用社或银行网点）): 56 of 2014 lies outside its range, 5 to 45',
      ],
      [
        'demography.birth_rate: {change: ×2}',
        'demography.birth_rate (生育率（分年龄）): [0.016,0.19,0.206,0.112,0.046,0.016,0.008] lies outside its range, 0.0068 to 0.0104 for its number 1',
      ],
      [
        'critical_illness.bands: [{from: 0, rate: 0.5}, {from: 50000, rate: 0.9}]',
        'critical_illness.bands (大病保险分段报销比例): 0: 0.5, 50000: 0.9 lies outside its range, 0.4 to 0.65 from 50000 yuan on',
      ],
      ["enrolment.campaign_opens: '11-15'", 'enrolment.campaign_opens (参合筹资启动日期): “11-15” lies outside its range, 10-01 to 11-01'],
    ].filter(([, told]) => told !== undefined),
  )('of %s: %s', (setting, told) => {
    expect(policy(String(setting))).toEqual([told])
  })

  test('has the years where the range of a year is left, and of others not', () => {
    const [note] = policy('outside.mean: 100')
    expect(note).toMatch(/^outside\.mean \(.+\): 100 lies outside its range, 102 to 434 in 2014, 114 to 484 in 2015, 126 to 536 in 2016$/)
  })

  test('is nothing of a year at which the run does not look, nor of a parameter without a range', () => {
    expect(policy('benefit.deductible.county_hospital: {2014-01-01: 900, 2015-01-01: 200}')).toHaveLength(1)
    expect(policy('benefit.deductible.county_hospital: {2005-01-01: 900, 2006-01-01: 200}')).toEqual([])
    expect(policy('premium.individual: 5000')).toEqual([])
  })
})

describe('A figure of procedures and offices', () => {
  const figures = settableFigures(procedures).filter(({ range }) => range !== undefined)

  test('outside its range is told of, every one; at its ends it is not', () => {
    expect(figures.length).toBeGreaterThan(100)
    for (const { name, range, bounds } of figures) {
      if (!range || !bounds) continue
      for (const edge of range) expect(notesOnFigure(name, edge), name).toEqual([])
      const middle = bounds.isWhole ? Math.ceil((range[1] + bounds.high) / 2) : (range[1] + bounds.high) / 2
      if (middle <= range[1] || name.includes('bank_account')) continue
      const [note, ...more] = notesOnFigure(name, middle)
      expect(more, name).toEqual([])
      expect(note, name).toMatch(/^[\w.]+ \(\p{Script=Han}.*\): [\d.]+ lies outside its range, [\d.]+ to [\d.]+$/u)
    }
  })

  test('is told of with the parameters, by check', async () => {
    const folder = emptyFolder()
    const text =
      'name: x\nyears: [2012, 2012]\npopulation: {persons: 30}\npolicy: {benefit.rate.county_hospital: 0.3}\nprocedures: {claim_by_hand.deadline: 10}\n'
    const [file] = scenarioFiles(folder, { 'x.yaml': text })
    const told = ['0.3 lies outside its range, 0.65 to 0.85', 'claim_by_hand.deadline (手工报销): 10 lies outside its range, 30 to 365']
    const { code, stdout } = await hezuo('check', file)
    expect(code).toBe(0)
    for (const one of told) expect(stdout).toContain(one)
  })

  test.each([
    ['en', 'old: benefit.rate.county_hospital (报销比例（县级医院住院）): 0.92 lies outside its range, 0.65 to 0.85'],
    ['en', 'old: benefit.rate.county_hospital (报销比例（县级医院住院）): +0.1 makes 0.92 of 0.82 from 2011'],
    ['en', "poor: premium.individual (个人缴费标准): your 0 holds in all years, in place of the law's 50 of 2011, 60 of 2012, 70 of 2013"],
    ['zh', 'old：benefit.rate.county_hospital（报销比例（县级医院住院））：0.92 超出合理范围 0.65 至 0.85'],
  ] as const)('of a group is told as of everybody, with its name, in %s: %s', (lang, told) => {
    const text = `${COUNTY.replace('2015', '2012')}groups:
  old: { who: { age: 60+ }, policy: { benefit.rate.county_hospital: { change: +0.1 } } }
  poor: { who: { poor: yes }, policy: { premium.individual: 0 } }
`
    expect(settingNotes(load(text), { law, files: readDataFiles() }, lang)).toContain(told)
  })

  test('of a group in one county is told with the names of both', () => {
    const text = `${COUNTY}counties: { east: {}, west: {} }
groups: { old: { who: { age: 65+, county: west }, policy: { benefit.rate.township_centre: { change: +0.03, years: 2013 } } } }
`
    expect(settingNotes(load(text), { law, files: readDataFiles() }, 'en')).toContain(
      'west, old: benefit.rate.township_centre (报销比例（乡镇卫生院住院）): 0.93 in 2013 lies outside its range, 0.75 to 0.92',
    )
  })
})
