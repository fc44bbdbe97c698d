/** The gamma distribution with mean 1 ÷ rate = 1 (scale 1): its logarithm of Γ, its tail probabilities and their inverse. */
import { exp, log } from './elementary.ts'

/** Coefficients of C. Lanczos's approximation (1964), g = 7, nine terms; relative error of Γ about 1e-15. */
const LANCZOS = [
  0.9999999999998099, 676.5203681218851, -1259.1392167224028, 771.3234287776531, -176.6150291621406, 12.507343278686905,
  -0.13857109526572012, 9.984369578019572e-6, 1.5056327351493116e-7,
]
const HALF_LOG_TWO_PI = 0.9189385332046727

/** ln Γ(a) for a > 0. */
export function logGamma(a: number): number {
  if (a < 0.5) return logGamma(a + 1) - log(a)
  let series = LANCZOS[0]
  for (let n = 1; n < LANCZOS.length; n++) series += LANCZOS[n] / (a - 1 + n)
  const t = a + 6.5
  return HALF_LOG_TWO_PI + (a - 0.5) * log(t) - t + log(series)
}

/** Density of the gamma distribution with this shape at x = e^logX, times x (so it stays finite at 0). */
function densityTimesX(shape: number, logX: number, logGammaOfShape: number): number {
  return exp(shape * logX - exp(logX) - logGammaOfShape)
}

/** Probability below x = e^logX: the power series, for x < shape + 1. */
function lowerTail(shape: number, logX: number, weight: number): number {
  const x = exp(logX)
  let term = 1 / shape
  let sum = term
  for (let n = 1; n < 500 && term > sum * 1e-16; n++) {
    term *= x / (shape + n)
    sum += term
  }
  return weight * sum
}

/** Probability above x = e^logX: the continued fraction of Legendre, from its end, for x >= shape + 1. */
function upperTail(shape: number, logX: number, weight: number): number {
  const x = exp(logX)
  const terms = 60 + Math.ceil(40 * Math.sqrt(shape + 1))
  let fraction = 0
  for (let n = terms; n > 0; n--) fraction = (n * (n - shape)) / (x + 2 * n + 1 - shape - fraction)
  return weight / (x + 1 - shape - fraction)
}

/** Probabilities of the two tails at e^logX; the smaller of them keeps its digits. */
function tails(shape: number, logX: number, weight: number): { lower: number; upper: number } {
  if (exp(logX) < shape + 1) {
    const lower = lowerTail(shape, logX, weight)
    return { lower, upper: 1 - lower }
  }
  const upper = upperTail(shape, logX, weight)
  return { lower: 1 - upper, upper }
}

/**
 * The value of a gamma variable of this shape and scale 1 (mean = shape) that is undercut (tail 'lower') or exceeded ('upper')
 * with probability p, 0 < p <= ½. `startLogX` is a guess of its logarithm. Newton on the logarithms of x and of the tail, kept
 * between the bounds found so far; returns the logarithm of the value.
 */
export function gammaLogQuantile(shape: number, tail: 'lower' | 'upper', p: number, startLogX: number): number {
  const logGammaOfShape = logGamma(shape)
  const logP = log(p)
  let [low, high] = [-100_000, 700]
  let at = startLogX
  for (let step = 0; step < 100; step++) {
    const weight = densityTimesX(shape, at, logGammaOfShape)
    const probability = tails(shape, at, weight)[tail]
    const isAbove = tail === 'lower' ? probability > p : probability < p
    if (isAbove) high = at
    else low = at
    // where the tail or its slope cannot be told from 0, halve; d log P ÷ d log x = density · x ÷ P
    const slope = (tail === 'lower' ? weight : -weight) / probability
    let following = at - (log(probability) - logP) / slope
    if (!(following > low && following < high)) following = (low + high) / 2
    if (Math.abs(following - at) < 1e-13 * (1 + Math.abs(at))) return following
    at = following
  }
  return at
}
