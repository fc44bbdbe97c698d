/**
 * Synthetic households and persons from published marginals. Every identity is (village, household, member):
 * its key, and so its whole life, does not depend on how many villages there are or how townships are cut.
 */
import type { Day } from '../kernel/calendar.ts'
import { gammaQuantiles, logNormalQuantiles, quantile } from '../kernel/distributions.ts'
import { FEN_PER_YUAN } from '../kernel/money.ts'
import { draw, secondWord, share } from '../kernel/random.ts'
import { illnessBand, workingBand } from './ages.ts'
import { type HouseholdColumns, type Households, householdsToWrite, type Village } from './household.ts'
import { cumulative, type Marginals, picker } from './marginals.ts'
import { ALIVE, CHRONIC, EMPLOYEE_INSURED, FEMALE, type People, type PersonColumns, peopleToWrite } from './person.ts'
import { PURPOSE } from './purposes.ts'
import type { Settlement } from './settlement.ts'

const DAYS_PER_BAND = 1826.25
export const FRAILTY_SCALE = 1 << 20
export const LEAST_FRAILTY = 1 / 64
/** Nobody heads a household before this five-year band (20-24). */
const FIRST_HEAD_BAND = 4

/** What people are drawn with: columns, and tables made of the marginals. Made once for all replications. */
export interface Drawing {
  readonly people: PersonColumns
  readonly households: HouseholdColumns
  readonly marginals: Marginals
  readonly incomes: Int32Array
  /** the five-year band of a head, and of another member, by rank */
  readonly headBand: (rank: number) => number
  readonly otherBand: (rank: number) => number
  /** see `frailties` */
  readonly sharedPart: Int32Array | undefined
  readonly ownPart: Int32Array | undefined
}

export function drawingInto(people: People, households: Households, normal: Int32Array, marginals: Marginals): Drawing {
  const ages = ageLimits(marginals)
  const [sharedPart, ownPart] = frailties(marginals)
  return {
    people: peopleToWrite(people),
    households: householdsToWrite(households),
    marginals,
    incomes: logNormalQuantiles(normal, FEN_PER_YUAN * FEN_PER_YUAN, marginals.incomeSigma),
    headBand: picker(ages.head),
    otherBand: picker(ages.others),
    sharedPart,
    ownPart,
  }
}

/** Where in a settlement the drawing stands; `start`: the day that the population stands for. */
export interface Cursor {
  readonly start: Day
  village: Village
  /** rows of the village, of the household at hand and of its first member */
  v: number
  h: number
  p: number
}

/** Draws everybody of a settlement; `start` is the day the population stands for. */
export function populate(drawing: Drawing, { villages, townships, sizes }: Settlement, start: Day): void {
  drawing.people.traits.fill(0)
  for (const township of townships) {
    const at: Cursor = { start, village: villages[township.firstVillage], v: 0, h: 0, p: township.firstPerson }
    for (at.v = township.firstVillage; at.v < township.endVillage; at.v++) {
      at.village = villages[at.v]
      for (at.h = at.village.firstHousehold; at.h < at.village.endHousehold; at.h++) {
        drawHousehold(drawing, at, sizes[at.h])
        at.p += sizes[at.h]
      }
    }
    township.endPerson = at.p
  }
}

/** Who a household is, synthetic or given: its key comes from village and number within it, however townships are cut. */
export function writeIdentity(households: HouseholdColumns, { village, v, h, p }: Cursor): void {
  households.keyA[h] = draw(village.keyA, village.keyB, PURPOSE.household, h - village.firstHousehold)
  households.keyB[h] = secondWord()
  households.village[h] = v
  households.firstPerson[h] = p
}

function drawHousehold(drawing: Drawing, at: Cursor, size: number): void {
  const { households, marginals, incomes, sharedPart } = drawing
  const { h } = at
  writeIdentity(households, at)
  const [a, b] = [households.keyA[h], households.keyB[h]]
  const rank = share(draw(a, b, PURPOSE.householdIncome, 0))
  // the assisted poor are found in the lowest quintile
  households.poor[h] = rank < 0.2 && share(secondWord()) < marginals.poorShare * 5 ? 1 : 0
  households.income[h] = quantile(incomes, rankWord(rank)) / (FEN_PER_YUAN * FEN_PER_YUAN)
  households.quintile[h] = Math.min(4, Math.floor(rank * 5))
  const shared = sharedPart ? quantile(sharedPart, draw(a, b, PURPOSE.householdFrailty, 0)) : 0
  for (let member = 0; member < size; member++) drawPerson(drawing, at, member, shared)
}

