/** From what the model tells to what `hezuo explain` shows: dates as text, each parameter with its source, each event with its documents. */
import { formatDay, yearStart } from '../kernel/calendar.ts'
import type { TraceEvent } from '../model/record.ts'
import type { EventCatalogue } from '../policy/event-catalogue.ts'
import type { Law } from '../policy/law.ts'
import type { DatedValue } from '../policy/schema.ts'

/** A value that a rule used; without `source` it is a figure of a procedure, whose documents stand with the event. */
export interface ExplainedParameter {
  readonly name: string
  readonly value: string
  readonly source?: string
  readonly status?: string
}

export interface ExplainedEvent {
  /** YYYY-MM-DD */
  readonly day: string
  readonly kind: string
  readonly person: string
  readonly household: string
  readonly rule?: string
  readonly parameters: readonly ExplainedParameter[]
  readonly amounts: readonly { readonly label: string; readonly fen: number }[]
  readonly facts: Readonly<Record<string, string | number>>
  /** rows of docs/institutions.md, and the seed documents they rest on */
  readonly rows: readonly string[]
  readonly documents: readonly string[]
}

/** Figures of procedures by dotted name, e.g. `claim_by_hand.deadline`. */
export type ProcedureFigures = ReadonlyMap<string, { readonly source: string; readonly status: string }>

/** Turns events of a run under `law` into what is shown. Throws RangeError for a kind that the catalogue does not know. */
export function explainer(law: Law, catalogue: EventCatalogue, figures: ProcedureFigures): (event: TraceEvent) => ExplainedEvent {
  const names = new Set(law.names())
  const provenance = (name: string, told: string, event: TraceEvent) => {
    if (!names.has(name)) return figures.get(name)
    const { source, status } = dated(law, name, told, event)
    return { source, status }
  }
  return (event) => {
    const kind = catalogue.kinds.get(event.kind)
    if (!kind) throw new RangeError(`the catalogue of events has no ${event.kind}`)
    return {
      day: formatDay(event.day),
      kind: event.kind,
      person: event.person,
      household: event.household,
      rule: event.rule,
      parameters: (event.parameters ?? []).map(({ name, value }) => ({ name, value, ...provenance(name, value, event) })),
      amounts: event.amounts ?? [],
      facts: event.facts ?? {},
      rows: kind.rows,
      documents: kind.documents,
    }
  }
}

/** The dated value that was used: in force on the day, at the start of the year meant (a campaign is held for the next), or the latest like it. */
function dated(law: Law, name: string, told: string, event: TraceEvent): DatedValue {
  const today = law.valueAt(name, event.day)
  if (isTold(today, told)) return today
  const year = event.facts?.year
  const meant = typeof year === 'number' ? law.valueAt(name, yearStart(year)) : today
  if (isTold(meant, told)) return meant
  return law.entry(name).values.findLast((value) => isTold(value, told)) ?? today
}

function isTold({ value }: DatedValue, told: string): boolean {
  return String(value) === told || (typeof value === 'number' ? Number(told) === value : JSON.stringify(value) === told)
}
