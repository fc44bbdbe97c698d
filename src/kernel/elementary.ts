/**
 * exp and log from + - * / alone. The ones of Math differ in their last bit between engines; these give the same bits everywhere.
 * Both: relative error below 2e-15.
 */

/** ln 2 in two parts: the first has 21 zero bits at its end, so that whole multiples of it up to 2^20 are exact. */
const LN2_HIGH = 0.6931471803691238
const LN2_LOW = 1.9082149292705877e-10
const LN2 = LN2_HIGH + LN2_LOW
const SQRT_HALF = Math.sqrt(0.5)
const SMALLEST_NORMAL = 2.2250738585072014e-308
const TWO_TO_54 = 18_014_398_509_481_984

const bits = new DataView(new ArrayBuffer(8))

/** 2^k for whole k from -1022 to 1023, exactly: the bits of the exponent, written down. */
function powerOfTwo(k: number): number {
  bits.setInt32(0, (k + 1023) << 20)
  bits.setInt32(4, 0)
  return bits.getFloat64(0)
}

/** e^x: 0 below -745.2, Infinity above 709.8; results below 1e-307 are rounded to what doubles can hold there. */
export function exp(x: number): number {
  if (x > 709.782712893384) return Number.POSITIVE_INFINITY
  if (x < -745.2) return 0
  if (Number.isNaN(x)) return x
  const k = Math.floor(x / LN2 + 0.5)
  const r = x - k * LN2_HIGH - k * LN2_LOW
  // e^r = 1 + 2r ÷ (c - r) with c = r coth(r/2) = 2 + r²/6 - r⁴/360 + … (Bernoulli numbers), |r| <= ln 2 ÷ 2; the next term is 1e-17
  const q = r * r
  const c = 2 + q * (1 / 6 - q * (1 / 360 - q * (1 / 15_120 - q * (1 / 604_800 - q * (1 / 23_950_080 - q * (691 / 653_837_184_000))))))
  const value = 1 + (2 * r) / (c - r)
  if (k > -1022 && k < 1024) return value * powerOfTwo(k)
  // in two steps, since 2^1024 and 2^-1075 are no ordinary doubles
  const half = k >> 1
  return value * powerOfTwo(half) * powerOfTwo(k - half)
}

/** Natural logarithm: -Infinity at 0, NaN below. */
export function log(x: number): number {
  if (!(x > 0 && x < Number.POSITIVE_INFINITY)) return x === 0 ? Number.NEGATIVE_INFINITY : x > 0 ? x : Number.NaN
  const isNormal = x >= SMALLEST_NORMAL
  bits.setFloat64(0, isNormal ? x : x * TWO_TO_54)
  const high = bits.getInt32(0)
  let exponent = (high >>> 20) - (isNormal ? 1022 : 1022 + 54)
  // mantissa in [½, 1), moved to [√½, √2) so that its logarithm never nearly cancels the exponent's
  bits.setInt32(0, (high & 0xfffff) | (1022 << 20))
  let mantissa = bits.getFloat64(0)
  if (mantissa < SQRT_HALF) {
    mantissa *= 2
    exponent--
  }
  // log m = 2 (s + s³/3 + s⁵/5 + …) with s = (m - 1) ÷ (m + 1), |s| < 0.172; the next term is 1e-20
  const s = (mantissa - 1) / (mantissa + 1)
  const q = s * s
  const far = 1 / 15 + q * (1 / 17 + q * (1 / 19 + q * (1 / 21 + q * (1 / 23 + q * (1 / 25)))))
  const series = q * (1 / 3 + q * (1 / 5 + q * (1 / 7 + q * (1 / 9 + q * (1 / 11 + q * (1 / 13 + q * far))))))
  return exponent * LN2_HIGH + (2 * s + (2 * s * series + exponent * LN2_LOW))
}
