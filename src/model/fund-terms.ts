/** What the law says of the fund's money in one scheme year. */

import type { AssistanceTerms } from '../institutions/assistance.ts'
import type { BudgetTerms } from '../institutions/budget.ts'
import type { CriticalIllnessTerms } from '../institutions/critical-illness.ts'
import type { HospitalTerms } from '../institutions/hospital-settlement.ts'
import type { SurplusGuidance } from '../institutions/reserve.ts'
import { type SubsidyTerms, splitByLevel } from '../institutions/subsidy.ts'
import { type Day, parseDay, yearStart } from '../kernel/calendar.ts'
import { fenOf, perMillion } from '../kernel/money.ts'
import type { Law } from '../policy/law.ts'
import {
  assistanceTerms,
  budgetTerms,
  criticalIllnessTerms,
  type SecondClaimTerms,
  secondClaimTerms,
  surplusGuidance,
} from './protection-terms.ts'
import type { ModelSettings } from './settings.ts'

export interface FundTerms {
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
  readonly criticalIllness: CriticalIllnessTerms
  readonly secondClaims: SecondClaimTerms
  readonly assistance: AssistanceTerms
}

export function fundTerms(settings: ModelSettings, law: Law, year: number): FundTerms {
  const start = yearStart(year)
  const number = (name: string) => law.number(name, start)
  const arrival = (level: string, inYear: number) => parseDay(`${inYear}-${law.text(`subsidy.arrival.${level}`, start)}`) as Day
  return {
    subsidy: {
      standard: number('subsidy.standard'),
      lastStandard: law.number('subsidy.standard', yearStart(year - 1)),
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
    criticalIllness: criticalIllnessTerms(law, start),
    secondClaims: secondClaimTerms(law, year),
    assistance: assistanceTerms(law, start),
  }
}

/** Reserve at the start of the first year: a share of that year's expected income. */
export function openingReserve(terms: FundTerms, enrolled: number): number {
  const split = splitByLevel(terms.subsidy.standard, terms.subsidy)
  return Math.round(enrolled * (fenOf(terms.premium) + split.central + split.province + split.county) * terms.openingReserveShare)
}
