/**
 * 排序 Who stands where from the lowest value to the highest, with weights, those of one value on one place.
 * Sorted once, the order serves every measure of inequality and every table by groups of the same people.
 * Fractional ranks with weights: Lerman and Yitzhaki, Journal of Econometrics 42 (1989), 43-47; O'Donnell and others, Analyzing Health
 * Equity Using Household Survey Data, World Bank 2008, chapter 8.
 */

export interface Ranking {
  /** rows from the lowest value to the highest; rows of one value keep the order they came in */
  readonly order: Uint32Array
  /** for each row: the weight below its value and half of the weight at its value. Divided by `total` it is the fractional rank, 0 to 1 */
  readonly middle: Float64Array
  /** weight of each row; 1 unless given */
  readonly weights: Float64Array
  /** sum of the weights */
  readonly total: number
}

const DIGIT_BITS = 11
const DIGITS = 1 << DIGIT_BITS
/** 6 × 11 bits hold the 64 bits of a double */
const PASSES = 6

/** Ranks the rows by `values` (any finite numbers); a weight is zero or more. Throws a RangeError that names the row otherwise. */
export function rankBy(values: ArrayLike<number>, weights?: ArrayLike<number>): Ranking {
  const numbers = doubles(values)
  const order = ascendingOrder(numbers)
  const rows = order.length
  const weightOf = weightColumn(rows, weights)
  const middle = new Float64Array(rows)
  let below = 0
  for (let first = 0, end = 0; first < rows; first = end) {
    const value = numbers[order[first]]
    let weight = 0
    for (end = first; end < rows && numbers[order[end]] === value; end++) weight += weightOf[order[end]]
    const half = below + weight / 2
    for (let at = first; at < end; at++) middle[order[at]] = half
    below += weight
  }
  return { order, middle, weights: weightOf, total: below }
}

/** Row numbers from the lowest value to the highest, ties in the order of the rows. Throws a RangeError for a value that is not finite. */
export function ascendingOrder(values: ArrayLike<number>): Uint32Array {
  const rows = values.length
  const { low, high } = sortableBits(doubles(values))
  const counts = new Uint32Array(PASSES * DIGITS)
  for (let pass = 0; pass < PASSES; pass++) {
    for (let row = 0; row < rows; row++) counts[pass * DIGITS + digitOf(low[row], high[row], pass)]++
  }
  let order = new Uint32Array(rows)
  for (let row = 0; row < rows; row++) order[row] = row
  let next = new Uint32Array(rows)
  for (let pass = 0; pass < PASSES && rows > 0; pass++) {
    const starts = counts.subarray(pass * DIGITS, (pass + 1) * DIGITS)
    // a digit that all have in common orders nothing
    if (starts[digitOf(low[0], high[0], pass)] === rows) continue
    for (let digit = 0, start = 0; digit < DIGITS; digit++) {
      const count = starts[digit]
      starts[digit] = start
      start += count
    }
    for (let at = 0; at < rows; at++) {
      const row = order[at]
      next[starts[digitOf(low[row], high[row], pass)]++] = row
    }
    const last = order
    order = next
    next = last
  }
  return order
}

/** Bits of the doubles, turned so that they ascend with the numbers as whole numbers do: IEEE 754, a negative number counts downwards. */
function sortableBits(values: Float64Array): { low: Uint32Array; high: Uint32Array } {
  const rows = values.length
  const numbers = new Float64Array(1)
  const halves = new Uint32Array(numbers.buffer)
  const low = new Uint32Array(rows)
  const high = new Uint32Array(rows)
  // which half stands first differs between machines
  numbers[0] = 1
  const first = halves[0] === 0 ? 0 : 1
  for (let row = 0; row < rows; row++) {
    const value = values[row]
    if (!Number.isFinite(value)) throw new RangeError(`row ${row}: ${value} cannot be ranked; expected a finite number`)
    // 0 and -0 are one value
    numbers[0] = value + 0
    const isNegative = halves[1 - first] >>> 31 === 1
    low[row] = isNegative ? ~halves[first] : halves[first]
    high[row] = isNegative ? ~halves[1 - first] : halves[1 - first] ^ 0x80000000
  }
  return { low, high }
}

/** The `pass`-th 11 bits from below of a 64-bit number in two halves. */
function digitOf(low: number, high: number, pass: number): number {
  const shift = pass * DIGIT_BITS
  if (shift >= 32) return (high >>> (shift - 32)) & (DIGITS - 1)
  if (shift + DIGIT_BITS <= 32) return (low >>> shift) & (DIGITS - 1)
  return ((low >>> shift) | (high << (32 - shift))) & (DIGITS - 1)
}

/** A column of `rows` numbers; a plain loop, since the `from` of typed arrays takes several times as long. */
export function columnOf(rows: number, value: (row: number) => number): Float64Array<ArrayBuffer> {
  const column = new Float64Array(rows)
  for (let row = 0; row < rows; row++) column[row] = value(row)
  return column
}

/** The numbers as doubles, themselves when they are: loops that always meet the same kind of array are several times as fast. */
export function doubles(values: ArrayLike<number>): Float64Array {
  return values instanceof Float64Array ? values : new Float64Array(values)
}

/** The weight of each of `rows` rows, 1 without weights. Throws a RangeError when there are too few or one is negative or no number. */
export function weightColumn(rows: number, weights?: ArrayLike<number>): Float64Array {
  if (weights === undefined) return new Float64Array(rows).fill(1)
  requireRows(rows, weights, 'weights')
  const column = doubles(weights)
  for (let row = 0; row < rows; row++) {
    const weight = column[row]
    if (!(weight >= 0 && weight < Number.POSITIVE_INFINITY)) {
      throw new RangeError(`row ${row}: weight ${weight}; expected a number of zero or more`)
    }
  }
  return column
}

/** Throws a RangeError when a column has not as many rows as the others. */
export function requireRows(rows: number, column: ArrayLike<number>, name: string): void {
  if (column.length !== rows) throw new RangeError(`${name}: ${column.length} rows; expected ${rows}, as in the other columns`)
}

/** The weighted quantile of the ranked values: the lowest value at which at least `share` of the weight is reached. NaN without weight. */
export function rankedQuantile(values: ArrayLike<number>, ranking: Ranking, share: number): number {
  let reached = 0
  for (const row of ranking.order) {
    reached += ranking.weights[row]
    if (reached > 0 && reached >= share * ranking.total) return values[row]
  }
  return Number.NaN
}
