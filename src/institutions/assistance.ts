/**
 * 医疗救助 Medical assistance: another fund (civil affairs) pays the poor a share of the eligible cost that base benefit and
 * critical-illness cover leave them, up to a yearly ceiling. Money in fen, the rate in millionths.
 */
import { shareOf } from '../kernel/money.ts'

export interface AssistanceTerms {
  readonly rate: number
  readonly ceiling: number
}

/** 医疗救助额 What assistance pays a poor person for `remaining` fen of the year's eligible cost. */
export function assist(remaining: number, terms: AssistanceTerms): number {
  return Math.min(terms.ceiling, shareOf(Math.max(0, remaining), terms.rate))
}
