/** Care for a period of unchanged rules: chances of seeking and of places, bills, days in hospital. */

import type { Day } from '../../kernel/calendar.ts'
import { exp, log, logNormalQuantiles, QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { FEN_PER_YUAN, fenOf } from '../../kernel/money.ts'
import { isAmended } from '../../kernel/rule.ts'
import type { Law } from '../../policy/law.ts'
import { QUINTILES } from '../../population/household.ts'
import { cumulative, illnessBandShares } from '../../population/marginals.ts'
import { hasBeds, PLACES } from '../../population/places.ts'
import { rankWord } from '../../population/synthesize.ts'
import { type BenefitTerms, emptySettlement, reimburse } from '../benefit/inpatient.ts'
import { NO_VISITS_YET, poolPays, reimburseVisit } from '../benefit/outpatient.ts'
import { CHANCE_UNIT, EXPECTS, rowOf, SEVERITIES } from '../episodes.ts'
import type { ModelSettings } from '../settings.ts'
import type { CareTerms } from './care.ts'
import { type CareChoice, careChoice } from './choice.ts'

export function careTerms(settings: ModelSettings, law: Law, normal: Int32Array, benefit: BenefitTerms, day: Day): CareTerms {
  const { facility_choice: choice, demand_response: demandResponds, outside_spending: outside } = settings.mechanisms
  const income = quintileIncomes(law, normal, day)
  const stayMean = PLACES.map((place) =>
    hasBeds(place) ? law.number(`care.cost.inpatient.${place}`, day) * law.number(`care.cost_scale.${place}`, day) : 0,
  )
  const visitMean = PLACES.map((place) => law.number(`care.cost.outpatient.${place}`, day))
  const chances = (kind: 'inpatient' | 'outpatient', meanBill: readonly number[], placesRespond = choice !== false) =>
    careChoice(law, day, {
      kind,
      meanBill,
      income,
      demandResponds,
      coverage: [PLACES.map(() => 0), expectedCoverage(benefit, kind, meanBill, false), expectedCoverage(benefit, kind, meanBill, true)],
      onlyPlace: typeof choice === 'boolean' ? undefined : choice[kind],
      placesRespond,
      onlyRead: normal.length === 0,
    })
  const inpatient = chances('inpatient', stayMean)
  const severity = cumulative(law.list('illness.severity_share', day))
  const quantiles = (mean: number, sigma: number) => logNormalQuantiles(normal, mean * FEN_PER_YUAN, sigma)
  return {
    inpatient,
    outpatient: chances('outpatient', visitMean),
    severity: Int32Array.from(severity, (limit) => Math.round(limit * CHANCE_UNIT)),
    visitBill: PLACES.map((place, i) => quantiles(visitMean[i], law.number(`care.cost.outpatient_sigma.${place}`, day))),
    stayBill: PLACES.map((place, i) =>
      hasBeds(place) && stayMean[i] > 0 ? quantiles(stayMean[i], law.number(`care.cost.inpatient_sigma.${place}`, day)) : new Int32Array(0),
    ),
    severityCost:
      typeof choice === 'boolean'
        ? severityCost(law, day, chances('inpatient', stayMean, false))
        : new Float64Array(SEVERITIES * PLACES.length).fill(1),
    stayDays: Float64Array.from(PLACES, (place) => (hasBeds(place) ? Math.max(0, law.number(`care.length_of_stay.${place}`, day) - 1) : 0)),
    outsideBill: outside ? quantiles(law.number('outside.mean', day), law.number('outside.sigma', day)) : new Int32Array(0),
    outsideMean: law.number('outside.mean', day),
    outsideFactor: outsideFactors(law, day, income),
  }
}

type Kind = 'inpatient' | 'outpatient'

/**
 * Share of a bill of mean size that the scheme pays at each place: what patients expect when they choose. They do not foresee ceilings
 * reached, nor do the poor count on their higher one.
 */
function expectedCoverage(terms: BenefitTerms, kind: Kind, meanBillYuan: readonly number[], poor: boolean): number[] {
  const expected = { ...terms, ceilingBonusPoor: 0 }
  return meanBillYuan.map((yuan, place) => {
    const bill = fenOf(yuan)
    if (kind === 'outpatient') return expectedOfVisit({ place, bill }, poor, expected)
    return bill > 0 ? reimburse({ place, bill }, { paidThisYear: 0, poor }, expected, emptySettlement()).paid / bill : 0
  })
}

/** The rate within the catalogue; where the rule is amended, as much more or less as it then pays of this bill. */
function expectedOfVisit(visit: { place: number; bill: number }, poor: boolean, terms: BenefitTerms): number {
  if (terms.outpatientMode !== 'pooled') return 0
  const expected = (terms.visitRate[visit.place] / 1e6) * (terms.visitCatalogueShare / 1e6)
  if (!isAmended('visit') || visit.bill === 0) return expected
  const byLaw = reimburseVisit(visit.place, visit.bill, 0, terms)
  const paid = poolPays(visit, { ...NO_VISITS_YET, poor }, terms)
  return byLaw > 0 ? Math.min(1, expected * (paid / byLaw)) : paid / visit.bill
}

/**
 * Severe cases cost more at the same place. The ratios are scaled at each place so that its mean bill stays the published one
 * for the mix of severities that the reference patient (covered, at home, middle income) would bring there at the reference price:
 * were it the price that the scenario's own benefit makes, a reform of the rate would change everybody's bill.
 */
function severityCost(law: Law, day: Day, choice: CareChoice): Float64Array {
  const shares = law.list('illness.severity_share', day)
  const ratios = law.list('care.severity_cost', day)
  const factors = new Float64Array(SEVERITIES * PLACES.length)
  PLACES.forEach((_, place) => {
    const weights = shares.map((share, severity) => {
      const at = rowOf(severity, 0, EXPECTS.benefit, 2) * PLACES.length + place
      return (share * (choice.place[at] - (place > 0 ? choice.place[at - 1] : 0))) / CHANCE_UNIT
    })
    const total = weights.reduce((sum, weight) => sum + weight, 0)
    const mean = total > 0 ? weights.reduce((sum, weight, severity) => sum + weight * ratios[severity], 0) / total : 1
    for (let severity = 0; severity < SEVERITIES; severity++) factors[severity * PLACES.length + place] = ratios[severity] / mean
  })
  return factors
}

/** Mean income per head of each quintile, yuan: the mean times the log-normal's mean within the quintile. */
function quintileIncomes(law: Law, normal: Int32Array, day: Day): number[] {
  const mean = law.number('population.income_per_head', day)
  const sigma = law.number('population.income_sigma', day)
  // without quantiles nobody is simulated: the law has been read, and no more is wanted
  const points = normal.length === 0 ? 0 : 500
  return Array.from({ length: QUINTILES }, (_, quintile) => {
    let sum = 0
    for (let i = 0; i < points; i++) {
      const z = quantile(normal, rankWord((quintile + (i + 0.5) / points) / QUINTILES)) / QUANTILE_SCALE
      sum += exp(sigma * z - (sigma * sigma) / 2)
    }
    return (mean * sum) / points
  })
}

/** Spending outside the scheme by quintile + 5 × chronic, relative to its mean over the reference population. */
function outsideFactors(law: Law, day: Day, income: readonly number[]): Float64Array {
  const elasticity = law.number('outside.income_elasticity', day)
  const chronicRatio = law.number('outside.chronic_ratio', day)
  const bands = illnessBandShares(law.list('population.age_share', day))
  const chronic = law.list('illness.chronic_share', day).reduce((sum, share, band) => sum + share * bands[band], 0)
  const byIncome = income.map((yuan) => exp(elasticity * log(yuan / income[2])))
  const mean = (byIncome.reduce((sum, factor) => sum + factor, 0) / QUINTILES) * (1 - chronic + chronic * chronicRatio)
  return Float64Array.from({ length: 2 * QUINTILES }, (_, i) => (byIncome[i % QUINTILES] * (i < QUINTILES ? 1 : chronicRatio)) / mean)
}
