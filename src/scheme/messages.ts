/** 消息 Everything that one chapter of the scheme announces to another; model/wiring.ts says who hears it. Days are days of the year. */
import type { Day } from '../kernel/calendar.ts'
import type { Admission, ManualClaim } from './episodes.ts'

export interface Messages {
  /**
   * illness → care: somebody needs a doctor. `word`: its spare bits say whether care is sought; `second`: its rank is that of the bill, its
   * spare bits say where
   */
  outpatientNeed(person: number, day: number, occasion: number, word: number, second: number): void
  /** illness → care: somebody needs a hospital */
  inpatientNeed(person: number, day: number, occasion: number, chance: number): void
  /** care → life: days until the patient dies in this year, more than any stay when it does not */
  daysToLive(person: number, day: number): number
  /** care → hospital bed */
  admitted(admission: Admission): void
  /** care → visits */
  visited(person: number, day: number, place: number, bill: number): void

  /** cover → illness: cover changes today, what the person did until yesterday was as it was */
  beforeChange(person: number, day: number): void
  /** cover → fund, household: somebody joins within the year and pays this premium */
  joinsInYear(day: number, household: number, fen: number): void
  /** cover → fund, household: a newborn of the last months joins on 1 January with its household, which pays this premium */
  newbornJoins(household: number, fen: number): void
  /** premium → fund: all that was paid on a day of the campaign */
  premiumPaid(day: number, payer: number, fen: number): void
  /** campaign → household: registered for `year`, it pays so much itself for members with so much income, both in fen */
  registered(year: number, household: number, fen: number, income: number): void
  /** registration → offices: staff time of a day (absolute), in minutes, at the counter that takes the procedure */
  work(office: string, day: Day, minutes: number, procedure: string): void

  /** care, claims, critical illness, fund → household: billed in the year at hand for so much care, and received back for it */
  billed(household: number, fen: number, care: number): void
  receivedBack(household: number, fen: number): void

  /** claims → fund: settled with the card, the place advances the money */
  settledAtHospital(day: number, place: number, fen: number): void
  settledAtClinic(day: number, place: number, fen: number): void
  /**
   * claims → critical-illness cover: eligible cost of a settled stay that the member bore after the base benefit, deductible and excess over
   * the ceiling included; and of it what lies above the deductible
   */
  costBorne(person: number, fen: number, aboveDeductible: number): void
  /** claims → claims office */
  submitted(claim: ManualClaim): void

  /** life → trace */
  born(newborn: number, mother: number): void
  /** townships → household: cover of the persons from `first` to before `after` is known; `agesIn`: the year for which ages are counted */
  yearBegins(agesIn: number, first: number, after: number): void
}

/** Who pays a premium: index into income accounts individual, collective, assistance. */
export const PAYERS = ['individual', 'collective', 'assistance'] as const
