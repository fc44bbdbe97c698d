/**
 * 家庭可支配资源 What a household can spend in a year, from its income per head: R = n × max(g, a + b × y). All money in yuan a year.
 * Consumption is spread less unequally than income, so it rises with it by b (assumed 0.5, range 0.4 to 0.8: households smooth their
 * consumption); the floor g, the minimum income of the year, keeps a household without income above nothing; a is such that the people's
 * mean R ÷ n is the published consumption per head less health.
 */
import { exp, log } from '../../kernel/elementary.ts'
import { columnOf, doubles, type Ranking, rankBy, rankedQuantile, requireRows } from '../../kernel/ranking.ts'

/** Scale of household size in the subsistence need: Xu and others, Lancet 362 (2003), 111-117. */
const SIZE_ELASTICITY = 0.56
/** The subsistence need never takes more of the resources than this (assumed): capacity to pay stays above nothing. */
export const SUBSISTENCE_AT_MOST = 0.85

export interface ResourceTerms {
  /** g: lowest resources per head, yuan */
  readonly floor: number
  /** b: yuan of resources a yuan of income, 0 or more */
  readonly slope: number
  /** mean of R ÷ n over the people, yuan: published consumption per head less health */
  readonly meanPerHead: number
}

/**
 * The a at which the people's mean of max(g, a + b × y) is `meanPerHead`: exact, found at the one place of the sorted incomes up to which
 * the floor holds. `ranking` is by income per head, its weights are persons (household weight × size).
 * With a mean of exactly g, everybody at the floor, the highest such a; NaN without weight. Throws a RangeError when the mean is below g or b below 0.
 */
export function resourceIntercept(
  incomePerHead: ArrayLike<number>,
  terms: ResourceTerms,
  ranking: Pick<Ranking, 'order' | 'weights' | 'total'>,
): number {
  const { floor, slope, meanPerHead } = terms
  requireRows(incomePerHead.length, ranking.order, 'ranking')
  if (!(slope >= 0)) throw new RangeError(`slope ${slope}; expected zero or more`)
  if (!(meanPerHead >= floor)) throw new RangeError(`mean of ${meanPerHead} yuan a head; expected the floor of ${floor} yuan or more`)
  const { order, weights, total } = ranking
  const incomes = doubles(incomePerHead)
  let above = total
  let income = 0
  // by place: V8 makes an object for every element of a typed array that is gone through with `of`
  for (let at = 0; at < order.length; at++) income += weights[order[at]] * incomes[order[at]]
  let lowest = Number.NaN
  for (let at = 0; at < order.length; at++) {
    const row = order[at]
    const weight = weights[row]
    if (weight === 0) continue
    lowest = incomes[row]
    // all below this row stand at the floor, this one and those above do not
    const intercept = (meanPerHead * total - floor * (total - above) - slope * income) / above
    if (intercept + slope * lowest >= floor) return intercept
    above -= weight
    income -= weight * lowest
  }
  return floor - slope * lowest
}

/** R ÷ n and R of each household, yuan. */
interface Resources {
  readonly intercept: number
  readonly perHead: Float64Array
  readonly household: Float64Array
}

/** Resources of households of `size` members; without a ranking each household has its size as weight. */
export function householdResources(
  incomePerHead: ArrayLike<number>,
  size: ArrayLike<number>,
  terms: ResourceTerms,
  ranking: Ranking = rankBy(incomePerHead, size),
): Resources {
  requireRows(incomePerHead.length, size, 'size')
  const intercept = resourceIntercept(incomePerHead, terms, ranking)
  const incomes = doubles(incomePerHead)
  const members = doubles(size)
  const perHead = columnOf(size.length, (row) => Math.max(terms.floor, intercept + terms.slope * incomes[row]))
  return { intercept, perHead, household: columnOf(size.length, (row) => members[row] * perHead[row]) }
}

/** n^0.56 of each household: members as equivalent adults, of which the first counts 1. Same bits in every engine. */
export function equivalentSize(size: ArrayLike<number>): Float64Array {
  const known: number[] = []
  return columnOf(size.length, (row) => (known[size[row]] ??= exp(SIZE_ELASTICITY * log(size[row]))))
}

/** n^0.56 by n, for households of 0 to 255 members. */
export function sizesAsAdults(): Float64Array {
  return equivalentSize(Uint8Array.from({ length: 256 }, (_, n) => n))
}

/**
 * s, the subsistence need of one equivalent adult, yuan a year: the share of food in consumption × the median of R ÷ n^0.56 over the
 * households. Xu and others take the food spending of households near the median food share; without food spending of each household
 * this is its nearest substitute. Households without members must have no weight.
 */
export function subsistencePerAdult(
  resources: ArrayLike<number>,
  equivalents: ArrayLike<number>,
  foodShare: number,
  weights?: ArrayLike<number>,
): number {
  requireRows(resources.length, equivalents, 'equivalents')
  const perAdult = columnOf(resources.length, (row) => (equivalents[row] > 0 ? resources[row] / equivalents[row] : 0))
  return foodShare * rankedQuantile(perAdult, rankBy(perAdult, weights), 0.5)
}

/** f, the subsistence need of each household, yuan a year: s × n^0.56, at most 0.85 R. */
export function subsistence(resources: ArrayLike<number>, equivalents: ArrayLike<number>, perAdult: number): Float64Array {
  requireRows(resources.length, equivalents, 'equivalents')
  return columnOf(resources.length, (row) => Math.min(perAdult * equivalents[row], SUBSISTENCE_AT_MOST * resources[row]))
}
