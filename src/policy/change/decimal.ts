/** Numbers as people write them: 90 less 10 % is 81 and 0.7 × 0.9 is 0.63, without the error of binary fractions. */

/** digits / 10^places; places may be negative. */
export interface Decimal {
  readonly digits: bigint
  readonly places: number
}

const WRITTEN = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i
/** More powers of ten than a number of the machine has: nothing sensible is written with them. */
const MOST_PLACES = 400

/** Reads 60, -0.5, .5, 1e-7; undefined for what is no number, or is out of all proportion. */
export function decimalOf(text: string): Decimal | undefined {
  const parts = WRITTEN.exec(text)
  if (!parts) return undefined
  const [, sign, whole, fraction, exponent = '0'] = parts
  const places = fraction.length - Number(exponent)
  if (whole + fraction === '' || whole.length > MOST_PLACES || Math.abs(places) > MOST_PLACES) return undefined
  return { digits: BigInt(`${sign === '-' ? '-' : ''}${whole}${fraction}`), places }
}

export function sum(a: Decimal, b: Decimal): Decimal {
  const places = Math.max(a.places, b.places)
  return { digits: scaled(a, places) + scaled(b, places), places }
}

export function product(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, places: a.places + b.places }
}

/** The number that one would get by writing the decimal down. */
export function numberOf({ digits, places }: Decimal): number {
  return Number(`${digits}e${-places}`)
}

function scaled({ digits, places }: Decimal, to: number): bigint {
  return BigInt(`${digits}${'0'.repeat(to - places)}`)
}
