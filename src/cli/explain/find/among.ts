/** Among what cases are looked for: all that happened, or the years of households as the measures of protection count them. */
import { yearOf } from '../../../kernel/calendar.ts'
import type { HouseholdProtection } from '../../../measures/protection/by-household.ts'
import type { LoadedScenario } from '../../../scenario/load.ts'
import type { TraceEvent } from '../../../scheme/record.ts'
import { everything, type ModelOf } from '../told.ts'
import type { Find } from './finds.ts'
import { YearOfResults } from './year-of-results.ts'

interface Wanted {
  readonly replication: number
  readonly year?: number
}

/** What happened in the year asked for; without one in the years of results, to which the burn-in does not belong. */
export function* eventsAmong(model: ModelOf, scenario: LoadedScenario, { among }: Find, wanted: Wanted): Generator<TraceEvent> {
  const { year, replication } = wanted
  const years = year === undefined ? scenario.settings.years : ([year, year] as const)
  if (among) {
    yield* burdensAmong(model, scenario, among, { replication, years })
    return
  }
  const results = new YearOfResults()
  for (const events of everything(model, scenario, wanted))
    for (const event of events) if (isWithin(year === undefined ? results.of(event) : yearOf(event.day), years)) yield event
}

function isWithin(year: number, [first, last]: readonly [number, number]): boolean {
  return year >= first && year <= last
}

/** `burden.year` of every household that is `among` those meant, its shares of consumption and of capacity to pay beside. */
function* burdensAmong(
  model: ModelOf,
  { settings: { counties } }: LoadedScenario,
  among: (household: HouseholdProtection) => boolean,
  { replication, years }: { readonly replication: number; readonly years: readonly [number, number] },
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
    for (const [told, events] of ofYears) if (isWithin(told, years)) yield* meant(events, ofCounty.protectionOf(told), among)
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
