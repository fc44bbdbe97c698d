/** Ratios of what was counted, each as its definition says it; a ratio gives [group, value] pairs, NaN where there is nothing to divide by. */
import { PLACES, QUINTILES } from './tally.mjs'

const places = PLACES.map((place) => `place=${place}`)
const quintiles = QUINTILES.map((q) => `quintile=${q}`)
const OUTSIDE = ['place=city_hospital', 'place=out_of_province']

/** By group: what has no such group adds nothing above the line. */
const ratio =
  (above, below, groups = []) =>
  (of) =>
    ['', ...groups].map((group) => [group, added(of, above, group) / added(of, below, group)])

/** `-` takes one off. */
function added(of, terms, group) {
  return terms.reduce((sum, term) => sum + (term.startsWith('-') ? -of(term.slice(1), group) : of(term, group)), 0)
}

const only =
  (above, below, groups, belowOf = (group) => group) =>
  (of) =>
    groups.map((group) => [group, of(above, group) / of(below, belowOf(group))])

const outside = (measures) => (of) => {
  const there = measures.reduce((sum, measure) => sum + OUTSIDE.reduce((all, group) => all + of(measure, group), 0), 0)
  return [['', there / added(of, measures, '')]]
}

/** What is counted by the day ends here. */
const LAST_DAY = 3998

/** The first day by which this share of the claims was paid. */
const daysBy = (share) => (_, known, year) => {
  const days = known.daysOf(year).toSorted((a, b) => a - b)
  const found = days[Math.ceil(days.length * share) - 1]
  return [['', found <= LAST_DAY ? found : Number.NaN]]
}

const COST = ['cost.inpatient', 'cost.outpatient']

/** By measure: `ratio(of, known, year)`, `of(measure, group)` in fen, persons, episodes. */
export const RATIOS = {
  current_balance_rate: ratio(['fund_income', '-fund_expenditure'], ['fund_income']),
  cumulative_balance_rate: ratio(['cumulative_balance'], ['fund_income']),
  use_rate: ratio(['fund_expenditure'], ['fund_income']),
  reserve_months: (of) => [['', of('cumulative_balance', '') / (of('fund_expenditure', '') / 12)]],
  premium_burden: ratio(['premiums_of_households'], ['income_of_households'], quintiles),
  income_per_member: ratio(['fund_income'], ['enrolled']),
  payout_per_member: ratio(['fund_expenditure'], ['enrolled']),
  chronic_share: only('chronic', 'eligible_by_cover', ['cover=member', 'cover=non_member']),
  participation_rate: ratio(['enrolled'], ['eligible'], quintiles),
  effective_cover: ratio(['effectively_covered'], ['eligible']),
  participation_at_premium: only('would_join', 'campaign_asked', ['factor=0.5', 'factor=1', 'factor=2'], () => ''),
  benefit_rate: ratio(['benefit_episodes'], ['enrolled']),
  admissions_per_member: ratio(['admissions'], ['enrolled']),
  effective_reimbursement_rate: (of) => [
    ...ratio(['reimbursed.inpatient', 'reimbursed.outpatient', 'reimbursed.critical_illness'], COST, quintiles)(of),
    ...ratio(['reimbursed.inpatient', 'reimbursed.outpatient'], COST, places)(of).slice(1),
  ],
  inpatient_reimbursement_rate: ratio(['reimbursed.inpatient'], ['cost.inpatient'], [...places, ...quintiles]),
  in_policy_inpatient_rate: ratio(['in_policy_paid'], ['in_policy_cost'], [...places, ...quintiles]),
  out_of_pocket_per_member: ratio(
    [...COST, '-reimbursed.inpatient', '-reimbursed.outpatient', '-reimbursed.critical_illness', '-reimbursed.assistance'],
    ['enrolled'],
  ),
  out_of_area_visit_share: outside(['admissions', 'outpatient_visits']),
  out_of_area_cost_share: outside(COST),
  claims_returned_share: ratio(['claims_returned'], ['claims_submitted']),
  claims_late_share: ratio(['claims_late'], ['claims_submitted']),
  claims_unfiled_share: ratio(['claims_unfiled'], ['claims_unfiled', 'claims_submitted']),
  claim_days_mean: ratio(['claim_days'], ['claims_paid']),
  claim_days_p50: daysBy(0.5),
  claim_days_p90: daysBy(0.9),
}
