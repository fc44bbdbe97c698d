/**
 * 公平性 How unequally income, payments and benefits are spread. All indices are pure numbers; the amounts may be in any one unit.
 * A `Ranking` carries the weights and the order (kernel/ranking.ts); without one, every row counts once and is ranked by its own value.
 * Each function throws a RangeError when columns differ in length and gives NaN where there is no denominator (no weight, mean not above 0).
 */
import { doubles, type Ranking, rankBy, requireRows } from '../../kernel/ranking.ts'

/**
 * 基尼系数 Gini coefficient of amounts of zero or more: 0 when all have the same, towards 1 when one has everything.
 * `ranking` must be by the amounts or by what they rise with: how rows of one amount are ordered does not matter.
 */
export function gini(amounts: ArrayLike<number>, ranking: Ranking = rankBy(amounts)): number {
  const column = doubles(amounts)
  for (let row = 0; row < column.length; row++) {
    if (column[row] < 0) throw new RangeError(`row ${row}: ${column[row]}; the Gini coefficient is of amounts of zero or more`)
  }
  return concentrationIndex(column, ranking)
}

/**
 * 集中指数 Concentration index C = 2 cov(y, rank) ÷ mean(y): below 0 when the lower ranks have more than their share, above 0 when less.
 * Between -1 and 1 for amounts of zero or more. Kakwani, Wagstaff and van Doorslaer, Journal of Econometrics 77 (1997), 87-103.
 */
export function concentrationIndex(amounts: ArrayLike<number>, ranking: Ranking): number {
  const { mean, covariance } = momentsWithRank(amounts, ranking)
  return mean > 0 ? (2 * covariance) / mean : Number.NaN
}

/**
 * 卡克瓦尼指数 Kakwani index of payments: C(payments) - Gini(resources), both by rank of resources. Above 0: the better-off pay a larger part of what
 * they have (progressive); below 0: a smaller part. Kakwani, Economic Journal 87 (1977), 71-80.
 */
export function kakwaniIndex(payments: ArrayLike<number>, resources: ArrayLike<number>, ranking: Ranking = rankBy(resources)): number {
  return concentrationIndex(payments, ranking) - gini(resources, ranking)
}

function momentsWithRank(amounts: ArrayLike<number>, ranking: Ranking): { mean: number; covariance: number } {
  requireRows(amounts.length, ranking.order, 'ranking')
  const { middle, weights, total } = ranking
  const column = doubles(amounts)
  const half = total / 2
  let sum = 0
  let product = 0
  for (let row = 0; row < amounts.length; row++) {
    const weighted = weights[row] * column[row]
    sum += weighted
    product += weighted * (middle[row] - half)
  }
  // the mean rank is ½ of the total, so the product needs no second term
  return { mean: sum / total, covariance: product / (total * total) }
}
