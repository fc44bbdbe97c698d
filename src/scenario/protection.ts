/**
 * 保障与公平 What the measures of protection need of the law, year by year; and their sums, added to a county's record when its last claim is
 * settled.
 */

import { yearStart } from '../kernel/calendar.ts'
import { type CountyTerms, countyProtection, incomeOrder, meansRoom } from '../measures/protection/county.ts'
import { burdenOf } from '../measures/protection/household-burden.ts'
import { type HouseholdColumns, householdColumns } from '../measures/protection/household-columns.ts'
import { TENTH } from '../measures/protection-definitions.ts'
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
export function createProtectionSums(settings: ModelSettings, law: Law, model: Model) {
  const terms = new Map<number, CountyTerms>()
  const isPooled = settings.counties > 1
  let room = meansRoom(0)

  function termsOf(year: number): CountyTerms {
    const found = terms.get(year) ?? protectionTerms(law, year)
    terms.set(year, found)
    return found
  }

  function addTo(record: CountyRecord): CountyRecord {
    const households = model.households()
    const { income, quintile } = households
    const order = incomeOrder(income, quintile)
    if (room.resources.length < income.length) room = meansRoom(income.length)
    const years = record.years.map((one) => ({
      ...one,
      protection: countyProtection({ income, ...households.of(one.year) }, order, termsOf(one.year), isPooled, room),
    }))
    for (const { year } of years) {
      const own = { income, ...households.of(year) }
      model.tellBurden(year, (h) => {
        const { facts, ...burden } = burdenOf(h, own)
        return { ...burden, facts: { year, ...facts } }
      })
    }
    // what explain tells of each household and year is an event like any other
    let told = 0
    for (const { protection } of years) for (const tenth of protection.tenths) told += tenth[TENTH.households]
    return { ...record, years, events: record.events + told }
  }

  /** The households of the county that has just run, year by year, in columns of their own. */
  function columns(): HouseholdColumns {
    const households = model.households()
    const { tenth } = incomeOrder(households.income, households.quintile)
    const [first, last] = settings.years
    const years = Array.from({ length: last - first + 1 }, (_, i) => ({ year: first + i, columns: households.of(first + i) }))
    return householdColumns(years, tenth)
  }

  return { addTo, columns }
}
