import { describe, expect, test } from 'vitest'
import { yearOf } from '../../src/kernel/calendar.ts'
import { annualRows } from '../../src/measures/annual.ts'
import { pairHouseholds, winnersRows } from '../../src/measures/protection/winners.ts'
import { DECILE } from '../../src/measures/protection-definitions.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { simulate } from '../../src/node/simulate.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import type { TraceEvent } from '../../src/scheme/record.ts'
import { large } from '../size.ts'
import { load } from './reader.ts'

const files = readDataFiles()
const COUNTY = `years: [2012, 2014]\npopulation: { persons: ${large(12_000)} }\nseed: protection\n`

/** A run of a county: its measures by `name|group` and year, its households' burden as explain tells it, and its households by year. */
function run(text: string, { isTold } = { isTold: false }) {
  const { settings, law } = load(text)
  const model = countyModel(settings, law, files)
  const burdens: TraceEvent[] = []
  const tell = (event: TraceEvent) => event.kind === 'burden.year' && burdens.push(event)
  const record = model.run(1, 0, isTold ? { follow: { everyone: true, tell } } : {})
  const measures = new Map<string, number>()
  for (const { measure, group, year, value } of annualRows('one', [record], settings.years))
    measures.set(`${measure}${group && `|${group}`}|${year}`, value)
  return {
    record,
    at: (name: string, year: number) => measures.get(`${name}|${year}`) ?? Number.NaN,
    burdens,
    households: model.householdColumns(),
  }
}

const base = run(COUNTY, { isTold: true })
const YEARS = [2012, 2013, 2014]

describe('The measures of protection of a run', () => {
  test.each(YEARS)('%i: overshoot is the share of the households above the threshold × what those spend beyond it', (year) => {
    for (const group of ['', '|quintile=1', '|quintile=5', '|decile=1']) {
      expect(base.at(`che10${group}`, year)).toBeGreaterThan(0)
      expect(base.at(`overshoot10${group}`, year)).toBeCloseTo(
        base.at(`che10${group}`, year) * base.at(`positive_overshoot10${group}`, year),
        12,
      )
    }
  })

  test.each(YEARS)(
    '%i: the premium burden by decile is that of the households that registered, and two deciles make a quintile',
    (year) => {
      const { sums, protection } = base.record.years.find((one) => one.year === year)!
      for (let quintile = 1; quintile <= 5; quintile++) {
        const deciles = [2 * quintile - 1, 2 * quintile]
        const both = (part: number) => deciles.reduce((sum, decile) => sum + protection!.deciles[decile - 1][part], 0)
        expect(both(DECILE.campaign_premium)).toBeCloseTo(sums[`premiums_of_households|quintile=${quintile}`] / 100, 4)
        expect(both(DECILE.campaign_income)).toBeCloseTo(sums[`income_of_households|quintile=${quintile}`] / 100, 4)
        const [lower, upper] = deciles.map((decile) => base.at(`premium_burden|decile=${decile}`, year))
        expect(lower).toBeGreaterThan(upper)
        expect(base.at(`premium_burden|quintile=${quintile}`, year)).toBeGreaterThan(upper)
        expect(base.at(`premium_burden|quintile=${quintile}`, year)).toBeLessThan(lower)
      }
    },
  )

  test.each(YEARS)('%i: reimbursement lowers catastrophic spending and poverty, payment raises poverty', (year) => {
    for (const name of ['che10', 'che25', 'che40', 'overshoot10']) expect(base.at(name, year)).toBeLessThan(base.at(`${name}_before`, year))
    const [before, paid, helped] = ['before_payment', 'after_payment', 'after_reimbursement'].map((when) =>
      base.at(`poverty_${when}`, year),
    )
    expect(before).toBeLessThan(helped)
    expect(helped).toBeLessThan(paid)
    expect(base.at('poverty_gap_after_reimbursement', year)).toBeLessThan(base.at('poverty_gap_after_payment', year))
  })

  test.each(YEARS)('%i: payments per head are the mean of what explain tells of each household', (year) => {
    const told = base.burdens.filter(({ day }) => yearOf(day) === year)
    expect(told).toHaveLength(base.at('households', year))
    const persons = told.reduce((sum, { facts }) => sum + Number(facts?.members), 0)
    const borne = told.reduce((sum, { amounts }) => sum + (amounts?.find(({ id }) => id === 'borne_by_household')?.fen ?? 0), 0)
    expect(borne / 100 / persons).toBeCloseTo(base.at('health_payments_per_head', year), 6)
  })

  test('follow the line, the consumption and the resources that a scenario sets', () => {
    const official = run(`${COUNTY}policy: { protection.poverty_line: official, protection.line_official: 1000 }`)
    expect(official.at('poverty_after_payment', 2013)).toBeLessThan(base.at('poverty_after_payment', 2013))
    expect(official.at('che10', 2013)).toBe(base.at('che10', 2013))
    const resources = run(`${COUNTY}policy: { protection.consumption: resources }`)
    expect(resources.at('che10', 2013)).toBeGreaterThan(base.at('che10', 2013))
    expect(resources.at('poverty_after_reimbursement', 2013)).toBe(base.at('poverty_after_reimbursement', 2013))
    const steeper = run(`${COUNTY}policy: { protection.resource_slope: 0.8 }`)
    expect(steeper.at('gini.resources', 2013)).toBeGreaterThan(base.at('gini.resources', 2013))
    expect(steeper.at('gini.income', 2013)).toBe(base.at('gini.income', 2013))
  })

  test('give everybody the same resources where the minimum income that a scenario sets is above their mean', () => {
    const equal = run(`${COUNTY}policy: { protection.minimum_income: { 2012-01-01: 2000, 2013-01-01: 6500 } }`)
    expect(equal.at('gini.resources', 2012)).toBeGreaterThan(0.2)
    expect(equal.at('gini.resources', 2013)).toBeCloseTo(0, 9)
    expect(equal.at('resources_per_head', 2013)).toBeCloseTo(6500, 6)
  })
})

