/** 外出务工 Leaving for work and coming back, decided at the turn of the year. */
import { draw, secondWord, share } from '../kernel/random.ts'
import { AGES, workingBand } from './ages.ts'
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
interface WorkTurn {
  readonly year: number
  readonly rates: LivelihoodRates
  /** by age on 1 January: the chance to leave of those at home, then that to return of those away; 0 outside working age */
  readonly toMove: Float64Array
}

/**
 * Of those away so many return, and of those at home so many leave, that on every 1 January the published share of each age is away;
 * nobody returns more often than the return rate says unless the share falls faster (at a share of 1 who returns is gone a year).
 * `isAgeing`: does the next 1 January find people older?
 */
export function workTurn(year: number, rates: LivelihoodRates, isAgeing: boolean): WorkTurn {
  const toMove = new Float64Array(2 * AGES)
  for (let age = 0; age < AGES; age++) {
    const working = workingBand(Math.min(AGES - 1, age + (isAgeing ? 1 : 0)))
    if (working < 0) continue
    const before = workingBand(age)
    const now = before < 0 ? 0 : rates.awayShare[before]
    const next = rates.awayShare[working]
    const remaining = now * (1 - rates.returnRate)
    toMove[age] = now < 1 ? (next - remaining) / (1 - now) : 1
    toMove[AGES + age] = next < remaining ? 1 - next / now : rates.returnRate
  }
  return { year, rates, toMove }
}

/** Moves person `p`, aged `age` on 1 January; `word`: of `drawWorkAndSpending`. Who returns leaves employee insurance behind. */
export function moveForWork(people: People, p: number, age: number, word: number, turn: WorkTurn): void {
  const { keyA, keyB, residence, traits } = peopleToWrite(people)
  const { rates } = turn
  const isAway = (residence[p] + 1) >> 1
  if (share(word) >= turn.toMove[isAway * AGES + age]) return
  if (isAway) {
    residence[p] = 0
    traits[p] &= ~EMPLOYEE_INSURED
    return
  }
  const employed = share(draw(keyA[p], keyB[p], PURPOSE.sexAndEmployment, turn.year))
  residence[p] = share(secondWord()) < rates.awayOtherProvinceShare ? 2 : 1
  if (employed < rates.employeeInsuredShare) traits[p] |= EMPLOYEE_INSURED
}
