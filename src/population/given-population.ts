/**
 * 给定人口 Writes the user's persons and households into the columns that synthesize.ts fills otherwise. What the files do not say is drawn
 * by the same keys and purposes: frailty, and the day of birth where ages are given. Added villages are synthetic.
 */
import { type Day, daysInYear, yearOf, yearStart } from '../kernel/calendar.ts'
import { gammaQuantiles, quantile } from '../kernel/distributions.ts'
import { draw, secondWord, share } from '../kernel/random.ts'
import { illnessBand } from './ages.ts'
import type { GivenPeople } from './given-people.ts'
import type { GivenSettlement } from './given-settlement.ts'
import type { Households } from './household.ts'
import { ALIVE, CHRONIC, EMPLOYEE_INSURED, type People } from './person.ts'
import { PURPOSE } from './purposes.ts'
import { FRAILTY_SCALE, LEAST_FRAILTY, type Marginals, populate } from './synthesize.ts'

/** Occasions of a member's further keys lie beyond every household's members. */
const NEXT_KEY = 1024
const MOST_KEYS = 400
/** A higher share of chronically ill in the file asks no more of the keys of the others. */
const MOST_CHRONIC = 0.9

/** Fills the columns with everybody of the settlement. `start`: 1 January of the first year simulated. */
export function populateGiven(
  people: People,
  households: Households,
  settlement: GivenSettlement,
  start: Day,
  normal: Int32Array,
  given: GivenPeople,
  m: Marginals,
): void {
  const count = settlement.given.length
  const added = settlement.townships.filter(({ firstHousehold }) => firstHousehold >= count)
  if (added.length > 0) populate(people, households, { ...settlement, townships: added }, start, normal, m)
  else people.traits.fill(0)
  const frailtyOf = frailties(m)
  const bornIn = birthdays(start)
  const isWell = given.chronicShare.map((ill) => Math.min(MOST_CHRONIC, ill))

  const write = (p: number, h: number, member: number, row: number, ofHousehold: number) => {
    const traits = given.traits[row]
    takeKey(people, p, households.keyA[h], households.keyB[h], member, traits & CHRONIC ? 0 : isWell[illnessBand(given.age[row])])
    const [a, b] = [people.keyA[p], people.keyB[p]]
    people.birthDay[p] = given.birthDay ? given.birthDay[row] : bornIn(given.age[row], share(draw(a, b, PURPOSE.age, 0)))
    people.household[p] = h
    people.residence[p] = m.everybodyHome ? 0 : given.residence[row]
    people.traits[p] = ALIVE | (m.everybodyHome ? traits & ~EMPLOYEE_INSURED : traits)
    people.resilience[p] = m.equalFrailty ? 1 : 1 / Math.max(LEAST_FRAILTY, ofHousehold + frailtyOf.own(a, b))
  }

  for (const township of settlement.townships) {
    if (township.firstHousehold >= count) continue
    let p = township.firstPerson
    for (let village = township.firstVillage; village < township.endVillage; village++) {
      const v = settlement.villages[village]
      for (let h = v.firstHousehold; h < v.endHousehold; h++) {
        const row = settlement.given[h]
        const a = draw(v.keyA, v.keyB, PURPOSE.household, h - v.firstHousehold)
        const b = secondWord()
        households.keyA[h] = a
        households.keyB[h] = b
        households.village[h] = village
        households.firstPerson[h] = p
        households.income[h] = given.income[row]
        households.quintile[h] = given.quintile[row]
        households.poor[h] = given.poor[row]
        const ofHousehold = frailtyOf.household(a, b)
        const first = given.firstMember[row]
        for (let i = 0; i < settlement.sizes[h]; i++) write(p++, h, i, first + i, ofHousehold)
      }
    }
    township.endPerson = p
  }
}

/**
 * Chronic illness comes with age when a person's fixed draw falls below the prevalence reached (`chronicNow`). Who is well now has not
 * fallen ill so far: of the member's keys the first is taken whose draw is above the prevalence in the file, so that prevalence goes on from
 * there; with any key a second share of the well would fall ill at the next birthday. The criterion is the file's, so no policy changes a key.
 */
function takeKey(people: People, p: number, householdA: number, householdB: number, member: number, above: number): void {
  for (let tried = 0; tried < MOST_KEYS; tried++) {
    const a = draw(householdA, householdB, PURPOSE.member, member + tried * NEXT_KEY)
    const b = secondWord()
    people.keyA[p] = a
    people.keyB[p] = b
    if (above === 0 || share(draw(a, b, PURPOSE.chronic, 0)) >= above) return
  }
}

/** Frailty of household and person, as in the synthetic population: gamma, partly shared. */
function frailties({ equalFrailty, frailtyShape, frailtyHouseholdShare }: Marginals) {
  const part = (ofAll: number) => (equalFrailty || ofAll === 0 ? undefined : gammaQuantiles(frailtyShape * ofAll, FRAILTY_SCALE * ofAll))
  const [shared, own] = [part(frailtyHouseholdShare), part(1 - frailtyHouseholdShare)]
  return {
    household: (a: number, b: number) => (shared ? quantile(shared, draw(a, b, PURPOSE.householdFrailty, 0)) / FRAILTY_SCALE : 0),
    own: (a: number, b: number) => (own ? quantile(own, draw(a, b, PURPOSE.frailty, 0)) / FRAILTY_SCALE : 0),
  }
}

/** Day of birth of somebody of `age` on `start`, a 1 January: any day of the year in which it can lie, by `rank` in [0, 1). */
function birthdays(start: Day): (age: number, rank: number) => Day {
  const year = yearOf(start)
  return (age, rank) => yearStart(year - age) - Math.floor(rank * daysInYear(year - age - 1))
}
