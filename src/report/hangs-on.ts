/** 结论依赖的假定 What headlines hang on, for report and terminal: beside each figure the assumptions that move it most. */
import { POINTS } from '../charts/comparison/text.ts'
import type { Language } from '../charts/kit/input.ts'
import { LARGE_UNIT, largeMoney, signedSeen } from '../charts/kit/text.ts'
import { DICTIONARY } from '../measures/dictionary.ts'
import type { HangsOnRow } from '../measures/statistics/hangs-on.ts'
import { HEADLINES } from '../measures/statistics/headlines.ts'
import { minusSign } from '../words/amount-of-setting.ts'
import { settingWord } from '../words/modes.ts'
import { escaped, section, tableOf } from './html.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

/** Rows of a scenario, or of what it changes of a base, in a year. */
export const hangsOnOf = (rows: readonly HangsOnRow[], scenario: string, base: string, year: number): HangsOnRow[] =>
  rows.filter((row) => row.scenario === scenario && row.base === base && row.year === year)

/** Money of the fund stands in one unit, that of the headline figures, however little it moves. */
const OF_THE_FUND = new Set(HEADLINES.filter(({ theme }) => theme === 'fund').map(({ measure }) => measure))

/** `−161.4 to +66.5 million yuan`: what the figure moves by with the parameter at the low and at the high end of its range. */
function movesText({ measure, atLow, atHigh }: HangsOnRow, lang: Language): string {
  const words = REPORT_WORDS[lang].hangsOn
  const unit = DICTIONARY[measure]?.unit
  const most = Math.max(Math.abs(atLow ?? 0), Math.abs(atHigh ?? 0))
  const isLarge = unit === 'yuan' && (most >= 1e5 || OF_THE_FUND.has(measure))
  // two figures of the larger end
  const digits = (lang === 'en' ? 1 : 0) + (most >= 1e5 ? 0 : most >= 1e4 ? 1 : 2)
  const write = (value: number) => {
    if (unit === 'share') return signedSeen(100 * value, 1)
    return isLarge ? signedSeen(largeMoney(value, lang), digits) : signedSeen(value, most < 10 ? 1 : 0)
  }
  const name = unit === 'share' ? POINTS[lang].trim() : isLarge ? LARGE_UNIT[lang] : unit === 'yuan' ? words.yuan : ''
  const inUnit = (text: string) => text + (name && ` ${name}`)
  const known = atLow ?? atHigh
  if (known === undefined) return words.neither
  if (atLow === undefined || atHigh === undefined) return words.atOneEnd(inUnit(write(known)), atHigh === undefined)
  return inUnit(words.to(write(atLow), write(atHigh)))
}

const rangeText = (row: HangsOnRow, lang: Language) =>
  REPORT_WORDS[lang].hangsOn.to(settingWord(row, row.low, lang), settingWord(row, row.high, lang))

const nameOf = (measure: string, lang: Language) => DICTIONARY[measure]?.[lang] ?? measure

/** The headline figures of a year, each with its assumptions; '' where nothing is known. */
export function hangsOnTable(rows: readonly HangsOnRow[], caption: string, lang: Language): string {
  if (rows.length === 0) return ''
  const cells = rows.map((row) => [
    row.rank === 1 ? nameOf(row.measure, lang) : '',
    `${row[lang]} (${row.name})`,
    minusSign(settingWord(row, row.value, lang)),
    rangeText(row, lang),
    movesText(row, lang),
  ])
  return tableOf(caption, REPORT_WORDS[lang].hangsOn.head(rows.some(({ base }) => base !== '')), cells, 'numbers')
}

/** @param tables of hangsOnTable */
export function hangsOnChapter(tables: readonly string[], lang: Language): string {
  const { heading, note, unknown } = REPORT_WORDS[lang].hangsOn
  const known = tables.filter((one) => one !== '')
  const text = known.length ? [`<p>${escaped(note)}</p>`, ...known].join('\n') : `<p>${escaped(unknown)}</p>`
  return section(`hangs-on-${lang}`, heading, text)
}

/** The figures that the terminal tells of; the report has all. */
const FIRST = ['cumulative_balance', 'effective_reimbursement_rate']

/** A line a figure. */
export function hangsOnLines(rows: readonly HangsOnRow[], lang: Language): string[] {
  const words = REPORT_WORDS[lang].hangsOn
  return FIRST.flatMap((measure) => {
    const own = rows.filter((row) => row.measure === measure)
    if (own.length === 0) return []
    const told = own.map((row) => words.one(row[lang], rangeText(row, lang), movesText(row, lang)))
    return [words.line(nameOf(measure, lang), own[0].base !== '', told)]
  })
}
