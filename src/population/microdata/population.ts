/**
 * 给定人口 Writes the user's persons and households into the columns that synthesize.ts fills otherwise. What the files do not say is drawn
 * by the same keys and purposes: frailty, and the day of birth where ages are given. Added villages are synthetic.
 */
import { type Day, daysInYear, yearOf, yearStart } from '../../kernel/calendar.ts'
import { quantile } from '../../kernel/distributions.ts'
import { draw, secondWord, share } from '../../kernel/random.ts'
import { illnessBand } from '../ages.ts'
import { type HouseholdColumns, type Households, householdsToWrite, type Township } from '../household.ts'
import type { Marginals } from '../marginals.ts'
import { ALIVE, CHRONIC, EMPLOYEE_INSURED, type People, type PersonColumns, peopleToWrite } from '../person.ts'
import { PURPOSE } from '../purposes.ts'
import { type Cursor, type Drawing, drawingInto, FRAILTY_SCALE, frailties, LEAST_FRAILTY, populate, writeIdentity } from '../synthesize.ts'
import type { GivenPeople } from './people.ts'
import type { GivenSettlement } from './villages.ts'

/** Occasions of a member's further keys lie beyond every household's members. */
const NEXT_KEY = 1024
const MOST_KEYS = 400
/** A higher share of chronically ill in the file asks no more of the keys of the others. */
const MOST_CHRONIC = 0.9

/** What given people are written with; made once for all replications. */
interface GivenDrawing {
  readonly people: PersonColumns
  readonly households: HouseholdColumns
  readonly given: GivenPeople
  readonly marginals: Marginals
  /** for added villages; no sizes of households are read where nobody is drawn */
  readonly added?: Drawing
  readonly sharedPart: Int32Array | undefined
  readonly ownPart: Int32Array | undefined
  /** by illness band: whose fixed draw lies below is chronically ill already */
  readonly illBefore: readonly number[]
}

/** The tables of `normal` and the marginals are for what the files do not say. */
export function givenInto(
  people: People,
  households: Households,
  given: GivenPeople,
  normal: Int32Array,
  marginals: Marginals,
): GivenDrawing {
  const [sharedPart, ownPart] = frailties(marginals)
  const added = marginals.householdSize.length > 0 ? drawingInto(people, households, normal, marginals) : undefined
  const illBefore = given.chronicShare.map((ill) => Math.min(MOST_CHRONIC, ill))
  const columns = { people: peopleToWrite(people), households: householdsToWrite(households) }
  return { ...columns, given, marginals, added, sharedPart, ownPart, illBefore }
}

/** Writes everybody of a settlement. `start`: 1 January of the first year simulated. */
export function populateGiven(drawing: GivenDrawing, { given: rows, ...settlement }: GivenSettlement, start: Day): void {
  const { villages, townships } = settlement
  const isAdded = ({ firstHousehold }: Township) => firstHousehold >= rows.length
  // this one empties the columns first
  if (drawing.added) populate(drawing.added, { ...settlement, townships: townships.filter(isAdded) }, start)
  else drawing.people.traits.fill(0)
  for (const township of townships) {
    if (isAdded(township)) continue
    const at: Cursor = { start, village: villages[township.firstVillage], v: 0, h: 0, p: township.firstPerson }
    for (at.v = township.firstVillage; at.v < township.endVillage; at.v++) {
      at.village = villages[at.v]
      for (at.h = at.village.firstHousehold; at.h < at.village.endHousehold; at.h++) at.p += writeHousehold(drawing, at, rows[at.h])
    }
    township.endPerson = at.p
  }
}

/** `row` among the given households. Returns the number of its persons. */
function writeHousehold(drawing: GivenDrawing, at: Cursor, row: number): number {
  const { households, given, sharedPart } = drawing
  const { h } = at
  writeIdentity(households, at)
  households.income[h] = given.income[row]
  households.quintile[h] = given.quintile[row]
  households.poor[h] = given.poor[row]
  const sharedFrailty = sharedPart ? quantile(sharedPart, draw(households.keyA[h], households.keyB[h], PURPOSE.householdFrailty, 0)) : 0
  const first = given.firstMember[row]
  const size = given.firstMember[row + 1] - first
  for (let member = 0; member < size; member++) writePerson(drawing, at, member, first + member, sharedFrailty)
  return size
}

/** `row` among the given persons. */
function writePerson(drawing: GivenDrawing, at: Cursor, member: number, row: number, sharedFrailty: number): void {
  const { people, given, marginals, ownPart, illBefore } = drawing
  const p = at.p + member
  const traits = given.traits[row]
  takeKey(drawing, at, member, traits & CHRONIC ? 0 : illBefore[illnessBand(given.age[row])])
  const [a, b] = [people.keyA[p], people.keyB[p]]
  const own = ownPart ? quantile(ownPart, draw(a, b, PURPOSE.frailty, 0)) : 0
  people.birthDay[p] = given.birthDay ? given.birthDay[row] : bornAged(given.age[row], at.start, share(draw(a, b, PURPOSE.age, 0)))
  people.household[p] = at.h
  people.residence[p] = marginals.everybodyHome ? 0 : given.residence[row]
  people.traits[p] = ALIVE | (marginals.everybodyHome ? traits & ~EMPLOYEE_INSURED : traits)
  people.resilience[p] = marginals.equalFrailty ? 1 : 1 / Math.max(LEAST_FRAILTY, (sharedFrailty + own) / FRAILTY_SCALE)
}

/**
 * Chronic illness comes with age when a person's fixed draw falls below the prevalence reached (`chronicNow`). Who is well now has not
 * fallen ill so far: of the member's keys the first is taken whose draw is above the prevalence in the file, so that prevalence goes on from
 * there; with any key a second share of the well would fall ill at the next birthday. The criterion is the file's, so no policy changes a key.
 */
function takeKey({ people, households }: GivenDrawing, { h, p }: Cursor, member: number, above: number): void {
  for (let tried = 0; tried < MOST_KEYS; tried++) {
    const a = draw(households.keyA[h], households.keyB[h], PURPOSE.member, member + tried * NEXT_KEY)
    const b = secondWord()
    people.keyA[p + member] = a
    people.keyB[p + member] = b
    if (above === 0 || share(draw(a, b, PURPOSE.chronic, 0)) >= above) return
  }
}

/** Day of birth of somebody of `age` on `start`, a 1 January: any day on which it can lie, by `rank` in [0, 1). */
function bornAged(age: number, start: Day, rank: number): Day {
  const year = yearOf(start)
  return yearStart(year - age) - Math.floor(rank * daysInYear(year - age - 1))
}
