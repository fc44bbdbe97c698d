/** 受益与受损 Who wins and who loses by a reform: the same household, with the same luck, in both scenarios. */
import { FEN_PER_YUAN } from '../../kernel/money.ts'
import { MOST_GROUPS } from '../../scheme/groups/group.ts'
import { meanTold } from '../statistics/intervals.ts'
import { HAS_GROUPS, type HouseholdColumns } from './household-columns.ts'

/** A household is a winner or loser from this much on, in fen: less is the rounding of a bill. */
const WINS_FROM_FEN = 100

export interface WinnersRow {
  readonly scenario: string
  readonly base: string
  readonly year: number
  readonly measure: string
  /** '' for all households, else `quintile=1`, `decile=1`, `age=under_45`, `chronic=yes`, `living=some_away`, `group=NAME` of the scenario's own, `county=NAME` */
  readonly group: string
  readonly n: number
  readonly value: number
  readonly se: number
  /** of the 95 % interval, of a share within 0 and 1; a bound that these replications cannot tell is left out */
  readonly lower?: number
  readonly upper?: number
}

const series = (kind: string, last: number) => Array.from({ length: last }, (_, index) => `${kind}=${index + 1}`)
const NAMED = ['age=under_45', 'age=45_59', 'age=60_and_over', 'chronic=no', 'chronic=yes', 'living=all_home', 'living=some_away']
/** All households, then every group of a table, in order; the places of a group's numbers follow from it. */
export const HOUSEHOLD_GROUPS: readonly string[] = ['', ...series('quintile', 5), ...series('decile', 10), ...NAMED, 'living=all_away']
/** Places of each kind's first group. */
const [QUINTILE, DECILE, AGE, CHRONIC, LIVING] = ['quintile=1', 'decile=1', 'age=under_45', 'chronic=no', 'living=all_home'].map((name) =>
  HOUSEHOLD_GROUPS.indexOf(name),
)

/** 分组 Behind them those of the scenario's own groups, by number, and of households in none. */
const OWN_GROUPS = HOUSEHOLD_GROUPS.length
const IN_NONE = OWN_GROUPS + MOST_GROUPS
const ALL_GROUPS = IN_NONE + 1

/** The numbers of a group: households, winners, losers, gain of all, of winners and of losers in fen, households that pay otherwise at all. */
const [HOUSEHOLDS, WINNERS, LOSERS, GAIN, GAIN_OF_WINNERS, GAIN_OF_LOSERS, TOUCHED] = [0, 1, 2, 3, 4, 5, 6]
/** 少就医不算受益 Of winners and losers those who had less care (fewer stays, or as many and fewer visits), and more: paying less for less is no gain, paying more for more no loss. */
const [WINNERS_WITH_LESS, WINNERS_WITH_MORE, LOSERS_WITH_LESS, LOSERS_WITH_MORE] = [7, 8, 9, 10]
const NUMBERS = 11

/** A county's households of both scenarios, paired and counted; plain data that can be kept. */
export interface CountyPairs {
  /** by year: eleven numbers for each of HOUSEHOLD_GROUPS, of the scenario's own groups, and of those in none */
  readonly years: readonly { readonly year: number; readonly numbers: readonly number[] }[]
  /** households and years found in one scenario only: all its members died, or were born */
  readonly unpaired: number
}

/**
 * Pairs base and reform by year and household. Rows of both stand by year, then by household. Groups are those of the base: a reform that
 * moves a household to another group must not be judged by where it moved it.
 */
