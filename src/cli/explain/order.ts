/** In which order events are told: by day, household, person and, of one person on one day, as the catalogue of events lists them. */

import type { EventCatalogue } from '../../policy/lookup/event-catalogue.ts'
import type { TraceEvent } from '../../scheme/record.ts'

/** Digits of the longest number in a name: c0-v2 comes before c0-v10. */
const LONGEST_NUMBER = 10

/** Sorts in place. The sort is stable: things of one kind stay as they were told. What a household does as a whole comes before its members. */
export function inOrder(events: TraceEvent[], catalogue: EventCatalogue): TraceEvent[] {
  const households = ranks(events.map(({ household }) => household))
  const persons = ranks(events.map(({ person }) => person))
  const rank = (all: ReadonlyMap<string, number>, name: string) => all.get(name) ?? 0
  const order = (event: TraceEvent) => catalogue.kinds.get(event.kind)?.order ?? 0
  return events.sort(
    (one, other) =>
      one.day - other.day ||
      rank(households, one.household) - rank(households, other.household) ||
      rank(persons, one.person) - rank(persons, other.person) ||
      order(one) - order(other),
  )
}

/** The place of each name among all, numbers by their size. */
function ranks(names: readonly string[]): ReadonlyMap<string, number> {
  const sortable = (name: string) => name.replace(/\d+/g, (digits) => digits.padStart(LONGEST_NUMBER, '0'))
  const keys = [...new Set(names)].map((name) => ({ name, key: sortable(name) }))
  keys.sort((one, other) => (one.key < other.key ? -1 : one.key > other.key ? 1 : 0))
  return new Map(keys.map(({ name }, at) => [name, at]))
}
