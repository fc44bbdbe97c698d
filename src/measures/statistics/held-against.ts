/** What a difference is held against, and whether it is worth speaking of: the same in tables, pictures and sentences. */
import type { Effect } from '../../words/effects.ts'
import { DICTIONARY } from '../dictionary.ts'
import type { Difference } from './comparison-row.ts'
import { HEADLINES, type Headline } from './headlines.ts'

/** A difference below this part of what it is held against (below so many points of a share) is told apart from 0 but does not matter. */
export const MATTERS_FROM = 0.001

/** How large a difference is: as part of what it is held against; shares as they are. */
export const relativeSize = ({ difference }: Difference, scale: number): number => (scale === 0 ? 0 : Math.abs(difference) / scale)

export function effectOf(row: Difference, scale: number): Effect {
  if (row.difference === 0 && row.se === 0) return 'no'
  if (row.lower <= 0 && row.upper >= 0) return 'unclear'
  return relativeSize(row, scale) >= MATTERS_FROM ? 'yes' : 'small'
}

type Held = Pick<Headline, 'theme' | 'against'>

const DECLARED = new Map<string, Held>(HEADLINES.map((one) => [one.measure, one]))
const IN_POINTS = ['share', 'yes_no', 'index']

/** A measure that is no headline is held against itself, in points where it is a share. */
function heldOf(measure: string): Held {
  const against = IN_POINTS.includes(DICTIONARY[measure]?.unit ?? '') ? 'nothing' : 'itself'
  return DECLARED.get(measure) ?? { theme: 'coverage', against }
}

/** Money of the fund below this part of its income is near nought in the base, and no measure of itself. */
const HARDLY_ANY = 0.1

/**
 * What the difference of a row is divided by; 1 for shares. Never 0 where either scenario has any of it. Where the base has none of what it
 * is to be divided by, the reform may; where neither has, there is nothing to judge.
 * @param find the row of another measure of the same area, year and group
 */
export function scaleOf(row: Difference, find: (measure: string) => Difference | undefined): number {
  const { theme, against } = heldOf(row.measure)
  if (against === 'nothing') return 1
  const income = find('fund_income')
  const isNought = theme === 'fund' && Math.abs(row.baseMean) < HARDLY_ANY * Math.abs(income?.baseMean ?? 0)
  const held = against === 'itself' ? (isNought ? income : row) : find(against)
  return [held?.baseMean, held?.reformMean, row.baseMean, row.reformMean].map((mean) => Math.abs(mean ?? 0)).find((mean) => mean > 0) ?? 0
}
