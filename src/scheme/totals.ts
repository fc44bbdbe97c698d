/** 年度合计 The totals of a scheme year: what is counted, and at which offset of one typed array. */

import { layOut } from '../kernel/tally.ts'
import { QUINTILES } from '../population/household.ts'
import { CHANNELS, PLACES, RESIDENCES } from '../population/places.ts'
import { COVER, JOINED_IN_YEAR } from './enrolment/cover-states.ts'

/** Campaign questions asked beside the real one: would the household join at this multiple of the premium? */
export const PREMIUM_FACTORS = [0.5, 1, 2] as const

/** Cells by quintile and place: quintile × 5 + place. */
const GRID = QUINTILES * PLACES.length

/** Offsets of the sums of one year. Money in fen; members' bills unless it says uninsured. */
export const SUMS = layOut({
  visits: GRID,
  visitCost: GRID,
  visitPaid: GRID,
  visitsPaid: GRID,
  stays: GRID,
  stayCost: GRID,
  stayEligible: GRID,
  stayDeductible: GRID,
  stayEntitled: GRID,
  /** eligible cost of settled stays above the deductible that members bore after the base benefit */
  stayBorne: GRID,
  stayPaid: GRID,
  staysPaid: GRID,
  uninsuredVisits: 1,
  uninsuredStays: 1,
  uninsuredVisitCost: 1,
  uninsuredStayCost: 1,
  forgoneForCost: 1,
  forgoneOtherwise: 1,
  outsideSpending: QUINTILES,
  claimsByHand: 1,
  claimsUnfiled: 1,
  claimsUnfiledFen: 1,
  claimsReturned: 1,
  claimsRefused: 1,
  claimsGivenUp: 1,
  claimsApproved: 1,
  claimDays: 1,
  atCeiling: 1,
  undesignatedStays: 1,
  listedStays: 1,
  specialVisitsPaid: 1,
  deliveries: 1,
  checkUps: 1,
  population: 1,
  eligible: 1,
  enrolled: 1,
  notCovered: COVER.length,
  away: RESIDENCES.length,
  eligibleByQuintile: QUINTILES,
  enrolledByQuintile: QUINTILES,
  asked: 1,
  wouldJoin: PREMIUM_FACTORS.length,
  births: 1,
  deaths: 1,
  cashShortDays: 1,
  premiumsByChannel: CHANNELS.length,
  /** enrolled with a sealed certificate on 1 January and living in the county */
  effectivelyCovered: 1,
  certificateLater: 1,
  /** joined within the year: newborns registered in their own right, demobilised soldiers */
  joinedInYear: JOINED_IN_YEAR.length,
  chronicEligible: 1,
  chronicEnrolled: 1,
  /** households of a campaign: papers sent back; enrolled in part and caught, of these refused */
  householdsSentBack: 1,
  partialCaught: 1,
  partialRefused: 1,
  /** stays begun before cover, paid for the covered days only */
  staysBegunBefore: 1,
  /** premiums that households paid themselves for the year, and the income of the enrolled households */
  premiumOfHouseholds: QUINTILES,
  incomeOfHouseholds: QUINTILES,
  /** household accounts (家庭账户): allotted on 1 January, spent in the year */
  accountAllotted: 1,
  accountSpent: 1,
  /** second reimbursement (大病保险) of the year of illness: persons above the threshold, what the insurer paid */
  highCostPersons: 1,
  /** claims for it: what became of them, in the order of the claims by hand */
  secondSubmitted: 1,
  secondReturned: 1,
  secondRefused: 1,
  secondGivenUp: 1,
  secondApproved: 1,
  /** claims by hand taken to the county centre */
  claimsAtCounty: 1,
  highCostUnfiled: 1,
  highCostEntitled: 1,
  criticalIllnessPaid: QUINTILES,
  assistedPersons: 1,
  assistancePaid: QUINTILES,
  secondCompensation: 1,
  secondCompensated: 1,
})

/** The sums of the scheme year now open; `values` is exchanged on 1 January. */
export interface YearlySums {
  values: Float64Array
}
