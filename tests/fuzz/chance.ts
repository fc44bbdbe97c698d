/** Chance for the attack: the same seed and number give the same input. */
import seedrandom from 'seedrandom'

export interface Chance {
  /** 0 to below n */
  below(n: number): number
  /** true in one of n */
  oneIn(n: number): boolean
  pick<T>(list: readonly T[]): T
}

export function chanceOf(seed: string, number: number): Chance {
  const source = seedrandom(`${seed}:${number}`)
  const below = (n: number) => Math.floor(source() * n)
  return { below, oneIn: (n) => below(n) === 0, pick: (list) => list[below(list.length)] }
}
