/** Base beside reform as text: the sum first, then figures by year, then each difference with the changes that made it. */
import Table from 'cli-table3'
import { AMOUNTS } from '../../../words/amounts.ts'
import type { Lang } from '../../../words/lang.ts'
import type { ExplainedEvent } from '../event.ts'
import type { NameFact } from '../fact-names.ts'
import { shortText, yuan } from '../text.ts'
import type { Titles } from '../titles.ts'
import { factName, parameterValue, say } from '../words.ts'
import type { Shown, Value } from './shown.ts'
import { BESIDE_WORDS } from './words.ts'
import { FIGURES_OF_YEAR, isMoneyOfYear, type paidInAll, type YearRow } from './years.ts'

type Paid = ReturnType<typeof paidInAll>

/** What it comes to in one line. */
export function sumText(years: string, base: Paid, reform: Paid, lang: Lang): string {
  const words = BESIDE_WORDS[lang]
  const more = reform.all - base.all
  const all = more === 0 ? words.asMuch : more > 0 ? words.more(yuan(more)) : words.less(yuan(-more))
  const borne = (paid: Paid) => paid.all - paid.premiums
  const parts = [
    changeText('premiums', reform.premiums - base.premiums, lang),
    changeText('care', borne(reform) - borne(base), lang),
    changeText('bills', reform.billed - base.billed, lang),
  ]
  return words.sum(years, all, parts.join(words.comma))
}

export function tableText(rows: readonly YearRow[], lang: Lang): string[] {
  if (rows.length === 0) return []
  const table = new Table({
    head: [...BESIDE_WORDS[lang].head],
    colAligns: ['left', 'left', 'right', 'right', 'right'],
    style: { head: [], border: [], compact: true },
  })
  rows.forEach(({ year, figure, base, reform }, at) => {
    const money = isMoneyOfYear(figure)
    const unit = money ? inBrackets(say('yuan', lang), lang) : ''
    const told = (value: number) => (money ? yuan(value) : figure === 'days_to_payment' ? value.toFixed(1) : String(value))
    const [was, is] = [told(base), told(reform)]
    // days are no fewer for a claim that is not there
    const hasBoth = figure !== 'days_to_payment' || (base > 0 && reform > 0)
    const change = money
      ? signed(reform - base)
      : hasBoth
        ? withSign(reform - base, figure === 'days_to_payment' ? 1 : 0)
        : BESIDE_WORDS[lang].valueLess
    const first = rows[at - 1]?.year === year ? '' : String(year)
    const absent = (value: number, text: string) => (hasBoth || value > 0 ? text : BESIDE_WORDS[lang].valueLess)
    table.push([first, FIGURES_OF_YEAR[figure][lang] + unit, absent(base, was), absent(reform, is), change])
  })
  return table.toString().split('\n')
}

/** How much more or less it is under the reform, in words: a bare number would read as the amount itself. */
export function changeText(what: 'premiums' | 'care' | 'bills', fen: number, lang: Lang): string {
  const words = BESIDE_WORDS[lang]
  return fen === 0 ? words.unchanged(words[what]) : words.moved(words[what], yuan(Math.abs(fen)), fen > 0)
}

/** With its sign, as a difference is told. */
export const signed = (fen: number) => (fen > 0 ? '+' : fen < 0 ? '−' : '') + yuan(Math.abs(fen))
const withSign = (value: number, digits: number) => (value > 0 ? '+' : '−') + Math.abs(value).toFixed(digits)

/** How facts are named under each scenario: their procedures may differ. */
interface Naming {
  readonly base: NameFact
  readonly reform: NameFact
  readonly titles: Titles
}

/** One difference, with its rule and what made it; in one line where it is to be short. */
export function differenceText(shown: Shown, nameFact: Naming, lang: Lang, short = false): string {
  const { base, reform, how } = shown
  const head = base && reform ? bothText(base, reform, nameFact, lang) : onlyText(shown, nameFact, lang)
  if (short) return `${head.join(BESIDE_WORDS[lang].comma)}${inBrackets(madeByText(shown, lang), lang)}`
  const [first, ...rest] = head
  const lines = [first, ...rest.map((line) => `    ${line}`)]
  for (const value of shown.moved) lines.push(`    ${say('parameter', lang)} ${valueText(value, nameFact.titles, lang)}`)
  const rule = (reform ?? base)?.rule
  if (rule) lines.push(`    ${say('rule', lang)} ${rule}`)
  const words = BESIDE_WORDS[lang]
  if (how === 'any') lines.push(`    ${words.any}`)
  if (how === 'unknown') lines.push(`    ${madeByText(shown, lang)}`)
  for (const value of shown.madeBy) lines.push(`    ${words.madeBy} ${valueText(value, nameFact.titles, lang)}`)
  return lines.join('\n')
}

