/**
 * 给定人口 Writes the user's persons and households into the columns that synthesize.ts fills otherwise. What the files do not say is drawn
 * by the same keys and purposes: frailty, and the day of birth where ages are given. Added villages are synthetic.
 */
import { type Day, daysInYear, yearOf, yearStart } from '../../kernel/calendar.ts'
import { quantile } from '../../kernel/distributions.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import { illnessBand } from '../ages.ts'
import type { Households, Township, Village } from '../household.ts'
import { ALIVE, CHRONIC, EMPLOYEE_INSURED, type People } from '../person.ts'
import { PURPOSE } from '../purposes.ts'
import { createPopulation, FRAILTY_SCALE, frailties, LEAST_FRAILTY, type Marginals } from '../synthesize.ts'
import type { GivenPeople } from './people.ts'
import type { GivenSettlement } from './villages.ts'

/** Occasions of a member's further keys lie beyond every household's members. */
const NEXT_KEY = 1024
const MOST_KEYS = 400
/** A higher share of chronically ill in the file asks no more of the keys of the others. */
const MOST_CHRONIC = 0.9

/** Made once for these columns; the result writes everybody of a settlement. `start`: 1 January of the first year simulated. */
export function createGivenPopulation(people: People, households: Households, normal: Int32Array, given: GivenPeople, m: Marginals) {
  // no sizes of households are read where nobody is drawn
  const drawAdded = m.householdSize.length > 0 ? createPopulation(people, households, normal, m) : undefined
  const [sharedPart, ownPart] = frailties(m)
  const illBefore = given.chronicShare.map((ill) => Math.min(MOST_CHRONIC, ill))

  /** `row` among the given persons. */
  function writePerson(p: number, h: number, member: number, row: number, sharedFrailty: number, start: Day): void {
    const traits = given.traits[row]
    takeKey(people, p, households.keyA[h], households.keyB[h], member, traits & CHRONIC ? 0 : illBefore[illnessBand(given.age[row])])
    const [a, b] = [people.keyA[p], people.keyB[p]]
    const own = ownPart ? quantile(ownPart, draw(a, b, PURPOSE.frailty, 0)) : 0
    people.birthDay[p] = given.birthDay ? given.birthDay[row] : bornAged(given.age[row], start, share(draw(a, b, PURPOSE.age, 0)))
    people.household[p] = h
    people.residence[p] = m.everybodyHome ? 0 : given.residence[row]
    people.traits[p] = ALIVE | (m.everybodyHome ? traits & ~EMPLOYEE_INSURED : traits)
    people.resilience[p] = m.equalFrailty ? 1 : 1 / Math.max(LEAST_FRAILTY, (sharedFrailty + own) / FRAILTY_SCALE)
  }

  /** `row` among the given households. Returns the row after its last person. */
  function writeHousehold(h: number, v: Village, village: number, p: number, row: number, start: Day): number {
    const a = draw(v.keyA, v.keyB, PURPOSE.household, h - v.firstHousehold)
    const b = secondWord()
    households.keyA[h] = a
    households.keyB[h] = b
    households.village[h] = village
    households.firstPerson[h] = p
    households.income[h] = given.income[row]
    households.quintile[h] = given.quintile[row]
    households.poor[h] = given.poor[row]
    const sharedFrailty = sharedPart ? quantile(sharedPart, draw(a, b, PURPOSE.householdFrailty, 0)) : 0
    const first = given.firstMember[row]
    const size = given.firstMember[row + 1] - first
    for (let i = 0; i < size; i++) writePerson(p + i, h, i, first + i, sharedFrailty, start)
    return p + size
  }

  return function populate({ given: rows, ...settlement }: GivenSettlement, start: Day): void {
    const isAdded = ({ firstHousehold }: Township) => firstHousehold >= rows.length
    // this one empties the columns first
    if (drawAdded) drawAdded({ ...settlement, townships: settlement.townships.filter(isAdded) }, start)
    else people.traits.fill(0)
    for (const township of settlement.townships) {
      if (isAdded(township)) continue
      let p = township.firstPerson
      for (let v = township.firstVillage; v < township.endVillage; v++) {
        const village = settlement.villages[v]
        for (let h = village.firstHousehold; h < village.endHousehold; h++) p = writeHousehold(h, village, v, p, rows[h], start)
      }
      township.endPerson = p
    }
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

/** Day of birth of somebody of `age` on `start`, a 1 January: any day on which it can lie, by `rank` in [0, 1). */
function bornAged(age: number, start: Day, rank: number): Day {
  const year = yearOf(start)
  return yearStart(year - age) - Math.floor(rank * daysInYear(year - age - 1))
}
