/**
 * 保障与公平 What the measures of protection need of the law, year by year; and their sums, added to a county's record when its last claim is
 * settled.
 */

import { yearStart } from '../kernel/calendar.ts'
import { InputFaults } from '../kernel/errors.ts'
import type { CountyHouseholdsOfRun } from '../model/county.ts'
import type { CountyRecord } from '../model/record.ts'
import type { ModelSettings } from '../model/settings.ts'
import type { Law } from '../policy/law.ts'
import { type CountyTerms, countyProtection, incomeOrder, meansRoom } from '../results/county-protection.ts'

/** Terms of a year. Throws InputFaults when mean resources would lie below the minimum income. */
export function protectionTerms(law: Law, year: number): CountyTerms {
  const day = yearStart(year)
  const number = (name: string) => law.number(`protection.${name}`, day)
  const floor = number('minimum_income')
  const [consumption, health] = [number('consumption_per_head'), number('health_consumption_per_head')]
  if (consumption - health < floor) {
    const message = `in ${year} consumption of ${consumption} yuan a head less ${health} for health lies below protection.minimum_income, ${floor}`
    const expected = 'protection.consumption_per_head − protection.health_consumption_per_head of protection.minimum_income or more'
    throw new InputFaults([{ code: 'protection', file: 'scenario', message, expected }])
  }
  return {
    meanIncome: law.number('population.income_per_head', day),
    meanPerHead: consumption - health,
    floor,
    slope: number('resource_slope'),
    foodShare: number('food_share'),
    povertyLine: number(law.text('protection.poverty_line', day) === 'official' ? 'line_official' : 'line_2010_standard'),
    basis: law.text('protection.consumption', day) === 'resources' ? 'resources' : 'survey',
  }
}

/** Adds the sums over households to the record of a county that has just run. */
export function createProtectionSums(settings: ModelSettings, law: Law) {
  const terms = new Map<number, CountyTerms>()
  const isPooled = settings.counties > 1
  let room = meansRoom(0)

  function termsOf(year: number): CountyTerms {
    const found = terms.get(year) ?? protectionTerms(law, year)
    terms.set(year, found)
    return found
  }
  // a scenario that cannot be measured is refused before it runs
  for (let year = settings.years[0]; year <= settings.years[1]; year++) termsOf(year)

  function addTo(record: CountyRecord, households: CountyHouseholdsOfRun): CountyRecord {
    const { income, quintile } = households
    const order = incomeOrder(income, quintile)
    if (room.resources.length < income.length) room = meansRoom(income.length)
    const years = record.years.map((one) => ({
      ...one,
      protection: countyProtection({ income, ...households.of(one.year) }, order, termsOf(one.year), isPooled, room),
    }))
    return { ...record, years }
  }

  return { addTo, termsOf }
}
