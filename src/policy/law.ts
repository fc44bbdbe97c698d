/** The law in memory: which value holds on which day, on whose authority, and which names a run has read. */
import { type Day, yearOf } from '../kernel/calendar.ts'
import { InputFaults, nearestName } from '../kernel/errors.ts'
import { applyOverrides, type Overrides, overrideFaults } from './overrides.ts'
import type { BandsName, ListName, NumberName, TextName } from './parameter-names.ts'
import { type Band, type DatedValue, type Entry, NUMBER_UNITS, type Unit } from './schema.ts'

export type { Overrides } from './overrides.ts'

/** What may follow `Prefix` in the names of a kind: 'deductible' … for 'benefit.' */
export type Under<Prefix extends string, Name extends string = NumberName> = Name extends `${Prefix}${infer Rest}` ? Rest : never

export interface Law {
  /** a number in the unit of its entry: yuan, a share, days … */
  number(name: NumberName, day: Day): number
  /** a date (MM-DD), a day (YYYY-MM-DD) or a mode */
  text(name: TextName, day: Day): string
  /** the numbers of a list, in the order its note states */
  list(name: ListName, day: Day): readonly number[]
  /** bands of cost, lowest first; empty when the plain rate holds */
  bands(name: BandsName, day: Day): readonly Band[]
  /** every parameter's name, in the order of the files */
  names(): string[]
  entry(name: string): Entry
  /** the value in force with its source, status and date; does not count as reading */
  valueAt(name: string, day: Day): DatedValue
  /** names read so far, sorted: what the results rest on */
  used(): string[]
  /** the years of the days for which each of them was read */
  yearsRead(): ReadonlyMap<string, ReadonlySet<number>>
  /** this law as a scenario changes it; throws InputFaults (see overrideFaults). Names read are counted anew. */
  with(overrides: Overrides): Law
}

/**
 * The value in force on `day` is the last one dated on or before it; the first also holds before its date.
 * Reading an unknown name, or a name as another kind of value than its unit, is a mistake in the program and throws.
 */
export function createLaw(entries: ReadonlyMap<string, Entry>): Law {
  const read = new Map<string, Set<number>>()

  const entry = (name: string): Entry => {
    const found = entries.get(name)
    if (found) return found
    throw new Error(`the law has no parameter ${name}; nearest ${nearestName(name, [...entries.keys()]) ?? 'none'}`)
  }
  const valueAt = (name: string, day: Day): DatedValue => inForce(entry(name).values, day)
  const reading = (name: string, day: Day, units: readonly Unit[]) => {
    const { unit, values } = entry(name)
    if (!units.includes(unit)) throw new Error(`${name} is given in ${unit}, read as ${units.join(' or ')}`)
    const years = read.get(name) ?? new Set()
    read.set(name, years.add(yearOf(day)))
    return inForce(values, day).value
  }

  return {
    number: (name, day) => reading(name, day, NUMBER_UNITS) as number,
    text: (name, day) => reading(name, day, ['date', 'day', 'mode']) as string,
    list: (name, day) => reading(name, day, ['list']) as readonly number[],
    bands: (name, day) => reading(name, day, ['bands']) as readonly Band[],
    names: () => [...entries.keys()],
    entry,
    valueAt,
    used: () => [...read.keys()].sort(),
    yearsRead: () => read,
    with(overrides) {
      const faults = overrideFaults(entries, overrides)
      if (faults.length > 0) throw new InputFaults(faults)
      return createLaw(applyOverrides(entries, overrides))
    },
  }
}

/** The last value dated on or before `day`, else the first. Values are in order of date. */
export function inForce(values: readonly DatedValue[], day: Day): DatedValue {
  let found = values[0]
  for (const value of values) if (value.from <= day) found = value
  return found
}
