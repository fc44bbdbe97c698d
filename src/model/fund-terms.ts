/** What the law says of the fund's money in one scheme year. */

import type { SubsidyTerms } from '../institutions/subsidy.ts'
import { type Day, parseDay, yearStart } from '../kernel/calendar.ts'
import type { Law } from '../policy/law.ts'
import type { ModelSettings } from './settings.ts'

export interface FundTerms {
  readonly subsidy: SubsidyTerms
  readonly premium: number
  readonly interestRate: number
  /** day of the month on which hospitals are paid for the month before */
  readonly hospitalPaymentDay: number
  readonly openingReserveShare: number
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
  }
}
