import { type Day, dayOf, daysInYear, yearStart } from '../kernel/calendar.ts'

/** Age bands of the published tables: index of the band that holds an age in full years. */

/** First age of each of the illness bands. */
export const ILLNESS_BAND_FROM = [0, 5, 15, 25, 35, 45, 55, 65] as const

/** Classes of the rates of need: band × 4 + female + 2 × chronic. */
export const RATE_CLASSES = ILLNESS_BAND_FROM.length * 4

/** The band of each age, by the first age of every band; -1 below the first. */
function bandsFrom(firstAges: readonly number[], after = OLDEST): Int8Array {
  const last = (age: number) => firstAges.reduce((band, from, i) => (age >= from && age < after ? i : band), -1)
  return Int8Array.from({ length: AGES }, (_, age) => last(age))
}

const OLDEST = 131
/** Tables by age have so many entries. */
export const AGES = OLDEST + 2
const ILLNESS = bandsFrom(ILLNESS_BAND_FROM)
const MORTALITY = bandsFrom([0, 1, 5, 15, 25, 35, 45, 55, 65, 75, 85])
const FERTILITY = bandsFrom([15, 20, 25, 30, 35, 40, 45], 50)
const WORKING = bandsFrom([16, 25, 35, 45, 60])

/** Bands 0-4, 5-14, 15-24 … 55-64, 65+ of the health services surveys. */
export function illnessBand(age: number): number {
  return ILLNESS[age]
}

/** Bands 0, 1-4, 5-14 … 75-84, 85+ of the death rates. */
export function mortalityBand(age: number): number {
  return MORTALITY[age]
}

/** Bands 15-19 … 45-49 of the birth rates; -1 outside. */
export function fertilityBand(age: number): number {
  return FERTILITY[age]
}

/** Bands 16-24, 25-34, 35-44, 45-59, 60+ of those who leave for work; -1 below 16. */
export function workingBand(age: number): number {
  return WORKING[age]
}

/** Exact age in full years on 1 January of `year`, by birth day: two comparisons instead of calendar arithmetic for each person. */
export function agesAt(year: number): (birthDay: Day) => number {
  const start = yearStart(year)
  const bornBy = Int32Array.from({ length: OLDEST + 1 }, (_, age) => dayOf(year - age, 1, 1))
  return (birthDay) => {
    const age = Math.min(OLDEST - 1, Math.max(0, ((start - birthDay) * (1 / 365.25)) | 0))
    if (birthDay > bornBy[age]) return age - 1
    return birthDay <= bornBy[age + 1] ? age + 1 : age
  }
}

/** The day on which somebody turns `age`, in the year that begins on `start`: the day of the year on which they were born, moved by leap days. */
export function birthdayInYear(birthDay: Day, age: number, year: number, start: Day): Day {
  const bornIn = yearStart(year - age)
  const dayOfYear = birthDay - bornIn
  if (dayOfYear < LEAP_DAY) return start + dayOfYear
  const leap = daysInYear(year) - daysInYear(year - age)
  return start + dayOfYear + (leap < 0 && dayOfYear === LEAP_DAY ? 0 : leap)
}

/** 29 February as a day of the year, in a leap year. */
const LEAP_DAY = 59
