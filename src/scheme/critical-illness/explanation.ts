/** What critical-illness cover and medical assistance tell of somebody who is followed. */
import { FEN_PER_YUAN } from '../../kernel/money.ts'
import type { TraceDetail } from '../trace.ts'
import type { AssistanceTerms, CriticalIllnessTerms } from './rules.ts'

interface Owed {
  /** fen of eligible cost, and of it what the insurer owes */
  readonly borne: number
  readonly owed: number
  readonly poor: boolean
}

/** What the insurer owes somebody for the year. */
export function owedDetail(year: number, { borne, owed, poor }: Owed, terms: CriticalIllnessTerms): TraceDetail {
  const { threshold, thresholdPoor, poorFactor, ceiling, bandFrom, bandRate } = terms
  const bands = [...bandFrom].map((from, i) => `${from / FEN_PER_YUAN}: ${bandRate[i] / 1e6}`)
  return {
    rule: 'scheme/critical-illness/rules.ts coverHighCost',
    parameters: [
      { name: 'critical_illness.threshold', value: String(threshold / FEN_PER_YUAN) },
      { name: 'critical_illness.poor_threshold_factor', value: String(poor ? poorFactor : 1) },
      { name: 'critical_illness.bands', value: bands.join(', ') },
      { name: 'critical_illness.ceiling', value: String(ceiling / FEN_PER_YUAN) },
    ],
    amounts: [
      { id: 'eligible_cost_borne', fen: borne },
      { id: 'threshold', fen: poor ? thresholdPoor : threshold },
      { id: 'owed_by_insurer', fen: owed },
    ],
    facts: { year },
  }
}

/** Assistance pays `assisted` of the `remaining` fen of eligible cost. */
export function assistedDetail(year: number, remaining: number, assisted: number, terms: AssistanceTerms): TraceDetail {
  return {
    rule: 'scheme/critical-illness/rules.ts assist',
    parameters: [
      { name: 'assistance.rate', value: String(terms.rate / 1e6) },
      { name: 'assistance.ceiling', value: String(terms.ceiling / FEN_PER_YUAN) },
    ],
    amounts: [
      { id: 'remaining_eligible_cost', fen: remaining },
      { id: 'paid_by_assistance', fen: assisted },
    ],
    facts: { year },
  }
}
