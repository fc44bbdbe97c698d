/** hezuo explain: what happened to a person, a household, a claim or everybody, event by event, with rule, parameters, documents and amounts. */

import { yearOf, yearStart } from '../../kernel/calendar.ts'
import { InputFaults, nearestName } from '../../kernel/errors.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import { type EventCatalogue, loadEventCatalogue } from '../../policy/lookup/event-catalogue.ts'
import { countyOf } from '../../scenario/counties/throughout.ts'
import { type CountyModel, countyModel } from '../../scenario/engine.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import { lawOf, modelData } from '../../scenario/materials.ts'
import { OCCASIONS_PER_YEAR } from '../../scheme/episodes.ts'
import type { TraceEvent } from '../../scheme/record.ts'
import { personsOfAll } from '../../scheme/settings.ts'
import type { Lang } from '../../words/lang.ts'
import { readData, readScenarios } from '../inputs.ts'
import { createLineOutput } from '../line-output.ts'
import { explainer } from './event.ts'
import { Cases, findNamed } from './find.ts'
import { printFound } from './found.ts'
import { historyText } from './history.ts'
import { inOrder } from './order.ts'
import { createPrinter, type ExplainFormat } from './printer.ts'
import { procedurePart } from './procedure-figures.ts'
import { type Subject, subjectOf, WHO } from './subject.ts'

export interface ExplainOptions {
  readonly person?: string
  readonly household?: string
  readonly claim?: string
  readonly all?: boolean
  readonly history?: boolean
  /** one of the names of find.ts */
  readonly find?: string
  /** so many cases are found */
  readonly most: number
  /** a line an event */
  readonly short?: boolean
  readonly year?: number
  readonly replication: number
  readonly format: ExplainFormat
  readonly lang: Lang
}

/** Person-years whose events are held at a time, about 13 events each. */
const HELD_AT_ONCE = 60_000
const DAYS_PER_YEAR = 365

/**
 * Simulates the county once more, with the same draws as any run, and prints what happened in the order of the days.
 * @throws InputFaults when nobody and nothing of that name is found in the scenario
 */
export async function explain(path: string, options: ExplainOptions): Promise<void> {
  const { files, law: base } = readData()
  const [scenario] = await readScenarios([path], base)
  const { settings } = scenario
  const out = createLineOutput()
  if (options.history) {
    out.line(historyText(files, scenario.law, options.lang, options.year))
    out.end()
    return
  }
  const find = options.find === undefined ? undefined : findNamed(options.find)
  const subject = subjectOf(options, settings)
  if (options.year !== undefined) refuseYear(options.year, scenario)
  refuseReplication(options.replication, scenario)
  const catalogueFile = files.find((file) => file.path === 'data/events.yaml')
  if (!catalogueFile) throw new Error('the installation is incomplete: data/events.yaml is missing')
  const catalogue = loadEventCatalogue(catalogueFile)
  const data = modelData(files, countyOf(scenario, subject.county).settings.procedures)
  const show = explainers(scenario, files, catalogue, options.lang)
  const model = modelsOf(scenario, files)
  const wanted = (event: TraceEvent) => options.year === undefined || yearOf(event.day) === options.year
  if (find) {
    const cases = new Cases(find, options.most)
    for (const events of everything(model, scenario, options)) for (const event of events) if (wanted(event)) cases.hear(event)
    printFound({ out, find, cases, path, show, format: options.format, lang: options.lang })
    return
  }
  const printer = createPrinter(out, subject, data.procedures, options)
  if (subject.kind === 'all') {
    for (const events of everything(model, scenario, options)) for (const event of inOrder(events, catalogue)) printer.event(show(event))
  } else {
    const events = eventsOf(model, subject, options.replication, scenario)
    const order = (event: TraceEvent) => catalogue.kinds.get(event.kind)?.order ?? 0
    // Within a day by the order of the catalogue; a stable sort keeps the order told for things of one kind.
    events.sort((one, other) => one.day - other.day || order(one) - order(other))
    for (const event of events) if (wanted(event)) printer.event(show(event))
  }
  printer.end()
  out.end()
}

/** The models of the counties: one for all that are alike. */
type ModelOf = (county: number) => CountyModel

function modelsOf({ settings, law, given, counties }: LoadedScenario, files: readonly InputFile[]): ModelOf {
  if (!counties) {
    const model = countyModel(settings, law, files, given)
    return () => model
  }
  const models = counties.map((one) => countyModel(one.settings, one.law, files, one.given))
  return (county) => models[county]
}

