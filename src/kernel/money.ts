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

/** The same for one bill, 0 ≤ `fen` < 2^31: in 32-bit integers, as the hot loops of visits and stays want it. A test holds it to `shareOf`. */
export function shareOfBill(fen: number, millionths: number): number {
  return ((fen * millionths + MILLION / 2) / MILLION) | 0
}

/** An amount of the law in yuan as whole fen. */
export function fenOf(yuan: number): number {
  return Math.round(yuan * FEN_PER_YUAN)
}
