/**
 * 户年账 What each household was billed for care in a year, how much care that was, what it got back, and what it paid as premiums, by the year of discharge and
 * until the last claim is settled; and who belonged to it on 1 January. Kept for the reported years; what is told of others is dropped.
 * The measures of protection are made from it once the county has run off.
 */

import { yearStart } from '../kernel/calendar.ts'
import { type Columns, columns } from '../kernel/table.ts'
import { ALIVE, CHRONIC, CHRONIC_BIT } from '../population/person.ts'
import { RESIDENCES } from '../population/places.ts'
import type { County } from './county.ts'
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
const HEALTH = Uint8Array.of(0, A_CHRONIC)
const WHERE = Uint8Array.from(RESIDENCES, (_, i) => (i === 0 ? HOME : AWAY))
const AGE = Uint8Array.of(OLD, MIDDLE_AGED, 0)
const MIDDLE_AGE = 45
const OLD_AGE = 60
/** Amounts are kept up to 21 million yuan a household and year. */
const MOST_FEN = 2_147_483_647

const LAYOUT = {
  billed: Int32Array,
  care: Int32Array,
  received: Int32Array,
  premium: Int32Array,
  campaignPremium: Int32Array,
  campaignIncome: Int32Array,
  size: Uint8Array,
  about: Uint8Array,
  groups: Uint8Array,
}

/** A year of `HouseholdColumns`: views of it, a row a household. */
export interface HouseholdYearColumns {
  /** fen billed: all members, insured or not, stays, visits and spending outside the scheme */
  readonly billed: Int32Array
  /** stays and visits that its members had, insured or not, as STAY and VISIT of `episodes.ts` add up */
  readonly care: Int32Array
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
  /** groups of the scenario that a member belongs to, a bit each */
  readonly groups: Uint8Array
}

/** Columns for `households` rows in each of the years from `first` to `last`. */
export class HouseholdYears {
  readonly table: Columns<typeof LAYOUT>
  readonly #households: number
  readonly #first: number
  readonly #last: number
  /** first row of the year at hand; below 0 when it is not kept */
  #open = -1

  constructor(households: number, first: number, last: number) {
    this.table = columns(households * (last - first + 1), LAYOUT)
    this.#households = households
    this.#first = first
    this.#last = last
  }

  #firstRow(year: number): number {
    return year >= this.#first && year <= this.#last ? (year - this.#first) * this.#households : -1
  }

  begin(): void {
    for (const column of Object.values(this.table)) column.fill(0)
    this.#open = -1
  }

  openYear(year: number): void {
    this.#open = this.#firstRow(year)
  }

  /** 1 January, ages as counted for the year `agesIn`: who of the persons from `first` to before `after` is alive, and what is known of them. */
  countMembers({ people, cover }: Pick<County, 'people' | 'cover'>, agesIn: number, first: number, after: number): void {
    if (this.#open < 0) return
    const open = this.#open
    const { size, about } = this.table
    const { traits, household, birthDay, residence } = people
    // whoever was born by then is so old on 1 January
    const [oldBornBy, middleAgedBornBy] = [yearStart(agesIn - OLD_AGE), yearStart(agesIn - MIDDLE_AGE)]
    for (let p = first; p < after; p++) {
      if ((traits[p] & ALIVE) === 0) continue
      const row = open + household[p]
      if (size[row] < 255) size[row]++
      // 1 for whoever was born too late, which is looked up and not asked: it is anybody's guess
      const notOld = (oldBornBy - birthDay[p]) >>> 31
      const notMiddleAged = (middleAgedBornBy - birthDay[p]) >>> 31
      about[row] |=
        HEALTH[(traits[p] & CHRONIC) >> CHRONIC_BIT] |
        WHERE[residence[p]] |
        AGE[notOld + notMiddleAged] |
        (isEnrolled(cover.now[p]) ? ENROLLED : NOT_ENROLLED)
    }
  }

  /** 1 January: the groups of the scenario to which the persons from `first` to before `after` belong, a bit each, as `groupsOf` says. */
  countGroups(people: County['people'], groupsOf: (person: number) => number, first: number, after: number): void {
    if (this.#open < 0) return
    const { groups } = this.table
    for (let p = first; p < after; p++) if (people.traits[p] & ALIVE) groups[this.#open + people.household[p]] |= groupsOf(p)
  }

  /** In the year at hand a member was billed so much, for a STAY, so many times VISIT, or NO_CARE. */
  bill(h: number, fen: number, care: number): void {
    if (this.#open < 0) return
    add(this.table.billed, this.#open + h, fen)
    add(this.table.care, this.#open + h, care)
  }

  /** In the year at hand the household received so much for it. */
  receive(h: number, fen: number): void {
    if (this.#open >= 0) add(this.table.received, this.#open + h, fen)
  }

  /** Money for a stay or illness of `year` has come. */
  receiveFor(year: number, h: number, fen: number): void {
    const from = this.#firstRow(year)
    if (from >= 0) add(this.table.received, from + h, fen)
  }

  /** The household has paid so much premium for `year`. */
  payPremium(year: number, h: number, fen: number): void {
    const from = this.#firstRow(year)
    if (from >= 0) add(this.table.premium, from + h, fen)
  }

  /** In the campaign for `year` the household has registered members with an income of so much, and paid so much for them. */
  register(year: number, h: number, fen: number, incomeFen: number): void {
    const from = this.#firstRow(year)
    if (from < 0) return
    add(this.table.campaignPremium, from + h, fen)
    add(this.table.campaignIncome, from + h, incomeFen)
    this.payPremium(year, h, fen)
  }

  /** The first `rows` households in `year`; views, valid until the next replication begins. */
  of(year: number, rows: number): HouseholdYearColumns {
    const from = this.#firstRow(year)
    if (from < 0) throw new RangeError(`no households are kept for ${year}; expected a year from ${this.#first} to ${this.#last}`)
    const { billed, care, received, premium, campaignPremium, campaignIncome, size, about, groups } = this.table
    return {
      billed: billed.subarray(from, from + rows),
      care: care.subarray(from, from + rows),
      received: received.subarray(from, from + rows),
      premium: premium.subarray(from, from + rows),
      campaignPremium: campaignPremium.subarray(from, from + rows),
      campaignIncome: campaignIncome.subarray(from, from + rows),
      size: size.subarray(from, from + rows),
      about: about.subarray(from, from + rows),
      groups: groups.subarray(from, from + rows),
    }
  }
}

function add(column: Int32Array, row: number, by: number): void {
  column[row] = Math.min(MOST_FEN, column[row] + by)
}
