/** What is told: the events of one person, household or claim, or of everybody, from a county run anew with the same draws. */
import { yearStart } from '../../kernel/calendar.ts'
import { InputFaults, nearestName } from '../../kernel/errors.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import type { EventCatalogue } from '../../policy/lookup/event-catalogue.ts'
import { type CountyModel, countyModel } from '../../scenario/engine.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import { lawOf, modelData } from '../../scenario/materials.ts'
import { OCCASIONS_PER_YEAR } from '../../scheme/episodes.ts'
import type { TraceEvent } from '../../scheme/record.ts'
import { personsOfAll } from '../../scheme/settings.ts'
import type { Lang } from '../../words/lang.ts'
import { explainer } from './event.ts'
import { procedurePart } from './procedure-figures.ts'
import { type Subject, WHO } from './subject.ts'

/** Person-years whose events are held at a time, about 13 events each. */
const HELD_AT_ONCE = 60_000
const DAYS_PER_YEAR = 365

/** The models of the counties: one for all that are alike. */
export type ModelOf = (county: number) => CountyModel

export function modelsOf({ settings, law, given, counties }: LoadedScenario, files: readonly InputFile[]): ModelOf {
  if (!counties) {
    const model = countyModel(settings, law, files, given)
    return () => model
  }
  const models = counties.map((one) => countyModel(one.settings, one.law, files, one.given))
  return (county) => models[county]
}

/** How an event is told: by the law and the procedures of its county, whose number its household's name begins with. */
export function explainers(scenario: LoadedScenario, files: readonly InputFile[], catalogue: EventCatalogue, lang: Lang) {
  const shows = (scenario.counties ?? [scenario]).map(({ settings, law }) => {
    const { procedures } = modelData(files, settings.procedures)
    const ofGroups = (settings.groups?.policies ?? []).map(({ policy }) => lawOf(files).with(policy))
    return explainer([law, ...ofGroups], catalogue, (event) => procedurePart(event, procedures, lang), lang, settings.amendments)
  })
  return (event: TraceEvent) => (shows[scenario.counties ? Number.parseInt(event.household.slice(1), 10) : 0] ?? shows[0])(event)
}

/**
 * What happened to everybody, one stretch of days after the other. Visits are worked through person by person, so that a stretch is complete only
 * when the county has been run to its end: it is run anew, with the same draws, for each stretch, and holds no other in memory.
 */
export function* everything(
  model: ModelOf,
  scenario: LoadedScenario,
  { replication, year }: { readonly replication: number; readonly year?: number },
): Generator<TraceEvent[]> {
  const { counties } = scenario.settings
  for (const [from, to] of stretches(scenario, year)) {
    const events: TraceEvent[] = []
    const tell = (event: TraceEvent) => {
      if (event.day >= from && event.day < to) events.push(event)
    }
    for (let county = 0; county < counties; county++) model(county).run(replication, county, { follow: { everyone: true, tell } })
    yield events
  }
}

/** The years told, or one of them, as days [from, to): as many at a time as may be held. */
function stretches(scenario: LoadedScenario, only?: number): [number, number][] {
  const persons = personsOfAll(scenario.settings)
  const [first, last] = only === undefined ? toldYears(scenario) : [only, only]
  const days = Math.max(1, Math.floor((DAYS_PER_YEAR * HELD_AT_ONCE) / persons))
  const end = yearStart(last + 1)
  const parts: [number, number][] = []
  for (let from = yearStart(first); from < end; from += days) parts.push([from, Math.min(end, from + days)])
  // where desks are slow the last claims are worked off years later: few, and told with the last stretch
  if (only === undefined) parts[parts.length - 1][1] = Number.POSITIVE_INFINITY
  return parts
}

/** The year of the first campaign, to the year in which claims for the last are worked off where desks keep up. */
export function toldYears({ settings: { years, burnInYears } }: LoadedScenario): readonly [number, number] {
  return [years[0] - burnInYears - 1, years[1] + 1]
}

/** What happened to the subject, in the order of its days. Throws InputFaults when nobody and nothing is called so. */
export function eventsOf(model: ModelOf, subject: Subject, replication: number, scenario: LoadedScenario): TraceEvent[] {
  const { events, isThere, nearest, claims } = hear(model, subject, replication)
  if (isThere) return events
  throw nobodyCalled(subject, scenario, nearest, claims)
}

interface Heard {
  readonly events: TraceEvent[]
  /** false: nobody and nothing is called so; then what may have been meant */
  readonly isThere: boolean
  readonly nearest?: string
  /** numbers of the person's stays and claims */
  readonly claims?: string[]
}

export function hear(model: ModelOf, subject: Subject, replication: number): Heard {
  const events: TraceEvent[] = []
  const claims = new Set<string>()
  const tell = (event: TraceEvent) => {
    if (event.facts?.claim !== undefined) claims.add(String(event.facts.claim))
    if (subject.kind !== 'claim' || isOfClaim(event, subject.number)) events.push(event)
  }
  let nearestPerson: string | undefined
  const unknown = (nearest: string) => {
    nearestPerson = nearest
    throw new NobodyThere()
  }
  const who = subject.kind === 'household' ? { household: subject.name } : { person: subject.name }
  try {
    model(subject.county).run(replication, subject.county, { follow: { ...who, tell, unknown } })
  } catch (error) {
    if (!(error instanceof NobodyThere)) throw error
    return { events: [], isThere: false, nearest: nearestPerson }
  }
  // of a newborn who never came only the household would be told; whoever is there has a state of cover
  const isThere = subject.kind === 'person' ? events.some(({ kind }) => kind.startsWith('cover.')) : events.length > 0
  if (subject.kind !== 'claim') return { events, isThere, nearest: subject.name.replace(/-b\d+$/, '') }
  const nearest = nearestName(subject.number, claims)
  return { events, isThere, nearest: nearest && `${subject.name}/${nearest}`, claims: [...claims] }
}

/** Ends a run in which whoever is asked for does not live. */
class NobodyThere extends Error {}

/** Does the event belong to the file of this claim? A second reimbursement begins with what the person was entitled to. */
function isOfClaim({ kind, facts }: TraceEvent, number: string): boolean {
  if (facts?.claim === number) return true
  return number === `${facts?.year}-${OCCASIONS_PER_YEAR}` && kind.startsWith('critical_illness.')
}

/** `claims`: numbers of the person's stays and claims, when the person is there and the claim is not. */
export function nobodyCalled(
  { kind, name, number }: Subject,
  { settings }: LoadedScenario,
  nearest?: string,
  claims?: string[],
): InputFaults {
  const what = kind === 'claim' ? `${name}/${number}` : name
  const nobody = kind === 'claim' ? 'no stay or claim' : kind === 'household' ? 'no household' : 'nobody'
  const message = `${nobody} in '${settings.name}' is called '${what}'`
  const has = claims && (claims.length > 0 ? `; ${name} has ${claims.join(', ')}` : `; ${name} has none`)
  return new InputFaults([{ code: `unknown_${kind}`, file: `--${kind}`, message, expected: `${WHO[kind]}${has ?? ''}`, nearest }])
}
