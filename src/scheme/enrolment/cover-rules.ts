/**
 * 参合年度 The scheme year (seed document 001): cover runs from 1 January to 31 December, or from the seal of the certificate if that is
 * later; nobody joins in mid-year but demobilised soldiers and newborns; days in hospital before cover began are not paid for.
 * Days are days of the scheme year: 0 is 1 January, days of the year before are negative.
 */
import { amendable } from '../../kernel/rule.ts'
import type { ServiceRates } from '../../population/service.ts'

/** Rules of the scheme year beside the campaign. */
export interface SchemeYearTerms {
  readonly service: ServiceRates
  /** `with_mother`: covered in the birth year when the mother is; `registered`: covered from birth when registered in time */
  readonly newbornRule: 'with_mother' | 'registered'
  /** days after birth within which registration counts from birth */
  readonly newbornDays: number
  /** mean days from birth to registration */
  readonly newbornRegistrationDays: number
}

/** All of it, in millionths. */
export const WHOLE = 1_000_000

/** 参合证生效 The day from which a certificate sealed on `sealed` gives cover: never before 1 January. */
export function coverFrom(sealed: number): number {
  return Math.max(0, sealed)
}

/**
 * 跨年住院 Covered days of a stay from `admitted` to `discharged` (the day of discharge is not counted, a stay has at least one day).
 * `coveredLastYear`: covered on the day of admission, when that lies in the year before; `from`: day on which this year's cover began.
 */
export function coveredDays(admitted: number, discharged: number, coveredLastYear: boolean, from: number): number {
  const before = coveredLastYear ? Math.max(0, Math.min(0, discharged) - admitted) : 0
  return before + Math.max(0, discharged - Math.max(from, admitted, 0))
}

/** The share of a stay's bill that falls on covered days, in millionths: every day in hospital costs the same. */
export function coveredShare(daysCovered: number, days: number): number {
  return daysCovered >= days ? WHOLE : Math.floor((WHOLE * daysCovered) / days)
}

/** 新生儿参合 Is a newborn covered from birth? `registeredAfter`: days from birth to registration; the last day of the rule still counts. */
export const newbornCovered = amendable(
  'newborn_cover',
  (terms: SchemeYearTerms, motherCovered: boolean, registeredAfter: number): boolean => {
    return terms.newbornRule === 'with_mother' ? motherCovered : registeredAfter <= terms.newbornDays
  },
)
