/** What is known of a county's people as shares, and how one is drawn from shares. */
import { ILLNESS_BAND_FROM, illnessBand } from './ages.ts'

/** The marginals, read from the law once a run. Shares are fractions. */
export interface Marginals {
  readonly householdSize: readonly number[]
  readonly ageShare: readonly number[]
  readonly maleShare: number
  readonly villageHouseholds: number
  readonly townshipPersons: number
  readonly incomeSigma: number
  readonly poorShare: number
  readonly chronicShare: readonly number[]
  readonly awayShare: readonly number[]
  readonly awayOtherProvinceShare: number
  readonly employeeInsuredShare: number
  readonly frailtyShape: number
  readonly frailtyHouseholdShare: number
  /** everybody at home, nobody in employee insurance */
  readonly everybodyHome: boolean
  /** everybody as frail as the next */
  readonly equalFrailty: boolean
}

/** Running sums of shares, scaled to end at 1. */
export function cumulative(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, value) => sum + value, 0)
  let sum = 0
  return shares.map((value) => (sum += value) / total)
}

/** Index of the first limit above `rank`. */
export function pick(limits: readonly number[], rank: number): number {
  let i = 0
  while (i < limits.length - 1 && rank >= limits[i]) i++
  return i
}

const GUIDE_CELLS = 256

/** The same as `pick` for many ranks: a guide says which limit is the first that can lie above, by the 256th of the rank. */
export function picker(limits: readonly number[]): (rank: number) => number {
  const from = Uint8Array.from({ length: GUIDE_CELLS }, (_, cell) => pick(limits, cell / GUIDE_CELLS))
  const last = limits.length - 1
  return (rank) => {
    let i = from[(rank * GUIDE_CELLS) | 0]
    while (i < last && rank >= limits[i]) i++
    return i
  }
}

/** Middle age of the illness bands, for weights of the reference population. */
export function illnessBandShares(ageShare: readonly number[]): number[] {
  const shares = ILLNESS_BAND_FROM.map(() => 0)
  ageShare.forEach((value, band) => {
    shares[illnessBand(band * 5 + 2)] += value
  })
  const total = shares.reduce((sum, value) => sum + value, 0)
  return shares.map((value) => value / total)
}
