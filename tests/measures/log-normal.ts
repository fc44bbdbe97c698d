/** Log-normal variables on a grid of their quantiles, and what is known of them in closed form. */
import { normalTail } from '../kernel/independent.ts'

/** Distribution function of the standard normal variable, by numerical integration. */
export const phi = (z: number) => 1 - normalTail(z)

/**
 * Standard normal quantile, relative error below 1e-15: Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988), 477-484.
 * (The probit of simple-statistics is off by 1.4e-2 at p = 1e-9.)
 */
export function normalQuantile(p: number): number {
  const q = p - 0.5
  if (Math.abs(q) <= 0.425) return q * ratio(0.180625 - q * q, CENTRE)
  const r = Math.sqrt(-Math.log(Math.min(p, 1 - p)))
  const z = r <= 5 ? ratio(r - 1.6, TAIL) : ratio(r - 5, FAR_TAIL)
  return q < 0 ? -z : z
}

type Coefficients = readonly [above: readonly number[], below: readonly number[]]

const polynomial = (x: number, coefficients: readonly number[]) => coefficients.reduceRight((sum, one) => sum * x + one, 0)
const ratio = (x: number, [above, below]: Coefficients) => polynomial(x, above) / polynomial(x, below)

const CENTRE: Coefficients = [
  [
    3.3871328727963665, 133.14166789178438, 1971.5909503065513, 13731.69376550946, 45921.95393154987, 67265.7709270087, 33430.57558358813,
    2509.0809287301227,
  ],
  [
    1, 42.31333070160091, 687.1870074920579, 5394.196021424751, 21213.794301586597, 39307.89580009271, 28729.085735721943,
    5226.495278852854,
  ],
]
const TAIL: Coefficients = [
  [
    1.4234371107496835, 4.630337846156546, 5.769497221460691, 3.6478483247632045, 1.2704582524523684, 0.2417807251774506,
    0.022723844989269184, 0.0007745450142783414,
  ],
  [
    1, 2.053191626637759, 1.6763848301838038, 0.6897673349851, 0.14810397642748008, 0.015198666563616457, 0.0005475938084995345,
    1.0507500716444169e-9,
  ],
]
const FAR_TAIL: Coefficients = [
  [
    6.657904643501103, 5.463784911164114, 1.7848265399172913, 0.29656057182850487, 0.026532189526576124, 0.0012426609473880784,
    0.000027115555687434876, 2.0103343992922881e-7,
  ],
  [
    1, 0.599832206555888, 0.1369298809227358, 0.014875361290850615, 0.0007868691311456133, 0.000018463183175100548, 1.421511758316446e-7,
    2.0442631033899397e-15,
  ],
]

export const POINTS = 1_000_000

/** z at the middles of a million equal steps of probability, lowest first. */
export function normalGrid(): Float64Array {
  return Float64Array.from({ length: POINTS }, (_, i) => normalQuantile((i + 0.5) / POINTS))
}

/** Gini coefficient of a log-normal variable, and the concentration index of its powers by rank of itself. */
export const logNormalGini = (sigma: number) => 2 * phi(sigma / Math.SQRT2) - 1

/** Mean of max(0, X - from) of a log-normal X with this mean and standard deviation of its logarithm. */
export function meanAbove(from: number, mu: number, sigma: number): number {
  const d = (mu - Math.log(from)) / sigma
  return Math.exp(mu + (sigma * sigma) / 2) * phi(d + sigma) - from * phi(d)
}

/** Mean of max(0, to - X). */
export function meanBelow(to: number, mu: number, sigma: number): number {
  return to - Math.exp(mu + (sigma * sigma) / 2) + meanAbove(to, mu, sigma)
}
