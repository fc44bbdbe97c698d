/**
 * Where the institutions meet: what one announces and another takes up, and the sums of the year they write to.
 * They import one another's types, never one another's code; `model` joins them.
 */
import type { Day } from '../kernel/calendar.ts'
import { layOut } from '../kernel/tally.ts'
import { QUINTILES } from '../population/household.ts'
import { CHANNELS, PLACES, RESIDENCES } from '../population/places.ts'
import type { TraceDetail } from './watch.ts'

/** Phases of a township's day, in this order: rights first, then leaving hospital, then falling ill. Visits of the day come after them. */
export const PHASE = { status: 0, discharge: 1, admission: 2 } as const
export const PHASES = 3

/** Whether a registered person is covered this year, and why not (未参合原因). */
export const COVER = [
  'covered',
  'chose_not_to_join',
  'left_out_by_household',
  'registered_not_paid',
  'born_in_year',
  'employee_insurance',
  'papers_late',
  'refused_by_review',
  'in_service',
  'certificate_later',
] as const
export const COVERED = 0
export const NOT_JOINED = 1
export const LEFT_OUT = 2
export const NOT_PAID = 3
export const BORN_IN_YEAR = 4
export const OTHER_INSURANCE = 5
/** papers completed too late for the roster */
export const PAPERS_LATE = 6
/** enrolled in part, caught, and unwilling to pay for the rest */
export const REFUSED = 7
/** a soldier: cared for by the army, not eligible */
export const IN_SERVICE = 8
/** enrolled; cover begins when the certificate is sealed, after 1 January. The last code: it is no reason for being without cover */
export const CERTIFICATE_LATER = 9

/** Who joins within the year: offsets from SUMS.joinedInYear. */
export const JOINED_IN_YEAR = ['newborn', 'demobilised_soldier'] as const

/** 参合 Registered and paid for the year, whether or not the certificate is sealed yet. */
export function isEnrolled(cover: number): boolean {
  return cover === COVERED || cover === CERTIFICATE_LATER
}

export const SEVERITIES = 3
/** Chances are compared with 16-bit draws. */
export const CHANCE_UNIT = 65536
/** Campaign questions asked beside the real one: would the household join at this multiple of the premium? */
export const PREMIUM_FACTORS = [0.5, 1, 2] as const

/** Row of the tables of choice: severity, residence, covered or not, quintile. */
export function rowOf(severity: number, residence: number, covered: number, quintile: number): number {
  return ((severity * RESIDENCES.length + residence) * 2 + covered) * QUINTILES + quintile
}

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

/** Who is followed for `hezuo explain`: one person, a household, everybody or (usually) nobody. Handlers compare and tell, nothing else. */
export interface Watch {
  /** row of the person, -1 when no single person is followed */
  person: number
  /** that person's household, or the household followed; -1 when none is */
  household: number
  /** all members of `household` are followed, or everybody */
  wholeHousehold: boolean
  everyone: boolean
  /** how much has happened to people, claims and households: so many events `explain --all` would tell */
  events: number
  /** `day`: of the year now open in the townships */
  tell(person: number, day: Day, kind: string, detail: TraceDetail): void
  tellHousehold(household: number, day: Day, kind: string, detail: TraceDetail): void
}

/** Something happens to this person: it is counted. Is it to be told? */
export function happens(watch: Watch, person: number, household: number): boolean {
  watch.events++
  return follows(watch, person, household)
}

/** The same for what a household does as a whole. */
export function happensTo(watch: Watch, household: number): boolean {
  watch.events++
  return followsHousehold(watch, household)
}

/** Is anything about this person of this household to be told? */
export function follows(watch: Watch, person: number, household: number): boolean {
  return person === watch.person || watch.everyone || (watch.wholeHousehold && household === watch.household)
}

export function followsNobody(watch: Watch): boolean {
  return watch.person < 0 && watch.household < 0 && !watch.everyone
}

export function followsHousehold(watch: Watch, household: number): boolean {
  return household === watch.household || watch.everyone
}

/** Needs of one person and stream in one year are numbered below this: an occasion is year and number. */
export const OCCASIONS_PER_YEAR = 4096

/** A stay or claim within a person's life, as `2013-2`: the second need for admission of 2013. */
export function claimNumber(occasion: number): string {
  return `${2000 + Math.floor(occasion / OCCASIONS_PER_YEAR)}-${(occasion % OCCASIONS_PER_YEAR) + 1}`
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

/** Institutions announce; the model wires these to the institution that takes them up. Days are days of the year. */
export interface Announcements {
  /** illness → care */
  /** `word`: a random word whose spare bits say whether care is sought; `second`: its rank is that of the bill, its spare bits say where */
  outpatientNeed(person: number, day: number, occasion: number, word: number, second: number): void
  inpatientNeed(person: number, day: number, occasion: number, chance: number): void
  /** care → life: days until the patient dies in this year, more than any stay when it does not */
  daysToLive(person: number, day: number): number
  /** care → hospital bed */
  admitted(person: number, day: number, lengthOfStay: number, place: number, bill: number, occasion: number): void
  /** care → benefit and claims */
  visited(person: number, day: number, place: number, bill: number): void
  /** care, claims → the household: billed in the year at hand, and received back for it at once */
  billed(household: number, fen: number): void
  receivedBack(household: number, fen: number): void
  /** claims → fund: settled with the card, the place advances the money */
  settledAtHospital(day: number, place: number, fen: number): void
  settledAtClinic(day: number, place: number, fen: number): void
  /** claims → critical-illness cover: eligible cost of a settled stay that the member bore after the base benefit, deductible and excess over the ceiling included; and of it what lies above the deductible */
  costBorne(person: number, fen: number, aboveDeductible: number): void
  /** claims → the desks of the county: a claim by hand, first submitted on `submitDay` (absolute day) */
  submitted(person: number, dischargeDay: Day, submitDay: Day, place: number, fen: number, occasion: number): void
  /** premium → fund: all that was paid on a day of the campaign */
  premiumPaid(day: number, payer: number, fen: number): void
}

/** Who pays a premium: index into income accounts individual, collective, assistance. */
export const PAYERS = ['individual', 'collective', 'assistance'] as const
