/** Faults that show only when the chain is merged: what is missing, years without data. */
import { yearOf } from '../kernel/calendar.ts'
import type { Fault } from '../kernel/errors.ts'
import type { Law } from '../policy/law.ts'
import type { Chain } from './chain.ts'
import type { ScenarioFile } from './schema.ts'

/** The first and last year the law's data cover: those for which a government subsidy standard (财政补助标准) is given. */
export function coveredYears(law: Law): readonly [number, number] {
  const days = law.entry('subsidy.standard').values.map((value) => value.from)
  return [yearOf(days[0]), yearOf(days[days.length - 1])]
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
  // A misspelt 'years' is one fault, not two.
  const misspelt = chain.faults.some((fault) => fault.code === 'unknown_key' && fault.nearest === 'years')
  if (merged.years === undefined && !misspelt) faults.push(missing('years', 'years: [first, last]'))
  const { persons, microdata } = merged.population ?? {}
  if (persons === undefined && microdata === undefined && !chain.links.some((link) => !link.sound))
    faults.push(missing('population.persons', 'population: {persons: …}, or microdata'))
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
