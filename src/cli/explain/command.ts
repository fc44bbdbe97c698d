/** hezuo explain: what happened to a person, a household, a claim or everybody, event by event, with rule, parameters, documents and amounts. */

import { yearOf } from '../../kernel/calendar.ts'
import { InputFaults } from '../../kernel/errors.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import { type EventCatalogue, loadEventCatalogue } from '../../policy/lookup/event-catalogue.ts'
import { countyOf } from '../../scenario/counties/throughout.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import { modelData } from '../../scenario/materials.ts'
import type { TraceEvent } from '../../scheme/record.ts'
import type { Lang } from '../../words/lang.ts'
import { readData, readScenarios } from '../inputs.ts'
import { createLineOutput } from '../line-output.ts'
import { explainBeside } from './beside/command.ts'
import { findBeside } from './beside/find.ts'
import { pairFindOf, refuseUnlike } from './beside/refused.ts'
import { eventsAmong } from './find/among.ts'
import { Cases, findNamed } from './find/cases.ts'
import { FINDS, type FindName } from './find/finds.ts'
import { printFound } from './find/found.ts'
import { historyText } from './history.ts'
import { inOrder } from './order.ts'
import { createPrinter, type ExplainFormat } from './printer.ts'
import { type Subject, subjectOf } from './subject.ts'
import { eventsOf, everything, explainers, modelsOf, toldYears } from './told.ts'

export interface ExplainOptions {
  readonly person?: string
  readonly household?: string
  readonly claim?: string
  readonly all?: boolean
  readonly history?: boolean
  /** another scenario, beside which the same person, household or claim is told */
  readonly beside?: string
  /** one of the names of find.ts, or with `beside` of beside/refused.ts */
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

/**
 * Simulates the county once more, with the same draws as any run, and prints what happened in the order of the days.
 * @throws InputFaults when nobody and nothing of that name is found in the scenario
 */
export async function explain(path: string, options: ExplainOptions): Promise<void> {
  const { files, law: base } = readData()
  const { beside } = options
  const pairFind = pairFindOf(options)
  const [scenario, reform] = await readScenarios(beside === undefined ? [path] : [path, beside], base, { sameName: 'numbered' })
  if (options.history) {
    const out = createLineOutput()
    out.line(historyText(files, scenario.law, options.lang, options.year))
    out.end()
    return
  }
  if (reform) refuseUnlike(scenario, reform)
  const find = options.find === undefined || pairFind ? undefined : findNamed(options.find)
  const subject = subjectOf(options, scenario.settings)
  for (const one of reform ? [scenario, reform] : [scenario]) {
    if (options.year !== undefined) refuseYear(options.year, one)
    refuseReplication(options.replication, one)
  }
  const catalogueFile = files.find((file) => file.path === 'data/events.yaml')
  if (!catalogueFile) throw new Error('the installation is incomplete: data/events.yaml is missing')
  const catalogue = loadEventCatalogue(catalogueFile)
  if (reform && beside !== undefined) {
    const both = { base: scenario, reform, files, catalogue }
    if (pairFind) findBeside(both, { ...options, find: pairFind, paths: [path, beside] })
    else explainBeside(both, subject, options)
  } else explainOne({ scenario, files, catalogue, path }, { subject, find }, options)
}

interface Read {
  readonly scenario: LoadedScenario
  readonly files: readonly InputFile[]
  readonly catalogue: EventCatalogue
  /** as named on the command line */
  readonly path: string
}

function explainOne(
  { scenario, files, catalogue, path }: Read,
  { subject, find }: { readonly subject: Subject; readonly find?: FindName },
  options: ExplainOptions,
): void {
  const out = createLineOutput()
  const data = modelData(files, countyOf(scenario, subject.county).settings.procedures)
  const show = explainers(scenario, files, catalogue, options.lang)
  const model = modelsOf(scenario, files)
  const wanted = (event: TraceEvent) => options.year === undefined || yearOf(event.day) === options.year
  if (find) {
    const cases = new Cases(find, options.most)
    for (const event of eventsAmong(model, scenario, FINDS[find], options)) cases.hear(event)
    printFound({ out, find, cases, path, show, counties: scenario.settings.named, format: options.format, lang: options.lang })
    return
  }
  const printer = createPrinter(out, subject, { files, catalogue, procedures: data.procedures }, options)
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