describe('The households of a job by year', () => {
  test('are sent back when the task asks for them, and agree with what explain tells', () => {
    const { settings, policy } = load(COUNTY)
    const task = { settings, policy, job: { replication: 1, county: 0 }, slot: 0 }
    const asked = simulate({ ...task, households: true })
    if (!('record' in asked) || !asked.households) throw new Error('no households came back')
    expect(asked.households).toEqual(base.households)
    expect(simulate(task)).not.toHaveProperty('households')
    const { household, year, outOfPocket, premium, decile, age, chronic, living } = asked.households
    expect(household).toHaveLength(base.burdens.length)
    const told = base.burdens.map(({ amounts }) =>
      ['borne_by_household', 'premiums_of_household'].map((id) => amounts?.find((one) => one.id === id)?.fen),
    )
    expect(Array.from(outOfPocket, (fen, row) => [fen, premium[row]])).toEqual(told)
    expect(new Set(year)).toEqual(new Set(YEARS))
    expect([new Set(decile).size, new Set(age).size, new Set(chronic).size, new Set(living).size]).toEqual([10, 3, 2, 3])
  })
})

describe('Less care', () => {
  const TOWN = 'years: [2012, 2013]\npopulation: { persons: 2000 }\nseed: prices\n'
  const FIXED = 'mechanisms: { facility_choice: off, enrolment_choice: off }\n'
  const cost = (change: string) => `policy: { care.cost_scale.county_hospital: { change: ${change}, from: 2013-01-01 } }\n`
  /** Shares of households in 2013, by measure. */
  function outcomes(scenario: string, reform: string) {
    const pairs = pairHouseholds(run(scenario).households, run(scenario + reform).households)
    const rows = winnersRows({ base: 'base', scenario: 'reform' }, [[pairs], [pairs]])
    const all = rows.filter(({ year, group }) => year === 2013 && group === '')
    return Object.fromEntries(all.map(({ measure, value }) => [measure, value]))
  }

  test('is not what costs less: lower prices have winners, higher ones losers, all with as much care', () => {
    const lower = outcomes(TOWN + FIXED, cost('-15%'))
    expect(lower.winners_same_care_share).toBeGreaterThan(0.1)
    expect([lower.winners_share, lower.losers_share]).toEqual([lower.winners_same_care_share, lower.losers_same_care_share])
    const higher = outcomes(TOWN + FIXED, cost('+10%'))
    expect(higher.losers_same_care_share).toBeGreaterThan(0.1)
    expect([higher.winners_share, higher.losers_share]).toEqual([higher.winners_same_care_share, higher.losers_same_care_share])
  })

  test('is visits that are not had where nothing is paid for them, by members and others', () => {
    const unpaid = outcomes(TOWN, 'policy: { benefit.outpatient.mode: none }\n')
    expect(unpaid.winners_less_care_share).toBeGreaterThan(0.2)
    expect(unpaid.winners_same_care_share).toBeLessThan(0.01)
  })
})
