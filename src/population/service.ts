/** 服役 Military service of young men: who serves on a 1 January, and the day on which he comes home (退役). */
import { type Day, yearOf, yearStart } from '../kernel/calendar.ts'
import { draw, secondWord, share } from '../kernel/random.ts'
import { FEMALE, type People } from './person.ts'
import { PURPOSE } from './purposes.ts'

export interface ServiceRates {
  /** demobilised soldiers per man in the year in which he turns 20, 21 or 22; 0: nobody serves */
  readonly demobilisedRate: number
  /** first day of the year on which they come home */
  readonly comesHomeFrom: number
}

const FIRST_RETURN = 20
const LAST_RETURN = 22
/** Soldiers come home over about a month. */
const DAYS_OF_RETURN = 30
const LAST_DAY = 364

export interface Soldiers {
  /** is the person in the army on 1 January? Two years: that of the return and the one before */
  serves(p: number): boolean
  /** day of the year on which the person is demobilised, -1 when not in this year */
  homeOn(p: number): Day
}

/** Birth days of those who may serve on 1 January of a year: whoever goes through everybody asks of nobody else. */
export function serviceAge(year: number): { readonly from: Day; readonly before: Day } {
  return { from: yearStart(year - LAST_RETURN), before: yearStart(year + 2 - FIRST_RETURN) }
}

/** The soldiers of a year. One fixed draw a person says whether and when, so that it does not depend on when one asks. */
export function soldiersOf(people: People, year: number, rates: ServiceRates): Soldiers {
  const { birthDay, traits, keyA, keyB } = people
  const { from, before } = serviceAge(year)

  /** Is the person, by age alone, one of the few who may serve? */
  function isOfAge(p: number): boolean {
    const born = birthDay[p]
    return born >= from && born < before
  }

  /** The year of return of somebody who is of age, 0 for those who never serve. */
  function yearOfReturn(p: number): number {
    const born = birthDay[p]
    if (traits[p] & FEMALE || rates.demobilisedRate <= 0) return 0
    const at = Math.floor(share(draw(keyA[p], keyB[p], PURPOSE.militaryService, 0)) / rates.demobilisedRate)
    return at <= LAST_RETURN - FIRST_RETURN ? yearOf(born) + FIRST_RETURN + at : 0
  }

  return {
    serves(p) {
      if (!isOfAge(p)) return false
      const home = yearOfReturn(p)
      return home === year || home === year + 1
    },
    homeOn(p) {
      if (!isOfAge(p) || yearOfReturn(p) !== year) return -1
      return Math.min(LAST_DAY, rates.comesHomeFrom + Math.floor(share(secondWord()) * DAYS_OF_RETURN))
    },
  }
}
