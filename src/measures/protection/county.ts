/**
 * 保障与公平 The sums of a county's households in a year, in one pass from the lowest income to the highest; what they mean, one by one, is
 * told in catastrophic.ts, poverty.ts and resources.ts, and a test holds this fast form and those together. Sums are kept by decile, so
 * that quintiles, counties and the whole are made by adding.
 */

import { ascendingOrder, type Ranking } from '../../kernel/ranking.ts'
import type { ProtectionSums } from '../../scheme/record.ts'
import { DECILE } from '../protection-definitions.ts'
import { lowestReaching } from '../statistics/order-statistic.ts'
import { INDEXED, Indices } from './income-classes.ts'
import type { ProtectionTerms } from './measures.ts'
import { resourceIntercept, SUBSISTENCE_AT_MOST, sizesAsAdults } from './resources.ts'

export const DECILES = 10
const QUINTILES = 5
const FEN = 100

const T = DECILE

/** A county's households in the order of income, which does not change from year to year. */
interface IncomeOrder {
  /** rows from the lowest income to the highest */
  readonly order: Uint32Array
  /** by row: 0 (lowest) to 9; two deciles make a quintile */
  readonly decile: Uint8Array
}

/** The lower half of the households of each quintile, by income, is its lower decile; households of one income belong together, in the upper. */
export function incomeOrder(income: ArrayLike<number>, quintile: ArrayLike<number>): IncomeOrder {
  const order = ascendingOrder(income)
  const counts = new Uint32Array(QUINTILES)
  for (let row = 0; row < order.length; row++) counts[quintile[row]]++
  const seen = new Uint32Array(QUINTILES)
  const middle = new Float64Array(QUINTILES)
  for (let at = 0; at < order.length; at++) {
    const row = order[at]
    if (seen[quintile[row]]++ === counts[quintile[row]] >> 1) middle[quintile[row]] = income[row]
  }
  const decile = new Uint8Array(order.length)
  for (let row = 0; row < order.length; row++) decile[row] = 2 * quintile[row] + (income[row] >= middle[quintile[row]] ? 1 : 0)
  return { order, decile }
}

/** A year of the county's households: amounts in fen, members on 1 January; incomes relative to the mean income per head. */
export interface CountyHouseholds {
  readonly income: ArrayLike<number>
  readonly size: Uint8Array
  readonly billed: Int32Array
  readonly received: Int32Array
  readonly premium: Int32Array
  readonly campaignPremium: Int32Array
  readonly campaignIncome: Int32Array
}

export interface CountyTerms extends ProtectionTerms {
  /** mean income per head, yuan */
  readonly meanIncome: number
  /** counties of other incomes are taken together: classes are of income in yuan, not relative to the county's mean */
  readonly isClassedInYuan?: boolean
}

/** What a household had and paid, yuan a year. */
interface HouseholdMeans {
  readonly resources: Float64Array
  readonly subsistence: Float64Array
}

/** Room for the means of so many households or fewer, to be used again for the next year. */
export function meansRoom(rows: number): HouseholdMeans {
  return { resources: new Float64Array(rows), subsistence: new Float64Array(rows) }
}

/** Resources and subsistence of each household; nothing for those without members. Fills `room`. */
export function householdMeans(
  { income, size }: Pick<CountyHouseholds, 'income' | 'size'>,
  order: Uint32Array,
  terms: CountyTerms,
  room: HouseholdMeans = meansRoom(order.length),
): HouseholdMeans {
  const rows = order.length
  // income and members stand first where resources and subsistence will
  const [incomes, weights] = [room.resources.subarray(0, rows), room.subsistence.subarray(0, rows)]
  let total = 0
  for (let row = 0; row < rows; row++) {
    incomes[row] = income[row] * terms.meanIncome
    weights[row] = size[row]
    total += size[row]
  }
  const ranking: Pick<Ranking, 'order' | 'weights' | 'total'> = { order, weights, total }
  const intercept = resourceIntercept(incomes, terms, ranking)
  const adults = sizesAsAdults()
  const [resources, perAdult, subsistence] = [incomes, weights, weights]
  let households = 0
  for (let row = 0; row < rows; row++) {
    const members = size[row]
    resources[row] = members * Math.max(terms.floor, intercept + terms.slope * incomes[row])
    if (members > 0) perAdult[households++] = resources[row] / adults[members]
  }
  const need = terms.foodShare * lowestReaching(perAdult.subarray(0, households), 0.5)
  for (let row = 0; row < rows; row++) subsistence[row] = Math.min(need * adults[size[row]], SUBSISTENCE_AT_MOST * resources[row])
  return { resources, subsistence }
}

