/**
 * Synthetic villages, households and persons from published marginals. Every identity is (village, household, member):
 * its key, and so its whole life, does not depend on how many villages there are or how townships are cut.
 */
import type { Day } from '../kernel/calendar.ts'
import { gammaQuantiles, logNormalQuantiles, quantile } from '../kernel/distributions.ts'
import { FEN_PER_YUAN } from '../kernel/money.ts'
import { draw, secondWord, share } from '../kernel/random.ts'
import { ILLNESS_BAND_FROM, illnessBand, workingBand } from './ages.ts'
import type { Households, Township, Village } from './household.ts'
import { ALIVE, CHRONIC, EMPLOYEE_INSURED, FEMALE, type People } from './person.ts'
import * as purposes from './purposes.ts'

// bound in this module, V8 takes it for a constant
const { PURPOSE } = purposes

/** The marginals, read from the law once a run. Shares are fractions. */
export interface Marginals {
  readonly householdSize: readonly number[]
  readonly ageShare: readonly number[]
  readonly maleShare: number
  readonly villageHouseholds: number
  readonly townshipPersons: number
  readonly incomeSigma: number
  readonly poorShare: number
  readonly chronicShare: readonly number[]
  readonly awayShare: readonly number[]
  readonly awayOtherProvinceShare: number
  readonly employeeInsuredShare: number
  readonly frailtyShape: number
  readonly frailtyHouseholdShare: number
  /** everybody at home, nobody in employee insurance */
  readonly everybodyHome: boolean
  /** everybody as frail as the next */
  readonly equalFrailty: boolean
}

/** Villages and townships of one county, before their people are drawn. */
export interface Settlement {
  readonly villages: readonly Village[]
  readonly townships: readonly Township[]
  /** household sizes in order */
  readonly sizes: Uint8Array
  readonly persons: number
  /** persons and the room for newborns */
  readonly capacity: number
}

/** Added villages have identities of their own, far from the ordinary ones. */
export const ADDED_VILLAGE_ID = 1_000_000
const DAYS_PER_BAND = 1826.25
export const FRAILTY_SCALE = 1 << 20
export const LEAST_FRAILTY = 1 / 64
/** Nobody heads a household before this five-year band (20-24). */
const FIRST_HEAD_BAND = 4

/**
 * Lays out villages until they hold `persons` people (the last household is cut to fit exactly), then the added villages.
 * `newbornRoom` is the share of a township's people kept free for newborns over the whole run.
 */
export function settle(
  keyA: number,
  keyB: number,
  persons: number,
  addedVillages: readonly number[],
  newbornRoom: number,
  m: Marginals,
): Settlement {
  const sizeLimits = cumulative(m.householdSize)
  // a typed array for the whole county at most: a plain one would leave megabytes of garbage with each replication
  const most = persons + addedVillages.reduce((sum, households) => sum + households, 0)
  const sizes = new Uint8Array(most)
  let count = 0
  const villages: Village[] = []
  let people = 0
  const village = (id: number, households: number, limit: number) => {
    const villageA = draw(keyA, keyB, PURPOSE.village, id)
    const villageB = secondWord()
    const first = count
    for (let h = 0; h < households && people < limit; h++) {
      const householdA = draw(villageA, villageB, PURPOSE.household, h)
      const size = 1 + pick(sizeLimits, share(draw(householdA, secondWord(), PURPOSE.householdSize, 0)))
      sizes[count] = Math.min(size, limit - people)
      people += sizes[count++]
    }
    villages.push({ id, keyA: villageA, keyB: villageB, firstHousehold: first, endHousehold: count })
  }
  for (let id = 0; people < persons; id++) {
    const a = draw(keyA, keyB, PURPOSE.village, id)
    const spread = 0.6 + 0.8 * share(draw(a, secondWord(), PURPOSE.villageHouseholds, 0))
    village(id, Math.max(1, Math.round(m.villageHouseholds * spread)), persons)
  }
  addedVillages.forEach((households, i) => {
    village(ADDED_VILLAGE_ID + i, households, Number.MAX_SAFE_INTEGER)
  })
  const byteSizes = sizes.slice(0, count)
  const townships = cutTownships(villages, byteSizes, m.townshipPersons, newbornRoom)
  return { villages, townships, sizes: byteSizes, persons: people, capacity: townships.at(-1)?.capacityEnd ?? 0 }
}

export function cutTownships(villages: readonly Village[], sizes: Uint8Array, most: number, newbornRoom: number): Township[] {
  const townships: Township[] = []
  let from = 0
  let room = 0
  while (from < villages.length) {
    let end = from
    let people = 0
    while (end < villages.length) {
      let more = 0
      for (let h = villages[end].firstHousehold; h < villages[end].endHousehold; h++) more += sizes[h]
      if (end > from && people + more > most) break
      people += more
      end++
    }
    const spare = newbornRoom > 0 ? Math.ceil(people * newbornRoom) + 64 : 0
    townships.push({
      firstVillage: from,
      endVillage: end,
      firstHousehold: villages[from].firstHousehold,
      endHousehold: villages[end - 1].endHousehold,
      firstPerson: room,
      endPerson: room + people,
      capacityEnd: room + people + spare,
    })
    room += people + spare
    from = end
  }
  return townships
}

