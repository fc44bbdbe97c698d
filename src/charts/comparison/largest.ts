/** Which differences of a comparison are worth speaking of, and in which year they are largest. */
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import { relativeSize } from '../../measures/statistics/held-against.ts'
import type { ComparedCounty, ComparedScenario, ComparisonInput } from './input.ts'

/** How large a difference is: as part of what it is held against; shares as they are. */
export const sizeOf = ({ row, scale }: HeadlineRow): number => relativeSize(row, scale)

export const isOfFund = ({ headline }: HeadlineRow): boolean => headline.theme === 'fund'
export const isShare = ({ headline }: HeadlineRow): boolean => headline.against === 'nothing'
/** The same in every replication. */
export const isSame = (one: HeadlineRow): boolean => one.row.effect === 'no'

/** What may lie farther from 0 than this, for all that chance leaves out, is told as not known, not as none. A rate of 4 % is told in points. */
export const UNCLEAR_FROM = { sums: 0.01, shares: 0.002 } as const

/** Of what chance may have made, and may be more than little, the largest first. */
export function openRows(rows: readonly HeadlineRow[]): HeadlineRow[] {
  const reach = (one: HeadlineRow) => {
    const { row, scale } = one
    const part = scale === 0 ? 0 : Math.max(Math.abs(row.lower), Math.abs(row.upper)) / scale
    return part / (isShare(one) ? UNCLEAR_FROM.shares : UNCLEAR_FROM.sums)
  }
  return rows.filter((one) => one.row.effect === 'unclear' && reach(one) >= 1).sort((a, b) => sizeOf(b) - sizeOf(a) || reach(b) - reach(a))
}

/** The same of what a run is judged by: waiting times, what is owed and premiums are told beside it. */
export const openMainRows = (rows: readonly HeadlineRow[]): HeadlineRow[] => openRows(rows.filter(({ headline }) => !headline.isSecondary))

/** Does chance leave it out, and is it large enough to speak of? */
export const matters = ({ row }: HeadlineRow): boolean => row.effect === 'yes'

/** Does chance leave it out, whether or not it matters? */
const isTold = ({ row }: HeadlineRow): boolean => row.effect === 'yes' || row.effect === 'small'

/**
 * The year in which the headline differences of a reform that chance leaves out are largest, taken together, each held against one scale for
 * all years; the later of two alike. Where there is none, the last in which anything differs.
 */
export function yearOfMost(input: ComparisonInput, reform: ComparedScenario): number {
  const [first, last] = input.years
  const own = input.headlines.filter(({ row }) => row.scenario === reform.name)
  const clear = own.filter(isTold)
  const scales = new Map<string, number>()
  for (const { row, scale } of own) scales.set(row.measure, Math.max(scale, scales.get(row.measure) ?? 0))
  const size = ({ row }: HeadlineRow) => Math.abs(row.difference) / (scales.get(row.measure) || 1)
  let [found, most] = [lastThatDiffers(input, reform) ?? last, 0]
  for (let year = first; year <= last; year++) {
    const sum = (clear.length > 0 ? clear : own).reduce((all, one) => all + (one.row.year === year ? size(one) : 0), 0)
    if (sum > 0 && sum >= most) [found, most] = [year, sum]
  }
  return found
}

function lastThatDiffers({ headlines, winners }: ComparisonInput, { name }: ComparedScenario): number | undefined {
  const moved = headlines.filter((one) => one.row.scenario === name && !isSame(one)).map(({ row }) => row.year)
  const touched = winners.filter(({ scenario, measure, lower }) => scenario === name && measure === 'unchanged_share' && lower !== 1)
  return [...moved, ...touched.map(({ year }) => year)].sort((a, b) => b - a)[0]
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
