/**
 * 户年账 What each household was billed for care in a year, what it got back, and what it paid as premiums, by the year of discharge and
 * until the last claim is settled; and who belonged to it on 1 January. Kept for the reported years; what is told of others is dropped.
 * The measures of protection are made from it once the county has run off.
 */

import { yearStart } from '../kernel/calendar.ts'
import { columns, type ReadonlyColumn } from '../kernel/table.ts'
import { ALIVE, CHRONIC, type People } from '../population/person.ts'
import { isEnrolled } from './enrolment/cover-states.ts'

/** What is known of a household's members on 1 January, as bits: of at least one of them. */
export const ABOUT = {
  chronic: 1,
  home: 2,
  away: 4,
  /** 45 to 59 years old */
  middleAged: 8,
  /** 60 or older */
  old: 16,
  enrolled: 32,
  notEnrolled: 64,
} as const

const [A_CHRONIC, HOME, AWAY, MIDDLE_AGED, OLD, ENROLLED, NOT_ENROLLED] = Object.values(ABOUT)
// bound here, V8 takes them for constants
const LIVES = ALIVE
const ILL = CHRONIC
const MIDDLE_AGE = 45
const OLD_AGE = 60
/** Amounts are kept up to 21 million yuan a household and year. */
const MOST_FEN = 2_147_483_647

export type HouseholdYears = ReturnType<typeof createHouseholdYears>

/** A year of `HouseholdColumns`: views of it, a row a household. */
export interface HouseholdYearColumns {
  /** fen billed: all members, insured or not, stays, visits and spending outside the scheme */
  readonly billed: Int32Array
  /** fen received: fund, second compensation, critical-illness insurer, medical assistance */
  readonly received: Int32Array
  /** fen of premium for the year that the household paid itself */
  readonly premium: Int32Array
  /** fen of it paid in the campaign, and the income of the members registered then: what `premium_burden` is made of */
  readonly campaignPremium: Int32Array
  readonly campaignIncome: Int32Array
  /** members alive on 1 January */
  readonly size: Uint8Array
  /** bits of ABOUT */
  readonly about: Uint8Array
}

/** Columns for `households` rows in each of the years from `first` to `last`. */
export function createHouseholdYears(households: number, first: number, last: number) {
  const table = columns(households * (last - first + 1), {
    billed: Int32Array,
    received: Int32Array,
    premium: Int32Array,
    campaignPremium: Int32Array,
    campaignIncome: Int32Array,
    size: Uint8Array,
    about: Uint8Array,
  })
  const { billed, received, premium, campaignPremium, campaignIncome, size, about } = table
  /** first row of the year at hand; below 0 when it is not kept */
  let open = -1

  const firstRow = (year: number): number => (year >= first && year <= last ? (year - first) * households : -1)

  function begin(): void {
    for (const column of Object.values(table)) column.fill(0)
    open = -1
  }

  function openYear(year: number): void {
    open = firstRow(year)
  }

  /** 1 January of `year`, which ages are counted for: who of the persons from `first` to before `after` is alive, and what is known of them. */
  function countMembers(people: People, cover: ReadonlyColumn, year: number, first: number, after: number): void {
    if (open < 0) return
    const { traits, household, birthDay, residence } = people
    // whoever was born by then is so old on 1 January
    const [oldBornBy, middleAgedBornBy] = [yearStart(year - OLD_AGE), yearStart(year - MIDDLE_AGE)]
    for (let p = first; p < after; p++) {
      if ((traits[p] & LIVES) === 0) continue
      const row = open + household[p]
      size[row] = Math.min(255, size[row] + 1)
      about[row] |=
        ((traits[p] & ILL) !== 0 ? A_CHRONIC : 0) |
        (residence[p] === 0 ? HOME : AWAY) |
        (birthDay[p] <= oldBornBy ? OLD : birthDay[p] <= middleAgedBornBy ? MIDDLE_AGED : 0) |
        (isEnrolled(cover[p]) ? ENROLLED : NOT_ENROLLED)
    }
  }

  /** In the year at hand a member was billed so much. */
  function bill(h: number, fen: number): void {
    if (open >= 0) billed[open + h] = Math.min(MOST_FEN, billed[open + h] + fen)
  }

  /** In the year at hand the household received so much for it. */
  function receive(h: number, fen: number): void {
    if (open >= 0) received[open + h] = Math.min(MOST_FEN, received[open + h] + fen)
  }

  /** Money for a stay or illness of `year` has come. */
  function receiveFor(year: number, h: number, fen: number): void {
    const from = firstRow(year)
    if (from >= 0) received[from + h] = Math.min(MOST_FEN, received[from + h] + fen)
  }

  /** The household has paid so much premium for `year`. */
  function payPremium(year: number, h: number, fen: number): void {
    const from = firstRow(year)
    if (from >= 0) premium[from + h] = Math.min(MOST_FEN, premium[from + h] + fen)
  }

  /** In the campaign for `year` the household has registered members with an income of so much, and paid so much for them. */
  function register(year: number, h: number, fen: number, incomeFen: number): void {
    const from = firstRow(year)
    if (from < 0) return
    campaignPremium[from + h] = Math.min(MOST_FEN, campaignPremium[from + h] + fen)
    campaignIncome[from + h] = Math.min(MOST_FEN, campaignIncome[from + h] + incomeFen)
    payPremium(year, h, fen)
  }

  /** The first `rows` households in `year`; views, valid until the next replication begins. */
  function of(year: number, rows: number): HouseholdYearColumns {
    const from = firstRow(year)
    if (from < 0) throw new RangeError(`no households are kept for ${year}; expected a year from ${first} to ${last}`)
    return {
      billed: billed.subarray(from, from + rows),
      received: received.subarray(from, from + rows),
      premium: premium.subarray(from, from + rows),
      campaignPremium: campaignPremium.subarray(from, from + rows),
      campaignIncome: campaignIncome.subarray(from, from + rows),
      size: size.subarray(from, from + rows),
      about: about.subarray(from, from + rows),
    }
  }

  return { table, begin, openYear, countMembers, bill, receive, receiveFor, payPremium, register, of }
}