export function pairHouseholds(base: HouseholdColumns, reform: HouseholdColumns): CountyPairs {
  const byYear = new Map<number, Float64Array>()
  const end = reform.household.length
  let other = 0
  let paired = 0
  for (let row = 0; row < base.household.length; row++) {
    while (other < end && isBefore(reform, other, base, row)) other++
    if (other === end || reform.household[other] !== base.household[row] || reform.year[other] !== base.year[row]) continue
    paired++
    const [bills, premium] = [base.outOfPocket[row] - reform.outOfPocket[other], base.premium[row] - reform.premium[other]]
    const gain = bills + premium
    let numbers = byYear.get(base.year[row])
    if (!numbers) byYear.set(base.year[row], (numbers = new Float64Array(ALL_GROUPS * NUMBERS)))
    const decile = base.decile[row]
    const isTouched = bills !== 0 || premium !== 0
    const care = reform.care[other] - base.care[row]
    const pair = { gain, isTouched, care }
    count(numbers, 0, pair)
    count(numbers, QUINTILE + ((decile - 1) >> 1), pair)
    count(numbers, DECILE + decile - 1, pair)
    count(numbers, AGE + base.age[row], pair)
    count(numbers, CHRONIC + base.chronic[row], pair)
    count(numbers, LIVING + base.living[row], pair)
    // the reform's own groups, else the base's
    const members = reform.groups[other] & HAS_GROUPS ? reform.groups[other] : base.groups[row]
    if (members === HAS_GROUPS) count(numbers, IN_NONE, pair)
    for (let i = 0; i < MOST_GROUPS; i++) if (members & (1 << i)) count(numbers, OWN_GROUPS + i, pair)
  }
  const years = [...byYear].map(([year, numbers]) => ({ year, numbers: [...numbers] }))
  return { years, unpaired: base.household.length + end - 2 * paired }
}

function isBefore(one: HouseholdColumns, row: number, other: HouseholdColumns, otherRow: number): boolean {
  const years = one.year[row] - other.year[otherRow]
  return years < 0 || (years === 0 && one.household[row] < other.household[otherRow])
}

/** Gain in fen; `care`: below 0 where the household had less care under the reform, above 0 where it had more. */
interface Pair {
  readonly gain: number
  readonly isTouched: boolean
  readonly care: number
}

function count(numbers: Float64Array, group: number, { gain, isTouched, care }: Pair): void {
  const at = group * NUMBERS
  numbers[at + HOUSEHOLDS]++
  numbers[at + GAIN] += gain
  if (isTouched) numbers[at + TOUCHED]++
  if (gain >= WINS_FROM_FEN) {
    numbers[at + WINNERS]++
    numbers[at + GAIN_OF_WINNERS] += gain
    if (care !== 0) numbers[at + (care < 0 ? WINNERS_WITH_LESS : WINNERS_WITH_MORE)]++
  } else if (gain <= -WINS_FROM_FEN) {
    numbers[at + LOSERS]++
    numbers[at + GAIN_OF_LOSERS] += gain
    if (care !== 0) numbers[at + (care < 0 ? LOSERS_WITH_LESS : LOSERS_WITH_MORE)]++
  }
}

/** What is told of a group, by the place of its first number; no denominator, no number. */
const FIGURES: Readonly<Record<string, (n: readonly number[], at: number) => number>> = {
  households: (n, at) => n[at + HOUSEHOLDS],
  winners_share: (n, at) => n[at + WINNERS] / n[at + HOUSEHOLDS],
  losers_share: (n, at) => n[at + LOSERS] / n[at + HOUSEHOLDS],
  winners_same_care_share: (n, at) => (n[at + WINNERS] - n[at + WINNERS_WITH_LESS] - n[at + WINNERS_WITH_MORE]) / n[at + HOUSEHOLDS],
  winners_less_care_share: (n, at) => n[at + WINNERS_WITH_LESS] / n[at + HOUSEHOLDS],
  winners_more_care_share: (n, at) => n[at + WINNERS_WITH_MORE] / n[at + HOUSEHOLDS],
  losers_same_care_share: (n, at) => (n[at + LOSERS] - n[at + LOSERS_WITH_LESS] - n[at + LOSERS_WITH_MORE]) / n[at + HOUSEHOLDS],
  losers_less_care_share: (n, at) => n[at + LOSERS_WITH_LESS] / n[at + HOUSEHOLDS],
  losers_more_care_share: (n, at) => n[at + LOSERS_WITH_MORE] / n[at + HOUSEHOLDS],
  unchanged_share: (n, at) => (n[at + HOUSEHOLDS] - n[at + WINNERS] - n[at + LOSERS]) / n[at + HOUSEHOLDS],
  gain: (n, at) => n[at + GAIN] / n[at + HOUSEHOLDS] / FEN_PER_YUAN,
  gain_of_winners: (n, at) => n[at + GAIN_OF_WINNERS] / n[at + WINNERS] / FEN_PER_YUAN,
  gain_of_losers: (n, at) => n[at + GAIN_OF_LOSERS] / n[at + LOSERS] / FEN_PER_YUAN,
}

