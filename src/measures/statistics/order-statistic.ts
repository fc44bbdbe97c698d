/** 中位数等 The value that stands at a given place of the sorted values, found without sorting them all. */

/**
 * The lowest value at which at least `share` of the values is reached: with 0.5 the median (the lower of two). Turns the order of `values`
 * about. NaN when there are none. Hoare's selection, with the middle of three as the value to divide by.
 */
export function lowestReaching(values: Float64Array, share: number): number {
  const wanted = Math.max(0, Math.ceil(share * values.length) - 1)
  let low = 0
  let high = values.length - 1
  if (high < 0) return Number.NaN
  while (low < high) {
    const pivot = middleOfThree(values[low], values[(low + high) >>> 1], values[high])
    let left = low
    let right = high
    while (left <= right) {
      while (values[left] < pivot) left++
      while (values[right] > pivot) right--
      if (left > right) break
      const other = values[left]
      values[left++] = values[right]
      values[right--] = other
    }
    if (wanted <= right) high = right
    else if (wanted >= left) low = left
    else return values[wanted]
  }
  return values[low]
}

function middleOfThree(a: number, b: number, c: number): number {
  return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c))
}
