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

/** Erreygers' index of an outcome from 0 (no) to 1 (yes): 4 mean C. Journal of Health Economics 28 (2009), 504-515. */
export function erreygersIndex(outcome: ArrayLike<number>, ranking: Ranking): number {
  requireShares(outcome)
  return 8 * momentsWithRank(outcome, ranking).covariance
}

/** Wagstaff's normalisation for an outcome from 0 (no) to 1 (yes): C ÷ (1 - mean). Health Economics 14 (2005), 429-432. */
export function wagstaffIndex(outcome: ArrayLike<number>, ranking: Ranking): number {
  requireShares(outcome)
  const { mean, covariance } = momentsWithRank(outcome, ranking)
  return mean > 0 && mean < 1 ? (2 * covariance) / (mean * (1 - mean)) : Number.NaN
}

/**
 * Kakwani index of payments: C(payments) - Gini(resources), both by rank of resources. Above 0: the better-off pay a larger part of what
 * they have (progressive); below 0: a smaller part. Kakwani, Economic Journal 87 (1977), 71-80.
 */
export function kakwaniIndex(payments: ArrayLike<number>, resources: ArrayLike<number>, ranking: Ranking = rankBy(resources)): number {
  return concentrationIndex(payments, ranking) - gini(resources, ranking)
}

export interface CurvePoint {
  /** cumulative share of the people, lowest rank first, 0 to 1 */
  readonly people: number
  /** their cumulative share of the amounts */
  readonly share: number
}

/** 洛伦兹曲线 Lorenz curve: the concentration curve of amounts by rank of themselves. */
export function lorenzCurve(amounts: ArrayLike<number>, ranking: Ranking = rankBy(amounts), steps = 100): CurvePoint[] {
  return concentrationCurve(amounts, ranking, steps)
}

/**
 * 集中曲线 Concentration curve at 0, 1 ÷ steps, … 1 of the people, on the straight line within those of one rank.
 * No points when the amounts add up to nothing.
 */
export function concentrationCurve(amounts: ArrayLike<number>, ranking: Ranking, steps = 100): CurvePoint[] {
  requireRows(amounts.length, ranking.order, 'ranking')
  if (!(Number.isInteger(steps) && steps > 0)) throw new RangeError(`${steps} steps; expected a whole number of 1 or more`)
  const { order, middle, weights, total } = ranking
  const column = doubles(amounts)
  const whole = momentsWithRank(amounts, ranking).mean * total
  if (!(whole > 0)) return []
  const points: CurvePoint[] = [{ people: 0, share: 0 }]
  let people = 0
  let sum = 0
  for (let first = 0, end = 0; first < order.length; first = end) {
    let weight = 0
    let amount = 0
    for (end = first; end < order.length && middle[order[end]] === middle[order[first]]; end++) {
      const own = weights[order[end]]
      weight += own
      amount += own * column[order[end]]
    }
    for (let next = points.length; next < steps && next * total <= (people + weight) * steps; next = points.length) {
      const within = weight > 0 ? ((next * total) / steps - people) / weight : 0
      points.push({ people: next / steps, share: (sum + within * amount) / whole })
    }
    people += weight
    sum += amount
  }
  // the last point is known, whatever the sums were rounded to
  while (points.length < steps) points.push({ people: points.length / steps, share: 1 })
  points.push({ people: 1, share: 1 })
  return points
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

function requireShares(outcome: ArrayLike<number>): void {
  for (let row = 0; row < outcome.length; row++) {
    if (!(outcome[row] >= 0 && outcome[row] <= 1)) {
      throw new RangeError(`row ${row}: ${outcome[row]}; expected an outcome from 0 (no) to 1 (yes)`)
    }
  }
}
