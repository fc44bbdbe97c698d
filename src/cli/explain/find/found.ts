/** Prints the cases that `--find` has found: as a list to choose from, or as JSON. */
import type { TraceEvent } from '../../../scheme/record.ts'
import type { NamedCounty } from '../../../scheme/settings.ts'
import type { Lang } from '../../../words/lang.ts'
import type { LineOutput } from '../../line-output.ts'
import type { ExplainedEvent } from '../event.ts'
import type { ExplainFormat } from '../printer.ts'
import { yuan } from '../text.ts'
import { factName, factValue, say } from '../words.ts'
import { type Cases, findingText } from './cases.ts'
import { countyColumn, countyIn } from './county.ts'
import { FINDS, type Find, type FindName } from './finds.ts'

interface Found {
  readonly out: LineOutput
  readonly find: FindName
  readonly cases: Cases
  /** the scenario as named on the command line */
  readonly path: string
  show(event: TraceEvent): ExplainedEvent
  /** where the scenario describes them one by one */
  readonly counties?: readonly NamedCounty[]
  readonly format: ExplainFormat
  readonly lang: Lang
}

/** By what the cases are in order, or what happened. */
function measureOf({ title, amounts, facts }: ExplainedEvent, name: FindName, lang: Lang): string {
  const { by }: Find = FINDS[name]
  if (by && 'fact' in by) return `${factName(by.fact, lang)} ${factValue(by.fact, facts[by.fact], lang)}${inMoney(amounts, lang)}`
  const amount = amounts.find(({ id }) => by?.includes(id))
  return amount ? `${amount.name} ${yuan(amount.fen)} ${say('yuan', lang)}` : title
}

/** A share is beside what it is a share of. */
function inMoney(amounts: ExplainedEvent['amounts'], lang: Lang): string {
  const borne = amounts.find(({ id }) => id === 'borne_by_household')
  return borne ? `${lang === 'en' ? ', ' : '，'}${borne.name} ${yuan(borne.fen)} ${say('yuan', lang)}` : ''
}

export function printFound({ out, find, cases, path, show, counties, format, lang }: Found): void {
  const told = cases.found.map(({ id, event }) => ({ id, county: countyIn(id, counties)?.name, ...show(event) }))
  if (format === 'json') out.line(told.length ? `[\n  ${told.map((one) => JSON.stringify(one)).join(',\n  ')}\n]` : '[]')
  else if (format === 'ndjson') for (const one of told) out.line(JSON.stringify(one))
  else {
    const { head, foot } = findingText(find, cases, path, lang)
    const width = Math.max(0, ...told.map(({ id }) => id.length))
    const county = countyColumn(
      told.map(({ id }) => id),
      counties,
      lang,
    )
    out.line(head)
    for (const { id, ...event } of told) out.line(`  ${id.padEnd(width)}${county(id)}  ${event.day}  ${measureOf(event, find, lang)}`)
    if (foot) out.line(foot)
  }
  out.end()
}
