/** What lies ahead of somebody on a known day: needs for admission, leaving hospital, giving birth, dying. Slots are used again. */

import { Agenda } from '../kernel/agenda.ts'
import { InvariantBroken } from '../kernel/errors.ts'
import { type Columns, columns } from '../kernel/table.ts'
import type { County } from '../scheme/county.ts'
import { DaysOfFew } from '../scheme/days-of-few.ts'
import { COVERED } from '../scheme/enrolment/cover-states.ts'
import { type Admission, PHASE, PHASES } from '../scheme/episodes.ts'

const BIRTH = 1
export const DEATH = 2
const STAY = 0
/** a stay that began on a day without cover */
const UNCOVERED_STAY = 3
const NONE = -1
/** A day that lies beyond every stay. */
const FAR = 10_000

const LAYOUT = {
  kind: Uint8Array,
  person: Int32Array,
  place: Uint8Array,
  bill: Int32Array,
  occasion: Int32Array,
  next: Int32Array,
  day: Int16Array,
  /** days of a stay */
  length: Uint8Array,
}

/** What has come due. A stay's `isCovered`: on the day of admission. */
interface Due {
  kind: number
  person: number
  place: number
  bill: number
  occasion: number
  length: number
  isCovered: boolean
}

/** The agenda of the townships, one of which is open at a time, and the slots of what is on it besides needs (whose entry is the person). */
export class Ahead {
  readonly agenda: Agenda
  readonly rows: Columns<typeof LAYOUT>
  readonly #county: County
  readonly #firstSlot: number
  /** by township, its stays that go on over New Year */
  readonly #overNewYear: Int32Array
  /** 1 January on: the day of death of those who die in the year */
  readonly #dies: DaysOfFew
  readonly #due: Due = { kind: 0, person: 0, place: 0, bill: 0, occasion: 0, length: 0, isCovered: false }
  #free = NONE
  #township = 0
  #days = 0

  constructor(county: County) {
    const { room } = county
    this.#county = county
    this.#firstSlot = room.persons
    this.#overNewYear = new Int32Array(room.townships)
    this.#dies = new DaysOfFew(room.persons)
    this.rows = columns(room.slots, LAYOUT)
    this.agenda = new Agenda({ sections: room.townships, phases: PHASES, entries: room.persons + room.slots })
  }

  /** Nothing lies ahead, for another replication. */
  begin(): void {
    const { next } = this.rows
    this.agenda.clear()
    this.#overNewYear.fill(NONE)
    for (let i = 0; i < next.length; i++) next[i] = i + 1 < next.length ? i + 1 : NONE
    this.#free = next.length > 0 ? 0 : NONE
  }

  openYear(days: number): void {
    this.#days = days
    this.#dies.clear()
  }

  openTownship(township: number): void {
    this.#township = township
    this.agenda.open(township)
  }

  /** 住院 A bed until the day of discharge. */
  admit({ person, day, lengthOfStay, place, bill, occasion }: Admission): void {
    const { rows } = this
    const slot = this.#take(this.#county.cover.now[person] === COVERED ? STAY : UNCOVERED_STAY, person)
    rows.place[slot] = place
    rows.bill[slot] = bill
    rows.occasion[slot] = occasion
    rows.length[slot] = lengthOfStay
    const discharge = day + lengthOfStay
    if (discharge < this.#days) this.agenda.add(this.#firstSlot + slot, discharge, PHASE.discharge)
    else this.#keepOverNewYear(slot, discharge - this.#days)
  }

  expectBirth(mother: number, day: number): void {
    this.agenda.add(this.#firstSlot + this.#take(BIRTH, mother), day, PHASE.status)
  }

  expectDeath(p: number, day: number): void {
    this.#dies.set(p, day)
    this.agenda.add(this.#firstSlot + this.#take(DEATH, p), day, PHASE.status)
  }

  /** Days until `p` dies in this year; more than any stay when it does not. */
  daysToLive(p: number, day: number): number {
    return (this.#dies.get(p) ?? FAR) - day
  }

  /** 1 January: the stays that began last year in the open township end in this one, at the patient's death if that comes first. */
  carryOver(): void {
    const { next, day, person, length } = this.rows
    let slot = this.#overNewYear[this.#township]
    this.#overNewYear[this.#township] = NONE
    while (slot !== NONE) {
      const following = next[slot]
      const end = Math.min(day[slot], this.#dies.get(person[slot]) ?? FAR)
      length[slot] -= day[slot] - end
      this.agenda.add(this.#firstSlot + slot, end, PHASE.discharge)
      slot = following
    }
  }

  /** Takes what has come due today in a phase, undefined when nothing is left; one object serves for all, so it is read at once. */
  take(day: number, phase: number): Due | undefined {
    const entry = this.agenda.take(day, phase)
    if (entry < 0) return undefined
    const slot = entry - this.#firstSlot
    const { rows } = this
    const due = this.#due
    due.kind = rows.kind[slot]
    due.person = rows.person[slot]
    due.place = rows.place[slot]
    due.bill = rows.bill[slot]
    due.occasion = rows.occasion[slot]
    due.length = rows.length[slot]
    due.isCovered = due.kind === STAY
    rows.next[slot] = this.#free
    this.#free = slot
    return due
  }

  #take(kind: number, person: number): number {
    const slot = this.#free
    const { rows } = this
    if (slot === NONE) throw new InvariantBroken('slots', -1, `more than ${rows.next.length} stays, births and deaths lie ahead at once`)
    this.#free = rows.next[slot]
    rows.kind[slot] = kind
    rows.person[slot] = person
    return slot
  }

  /** Keeps a stay for the township's next year; `day` of that year. */
  #keepOverNewYear(slot: number, day: number): void {
    this.rows.day[slot] = day
    this.rows.next[slot] = this.#overNewYear[this.#township]
    this.#overNewYear[this.#township] = slot
  }
}
