import { afterEach, describe, expect, test, vi } from 'vitest'
import { check } from '../../src/cli/check.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { coversYear } from '../../src/policy/covers.ts'
import { missingIn, outsideNotes, outsideOf, yearsCovered } from '../../src/scenario/coverage.ts'
import { modelData } from '../../src/scenario/materials.ts'
import { Terms } from '../../src/scheme/year-terms.ts'
import { faultsOf, law, load, place } from './reader.ts'

const people = 'population: {persons: 500}\n'
const scenario = (years: string, more = '') => load(`years: ${years}\n${people}${more}`)

describe('Years for which a parameter that is read has no values', () => {
  test('are refused, with the first parameters, where they stand, what they cover, and the years there are', () => {
    const faults = faultsOf(`years: [2014, 2017]\n${people}`)
    expect(faults).toHaveLength(1)
    expect(place(faults[0])).toBe('1:8')
    expect(faults[0].message).toMatch(
      /^the years 2014 to 2017 are not covered by the data: \S+ \(data\/\S+\.yaml:\d+\) covers 2011 to 2016, .* and \d+ more$/,
    )
    expect(faults[0].expected).toBe('years from 2012 to 2016 (the data begin in 2011; 1 burn-in year comes first)')
  })

  test('do not become more by two added dates of one parameter', () => {
    for (const years of ['[2004, 2025]', '[2012, 2017]', '[2011, 2012]']) {
      const faults = faultsOf(`years: ${years}\n${people}policy: {subsidy.standard: {2003-01-01: 20, 2023-01-01: 640}}\n`)
      expect(faults.map(({ code }) => code)).toEqual(['outside_data'])
      expect(faults[0].message).not.toContain('subsidy.standard')
      expect(faults[0].expected).toContain('years from 2012 to 2016')
    }
  })

  test('are there once the scenario gives values for every parameter that lacks them', () => {
    const { settings } = scenario('[2012, 2016]')
    const later = { ...settings, years: [2012, 2017] as const }
    const missing = missingIn(later, law)
    expect(missing.length).toBeGreaterThan(200)
    const own = Object.fromEntries(missing.map(({ name }) => [name, { '2017-01-01': law.entry(name).values.at(-1)?.value }]))
    expect(missingIn(later, law.with(own))).toEqual([])
    expect(yearsCovered(later, law.with(own))?.[1]).toBeGreaterThanOrEqual(2017)
    const { 'benefit.floor': _, ...butOne } = own
    expect(missingIn(later, law.with(butOne))).toEqual([{ name: 'benefit.floor', years: [2017] }])
  })

  test('are judged by what is read: a mechanism that is off needs no values', () => {
    const { settings } = scenario('[2012, 2016]', 'mechanisms: {need: {inpatient: 0.1, outpatient: 3}}\n')
    const missing = missingIn({ ...settings, years: [2012, 2017] }, law).map(({ name }) => name)
    expect(missing).not.toContain('illness.inpatient_rate')
    expect(missing).not.toContain('subsidy.central_share.east')
    expect(missing).toContain('subsidy.central_share.central')
  })

  test('beside another fault are told in the same pass', () => {
    const faults = faultsOf(`years: [2012, 2018]\n${people}policy: {premium.individual: -1}\nmechanisms: {need: {inpatent: 1}}\n`)
    expect(faults.map(({ line }) => line)).toEqual([1, 3, 4, 4])
  })
})

describe('Years beside those simulated', () => {
  test('are those that the campaign before the first year and the one after the last look to', () => {
    const { settings } = scenario('[2012, 2016]')
    const years = new Map(outsideOf(settings, law).map((one) => [one.name, one.years]))
    expect(years.get('population.income_per_head')).toEqual([2010])
    expect(years.get('subsidy.standard')).toEqual([2010])
    expect(years.get('premium.individual')).toEqual([2017])
    expect(years.has('premium.channel_share.bank')).toBe(false)
  })

  test('are not outside where the scenario gives the value', () => {
    const { settings, law: own } = scenario('[2012, 2016]', 'policy: {premium.individual: {2017-01-01: 180}}\n')
    expect(outsideOf(settings, own).map(({ name }) => name)).not.toContain('premium.individual')
  })

  test('are reached by campaigns and fund alone: all that the model reads of the law is found', () => {
    const { settings } = scenario('[2012, 2016]')
    const own = law.with({})
    const terms = new Terms(settings, own, modelData(readDataFiles()))
    terms.firstCampaign(2011)
    for (let year = 2011; year <= 2016; year++) terms.of(year)
    const beside = [...own.yearsRead()].flatMap(([name, years]) =>
      [...years].filter((year) => year < 2011 || year > 2016).map((year) => ({ name, year })),
    )
    const uncovered = beside.filter(({ name, year }) => !coversYear(law.entry(name).covers, year)).map(({ name }) => name)
    expect(
      outsideOf(settings, law)
        .map(({ name }) => name)
        .sort(),
    ).toEqual(uncovered.sort())
  })

  test('are told one line a year, with the parameters', () => {
    const { settings } = scenario('[2012, 2016]')
    const [before, after, ...others] = outsideNotes(settings, law)
    expect(others).toEqual([])
    expect(before).toMatch(
      /^for 2010, before the first year, 6 parameters are read that do not cover it; the nearest value stands: .*subsidy\.standard/,
    )
    expect(after).toMatch(/^for 2017, after the last year, 4 parameters .*premium\.individual/)
  })

  describe('are told by check', () => {
    afterEach(() => vi.restoreAllMocks())

    test('below the line that says that the scenario is valid', async () => {
      const said = vi.spyOn(console, 'log').mockImplementation(() => undefined)
      await check(['scenarios/baseline.yaml'], 'en')
      expect(said.mock.calls.map(([line]) => line)).toEqual([
        expect.stringMatching(/^scenarios\/baseline\.yaml: valid\./),
        expect.stringMatching(/^ {2}nothing is changed/),
        expect.stringMatching(/^ {2}for 2010, before the first year, 6 parameters /),
      ])
    })
  })
})
