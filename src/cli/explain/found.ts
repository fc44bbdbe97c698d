/** Prints the cases that `--find` has found: as a list to choose from, or as JSON. */
import type { TraceEvent } from '../../scheme/record.ts'
import type { Lang } from '../../words/lang.ts'
import type { LineOutput } from '../line-output.ts'
import type { ExplainedEvent } from './event.ts'
import { type Cases, FINDS, type Find, type FindName, findingText } from './find.ts'
import type { ExplainFormat } from './printer.ts'
import { yuan } from './text.ts'
import { factName, say } from './words.ts'

interface Found {
  readonly out: LineOutput
  readonly find: FindName
  readonly cases: Cases
  /** the scenario as named on the command line */
  readonly path: string
  show(event: TraceEvent): ExplainedEvent
  readonly format: ExplainFormat
  readonly lang: Lang
}

/** By what the cases are in order, or what happened. */
function measureOf({ title, amounts, facts }: ExplainedEvent, name: FindName, lang: Lang): string {
  const { by }: Find = FINDS[name]
  if (typeof by === 'object') return `${factName(by.fact, lang)} ${facts[by.fact]}`
  const amount = amounts.find(({ id }) => id === by)
  return amount ? `${amount.name} ${yuan(amount.fen)} ${say('yuan', lang)}` : title
}

export function printFound({ out, find, cases, path, show, format, lang }: Found): void {
  const told = cases.found.map(({ id, event }) => ({ id, ...show(event) }))
  if (format === 'json') out.line(told.length ? `[\n  ${told.map((one) => JSON.stringify(one)).join(',\n  ')}\n]` : '[]')
  else if (format === 'ndjson') for (const one of told) out.line(JSON.stringify(one))
  else {
    const { head, foot } = findingText(find, cases, path, lang)
    const width = Math.max(0, ...told.map(({ id }) => id.length))
    out.line(head)
    for (const { id, ...event } of told) out.line(`  ${id.padEnd(width)}  ${event.day}  ${measureOf(event, find, lang)}`)
    if (foot) out.line(foot)
  }
  out.end()
}
