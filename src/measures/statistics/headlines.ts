/** 主要指标 The measures a comparison is judged by. */

type HeadlineTheme = 'fund' | 'coverage' | 'burden'

/**
 * A headline measure. `against`: what the half-width of its difference is divided by. Its own base mean (of the fund's money: its income,
 * where the base has hardly any of that money); the base mean of another measure, where its own may be near zero (a balance) or rests on
 * few cases; or nothing, for shares (then it is in points).
 */
export interface Headline {
  readonly measure: string
  readonly theme: HeadlineTheme
  readonly against: 'itself' | 'nothing' | 'fund_income' | 'admissions'
  /** told beside the others, but no replications are run to know it better: waiting times hang on the last claims of a small county */
  readonly isSecondary?: true
}

const headline = (theme: HeadlineTheme, measure: string, against: Headline['against']): Headline => ({ theme, measure, against })

/** In the order in which they are told; those that a run does not have are passed over. */
export const HEADLINES: readonly Headline[] = [
  headline('fund', 'fund_income', 'itself'),
  headline('fund', 'fund_expenditure', 'itself'),
  headline('fund', 'current_balance', 'fund_income'),
  headline('fund', 'cumulative_balance', 'fund_income'),
  { ...headline('fund', 'payables_year_end', 'fund_income'), isSecondary: true },
  { ...headline('fund', 'incurred_unreported', 'fund_income'), isSecondary: true },
  headline('coverage', 'participation_rate', 'nothing'),
  headline('coverage', 'effective_reimbursement_rate', 'nothing'),
  headline('coverage', 'inpatient_reimbursement_rate', 'nothing'),
  headline('coverage', 'admissions', 'itself'),
  headline('coverage', 'forgone_admissions', 'admissions'),
  headline('coverage', 'outpatient_visits', 'itself'),
  { ...headline('coverage', 'claim_days_mean', 'itself'), isSecondary: true },
  { ...headline('burden', 'premium_per_head', 'itself'), isSecondary: true },
  headline('burden', 'out_of_pocket_per_member', 'itself'),
  headline('burden', 'che10', 'nothing'),
  headline('burden', 'che25', 'nothing'),
  headline('burden', 'che40', 'nothing'),
  headline('burden', 'poverty_after_reimbursement', 'nothing'),
]
