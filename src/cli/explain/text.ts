/** Events as an official would file them: day and heading, facts, arithmetic, and on whose authority. */
import { RULES } from '../../scheme/rules.ts'
import { AMOUNTS } from '../../words/amounts.ts'
import type { FactId } from '../../words/facts.ts'
import type { Lang } from '../../words/lang.ts'
import { arithmeticOf } from './arithmetic.ts'
import type { ExplainedAmendment, ExplainedEvent, ExplainedParameter } from './event.ts'
import type { NameFact } from './fact-names.ts'
import { factName, parameterValue, say, valueName } from './words.ts'

/** Only says how another fact is to be named. */
const UNSHOWN: FactId = 'wrong_kind'

/** Text of one event, without a blank line after it. `named`: tell whose event it is. Never throws. */
export function eventText(event: ExplainedEvent, nameFact: NameFact, lang: Lang, named = false): string {
  const lines = [headLine(event, nameFact, lang, named)]
  const width = Math.max(0, ...event.amounts.map(({ fen }) => yuan(fen).length))
  for (const { id, fen, name } of event.amounts) {
    const how = arithmeticOf(id, event, lang)
    lines.push(`    ${yuan(fen).padStart(width)} ${say('yuan', lang)}  ${name}${how ? ` = ${how}` : ''}`)
  }
  for (const one of event.amendments ?? []) lines.push(`    ${say('amended', lang)} ${amendmentText(one, lang)}`)
  for (const parameter of event.parameters) lines.push(`    ${say('parameter', lang)} ${parameterText(parameter, lang)}`)
  if (event.rule) lines.push(`    ${say('rule', lang)} ${event.rule}`)
  lines.push(`    ${say('document', lang)} ${event.documents.join(', ')} (${event.rows.join(', ')})`)
  return lines.join('\n')
}

/** The event in one line: what happened, and the amounts without their arithmetic. Never throws. */
export function shortText(event: ExplainedEvent, nameFact: NameFact, lang: Lang, named = false): string {
  const amounts = event.amounts.map(({ fen, name }) => `${name} ${yuan(fen)}`)
  const [colon, comma] = lang === 'en' ? [': ', ', '] : ['：', '，']
  return headLine(event, nameFact, lang, named) + (amounts.length ? `${colon}${amounts.join(comma)} ${say('yuan', lang)}` : '')
}

function headLine(event: ExplainedEvent, nameFact: NameFact, lang: Lang, named: boolean): string {
  const facts = shownFacts(event, nameFact, lang)
  const who = named ? `${event.person || event.household}  ` : ''
  return `${event.day}  ${who}${event.title}${facts.length ? `  (${facts.join(', ')})` : ''}`
}

function shownFacts(event: ExplainedEvent, nameFact: NameFact, lang: Lang): string[] {
  return Object.entries(event.facts)
    .filter(([name]) => name !== UNSHOWN)
    .map(([name, value]) => `${factName(name, lang)} ${nameFact(name, value, event, lang)}`)
}

function parameterText({ name, title, value, source, status }: ExplainedParameter, lang: Lang): string {
  const authority = `${source}, ${valueName(status, lang)}`
  return [`${name} = ${parameterValue(value, lang)}`, title, `[${authority}]`].filter((part) => part).join('  ')
}

function amendmentText({ rule, title, file, amount }: ExplainedAmendment, lang: Lang): string {
  const what = amount ? AMOUNTS[amount][lang] : RULES[rule][lang]
  return lang === 'en' ? `${title} (${file}): ${what}` : `${title}（${file}）：${what}`
}

export function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
