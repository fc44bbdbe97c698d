/** Base beside reform: the events of both set beside one another, and what is not the same in both. */
import { yearOf } from '../../../kernel/calendar.ts'
import type { TraceEvent } from '../../../scheme/record.ts'

/** One thing that happened otherwise, or in one scenario only. */
export interface Difference {
  /** what it is about, the same in every scenario */
  readonly key: string
  readonly base?: TraceEvent
  readonly reform?: TraceEvent
}

/** Kinds of which one stands for the other: care is sought or forgone, a household joins or does not. */
const ALTERNATIVES: Readonly<Record<string, string>> = {
  'care.forgone': 'care.admitted',
  'care.visit_forgone': 'care.visited',
  'enrolment.declined': 'enrolment.registered',
  'premium.not_paid': 'premium.paid',
  'care.discharged_uninsured': 'benefit.settled',
  'care.visit_uninsured': 'benefit.visit',
}

/** Facts by which a thing is known whatever day it happens on. */
function occasionOf({ kind, day, facts = {} }: TraceEvent): string {
  if (facts.claim !== undefined) return `claim ${facts.claim}`
  if (facts.visit !== undefined) return `visit ${facts.visit}`
  if (facts.year !== undefined) return `year ${facts.year} ${facts.step ?? ''}`
  return kind.startsWith('cover.') ? `year ${yearOf(day)}` : `day ${day}`
}

/** Events by what they are about; the second of a kind about the same thing has a number. In the order told. */
export function byMatter(events: readonly TraceEvent[]): Map<string, TraceEvent> {
  const found = new Map<string, TraceEvent>()
  for (const event of events) {
    const { person, household, kind } = event
    const about = `${household} ${person} ${ALTERNATIVES[kind] ?? kind} ${occasionOf(event)}`
    let key = about
    for (let number = 2; found.has(key); number++) key = `${about} #${number}`
    found.set(key, event)
  }
  return found
}

/** All that the household can notice of it: values of the law, and the draw and chance by which it came about, are not among that. */
export function outcomeOf(event: TraceEvent | undefined): string {
  if (!event) return ''
  const { day, kind, amounts, facts: { draw: _, chance: __, ...facts } = {} } = event
  return JSON.stringify([day, kind, amounts, facts])
}

/** In the order of the days, of one day as the base tells them. */
export function differencesOf(base: ReadonlyMap<string, TraceEvent>, reform: ReadonlyMap<string, TraceEvent>): Difference[] {
  const keys = new Set([...base.keys(), ...reform.keys()])
  const all = [...keys].map((key): Difference => ({ key, base: base.get(key), reform: reform.get(key) }))
  const differing = all.filter((one) => outcomeOf(one.base) !== outcomeOf(one.reform))
  return differing.sort((one, other) => firstDay(one) - firstDay(other))
}

function firstDay({ base, reform }: Difference): number {
  return Math.min(base?.day ?? Number.POSITIVE_INFINITY, reform?.day ?? Number.POSITIVE_INFINITY)
}
