/** 外出务工 Leaving for work and coming back, decided at the turn of the year. */
import { draw, secondWord, share } from '../kernel/random.ts'
import { workingBand } from './ages.ts'
import { EMPLOYEE_INSURED, type People } from './person.ts'
import { PURPOSE } from './purposes.ts'

// bound here, V8 takes it for a constant
const { sexAndEmployment, workAndSpending } = PURPOSE

export interface LivelihoodRates {
  readonly awayShare: readonly number[]
  readonly awayOtherProvinceShare: number
  readonly returnRate: number
  readonly employeeInsuredShare: number
}

/** The draw of person `p` in `year`: the word that says who leaves and comes back; the second word of the draw serves care.ts spendOutside. */
export function drawWorkAndSpending({ keyA, keyB }: Pick<People, 'keyA' | 'keyB'>, p: number, year: number): number {
  return draw(keyA[p], keyB[p], workAndSpending, year)
}

/**
 * For the people of these columns: moves person `p` in `year`, aged `age` on 1 January, and `nextAge` on the next (the same where a scenario keeps everybody's age); `word`: see above.
 * Of those away so many return, and of those at home so many leave, that on every 1 January the published share of each age is away;
 * nobody returns more often than the return rate says unless the share falls faster (at a share of 1 who returns is gone a year). Who returns leaves employee insurance behind.
 */
export function createMovesForWork({ keyA, keyB, residence, traits }: People) {
  let chances: ReturnType<typeof chancesToMove> | undefined
  return function moveForWork(p: number, year: number, age: number, nextAge: number, rates: LivelihoodRates, word: number): void {
    const working = workingBand(nextAge)
    if (working < 0) return
    if (chances?.rates !== rates) chances = chancesToMove(rates)
    const step = (workingBand(age) + 1) * rates.awayShare.length + working
    if (residence[p] !== 0) {
      if (share(word) >= chances.toReturn[step]) return
      residence[p] = 0
      traits[p] &= ~EMPLOYEE_INSURED
      return
    }
    if (share(word) >= chances.toLeave[step]) return
    const employed = share(draw(keyA[p], keyB[p], sexAndEmployment, year))
    residence[p] = share(secondWord()) < rates.awayOtherProvinceShare ? 2 : 1
    if (employed < rates.employeeInsuredShare) traits[p] |= EMPLOYEE_INSURED
  }
}

/** Chances to leave and to return by working band before (none, or one of the bands) and band next: see `createMovesForWork`. */
function chancesToMove(rates: LivelihoodRates) {
  const shares = rates.awayShare
  const toLeave = new Float64Array((shares.length + 1) * shares.length)
  const toReturn = new Float64Array(toLeave.length)
  for (const [before, now] of [0, ...shares].entries()) {
    shares.forEach((next, band) => {
      const step = before * shares.length + band
      const remaining = now * (1 - rates.returnRate)
      toReturn[step] = next < remaining ? 1 - next / now : rates.returnRate
      toLeave[step] = now < 1 ? (next - remaining) / (1 - now) : 1
    })
  }
  return { rates, toLeave, toReturn }
}
