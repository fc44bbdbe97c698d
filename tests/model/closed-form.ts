/**
 * What the fund pays in the exact cases, from the rules as they are written in the scenario and the log-normal law: nothing of src is used.
 * Money in yuan. A rule is a list of straight pieces: an eligible cost in [from, to) is paid base + slope × cost.
 */

export interface Rule {
  readonly deductible: number
  readonly bands: readonly { readonly from: number; readonly rate: number }[]
  readonly whole: boolean
}
export interface LogNormal {
  readonly mean: number
  readonly sigma: number
}
interface Piece {
  readonly from: number
  readonly to: number
  readonly base: number
  readonly slope: number
}
export interface Moments {
  readonly mean: number
  readonly meanSquare: number
}

/** Probability that a standard normal variable lies below z: ½ + density × (z + z³/3 + z⁵/(3·5) + …). */
export function normalBelow(z: number): number {
  if (z < 0) return 1 - normalBelow(-z)
  if (z > 9) return 1
  let sum = 0
  for (let term = z, n = 3; term > 1e-17; term *= (z * z) / n, n += 2) sum += term
  return 0.5 + (sum * Math.exp((-z * z) / 2)) / Math.sqrt(2 * Math.PI)
}

/** The payment for one admission without any ceiling. */
export function payment({ deductible, bands, whole }: Rule): Piece[] {
  const pieces: Piece[] = []
  let paidSoFar = 0
  bands.forEach(({ from, rate }, i) => {
    const to = bands[i + 1]?.from ?? Number.POSITIVE_INFINITY
    const start = Math.max(from, deductible)
    if (start >= to) return
    pieces.push({ from: start, to, base: whole ? -rate * deductible : paidSoFar - rate * start, slope: rate })
    paidSoFar += rate * (to - start)
  })
  return pieces
}

/** The same payment, cut off at `most`. */
export function limited(pieces: readonly Piece[], most: number): Piece[] {
  return pieces.flatMap((piece) => {
    const reached = piece.slope > 0 ? Math.max(piece.from, (most - piece.base) / piece.slope) : piece.to
    const below = { ...piece, to: Math.min(piece.to, reached) }
    const above = { from: reached, to: piece.to, base: most, slope: 0 }
    return [below, above].filter(({ from, to }) => to > from)
  })
}

/** E[Y] and E[Y²] of the payment Y for a log-normal eligible cost, from the partial moments of the log-normal. */
export function moments(pieces: readonly Piece[], { mean, sigma }: LogNormal): Moments {
  const mu = Math.log(mean) - sigma ** 2 / 2
  // E[X^k; X < x] = E[X^k] × P(Z < (ln x − mu) ÷ sigma − k·sigma)
  const upTo = (k: number, x: number) => {
    const whole = Math.exp(k * mu + (k * sigma) ** 2 / 2)
    return x <= 0 ? 0 : x === Number.POSITIVE_INFINITY ? whole : whole * normalBelow((Math.log(x) - mu) / sigma - k * sigma)
  }
  let first = 0
  let second = 0
  for (const { from, to, base, slope } of pieces) {
    const [p, x, xx] = [0, 1, 2].map((k) => upTo(k, to) - upTo(k, from))
    first += base * p + slope * x
    second += base ** 2 * p + 2 * base * slope * x + slope ** 2 * xx
  }
  return { mean: first, meanSquare: second }
}

/** E[S] and E[S²] of a year's payments S = Y1 + … + YN, N Poisson, Y independent. */
export function yearly(admissions: number, payment: Moments): Moments {
  const mean = admissions * payment.mean
  return { mean, meanSquare: admissions * payment.meanSquare + mean ** 2 }
}

/** E[min(S, ceiling)] and its second moment: Panjer's recursion on a grid, extrapolated from two widths (Richardson). */
export function yearlyUpTo(ceiling: number, admissions: number, pieces: readonly Piece[], bill: LogNormal, cells = 2000): Moments {
  const [coarse, fine] = [cells, 2 * cells].map((n) => onGrid(ceiling, n, admissions, pieces, bill))
  const extrapolated = (name: keyof Moments) => (4 * fine[name] - coarse[name]) / 3
  return { mean: extrapolated('mean'), meanSquare: extrapolated('meanSquare') }
}

function onGrid(ceiling: number, cells: number, admissions: number, pieces: readonly Piece[], bill: LogNormal): Moments {
  const width = ceiling / cells
  // the payment moved to the grid in such a way that E[min(Y, x)] is exact at every point of it
  const upTo = Float64Array.from({ length: cells + 2 }, (_, i) => moments(limited(pieces, i * width), bill).mean)
  const step = Float64Array.from({ length: cells + 1 }, (_, i) =>
    i === 0 ? 1 - upTo[1] / width : (2 * upTo[i] - upTo[i - 1] - upTo[i + 1]) / width,
  )
  const total = new Float64Array(cells + 1)
  total[0] = Math.exp(-admissions * (1 - step[0]))
  for (let k = 1; k <= cells; k++) {
    let sum = 0
    for (let j = 1; j <= k; j++) sum += j * step[j] * total[k - j]
    total[k] = (admissions / k) * sum
  }
  let mean = ceiling
  let meanSquare = ceiling ** 2
  total.forEach((chance, k) => {
    mean -= chance * (ceiling - k * width)
    meanSquare -= chance * (ceiling ** 2 - (k * width) ** 2)
  })
  return { mean, meanSquare }
}
