/** Figures of a comparison as text: levels, differences and intervals, each in the unit one would say it in. */
import type { ComparisonRow } from '../results/compare.ts'
import { DICTIONARY } from '../results/dictionary.ts'
import type { Language } from './input.ts'
import { LARGE_UNIT, largeMoney, number, percent, signed } from './text.ts'

/** A row in words: all in one unit, so that base, reform and difference can be held beside one another. */
export interface ComparisonText {
  readonly name: string
  /** the name without its unit */
  readonly label: string
  readonly unit: string
  readonly base: string
  readonly reform: string
  readonly difference: string
  readonly interval: string
}

interface Scale {
  readonly unit: string
  readonly level: (value: number) => string
  readonly change: (value: number) => string
  /** after a difference that is in another unit than the levels */
  readonly points: string
}

export function comparisonText(row: ComparisonRow, lang: Language): ComparisonText {
  const { unit, level, change, points } = scaleOf(row, lang)
  const known = DICTIONARY[row.measure]
  const name = known ? known[lang] : row.measure
  return {
    label: name,
    unit,
    name: unit === '' ? name : lang === 'en' ? `${name}, ${unit}` : `${name}（${unit}）`,
    base: level(row.baseMean),
    reform: level(row.reformMean),
    difference: change(row.difference) + (row.difference === 0 ? '' : points),
    interval: `[${change(row.lower)}; ${change(row.upper)}]`,
  }
}

const POINTS: Readonly<Record<Language, string>> = { en: ' points', zh: ' 个百分点' }
const YUAN: Readonly<Record<Language, string>> = { en: 'yuan', zh: '元' }

function scaleOf(row: ComparisonRow, lang: Language): Scale {
  const unit = DICTIONARY[row.measure]?.unit
  if (unit === 'share' || unit === 'yes_no')
    return { unit: '', level: (value) => percent(value, 2), change: (value) => signedZero(value * 100, 2), points: POINTS[lang] }
  if (unit === 'yuan' && Math.max(Math.abs(row.baseMean), Math.abs(row.reformMean)) >= 1e5) {
    const digits = lang === 'en' ? 2 : 0
    return {
      unit: LARGE_UNIT[lang],
      level: (value) => number(largeMoney(value, lang), digits),
      change: (value) => signedZero(largeMoney(value, lang), digits),
      points: '',
    }
  }
  const digits = unit === 'yuan' ? 2 : 1
  const change = (value: number) => signedZero(value, digits)
  return { unit: unit === 'yuan' ? YUAN[lang] : '', level: (value) => number(value, digits), change, points: '' }
}

/** Exactly nothing is written as 0: it is more than a small number rounded. */
const signedZero = (value: number, digits: number): string => (value === 0 ? '0' : signed(value, digits))
