/** 保障与公平 All measures of protection and equity of a year by their names, from one row a household: sorted once, read in order. */
import { type BurdenOptions, type ConsumptionBasis, catastrophicOfCapacity, catastrophicSpending } from './catastrophic.ts'
import { concentrationIndex, gini, kakwaniIndex } from './inequality.ts'
import { poverty } from './poverty.ts'
import { columnOf, rankBy, requireSameLength, weightOf } from './ranking.ts'
import { equivalentSize, householdResources, type ResourceTerms, subsistence, subsistencePerAdult } from './resources.ts'

/** Households of a year, a row each; money in yuan of the year. */
export interface HouseholdYear {
  readonly size: ArrayLike<number>
  readonly incomePerHead: ArrayLike<number>
  /** T before reimbursement: bills and spending outside the scheme */
  readonly grossPayments: ArrayLike<number>
  /** T after reimbursement */
  readonly netPayments: ArrayLike<number>
  /** what was reimbursed */
  readonly reimbursed: ArrayLike<number>
  /** sampling weight; absent when each household stands for itself */
  readonly weights?: ArrayLike<number>
}

export interface ProtectionTerms extends ResourceTerms {
  /** share of food in consumption, 0 to 1 */
  readonly foodShare: number
  /** yuan a head and year; absent where there is no line, and then no measure of poverty */
  readonly povertyLine?: number
  readonly basis?: ConsumptionBasis
}

/**
 * Values by name of the measure; NaN where there is no denominator. Catastrophic spending counts households; poverty, Gini, concentration
 * and Kakwani count people, by rank of income per head (which is that of resources, with those at the floor told apart). Throws a
 * RangeError as its parts do.
 */
export function protectionMeasures(year: HouseholdYear, terms: ProtectionTerms): Record<string, number> {
  const { size, incomePerHead, grossPayments, netPayments, reimbursed } = year
  requireSameLength(size, incomePerHead, 'income')
  requireSameLength(size, reimbursed, 'reimbursed')
  requireSameLength(size, year.weights, 'weights')
  const people = columnOf(size.length, (row) => size[row] * weightOf(year.weights, row))
  // a household whose members have all died or left is none
  const weights = columnOf(size.length, (row) => (size[row] > 0 ? weightOf(year.weights, row) : 0))
  const ranking = rankBy(incomePerHead, people)
  const { perHead, household } = householdResources(incomePerHead, size, terms, ranking)
  const equivalents = equivalentSize(size)
  const need = subsistence(household, equivalents, subsistencePerAdult(household, equivalents, terms.foodShare, weights))
  const options: BurdenOptions = { basis: terms.basis, weights }
  const ofHead = (amounts: ArrayLike<number>) => columnOf(size.length, (row) => (size[row] > 0 ? amounts[row] / size[row] : 0))
  const before = catastrophicSpending(grossPayments, household, 0.1, options)
  const after = catastrophicSpending(netPayments, household, 0.1, options)
  return {
    che10_before: before.headcount,
    che10: after.headcount,
    che25_before: catastrophicSpending(grossPayments, household, 0.25, options).headcount,
    che25: catastrophicSpending(netPayments, household, 0.25, options).headcount,
    che40_before: catastrophicOfCapacity(grossPayments, household, need, 0.4, options).headcount,
    che40: catastrophicOfCapacity(netPayments, household, need, 0.4, options).headcount,
    overshoot10_before: before.overshoot,
    overshoot10: after.overshoot,
    positive_overshoot10: after.meanPositiveOvershoot,
    ...(terms.povertyLine === undefined ? {} : povertyMeasures(year, household, terms.povertyLine)),
    'concentration_index.reimbursed': concentrationIndex(ofHead(reimbursed), ranking),
    'concentration_index.out_of_pocket': concentrationIndex(ofHead(netPayments), ranking),
    'kakwani.out_of_pocket': kakwaniIndex(ofHead(netPayments), perHead, ranking),
    'gini.income': gini(incomePerHead, ranking),
    'gini.resources': gini(perHead, ranking),
  }
}

function povertyMeasures(year: HouseholdYear, resources: ArrayLike<number>, line: number): Record<string, number> {
  const basis = { size: year.size, resources, weights: year.weights }
  const paid = poverty(basis, line, year.grossPayments)
  const reimbursed = poverty(basis, line, year.netPayments)
  return {
    poverty_before_payment: poverty(basis, line).headcount,
    poverty_after_payment: paid.headcount,
    poverty_after_reimbursement: reimbursed.headcount,
    poverty_gap_after_payment: paid.gap,
    poverty_gap_after_reimbursement: reimbursed.gap,
  }
}
