/** 乡镇到县 What passes from the townships' stage to the county's: messages, never a look into one another. */
import type { Day } from '../kernel/calendar.ts'
import type { ReadonlyColumn } from '../kernel/table.ts'

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
