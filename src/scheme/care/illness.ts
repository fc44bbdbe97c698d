/**
 * 患病 Need for care: outpatient needs and needs for admission arrive as two separate Poisson streams of each person,
 * with a rate by age, sex and chronic illness × frailty × calendar trend. Published age patterns give the shape,
 * the published mean of the base year the level.
 */

import { type Day, daysInYear, yearStart } from '../../kernel/calendar.ts'
import { QUANTILE_SCALE, quantile } from '../../kernel/distributions.ts'
import { draw, secondWord } from '../../kernel/random.ts'
import { columns } from '../../kernel/table.ts'
import { birthdayInYear, ILLNESS_BAND_FROM, illnessBand, RATE_CLASSES } from '../../population/ages.ts'
import { ALIVE, CHRONIC, FEMALE } from '../../population/person.ts'
import { PURPOSE } from '../../population/purposes.ts'
import type { County } from '../county.ts'
import { OCCASIONS_PER_YEAR, PHASE } from '../episodes.ts'
import type { Messages } from '../messages.ts'

/** Yearly needs per person by class: band × 4 + female + 2 × chronic. */
export interface NeedRates {
  readonly inpatient: Float64Array
  readonly outpatient: Float64Array
}

/** Within a year time runs in 1/1024 days, so that a second need on one day stays behind the first. */
export const TICKS_PER_DAY = 1024
export const TICK_BITS = 10
/** A need fell somewhere within its tick: in the middle, on average. */
export const MID_TICK = 0.5
/** No need beyond this many ticks is kept: it lies after the year's end anyway. */
export const LATEST = 400 * TICKS_PER_DAY
/** A day of the year after its end: no birthday opens a new band. */
const NO_CHANGE = 500
/** Ticks per unit at a rate of zero, and the most at one next to it: two of them still make a ratio. */
const NEVER = 1e15

/** Where a need for admission is put: entry = person. */
interface Agenda {
  add(entry: number, dayOfYear: number, phase: number): void
}

/** The year at hand. */
interface IllnessYear {
  readonly year: number
  readonly start: Day
  readonly endTick: number
  /** number of the first need of the year */
  readonly occasion: number
}

/** The two streams of needs: columns by person, and mean ticks between needs by class of the year at hand, per unit of a draw. */
export interface Illness {
  readonly county: County
  readonly agenda: Agenda
  readonly announce: Pick<Messages, 'outpatientNeed' | 'inpatientNeed'>
  /** `visitTick`: the next outpatient need; numbers of needs so far; class of rates; day on which the next band of age begins */
  readonly columns: ReturnType<typeof needColumns>
  readonly visitTicks: Float64Array
  readonly admissionTicks: Float64Array
  now: IllnessYear
}

function needColumns(persons: number) {
  return columns(persons, {
    visitTick: Int32Array,
    visits: Uint16Array,
    admissions: Uint8Array,
    rateClass: Uint8Array,
    bandDay: Uint16Array,
  })
}

export function layOutIllness(county: County, agenda: Agenda, announce: Illness['announce']): Illness {
  const [visitTicks, admissionTicks] = [new Float64Array(RATE_CLASSES + 4), new Float64Array(RATE_CLASSES + 4)]
  const now = { year: 0, start: 0, endTick: 0, occasion: 0 }
  return { county, agenda, announce, columns: needColumns(county.room.persons), visitTicks, admissionTicks, now }
}

/** Sets the rates of `year`: mean ticks between needs for each class. A rate of zero gives none. */
export function openIllnessYear(illness: Illness, year: number, rates: NeedRates): void {
  const ticks = daysInYear(year) * TICKS_PER_DAY
  illness.now = { year, start: yearStart(year), endTick: ticks, occasion: (year - 2000) * OCCASIONS_PER_YEAR }
  for (let c = 0; c < RATE_CLASSES + 4; c++) {
    // the band after the last is the last
    const of = Math.min(c, RATE_CLASSES - 4 + (c & 3))
    illness.visitTicks[c] = ticksBetween(ticks, rates.outpatient[of])
    illness.admissionTicks[c] = ticksBetween(ticks, rates.inpatient[of])
  }
}

function ticksBetween(ticks: number, rate: number): number {
  return rate > 0 ? Math.min(NEVER, ticks / rate / QUANTILE_SCALE) : NEVER
}

