/**
 * Days of the civil (Gregorian) calendar as whole numbers, and working days.
 * Pure integer arithmetic: no Date, no time zone, the same in every engine.
 */

/** Days since 2000-01-01, which is day 0 (a Saturday). */
export type Day = number

/** Days from 1 March of the year 0 to 2000-01-01. Years are counted from March, so that the leap day is their last day. */
const MARCH_OF_YEAR_0 = 730_425
const DAYS_IN_400_YEARS = 146_097
const SATURDAY = 5
const SUNDAY = 6

/** The day of a civil date; `month` 1-12, `dayOfMonth` from 1. The date is taken to exist: `parseDay` is the one that checks. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day {
  const years = month <= 2 ? year - 1 : year
  const months = month <= 2 ? month + 9 : month - 3
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  return years * 365 + leapDays + Math.floor((months * 153 + 2) / 5) + dayOfMonth - 1 - MARCH_OF_YEAR_0
}

/** Years from March that are over by a day counted from 1 March of the year 0. */
function marchYears(sinceMarch: number): number {
  const era = Math.floor(sinceMarch / DAYS_IN_400_YEARS)
  const dayOfEra = sinceMarch - era * DAYS_IN_400_YEARS
  const leapDays = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36_524) + Math.floor(dayOfEra / 146_096)
  return era * 400 + Math.floor((dayOfEra - leapDays) / 365)
}

/** Year, month and day of the month in one number, yyyymmdd: ordered like the dates. */
function dateNumber(day: Day): number {
  const sinceMarch = day + MARCH_OF_YEAR_0
  const years = marchYears(sinceMarch)
  const leapDays = Math.floor(years / 4) - Math.floor(years / 100) + Math.floor(years / 400)
  const dayOfYear = sinceMarch - years * 365 - leapDays
  const months = Math.floor((dayOfYear * 5 + 2) / 153)
  const dayOfMonth = dayOfYear - Math.floor((months * 153 + 2) / 5) + 1
  const month = months < 10 ? months + 3 : months - 9
  return (years + (month <= 2 ? 1 : 0)) * 10_000 + month * 100 + dayOfMonth
}

/** Civil year of a day. */
export function yearOf(day: Day): number {
  return Math.floor(dateNumber(day) / 10_000)
}

/** Month of a day, 1-12. */
export function monthOf(day: Day): number {
  return Math.floor(dateNumber(day) / 100) % 100
}

/** 1 January: the first day of cover of the scheme year (001_7e0f4b5ac67c1afb.txt). */
export function yearStart(year: number): Day {
  return dayOf(year, 1, 1)
}

/** 365 or 366. */
export function daysInYear(year: number): number {
  return yearStart(year + 1) - yearStart(year)
}

/** 0 = Monday … 6 = Sunday. */
export function weekday(day: Day): number {
  return (((day + SATURDAY) % 7) + 7) % 7
}

/** The day of an ISO date such as 2013-01-31, or undefined when the text is no existing date of the years 1000-9999 in that form. */
export function parseDay(text: string): Day | undefined {
  const parts = /^([1-9]\d{3})-(\d{2})-(\d{2})$/.exec(text)
  if (!parts) return undefined
  const day = dayOf(Number(parts[1]), Number(parts[2]), Number(parts[3]))
  return formatDay(day) === text ? day : undefined
}

/** The ISO date of a day, such as 2013-01-31. */
export function formatDay(day: Day): string {
  const digits = String(dateNumber(day)).padStart(8, '0')
  return `${digits.slice(0, -4)}-${digits.slice(-4, -2)}-${digits.slice(-2)}`
}

export interface WorkCalendar {
  isWorking(day: Day): boolean
  /** the day itself if it is a working day, else the first one after it */
  nextWorking(day: Day): Day
  /** the n-th working day after `day`; for n = 0 `nextWorking(day)` */
  addWorking(day: Day, n: number): Day
}

const REST = 1
const WORK = 2

/**
 * 工作日 Working days: Monday to Friday, without the `holidays`, with the weekends worked in exchange (调休).
 * Outside the span of both lists only weekends rest. Throws RangeError for a day that is in both lists.
 */
export function createWorkCalendar(exceptions: { holidays: readonly Day[]; workedWeekends: readonly Day[] }): WorkCalendar {
  const listed = [...exceptions.holidays, ...exceptions.workedWeekends]
  const first = listed.reduce((least, day) => Math.min(least, day), listed[0] ?? 0)
  const last = listed.reduce((most, day) => Math.max(most, day), listed[0] ?? 0)
  const setApart = new Uint8Array(last - first + 1)
  for (const day of exceptions.holidays) setApart[day - first] = REST
  for (const day of exceptions.workedWeekends) {
    if (setApart[day - first] === REST) throw new RangeError(`${formatDay(day)} is both a holiday and a worked weekend`)
    setApart[day - first] = WORK
  }

  function isWorking(day: Day): boolean {
    const listing = day >= first && day <= last ? setApart[day - first] : 0
    return listing === 0 ? weekday(day) < SATURDAY : listing === WORK
  }
  function nextWorking(day: Day): Day {
    let next = day
    while (!isWorking(next)) next++
    return next
  }
  function addWorking(day: Day, n: number): Day {
    if (n <= 0) return nextWorking(day)
    let end = day
    let dayOfWeek = weekday(day)
    for (let left = n; left > 0; ) {
      end++
      dayOfWeek = dayOfWeek === SUNDAY ? 0 : dayOfWeek + 1
      const listing = end >= first && end <= last ? setApart[end - first] : 0
      if (listing === 0 ? dayOfWeek < SATURDAY : listing === WORK) left--
    }
    return end
  }
  return { isWorking, nextWorking, addWorking }
}
