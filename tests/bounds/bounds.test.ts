import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { NUMBER_UNITS, type ParameterValue, type ValueShape } from '../../src/policy/schema.ts'
import { allBoundsTold, boundsOf } from '../../src/policy/value/bounds.ts'
import { fits } from '../../src/policy/value/value-check.ts'
import { emptyFolder, hezuo, scenarioFiles } from '../cli/command.ts'
import { figureEnds, figuresOutside, nextToNothing, parameterEnds, parametersOutside } from './cases.ts'
import { faultsOf, figures, law, runsSoundly } from './run-case.ts'

const entries = law.names().map((name) => law.entry(name))
const isNumeric = ({ unit }: ValueShape) => NUMBER_UNITS.includes(unit) || unit === 'list' || unit === 'bands'

describe('Every number of law and behaviour', () => {
  test('has finite bounds, each number of a list', () => {
    const numeric = entries.filter(isNumeric)
    expect(numeric.length).toBeGreaterThan(230)
    for (const entry of numeric)
      for (let member = 0; member < (entry.length ?? 1); member++) {
        const [low, high] = boundsOf(entry, member) ?? []
        expect(Number.isFinite(low) && Number.isFinite(high) && Number(low) < Number(high), entry.name).toBe(true)
      }
    for (const entry of entries.filter((one) => !isNumeric(one))) expect(boundsOf(entry), entry.name).toBeUndefined()
  })

  test('lies inside them with every value and every range', () => {
    for (const entry of entries.filter(isNumeric))
      for (const { value, range } of entry.values) {
        expect(fits(value, entry), entry.name).toBe(true)
        // parts that add up to 1 are moved against each other
        if (range && !entry.sumsToOne)
          for (const edge of range) expect(fits(moved(value, Number(edge)), entry), `${entry.name} ${edge}`).toBe(true)
      }
  })

  test('tells them in words, of a list with several kinds of number each', () => {
    expect(allBoundsTold(law.entry('premium.individual'))).toBe('from 0 to 100000 yuan')
    expect(allBoundsTold(law.entry('benefit.ceiling'))).toBe('from 0 yuan up')
    expect(allBoundsTold(law.entry('budget.highest'))).toBe('from 0 to 100000; from 0 to 1; from 0 to 10000; from 0 to 10000000')
    expect(allBoundsTold(law.entry('benefit.bands'))).toBe('from 0 to 10000000 yuan, rates a fraction from 0 to 1')
  })
})

/** The value at the edge of its range: that edge, or of lists and bands so many times the value. */
function moved(value: ParameterValue, edge: number): unknown {
  if (!Array.isArray(value)) return edge
  return value.map((one) => (typeof one === 'number' ? one * edge : { ...one, rate: one.rate * edge }))
}

test('Every figure of procedures and offices that is a number has bounds, with its value and its range inside', () => {
  const numbers = figures.filter(({ value }) => typeof value === 'number')
  expect(numbers.length).toBeGreaterThan(120)
  for (const { name, value, range = [], bounds } of numbers) {
    expect(bounds, name).toBeDefined()
    for (const one of [Number(value), ...range]) expect(bounds && one >= bounds.low && one <= bounds.high, name).toBe(true)
  }
})

/** Every so many of the names, all cases of each. */
function sample<Case extends { readonly name: string }>(cases: readonly Case[], every: number): Case[] {
  const names = [...new Set(cases.map(({ name }) => name))].filter((_, at) => at % every === 0)
  return cases.filter(({ name }) => names.includes(name))
}

