/** From the cells of a year to named sums. Groups add up to their total. */

import { QUINTILES } from '../population/household.ts'
import { CHANNELS, PLACES, RESIDENCES } from '../population/places.ts'
import { COVER, IN_SERVICE, JOINED_IN_YEAR } from './enrolment/cover-states.ts'
import type { AccountTurnover } from './fund/ledger.ts'
import type { YearClose } from './fund/year-close.ts'
import { PREMIUM_FACTORS, SUMS } from './totals.ts'

/** Stretches of cells by quintile × place, and the measure each becomes. */
const GRIDS: readonly (readonly [offset: number, measure: string])[] = [
  [SUMS.visits, 'outpatient_visits'],
  [SUMS.visitCost, 'cost.outpatient'],
  [SUMS.visitPaid, 'reimbursed.outpatient'],
  [SUMS.stays, 'admissions'],
  [SUMS.stayCost, 'cost.inpatient'],
  [SUMS.stayPaid, 'reimbursed.inpatient'],
  [SUMS.stayEligible, 'eligible_cost.inpatient'],
  [SUMS.stayDeductible, 'deductible.inpatient'],
  [SUMS.stayEntitled, 'entitled.inpatient'],
]

const TOTALS: readonly (readonly [offset: number, measure: string])[] = [
  [SUMS.population, 'population'],
  [SUMS.births, 'births'],
  [SUMS.deaths, 'deaths'],
  [SUMS.uninsuredStays, 'admissions_uninsured'],
  [SUMS.uninsuredVisits, 'outpatient_visits_uninsured'],
  [SUMS.claimsByHand, 'claims_submitted'],
  [SUMS.claimsAtCounty, 'claims_at_county'],
  [SUMS.secondSubmitted, 'second_claims_submitted'],
  [SUMS.secondReturned, 'second_claims_returned'],
  [SUMS.secondRefused, 'second_claims_refused'],
  [SUMS.secondGivenUp, 'second_claims_given_up'],
  [SUMS.secondApproved, 'second_claims_approved'],
  [SUMS.claimsUnfiled, 'claims_unfiled'],
  [SUMS.claimsUnfiledFen, 'claims_unfiled_amount'],
  [SUMS.claimsReturned, 'claims_returned'],
  [SUMS.claimsRefused, 'claims_late'],
  [SUMS.claimsGivenUp, 'claims_given_up'],
  [SUMS.claimsApproved, 'claims_approved'],
  [SUMS.claimDays, 'claim_days'],
  [SUMS.atCeiling, 'admissions_at_ceiling'],
  [SUMS.undesignatedStays, 'admissions_undesignated'],
  [SUMS.listedStays, 'admissions_listed'],
  [SUMS.specialVisitsPaid, 'special_visits'],
  [SUMS.accountAllotted, 'household_account_allotted'],
  [SUMS.accountSpent, 'household_account_spent'],
  [SUMS.cashShortDays, 'cash_short_days'],
  [SUMS.asked, 'campaign_asked'],
  [SUMS.highCostPersons, 'critical_illness_patients'],
  [SUMS.highCostEntitled, 'critical_illness_entitled'],
  [SUMS.highCostUnfiled, 'critical_illness_unfiled'],
  [SUMS.assistedPersons, 'assisted_patients'],
  [SUMS.secondCompensation, 'second_compensation'],
  [SUMS.secondCompensated, 'second_compensation_persons'],
  [SUMS.effectivelyCovered, 'effectively_covered'],
  [SUMS.certificateLater, 'certificate_later'],
  [SUMS.householdsSentBack, 'enrolment_sent_back'],
  [SUMS.partialCaught, 'partial_enrolment_caught'],
  [SUMS.partialRefused, 'partial_enrolment_refused'],
  [SUMS.staysBegunBefore, 'stays_begun_before_cover'],
]

