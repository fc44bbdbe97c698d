/** What lies ahead of somebody on a known day, other than a need: leaving hospital, giving birth, dying. Slots are used again. */
import type { Day } from '../kernel/calendar.ts'
import { InvariantBroken } from '../kernel/errors.ts'
import { columns } from '../kernel/table.ts'

const STAY = 0
const BIRTH = 1
const DEATH = 2
/** a stay that began on a day without cover */
const UNCOVERED_STAY = 3
export const SLOT = { stay: STAY, birth: BIRTH, death: DEATH, uncoveredStay: UNCOVERED_STAY } as const
const NONE = -1

export type Slots = ReturnType<typeof createSlots>

/** `capacity` slots; `townships` lists of stays that go on over New Year. */
export function createSlots(capacity: number, townships: number) {
  const rows = columns(capacity, {
    kind: Uint8Array,
    person: Int32Array,
    place: Uint8Array,
    bill: Int32Array,
    occasion: Int32Array,
    next: Int32Array,
    day: Int16Array,
    /** days of a stay */
    length: Uint8Array,
  })
  const { next } = rows
  const overNewYear = new Int32Array(townships).fill(NONE)
  let free = NONE

  /** Empties all slots for another run. */
  function begin(): void {
    overNewYear.fill(NONE)
    for (let i = 0; i < capacity; i++) next[i] = i + 1 < capacity ? i + 1 : NONE
    free = capacity > 0 ? 0 : NONE
  }

  function take(kind: number, person: number): number {
    if (free === NONE) throw new InvariantBroken('slots', -1, `more than ${capacity} stays, births and deaths lie ahead at once`)
    const slot = free
    free = next[slot]
    rows.kind[slot] = kind
    rows.person[slot] = person
    return slot
  }
  function release(slot: number): void {
    next[slot] = free
    free = slot
  }
  /** Keeps a stay for the township's next year; `day` of that year. */
  function keepOverNewYear(township: number, slot: number, day: Day): void {
    rows.day[slot] = day
    next[slot] = overNewYear[township]
    overNewYear[township] = slot
  }
  /** Hands each stay kept to `each`, with its day of the new year. */
  function openYear(township: number, each: (slot: number, day: number) => void): void {
    let slot = overNewYear[township]
    overNewYear[township] = NONE
    while (slot !== NONE) {
      const following = next[slot]
      each(slot, rows.day[slot])
      slot = following
    }
  }
  return { rows, begin, take, release, keepOverNewYear, openYear }
}
