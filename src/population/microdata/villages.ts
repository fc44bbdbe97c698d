/**
 * 村与乡镇 Villages and townships of a county whose people are given. Identities are (village, household, member), as in the synthetic
 * population: villages are numbered in the order in which they first appear, households within them in the order of the file.
 */
import { draw, type Key, secondWord, share } from '../../kernel/random.ts'
import type { Township, Village } from '../household.ts'
import type { Marginals } from '../marginals.ts'
import { FEMALE } from '../person.ts'
import { PURPOSE } from '../purposes.ts'
import { cutTownships, type Settlement, settle } from '../settlement.ts'
import { AGE_BANDS, type AgesAndSexes, ageBand, type GivenPeople } from './people.ts'
import { createSample, isWhole } from './sample.ts'

export interface GivenSettlement extends Settlement {
  /** row of each household among the given ones; those of added villages come after them and have none */
  readonly given: Int32Array
}

/** Newborns for whom room is kept in every township, whatever its size. */
const LEAST_NEWBORNS = 64

/** How large a county is to be; `newborns`: share of people of such ages and sexes for whom room is kept. */
interface GivenAsked {
  readonly persons: number
  readonly addedVillages: readonly number[]
  readonly newborns: (of?: AgesAndSexes) => number
}

/** How a county is laid out is prepared once; the function returned lays out one county by its key. */
export function createGivenSettlement(given: GivenPeople, asked: GivenAsked, m: Marginals): (key: Key) => GivenSettlement {
  const { persons, addedVillages, newborns } = asked
  const sample = createSample(given, persons)
  const isSampled = !isWhole(given, persons)
  const byVillage = rowsByVillage(given)
  const copies = new Int32Array(given.households)
  const newbornsOfAdded = addedVillages.length > 0 ? newborns() : 0
  return (key) => {
    sample(share(draw(key.a, key.b, PURPOSE.givenSample, 0)), copies)
    const rows: number[] = []
    const villages: Village[] = []
    for (const own of byVillage.flatMap((of) => villagesOf(of, copies, given, isSampled, m))) {
      const keyA = draw(key.a, key.b, PURPOSE.village, villages.length)
      const end = rows.length + own.length
      villages.push({ id: villages.length, keyA, keyB: secondWord(), firstHousehold: rows.length, endHousehold: end })
      for (const h of own) rows.push(h)
    }
    const ownSizes = rows.map((h) => given.firstMember[h + 1] - given.firstMember[h])
    const added = settle(key, { persons: 0, addedVillages, newbornRoom: 0 }, m)
    const sizes = Uint8Array.from([...ownSizes, ...added.sizes])
    const addedHere = added.villages.map((village) => movedBy(village, rows.length))
    const rowsGiven = Int32Array.from(rows)
    const townships = withRoom(townshipsOf(villages, addedHere, sizes, m), (township) =>
      township.firstHousehold >= rows.length ? newbornsOfAdded : newborns(compositionOf(given, rowsGiven, township)),
    )
    return {
      villages: [...villages, ...addedHere],
      townships,
      sizes,
      persons: ownSizes.reduce((sum, size) => sum + size, 0) + added.persons,
      capacity: townships[townships.length - 1].capacityEnd,
      given: rowsGiven,
    }
  }
}

/** The given households of each village made of these `rows`, in order. A village that sampling makes larger than usual is cut. */
function villagesOf(rows: readonly number[], copies: Int32Array, given: GivenPeople, isSampled: boolean, m: Marginals): number[][] {
  const taken = rows.flatMap((h) => new Array<number>(copies[h]).fill(h))
  if (taken.length === 0) return []
  if (given.village && !isSampled) return [taken]
  const usual = given.village ? Math.max(m.villageHouseholds, rows.length) : m.villageHouseholds
  const parts = Math.max(1, Math.round(taken.length / usual))
  const cut = (part: number) => Math.floor((part * taken.length) / parts)
  return Array.from({ length: parts }, (_, part) =>
    // the copies of one household are spread over the villages
    isSampled ? everyNth(taken, part, parts) : taken.slice(cut(part), cut(part + 1)),
  )
}

/** Townships of the given villages, and after them those of the added ones: none has both. */
function townshipsOf(villages: readonly Village[], added: readonly Village[], sizes: Uint8Array, m: Marginals): Township[] {
  const ofAdded = cutTownships(added, sizes, m.townshipPersons, 0).map((township) => ({
    ...township,
    firstVillage: township.firstVillage + villages.length,
    endVillage: township.endVillage + villages.length,
  }))
  return [...cutTownships(villages, sizes, m.townshipPersons, 0), ...ofAdded]
}

/** Rows of the given households by village; all in one list when villages are not given. */
function rowsByVillage({ households, village, villages }: GivenPeople): number[][] {
  const rows: number[][] = Array.from({ length: village ? villages : 1 }, () => [])
  for (let h = 0; h < households; h++) rows[village ? village[h] : 0].push(h)
  return rows
}

/** `first` and every `step`-th after it. */
function everyNth(rows: readonly number[], first: number, step: number): number[] {
  const found: number[] = []
  for (let at = first; at < rows.length; at += step) found.push(rows[at])
  return found
}

function movedBy(village: Village, households: number): Village {
  return { ...village, firstHousehold: village.firstHousehold + households, endHousehold: village.endHousehold + households }
}

/** The stretches of the townships, each with room for the newborns of its own people: given people differ from village to village. */
function withRoom(townships: readonly Township[], newborns: (township: Township) => number): Township[] {
  let room = 0
  return townships.map((township) => {
    const people = township.endPerson - township.firstPerson
    const share = newborns(township)
    const firstPerson = room
    room += people + (share > 0 ? Math.ceil(people * share) + LEAST_NEWBORNS : 0)
    return { ...township, firstPerson, endPerson: firstPerson + people, capacityEnd: room }
  })
}

/** Ages of the women of a township, and the share of its men. Nobody's age counts where there are no women. */
function compositionOf({ firstMember, age, traits }: GivenPeople, rows: Int32Array, township: Township): AgesAndSexes {
  const women = new Array<number>(AGE_BANDS).fill(0)
  let all = 0
  let men = 0
  for (let h = township.firstHousehold; h < township.endHousehold; h++) {
    for (let member = firstMember[rows[h]]; member < firstMember[rows[h] + 1]; member++) {
      all++
      if (traits[member] & FEMALE) women[ageBand(age[member])]++
      else men++
    }
  }
  return { ageShare: men === all ? women.fill(1) : women, maleShare: men / all }
}
