/** What the law says of critical-illness cover and medical assistance in one scheme year. */

import { type Day, parseDay, yearStart } from '../../kernel/calendar.ts'
import { fenOf, perMillion } from '../../kernel/money.ts'
import type { Law, Under } from '../../policy/law.ts'
import type { AssistanceTerms, CriticalIllnessTerms } from './rules.ts'

/** What somebody is entitled to when the year is over. */
export interface Entitling {
  readonly criticalIllness: CriticalIllnessTerms
  readonly assistance: AssistanceTerms
}

/** All that the close of a year needs. */
export interface ProtectionTerms extends Entitling {
  readonly secondClaims: SecondClaimTerms
  /** by class of person, where a scenario sets some by group */
  readonly entitling?: readonly Entitling[]
}

/** How families claim in the following year. */
interface SecondClaimTerms {
  /** first day, in the following year */
  readonly opens: Day
  readonly filingDays: number
  readonly neverFiled: number
}

export function criticalIllnessTerms(law: Law, start: Day): CriticalIllnessTerms {
  const number = (name: Under<'critical_illness.'>) => law.number(`critical_illness.${name}`, start)
  const bands = law.bands('critical_illness.bands', start)
  const threshold = fenOf(number('threshold'))
  return {
    inForce: law.text('critical_illness.in_force', start) === 'on',
    premium: fenOf(number('premium')),
    threshold,
    thresholdPoor: Math.round(threshold * number('poor_threshold_factor')),
    poorFactor: number('poor_threshold_factor'),
    bandFrom: Float64Array.from(bands, (band) => fenOf(band.from)),
    bandRate: Float64Array.from(bands, (band) => perMillion(band.rate)),
    ceiling: fenOf(number('ceiling')),
    profitShare: perMillion(number('profit_share')),
    lossShare: perMillion(number('loss_share')),
    fundLossShare: perMillion(number('fund_loss_share')),
  }
}

export function entitlingTerms(law: Law, start: Day): Entitling {
  return { criticalIllness: criticalIllnessTerms(law, start), assistance: assistanceTerms(law, start) }
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
