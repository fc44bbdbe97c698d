/** Which assumed numbers of a run can be moved within their ranges, one at a time, and what a scenario would have to say for it. */
import { dayOf, formatDay } from '../kernel/calendar.ts'
import type { RangedParameter } from '../measures/statistics/hangs-on.ts'
import { isMapping } from '../policy/change/form.ts'
import { entryUnder } from '../policy/change/series.ts'
import { inForce, type Law } from '../policy/law.ts'
import type { Overrides } from '../policy/overrides.ts'
import { type DatedValue, type Entry, NUMBER_UNITS, type ParameterValue } from '../policy/schema.ts'

/** One parameter at one end of its range. */
interface Move {
  readonly name: string
  readonly end: 'low' | 'high'
}

/** A parameter that can be moved; its value as assumed in the last year. */
export interface Movable extends RangedParameter {
  readonly moves: readonly Move[]
}

const ENDS = ['low', 'high'] as const

/**
 * Of the parameters that a run reads those whose values are assumed and have a range. What the scenario itself sets is no assumption; what
 * it changes of an assumed value is one still.
 * @param law of the data, without the scenario
 * @param policies of the scenario: what holds for everybody, and for each mixture of its groups
 */
export function movableOf(law: Law, policies: readonly Overrides[], used: readonly string[], lastYear: number): Movable[] {
  const day = dayOf(lastYear, 7, 1)
  return used.flatMap((name) => {
    const entry = law.entry(name)
    if (!isNumeric(entry)) return []
    const settings = policies.map((policy) => policy[name])
    const matters = (one: DatedValue) => isAssumed(one) && ENDS.some((end) => movesAny(entry, settings, movedTo(end, one)))
    const last = inForce(entry.values, day)
    const shown = matters(last) ? last : entry.values.findLast(matters)
    if (!shown) return []
    const [low, high] = ENDS.map((end) => textOf(moved(shown, end), shown, end))
    const moves = ENDS.filter((end) => movesAny(entry, settings, movedTo(end))).map((end): Move => ({ name, end }))
    const value = typeof shown.value === 'number' ? String(shown.value) : '×1'
    return [{ name, zh: entry.zh, en: entry.en, unit: entry.unit, value, low, high, moves }]
  })
}

/** What a policy says with that parameter moved: what it changes of the data follows, what it sets stays. */
export function movedPolicy(law: Law, policy: Overrides, { name, end }: Move): Overrides {
  return { ...policy, [name]: over(policy[name], datedValues(law.entry(name), movedTo(end))) }
}

const isNumeric = ({ unit }: Entry) => NUMBER_UNITS.includes(unit) || unit === 'list' || unit === 'bands'
const isAssumed = ({ status, range }: DatedValue) => status === 'assumed' && range !== undefined && range.every(Number.isFinite)

type Moving = (one: DatedValue) => ParameterValue

/** Every assumed value at that end, or that one alone. */
const movedTo =
  (end: Move['end'], alone?: DatedValue): Moving =>
  (one) =>
    isAssumed(one) && (alone === undefined || one === alone) ? moved(one, end) : one.value

const datedValues = ({ values }: Entry, moving: Moving) => Object.fromEntries(values.map((one) => [formatDay(one.from), moving(one)]))

/** A setting of a scenario over these values in place of the data's. */
function over(setting: unknown, values: Readonly<Record<string, ParameterValue>>): unknown {
  if (setting === undefined) return values
  return isMapping(setting) ? { ...setting, over: over(setting.over, values) } : setting
}

/** Does it come to other values under one of the settings? */
function movesAny(entry: Entry, settings: readonly unknown[], moving: Moving): boolean {
  const other = { ...entry, values: entry.values.map((one) => ({ ...one, value: moving(one) })) }
  const valuesOf = (of: Entry, setting: unknown) => (setting === undefined ? of : entryUnder(of, setting)).values.map(({ value }) => value)
  return settings.some((setting) => JSON.stringify(valuesOf(other, setting)) !== JSON.stringify(valuesOf(entry, setting)))
}

/** A number at the end of its range; all of a list or of bands by the factor there. */
function moved({ value, range }: DatedValue, end: Move['end']): ParameterValue {
  const edge = Number(range?.[end === 'low' ? 0 : 1])
  if (typeof value === 'number') return edge
  if (typeof value === 'string') return value
  return value.map((member) =>
    typeof member === 'number' ? member * edge : { ...member, rate: Math.min(1, member.rate * edge) },
  ) as ParameterValue
}

function textOf(value: ParameterValue, { range }: DatedValue, end: Move['end']): string {
  return typeof value === 'number' ? String(value) : `×${range?.[end === 'low' ? 0 : 1]}`
}
