/** Values of a scenario that lie outside the range that the data give: possible, but farther off than anybody assumed. */
import type { Day } from '../../kernel/calendar.ts'
import { brief, entryUnder } from '../../policy/change/series.ts'
import type { Law } from '../../policy/law.ts'
import type { DatedValue, Entry } from '../../policy/schema.ts'
import { outsideRange } from '../../policy/value/range.ts'
import type { Procedures } from '../../procedures/data/load.ts'
import { overrideProcedures, type ProcedureOverrides } from '../../procedures/data/overrides.ts'
import { settableFigures } from '../../procedures/data/places.ts'
import type { LoadedScenario } from '../load.ts'
import { inSpan, label, period, type Span, spanOf } from './span.ts'

/** A line for each value, also one that a change makes, that lies outside its range on a day on which the run looks at it. */
export function rangeNotes({ settings, policy }: Pick<LoadedScenario, 'settings' | 'policy'>, law: Law, procedures: Procedures): string[] {
  const span = spanOf(settings)
  const parameters = Object.entries(policy).flatMap(([name, setting]) => {
    const entry = law.entry(name)
    const { values } = entryUnder(entry, setting)
    const own = values.filter(({ setBy }) => setBy === 'scenario')
    return inSpan(own, span, values).flatMap((value) => {
      const until = values[values.indexOf(value) + 1]?.from ?? Number.POSITIVE_INFINITY
      const told = rangesLeft(entry, value, until, span)
      const begin = Math.max(value.from, span.first)
      const isBounded = Number.isFinite(until) && values[values.indexOf(value) + 1].setBy !== 'scenario'
      const since = isBounded ? ` ${period(begin, until)}` : own.length > 1 || begin > span.first ? ` of ${label(begin)}` : ''
      return told ? [`${name} (${entry.zh}): ${brief(value.value, name)}${since} lies outside its range, ${told}`] : []
    })
  })
  return [...parameters, ...figureNotes(settings.procedures ?? {}, procedures)]
}

/** The ranges of the data that a value leaves while it holds, with their years where there are several. */
function rangesLeft(entry: Entry, { value, from }: DatedValue, until: Day, span: Span): string | undefined {
  const begin = Math.max(from, span.first)
  const known = entry.values.filter(
    (one, at) =>
      (at === 0 || one.from < Math.min(until, span.last + 1)) && (entry.values[at + 1]?.from ?? Number.POSITIVE_INFINITY) > begin,
  )
  const left = known.flatMap((one) => {
    const range = outsideRange(value, one, entry)
    return range === undefined ? [] : [{ range, year: label(Math.max(one.from, begin)) }]
  })
  if (new Set(left.map(({ range }) => range)).size <= 1 && left.length === known.length) return left[0]?.range
  return left.map(({ range, year }) => `${range} in ${year}`).join(', ')
}

function figureNotes(overrides: ProcedureOverrides, base: Procedures): string[] {
  if (Object.keys(overrides).length === 0) return []
  const { procedures } = overrideProcedures(base, overrides)
  const before = new Map(settableFigures(base).map((figure) => [figure.name, figure]))
  const titles = new Map([
    ...base.offices.map(({ id, zh }) => [`offices.${id}`, zh] as const),
    ...[...base.procedures].map(([id, { zh }]) => [id, zh] as const),
  ])
  return settableFigures(procedures).flatMap(({ name, value }) => {
    const { value: known, range } = before.get(name) ?? {}
    if (range === undefined || typeof value !== 'number' || value === known || (value >= range[0] && value <= range[1])) return []
    const zh = [...titles].find(([id]) => name.startsWith(`${id}.`))?.[1]
    return [`${name} (${zh}): ${value} lies outside its range, ${range[0]} to ${range[1]}`]
  })
}
