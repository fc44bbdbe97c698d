/** Money is whole fen. Shares are applied per million, so that an official's pocket calculator and the model agree to the fen. */

/** One yuan in fen. */
export const FEN_PER_YUAN = 100
const MILLION = 1_000_000

/** A share of the law (0.82) as whole millionths, exact for up to six decimals. */
export function perMillion(share: number): number {
  return Math.round(share * MILLION)
}

/** 四舍五入到分 The one rounding of money: `fen` times a share in millionths, to the nearest fen, halves up. Exact up to 2^31 fen. */
export function shareOf(fen: number, millionths: number): number {
  return Math.floor((fen * millionths + MILLION / 2) / MILLION)
}

/**
 * The same for one bill, 0 ≤ `fen` < 2^31, without a division, as the hot loops of visits and stays want it. The dividend is a whole number,
 * so half a unit more changes no result, and keeps the quotient (at most 2^31) 5e-7 away from the next whole number; the rounded
 * reciprocal and product are off by 4.8e-7 at most.
 */
export function shareOfBill(fen: number, millionths: number): number {
  return ((fen * millionths + (MILLION / 2 + 0.5)) * (1 / MILLION)) | 0
}

/** An amount of the law in yuan as whole fen. */
export function fenOf(yuan: number): number {
  const fen = yuan * FEN_PER_YUAN
  // 1.005 yuan are a little less than 100.5 fen in binary: halves are those of the figure as it is written
  return Math.round(Math.abs(fen % 1) > 0.499999 && Math.abs(fen % 1) < 0.5 ? Number(fen.toPrecision(15)) : fen)
}