/**
 * First needs of the year for person `p` of `age`; the streams have no memory, so each year may begin anew.
 * `today`: day of the year, later than 0 for a newborn. `ageing`: false when the scenario keeps everybody's age.
 */
export function firstNeeds(illness: Illness, p: number, age: number, today: number, ageing: boolean): void {
  const { year, start, occasion } = illness.now
  const { keyA, keyB, traits, birthDay } = illness.county.people
  const { visitTick, visits, admissions, rateClass, bandDay } = illness.columns
  const band = illnessBand(age)
  rateClass[p] = band * 4 + (traits[p] & (FEMALE | CHRONIC))
  bandDay[p] = ageing && age + 1 === ILLNESS_BAND_FROM[band + 1] ? birthdayInYear(birthDay[p], age + 1, year, start) - start : NO_CHANGE
  visits[p] = 0
  admissions[p] = 0
  const word = draw(keyA[p], keyB[p], PURPOSE.firstNeeds, occasion + today)
  const second = secondWord()
  visitTick[p] = arrival(illness, p, today * TICKS_PER_DAY, word, illness.visitTicks)
  scheduleAdmission(illness, p, today * TICKS_PER_DAY, second)
}

function scheduleAdmission(illness: Illness, p: number, from: number, word: number): void {
  const tick = arrival(illness, p, from, word, illness.admissionTicks)
  if (tick >= illness.now.endTick) return
  illness.agenda.add(p, tick >> TICK_BITS, PHASE.admission)
}

/**
 * Tick at which the exponential that a random word stands for has run off, at the rate before and after the birthday that opens a new band.
 * Half a unit gives back what the table cuts off; and it is never 0, which would bring a need at a rate of zero.
 */
function arrival({ county, columns }: Illness, p: number, from: number, word: number, perUnit: Float64Array): number {
  const size = quantile(county.exponential, word) + 0.5
  const resilience = county.people.resilience[p]
  const c = columns.rateClass[p]
  const change = columns.bandDay[p] * TICKS_PER_DAY
  if (from >= change) return Math.min(LATEST, from + size * perUnit[c + 4] * resilience) | 0
  const tick = from + size * perUnit[c] * resilience
  if (tick <= change) return Math.min(LATEST, tick) | 0
  // nobody's band changes this year: whatever lies beyond is beyond the year
  if (change >= LATEST) return LATEST
  return Math.min(LATEST, change + ((tick - change) * perUnit[c + 4]) / perUnit[c]) | 0
}

/**
 * The outpatient needs of `p` that come due before day `end` of the year and were not told yet. They depend on
 * nothing but the person's own state: the model calls this before that state changes, and for everybody, one after the other as
 * they lie in memory, where the rules change or the county's turn comes.
 */
export function outpatientNeedsBefore(illness: Illness, p: number, end: number): void {
  const { visitTick, visits } = illness.columns
  const { keyA, keyB, traits } = illness.county.people
  const endTick = end * TICKS_PER_DAY
  let tick = visitTick[p]
  if (tick >= endTick || !(traits[p] & ALIVE)) return
  let number = visits[p]
  do {
    const occasion = illness.now.occasion + number++
    const word = draw(keyA[p], keyB[p], PURPOSE.visit, occasion)
    const second = secondWord()
    illness.announce.outpatientNeed(p, tick >> TICK_BITS, occasion, word, second)
    tick = arrival(illness, p, tick + MID_TICK, word, illness.visitTicks)
  } while (tick < endTick)
  visits[p] = number
  visitTick[p] = tick
}

/** A need for admission of `p` comes due on `day` of the year. */
export function inpatientNeed(illness: Illness, p: number, day: number): void {
  const { keyA, keyB, traits } = illness.county.people
  if (!(traits[p] & ALIVE)) return
  const occasion = illness.now.occasion + illness.columns.admissions[p]++
  const word = draw(keyA[p], keyB[p], PURPOSE.admission, occasion)
  const chance = secondWord()
  // Where in the day it fell is not kept but drawn again (the low bits of `chance` serve nothing else): with any moment equally
  // likely, as many needs follow on the same day as in the stream; from the middle of the day there would be a few more.
  scheduleAdmission(illness, p, day * TICKS_PER_DAY + (chance & (TICKS_PER_DAY - 1)) + MID_TICK, word)
  illness.announce.inpatientNeed(p, day, occasion, chance)
}