/**
 * Draws people into these columns. Made once for all replications: of functions made anew for each, V8 throws the machine code away
 * with every garbage collection. The result draws everybody of a settlement; `start` is the day the population stands for.
 */
export function createPopulation(people: People, households: Households, normal: Int32Array, m: Marginals) {
  const { keyA, keyB, birthDay, household, traits: traitsOf, residence, resilience } = people
  const { income, quintile, poor, village: villageOf, firstPerson } = households
  const incomes = logNormalQuantiles(normal, FEN_PER_YUAN * FEN_PER_YUAN, m.incomeSigma)
  const ages = ageLimits(m)
  const [sharedPart, ownPart] = frailties(m)
  const [headBand, otherBand] = [picker(ages.head), picker(ages.others)]

  function drawPerson(p: number, h: number, member: number, sharedFrailty: number, start: Day): void {
    const a = draw(households.keyA[h], households.keyB[h], PURPOSE.member, member)
    const b = secondWord()
    keyA[p] = a
    keyB[p] = b
    const band = (member === 0 ? headBand : otherBand)(share(draw(a, b, PURPOSE.age, 0)))
    birthDay[p] = start - Math.floor((band + share(secondWord())) * DAYS_PER_BAND)
    household[p] = h
    const age = Math.floor((start - birthDay[p]) / 365.25)
    let traits = ALIVE
    if (share(draw(a, b, PURPOSE.sexAndEmployment, 0)) >= m.maleShare) traits |= FEMALE
    const employed = share(secondWord()) < m.employeeInsuredShare
    if (chronicNow(a, b, age, m.chronicShare)) traits |= CHRONIC
    const own = ownPart ? quantile(ownPart, draw(a, b, PURPOSE.frailty, 0)) : 0
    resilience[p] = m.equalFrailty ? 1 : 1 / Math.max(LEAST_FRAILTY, (sharedFrailty + own) / FRAILTY_SCALE)
    residence[p] = 0
    const working = workingBand(age)
    if (!m.everybodyHome && working >= 0 && share(draw(a, b, PURPOSE.residence, 0)) < m.awayShare[working]) {
      residence[p] = share(secondWord()) < m.awayOtherProvinceShare ? 2 : 1
      if (employed) traits |= EMPLOYEE_INSURED
    }
    traitsOf[p] = traits
  }

  function drawHousehold(h: number, v: Village, village: number, p: number, size: number, start: Day): void {
    const a = draw(v.keyA, v.keyB, PURPOSE.household, h - v.firstHousehold)
    const b = secondWord()
    households.keyA[h] = a
    households.keyB[h] = b
    villageOf[h] = village
    firstPerson[h] = p
    const rank = share(draw(a, b, PURPOSE.householdIncome, 0))
    // the assisted poor are found in the lowest quintile
    poor[h] = rank < 0.2 && share(secondWord()) < m.poorShare * 5 ? 1 : 0
    income[h] = quantile(incomes, rankWord(rank)) / (FEN_PER_YUAN * FEN_PER_YUAN)
    quintile[h] = Math.min(4, Math.floor(rank * 5))
    const shared = sharedPart ? quantile(sharedPart, draw(a, b, PURPOSE.householdFrailty, 0)) : 0
    for (let i = 0; i < size; i++) drawPerson(p + i, h, i, shared, start)
  }

  return function populate({ villages, townships, sizes }: Settlement, start: Day): void {
    traitsOf.fill(0)
    for (const township of townships) {
      let p = township.firstPerson
      for (let v = township.firstVillage; v < township.endVillage; v++) {
        const village = villages[v]
        for (let h = village.firstHousehold; h < village.endHousehold; h++) {
          drawHousehold(h, village, v, p, sizes[h], start)
          p += sizes[h]
        }
      }
      township.endPerson = p
    }
  }
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

/** Running sums of shares, scaled to end at 1. */
export function cumulative(shares: readonly number[]): number[] {
  const total = shares.reduce((sum, value) => sum + value, 0)
  let sum = 0
  return shares.map((value) => (sum += value) / total)
}

/** Index of the first limit above `rank`. */
export function pick(limits: readonly number[], rank: number): number {
  let i = 0
  while (i < limits.length - 1 && rank >= limits[i]) i++
  return i
}

const GUIDE_CELLS = 256

/** The same as `pick` for many ranks: a guide says which limit is the first that can lie above, by the 256th of the rank. */
export function picker(limits: readonly number[]): (rank: number) => number {
  const from = Uint8Array.from({ length: GUIDE_CELLS }, (_, cell) => pick(limits, cell / GUIDE_CELLS))
  const last = limits.length - 1
  return (rank) => {
    let i = from[(rank * GUIDE_CELLS) | 0]
    while (i < last && rank >= limits[i]) i++
    return i
  }
}

/** Middle age of the illness bands, for weights of the reference population. */
export function illnessBandShares(ageShare: readonly number[]): number[] {
  const shares = ILLNESS_BAND_FROM.map(() => 0)
  ageShare.forEach((value, band) => {
    shares[illnessBand(band * 5 + 2)] += value
  })
  const total = shares.reduce((sum, value) => sum + value, 0)
  return shares.map((value) => value / total)
}