/** `classed`: the sums by class of income as well, for counties that are taken together. */
export function countyProtection(
  year: CountyHouseholds,
  by: IncomeOrder,
  terms: CountyTerms,
  classed: boolean,
  room?: HouseholdMeans,
): ProtectionSums {
  const means = householdMeans(year, by.order, terms, room)
  const cells = sumsByDecile(year, by, terms, means)
  const deciles = Array.from({ length: DECILES }, (_, i) => [...cells.subarray(i * T.size, (i + 1) * T.size)])
  const indexed = indicesByIncome(year, by.order, terms, means.resources, classed)
  return { deciles, indices: indexed.indices(), ...(classed ? { classes: indexed.classes() } : {}) }
}

/** Household by household as they lie in memory. */
function sumsByDecile(year: CountyHouseholds, { order, decile }: IncomeOrder, terms: CountyTerms, means: HouseholdMeans): Float64Array {
  const { income, size, billed, received, premium, campaignPremium, campaignIncome } = year
  const { resources, subsistence } = means
  const { meanIncome, povertyLine: line = 0 } = terms
  const isSurvey = terms.basis !== 'resources'
  const cells = new Float64Array(DECILES * T.size)
  for (let row = 0; row < size.length && row < order.length; row++) {
    const n = size[row]
    const cell = decile[row] * T.size
    // registered in the campaign, though all may have died before 1 January
    cells[cell + T.campaign_premium] += campaignPremium[row] / FEN
    cells[cell + T.campaign_income] += campaignIncome[row] / FEN
    if (n === 0) continue
    const gross = billed[row] / FEN
    const net = Math.max(0, billed[row] - received[row]) / FEN
    const own = resources[row]
    const capacity = own - subsistence[row]
    cells[cell + T.households]++
    cells[cell + T.persons] += n
    const shareGross = gross / (isSurvey ? own + gross : own)
    if (shareGross > 0.1) {
      const shareNet = net / (isSurvey ? own + net : own)
      cells[cell + T.che10_before]++
      cells[cell + T.overshoot10_before] += shareGross - 0.1
      if (shareNet > 0.1) {
        cells[cell + T.che10]++
        cells[cell + T.overshoot10] += shareNet - 0.1
      }
      if (shareGross > 0.25) cells[cell + T.che25_before]++
      if (shareNet > 0.25) cells[cell + T.che25]++
    }
    if (gross / (isSurvey ? capacity + gross : capacity) >= 0.4) {
      cells[cell + T.che40_before]++
      if (net / (isSurvey ? capacity + net : capacity) >= 0.4) cells[cell + T.che40]++
    }
    const least = n * line
    if (own - gross < least) {
      cells[cell + T.poverty_after_payment] += n
      cells[cell + T.poverty_gap_after_payment] += least - Math.max(0, own - gross)
      if (own - net < least) {
        cells[cell + T.poverty_after_reimbursement] += n
        cells[cell + T.poverty_gap_after_reimbursement] += least - Math.max(0, own - net)
      }
      if (own < least) {
        cells[cell + T.poverty_before_payment] += n
        cells[cell + T.poverty_gap_before_payment] += least - own
      }
    }
    const back = received[row] / FEN
    cells[cell + T.health_payments_per_head_before] += gross
    cells[cell + T.health_payments_per_head] += net
    cells[cell + T.reimbursed_per_head] += back
    cells[cell + T.premium_per_head] += premium[row] / FEN
    cells[cell + T.income_per_head] += n * income[row] * meanIncome
    cells[cell + T.resources_per_head] += own
  }
  return cells
}

/** By income, equal incomes together, for the indices. */
function indicesByIncome(
  { income, size, billed, received }: CountyHouseholds,
  order: Uint32Array,
  { meanIncome, isClassedInYuan }: CountyTerms,
  resources: Float64Array,
  classed: boolean,
): Indices {
  const indexed = new Indices(classed)
  const amounts = new Float64Array(INDEXED.length)
  for (let first = 0, end = 0; first < order.length; first = end) {
    const relative = income[order[first]]
    for (let i = 0; i < amounts.length; i++) amounts[i] = 0
    let members = 0
    for (end = first; end < order.length && income[order[end]] === relative; end++) {
      const row = order[end]
      members += size[row]
      if (size[row] === 0) continue
      amounts[0] += size[row] * relative * meanIncome
      amounts[1] += resources[row]
      amounts[2] += Math.max(0, billed[row] - received[row]) / FEN
      amounts[3] += received[row] / FEN
    }
    if (members > 0) indexed.add(isClassedInYuan ? relative * meanIncome : relative, members, amounts)
  }
  return indexed
}
