/** Faults that show only when the chain is merged: what is missing, years without data. */
import type { Fault } from '../kernel/errors.ts'
import type { Law } from '../policy/law.ts'
import { SCHEME_YEARS } from '../policy/schema.ts'
import type { ModelSettings } from '../scheme/settings.ts'
import type { Chain } from './chain.ts'
import { missingIn, missingText, yearsCovered } from './coverage.ts'
import { MOST_BURN_IN, type ScenarioFile, YEAR_BOUNDS } from './schema.ts'

/**
 * Keys that neither the file nor what it extends gives.
 * @param counties described one by one
 */
export function missingFaults(
  chain: Chain,
  merged: Pick<ScenarioFile, 'years' | 'population'>,
  counties: readonly { readonly name: string; readonly hasPeople: boolean }[] = [],
): Fault[] {
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
  if (chain.links.some((link) => !link.sound)) return faults
  if (counties.length > 0) return [...faults, ...countiesFaults(chain, merged, counties)]
  const { persons, microdata } = merged.population ?? {}
  if (persons === undefined && microdata === undefined) faults.push(missing('population.persons', 'population: {persons: …}, or microdata'))
  return faults
}

/** Counties without people, and counties that are both described and counted. */
function countiesFaults(
  chain: Chain,
  merged: Pick<ScenarioFile, 'population'>,
  counties: readonly { readonly name: string; readonly hasPeople: boolean }[],
): Fault[] {
  const faults = counties.flatMap(({ name, hasPeople }): Fault[] => {
    const link = chain.links.find(({ content }) => Object.hasOwn(content.counties ?? {}, name))
    if (hasPeople || !link) return []
    const place = { file: link.file, ...link.document.atKey(['counties', name]) }
    const expected = 'population: {persons: …}, of this county or of all'
    const key = `counties.${name}.population.persons`
    return [{ code: 'missing', ...place, message: `'${key}' is missing`, expected }]
  })
  const counting = chain.links.find(({ content }) => content.population?.counties !== undefined)
  if (merged.population?.counties === undefined || !counting) return faults
  const place = { file: counting.file, ...counting.document.atKey(['population', 'counties']) }
  const message = "'population.counties' counts counties that are alike, 'counties' describes each by itself"
  return [...faults, { code: 'both', ...place, message, expected: 'one of both' }]
}

/** Years that not every parameter read covers, burn-in included; told in the file that sets the years. */
export function yearFaults(chain: Chain, settings: ModelSettings, law: Law): Fault[] {
  const link = chain.links.find(({ content }) => content.years !== undefined)
  const { years, burnInYears: burnIn } = settings
  if (!link || !isSound(years, burnIn)) return []
  // far from all data one year is as good as three hundred
  const near = (year: number) => Math.min(Math.max(year, SCHEME_YEARS[0] - 20), SCHEME_YEARS[1] + 20)
  const missing = missingIn({ ...settings, years: [near(years[0]), near(years[1])] }, law)
  if (missing.length === 0) return []
  const place = { file: link.file, ...link.document.at(['years']) }
  const message = `the years ${years[0]} to ${years[1]} are not covered by the data: ${missingText(law, missing)}`
  return [{ code: 'outside_data', ...place, message, expected: yearsExpected(settings, law) }]
}

function isSound(years: ModelSettings['years'], burnIn: number): boolean {
  if (!Array.isArray(years) || years.length !== 2 || ![...years, burnIn].every(Number.isInteger) || years[0] > years[1]) return false
  // what the schema refuses is told once, and not read year by year
  return years[0] >= YEAR_BOUNDS[0] && years[1] <= YEAR_BOUNDS[1] && burnIn >= 0 && burnIn <= MOST_BURN_IN
}

function yearsExpected(settings: ModelSettings, law: Law): string {
  const { burnInYears: burnIn } = settings
  const covered = yearsCovered(settings, law)
  const first = covered && `the data begin in ${covered[0]}; ${burnIn} burn-in ${burnIn === 1 ? 'year comes' : 'years come'} first`
  if (!covered || covered[0] + burnIn > covered[1]) return `years that every parameter covers${first ? ` (${first})` : ''}`
  return `years from ${covered[0] + burnIn} to ${covered[1]} (${first})`
}