/** All of them, and for two years: bounds.long.test.ts. */
describe('Of some parameters and figures', () => {
  const least = nextToNothing(law).filter(({ name }) => /^illness\.female_ratio|^illness\.inpatient_rate$/.test(name))
  const ends = [...least, ...sample(parameterEnds(law), 25), ...sample(figureEnds(figures, law), 60)]
  test.each(ends)('the end $name: $value runs to a sound end', (one) =>
    runsSoundly({ ...one, text: one.text.replace('[2014, 2015]', '[2014, 2014]') }),
  )

  test('a limit that never binds is a large number', () => {
    const limits = '{benefit.ceiling: 9e99, benefit.outpatient.cap: 9e99, assistance.ceiling: 9e99, critical_illness.threshold: 9e99}'
    runsSoundly({ name: 'limits', value: 9e99, text: `years: [2014, 2014]\npopulation: {persons: 300}\npolicy: ${limits}\n` })
  })

  const outside = [...sample(parametersOutside(law), 20), ...sample(figuresOutside(figures, law), 40)]
  test.each(outside)('$name: $value, just outside, is refused with the bound', (one) => {
    expect(faultsOf(one)).toEqual([expect.stringContaining(`expected ${one.refused}`)])
  })
})

test('Impossible values are one fault each, with place and bound, exit code 2, and nothing is written', async () => {
  const settings: readonly (readonly [string, string])[] = [
    ['premium.individual: 1e13', '10000000000000 is out of bounds; expected from 0 to 100000 yuan'],
    ['benefit.outpatient.account: 30000000', '30000000 is out of bounds; expected from 0 to 3000 yuan'],
    ['illness.trend_base_year: 1000000000', '1000000000 is out of bounds; expected from 2003 to 2025'],
    ['illness.inpatient_trend: -0.999', '-0.999 is out of bounds; expected a fraction from -0.3 to 0.3 (0.07 = 7 % more a year), or'],
    ['care.length_of_stay.county_hospital: 1e308', '1e+308 is out of bounds; expected from 1 to 90 days'],
    ["subsidy.announced: '1900-01-01'", '1900-01-01 is out of bounds; expected a day from 2002-01-01 to 2025-12-31'],
    ['budget.step: [50, 2, 25, 10000]', '2 is out of bounds; expected a list of 4 numbers (ratio): from 0 to 1'],
    [
      'subsidy.standard: {change: ×1000}',
      '×1000 makes 200000 of 200 (2011-01-01): 200000 is out of bounds; expected from 0 to 100000 yuan',
    ],
    ['offices.county_centre.staff: 1.0e-9', 'staff is 1e-9; expected from 0.05 to 100000 posts'],
    ['offices.online.staff: -1', 'staff is -1; expected from 0 to 100000 posts'],
    ['claim_by_hand.steps.payment.minutes: 121', 'steps.payment.minutes is 121; expected from 0 to 120 minutes'],
    ['claim_by_hand.deadline: soon', 'deadline is "soon"; expected a whole number from 0 to 1000 days'],
    ['second_reimbursement.papers.bank_account.missing: 0.95', 'missing and of the wrong kind are 1.05 together; expected at most 1'],
  ]
  const [policy, procedures] = [settings.slice(0, 8), settings.slice(8)].map((block) => block.map(([setting]) => `  ${setting}\n`).join(''))
  const folder = emptyFolder()
  const text = `years: [2012, 2013]\npopulation: {persons: 300}\npolicy:\n${policy}procedures:\n${procedures}`
  const [file] = scenarioFiles(folder, { 'a.yaml': text })
  const { code, stdout, stderr } = await hezuo('run', file, '--out', join(folder, 'out'))
  expect({ code, stdout, isWritten: existsSync(join(folder, 'out')) }).toEqual({ code: 2, stdout: '', isWritten: false })
  const told = stderr.trim().split('\n')
  expect(told).toHaveLength(settings.length + 1)
  for (const [at, [setting, fault]] of settings.entries()) {
    // the line of 'procedures:' stands between the two blocks
    expect(told[at]).toMatch(/^.*a\.yaml:\d+:\d+: /)
    expect(told[at]).toContain(`a.yaml:${at < 8 ? at + 4 : at + 5}:`)
    expect(told[at], setting).toContain(fault)
  }
})
