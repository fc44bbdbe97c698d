/** Student's t for whole degrees of freedom, from its finite series: no approximation, so no table is needed. */

const known = new Map<string, number>()

/**
 * P(|T| ≤ t) for T with `freedom` degrees of freedom. With θ = atan(t ÷ √freedom):
 * even: sin θ · (1 + ½cos²θ + (1·3)/(2·4)·cos⁴θ + …), odd: (2/π)·(θ + sin θ·(cos θ + ⅔cos³θ + …))
 * (Abramowitz and Stegun 1964, 26.7.3 and 26.7.4).
 */
export function withinT(t: number, freedom: number): number {
  const cosine = 1 / Math.sqrt(1 + (t * t) / freedom)
  const sine = (t / Math.sqrt(freedom)) * cosine
  const odd = freedom % 2 === 1
  let term = odd ? cosine : 1
  let sum = freedom === 1 ? 0 : term
  for (let power = odd ? 3 : 2; power <= freedom - 2; power += 2) {
    term *= ((power - 1) / power) * cosine * cosine
    sum += term
  }
  return odd ? (2 / Math.PI) * (Math.atan(t / Math.sqrt(freedom)) + sine * sum) : sine * sum
}

/**
 * How many standard errors either side hold the true mean in `coverage` of all cases.
 * @param freedom number of values less one, at least 1
 */
export function tQuantile(coverage: number, freedom: number): number {
  if (!(Number.isInteger(freedom) && freedom >= 1)) throw new Error(`${freedom} degrees of freedom`)
  const key = `${coverage}|${freedom}`
  const before = known.get(key)
  if (before !== undefined) return before
  let [low, high] = [0, 1]
  while (withinT(high, freedom) < coverage) high *= 2
  // halved until the two are neighbours: 60 steps are more than a double can tell apart
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (withinT(middle, freedom) < coverage) low = middle
    else high = middle
  }
  known.set(key, high)
  return high
}
