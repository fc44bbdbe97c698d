/** 就医事件 A stay and a member as the rules see them, and how occasions of a life are numbered. */

import type { Day } from '../kernel/calendar.ts'
import { QUINTILES } from '../population/household.ts'
import { RESIDENCES } from '../population/places.ts'

/** Phases of a township's day, in this order: rights first, then leaving hospital, then falling ill. Visits of the day come after them. */
export const PHASE = { status: 0, discharge: 1, admission: 2 } as const

export const PHASES = 3

export const SEVERITIES = 3

/** Chances are compared with 16-bit draws. */
export const CHANCE_UNIT = 65536

/** What somebody expects the scheme to pay of a bill: nothing, the benefit of members, that of poor members. */
export const EXPECTS = { nothing: 0, benefit: 1, benefitOfPoor: 2 } as const

export const EXPECTATIONS = 3

/** Row of the tables of choice: severity, residence, what the scheme is expected to pay (EXPECTS), quintile. */
export function rowOf(severity: number, residence: number, expects: number, quintile: number): number {
  return ((severity * RESIDENCES.length + residence) * EXPECTATIONS + expects) * QUINTILES + quintile
}

/** Needs of one person and stream in one year are numbered below this: an occasion is year and number. */
export const OCCASIONS_PER_YEAR = 4096

/** A stay or claim within a person's life, as `2013-2`: the second need for admission of 2013. */
export function claimNumber(occasion: number): string {
  return `${2000 + Math.floor(occasion / OCCASIONS_PER_YEAR)}-${(occasion % OCCASIONS_PER_YEAR) + 1}`
}

/** How much care a bill is for. Added up over a year whoever had more stays has more, and of as many stays whoever had more visits. */
export const STAY = 65536
export const VISIT = 1
/** 自购药品 of spending outside the scheme */
export const NO_CARE = 0

/** An admission, as care announces it; one object serves for all, so it is read at once. */
export interface Admission {
  person: number
  /** of the year */
  day: number
  lengthOfStay: number
  place: number
  bill: number
  occasion: number
}

/** A stay at discharge; one object serves for all, so it is read at once. */
export interface Discharge {
  person: number
  /** of the year */
  day: number
  place: number
  bill: number
  occasion: number
  /** share of the days in hospital on which the member was covered, millionths */
  coveredShare: number
}

/** A stay that is claimed by hand; absolute days. One object serves for all, so it is read at once. */
export interface ManualClaim {
  person: number
  place: number
  occasion: number
  dischargeDay: Day
  /** day of the first submission */
  submitDay: Day
  fen: number
}

/** A stay in hospital at discharge, as the rules see it. Money in fen, place as index of PLACES. What is left out is the ordinary case. */
export interface Stay {
  place: number
  bill: number
  /** share of its days on which the member was covered, millionths; left out: all */
  coveredShare?: number
  /** for a disease of the list of serious diseases (重大疾病) */
  listed?: boolean
  /** at a hospital that is not designated (非定点) */
  undesignated?: boolean
}

/** Why nothing is ever settled for a stay: nobody claims, or the claim is refused or given up. */
export type Unsettled = 'never_filed' | 'claim_fails'

/** What the rules know of the member: what the scheme year held before this stay. What is left out is the ordinary case. */
export interface Member {
  /** fen the fund paid for stays */
  paidThisYear: number
  /** number of this admission in the year, 1 for the first; left out: the first */
  admission?: number
  /** fen of deductibles borne, where one is borne a year; left out: none */
  deductibleThisYear?: number
  /** assisted (五保、低保); left out: no */
  poor?: boolean
}
