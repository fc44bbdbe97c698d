/** Events as an official would file them: day and heading, facts, arithmetic, and on whose authority. */
import { RULES } from '../../scheme/rules.ts'
import type { Lang } from '../../words/lang.ts'
import { arithmeticOf } from './arithmetic.ts'
import type { ExplainedAmendment, ExplainedEvent, ExplainedParameter } from './event.ts'
import type { NameFact } from './fact-names.ts'
import { amountName, valueFor, WORDS, wordFor } from './words.ts'

/** Facts that only say how another is to be named. */
const UNSHOWN = /_zh$|^wrong_kind$/

/** Text of one event, without a blank line after it. `named`: tell whose event it is. Never throws. */
export function eventText(event: ExplainedEvent, nameFact: NameFact, lang: Lang, named = false): string {
  const words = WORDS[lang]
  const facts = shownFacts(event, nameFact, lang)
  const who = named ? `${event.person || event.household}  ` : ''
  const lines = [`${event.day}  ${who}${event.title}${facts.length ? `  (${facts.join(', ')})` : ''}`]
  const width = Math.max(0, ...event.amounts.map(({ fen }) => yuan(fen).length))
  for (const { id, fen, name } of event.amounts) {
    const how = arithmeticOf(id, event, lang)
    lines.push(`    ${yuan(fen).padStart(width)} ${words.yuan}  ${name}${how ? ` = ${how}` : ''}`)
  }
  for (const one of event.amendments ?? []) lines.push(`    ${words.amended} ${amendmentText(one, lang)}`)
  for (const parameter of event.parameters) lines.push(`    ${words.parameter} ${parameterText(parameter, lang)}`)
  if (event.rule) lines.push(`    ${words.rule} ${event.rule}`)
  lines.push(`    ${words.document} ${event.documents.join(', ')} (${event.rows.join(', ')})`)
  return lines.join('\n')
}

function shownFacts(event: ExplainedEvent, nameFact: NameFact, lang: Lang): string[] {
  return Object.entries(event.facts).flatMap(([name, value]) => {
    const twin = lang === 'zh' ? event.facts[`${name}_zh`] : undefined
    return UNSHOWN.test(name) ? [] : [`${wordFor(name, lang)} ${twin ?? nameFact(name, value, event, lang)}`]
  })
}

function parameterText({ name, title, value, source, status }: ExplainedParameter, lang: Lang): string {
  const authority = `${source}, ${wordFor(status, lang)}`
  return [`${name} = ${valueFor(value, lang)}`, title, `[${authority}]`].filter((part) => part).join('  ')
}

function amendmentText({ rule, title, file, amount }: ExplainedAmendment, lang: Lang): string {
  const what = amount ? amountName(amount, lang) : RULES[rule][lang]
  return lang === 'en' ? `${title} (${file}): ${what}` : `${title}（${file}）：${what}`
}

function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
