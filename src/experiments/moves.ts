/** Which assumed numbers of a run can be moved within their ranges, one at a time, and what a scenario would have to say for it. */
import { dayOf, formatDay } from '../kernel/calendar.ts'
import type { RangedParameter } from '../measures/statistics/hangs-on.ts'
import { inForce, type Law } from '../policy/law.ts'
import { type DatedValue, type Entry, NUMBER_UNITS, type ParameterValue } from '../policy/schema.ts'

/** One parameter at one end of its range. */
interface Move {
  readonly name: string
  readonly end: 'low' | 'high'
  /** as a policy block says it */
  readonly setting: unknown
}

/** A parameter that can be moved; its value as assumed in the last year. */
export interface Movable extends RangedParameter {
  readonly moves: readonly Move[]
}

const ENDS = ['low', 'high'] as const

/** Of the parameters that a run reads those whose values are assumed and have a range; what the scenario itself sets is no assumption. */
export function movableOf(law: Law, used: readonly string[], lastYear: number): Movable[] {
  const day = dayOf(lastYear, 7, 1)
  return used.flatMap((name) => {
    const entry = law.entry(name)
    if (!isNumeric(entry) || !entry.values.some(isAssumed)) return []
    const shown = isAssumed(inForce(entry.values, day)) ? inForce(entry.values, day) : entry.values.findLast(isAssumed)
    if (!shown) return []
    const texts = ENDS.map((end) => textOf(moved(shown, end), shown, end))
    const [low, high] = texts
    const moves = ENDS.filter((end) => JSON.stringify(settingOf(entry, end)) !== JSON.stringify(asItIs(entry))).map(
      (end): Move => ({ name, end, setting: settingOf(entry, end) }),
    )
    const value = typeof shown.value === 'number' ? String(shown.value) : '×1'
    return moves.length ? [{ name, zh: entry.zh, en: entry.en, unit: entry.unit, value, low, high, moves }] : []
  })
}

const isNumeric = ({ unit }: Entry) => NUMBER_UNITS.includes(unit) || unit === 'list' || unit === 'bands'
const isAssumed = ({ status, range }: DatedValue) => status === 'assumed' && range !== undefined && range.every(Number.isFinite)

/** Every dated value, the assumed ones at that end. */
const settingOf = ({ values }: Entry, end: Move['end']) =>
  Object.fromEntries(values.map((one) => [formatDay(one.from), isAssumed(one) ? moved(one, end) : one.value]))
const asItIs = ({ values }: Entry) => Object.fromEntries(values.map((one) => [formatDay(one.from), one.value]))

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
