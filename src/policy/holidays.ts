/** Public holidays and worked weekend days (法定节假日与调休), by date: data/law/holidays.yaml. */
import { z } from 'zod'
import { type Day, parseDay } from '../kernel/calendar.ts'
import { type Fault, InputFaults, nearestName } from '../kernel/errors.ts'
import { type InputFile, type LocatedYaml, readYaml, schemaFaults } from './located-yaml.ts'
import { dayComplaint } from './value/value-check.ts'

export interface Holidays {
  /** days off by law, weekend days among them; earliest first */
  readonly holidays: readonly Day[]
  /** Saturdays and Sundays worked in exchange; earliest first */
  readonly workedWeekends: readonly Day[]
}

const NoticeText = z.strictObject({
  source: z.string().min(1),
  status: z.enum(['verified', 'unverified', 'assumed']),
  /** number of the State Council General Office's notice */
  notice: z.string().min(1).optional(),
  /** single days (YYYY-MM-DD) or spans (YYYY-MM-DD/YYYY-MM-DD, both ends off) */
  holidays: z.array(z.string()),
  worked_weekends: z.array(z.string()),
})
const HolidaysText = z.strictObject({ years: z.record(z.string(), NoticeText) })

/** Reads the notices of all years. Throws InputFaults: not a day, a span that runs backwards, a worked day that is off as well. */
export function loadHolidays(file: InputFile): Holidays {
  const yaml = readYaml(file)
  const checked = HolidaysText.safeParse(yaml.content)
  if (yaml.faults.length > 0) throw new InputFaults(yaml.faults)
  if (!checked.success) {
    const keys = ['years', ...Object.keys(NoticeText.shape)]
    throw new InputFaults(schemaFaults(yaml, [], checked.error, (word) => nearestName(word, keys)))
  }
  const faults: Fault[] = []
  const off = new Set<Day>()
  const worked = new Set<Day>()
  for (const [year, notice] of Object.entries(checked.data.years)) {
    notice.holidays.forEach((span, index) => {
      for (const day of daysOf(yaml, ['years', year, 'holidays', index], span, faults)) off.add(day)
    })
    notice.worked_weekends.forEach((date, index) => {
      const path = ['years', year, 'worked_weekends', index]
      for (const day of daysOf(yaml, path, date, faults)) {
        if (off.has(day)) faults.push(yaml.fault(path, 'holiday', { message: `${date} is a holiday as well` }))
        worked.add(day)
      }
    })
  }
  if (faults.length > 0) throw new InputFaults(faults)
  const inOrder = (days: Set<Day>) => [...days].sort((a, b) => a - b)
  return { holidays: inOrder(off), workedWeekends: inOrder(worked) }
}

function daysOf(yaml: LocatedYaml, path: PropertyKey[], span: string, faults: Fault[]): Day[] {
  const ends = span.split('/')
  const days = ends.map((end) => parseDay(end))
  const wrong = ends.findIndex((_, index) => days[index] === undefined)
  if (wrong >= 0 || ends.length > 2) {
    faults.push(yaml.fault(path, 'date', dayComplaint(ends[Math.max(wrong, 0)]) ?? { message: `“${span}” is not a span of days` }))
    return []
  }
  const [first = 0, last = first] = days
  if (last < first) faults.push(yaml.fault(path, 'date', { message: `${span} runs backwards`, expected: 'first day/last day' }))
  return Array.from({ length: Math.max(last - first + 1, 0) }, (_, index) => first + index)
}
