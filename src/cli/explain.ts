/** hezuo explain: the life of one person in the scheme, event by event, with rule, parameters and amounts. */
import { formatDay, yearOf } from '../kernel/calendar.ts'
import { InputFaults } from '../kernel/errors.ts'
import { countyOf } from '../model/names.ts'
import type { TraceEvent } from '../model/record.ts'
import { countyModel } from '../scenario/engine.ts'
import { needed } from './arguments.ts'
import { type Lang, termOf, WORDS, wordFor } from './explain-words.ts'
import { readData, readScenarios } from './inputs.ts'

export interface ExplainOptions {
  readonly person?: string
  readonly year?: number
  readonly replication: number
  readonly format: 'text' | 'json' | 'ndjson'
  readonly lang: Lang
}

/**
 * Simulates the person's county once more, with the same draws as any run, and prints what happened to that person.
 * @throws InputFaults when nobody of that name lives in any county of the scenario
 */
export function explain(path: string, options: ExplainOptions): void {
  const person = needed(options.person, '--person', 'the name of a person')
  const { files, law: base } = readData()
  const [{ settings, law }] = readScenarios([path], base)
  const model = countyModel(settings, law, files)
  const county = countyOf(person)
  const unknown = () => {
    const message = `nobody in '${settings.name}' is called '${person}'`
    const expected = 'county, village, household and member, as in c0-v3-h12-m0'
    return new InputFaults([{ code: 'unknown_person', file: '--person', message, expected }])
  }
  if (county === undefined || county >= settings.counties) throw unknown()
  const events: TraceEvent[] = []
  model.run(options.replication, county, { follow: { person, tell: (event) => events.push(event) } })
  if (!events.length) throw unknown()
  const wanted = events.filter((event) => options.year === undefined || yearOf(event.day) === options.year)
  // The model tells things of one day in any order; a stable sort keeps that order and puts the days right.
  wanted.sort((one, other) => one.day - other.day)
  print(wanted, (name) => termOf(law, name, options.lang), { ...options, person })
}

function print(events: readonly TraceEvent[], term: (name: string) => string, { format, lang, person }: ExplainOptions): void {
  if (format === 'json') console.log(JSON.stringify(events.map(plain), undefined, 2))
  else if (format === 'ndjson') for (const event of events) console.log(JSON.stringify(plain(event)))
  else console.log([`${WORDS[lang].person} ${person}`, ...events.map((event) => eventText(event, term, lang))].join('\n\n'))
}

/** An event for a program to read: the date as text beside the day number, amounts in fen. */
function plain(event: TraceEvent): object {
  return { date: formatDay(event.day), ...event }
}

/** An event for a person to read: what happened, then the arithmetic, then on whose authority. Exported for the tests. */
export function eventText(event: TraceEvent, term: (name: string) => string, lang: Lang): string {
  const words = WORDS[lang]
  const facts = Object.entries(event.facts ?? {}).map(([name, value]) => `${wordFor(name, lang)} ${wordFor(value, lang)}`)
  const lines = [`${formatDay(event.day)}  ${wordFor(event.kind, lang)}${facts.length ? `  (${facts.join(', ')})` : ''}`]
  for (const { label, fen } of event.amounts ?? []) lines.push(`    ${wordFor(label, lang)}: ${yuan(fen)} ${words.yuan}`)
  for (const { name, value } of event.parameters ?? []) lines.push(`    ${words.parameter} ${name} = ${value}  ${term(name)}`)
  if (event.rule) lines.push(`    ${words.rule} ${event.rule}`)
  return lines.join('\n')
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
