/** Age in full years (周岁) by the calendar, the simple form of what src/population/ages.ts looks up. */
import { type Day, formatDay } from '../../src/kernel/calendar.ts'

const number = (day: Day) => Number(formatDay(day).replaceAll('-', ''))

/** Born on 29 February, a year older on 1 March of a common year. */
export const ageOn = (birth: Day, day: Day) => Math.floor((number(day) - number(birth)) / 10_000)