function madeByText({ how, changes, madeBy }: Shown, lang: Lang): string {
  const words = BESIDE_WORDS[lang]
  if (how === 'unknown') return words.unknown(changes)
  return `${words.madeBy} ${madeBy.map(({ name, base, reform }) => `${name} ${valueOr(name, base, lang)} → ${valueOr(name, reform, lang)}`).join(words.comma)}`
}

const inBrackets = (text: string, lang: Lang) => (lang === 'en' ? ` (${text})` : `（${text}）`)

function onlyText({ base, reform }: Shown, nameFact: Naming, lang: Lang): string[] {
  const side = base ? 'base' : 'reform'
  const event = base ?? reform
  if (!event) return []
  const text = shortText(event, { lang, nameFact: nameFact[side], named: true })
  const { only, colon } = BESIDE_WORDS[lang]
  return [`${text.slice(0, event.day.length)}  ${only[side]}${colon}${text.slice(event.day.length).trimStart()}`]
}

/** The day, whom, and what is not the same. */
function bothText(base: ExplainedEvent, reform: ExplainedEvent, nameFact: Naming, lang: Lang): string[] {
  const words = BESIDE_WORDS[lang]
  const what = base.title === reform.title ? reform.title : `${base.title} → ${reform.title}`
  const claim = reform.facts.claim ?? base.facts.claim
  const [day] = [base.day, reform.day].sort()
  const head = `${day}  ${reform.person || reform.household}  ${what}${claim === undefined ? '' : inBrackets(`${factName('claim', lang)} ${claim}`, lang)}`
  const days = base.day === reform.day ? [] : [`${words.day} ${base.day} → ${reform.day}`]
  return [head, ...days, ...amountsText(base, reform, lang), ...factsText(base, reform, nameFact, lang)]
}

function amountsText(base: ExplainedEvent, reform: ExplainedEvent, lang: Lang): string[] {
  const ids = new Set([...reform.amounts, ...base.amounts].map(({ id }) => id))
  const of = (event: ExplainedEvent, id: string) => event.amounts.find((amount) => amount.id === id)?.fen
  return [...ids].flatMap((id) => {
    const [was, is] = [of(base, id), of(reform, id)]
    if (was === is) return []
    const told = (fen: number | undefined) => (fen === undefined ? BESIDE_WORDS[lang].valueLess : yuan(fen))
    const change = was === undefined || is === undefined ? '' : inBrackets(signed(is - was), lang)
    return [`${AMOUNTS[id][lang]} ${told(was)} → ${told(is)} ${say('yuan', lang)}${change}`]
  })
}

function factsText(base: ExplainedEvent, reform: ExplainedEvent, nameFact: Naming, lang: Lang): string[] {
  const names = new Set([...Object.keys(reform.facts), ...Object.keys(base.facts)])
  return [...names].flatMap((name) => {
    const [was, is] = [base.facts[name], reform.facts[name]]
    if (was === is) return []
    const told = (value: string | number | undefined, event: ExplainedEvent, naming: NameFact) =>
      value === undefined ? BESIDE_WORDS[lang].valueLess : naming(name, value, event, lang)
    return [`${factName(name, lang)} ${told(was, base, nameFact.base)} → ${told(is, reform, nameFact.reform)}`]
  })
}

function valueText({ name, title, base, reform, baseSource, source, setBy }: Value, titles: Titles, lang: Lang): string {
  const by = setBy || titles.source(source)
  const was = titles.source(baseSource)
  const whence = was && was !== by ? `${was} → ${by}` : by
  return `${name} = ${valueOr(name, base, lang)} → ${valueOr(name, reform, lang)}  ${title}  [${whence}]`
}

const valueOr = (name: string, value: string, lang: Lang) =>
  value === '' ? BESIDE_WORDS[lang].valueLess : parameterValue(name, value, lang)
