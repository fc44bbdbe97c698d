/** One difference with everything that is told of it: both events, what is not the same in them, and the changes that made it. */
import { yearOf } from '../../../kernel/calendar.ts'
import { differs, ofWhom } from '../../../scenario/changes/changed.ts'
import type { ParameterRow } from '../../../scenario/changes/row.ts'
import type { TraceEvent } from '../../../scheme/record.ts'
import type { Lang } from '../../../words/lang.ts'
import type { ExplainedEvent } from '../event.ts'
import type { MadeBy } from './attributed.ts'
import type { Cause } from './causes.ts'
import type { Difference } from './pair.ts'

/** A value on both sides and whence it comes; '' where a side has none. */
export interface Value {
  readonly name: string
  readonly title: string
  readonly base: string
  readonly reform: string
  readonly baseSource: string
  readonly source: string
  readonly status: string
  /** FILE:LINE of the scenario, law, behaviour … */
  readonly setBy: string
}

export interface Shown {
  readonly base?: ExplainedEvent
  readonly reform?: ExplainedEvent
  readonly how: MadeBy['how']
  /** how many changes may have made it */
  readonly changes: number
  /** the changes that made it, with their values for the year it is about */
  readonly madeBy: readonly Value[]
  /** what else the rule used that is not the same: moved by the budget rule, or in another year */
  readonly moved: readonly Value[]
}

type Show = (event: TraceEvent) => ExplainedEvent

export function shownOf(difference: Difference, madeBy: MadeBy, show: { readonly base: Show; readonly reform: Show }, lang: Lang): Shown {
  const base = difference.base && show.base(difference.base)
  const reform = difference.reform && show.reform(difference.reform)
  const used = usedOtherwise(base, reform)
  const year = yearMeant(difference)
  const causes = madeBy.how === 'unknown' ? [] : madeBy.causes.flatMap((cause) => valuesOf(cause, year, used, lang))
  // of a list or bands each element is a change, the rule uses the whole
  const named = new Set(madeBy.causes.flatMap(({ name, changed }) => [name, ...changed.map((one) => one.name.replace(/\[.*$/, ''))]))
  return {
    base,
    reform,
    how: madeBy.how,
    changes: madeBy.causes.length,
    madeBy: causes,
    moved: used.filter(({ name }) => !named.has(name)),
  }
}

/** The scheme year that it is about: a campaign is held for the next. */
function yearMeant({ base, reform }: Difference): number {
  const event = reform ?? base
  const year = event?.facts?.year
  return typeof year === 'number' ? year : yearOf(event?.day ?? 0)
}

/** Parameters that the rule used in both, with different values. */
function usedOtherwise(base: ExplainedEvent | undefined, reform: ExplainedEvent | undefined): Value[] {
  return (reform?.parameters ?? []).flatMap((is): Value[] => {
    const was = base?.parameters.find(({ name }) => name === is.name)
    if (!was || was.value === is.value) return []
    const { name, title, source, status } = is
    return [{ name, title, base: was.value, reform: is.value, baseSource: was.source, source, status, setBy: '' }]
  })
}

/** A change with the values of that year, or of the nearest in which it changes something; those that the rule used stand before them. */
function valuesOf({ changed }: Cause, year: number, used: readonly Value[], lang: Lang): Value[] {
  return changed.map((one): Value => {
    const row = rowOf(one.rows.filter(differs), year)
    const known = one.group === undefined ? used.find(({ name }) => name === one.name) : undefined
    const whom = ofWhom(one)
    return {
      name: whom === undefined ? one.name : `${whom}: ${one.name}`,
      title: one[lang],
      base: known?.base ?? String(row.base),
      reform: known?.reform ?? String(row.reform),
      baseSource: row.baseSource,
      source: row.source,
      status: row.status,
      setBy: row.setBy,
    }
  })
}

function rowOf(rows: readonly ParameterRow[], year: number): ParameterRow {
  return rows.findLast((row) => row.year <= year) ?? rows[0]
}
