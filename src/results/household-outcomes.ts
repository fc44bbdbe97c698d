/** 受益与受损 Who wins and who loses by a reform: the same household, with the same luck, in both scenarios. */
import { FEN_PER_YUAN } from '../kernel/money.ts'
import { meanTold } from './chance.ts'

export const AGE_CLASSES = ['under_45', '45_59', '60_and_over'] as const
export const LIVING = ['all_home', 'some_away', 'all_away'] as const

/** What one job leaves of its households: a row for each household and year, all columns of one length. Money in fen. */
export interface HouseholdOutcomes {
  /** the household's number in its county, the same in every scenario */
  readonly household: Int32Array
  readonly year: Int32Array
  /** bills of its people and spending outside the scheme, less what was received from fund, insurer and assistance */
  readonly outOfPocket: Int32Array
  /** premiums it paid itself */
  readonly premium: Int32Array
  /** tenth of income per head, 1 to 10; its fifth follows from it */
  readonly decile: Int32Array
  /** index in AGE_CLASSES, of its eldest member */
  readonly age: Int32Array
  /** 1 when a member is chronically ill */
  readonly chronic: Int32Array
  /** index in LIVING */
  readonly living: Int32Array
}

/** Outcomes of one replication of one county. */
export interface CountyOutcomes {
  readonly replication: number
  readonly county: number
  readonly outcomes: HouseholdOutcomes
}

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

/** Sums over the households of one group, year and replication. */
interface Tally {
  households: number
  winners: number
  losers: number
  gain: number
  gainOfWinners: number
  gainOfLosers: number
}

/** Tallies of one replication by year and group, added up as its counties come in. */
export type ReplicationTallies = Map<string, Tally>

export interface Pairing {
  /** adds a county of a replication; both scenarios must be of the same one */
  add(base: CountyOutcomes, reform: CountyOutcomes): void
  /** households and years found in one scenario only (born, died out, another county size) */
  unpaired(): number
  rows(): WinnersRow[]
}

/**
 * Pairs base and reform by household and year. Groups are those of the base: a reform that moves a household to another group must not
 * be judged by where it moved it. Rows tell means over replications with 95 % intervals; what fewer than two replications have is left out.
 */
export function pairing(names: { readonly base: string; readonly scenario: string }): Pairing {
  const replications = new Map<number, ReplicationTallies>()
  let unpaired = 0
  return {
    add(base, reform) {
      if (base.replication !== reform.replication || base.county !== reform.county) throw new Error('only the same luck can be paired')
      const tallies = replications.get(base.replication) ?? new Map<string, Tally>()
      replications.set(base.replication, tallies)
      unpaired += pairCounty(base.outcomes, reform.outcomes, tallies)
    },
    unpaired: () => unpaired,
    rows: () =>
      winnersRows(
        names,
        [...replications].sort(([a], [b]) => a - b).map(([, tallies]) => tallies),
      ),
  }
}

/** A household's year as one number. */
const rowKey = (outcomes: HouseholdOutcomes, row: number) => outcomes.household[row] * 4096 + outcomes.year[row]

/** Adds a county's households to `tallies`; gives the number of rows without a partner. */
function pairCounty(base: HouseholdOutcomes, reform: HouseholdOutcomes, tallies: ReplicationTallies): number {
  const places = new Map<number, number>()
  for (let row = 0; row < reform.household.length; row++) places.set(rowKey(reform, row), row)
  let paired = 0
  for (let row = 0; row < base.household.length; row++) {
    const other = places.get(rowKey(base, row))
    if (other === undefined) continue
    paired++
    const gain = base.outOfPocket[row] + base.premium[row] - reform.outOfPocket[other] - reform.premium[other]
    for (const group of groupsOf(base, row)) count(tallies, `${base.year[row]}|${group}`, gain)
  }
  return base.household.length + reform.household.length - 2 * paired
}

/** Names of groups, made once: a county has some hundred thousand households. */
const DECILES = Array.from({ length: 11 }, (_, decile) => `decile=${decile}`)
const QUINTILES = Array.from({ length: 11 }, (_, decile) => `quintile=${Math.ceil(decile / 2)}`)
const AGES = AGE_CLASSES.map((name) => `age=${name}`)
const CHRONIC = ['chronic=no', 'chronic=yes']
const LIVINGS = LIVING.map((name) => `living=${name}`)

/** All groups a table can have, in order. */
const GROUPS = ['', ...new Set(QUINTILES.slice(1)), ...DECILES.slice(1), ...AGES, ...CHRONIC, ...LIVINGS]

function groupsOf({ decile, age, chronic, living }: HouseholdOutcomes, row: number): readonly string[] {
  return ['', QUINTILES[decile[row]], DECILES[decile[row]], AGES[age[row]], CHRONIC[chronic[row]], LIVINGS[living[row]]]
}

function count(tallies: ReplicationTallies, key: string, gain: number): void {
  let tally = tallies.get(key)
  if (!tally) tallies.set(key, (tally = { households: 0, winners: 0, losers: 0, gain: 0, gainOfWinners: 0, gainOfLosers: 0 }))
  tally.households++
  tally.gain += gain
  if (gain >= WINS_FROM_FEN) {
    tally.winners++
    tally.gainOfWinners += gain
  } else if (gain <= -WINS_FROM_FEN) {
    tally.losers++
    tally.gainOfLosers += gain
  }
}

const FIGURES: Readonly<Record<string, (tally: Tally) => number>> = {
  households: (tally) => tally.households,
  winners_share: (tally) => tally.winners / tally.households,
  losers_share: (tally) => tally.losers / tally.households,
  unchanged_share: (tally) => (tally.households - tally.winners - tally.losers) / tally.households,
  gain: (tally) => tally.gain / tally.households / FEN_PER_YUAN,
  gain_of_winners: (tally) => tally.gainOfWinners / tally.winners / FEN_PER_YUAN,
  gain_of_losers: (tally) => tally.gainOfLosers / tally.losers / FEN_PER_YUAN,
}

function winnersRows(
  names: { readonly base: string; readonly scenario: string },
  replications: readonly ReplicationTallies[],
): WinnersRow[] {
  const years = [...new Set(replications.flatMap((tallies) => [...tallies.keys()].map((key) => Number(key.split('|')[0]))))].sort()
  return years.flatMap((year) =>
    GROUPS.flatMap((group) =>
      Object.entries(FIGURES).flatMap(([measure, figure]): WinnersRow[] => {
        const values = replications.flatMap((tallies) => {
          const tally = tallies.get(`${year}|${group}`)
          const value = tally ? figure(tally) : Number.NaN
          return Number.isFinite(value) ? [value] : []
        })
        if (values.length < 2) return []
        const { mean, se, lower, upper } = meanTold(values)
        return [{ scenario: names.scenario, base: names.base, year, measure, group, n: values.length, value: mean, se, lower, upper }]
      }),
    ),
  )
}
