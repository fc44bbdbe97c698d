/** 微观数据 Which files a scenario takes its people from: `population: {microdata: {persons, households}}`. */

import { isMapping } from '../policy/change/form.ts'
import { beside, type Chain, mergeChain, type ReadText, readChain } from './chain.ts'
import { chainOfCounty, countyNames } from './counties/part.ts'

export interface MicrodataFiles {
  /** paths as the scenario's reader understands them */
  readonly persons: string
  readonly households: string
  /** the people stand for 1 January of this year, the first simulated; absent when the scenario's years are at fault */
  readonly firstYear?: number
  /** persons asked for in one county: beside the files, or nearer than they */
  readonly asked?: number
}

/** The files of a scenario and of its counties, also of one with faults elsewhere, so that all can be told at once. Never throws. */
export function microdataFiles(file: string, read: ReadText): MicrodataFiles[] {
  const chain = readChain(file, read)
  const parts = countyNames(chain).map((name) => chainOfCounty(chain, name))
  return [chain, ...parts].flatMap((one) => microdataOf(one) ?? [])
}

export function microdataOf(chain: Chain): MicrodataFiles | undefined {
  const at = chain.links.findIndex(({ content }) => isMapping(content.population) && content.population.microdata !== undefined)
  const link = chain.links[at]
  const block: unknown = link?.content.population?.microdata
  if (!link || !isMapping(block) || typeof block.persons !== 'string' || typeof block.households !== 'string') return undefined
  const { years, burn_in: burnIn = 1 } = mergeChain(chain.links)
  // what stands farther was said of other people, not of how many of these
  const { population } = mergeChain(chain.links.slice(0, at + 1))
  const first: unknown = Array.isArray(years) ? years[0] : undefined
  return {
    persons: beside(link.file, block.persons.trim()),
    households: beside(link.file, block.households.trim()),
    firstYear: Number.isInteger(first) && Number.isInteger(burnIn) ? Number(first) - burnIn : undefined,
    asked: typeof population?.persons === 'number' ? population.persons : undefined,
  }
}
