/** Days of the year in a procedure: when it takes cases in, when a batch leaves, when an effect begins. */
import { type Day, dayOf, type WorkCalendar, yearOf, yearStart } from '../kernel/calendar.ts'
import type { Procedure, Step } from './data/schema.ts'

/** The day a month-day text such as 11-30 falls on in a year. */
function dateIn(year: number, monthDay: string): Day {
  return dayOf(year, Number(monthDay.slice(0, 2)), Number(monthDay.slice(3)))
}

/** First day on or after `day` on which the procedure takes cases in. */
export function openingFrom(window: Procedure['window'], day: Day): Day {
  if (!window || isWithin(window, day)) return day
  const opens = dateIn(yearOf(day), window.opens)
  return opens >= day ? opens : dateIn(yearOf(day) + 1, window.opens)
}

/** Last day of the window that a day within it belongs to; Infinity without a window. */
export function closingFrom(window: Procedure['window'], day: Day): Day {
  if (!window) return Number.POSITIVE_INFINITY
  const closes = dateIn(yearOf(day), window.closes)
  return closes >= day ? closes : dateIn(yearOf(day) + 1, window.closes)
}

/** Last day of the first submission of a case that sets out on `setOut`; the procedure's deadline counts from `since`. Infinity without either. */
export function lastDayFor({ deadline, window }: Pick<Procedure, 'deadline' | 'window'>, setOut: Day, since: Day): Day {
  return Math.min(deadline ? since + deadline.value : Number.POSITIVE_INFINITY, closingFrom(window, setOut))
}

function isWithin({ opens, closes }: NonNullable<Procedure['window']>, day: Day): boolean {
  const [from, to] = [dateIn(yearOf(day), opens), dateIn(yearOf(day), closes)]
  return from <= to ? day >= from && day <= to : day >= from || day <= to
}

interface MonthDay {
  readonly month: number
  readonly dayOfMonth: number
}

const read = new WeakMap<readonly string[], readonly MonthDay[]>()

/** Month-day texts in order of the calendar, read at their first use. */
function inOrder(dates: readonly string[]): readonly MonthDay[] {
  const found = read.get(dates)
  if (found) return found
  const ordered = [...dates].sort().map((date) => ({ month: Number(date.slice(0, 2)), dayOfMonth: Number(date.slice(3)) }))
  read.set(dates, ordered)
  return ordered
}

/** The day on which a batch leaves that takes in what is there today: the last working day up to the next of its dates. */
export function leavingDay(dates: readonly string[], today: Day, calendar: WorkCalendar): Day {
  const ordered = inOrder(dates)
  for (let year = yearOf(today); ; year++) {
    for (let i = 0; i < ordered.length; i++) {
      let day = dayOf(year, ordered[i].month, ordered[i].dayOfMonth)
      while (!calendar.isWorking(day)) day--
      if (day >= today) return day
    }
  }
}

/** The day on which what a step did begins to count. */
export function effectiveDay(step: Step, done: Day): Day {
  if (step.takes_effect === 'next_day') return done + 1
  return step.takes_effect === 'next_scheme_year' ? yearStart(yearOf(done) + 1) : done
}
