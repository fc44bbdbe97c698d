/** 外出务工 Leaving for work and coming back, decided at the turn of the year. */
import { draw, secondWord, share } from '../kernel/random.ts'
import { workingBand } from './ages.ts'
import { EMPLOYEE_INSURED, type People, peopleToWrite } from './person.ts'
import { PURPOSE } from './purposes.ts'

export interface LivelihoodRates {
  readonly awayShare: readonly number[]
  readonly awayOtherProvinceShare: number
  readonly returnRate: number
  readonly employeeInsuredShare: number
}

/** The draw of person `p` in `year`: the word that says who leaves and comes back; the second word of the draw serves care.ts spendOutside. */
export function drawWorkAndSpending({ keyA, keyB }: Pick<People, 'keyA' | 'keyB'>, p: number, year: number): number {
  return draw(keyA[p], keyB[p], PURPOSE.workAndSpending, year)
}

/** What 1 January means for those of working age. */
export interface WorkTurn {
  readonly year: number
  /** years until the next 1 January finds people older: none where a scenario keeps everybody's age */
  readonly ageing: 0 | 1
  readonly rates: LivelihoodRates
  /** chances by working band before (none, or one of the bands) and band next */
  readonly toLeave: Float64Array
  readonly toReturn: Float64Array
}

/**
 * Of those away so many return, and of those at home so many leave, that on every 1 January the published share of each age is away;
 * nobody returns more often than the return rate says unless the share falls faster (at a share of 1 who returns is gone a year).
 */
export function workTurn(year: number, rates: LivelihoodRates, isAgeing: boolean): WorkTurn {
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
  return { year, ageing: isAgeing ? 1 : 0, rates, toLeave, toReturn }
}

/** Moves person `p`, aged `age` on 1 January; `word`: of `drawWorkAndSpending`. Who returns leaves employee insurance behind. */
export function moveForWork(people: People, p: number, age: number, word: number, turn: WorkTurn): void {
  const { keyA, keyB, residence, traits } = peopleToWrite(people)
  const { rates } = turn
  const working = workingBand(age + turn.ageing)
  if (working < 0) return
  const step = (workingBand(age) + 1) * rates.awayShare.length + working
  if (residence[p] !== 0) {
    if (share(word) >= turn.toReturn[step]) return
    residence[p] = 0
    traits[p] &= ~EMPLOYEE_INSURED
    return
  }
  if (share(word) >= turn.toLeave[step]) return
  const employed = share(draw(keyA[p], keyB[p], PURPOSE.sexAndEmployment, turn.year))
  residence[p] = share(secondWord()) < rates.awayOtherProvinceShare ? 2 : 1
  if (employed < rates.employeeInsuredShare) traits[p] |= EMPLOYEE_INSURED
}
