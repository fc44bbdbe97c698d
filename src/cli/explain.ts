/** hezuo explain: what happened to a person, a household, a claim or everybody, event by event, with rule, parameters, documents and amounts. */
import { OCCASIONS_PER_YEAR } from '../institutions/events.ts'
import { yearOf } from '../kernel/calendar.ts'
import { InputFaults } from '../kernel/errors.ts'
import type { Follow } from '../model/following.ts'
import type { TraceEvent } from '../model/record.ts'
import { loadEventCatalogue } from '../policy/event-catalogue.ts'
import { type CountyModel, countyModel } from '../scenario/engine.ts'
import type { LoadedScenario } from '../scenario/load.ts'
import { modelData } from '../scenario/materials.ts'
import { explainer } from './explain-event.ts'
import { createPrinter, type ExplainFormat } from './explain-printer.ts'
import { type Subject, subjectOf, WHO } from './explain-subject.ts'
import type { Lang } from './explain-words.ts'
import { historyText } from './history.ts'
import { readData, readScenarios } from './inputs.ts'
import { createLineOutput } from './line-output.ts'
import { procedurePart } from './procedure-figures.ts'

export interface ExplainOptions {
  readonly person?: string
  readonly household?: string
  readonly claim?: string
  readonly all?: boolean
  readonly history?: boolean
  readonly year?: number
  readonly replication: number
  readonly format: ExplainFormat
  readonly lang: Lang
}

/**
 * Simulates the county once more, with the same draws as any run, and prints what happened. A person, household or claim is told in the
 * order of the days; everybody (`--all`) as the model tells it, so that a county of any size needs no memory.
 * @throws InputFaults when nobody and nothing of that name is found in the scenario
 */
export function explain(path: string, options: ExplainOptions): void {
  const { files, law: base } = readData()
  const [scenario] = readScenarios([path], base)
  const { settings, law } = scenario
  const out = createLineOutput()
  if (options.history) {
    out.line(historyText(files, law, options.lang, options.year))
    out.end()
    return
  }
  const subject = subjectOf(options, settings)
  const catalogueFile = files.find((file) => file.path === 'data/events.yaml')
  if (!catalogueFile) throw new Error('the installation is incomplete: data/events.yaml is missing')
  const catalogue = loadEventCatalogue(catalogueFile)
  const data = modelData(files, settings.procedures)
  const show = explainer(law, catalogue, (event) => procedurePart(event, data.procedures))
  const printer = createPrinter(out, subject, catalogue, data.procedures, law, options)
  const model = countyModel(settings, law, files)
  const wanted = (event: TraceEvent) => options.year === undefined || yearOf(event.day) === options.year
  if (subject.kind === 'all') tellEverything(model, scenario, options, (event) => wanted(event) && printer.event(show(event)))
  else {
    const events = eventsOf(model, subject, options.replication)
    if (!events.length) throw unknown(subject, scenario)
    const order = (event: TraceEvent) => catalogue.kinds.get(event.kind)?.order ?? 0
    // Within a day by the order of the catalogue; a stable sort keeps the order told for things of one kind.
    events.sort((one, other) => one.day - other.day || order(one) - order(other))
    for (const event of events) if (wanted(event)) printer.event(show(event))
  }
  printer.end()
  out.end()
}

function tellEverything(model: CountyModel, { settings }: LoadedScenario, options: ExplainOptions, tell: Follow['tell']): void {
  for (let county = 0; county < settings.counties; county++) model.run(options.replication, county, { follow: { everyone: true, tell } })
}

function eventsOf(model: CountyModel, subject: Subject, replication: number): TraceEvent[] {
  const events: TraceEvent[] = []
  const tell = (event: TraceEvent) => {
    if (subject.kind !== 'claim' || isOfClaim(event, subject.number)) events.push(event)
  }
  const follow = subject.kind === 'household' ? { household: subject.name, tell } : { person: subject.name, tell }
  model.run(replication, subject.county, { follow })
  return events
}

/** Does the event belong to the file of this claim? A second reimbursement begins with what the person was entitled to. */
function isOfClaim({ kind, facts }: TraceEvent, number: string): boolean {
  if (facts?.claim === number) return true
  return number === `${facts?.year}-${OCCASIONS_PER_YEAR}` && kind.startsWith('critical_illness.')
}

function unknown({ kind, name, number }: Subject, { settings }: LoadedScenario): InputFaults {
  const what = kind === 'claim' ? `${name}/${number}` : name
  const nobody = kind === 'claim' ? 'no stay or claim' : kind === 'household' ? 'no household' : 'nobody'
  const message = `${nobody} in '${settings.name}' is called '${what}'`
  return new InputFaults([{ code: `unknown_${kind}`, file: `--${kind}`, message, expected: WHO[kind] }])
}
