/**
 * 以收定支 The county's own answer to its balance: at the close of a year it moves the benefit of the next. What it knows is what a county
 * knows on 31 December: the books of the year, the sums of its claims, next year's premium and the subsidy announced by then.
 */

import { fenOf } from '../../kernel/money.ts'
import type { Law } from '../../policy/law.ts'
import { QUINTILES } from '../../population/household.ts'
import { PLACES } from '../../population/places.ts'
import type { BenefitTerms } from '../benefit/inpatient.ts'
import { careTerms } from '../care/terms.ts'
import type { ModelData } from '../data.ts'
import type { ModelSettings } from '../settings.ts'
import { SUMS } from '../totals.ts'
import { careOfClass, type PeriodOfClass, type YearTerms } from '../year-terms.ts'
import {
  type Adjustment,
  adjustBenefit,
  adjustForGroup,
  adjustToBudget,
  stepEffects,
  UNMOVED,
  withoutLimited,
  type YearSeen,
} from './budget.ts'
import { splitByLevel } from './subsidy.ts'
import type { FundTerms } from './terms.ts'

export class BudgetRule {
  readonly #settings: ModelSettings
  readonly #law: Law
  readonly #normal: ModelData['quantiles']['normal']
  #steps: Adjustment = UNMOVED
  #billsLastYear = 0

  constructor(settings: ModelSettings, law: Law, data: ModelData) {
    this.#settings = settings
    this.#law = law
    this.#normal = data.quantiles.normal
  }

  /** The terms of a year as the county has moved them: benefit, and with it what patients expect. */
  moved(now: YearTerms): YearTerms {
    if (this.#steps.every((count) => count === 0)) return now
    const { year, start, days, needs, meanInpatientNeed, vital, livelihood, campaign, fund } = now
    const periods = now.periods.map(({ from, benefit: scheduled, claims, classes }) => {
      const benefit = adjustBenefit(scheduled, this.#steps, fund.budget)
      const careOf = (terms: BenefitTerms) => careTerms(this.#settings, this.#law, this.#normal, terms, start + from)
      const care = careOf(benefit)
      const moved = classes?.map((one, index): PeriodOfClass => {
        if (index === 0) return { benefit, care }
        const own = adjustForGroup(one.benefit, this.#steps, fund.budget)
        return { benefit: own, care: careOfClass(care, careOf(own)) }
      })
      return { from, benefit, care, claims, ...(moved ? { classes: moved } : {}) }
    })
    return { year, start, days, periods, needs, meanInpatientNeed, vital, livelihood, campaign, fund }
  }

  /** The close: what the year's sums and next year's money let the county change. `scheduledTerms` are those of the law. */
  close(scheduledTerms: YearTerms, next: FundTerms, values: Float64Array, enrolled: number): void {
    const { budget } = next
    const income = enrolled * incomePerHead(next)
    const claims = this.#claimsExpected(next, values, enrolled)
    const scheduled = scheduledTerms.periods[scheduledTerms.periods.length - 1].benefit
    const benefit = adjustBenefit(scheduled, this.#steps, budget)
    const effects = stepEffects(yearSeen(values, benefit), budget)
    const direction = claims > budget.targetUseRate * income ? -1 : 1
    this.#steps = adjustToBudget(this.#steps, income, claims, withoutLimited(effects, scheduled, this.#steps, direction, budget), budget)
  }

  /** Next year's claims at the rules as they are: this year's, grown as bills did. */
  #claimsExpected({ budget, criticalIllness }: FundTerms, values: Float64Array, enrolled: number): number {
    const bills = (total(values, SUMS.stayCost) + total(values, SUMS.visitCost)) / Math.max(1, enrolled)
    const growth = this.#billsLastYear > 0 ? bills / this.#billsLastYear - 1 : budget.expectedGrowth
    this.#billsLastYear = bills
    const { inForce, premium } = criticalIllness
    const benefits = total(values, SUMS.stayEntitled) + total(values, SUMS.visitPaid)
    return benefits * (1 + growth) + (inForce ? premium * enrolled : 0)
  }
}

function yearSeen(values: Float64Array, benefit: BenefitTerms): YearSeen {
  return {
    stays: byPlace(values, SUMS.stays),
    aboveDeductible: total(values, SUMS.stayEligible) - total(values, SUMS.stayDeductible),
    rate: benefit.rate,
    visitPaid: total(values, SUMS.visitPaid),
    visitCap: benefit.visitCap,
    staysAtCeiling: values[SUMS.atCeiling],
  }
}

/** Next year's money a head, fen, at the subsidy that the county counts on. */
function incomePerHead({ subsidy, premium }: FundTerms): number {
  const { central, province, county } = splitByLevel(subsidy.expectedStandard, subsidy)
  return fenOf(premium) + central + province + county
}

function total(values: Float64Array, offset: number): number {
  let sum = 0
  for (let i = 0; i < QUINTILES * PLACES.length; i++) sum += values[offset + i]
  return sum
}

function byPlace(values: Float64Array, offset: number): number[] {
  return PLACES.map((_, place) => {
    let sum = 0
    for (let q = 0; q < QUINTILES; q++) sum += values[offset + q * PLACES.length + place]
    return sum
  })
}
