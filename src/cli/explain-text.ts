/** Events as an official would file them: day and heading, facts, arithmetic, and on whose authority. */
import type { EventCatalogue } from '../policy/event-catalogue.ts'
import { arithmeticOf } from './arithmetic.ts'
import type { ExplainedEvent, ExplainedParameter } from './explain-event.ts'
import { type Lang, WORDS, wordFor } from './explain-words.ts'
import type { NameFact } from './fact-names.ts'

/** Facts that name papers, offices and the like in one language only. */
const CHINESE_FACT = /_zh$/

/** Text of one event, without a blank line after it. `term`: official name of a parameter. `named`: tell whose event it is. Never throws. */
export function eventText(
  event: ExplainedEvent,
  catalogue: EventCatalogue,
  term: (name: string) => string,
  nameFact: NameFact,
  lang: Lang,
  named = false,
): string {
  const words = WORDS[lang]
  const heading = catalogue.kinds.get(event.kind)?.[lang] ?? event.kind
  const facts = shownFacts(event, nameFact, lang)
  const who = named ? `${event.person || event.household}  ` : ''
  const lines = [`${event.day}  ${who}${heading}${facts.length ? `  (${facts.join(', ')})` : ''}`]
  const width = Math.max(0, ...event.amounts.map(({ fen }) => yuan(fen).length))
  for (const { label, fen } of event.amounts) {
    const how = arithmeticOf(label, event, lang)
    lines.push(`    ${yuan(fen).padStart(width)} ${words.yuan}  ${wordFor(label, lang)}${how ? ` = ${how}` : ''}`)
  }
  for (const parameter of event.parameters) lines.push(`    ${words.parameter} ${parameterText(parameter, term, lang)}`)
  if (event.rule) lines.push(`    ${words.rule} ${event.rule}`)
  lines.push(`    ${words.document} ${event.documents.join(', ')} (${event.rows.join(', ')})`)
  return lines.join('\n')
}

function shownFacts(event: ExplainedEvent, nameFact: NameFact, lang: Lang): string[] {
  return Object.entries(event.facts).flatMap(([name, value]) => {
    const twin = lang === 'zh' ? event.facts[`${name}_zh`] : undefined
    return CHINESE_FACT.test(name) ? [] : [`${wordFor(name, lang)} ${twin ?? nameFact(name, value, event, lang)}`]
  })
}

function parameterText({ name, value, source, status }: ExplainedParameter, term: (name: string) => string, lang: Lang): string {
  const authority = `${source}, ${wordFor(status, lang)}`
  return [`${name} = ${value}`, term(name), `[${authority}]`].filter((part) => part).join('  ')
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
