/** Figures of a comparison as text: levels, differences and intervals, each in the unit one would say it in. */

import { DICTIONARY } from '../../measures/dictionary.ts'
import type { ComparisonRow } from '../../measures/statistics/comparison-row.ts'
import { HEADLINES } from '../../measures/statistics/headlines.ts'
import type { Language } from '../kit/input.ts'
import { LARGE_UNIT, largeMoney, numberSeen, signedSeen } from '../kit/text.ts'

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
  /** in that unit */
  readonly of: (value: number) => number
  readonly digits: number
  /** behind a level, and behind a difference, which may be in another unit */
  readonly sign: string
  readonly points: string
}

export function comparisonText(row: ComparisonRow, lang: Language): ComparisonText {
  const { unit, of, digits, sign, points } = scaleOf(row, lang)
  const known = DICTIONARY[row.measure]
  const name = known ? known[lang] : row.measure
  const told = digitsTold(of(row.difference), of(row.upper) - of(row.lower), digits)
  const change = (value: number) => signedZero(of(value), told)
  const level = (value: number) => numberSeen(of(value), digits) + sign
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

export const POINTS: Readonly<Record<Language, string>> = { en: ' points', zh: ' 个百分点' }
const YUAN: Readonly<Record<Language, string>> = { en: 'yuan', zh: '元' }
/** Money of the fund stands in one unit, however small the fund or its balance. */
const OF_THE_FUND = new Set(HEADLINES.filter(({ theme }) => theme === 'fund').map(({ measure }) => measure))

function scaleOf(row: ComparisonRow, lang: Language): Scale {
  const unit = DICTIONARY[row.measure]?.unit
  const most = Math.max(Math.abs(row.baseMean), Math.abs(row.reformMean))
  if (unit === 'share' || unit === 'yes_no') return { unit: '', of: (value) => value * 100, digits: 2, sign: '%', points: POINTS[lang] }
  if (unit === 'yuan' && (most >= 1e5 || OF_THE_FUND.has(row.measure))) {
    const digits = (lang === 'en' ? 2 : 0) + (most < 1e6 ? 1 : 0)
    return { unit: LARGE_UNIT[lang], of: (value) => largeMoney(value, lang), digits, sign: '', points: '' }
  }
  return { unit: unit === 'yuan' ? YUAN[lang] : '', of: (value) => value, digits: unit === 'yuan' ? 2 : 1, sign: '', points: '' }
}

/**
 * Digits of a difference: those of the levels, and more where its interval is narrower than two steps of the last of them, but no more than
 * show three figures of the difference itself.
 */
function digitsTold(difference: number, width: number, digits: number): number {
  const size = Math.abs(difference)
  const narrow = width || size
  let told = digits
  while (narrow > 0 && narrow * 10 ** told < 2 && (size === 0 || size * 10 ** told < 100)) told++
  return Math.min(told, MOST_DIGITS)
}
const MOST_DIGITS = 8

/** Exactly nothing is written as 0: it is more than a small number rounded. */
const signedZero = (value: number, digits: number): string => (value === 0 ? '0' : signedSeen(value, digits))
