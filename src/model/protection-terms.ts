/** What the law says of critical-illness cover, medical assistance and the budget rule in one scheme year. */

import type { AssistanceTerms } from '../institutions/assistance.ts'
import type { BudgetTerms } from '../institutions/budget.ts'
import type { CriticalIllnessTerms } from '../institutions/critical-illness.ts'
import type { SurplusGuidance } from '../institutions/reserve.ts'
import { type Day, parseDay, yearStart } from '../kernel/calendar.ts'
import { fenOf, perMillion } from '../kernel/money.ts'
import type { Law } from '../policy/law.ts'

/** How families claim in the following year. */
export interface SecondClaimTerms {
  /** first day, in the following year */
  readonly opens: Day
  readonly filingDays: number
  readonly neverFiled: number
}

export function criticalIllnessTerms(law: Law, start: Day): CriticalIllnessTerms {
  const number = (name: string) => law.number(`critical_illness.${name}`, start)
  const bands = law.bands('critical_illness.bands', start)
  const threshold = fenOf(number('threshold'))
  return {
    inForce: law.text('critical_illness.in_force', start) === 'on',
    premium: fenOf(number('premium')),
    threshold,
    thresholdPoor: Math.round(threshold * number('poor_threshold_factor')),
    bandFrom: Float64Array.from(bands, (band) => fenOf(band.from)),
    bandRate: Float64Array.from(bands, (band) => perMillion(band.rate)),
    ceiling: fenOf(number('ceiling')),
    profitShare: perMillion(number('profit_share')),
    lossShare: perMillion(number('loss_share')),
    fundLossShare: perMillion(number('fund_loss_share')),
  }
}

export function secondClaimTerms(law: Law, year: number): SecondClaimTerms {
  const start = yearStart(year)
  return {
    opens: parseDay(`${year + 1}-${law.text('critical_illness.claims_open', start)}`) as Day,
    filingDays: law.number('critical_illness.filing_days', start),
    neverFiled: law.number('critical_illness.never_filed', start),
  }
}

export function assistanceTerms(law: Law, start: Day): AssistanceTerms {
  return { rate: perMillion(law.number('assistance.rate', start)), ceiling: fenOf(law.number('assistance.ceiling', start)) }
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
  const share = (name: string) => perMillion(law.number(`budget.surplus_${name}`, start))
  return { ofYear: share('of_year'), cumulative: share('cumulative') }
}
