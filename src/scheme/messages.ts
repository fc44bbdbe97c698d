/** 消息 What one chapter of the scheme announces to another, and townships to the county; model/wiring.ts joins them. */
import type { Day } from '../kernel/calendar.ts'
import type { ReadonlyColumn } from '../kernel/table.ts'

/** Institutions announce; the model wires these to the institution that takes them up. Days are days of the year. */
export interface Announcements {
  /** illness → care */
  /** `word`: a random word whose spare bits say whether care is sought; `second`: its rank is that of the bill, its spare bits say where */
  outpatientNeed(person: number, day: number, occasion: number, word: number, second: number): void
  inpatientNeed(person: number, day: number, occasion: number, chance: number): void
  /** care → life: days until the patient dies in this year, more than any stay when it does not */
  daysToLive(person: number, day: number): number
  /** care → hospital bed */
  admitted(person: number, day: number, lengthOfStay: number, place: number, bill: number, occasion: number): void
  /** care → benefit and claims */
  visited(person: number, day: number, place: number, bill: number): void
  /** care, claims → the household: billed in the year at hand, and received back for it at once */
  billed(household: number, fen: number): void
  receivedBack(household: number, fen: number): void
  /** claims → fund: settled with the card, the place advances the money */
  settledAtHospital(day: number, place: number, fen: number): void
  settledAtClinic(day: number, place: number, fen: number): void
  /** claims → critical-illness cover: eligible cost of a settled stay that the member bore after the base benefit, deductible and excess over the ceiling included; and of it what lies above the deductible */
  costBorne(person: number, fen: number, aboveDeductible: number): void
  /** claims → the desks of the county: a claim by hand, first submitted on `submitDay` (absolute day) */
  submitted(person: number, dischargeDay: Day, submitDay: Day, place: number, fen: number, occasion: number): void
  /** premium → fund: all that was paid on a day of the campaign */
  premiumPaid(day: number, payer: number, fen: number): void
}

/** Who pays a premium: index into income accounts individual, collective, assistance. */
export const PAYERS = ['individual', 'collective', 'assistance'] as const

/** What townships send to the county stage. Days are days of the year. */
export interface ToCounty {
  settledAtHospital(day: number, place: number, fen: number): void
  settledAtClinic(day: number, place: number, fen: number): void
  costBorne(person: number, fen: number, aboveDeductible: number): void
  submitted(person: number, dischargeDay: Day, submitDay: Day, place: number, fen: number, occasion: number): void
  born(newborn: number, mother: number): void
  /** a newborn of the last months joins on 1 January with its household, which pays this premium */
  newbornJoins(household: number, fen: number): void
  /** somebody joins within the year and pays this premium */
  joinsInYear(day: number, household: number, fen: number): void
  /** a household was billed for care; it received something back in the year of the bill */
  billed(household: number, fen: number): void
  receivedBack(household: number, fen: number): void
  /** 1 January: cover of the persons from `first` to before `after` is known, and nothing of the year has happened to them; `agesIn`: the year for which ages are counted */
  yearBegins(cover: ReadonlyColumn, agesIn: number, first: number, after: number): void
}
