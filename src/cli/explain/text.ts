/** Events as an official would file them: day and heading, facts, arithmetic, and on whose authority. */
import { RULES } from '../../scheme/rules.ts'
import { AMOUNTS, type AmountId } from '../../words/amounts.ts'
import type { FactId } from '../../words/facts.ts'
import type { Lang } from '../../words/lang.ts'
import { arithmeticOf } from './arithmetic.ts'
import type { ExplainedAmendment, ExplainedEvent, ExplainedParameter } from './event.ts'
import type { NameFact } from './fact-names.ts'
import { AT_ZERO, isChance } from './parameter-kinds.ts'
import type { Titles } from './titles.ts'
import { factName, parameterValue, say } from './words.ts'

/** In which words events are told. */
export interface Telling {
  readonly lang: Lang
  readonly nameFact: NameFact
  readonly titles: Titles
  /** tell whose event it is */
  readonly named?: boolean
  /** rows of docs/institutions.md by their name */
  rowName?(row: string): string
  /** parameters told before: they are told in short when they come again */
  readonly toldBefore?: Set<string>
}

type Naming = Pick<Telling, 'lang' | 'nameFact' | 'named'>

/** Says how another fact is to be named; or is told in words of its own. */
const UNSHOWN: readonly FactId[] = ['wrong_kind', 'draw', 'chance']
/** Left out of a line, where it is as usual. */
const USUAL: Readonly<Partial<Record<FactId, string | number>>> = {
  listed: 'no',
  poor: 'no',
  designated: 'yes',
  counts_in_the_year: 'yes',
  covered_share: '1',
  eligible: 'yes',
  chronically_ill: 'no',
}
/** Left out of a line: steps on the way to what is paid. */
const STEPS: readonly AmountId[] = [
  ...(['before_cover', 'outside_catalogue', 'eligible', 'deductible_due', 'deductible', 'deductible_borne_before', 'at_rate'] as const),
  ...(['guaranteed_minimum', 'as_listed_disease', 'paid_for_stays_before', 'ceiling_left', 'paid_for_visits_before'] as const),
  ...([
    'account_left_before',
    'paid_from_pool',
    'paid_from_account',
    'remaining_eligible_cost',
    'eligible_cost_borne',
    'threshold',
  ] as const),
]
/** Come out of a draw, not out of other amounts. */
const DRAWN: readonly AmountId[] = ['bill', 'spent_outside_scheme']

/** Sums of what was told of the year. */
const SUMS: Readonly<Partial<Record<AmountId, 'allBills' | 'allReceived'>>> = {
  billed_in_year: 'allBills',
  received_in_year: 'allReceived',
}

/** Text of one event, without a blank line after it. Never throws. */
export function eventText(event: ExplainedEvent, telling: Telling): string {
  const { lang, titles, rowName = (row) => row } = telling
  const lines = [headLine(event, telling)]
  const width = Math.max(0, ...event.amounts.map(({ fen }) => yuan(fen).length))
  for (const { id, fen, name } of event.amounts) {
    const sum = SUMS[id]
    const how = sum ? say(sum, lang) : arithmeticOf(id, event, lang)
    const whence = how ? ` = ${how}` : DRAWN.includes(id) ? inBrackets(say('drawn', lang), lang) : ''
    lines.push(`    ${yuan(fen).padStart(width)} ${say('yuan', lang)}  ${name}${whence}`)
  }
  for (const one of event.amendments ?? []) lines.push(`    ${say('amended', lang)} ${amendmentText(one, lang)}`)
  lines.push(...parameterLines(event.parameters, telling))
  if (event.rule) lines.push(`    ${say('rule', lang)} ${event.rule}`)
  const rows = event.rows.map(rowName).join(COMMA[lang])
  lines.push(`    ${say('document', lang)} ${titles.short(event.documents)}${inBrackets(rows, lang)}`)
  return lines.join('\n')
}

