/** Faults that show only when the chain is merged: what is missing, years without data, a ceiling below a deductible. */
import { dayOf, formatDay, parseDay, yearOf } from '../kernel/calendar.ts'
import type { Fault } from '../kernel/errors.ts'
import type { Law } from '../policy/law.ts'
import { INPATIENT_PLACES } from '../population/places.ts'
import type { Chain } from './chain.ts'
import { isMapping } from './policy-block.ts'
import type { ScenarioFile } from './schema.ts'

/** The first and last year the law's data cover: those for which a government subsidy standard (财政补助标准) is given. */
export function coveredYears(law: Law): readonly [number, number] {
  const days = valueDays(law, 'subsidy.standard')
  return [yearOf(days[0]), yearOf(days[days.length - 1])]
}

/** The days from which the values of a parameter hold, ascending. */
export function valueDays(law: Law, name: string): number[] {
  return law.entry(name).values.map((value) => value.from)
}

/** Keys that neither the file nor what it extends gives. */
export function missingFaults(chain: Chain, merged: ScenarioFile): Fault[] {
  const { file, document } = chain.links[0]
  const missing = (name: string, expected: string): Fault => ({
    code: 'missing',
    file,
    ...document.at([]),
    message: `'${name}' is missing`,
    expected,
  })
  const faults: Fault[] = []
  if (merged.years === undefined) faults.push(missing('years', 'years: [first, last]'))
  if (merged.population?.persons === undefined && !chain.links.some((link) => !link.sound))
    faults.push(missing('population.persons', 'population: {persons: …}'))
  return faults
}

/** Years the data do not cover, burn-in included; told in the file that sets the years. */
export function yearFaults(chain: Chain, merged: ScenarioFile, law: Law): Fault[] {
  const link = chain.links.find(({ content }) => content.years !== undefined)
  const years = merged.years
  if (!link || !Array.isArray(years) || !years.every(Number.isInteger) || years.length !== 2 || years[0] > years[1]) return []
  const [from, to] = coveredYears(law)
  const burnIn = Number.isInteger(merged.burn_in) ? Number(merged.burn_in) : 1
  if (years[0] - burnIn >= from && years[1] <= to) return []
  const place = { file: link.file, ...link.document.at(['years']) }
  const expected = `years from ${from + burnIn} to ${to} (the data begin in ${from}; ${burnIn} burn-in ${burnIn === 1 ? 'year comes' : 'years come'} first)`
  return [{ code: 'outside_data', ...place, message: `the years ${years[0]} to ${years[1]} are not covered by the data`, expected }]
}

/** A ceiling below a deductible (封顶线低于起付线) would pay nothing to anybody: told where the scenario sets one of the two. */
export function ceilingFaults(chain: Chain, merged: ScenarioFile, law: Law, refused: ReadonlySet<string>): Fault[] {
  if (refused.has('benefit.ceiling')) return []
  const deductibles = INPATIENT_PLACES.map((place) => `benefit.deductible.${place}`).filter((name) => !refused.has(name))
  const setByScenario = [...deductibles, 'benefit.ceiling'].filter((name) => merged.policy && Object.hasOwn(merged.policy, name))
  if (!setByScenario.length) return []
  const [first, last] = coveredYears(law)
  const days = new Set<number>()
  for (let year = first; year <= last; year++) days.add(dayOf(year, 1, 1))
  for (const name of setByScenario) {
    const value: unknown = merged.policy?.[name]
    if (isMapping(value)) for (const date of Object.keys(value)) days.add(parseDay(date) ?? dayOf(first, 1, 1))
  }
  for (const day of [...days].sort((a, b) => a - b)) {
    for (const deductible of deductibles) {
      const [least, most] = [law.number(deductible, day), law.number('benefit.ceiling', day)]
      if (most >= least) continue
      const name = ['benefit.ceiling', deductible].find((candidate) => setByScenario.includes(candidate))
      const link = chain.links.find(({ content }) => name && content.policy && Object.hasOwn(content.policy, name))
      if (!name || !link) continue
      // With a file of the chain unread, the other of the two may stand there.
      if (!chain.complete && !(setByScenario.includes('benefit.ceiling') && setByScenario.includes(deductible))) continue
      const place = { file: link.file, ...link.document.at(['policy', name]) }
      const message = `on ${formatDay(day)} the ceiling benefit.ceiling (${most}) lies below the deductible ${deductible} (${least})`
      return [{ code: 'ceiling_below_deductible', ...place, message, expected: 'a ceiling at least as high as every deductible' }]
    }
  }
  return []
}
