import { describe, expect, test } from 'vitest'
import { type RunOptions, SimulatedCounty } from '../../src/model/county.ts'
import { readDataFiles } from '../../src/node/files.ts'
import { ALIVE, personColumns } from '../../src/population/person.ts'
import { PLACES } from '../../src/population/places.ts'
import { countyModel } from '../../src/scenario/engine.ts'
import { modelData } from '../../src/scenario/materials.ts'
import { STAY, VISIT } from '../../src/scheme/episodes.ts'
import { HouseholdYears } from '../../src/scheme/household-accounts.ts'
import { load } from '../scenario/reader.ts'

const files = readDataFiles()

type Books = ReturnType<typeof drawnUp>
const DRAWN_UP = new Map<string, Books>()

/** A county's record, and the sums of its households' columns by year; each county is run once. */
function bothBooks(text: string): Books {
  const books = DRAWN_UP.get(text) ?? drawnUp(text)
  DRAWN_UP.set(text, books)
  return books
}

function drawnUp(text: string) {
  const { settings, law } = load(`years: [2012, 2014]\npopulation: { persons: 6000 }\nseed: households\n${text}`)
  const model = new SimulatedCounty(settings, law, modelData(files, settings.procedures))
  const record = model.run(1, 0)
  const households = model.households()
  const total = (column: ArrayLike<number>) => Array.from(column).reduce((sum, one) => sum + one, 0)
  return record.years.map(({ year, sums }) => {
    const { billed, care, received, premium, size } = households.of(year)
    return { sums, care: total(care), billed: total(billed), received: total(received), premium: total(premium), persons: total(size) }
  })
}

const CASES = [
  ['by the dated law', ''],
  ['with a surplus shared out', 'mechanisms: { second_compensation: on }\npolicy: { subsidy.local_top_up: 200 }'],
  [
    'with household accounts and check-ups',
    'policy: { benefit.outpatient.mode: household_account, benefit.check_up: 30, benefit.check_up_share: 0.3 }',
  ],
  ['with manual claims that take years', 'policy: { claims.card_share.county_hospital: 0.1, claims.filing_days.county_hospital: 300 }'],
] as const

const FREE_VISITS = PLACES.map((place) => `care.cost.outpatient.${place}: 0`).join(', ')

describe('What households are billed and receive, by the year of discharge', () => {
  test.each(CASES)('is all that was billed, %s', (_, text) => {
    for (const { sums, billed } of bothBooks(text))
      expect(billed).toBe(sums['cost.inpatient'] + sums['cost.outpatient'] + sums['cost.uninsured'] + sums.outside_spending)
  })

  test.each(CASES)('is for every stay and visit of members and others, deliveries and check-ups with them, %s', (_, text) => {
    for (const { sums, care } of bothBooks(text)) {
      const all = (...names: string[]) => names.reduce((sum, name) => sum + (sums[name] ?? 0), 0)
      const stays = all('admissions', 'admissions_uninsured', 'benefit_episodes|kind=delivery')
      const visits = all('outpatient_visits', 'outpatient_visits_uninsured', 'benefit_episodes|kind=check_up')
      expect(care).toBe(stays * STAY + visits * VISIT)
      expect(Math.min(sums.admissions_uninsured, sums.outpatient_visits_uninsured)).toBeGreaterThan(0)
    }
  })

  test('is care too where it costs nothing, and where everybody is followed and visits are told one by one', () => {
    const { settings, law } = load(`years: [2012, 2012]\npopulation: { persons: 1500 }\npolicy: { ${FREE_VISITS} }`)
    const had = (options?: RunOptions) => {
      const model = new SimulatedCounty(settings, law, modelData(files, settings.procedures))
      model.run(1, 0, options)
      return [...model.households().of(2012).care]
    }
    const fast = had()
    expect(fast).toEqual(had({ follow: { everyone: true, tell: () => undefined } }))
    expect(fast.reduce((sum, care) => sum + (care % STAY), 0)).toBeGreaterThan(3000)
  })

  test.each(CASES)('is all that fund, insurer and assistance paid for it, however late, %s', (_, text) => {
    const years = bothBooks(text)
    for (const { sums, received } of years) {
      const kinds = ['inpatient', 'outpatient', 'critical_illness', 'assistance'].map((kind) => sums[`reimbursed.${kind}`])
      expect(received).toBe(kinds.reduce((sum, one) => sum + one, 0))
    }
    if (text.includes('second_compensation')) expect(years.some(({ sums }) => sums.second_compensation > 0)).toBe(true)
  })

  test.each(CASES)('counts everybody on 1 January and every premium a household pays itself, %s', (_, text) => {
    for (const { sums, premium, persons } of bothBooks(text)) {
      expect(persons).toBe(sums.population)
      expect(premium).toBe(sums['fund_income.individual'])
    }
  })

  test('is the same in the next replication of the same number, whatever ran between', () => {
    const { settings, law } = load('years: [2012, 2012]\npopulation: { persons: 3000 }')
    const model = countyModel(settings, law, files)
    const first = model.run(1, 0)
    expect(model.run(2, 0).years).not.toEqual(first.years)
    expect(model.run(1, 0)).toEqual(first)
  })
})

describe('The columns of households by year', () => {
  test('keep the reported years and nothing of those before or after', () => {
    const years = new HouseholdYears(2, 2012, 2013)
    years.openYear(2011)
    years.bill(0, 500, VISIT)
    const people = personColumns(1)
    people.traits[0] = ALIVE
    years.countMembers({ people, cover: { now: Uint8Array.of(0), next: Uint8Array.of(0) } }, 2011, 0, 1)
    years.openYear(2012)
    years.bill(1, 700, STAY)
    years.receiveFor(2011, 1, 60)
    years.receiveFor(2013, 1, 80)
    years.payPremium(2014, 1, 90)
    years.register(2013, 0, 40, 5000)
    years.register(2014, 0, 50, 6000)
    expect([...years.of(2012, 2).billed, ...years.of(2012, 2).received, ...years.of(2012, 2).size]).toEqual([0, 700, 0, 0, 0, 0])
    expect([...years.of(2012, 2).care]).toEqual([0, STAY])
    expect([...years.of(2013, 2).received, ...years.of(2013, 2).premium]).toEqual([0, 80, 40, 0])
    expect([...years.of(2013, 2).campaignPremium, ...years.of(2013, 2).campaignIncome]).toEqual([40, 0, 5000, 0])
    expect(() => years.of(2011, 2)).toThrow('expected a year from 2012 to 2013')
  })

  test('hold two bills of twenty million yuan as 21 million, the most they can', () => {
    const years = new HouseholdYears(1, 2012, 2012)
    years.openYear(2012)
    years.bill(0, 2_000_000_000, STAY)
    years.bill(0, 2_000_000_000, STAY)
    expect(years.of(2012, 1).billed[0]).toBe(2_147_483_647)
  })
})