function drawPerson(drawing: Drawing, at: Cursor, member: number, sharedFrailty: number): void {
  const { people, households, marginals, ownPart } = drawing
  const { start, h } = at
  const p = at.p + member
  const a = draw(households.keyA[h], households.keyB[h], PURPOSE.member, member)
  const b = secondWord()
  people.keyA[p] = a
  people.keyB[p] = b
  const band = (member === 0 ? drawing.headBand : drawing.otherBand)(share(draw(a, b, PURPOSE.age, 0)))
  const born = start - Math.floor((band + share(secondWord())) * DAYS_PER_BAND)
  people.birthDay[p] = born
  people.household[p] = h
  const age = Math.floor((start - born) / 365.25)
  let traits = ALIVE
  if (share(draw(a, b, PURPOSE.sexAndEmployment, 0)) >= marginals.maleShare) traits |= FEMALE
  const employed = share(secondWord()) < marginals.employeeInsuredShare
  if (chronicNow(a, b, age, marginals.chronicShare)) traits |= CHRONIC
  const own = ownPart ? quantile(ownPart, draw(a, b, PURPOSE.frailty, 0)) : 0
  people.resilience[p] = marginals.equalFrailty ? 1 : 1 / Math.max(LEAST_FRAILTY, (sharedFrailty + own) / FRAILTY_SCALE)
  people.residence[p] = 0
  const working = workingBand(age)
  if (!marginals.everybodyHome && working >= 0 && share(draw(a, b, PURPOSE.residence, 0)) < marginals.awayShare[working]) {
    people.residence[p] = share(secondWord()) < marginals.awayOtherProvinceShare ? 2 : 1
    if (employed) traits |= EMPLOYEE_INSURED
  }
  people.traits[p] = traits
}

/** Gamma tables of the part of frailty that a household shares and of each member's own; nothing for a part that is not there. */
export function frailties({ equalFrailty, frailtyShape, frailtyHouseholdShare }: Marginals): (Int32Array | undefined)[] {
  return [frailtyHouseholdShare, 1 - frailtyHouseholdShare].map((part) =>
    equalFrailty || part === 0 ? undefined : gammaQuantiles(frailtyShape * part, FRAILTY_SCALE * part),
  )
}

/** Chronic illness comes when a person's fixed draw falls below the prevalence of the age reached; it never goes. */
export function chronicNow(keyA: number, keyB: number, age: number, chronicShare: readonly number[]): boolean {
  return share(draw(keyA, keyB, PURPOSE.chronic, 0)) < chronicShare[illnessBand(age)]
}

/** A rank in [0, 1) as the word of a quantile table, so that the table is read in rising order (see distributions.ts). */
export function rankWord(rank: number): number {
  if (rank < 0.5) return Math.floor(rank * 4_294_967_296)
  const upper = Math.floor((1 - rank) * 4_294_967_296)
  return Math.min(upper, 0x7fffffff) | 0x80000000 | 0
}

/** Heads are adults; the other members are drawn so that heads and others together have exactly the published age shares. */
function ageLimits(m: Marginals): { head: number[]; others: number[] } {
  const size = m.householdSize.reduce((sum, shareOfSize, i) => sum + shareOfSize * (i + 1), 0)
  const adult = m.ageShare.map((value, band) => (band < FIRST_HEAD_BAND ? 0 : value))
  const adults = adult.reduce((sum, value) => sum + value, 0)
  const head = adult.map((value) => value / adults)
  // with few adults per household heads cannot be taken in proportion: others never fall below zero
  const others = m.ageShare.map((value, band) => Math.max(0, value - head[band] / size))
  return { head: cumulative(head), others: cumulative(others) }
}
