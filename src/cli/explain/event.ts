/** From what the model tells to what `hezuo explain` shows: dates as text, each parameter with its source, each event with its documents. */
import { z } from 'zod'
import { formatDay, yearStart } from '../../kernel/calendar.ts'
import type { Law } from '../../policy/law.ts'
import type { EventCatalogue } from '../../policy/lookup/event-catalogue.ts'
import type { DatedValue } from '../../policy/schema.ts'
import type { TraceEvent } from '../../scheme/record.ts'
import { RULES, type RuleName } from '../../scheme/rules.ts'
import type { AmendedRule } from '../../scheme/settings.ts'
import { AMOUNTS, type AmountId } from '../../words/amounts.ts'
import type { Lang } from '../../words/lang.ts'
import { termOf } from './words.ts'

/** What stands for a source where the county itself moved the value (以收定支). */
export const BUDGET_RULE = 'scheme/fund/budget.ts'

/** Bands are told as `0: 0.45, 1000: 0.55`, from which yuan on which rate. */
const BANDS = z.array(z.strictObject({ from: z.number(), rate: z.number() })).min(1)

/** A value that a rule used: of the law, with a source of data/SOURCES.csv, or a figure of a procedure, with the document it rests on. */
export interface ExplainedParameter {
  readonly name: string
  /** its official name in the language asked */
  readonly title: string
  readonly value: string
  readonly source: string
  readonly status: string
}

export interface ExplainedEvent {
  /** YYYY-MM-DD */
  readonly day: string
  readonly kind: string
  /** name of the kind in the language asked */
  readonly title: string
  readonly person: string
  readonly household: string
  readonly rule?: string
  readonly parameters: readonly ExplainedParameter[]
  /** `name`: in the language asked */
  readonly amounts: readonly { readonly id: AmountId; readonly fen: number; readonly name: string }[]
  readonly facts: Readonly<Record<string, string | number>>
  /** amended rules that the event rests on; left out where none is */
  readonly amendments?: readonly ExplainedAmendment[]
  /** rows of docs/institutions.md, and the seed documents that they or the procedure rest on */
  readonly rows: readonly string[]
  readonly documents: readonly string[]
}

/** A rule of the event that the scenario amends; `amount`: what the rule gives. */
export interface ExplainedAmendment {
  readonly rule: RuleName
  /** in the language asked */
  readonly title: string
  readonly file: string
  readonly sha256: string
  readonly amount?: AmountId
}

/** Figures that a step of a procedure rests on, and the documents of the procedure: they are more exact than those of its rows. */
export interface ProcedurePart {
  readonly parameters: readonly ExplainedParameter[]
  readonly documents: readonly string[]
}

/**
 * Turns events of a run under `law` into what is shown. `procedure`: what a procedure adds to an event of its own.
 * Throws RangeError for a kind that the catalogue does not know, Error for a parameter that the law does not have.
 */
export function explainer(
  [law, ...ofGroups]: readonly [Law, ...Law[]],
  catalogue: EventCatalogue,
  procedure: (event: TraceEvent) => ProcedurePart | undefined,
  lang: Lang,
  amended: readonly AmendedRule[] = [],
): (event: TraceEvent) => ExplainedEvent {
  const parameter = (name: string, told: string, event: TraceEvent): ExplainedParameter => {
    const value = bandsText(told)
    const title = termOf(law, name, lang)
    const found = datedIn([law, ...ofGroups], name, value, event)
    // a benefit that no date of the law has was moved by the budget rule at the close of a year
    const isMoved = name.startsWith('benefit.') && typeof found.value === 'number' && !isTold(found, value)
    return isMoved
      ? { name, title, value, source: BUDGET_RULE, status: 'adjusted' }
      : { name, title, value, source: found.source, status: found.status }
  }
  return (event) => {
    const kind = catalogue.kinds.get(event.kind)
    if (!kind) throw new RangeError(`the catalogue of events has no ${event.kind}`)
    const part = procedure(event)
    const amendments = amendmentsOf(event.kind, amended, lang)
    return {
      day: formatDay(event.day),
      kind: event.kind,
      title: kind[lang],
      person: event.person,
      household: event.household,
      rule: event.rule,
      parameters: [...(event.parameters ?? []).map(({ name, value }) => parameter(name, value, event)), ...(part?.parameters ?? [])],
      amounts: (event.amounts ?? []).map(({ id, fen }) => ({ id, fen, name: AMOUNTS[id][lang] })),
      facts: { ...event.facts },
      ...(amendments.length > 0 ? { amendments } : {}),
      rows: kind.rows,
      documents: part?.documents ?? kind.documents,
    }
  }
}

function amendmentsOf(kind: string, amended: readonly AmendedRule[], lang: Lang): ExplainedAmendment[] {
  return amended.flatMap(({ rule, file, content }): ExplainedAmendment[] => {
    const { events, amount } = RULES[rule]
    if (!content || !events.includes(kind)) return []
    return [{ rule, title: content.title[lang], file, sha256: content.sha256, ...(amount ? { amount } : {}) }]
  })
}

/** Of the law, or of what a scenario sets for some groups; the law's where none has the value told. */
function datedIn(laws: readonly Law[], name: string, told: string, event: TraceEvent): DatedValue {
  const all = laws.map((law) => dated(law, name, told, event))
  return all.find((value) => isTold(value, told)) ?? all[0]
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
  return String(value) === told || (typeof value === 'number' ? Number(told) === value : bandsText(JSON.stringify(value)) === told)
}

/** Bands given as JSON in the notation of the others; any other value as it is. */
function bandsText(told: string): string {
  if (!told.startsWith('[{')) return told
  const bands = BANDS.safeParse(JSON.parse(told)).data
  return bands ? bands.map(({ from, rate }) => `${from}: ${rate}`).join(', ') : told
}
