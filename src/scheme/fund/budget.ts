/**
 * 以收定支 The budget rule: at the close a county forecasts next year's income and claims at the rules as they are, and moves deductible,
 * rate, outpatient cap and ceiling, in this order and in whole steps, until the forecast use rate is near the one aimed at.
 * Plain functions; money in fen, shares as fractions unless said otherwise.
 */
import { fenOf, perMillion } from '../../kernel/money.ts'
import type { BenefitTerms } from '../benefit/inpatient.ts'

/** The rules that are moved, in the order in which they are. Steps and limits: yuan, share, yuan, yuan. */
export const MOVED = ['deductible', 'rate', 'outpatient_cap', 'ceiling'] as const

export interface BudgetTerms {
  readonly targetUseRate: number
  readonly tolerance: number
  readonly expectedGrowth: number
  readonly mostSteps: number
  readonly step: readonly number[]
  readonly lowest: readonly number[]
  readonly highest: readonly number[]
}

/** Steps by which each rule stands away from the law's schedule, in the order of MOVED. Above zero: the number is higher than the law's. */
export type Adjustment = readonly number[]
export const UNMOVED: Adjustment = MOVED.map(() => 0)

/** What a year tells of the effect of one step: fen that the fund pays less for a higher deductible, more for the others. */
interface StepEffects {
  readonly deductible: number
  readonly rate: number
  readonly outpatient_cap: number
  readonly ceiling: number
}

export interface YearSeen {
  /** stays, their eligible cost above the deductible and what was paid, by place; rates in millionths */
  readonly stays: ArrayLike<number>
  readonly aboveDeductible: number
  readonly rate: Float64Array
  readonly visitPaid: number
  readonly visitCap: number
  readonly staysAtCeiling: number
}

/** Not everybody reaches the cap: half of a change of it is taken to be paid out. */
const CAP_RESPONSE = 0.5

export function stepEffects(seen: YearSeen, { step }: BudgetTerms): StepEffects {
  let deductible = 0
  for (let i = 0; i < seen.stays.length; i++) deductible += (seen.stays[i] * fenOf(step[0]) * seen.rate[i]) / 1e6
  return {
    deductible,
    rate: seen.aboveDeductible * step[1],
    outpatient_cap: seen.visitCap > 0 ? (seen.visitPaid * fenOf(step[2]) * CAP_RESPONSE) / seen.visitCap : 0,
    ceiling: seen.staysAtCeiling * fenOf(step[3]),
  }
}

/** Rules that stand at their limit do nothing when moved further in this direction (1 = more money for members). */
export function withoutLimited(effects: StepEffects, benefit: BenefitTerms, now: Adjustment, direction: number, terms: BudgetTerms) {
  const stands = adjustBenefit(benefit, now, terms)
  const moves = (i: number) => {
    const further = adjustBenefit(
      benefit,
      now.map((steps, j) => (j === i ? steps + (i === 0 ? -direction : direction) : steps)),
      terms,
    )
    const changed = (a: Float64Array, b: Float64Array) => a.some((value, place) => value !== b[place])
    return (
      changed(stands.deductible, further.deductible) ||
      changed(stands.rate, further.rate) ||
      stands.visitCap !== further.visitCap ||
      stands.ceiling !== further.ceiling
    )
  }
  const left = MOVED.map((name, i) => [name, moves(i) ? effects[name] : 0] as const)
  return Object.fromEntries(left) as Record<(typeof MOVED)[number], number>
}

/** 调整方案 Steps for next year, from those of this one: nothing within the tolerance, else whole steps in order until the gap is closed. */
export function adjustToBudget(now: Adjustment, income: number, claims: number, effects: StepEffects, terms: BudgetTerms): Adjustment {
  if (income <= 0 || Math.abs(claims / income - terms.targetUseRate) <= terms.tolerance) return now
  let gap = terms.targetUseRate * income - claims
  return MOVED.map((name, i) => {
    const effect = effects[name]
    if (effect <= 0) return now[i]
    const steps = Math.min(terms.mostSteps, Math.floor(Math.abs(gap) / effect + 0.5)) * Math.sign(gap)
    gap -= steps * effect
    return now[i] + (name === 'deductible' ? -steps : steps)
  })
}

/** The benefit of the law moved by the steps, within the limits. A place without a benefit gets none. */
export function adjustBenefit(benefit: BenefitTerms, steps: Adjustment, terms: BudgetTerms): BenefitTerms {
  if (steps.every((count) => count === 0)) return benefit
  const moved = (value: number, i: number, unit: (value: number) => number) => {
    if (steps[i] === 0) return value
    const [low, high] = [unit(terms.lowest[i]), unit(terms.highest[i])]
    // the law itself may lie outside the limits: it is then not moved further out
    return Math.min(Math.max(high, value), Math.max(Math.min(low, value), value + steps[i] * unit(terms.step[i])))
  }
  const rate = (value: number) => (value > 0 ? moved(value, 1, perMillion) : value)
  return {
    ...benefit,
    deductible: benefit.deductible.map((fen, place) => (benefit.rate[place] > 0 ? moved(fen, 0, fenOf) : fen)),
    rate: benefit.rate.map(rate),
    bandRate: benefit.bandRate.map(rate),
    visitCap: moved(benefit.visitCap, 2, fenOf),
    ceiling: moved(benefit.ceiling, 3, fenOf),
  }
}

/** A group keeps what the scenario exempts it from: where it has no deductible it gets none. */
export function adjustForGroup(benefit: BenefitTerms, steps: Adjustment, terms: BudgetTerms): BenefitTerms {
  const moved = adjustBenefit(benefit, steps, terms)
  return { ...moved, deductible: moved.deductible.map((fen, place) => (benefit.deductible[place] === 0 ? 0 : fen)) }
}
