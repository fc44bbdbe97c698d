/** What one replication of one county leaves behind: sums that can be added over counties, never ratios. */

import type { AccountTurnover } from './fund/ledger.ts'
import type { TraceDetail } from './trace.ts'

export type { AccountTurnover }

/** Sums of one scheme year. Money in fen. Keys are `measure` or `measure|group`, e.g. `cost.inpatient|place=county_hospital`. */
export interface YearSums {
  readonly year: number
  readonly sums: Readonly<Record<string, number>>
  /** facts of a county that are not added, money in fen: subsidy_standard, premium_standard */
  readonly facts: Readonly<Record<string, number>>
  /** counts by whole days from discharge to payment; index = days, the last cell holds the rest */
  readonly claimDays: readonly number[]
  /** of the households, worked out above the model once every claim is settled */
  readonly protection?: ProtectionSums
}

/** 保障与公平 Sums over the households of a year, from the lowest decile by income per head to the highest. Money in yuan of the year. */
export interface ProtectionSums {
  /** a row a decile; what each number is: measures/protection/county.ts */
  readonly deciles: readonly (readonly number[])[]
  /** indices of this county by itself, exact by household: they do not add up */
  readonly indices: Readonly<Record<string, number>>
  /** for the indices of several counties together: number of the class of relative income, then its sums (measures/protection/income-classes.ts); left out for a county alone */
  readonly classes?: readonly (readonly number[])[]
}

/** State of the fund and the desks at the end of a month. Money in fen. */
export interface MonthSums {
  readonly year: number
  readonly month: number
  readonly sums: Readonly<Record<string, number>>
}

export interface CountyRecord {
  readonly county: number
  /** its name in all tables; absent where counties go by their number */
  readonly area?: string
  readonly replication: number
  readonly years: readonly YearSums[]
  readonly months: readonly MonthSums[]
  readonly ledger: readonly AccountTurnover[]
  readonly events: number
  readonly personYears: number
}

/** One thing that happened to one person, claim or household, for `hezuo explain`. */
export interface TraceEvent extends Partial<TraceDetail> {
  readonly day: number
  /** an entry of the event catalogue, e.g. `enrolment.registered`, `care.admitted`, `benefit.settled`, `claim.paid` */
  readonly kind: string
  /** '' for what the household does as a whole, when everybody or a household is followed */
  readonly person: string
  readonly household: string
}
