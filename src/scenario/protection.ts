/**
 * 保障与公平 What the measures of protection need of the law, year by year; and their sums, added to a county's record when its last claim is
 * settled.
 */

import { yearStart } from '../kernel/calendar.ts'
import { type HouseholdProtection, protectionByHousehold } from '../measures/protection/by-household.ts'
import { type CountyTerms, countyProtection, incomeOrder, meansRoom } from '../measures/protection/county.ts'
import { burdenOf } from '../measures/protection/household-burden.ts'
import { type HouseholdColumns, householdColumns } from '../measures/protection/household-columns.ts'
import { DECILE } from '../measures/protection-definitions.ts'
import type { SimulatedCounty } from '../model/county.ts'
import type { Law, Under } from '../policy/law.ts'
import type { CountyRecord } from '../scheme/record.ts'
import type { ModelSettings } from '../scheme/settings.ts'

/** Terms of a year. Where a scenario sets a minimum income above mean resources, everybody has that much. */
export function protectionTerms(law: Law, year: number): CountyTerms {
  const day = yearStart(year)
  const number = (name: Under<'protection.'>) => law.number(`protection.${name}`, day)
  const floor = number('minimum_income')
  return {
    meanIncome: law.number('population.income_per_head', day),
    meanPerHead: Math.max(floor, number('consumption_per_head') - number('health_consumption_per_head')),
    floor,
    slope: number('resource_slope'),
    foodShare: number('food_share'),
    povertyLine: number(law.text('protection.poverty_line', day) === 'official' ? 'line_official' : 'line_2010_standard'),
    basis: law.text('protection.consumption', day) === 'resources' ? 'resources' : 'survey',
  }
}

type Model = Pick<SimulatedCounty, 'households' | 'tellBurden'>

/** Adds the sums over households to the record of a county that has just run. */
export class ProtectionSums {
  readonly #settings: ModelSettings
  readonly #law: Law
  readonly #model: Model
  readonly #terms = new Map<number, CountyTerms>()
  #room = meansRoom(0)

  constructor(settings: ModelSettings, law: Law, model: Model) {
    this.#settings = settings
    this.#law = law
    this.#model = model
  }

  #termsOf(year: number): CountyTerms {
    const isClassedInYuan = this.#settings.named !== undefined
    const found = this.#terms.get(year) ?? { ...protectionTerms(this.#law, year), isClassedInYuan }
    this.#terms.set(year, found)
    return found
  }

  addTo(record: CountyRecord): CountyRecord {
    const households = this.#model.households()
    const { income, quintile } = households
    const order = incomeOrder(income, quintile)
    if (this.#room.resources.length < income.length) this.#room = meansRoom(income.length)
    const isPooled = this.#settings.counties > 1
    const years = record.years.map((one) => ({
      ...one,
      protection: countyProtection({ income, ...households.of(one.year) }, order, this.#termsOf(one.year), isPooled, this.#room),
    }))
    for (const { year } of years) {
      const own = { income, ...households.of(year) }
      this.#model.tellBurden(year, (h) => {
        const { facts, ...burden } = burdenOf(h, own)
        return { ...burden, facts: { year, ...facts } }
      })
    }
    // what explain tells of each household and year is an event like any other
    let told = 0
    for (const { protection } of years) for (const decile of protection.deciles) told += decile[DECILE.households]
    return { ...record, years, events: record.events + told }
  }

  /** Of the county that has just run: each household with members in a year, in the order in which its `burden.year` is told. */
  byHousehold(year: number): HouseholdProtection[] {
    const { income, quintile, of } = this.#model.households()
    return protectionByHousehold({ income, ...of(year) }, incomeOrder(income, quintile).order, this.#termsOf(year))
  }

  /** The households of the county that has just run, year by year, in columns of their own. */
  columns(): HouseholdColumns {
    const households = this.#model.households()
    const { decile } = incomeOrder(households.income, households.quintile)
    const [first, last] = this.#settings.years
    const years = Array.from({ length: last - first + 1 }, (_, i) => ({ year: first + i, columns: households.of(first + i) }))
    return householdColumns(years, decile, this.#settings.groups !== undefined)
  }
}
