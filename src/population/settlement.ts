/** Villages and townships of a synthetic county, before their people are drawn. */
import { draw, type Key, secondWord, share } from '../kernel/random.ts'
import type { Township, Village } from './household.ts'
import { cumulative, type Marginals, pick } from './marginals.ts'
import { PURPOSE } from './purposes.ts'

/** Villages and townships of one county. */
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

/** How large a county is to be. */
interface SettlementAsked {
  readonly persons: number
  /** households of each village that is added to it */
  readonly addedVillages: readonly number[]
  /** share of a township's people kept free for newborns over the whole run */
  readonly newbornRoom: number
}

/** Lays out villages until they hold `persons` people (the last household is cut to fit exactly), then the added villages. */
export function settle(key: Key, { persons, addedVillages, newbornRoom }: SettlementAsked, m: Marginals): Settlement {
  const sizeLimits = cumulative(m.householdSize)
  // a typed array for the whole county at most: a plain one would leave megabytes of garbage with each replication
  const sizes = new Uint8Array(persons + addedVillages.reduce((sum, households) => sum + households, 0))
  let count = 0
  const villages: Village[] = []
  let people = 0
  const village = (id: number, households: number, limit: number) => {
    const keyA = draw(key.a, key.b, PURPOSE.village, id)
    const keyB = secondWord()
    const first = count
    for (let h = 0; h < households && people < limit; h++) {
      const householdA = draw(keyA, keyB, PURPOSE.household, h)
      const size = 1 + pick(sizeLimits, share(draw(householdA, secondWord(), PURPOSE.householdSize, 0)))
      sizes[count] = Math.min(size, limit - people)
      people += sizes[count++]
    }
    villages.push({ id, keyA, keyB, firstHousehold: first, endHousehold: count })
  }
  for (let id = 0; people < persons; id++) {
    const a = draw(key.a, key.b, PURPOSE.village, id)
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

/** Townships of consecutive villages, of at most so many people where a village alone is not larger. */
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
