/** 保障与公平 All measures of protection and equity of a year by their names, from one row a household: sorted once, read in order. */

import { columnOf, doubles, type Ranking, rankBy, requireRows, weightColumn } from '../../kernel/ranking.ts'
import { type BurdenOptions, type ConsumptionBasis, catastrophicOfCapacity, catastrophicSpending } from './catastrophic.ts'
import { concentrationIndex, gini, kakwaniIndex } from './inequality.ts'
import { type PovertyBasis, poverty } from './poverty.ts'
import { equivalentSize, householdResources, type ResourceTerms, subsistence, subsistencePerAdult } from './resources.ts'

/** Households of a year, a row each; money in yuan of the year. */
interface HouseholdYear {
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

/** The people by rank of their household's income per head; what `protectionMeasures` uses, and tables by quintiles and deciles may share. */
export function peopleByIncome({ size, incomePerHead, weights }: Pick<HouseholdYear, 'size' | 'incomePerHead' | 'weights'>): Ranking {
  const given = weightColumn(size.length, weights)
  return rankBy(
    incomePerHead,
    columnOf(size.length, (row) => size[row] * given[row]),
  )
}

/**
 * Values by name of the measure; NaN where there is no denominator. Catastrophic spending counts households; poverty, Gini, concentration
 * and Kakwani count people, by rank of income per head (which is that of resources, with those at the floor told apart). Throws a
 * RangeError as its parts do.
 */
export function protectionMeasures(year: HouseholdYear, terms: ProtectionTerms, ranking = peopleByIncome(year)): Record<string, number> {
  const size = doubles(year.size)
  const incomePerHead = doubles(year.incomePerHead)
  const grossPayments = doubles(year.grossPayments)
  const netPayments = doubles(year.netPayments)
  const rows = size.length
  requireRows(rows, incomePerHead, 'income per head')
  requireRows(rows, netPayments, 'net payments')
  requireRows(rows, year.reimbursed, 'reimbursed')
  const given = weightColumn(rows, year.weights)
  // a household whose members have all died or left is none
  const weights = columnOf(rows, (row) => (size[row] > 0 ? given[row] : 0))
  const { perHead, household } = householdResources(incomePerHead, size, terms, ranking)
  const equivalents = equivalentSize(size)
  const need = subsistence(household, equivalents, subsistencePerAdult(household, equivalents, terms.foodShare, weights))
  const options: BurdenOptions = { basis: terms.basis, weights }
  const ofHead = (amounts: Float64Array) => columnOf(rows, (row) => (size[row] > 0 ? amounts[row] / size[row] : 0))
  const paidPerHead = ofHead(netPayments)
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
    ...(terms.povertyLine === undefined
      ? {}
      : povertyMeasures({ size, resources: household, weights }, terms.povertyLine, grossPayments, netPayments)),
    'concentration_index.reimbursed': concentrationIndex(ofHead(doubles(year.reimbursed)), ranking),
    'concentration_index.out_of_pocket': concentrationIndex(paidPerHead, ranking),
    'kakwani.out_of_pocket': kakwaniIndex(paidPerHead, perHead, ranking),
    'gini.income': gini(incomePerHead, ranking),
    'gini.resources': gini(perHead, ranking),
  }
}

function povertyMeasures(basis: PovertyBasis, line: number, gross: Float64Array, net: Float64Array): Record<string, number> {
  const paid = poverty(basis, line, gross)
  const reimbursed = poverty(basis, line, net)
  return {
    poverty_before_payment: poverty(basis, line).headcount,
    poverty_after_payment: paid.headcount,
    poverty_after_reimbursement: reimbursed.headcount,
    poverty_gap_after_payment: paid.gap,
    poverty_gap_after_reimbursement: reimbursed.gap,
  }
}
