import { describe, expect, test } from 'vitest'
import {
  createWorkCalendar,
  type Day,
  dayOf,
  daysInYear,
  formatDay,
  monthOf,
  parseDay,
  weekday,
  yearOf,
  yearStart,
} from '../../src/kernel/calendar.ts'

const day = (text: string): Day => parseDay(text) ?? Number.NaN

describe('dates', () => {
  test('agree with the civil calendar on every day from 1850 to 2149', () => {
    const differing: string[] = []
    for (let number = dayOf(1850, 1, 1); number < dayOf(2150, 1, 1); number++) {
      const date = new Date(Date.UTC(2000, 0, 1) + number * 86_400_000)
      const text = date.toISOString().slice(0, 10)
      const agrees =
        formatDay(number) === text &&
        parseDay(text) === number &&
        yearOf(number) === date.getUTCFullYear() &&
        monthOf(number) === date.getUTCMonth() + 1 &&
        weekday(number) === (date.getUTCDay() + 6) % 7
      if (!agrees) differing.push(text)
    }
    expect(differing).toEqual([])
  })

  test('2000-01-01 is day 0', () => {
    expect(dayOf(2000, 1, 1)).toBe(0)
    expect(formatDay(-1)).toBe('1999-12-31')
  })

  test.each(['2013-13-01', '2013-02-30', '2013-02-29', '1900-02-29', '2013-04-31', '2013-00-10', '2013-10-00', '2013-31-01', '31-01-2013'])(
    '%s is no date',
    (text) => {
      expect(parseDay(text)).toBeUndefined()
    },
  )

  test.each(['2013-1-31', ' 2013-01-31', '2013-01-31T00:00', '20130131', '2013/01/31', ''])('"%s" is not written as a date', (text) => {
    expect(parseDay(text)).toBeUndefined()
  })

  test('29 February stands in leap years only', () => {
    expect(day('2012-03-01') - day('2012-02-28')).toBe(2)
    expect([1900, 2000, 2012, 2013].map(daysInYear)).toEqual([365, 366, 366, 365])
  })

  test('the scheme year begins on 1 January', () => {
    expect(formatDay(yearStart(2015))).toBe('2015-01-01')
  })
})

describe('working days', () => {
  // National Day of 2013: seven days off, two weekend days worked in exchange
  const nationalDays = Array.from({ length: 7 }, (_, n) => day('2013-10-01') + n)
  const calendar = createWorkCalendar({ holidays: nationalDays, workedWeekends: [day('2013-09-29'), day('2013-10-12')] })

  test('weekends rest, unless they are worked in exchange for a holiday', () => {
    expect(calendar.isWorking(day('2013-09-28'))).toBe(false)
    expect(calendar.isWorking(day('2013-09-29'))).toBe(true)
    expect(calendar.isWorking(day('2013-10-12'))).toBe(true)
    expect(calendar.isWorking(day('2013-10-13'))).toBe(false)
  })

  test('holidays rest', () => {
    expect(nationalDays.map(calendar.isWorking)).toEqual(nationalDays.map(() => false))
    expect(formatDay(calendar.nextWorking(day('2013-10-01')))).toBe('2013-10-08')
  })

  test('a working day is its own next working day', () => {
    expect(calendar.nextWorking(day('2013-09-30'))).toBe(day('2013-09-30'))
    expect(calendar.addWorking(day('2013-09-30'), 0)).toBe(day('2013-09-30'))
    expect(formatDay(calendar.addWorking(day('2013-10-05'), 0))).toBe('2013-10-08')
  })

  test('the first working day after the eve of National Day is 8 October', () => {
    expect(formatDay(calendar.addWorking(day('2013-09-30'), 1))).toBe('2013-10-08')
  })

  test('n working days lie between a day and its n-th working day', () => {
    for (let from = day('2013-09-20'); from < day('2013-10-20'); from++) {
      for (let n = 1; n <= 15; n++) {
        const end = calendar.addWorking(from, n)
        const between = Array.from({ length: end - from }, (_, step) => from + 1 + step)
        expect(between.filter(calendar.isWorking)).toHaveLength(n)
        expect(calendar.isWorking(end)).toBe(true)
      }
    }
  })

  test('without lists only weekends rest', () => {
    const plain = createWorkCalendar({ holidays: [], workedWeekends: [] })
    expect([0, 1, 2, 3, 4, 5, 6].map((n) => plain.isWorking(n))).toEqual([false, false, true, true, true, true, true])
  })

  test('a day in both lists is refused', () => {
    expect(() => createWorkCalendar({ holidays: [5], workedWeekends: [5] })).toThrow('2000-01-06')
  })
})
