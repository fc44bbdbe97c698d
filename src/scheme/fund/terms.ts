/** What the law says of the fund's money in one scheme year. */

import { type Day, parseDay, yearStart } from '../../kernel/calendar.ts'
import { fenOf, perMillion } from '../../kernel/money.ts'
import type { Law, Under } from '../../policy/law.ts'
import type { NumberName, TextName } from '../../policy/parameter-names.ts'
import { entitlingTerms, type ProtectionTerms, secondClaimTerms } from '../critical-illness/terms.ts'
import type { ModelSettings } from '../settings.ts'
import type { BudgetTerms } from './budget.ts'
import type { HospitalTerms } from './hospitals.ts'
import type { SurplusGuidance } from './reserve.ts'
import { type SubsidyTerms, splitByLevel } from './subsidy.ts'

export interface FundTerms extends ProtectionTerms {
  readonly subsidy: SubsidyTerms
  readonly premium: number
  readonly interestRate: number
  /** day of the month on which hospitals are paid for the month before */
  readonly hospitalPaymentDay: number
  readonly openingReserveShare: number
  readonly hospitals: HospitalTerms
  /** days of this year on which the hospitals' last year is checked, and the insurer paid */
  readonly checkDay: Day
  readonly insurerPaidDay: Day
  /** millionths of a year's income */
  readonly riskFundShare: number
  readonly surplus: SurplusGuidance
  readonly budget: BudgetTerms
}

export function fundTerms(settings: ModelSettings, law: Law, year: number): FundTerms {
  const start = yearStart(year)
  const number = (name: NumberName) => law.number(name, start)
  const arrival = (level: Under<'subsidy.arrival.', TextName>, inYear: number) =>
    parseDay(`${inYear}-${law.text(`subsidy.arrival.${level}`, start)}`) as Day
  return {
    subsidy: {
      standard: number('subsidy.standard'),
      lastStandard: law.number('subsidy.standard', yearStart(year - 1)),
      expectedStandard: expectedStandard(law, year),
      announced: parseDay(law.text('subsidy.announced', start)) as Day,
      centralBase: number('subsidy.central_base'),
      centralThreshold: number('subsidy.central_threshold'),
      centralShare: number(`subsidy.central_share.${settings.region}`),
      provinceShare: number(`subsidy.province_share.${settings.region}`),
      topUp: number('subsidy.local_top_up'),
      centralAdvanceShare: number('subsidy.central_advance_share'),
      countyArrives: arrival('county', year),
      provinceArrives: arrival('province', year),
      centralAdvanceArrives: arrival('central_advance', year),
      centralSettles: arrival('central_settlement', year + 1),
    },
    premium: number('premium.individual'),
    interestRate: number('fund.interest_rate'),
    hospitalPaymentDay: number('fund.hospital_payment_day'),
    openingReserveShare: number('fund.opening_reserve_share'),
    hospitals: {
      withheldShare: perMillion(number('fund.withheld_share')),
      deductionShare: perMillion(number('fund.check_deduction_share')),
    },
    checkDay: parseDay(`${year}-${law.text('fund.check_day', start)}`) as Day,
    insurerPaidDay: parseDay(`${year}-${law.text('critical_illness.premium_paid', start)}`) as Day,
    riskFundShare: perMillion(number('fund.risk_fund_share')),
    surplus: surplusGuidance(law, start),
    budget: budgetTerms(law, start),
    ...entitlingTerms(law, start),
    secondClaims: secondClaimTerms(law, year),
  }
}

/** 预期补助 The standard where it is announced by 1 January, else the last one and a share of its rise, so far as the law goes back. */
export function expectedStandard(law: Law, year: number): number {
  const start = yearStart(year)
  const announced = parseDay(law.text('subsidy.announced', start)) as Day
  if (announced <= start) return law.number('subsidy.standard', start)
  const [{ from }] = law.entry('subsidy.standard').values
  const last = law.number('subsidy.standard', yearStart(year - 1))
  const before = law.number('subsidy.standard', Math.max(from, yearStart(year - 2)))
  return last + law.number('budget.expected_subsidy_rise', start) * (last - before)
}

/** Reserve at the start of the first year: a share of that year's expected income. */
export function openingReserve(terms: FundTerms, enrolled: number): number {
  const split = splitByLevel(terms.subsidy.standard, terms.subsidy)
  return Math.round(enrolled * (fenOf(terms.premium) + split.central + split.province + split.county) * terms.openingReserveShare)
}

export function budgetTerms(law: Law, start: Day): BudgetTerms {
  return {
    targetUseRate: law.number('budget.target_use_rate', start),
    tolerance: law.number('budget.tolerance', start),
    expectedGrowth: law.number('budget.expected_growth', start),
    mostSteps: law.number('budget.most_steps', start),
    step: law.list('budget.step', start),
    lowest: law.list('budget.lowest', start),
    highest: law.list('budget.highest', start),
  }
}

export function surplusGuidance(law: Law, start: Day): SurplusGuidance {
  const share = (name: Under<'budget.surplus_'>) => perMillion(law.number(`budget.surplus_${name}`, start))
  return { ofYear: share('of_year'), cumulative: share('cumulative') }
}