/**
 * Means over replications with 95 % intervals, all counties together, then 分县 of each that is named; what fewer than two replications have
 * is left out.
 * @param replications the counties of each replication, by number
 * @param named names of the scenario's own groups, and of the counties by number
 */
export function winnersRows(
  names: Pick<WinnersRow, 'base' | 'scenario'>,
  replications: readonly (readonly CountyPairs[])[],
  named: { readonly groups?: readonly string[]; readonly counties?: readonly string[] } = {},
): WinnersRow[] {
  const { groups: own = [], counties = [] } = named
  const groups = [
    ...HOUSEHOLD_GROUPS.map((group, index) => ({ group, index })),
    ...own.map((name, index) => ({ group: `group=${name}`, index: OWN_GROUPS + index })),
    ...(own.length > 0 ? [{ group: 'group=none', index: IN_NONE }] : []),
  ]
  const sums = replications.map(together)
  // of a single county all households are its own
  const apart = counties.length < 2 ? [] : counties
  const byCounty = apart.map((name, county) => {
    return { groups: [{ group: `county=${name}`, index: 0 }], sums: replications.map((all) => together([all[county]])) }
  })
  const years = [...new Set(sums.flatMap((byYear) => [...byYear.keys()]))].sort((a, b) => a - b)
  return years.flatMap((year) => [{ groups, sums }, ...byCounty].flatMap((part) => yearRows(names, year, part)))
}

/** By year: the numbers of all groups, in each replication. */
type Sums = readonly ReadonlyMap<number, readonly number[]>[]

interface Part {
  readonly groups: readonly { readonly group: string; readonly index: number }[]
  readonly sums: Sums
}

function yearRows({ scenario, base }: Pick<WinnersRow, 'base' | 'scenario'>, year: number, { groups, sums }: Part): WinnersRow[] {
  const isTouched = sums.some((byYear) => (byYear.get(year)?.[TOUCHED] ?? 0) > 0)
  return groups.flatMap(({ group, index }) =>
    Object.entries(FIGURES).flatMap(([measure, figure]): WinnersRow[] => {
      const all = sums.map((byYear) => figure(byYear.get(year) ?? [], index * NUMBERS))
      const values = all.filter((value) => Number.isFinite(value) && !(measure === 'households' && value === 0))
      if (values.length < 2) return []
      return [{ scenario, base, year, measure, group, n: values.length, ...told(measure, values, isTouched) }]
    }),
  )
}

/** Which of the scenario's own groups have no household in any replication and year; none where no household could be paired. */
export function groupsWithNobody(replications: readonly (readonly CountyPairs[])[], own: readonly string[]): string[] {
  const years = replications.flat().flatMap((county) => county.years)
  if (years.length === 0) return []
  return own.filter((_, index) => years.every(({ numbers }) => numbers[(OWN_GROUPS + index) * NUMBERS + HOUSEHOLDS] === 0))
}

/**
 * Mean and interval, a share's within 0 and 1. Where the reform touches nobody in a year, all is exactly as it is told. Where it does and
 * no replication has a case in the group (or all its households are cases), a replication more may have one: that bound is left out.
 */
function told(measure: string, values: readonly number[], isTouched: boolean): Pick<WinnersRow, 'value' | 'se' | 'lower' | 'upper'> {
  const { mean: value, se, lower, upper } = meanTold(values)
  if (isTouched && measure === 'gain' && value === 0 && se === 0) return { value, se }
  if (!measure.endsWith('_share')) return { value, se, lower, upper }
  return {
    value,
    se,
    ...(isTouched && value === 1 ? {} : { lower: Math.max(0, lower) }),
    ...(isTouched && value === 0 ? {} : { upper: Math.min(1, upper) }),
  }
}

function together(counties: readonly CountyPairs[]): Map<number, number[]> {
  const sums = new Map<number, number[]>()
  for (const { years } of counties)
    for (const { year, numbers } of years)
      sums.set(
        year,
        numbers.map((value, index) => value + (sums.get(year)?.[index] ?? 0)),
      )
  return sums
}
