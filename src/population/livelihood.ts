/** 外出务工 Leaving for work and coming back, decided at the turn of the year. */
import { draw, secondWord, share } from '../kernel/random.ts'
import { workingBand } from './ages.ts'
import { EMPLOYEE_INSURED, type People } from './person.ts'
import { PURPOSE } from './purposes.ts'

export interface LivelihoodRates {
  readonly awayShare: readonly number[]
  readonly awayOtherProvinceShare: number
  readonly returnRate: number
  readonly employeeInsuredShare: number
}

/**
 * Moves person `p`, aged `age`, at 1 January of `year`: those away return with the return rate; so many leave that the published share
 * of each age stays away. Who returns leaves employee insurance behind.
 */
export function moveForWork(people: People, p: number, year: number, age: number, rates: LivelihoodRates): void {
  const working = workingBand(age)
  if (working < 0) return
  const word = draw(people.keyA[p], people.keyB[p], PURPOSE.residence, year)
  const second = share(secondWord())
  if (people.residence[p] !== 0) {
    if (share(word) >= rates.returnRate) return
    people.residence[p] = 0
    people.traits[p] &= ~EMPLOYEE_INSURED
    return
  }
  const away = rates.awayShare[working]
  // in a steady state those who leave replace those who return: leave × (1 − away) = return × away
  const leave = away < 1 ? Math.min(1, (rates.returnRate * away) / (1 - away)) : 1
  if (share(word) >= leave) return
  people.residence[p] = second < rates.awayOtherProvinceShare ? 2 : 1
  const employed = share(draw(people.keyA[p], people.keyB[p], PURPOSE.sexAndEmployment, year))
  if (employed < rates.employeeInsuredShare) people.traits[p] |= EMPLOYEE_INSURED
}
