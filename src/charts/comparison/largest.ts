/** Which differences of a comparison are worth speaking of, and in which year they are largest. */
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import { relativeSize } from '../../measures/statistics/held-against.ts'
import type { ComparedCounty, ComparedScenario, ComparisonInput } from './input.ts'

/** How large a difference is: as part of what it is held against; shares as they are. */
export const sizeOf = ({ row, scale }: HeadlineRow): number => relativeSize(row, scale)

/** Does chance leave it out, and is it large enough to speak of? */
export const matters = ({ row }: HeadlineRow): boolean => row.effect === 'yes'

/** Does chance leave it out, whether or not it matters? */
export const isTold = ({ row }: HeadlineRow): boolean => row.effect === 'yes' || row.effect === 'small'

/**
 * The year in which the headline differences of a reform that chance leaves out are largest, taken together, each held against one scale for
 * all years; the later of two alike, the last where there is none.
 */
export function yearOfMost(input: ComparisonInput, reform: ComparedScenario): number {
  const [first, last] = input.years
  const own = input.headlines.filter(({ row }) => row.scenario === reform.name)
  const clear = own.filter(isTold)
  const scales = new Map<string, number>()
  for (const { row, scale } of own) scales.set(row.measure, Math.max(scale, scales.get(row.measure) ?? 0))
  const size = ({ row }: HeadlineRow) => Math.abs(row.difference) / (scales.get(row.measure) || 1)
  let [found, most] = [last, 0]
  for (let year = first; year <= last; year++) {
    const sum = (clear.length > 0 ? clear : own).reduce((all, one) => all + (one.row.year === year ? size(one) : 0), 0)
    if (sum >= most) [found, most] = [year, sum]
  }
  return found
}

/** The year that is told first: the one asked for, or that of the largest differences. */
export function yearShown(input: ComparisonInput, reform: ComparedScenario): number {
  return input.year ?? yearOfMost(input, reform)
}

/** The headline rows of one reform in one county, in the year that is told first. */
export function rowsOfCounty(input: ComparisonInput, reform: ComparedScenario, county: ComparedCounty): HeadlineRow[] {
  const year = yearShown(input, reform)
  return county.headlines.filter(({ row }) => row.scenario === reform.name && row.year === year)
}

/** The headline rows of one reform in a year, that which is told first where none is named. */
export function rowsOf(input: ComparisonInput, reform: ComparedScenario, year = yearShown(input, reform)): HeadlineRow[] {
  return input.headlines.filter(({ row }) => row.scenario === reform.name && row.year === year)
}
