/**
 * Offices (经办机构窗口): so many staff, first come first served, open on working days between fixed hours.
 * Seed documents 000, 001, 002 name the offices; none says how many work there.
 *
 * Time is integer minutes since 2000-01-01 00:00: minute = day × 1440 + minute of the day.
 * A service not finished at closing time (or at lunch) goes on where it stopped when the office opens again: nobody starts twice.
 */
import type { Day, WorkCalendar } from '../kernel/calendar.ts'
import type { Office } from './data/schema.ts'

export const MINUTES_PER_DAY = 1440

/** Opening time of one working day: one or two stretches, in minutes of the day, [from, to). */
export interface OpeningHours {
  readonly stretches: readonly (readonly [from: number, to: number])[]
  /** open minutes of a working day */
  readonly minutes: number
}

/** `08:30` → 510. */
export function minuteOfDay(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
}

/** The hours of an office as stretches between opening, lunch and closing. The loader has checked their order. */
export function openingHours(hours: Office['hours']): OpeningHours {
  const [opens, closes] = [minuteOfDay(hours.opens), minuteOfDay(hours.closes)]
  if (!hours.lunch) return { stretches: [[opens, closes]], minutes: closes - opens }
  const [lunchFrom, lunchTo] = [minuteOfDay(hours.lunch[0]), minuteOfDay(hours.lunch[1])]
  return {
    stretches: [
      [opens, lunchFrom],
      [lunchTo, closes],
    ],
    minutes: lunchFrom - opens + closes - lunchTo,
  }
}

/** Staff of an office, or of one of its windows, in a county of so many insured persons, in full-time posts: 1.4 are one person and another for two days a week. */
export function staffOf(office: Pick<Office, 'staff' | 'staff_unit'>, persons: number): number {
  return office.staff_unit === 'persons' ? office.staff.value : (office.staff.value * persons) / 100_000
}

/** The minute of the day at which the n-th open minute (from 0) begins. */
export function openMinuteOfDay(hours: OpeningHours, n: number): number {
  let left = n
  for (const [from, to] of hours.stretches) {
    if (left < to - from) return from + left
    left -= to - from
  }
  return hours.stretches[hours.stretches.length - 1][1]
}

/** The minute at which `work` minutes of opening time after `start` are over; exactly at closing time counts as that day. `start` may be closed time. */
export function afterOpenMinutes(start: number, work: number, hours: OpeningHours, workCalendar: WorkCalendar): number {
  if (work === 0) return start
  const { stretches } = hours
  let left = work
  let day: Day = Math.floor(start / MINUTES_PER_DAY)
  if (!workCalendar.isWorking(day)) day = workCalendar.nextWorking(day)
  for (;;) {
    const midnight = day * MINUTES_PER_DAY
    for (let i = 0; i < stretches.length; i++) {
      const begin = Math.max(start, midnight + stretches[i][0])
      const open = midnight + stretches[i][1] - begin
      if (open >= left) return begin + left
      if (open > 0) left -= open
    }
    day = workCalendar.nextWorking(day + 1)
  }
}

/** Every day a working day: online, and where hospitals are open. */
export const OPEN_EVERY_DAY: WorkCalendar = { isWorking: () => true, nextWorking: (day) => day, addWorking: (day, n) => day + n }
