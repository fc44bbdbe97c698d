/** 受益与受损 Who wins and who loses by a reform: the same household, with the same luck, in both scenarios. */
import { FEN_PER_YUAN } from '../kernel/money.ts'
import { meanTold } from './chance.ts'
import type { HouseholdColumns } from './household-columns.ts'

/** A household is a winner or loser from this much on, in fen: less is the rounding of a bill. */
export const WINS_FROM_FEN = 100

export interface WinnersRow {
  readonly scenario: string
  readonly base: string
  readonly year: number
  readonly measure: string
  /** '' for all households, else `quintile=1`, `decile=1`, `age=under_45`, `chronic=yes`, `living=some_away` */
  readonly group: string
  readonly n: number
  readonly value: number
  readonly se: number
  readonly lower: number
  readonly upper: number
}

const series = (kind: string, last: number) => Array.from({ length: last }, (_, index) => `${kind}=${index + 1}`)
const NAMED = ['age=under_45', 'age=45_59', 'age=60_and_over', 'chronic=no', 'chronic=yes', 'living=all_home', 'living=some_away']
/** All households, then every group of a table, in order; the places of a group's numbers follow from it. */
export const HOUSEHOLD_GROUPS: readonly string[] = ['', ...series('quintile', 5), ...series('decile', 10), ...NAMED, 'living=all_away']
/** Places of each kind's first group. */
const [QUINTILE, DECILE, AGE, CHRONIC, LIVING] = ['quintile=1', 'decile=1', 'age=under_45', 'chronic=no', 'living=all_home'].map((name) =>
  HOUSEHOLD_GROUPS.indexOf(name),
)

/** The numbers of a group: households, winners, losers, gain of all, of winners and of losers in fen. */
const [HOUSEHOLDS, WINNERS, LOSERS, GAIN, GAIN_OF_WINNERS, GAIN_OF_LOSERS] = [0, 1, 2, 3, 4, 5]
const NUMBERS = 6

/** A county's households of both scenarios, paired and counted; plain data that can be kept. */
export interface CountyPairs {
  /** by year: six numbers for each of HOUSEHOLD_GROUPS */
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
    const gain = base.outOfPocket[row] + base.premium[row] - reform.outOfPocket[other] - reform.premium[other]
    let numbers = byYear.get(base.year[row])
    if (!numbers) byYear.set(base.year[row], (numbers = new Float64Array(HOUSEHOLD_GROUPS.length * NUMBERS)))
    const decile = base.decile[row]
    count(numbers, 0, gain)
    count(numbers, QUINTILE + ((decile - 1) >> 1), gain)
    count(numbers, DECILE + decile - 1, gain)
    count(numbers, AGE + base.age[row], gain)
    count(numbers, CHRONIC + base.chronic[row], gain)
    count(numbers, LIVING + base.living[row], gain)
  }
  const years = [...byYear].map(([year, numbers]) => ({ year, numbers: [...numbers] }))
  return { years, unpaired: base.household.length + end - 2 * paired }
}

function isBefore(one: HouseholdColumns, row: number, other: HouseholdColumns, otherRow: number): boolean {
  const years = one.year[row] - other.year[otherRow]
  return years < 0 || (years === 0 && one.household[row] < other.household[otherRow])
}

function count(numbers: Float64Array, group: number, gain: number): void {
  const at = group * NUMBERS
  numbers[at + HOUSEHOLDS]++
  numbers[at + GAIN] += gain
  if (gain >= WINS_FROM_FEN) {
    numbers[at + WINNERS]++
    numbers[at + GAIN_OF_WINNERS] += gain
  } else if (gain <= -WINS_FROM_FEN) {
    numbers[at + LOSERS]++
    numbers[at + GAIN_OF_LOSERS] += gain
  }
}

/** What is told of a group, by the place of its first number; no denominator, no number. */
const FIGURES: Readonly<Record<string, (n: readonly number[], at: number) => number>> = {
  households: (n, at) => n[at + HOUSEHOLDS],
  winners_share: (n, at) => n[at + WINNERS] / n[at + HOUSEHOLDS],
  losers_share: (n, at) => n[at + LOSERS] / n[at + HOUSEHOLDS],
  unchanged_share: (n, at) => (n[at + HOUSEHOLDS] - n[at + WINNERS] - n[at + LOSERS]) / n[at + HOUSEHOLDS],
  gain: (n, at) => n[at + GAIN] / n[at + HOUSEHOLDS] / FEN_PER_YUAN,
  gain_of_winners: (n, at) => n[at + GAIN_OF_WINNERS] / n[at + WINNERS] / FEN_PER_YUAN,
  gain_of_losers: (n, at) => n[at + GAIN_OF_LOSERS] / n[at + LOSERS] / FEN_PER_YUAN,
}

/**
 * Means over replications with 95 % intervals, all counties together; what fewer than two replications have is left out.
 * @param replications the counties of each replication
 */
export function winnersRows(
  names: { readonly base: string; readonly scenario: string },
  replications: readonly (readonly CountyPairs[])[],
): WinnersRow[] {
  const sums = replications.map(together)
  const years = [...new Set(sums.flatMap((byYear) => [...byYear.keys()]))].sort((a, b) => a - b)
  return years.flatMap((year) =>
    HOUSEHOLD_GROUPS.flatMap((group, index) =>
      Object.entries(FIGURES).flatMap(([measure, figure]): WinnersRow[] => {
        const all = sums.map((byYear) => figure(byYear.get(year) ?? [], index * NUMBERS))
        const values = all.filter((value) => Number.isFinite(value) && !(measure === 'households' && value === 0))
        if (values.length < 2) return []
        const { mean, se, lower, upper } = meanTold(values)
        return [{ scenario: names.scenario, base: names.base, year, measure, group, n: values.length, value: mean, se, lower, upper }]
      }),
    ),
  )
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
