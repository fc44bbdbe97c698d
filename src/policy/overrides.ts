/** The policy block of a scenario: other values for parameters of the law. */
import { type Fault, nearestName } from '../kernel/errors.ts'
import { changeComplaint, changeFaults, dateComplaint, isMapping, type SettingFault, valueComplaint } from './change/form.ts'
import { entryUnder, impossible } from './change/series.ts'
import { datesOf } from './change/steps.ts'
import { contradictions } from './consistency.ts'
import type { Entry } from './schema.ts'

/**
 * By dotted name one of three:
 * - a value, which holds for all time;
 * - values by date ('YYYY-MM-DD'), which hold from their first date on and replace everything the law says from then; before it the law
 *   stays. In place of a value may stand `{ change }`: up to the next date the law's values, changed;
 * - `{ change: '+60' | '-60' | '×2' | '+10%' }`: every value of the law changed, with `from` those from a date on, with `years` those of
 *   the years named. Years that the law does not cover stay uncovered.
 * `over`, beside dates or a change, is what stands in place of the law: the setting of a file that the scenario extends.
 */
export type Overrides = Readonly<Record<string, unknown>>

/** A fault of a policy block: where it stands is known to whoever read the block, by parameter and what is under it. */
export interface OverrideFault extends Fault {
  readonly parameter: string
  /** where under the parameter: a date, 'change', or both */
  readonly at: readonly string[]
  /** the date of the faulty value, when it has one */
  readonly date?: string
  /** whether the name (or the date), not the value, is at fault */
  readonly part: 'key' | 'value'
}

/** All faults of a policy block: unknown names, values and changes that do not fit, dates that are none or outside the scheme, contradictions. */
export function overrideFaults(entries: ReadonlyMap<string, Entry>, overrides: Overrides): OverrideFault[] {
  const faults = Object.entries(overrides).flatMap(([parameter, setting]): OverrideFault[] => {
    const entry = entries.get(parameter)
    const told = entry ? settingFaults(entry, setting) : [unknownName(parameter, entries)]
    return told.map((fault) => {
      const place = fault.date === undefined ? parameter : `${parameter}, ${fault.date}`
      return { file: '', parameter, ...fault, message: `${place}: ${fault.message}` }
    })
  })
  if (faults.length > 0) return faults
  const impossibles = impossibleChanges(entries, overrides)
  return impossibles.length > 0 ? impossibles : newContradictions(entries, overrides)
}

/** The entries with the scenario's values in place. The overrides must be free of faults. */
export function applyOverrides(entries: ReadonlyMap<string, Entry>, overrides: Overrides): ReadonlyMap<string, Entry> {
  const changed = new Map(entries)
  for (const [name, setting] of Object.entries(overrides)) {
    const entry = entries.get(name)
    if (!entry) throw new Error(`the law has no parameter ${name}`)
    changed.set(name, entryUnder(entry, setting))
  }
  return changed
}

type NamedFault = Omit<SettingFault, 'code'> & Pick<OverrideFault, 'code' | 'date'>

function unknownName(parameter: string, entries: ReadonlyMap<string, Entry>): NamedFault {
  const nearest = nearestName(parameter, [...entries.keys()])
  const message = 'the law has no such parameter'
  return { code: 'unknown-parameter', message, expected: 'the dotted name of a parameter', nearest, at: [], part: 'key' }
}

function settingFaults(entry: Entry, setting: unknown): NamedFault[] {
  if (!isMapping(setting)) return bareFaults(entry, setting)
  const under = setting.over === undefined ? [] : settingFaults(entry, setting.over)
  if ('change' in setting) return [...under, ...changeFaults(entry, setting)]
  const dates = Object.entries(datesOf(setting))
  if (dates.length === 0) return [{ code: 'value', message: 'no value', expected: 'a value, or values by date', at: [], part: 'value' }]
  return [...under, ...dates.flatMap(([date, value]) => datedFaults(entry, date, value))]
}

function datedFaults(entry: Entry, date: string, value: unknown): NamedFault[] {
  const dateFault = dateComplaint(entry.name, date)
  const faults: NamedFault[] = dateFault ? [{ code: 'date', ...dateFault, at: [date], date, part: 'key' }] : []
  if (!isMapping(value) || !('change' in value)) return [...faults, ...bareFaults(entry, value, date)]
  const beside = Object.keys(value).filter((key) => key !== 'change')
  const expected = 'a change alone: the date before it says from when on, the next date up to when'
  for (const key of beside) {
    const message = `'${key}' stands within a date`
    faults.push({ code: 'change', message, expected, at: [date, key], date, part: 'key' })
  }
  const complaint = changeComplaint(entry, value.change)
  return complaint ? [...faults, { code: 'change', ...complaint, at: [date, 'change'], date, part: 'value' }] : faults
}

function bareFaults(entry: Entry, value: unknown, date?: string): NamedFault[] {
  const complaint = valueComplaint(value, entry)
  return complaint ? [{ code: 'value', ...complaint, at: date === undefined ? [] : [date], date, part: 'value' }] : []
}

/** What a change makes of a value is a value of the parameter, or the change cannot be. */
function impossibleChanges(entries: ReadonlyMap<string, Entry>, overrides: Overrides): OverrideFault[] {
  return Object.entries(overrides).flatMap(([parameter, setting]): OverrideFault[] => {
    const entry = entries.get(parameter)
    const found = entry && impossible(entry, setting)
    if (!found) return []
    const at = isMapping(setting) && 'change' in setting ? ['change'] : []
    return [{ code: 'impossible-change', file: '', ...found, message: `${parameter}: ${found.message}`, parameter, at, part: 'value' }]
  })
}

function newContradictions(entries: ReadonlyMap<string, Entry>, overrides: Overrides): OverrideFault[] {
  return contradictions(applyOverrides(entries, overrides)).map(({ names, message, expected }) => {
    const parameter = names.find((name) => name in overrides) ?? names[0]
    return { code: 'contradiction', file: '', message, expected, parameter, at: [], part: 'value' }
  })
}
