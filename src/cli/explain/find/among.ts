/** The years of households as the measures of protection count them: what each bore, beside what it had. */
import { yearOf } from '../../../kernel/calendar.ts'
import type { HouseholdProtection } from '../../../measures/protection/by-household.ts'
import type { LoadedScenario } from '../../../scenario/load.ts'
import type { TraceEvent } from '../../../scheme/record.ts'
import type { ModelOf } from '../told.ts'

interface Wanted {
  readonly replication: number
  readonly year?: number
}

/** `burden.year` of every household that is `among` those meant, its shares of consumption and of capacity to pay beside. */
export function* burdensAmong(
  model: ModelOf,
  { settings: { counties } }: LoadedScenario,
  among: (household: HouseholdProtection) => boolean,
  { replication, year }: Wanted,
): Generator<TraceEvent> {
  for (let county = 0; county < counties; county++) {
    const ofYears = new Map<number, TraceEvent[]>()
    const tell = (event: TraceEvent) => {
      if (event.kind !== 'burden.year') return
      const told = ofYears.get(yearOf(event.day)) ?? []
      told.push(event)
      ofYears.set(yearOf(event.day), told)
    }
    const ofCounty = model(county)
    ofCounty.run(replication, county, { follow: { everyone: true, tell } })
    for (const [told, events] of ofYears) if (year === undefined || told === year) yield* meant(events, ofCounty.protectionOf(told), among)
  }
}

function* meant(
  events: readonly TraceEvent[],
  households: readonly HouseholdProtection[],
  among: (household: HouseholdProtection) => boolean,
): Generator<TraceEvent> {
  if (events.length !== households.length) throw new Error(`${events.length} households are told of ${households.length}`)
  for (const [at, event] of events.entries()) {
    const { ofConsumption, ofCapacity } = households[at]
    if (!among(households[at])) continue
    yield { ...event, facts: { ...event.facts, share_of_consumption: ofConsumption, share_of_capacity: ofCapacity } }
  }
}
