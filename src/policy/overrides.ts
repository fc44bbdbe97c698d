/** The policy block of a scenario: other values for parameters of the law. */
import { type Day, dayOf, parseDay } from '../kernel/calendar.ts'
import { type Fault, nearestName } from '../kernel/errors.ts'
import { contradictions } from './consistency.ts'
import { coversWith } from './covers.ts'
import { type DatedValue, type Entry, SCHEME_YEARS } from './schema.ts'
import { type Complaint, complaintAbout, dayComplaint, fits, shown, withinYearComplaint } from './value-check.ts'

/**
 * By dotted name: a value, which holds for all time, or values by date ('YYYY-MM-DD'). Dated values hold from their first date on
 * and replace everything the law says from then; before it the law stays.
 */
export type Overrides = Readonly<Record<string, unknown>>

/** A fault of a policy block: where it stands is known to whoever read the block, by parameter and date. */
export interface OverrideFault extends Fault {
  readonly parameter: string
  /** the date of the faulty value, when it has one */
  readonly date?: string
  /** whether the name (or the date), not the value, is at fault */
  readonly part: 'key' | 'value'
}

/** All faults of a policy block: unknown names, values that do not fit, dates that are none or outside the scheme, contradictions. */
export function overrideFaults(entries: ReadonlyMap<string, Entry>, overrides: Overrides): OverrideFault[] {
  const faults: OverrideFault[] = []
  for (const [parameter, setting] of Object.entries(overrides)) {
    const refuse = (code: string, words: Complaint, part: 'key' | 'value', date?: string) => {
      faults.push({
        code,
        file: '',
        ...words,
        message: date ? `${parameter}, ${date}: ${words.message}` : `${parameter}: ${words.message}`,
        parameter,
        date,
        part,
      })
    }
    const entry = entries.get(parameter)
    if (!entry) {
      const nearest = nearestName(parameter, [...entries.keys()])
      refuse('unknown-parameter', { message: 'the law has no such parameter', expected: 'the dotted name of a parameter', nearest }, 'key')
    } else if (isDated(setting)) {
      if (Object.keys(setting).length === 0) refuse('value', { message: 'no value', expected: 'a value, or values by date' }, 'value')
      for (const [date, value] of Object.entries(setting)) {
        const dateFault = dayComplaint(date) ?? outsideScheme(date) ?? withinYearComplaint(parameter, date)
        if (dateFault) refuse('date', dateFault, 'key', date)
        const complaint = complaintAbout(value, entry)
        if (complaint) refuse('value', complaint, 'value', date)
      }
    } else {
      const complaint = complaintAbout(setting, entry)
      if (complaint) refuse('value', complaint, 'value')
    }
  }
  return faults.length > 0 ? faults : newContradictions(entries, overrides)
}

/** The entries with the scenario's values in place. The overrides must be free of faults. */
export function applyOverrides(entries: ReadonlyMap<string, Entry>, overrides: Overrides): ReadonlyMap<string, Entry> {
  const changed = new Map(entries)
  for (const [name, setting] of Object.entries(overrides)) {
    const entry = entries.get(name)
    if (!entry) throw new Error(`the law has no parameter ${name}`)
    const own = isDated(setting) ? Object.entries(setting) : [['', setting] as const]
    const set = own.map(([date, value]) => scenarioValue(entry, date, value)).sort((a, b) => a.from - b.from)
    const kept = isDated(setting) ? lawBefore(entry, set[0].from) : []
    changed.set(name, { ...entry, covers: coversWith(entry.covers, set, isDated(setting)), values: [...kept, ...set] })
  }
  return changed
}

/** What the law says up to `from`; its first value also holds before its own date, so it must not be lost. */
function lawBefore(entry: Entry, from: Day): readonly DatedValue[] {
  const [first, ...rest] = entry.values
  const start = Math.min(first.from, from - 1)
  return [{ ...first, from: start }, ...rest.filter((value) => value.from < from)]
}

function scenarioValue(entry: Entry, date: string, value: unknown): DatedValue {
  const from = date === '' ? entry.values[0].from : parseDay(date)
  if (from === undefined || !fits(value, entry)) throw new Error(`${entry.name}: ${shown(value)} was not checked`)
  return { value, source: 'SCENARIO', status: 'scenario', from, setBy: 'scenario' }
}

function newContradictions(entries: ReadonlyMap<string, Entry>, overrides: Overrides): OverrideFault[] {
  return contradictions(applyOverrides(entries, overrides)).map(({ names, message, expected }) => {
    const parameter = names.find((name) => name in overrides) ?? names[0]
    return { code: 'contradiction', file: '', message, expected, parameter, part: 'value' }
  })
}

function outsideScheme(date: string): Complaint | undefined {
  const day = parseDay(date)
  const [first, last] = SCHEME_YEARS
  if (day === undefined || (day >= dayOf(first, 1, 1) && day <= dayOf(last, 12, 31))) return undefined
  return { message: `${date} lies outside the scheme`, expected: `a day from ${first} to ${last}` }
}

function isDated(setting: unknown): setting is Readonly<Record<string, unknown>> {
  return typeof setting === 'object' && setting !== null && !Array.isArray(setting)
}
