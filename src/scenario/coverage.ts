/** 适用年份 Which parameters a scenario reads for which years, and which of them do not cover those years. Nobody is simulated for it. */

import { coversText, coversYear } from '../policy/covers.ts'
import type { Law } from '../policy/law.ts'
import { SCHEME_YEARS, type Span } from '../policy/schema.ts'
import type { ModelData } from '../scheme/data.ts'
import { campaignTerms } from '../scheme/enrolment/terms.ts'
import { fundTerms } from '../scheme/fund/terms.ts'
import { MECHANISMS_ON, type ModelSettings } from '../scheme/settings.ts'
import { Terms } from '../scheme/year-terms.ts'
import { protectionTerms } from './protection.ts'

/** A parameter and years for which it is read, though its values are not given for them. */
interface Uncovered {
  readonly name: string
  readonly years: readonly number[]
}

/** Empty tables: it matters what is read, not what comes of it. */
const NO_DATA: ModelData = {
  quantiles: { normal: new Int32Array(0), exponential: new Int32Array(0) },
  holidays: { holidays: [], workedWeekends: [] },
  procedures: { procedures: new Map(), offices: [] },
}

/** How many parameters a refusal names, with their places, and how many a note names, before the others are counted. */
const REFUSED_NAMED = 3
const NOTED_NAMED = 8

/** Parameters that do not cover a year simulated (burn-in included) for which they are read: such a run is refused. */
export function missingIn(settings: ModelSettings, law: Law): Uncovered[] {
  const entries = law.names().map((name) => law.entry(name))
  // only years that some parameter does not cover need a closer look
  const doubtful = simulatedYears(settings).filter((year) => entries.some(({ covers }) => !coversYear(covers, year)))
  return doubtful.length === 0 ? [] : uncovered(law, yearsRead(settings, law, doubtful), (year) => doubtful.includes(year))
}

/** Parameters read for years before and after, by campaigns and settlements, which they do not cover: the nearest value stands. */
export function outsideOf(settings: ModelSettings, law: Law): Uncovered[] {
  const simulated = simulatedYears(settings)
  const own = law.with({})
  // only the campaigns and the fund look beyond the year, to the one before it and the one after it
  campaignTerms(settings, own, simulated[0])
  campaignTerms(settings, own, settings.years[1] + 1)
  for (const year of simulated) fundTerms(settings, own, year)
  return uncovered(law, own.yearsRead(), (year) => !simulated.includes(year))
}

/** A scenario that says years and nothing else: what is judged of one with faults elsewhere, and what an editor is told. */
export function plainSettings({ years, burnInYears }: Pick<ModelSettings, 'years' | 'burnInYears'>): ModelSettings {
  const people = { region: 'central', persons: 1, counties: 1, addedVillages: [] } as const
  const burnIn = Number.isInteger(burnInYears) ? burnInYears : 1
  return { name: '', years, burnInYears: burnIn, ...people, mechanisms: MECHANISMS_ON, procedures: {}, replications: 1, seed: '' }
}

/** The longest run of years that all parameters cover which these settings read; undefined when there is none. */
export function yearsCovered(settings: ModelSettings, law: Law): Span | undefined {
  const [begin, end] = SCHEME_YEARS
  const always = { ...settings, years: SCHEME_YEARS, burnInYears: 0 }
  const gaps = new Set(missingIn(always, law).flatMap(({ years }) => years))
  let best: Span | undefined
  for (let year = begin, from = begin; year <= end; year++) {
    if (gaps.has(year)) from = year + 1
    else if (!best || year - from > best[1] - best[0]) best = [from, year]
  }
  return best
}

/** The first parameters that do not cover the years asked for, where they stand and what they cover. */
export function missingText(law: Law, missing: readonly Uncovered[]): string {
  const named = missing.slice(0, REFUSED_NAMED).map(({ name }) => {
    const { file, line, covers } = law.entry(name)
    return `${name} (${file}:${line}) covers ${coversText(covers)}`
  })
  return andMore(named, missing.length)
}

/** One line for each year before or after those simulated: how many parameters do not cover it, and the first of them. */
export function outsideNotes(settings: ModelSettings, law: Law): string[] {
  const outside = outsideOf(settings, law)
  const years = [...new Set(outside.flatMap((one) => one.years))].sort((a, b) => a - b)
  return years.map((year) => {
    const names = outside.filter((one) => one.years.includes(year)).map(({ name }) => name)
    const where = year > settings.years[1] ? 'after the last year' : 'before the first year'
    const many = names.length === 1 ? '1 parameter is read that does' : `${names.length} parameters are read that do`
    return `for ${year}, ${where}, ${many} not cover it; the nearest value stands: ${andMore(names.slice(0, NOTED_NAMED), names.length)}`
  })
}

function andMore(named: readonly string[], all: number): string {
  return all > named.length ? `${named.join(', ')} and ${all - named.length} more` : named.join(', ')
}

export function simulatedYears({ years: [reported, last], burnInYears }: ModelSettings): number[] {
  return Array.from({ length: last - reported + burnInYears + 1 }, (_, index) => reported - burnInYears + index)
}

/** What was read for years that it does not cover, as far as these `count`. */
function uncovered(law: Law, wasRead: ReadonlyMap<string, ReadonlySet<number>>, count: (year: number) => boolean): Uncovered[] {
  return [...wasRead]
    .map(([name, read]) => {
      const { covers } = law.entry(name)
      return { name, years: [...read].filter((year) => count(year) && !coversYear(covers, year)).sort((a, b) => a - b) }
    })
    .filter((one) => one.years.length > 0)
}

/** Reads the terms of these years as the model and its measures do. */
export function yearsRead(settings: ModelSettings, law: Law, years: readonly number[]): ReadonlyMap<string, ReadonlySet<number>> {
  const own = law.with({})
  const terms = new Terms(settings, own, NO_DATA)
  terms.firstCampaign(settings.years[0] - settings.burnInYears)
  for (const year of years) {
    terms.of(year)
    if (year >= settings.years[0]) protectionTerms(own, year)
  }
  return own.yearsRead()
}