const COMMA: Readonly<Record<Lang, string>> = { en: ', ', zh: '、' }
const inBrackets = (text: string, lang: Lang) => (lang === 'en' ? ` (${text})` : `（${text}）`)

/** The event in one line: what happened, what is out of the usual, and what it came to. Never throws. */
export function shortText(event: ExplainedEvent, telling: Naming): string {
  const { lang } = telling
  const amounts = event.amounts.filter(({ id }) => !STEPS.includes(id)).map(({ fen, name }) => `${name} ${yuan(fen)}`)
  const [colon, comma] = lang === 'en' ? [': ', ', '] : ['：', '，']
  const facts = Object.fromEntries(
    Object.entries(event.facts).filter(([name, value]) => name !== 'draw' && !(name in USUAL && USUAL[name as FactId] === value)),
  )
  return headLine({ ...event, facts }, telling) + (amounts.length ? `${colon}${amounts.join(comma)} ${say('yuan', lang)}` : '')
}

function headLine(event: ExplainedEvent, { nameFact, lang, named }: Naming): string {
  const facts = Object.entries(event.facts)
    .filter(([name]) => !UNSHOWN.some((one) => one === name))
    .map(([name, value]) => `${factName(name, lang)} ${nameFact(name, value, event, lang)}`)
    .concat(drawText(event, lang))
  const who = named ? `${event.person || event.household}  ` : ''
  return `${event.day}  ${who}${event.title}${facts.length ? inBrackets(facts.join(lang === 'en' ? ', ' : '，'), lang) : ''}`
}

/** With as many digits as tell the draw from the chance. */
function drawText({ facts: { draw, chance } }: ExplainedEvent, lang: Lang): string[] {
  if (typeof draw !== 'number' || typeof chance !== 'number') return []
  let digits = FEWEST
  while (digits < MOST && draw.toFixed(digits) === chance.toFixed(digits)) digits++
  const [drawn, against] = [draw.toFixed(digits), chance.toFixed(digits)]
  if (lang === 'en') return [draw < chance ? `a draw of ${drawn} below ${against}` : `a draw of ${drawn}, not below ${against}`]
  return [draw < chance ? `抽取值 ${drawn}，低于 ${against}` : `抽取值 ${drawn}，不低于 ${against}`]
}

const [FEWEST, MOST] = [3, 6]

/** Those told before go together into one line. */
function parameterLines(parameters: readonly ExplainedParameter[], telling: Telling): string[] {
  const { lang, toldBefore } = telling
  const keyOf = ({ name, value }: ExplainedParameter) => `${name} ${value}`
  const again = parameters.filter((one) => toldBefore?.has(keyOf(one)))
  for (const one of parameters) toldBefore?.add(keyOf(one))
  const lines = parameters
    .filter((one) => !again.includes(one))
    .map((one) => `    ${say('parameter', lang)} ${parameterText(one, telling)}`)
  if (again.length === 0) return lines
  const short = again.map(({ name, value }) => `${name} = ${told(name, value, lang)}`)
  return [...lines, `    ${say('again', lang)} ${short.join(lang === 'en' ? ', ' : '，')}`]
}

function parameterText({ name, title, value, source, status }: ExplainedParameter, { lang, titles }: Telling): string {
  const chance = isChance(name) ? say('chance', lang) : ''
  const authority = `[${titles.authority({ source, status })}]`
  return [`${name} = ${told(name, value, lang)}${chance && inBrackets(chance, lang)}`, title, authority].filter((part) => part).join('  ')
}

function told(name: string, value: string, lang: Lang): string {
  const none = value === '0' ? AT_ZERO[name] : undefined
  return none ? say(none, lang) : parameterValue(name, value, lang)
}

function amendmentText({ rule, title, file, amount }: ExplainedAmendment, lang: Lang): string {
  const what = amount ? AMOUNTS[amount][lang] : RULES[rule][lang]
  return lang === 'en' ? `${title} (${file}): ${what}` : `${title}（${file}）：${what}`
}

export function yuan(fen: number): string {
  return (fen / 100).toFixed(2)
}