/** The sums of a year from its cells, its close and what the insurer made of its cover. */
export function namedSums(cells: Float64Array, close: YearClose, insurerResult: number): Record<string, number> {
  const sums: Record<string, number> = {}
  for (const [offset, measure] of GRIDS) addGrid(sums, cells, offset, measure)
  for (const [offset, measure] of TOTALS) sums[measure] = cells[offset]
  const groups = (measure: string, key: string, names: readonly (string | number)[], offset: number) => {
    sums[measure] = 0
    names.forEach((name, i) => {
      sums[`${measure}|${key}=${name}`] = cells[offset + i]
      sums[measure] += cells[offset + i]
    })
  }
  const quintiles = Array.from({ length: QUINTILES }, (_, i) => i + 1)
  groups('eligible', 'quintile', quintiles, SUMS.eligibleByQuintile)
  groups('enrolled', 'quintile', quintiles, SUMS.enrolledByQuintile)
  groups('outside_spending', 'quintile', quintiles, SUMS.outsideSpending)
  groups('residents', 'residence', RESIDENCES, SUMS.away)
  groups('premiums_paid', 'channel', CHANNELS, SUMS.premiumsByChannel)
  groups('forgone_admissions', 'reason', ['cost', 'other'], SUMS.forgoneForCost)
  groups('not_covered', 'reason', COVER.slice(1, IN_SERVICE), SUMS.notCovered + 1)
  groups('joined_in_year', 'kind', JOINED_IN_YEAR, SUMS.joinedInYear)
  sums['chronic|cover=member'] = cells[SUMS.chronicEnrolled]
  sums['chronic|cover=non_member'] = cells[SUMS.chronicEligible] - cells[SUMS.chronicEnrolled]
  const episodes = {
    outpatient: stretch(cells, SUMS.visitsPaid),
    inpatient: stretch(cells, SUMS.staysPaid),
    delivery: cells[SUMS.deliveries],
    check_up: cells[SUMS.checkUps],
  }
  sums.benefit_episodes = 0
  for (const [kind, number] of Object.entries(episodes)) {
    sums[`benefit_episodes|kind=${kind}`] = number
    sums.benefit_episodes += number
  }
  sums['cost.uninsured'] = cells[SUMS.uninsuredStayCost] + cells[SUMS.uninsuredVisitCost]
  PREMIUM_FACTORS.forEach((factor, i) => {
    sums[`would_join|factor=${factor}`] = cells[SUMS.wouldJoin + i]
  })
  groups('reimbursed.critical_illness', 'quintile', quintiles, SUMS.criticalIllnessPaid)
  groups('reimbursed.assistance', 'quintile', quintiles, SUMS.assistancePaid)
  groups('premiums_of_households', 'quintile', quintiles, SUMS.premiumOfHouseholds)
  groups('income_of_households', 'quintile', quintiles, SUMS.incomeOfHouseholds)
  addFund(sums, close.turnover)
  sums.cumulative_balance = close.reserve
  sums.risk_reserve = close.riskReserve
  sums.household_account_balance = close.householdAccounts
  sums.unpaid_approved = close.unpaidApproved
  sums.incurred_unreported = close.incurredUnreported
  sums.critical_illness_insurer_result = insurerResult
  return sums
}

function addGrid(sums: Record<string, number>, cells: Float64Array, offset: number, measure: string): void {
  sums[measure] = stretch(cells, offset)
  PLACES.forEach((place, i) => {
    let sum = 0
    for (let q = 0; q < QUINTILES; q++) sum += cells[offset + q * PLACES.length + i]
    sums[`${measure}|place=${place}`] = sum
  })
  for (let q = 0; q < QUINTILES; q++) {
    let sum = 0
    for (let i = 0; i < PLACES.length; i++) sum += cells[offset + q * PLACES.length + i]
    sums[`${measure}|quintile=${q + 1}`] = sum
  }
}

/** Income and expenditure of the year by payer and use: the net of each account. */
function addFund(sums: Record<string, number>, turnover: readonly AccountTurnover[]): void {
  sums.fund_income = 0
  sums.fund_expenditure = 0
  for (const { account, debitFen, creditFen } of turnover) {
    const [kind, name] = account.split(':')
    if (kind === 'income') {
      sums[`fund_income.${name}`] = creditFen - debitFen
      sums.fund_income += creditFen - debitFen
    } else if (kind === 'expenditure') {
      sums[`fund_expenditure.${name}`] = debitFen - creditFen
      sums.fund_expenditure += debitFen - creditFen
    }
  }
}

function stretch(cells: Float64Array, offset: number): number {
  let sum = 0
  for (let i = 0; i < QUINTILES * PLACES.length; i++) sum += cells[offset + i]
  return sum
}
