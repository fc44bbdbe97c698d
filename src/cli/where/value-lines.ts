/** The values of a parameter or figure, a line each, and how far they may be moved. */
import { parse } from 'yaml'
import type { Status, ValueShape } from '../../policy/schema.ts'
import { allBoundsTold } from '../../policy/value/bounds.ts'
import { boundsTold, figureBounds, isSpanOfDays, kindOfFigure } from '../../procedures/data/bounds.ts'
import { isNoCeiling, minusSign, settingText } from '../../words/amount-of-setting.ts'
import type { Lang } from '../../words/lang.ts'
import { modeWord } from '../../words/modes.ts'
import { unitName } from '../../words/units.ts'
import type { Titles } from '../explain/titles.ts'
import { sayIn } from '../language/say.ts'
import type { Figure, ValuedParameter } from './index.ts'

const WORDS = {
  en: { range: 'range', bounds: 'bounds', noBands: 'no bands', band: (from: number, rate: number) => `from ${from}: ${rate}` },
  zh: { range: '区间', bounds: '界限', noBands: '不分段', band: (from: number, rate: number) => `${from} 起：${rate}` },
} as const satisfies Record<Lang, object>

/** Units that say no more than the bounds below do, or than the value itself. */
const UNSAID = new Set(['mode', 'date', 'day', 'list', 'bands', 'share', 'ratio', 'index', 'growth', 'count'])

/**
 * The dated values of a parameter, a line each, with the range of what may be moved: '2013-01-01  80000 yuan  (verified: a title)  range …';
 * the value of a figure; none for a procedure. The last line says what the numbers can be at all.
 */
export function valueLines({ name, block, figure }: ValuedParameter, lang: Lang, titles: Titles): string[] {
  if (figure) return [figureLine(figure, lang, titles), ...boundsLine(figureWithin(name, figure), lang)]
  if (block === '') return []
  const { values, ...shape }: ValueShape & { values: Record<string, Written> } = parse(block)
  const lines = Object.entries(values).map(([date, { value, source, status, range }]) => {
    const unit = UNSAID.has(shape.unit) || isNoCeiling(name, value) ? '' : ` ${unitName(shape.unit, lang)}`
    const told = `${valueText(name, value, lang)}${unit}${inBrackets(titles.authority({ source, status }), lang)}`
    return `${date}  ${told}${range ? `  ${WORDS[lang].range} ${rangeText(shape, range, lang)}` : ''}`
  })
  return [...lines, ...boundsLine(allBoundsTold(shape), lang)]
}

interface Written {
  readonly value: unknown
  readonly source: string
  readonly status: Status
  readonly range?: readonly unknown[]
}

/** Ids of the sources of a parameter's values, files of documents of a figure. */
export function sourcesNamed({ block, figure }: ValuedParameter): string[] {
  if (figure) return [figure.source, figure.document].filter((one) => typeof one === 'string')
  if (block === '') return []
  const { values }: { values: Record<string, Written> } = parse(block)
  return Object.values(values).map(({ source }) => source)
}

function valueText(name: string, value: unknown, lang: Lang): string {
  if (typeof value === 'number') return minusSign(settingText(name, value, lang))
  if (!Array.isArray(value)) return wayText(String(value), lang)
  if (value.length === 0) return WORDS[lang].noBands
  return value
    .map((one) => (typeof one === 'object' ? WORDS[lang].band(one.from, one.rate) : String(one)))
    .join(lang === 'en' ? ', ' : '，')
}

/** A way by the word that a scenario writes, and what it is called where that is another. */
function wayText(word: string, lang: Lang): string {
  const called = modeWord(word, lang)
  return called === word ? word : lang === 'en' ? `${word}, ${called}` : `${word}，${called}`
}

const inBrackets = (told: string, lang: Lang) => (lang === 'en' ? `  (${told})` : `（${told}）`)

/** Of lists and bands a range is a pair of factors. */
function rangeText({ unit }: Pick<ValueShape, 'unit'>, [low, high]: readonly unknown[], lang: Lang): string {
  return minusSign(sayIn(lang)(unit === 'list' || unit === 'bands' ? `×${low} to ×${high}` : `${low} to ${high}`))
}

function boundsLine(told: string | undefined, lang: Lang): string[] {
  if (told === undefined) return []
  // of a list each number has its own
  const each = told.split('; ').map(sayIn(lang))
  return [`${WORDS[lang].bounds} ${minusSign(each.join(lang === 'en' ? '; ' : '；'))}`]
}

function figureLine({ value, source, status, document, range }: Figure, lang: Lang, titles: Titles): string {
  const between = Array.isArray(range) ? `  ${WORDS[lang].range} ${rangeText({ unit: 'count' }, range, lang)}` : ''
  const by = source ?? document ?? 'ASSUMED'
  const why = isStatus(status) ? inBrackets(titles.authority({ source: String(by), status }), lang) : ''
  return `${valueText('', value, lang)}${why}${between}`
}

const isStatus = (word: unknown): word is Status => word === 'verified' || word === 'unverified' || word === 'assumed'

function figureWithin(name: string, { bounds }: Figure): string | undefined {
  const kind = kindOfFigure(name)
  const two = isSpanOfDays(name) ? 'two numbers ' : ''
  return kind && two + boundsTold(figureBounds(kind, Array.isArray(bounds) ? [Number(bounds[0]), Number(bounds[1])] : undefined))
}
