/**
 * The standard normal and the standard exponential quantile tables, from the definition of the distributions.
 * Only + - * / and sqrt, and the kernel's own exp and log: the same bytes on every machine.
 */
import { exp, log, nodeProbabilities, QUANTILE_NODES, QUANTILE_SCALE, type StandardQuantiles } from '../../src/kernel/distributions.ts'

const ROOT_OF_TWO_PI = 2.5066282746310002
const FRACTION_TERMS = 300

function density(z: number): number {
  return exp((-z * z) / 2) / ROOT_OF_TWO_PI
}

/** Probability that a standard normal variable exceeds z >= 0. */
function upperTail(z: number): number {
  if (z < 2.5) {
    // ½ less the integral of the density: z + z³/3 + z⁵/(3·5) + …, all terms positive
    let term = z
    let sum = z
    for (let n = 3; term > sum * 1e-18; n += 2) {
      term *= (z * z) / n
      sum += term
    }
    return 0.5 - density(z) * sum
  }
  // Laplace's continued fraction z + 1/(z + 2/(z + 3/(z + …))), from its end
  let fraction = z
  for (let n = FRACTION_TERMS; n > 0; n--) fraction = z + n / fraction
  return density(z) / fraction
}

/** The z >= 0 that a standard normal variable exceeds with probability p <= ½. */
export function normalAbove(p: number): number {
  if (p >= 0.5) return 0
  // Hastings's approximation (Abramowitz and Stegun 26.2.22), good to 0.003, as the start
  const t = Math.sqrt(-2 * log(p))
  let z = Math.max(0, t - (2.30753 + 0.27061 * t) / (1 + t * (0.99229 + 0.04481 * t)))
  // Halley's steps triple the correct digits each time
  for (let step = 0; step < 4; step++) {
    const ahead = (upperTail(z) - p) / density(z)
    z += ahead / (1 - (z * ahead) / 2)
  }
  return z
}

/** Both tables, times QUANTILE_SCALE and rounded. */
export function standardQuantiles(): StandardQuantiles {
  const normal = new Int32Array(QUANTILE_NODES)
  const exponential = new Int32Array(QUANTILE_NODES)
  nodeProbabilities().forEach((p, node) => {
    const isUpper = node >= QUANTILE_NODES / 2
    const z = normalAbove(p)
    normal[node] = Math.round((isUpper ? z : -z) * QUANTILE_SCALE)
    // 1 - p is exact: p has at most 39 binary digits
    exponential[node] = Math.round(-log(isUpper ? p : 1 - p) * QUANTILE_SCALE)
  })
  return { normal, exponential }
}
