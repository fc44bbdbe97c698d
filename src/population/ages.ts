import { ageOn, type Day, dayOf, yearStart } from '../kernel/calendar.ts'

/** Age bands of the published tables: index of the band that holds an age in full years. */

/** Bands 0-4, 5-14, 15-24 … 55-64, 65+ of the health services surveys. */
export function illnessBand(age: number): number {
  if (age < 5) return 0
  if (age >= 65) return 7
  return 1 + Math.floor((age - 5) / 10)
}

/** First age of each of the illness bands. */
export const ILLNESS_BAND_FROM = [0, 5, 15, 25, 35, 45, 55, 65] as const

/** Classes of the rates of need: band × 4 + female + 2 × chronic. */
export const RATE_CLASSES = ILLNESS_BAND_FROM.length * 4

/** Bands 0, 1-4, 5-14 … 75-84, 85+ of the death rates. */
export function mortalityBand(age: number): number {
  if (age < 1) return 0
  if (age < 5) return 1
  if (age >= 85) return 10
  return 2 + Math.floor((age - 5) / 10)
}

/** Bands 15-19 … 45-49 of the birth rates; -1 outside. */
export function fertilityBand(age: number): number {
  return age < 15 || age >= 50 ? -1 : Math.floor((age - 15) / 5)
}

/** Bands 16-24, 25-34, 35-44, 45-59, 60+ of those who leave for work; -1 below 16. */
export function workingBand(age: number): number {
  if (age < 16) return -1
  if (age < 25) return 0
  if (age < 35) return 1
  if (age < 45) return 2
  return age < 60 ? 3 : 4
}

const OLDEST = 130

/** Exact age in full years on 1 January of `year`, by birth day: two comparisons instead of calendar arithmetic for each person. */
export function agesAt(year: number): (birthDay: Day) => number {
  const start = yearStart(year)
  const bornBy = Int32Array.from({ length: OLDEST + 2 }, (_, age) => dayOf(year - age, 1, 1))
  return (birthDay) => {
    const age = Math.min(OLDEST, Math.max(0, Math.floor((start - birthDay) / 365.25)))
    if (birthDay > bornBy[age]) return age - 1
    return birthDay <= bornBy[age + 1] ? age + 1 : age
  }
}

/** The day on which somebody turns `age`. */
export function birthdayOf(birthDay: Day, age: number): Day {
  let day = Math.floor(birthDay + age * 365.2425) + 2
  while (ageOn(birthDay, day - 1) >= age) day--
  return day
}
