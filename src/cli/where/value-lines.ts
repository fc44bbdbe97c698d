/** The values of a parameter or figure, a line each, and how far they may be moved. */
import { parse } from 'yaml'
import type { ValueShape } from '../../policy/schema.ts'
import { allBoundsTold } from '../../policy/value/bounds.ts'
import { boundsTold, figureBounds, isSpanOfDays, kindOfFigure } from '../../procedures/data/bounds.ts'
import type { Lang } from '../../words/lang.ts'
import { unitName } from '../../words/units.ts'
import { valueName } from '../explain/words.ts'
import { sayIn } from '../language/say.ts'
import type { Figure, ValuedParameter } from './index.ts'

const WORDS = {
  en: { range: '区间 range', bounds: '界限 bounds', comma: ', ' },
  zh: { range: '区间', bounds: '界限', comma: '，' },
} as const satisfies Record<Lang, object>

/**
 * The dated values of a parameter, a line each, with the range of what may be moved: '2013-01-01  80000 yuan  (CX2013, verified)'; the value
 * of a figure; none for a procedure. The last line says what the numbers can be at all.
 */
export function valueLines({ name, block, figure }: ValuedParameter, lang: Lang): string[] {
  if (figure) return [figureLine(figure, lang), ...boundsLine(figureWithin(name, figure), lang)]
  if (block === '') return []
  const { values, ...shape }: ValueShape & { values: Record<string, Written> } = parse(block)
  const lines = Object.entries(values).map(([date, { value, source, status, range }]) => {
    const text = typeof value === 'object' ? JSON.stringify(value) : String(value)
    const unit = ['mode', 'date', 'day'].includes(shape.unit) ? '' : ` ${lang === 'en' ? shape.unit : unitName(shape.unit, lang)}`
    const why = inBrackets([source, statusName(status, lang)], lang)
    return `${date}  ${text}${unit}${why}${range ? `  ${WORDS[lang].range} ${rangeText(shape, range, lang)}` : ''}`
  })
  return [...lines, ...boundsLine(allBoundsTold(shape), lang)]
}

interface Written {
  readonly value: unknown
  readonly source: string
  readonly status: string
  readonly range?: readonly unknown[]
}

const statusName = (status: string, lang: Lang) => (lang === 'en' ? status : valueName(status, lang))

function inBrackets(parts: readonly unknown[], lang: Lang): string {
  const told = parts.filter((one) => one !== undefined).join(WORDS[lang].comma)
  return told === '' ? '' : lang === 'en' ? `  (${told})` : `（${told}）`
}

/** Of lists and bands a range is a pair of factors. */
function rangeText({ unit }: ValueShape, [low, high]: readonly unknown[], lang: Lang): string {
  return sayIn(lang)(unit === 'list' || unit === 'bands' ? `×${low} to ×${high}` : `${low} to ${high}`)
}

function boundsLine(told: string | undefined, lang: Lang): string[] {
  if (told === undefined) return []
  // of a list each number has its own
  const each = told.split('; ').map(sayIn(lang))
  return [`${WORDS[lang].bounds} ${each.join(lang === 'en' ? '; ' : '；')}`]
}

function figureLine({ value, source, status, document, range }: Figure, lang: Lang): string {
  const between = Array.isArray(range) ? rangeText({ unit: 'count' }, range, lang) : undefined
  const why = [source ?? document, status === undefined ? undefined : statusName(String(status), lang), between]
  return `${Array.isArray(value) ? JSON.stringify(value) : String(value)}${inBrackets(why, lang)}`
}

function figureWithin(name: string, { bounds }: Figure): string | undefined {
  const kind = kindOfFigure(name)
  const two = isSpanOfDays(name) ? 'two numbers ' : ''
  return kind && two + boundsTold(figureBounds(kind, Array.isArray(bounds) ? [Number(bounds[0]), Number(bounds[1])] : undefined))
}