/** How an event is told: by the law and the procedures of its county, whose number its household's name begins with. */
function explainers(scenario: LoadedScenario, files: readonly InputFile[], catalogue: EventCatalogue, lang: Lang) {
  const shows = (scenario.counties ?? [scenario]).map(({ settings, law }) => {
    const { procedures } = modelData(files, settings.procedures)
    const ofGroups = (settings.groups?.policies ?? []).map(({ policy }) => lawOf(files).with(policy))
    return explainer([law, ...ofGroups], catalogue, (event) => procedurePart(event, procedures, lang), lang, settings.amendments)
  })
  return (event: TraceEvent) => (shows[scenario.counties ? Number.parseInt(event.household.slice(1), 10) : 0] ?? shows[0])(event)
}

/**
 * What happened to everybody, one stretch of days after the other. Visits are had person by person, so that a stretch is complete only
 * when the county has been run to its end: it is run anew, with the same draws, for each stretch, and holds no other in memory.
 */
function* everything(model: ModelOf, scenario: LoadedScenario, { replication, year }: ExplainOptions): Generator<TraceEvent[]> {
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
function toldYears({ settings: { years, burnInYears } }: LoadedScenario): readonly [number, number] {
  return [years[0] - burnInYears - 1, years[1] + 1]
}

function refuseYear(year: number, scenario: LoadedScenario): void {
  const [first, last] = toldYears(scenario)
  if (year >= first && year <= last) return
  const { name, years } = scenario.settings
  const message = `'${name}' tells nothing of ${year}: its results are those of ${years[0]} to ${years[1]}`
  const expected = `a year from ${first}, when the first campaign is held, to ${last}, when the last claims are paid (later ones, where desks are slow, are told without --year)`
  throw new InputFaults([{ code: 'option', file: '--year', message, expected }])
}

/** Only what `run` writes is told: a replication beyond the scenario's number stands in no result. */
function refuseReplication(replication: number, { settings: { name, replications } }: LoadedScenario): void {
  if (replication <= replications) return
  const message = `'${name}' has ${replications === 1 ? 'one replication' : `${replications} replications`}, not ${replication}`
  const expected = replications === 1 ? '1 (replications in the scenario sets how many there are)' : `1 to ${replications}`
  throw new InputFaults([{ code: 'option', file: '--replication', message, expected }])
}

function eventsOf(model: ModelOf, subject: Subject, replication: number, scenario: LoadedScenario): TraceEvent[] {
  const events: TraceEvent[] = []
  const claims = new Set<string>()
  const tell = (event: TraceEvent) => {
    if (event.facts?.claim !== undefined) claims.add(String(event.facts.claim))
    if (subject.kind !== 'claim' || isOfClaim(event, subject.number)) events.push(event)
  }
  const unknown = (nearest: string) => {
    throw nobodyCalled(subject, scenario, nearest)
  }
  const who = subject.kind === 'household' ? { household: subject.name } : { person: subject.name }
  model(subject.county).run(replication, subject.county, { follow: { ...who, tell, unknown } })
  // of a newborn who never came only the household would be told; whoever is there has a state of cover
  const isThere = subject.kind === 'person' ? events.some(({ kind }) => kind.startsWith('cover.')) : events.length > 0
  if (isThere) return events
  if (subject.kind !== 'claim') throw nobodyCalled(subject, scenario, subject.name.replace(/-b\d+$/, ''))
  const nearest = nearestName(subject.number, claims)
  throw nobodyCalled(subject, scenario, nearest && `${subject.name}/${nearest}`, [...claims])
}

/** Does the event belong to the file of this claim? A second reimbursement begins with what the person was entitled to. */
function isOfClaim({ kind, facts }: TraceEvent, number: string): boolean {
  if (facts?.claim === number) return true
  return number === `${facts?.year}-${OCCASIONS_PER_YEAR}` && kind.startsWith('critical_illness.')
}

/** `claims`: numbers of the person's stays and claims, when the person is there and the claim is not. */
function nobodyCalled({ kind, name, number }: Subject, { settings }: LoadedScenario, nearest?: string, claims?: string[]): InputFaults {
  const what = kind === 'claim' ? `${name}/${number}` : name
  const nobody = kind === 'claim' ? 'no stay or claim' : kind === 'household' ? 'no household' : 'nobody'
  const message = `${nobody} in '${settings.name}' is called '${what}'`
  const has = claims && (claims.length > 0 ? `; ${name} has ${claims.join(', ')}` : `; ${name} has none`)
  return new InputFaults([{ code: `unknown_${kind}`, file: `--${kind}`, message, expected: `${WHO[kind]}${has ?? ''}`, nearest }])
}
