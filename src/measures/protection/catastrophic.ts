/**
 * 灾难性卫生支出 Catastrophic spending: households whose out-of-pocket payments T take more than a given part of their consumption x.
 * T and R are yuan of a household and year; T is without premiums. x = R + T as a survey would find it (a household asked about its
 * consumption counts what it paid for care), or x = R, what it can spend. Before and after reimbursement each have their own T and
 * thus, as a survey, their own x; the use of care is the same in both.
 * Wagstaff and van Doorslaer, Health Economics 12 (2003), 921-934; capacity to pay: Xu and others, Lancet 362 (2003), 111-117.
 */
import { doubles, requireRows, weightColumn } from '../../kernel/ranking.ts'

/** What stands below the line of the share: R + T, or R alone. */
export type ConsumptionBasis = 'survey' | 'resources'

export interface BurdenOptions {
  /** `survey` unless stated */
  readonly basis?: ConsumptionBasis
  /** weight of each household: its sampling weight counts households; that × its size counts persons. Each household counts once without */
  readonly weights?: ArrayLike<number>
}

interface CatastrophicSpending {
  /** share of the households (or persons, by the weights) above the threshold; NaN without weight */
  readonly headcount: number
  /** O = mean of E × (share - threshold) over all, E = 1 above the threshold, else 0 */
  readonly overshoot: number
  /** mean of share - threshold over those above it; NaN when there are none. Overshoot = headcount × this */
  readonly meanPositiveOvershoot: number
}

/** CHE10, CHE25: T ÷ x above the threshold z (0.10, 0.25). Throws a RangeError for T below 0 or R not above 0, naming the household. */
export function catastrophicSpending(
  outOfPocket: ArrayLike<number>,
  resources: ArrayLike<number>,
  threshold: number,
  options: BurdenOptions = {},
): CatastrophicSpending {
  return spendingBeyond(outOfPocket, { resources }, options, { threshold, isBeyond: (share) => share > threshold })
}

/**
 * CHE40: T ÷ (x - f) reaches the threshold (0.40), f the subsistence need (resources.ts). Throws as above, and where f leaves nothing.
 */
export function catastrophicOfCapacity(
  outOfPocket: ArrayLike<number>,
  resources: ArrayLike<number>,
  subsistence: ArrayLike<number>,
  threshold = 0.4,
  options: BurdenOptions = {},
): CatastrophicSpending {
  return spendingBeyond(outOfPocket, { resources, subsistence }, options, { threshold, isBeyond: (share) => share >= threshold })
}

function spendingBeyond(
  outOfPocket: ArrayLike<number>,
  { resources, subsistence }: { readonly resources: ArrayLike<number>; readonly subsistence?: ArrayLike<number> },
  { basis = 'survey', weights }: BurdenOptions,
  { threshold, isBeyond }: { readonly threshold: number; isBeyond(share: number): boolean },
): CatastrophicSpending {
  const rows = outOfPocket.length
  requireRows(rows, resources, 'resources')
  const payments = doubles(outOfPocket)
  const all = doubles(resources)
  const needs = subsistence === undefined ? new Float64Array(rows) : doubles(subsistence)
  requireRows(rows, needs, 'subsistence')
  const weightOf = weightColumn(rows, weights)
  let total = 0
  let above = 0
  let excess = 0
  for (let row = 0; row < rows; row++) {
    const weight = weightOf[row]
    // who counts for nothing, such as a household without members, need have no resources
    if (weight === 0) continue
    const paid = payments[row]
    const need = needs[row]
    if (!(paid >= 0 && all[row] > need && need >= 0)) {
      throw new RangeError(
        `household ${row}: paid ${paid}, resources ${all[row]}, subsistence ${need}; expected payments of zero or more and resources above subsistence`,
      )
    }
    total += weight
    const share = paid / (basis === 'survey' ? all[row] + paid - need : all[row] - need)
    if (!isBeyond(share)) continue
    above += weight
    excess += weight * (share - threshold)
  }
  return { headcount: above / total, overshoot: excess / total, meanPositiveOvershoot: excess / above }
}
