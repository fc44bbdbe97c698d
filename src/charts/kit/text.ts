/** Numbers and lines as text, without the engine's own locale data (it differs between versions). */
import type { Language } from './input.ts'

const MINUS = '\u2212'

/** 1234567.8 → `1,234,568`; the minus is a real minus sign. */
export function number(value: number, digits = 0): string {
  const fixed = Math.abs(value).toFixed(digits)
  const [whole, fraction] = fixed.split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',')
  const negative = value < 0 && Number(fixed) !== 0
  return `${negative ? MINUS : ''}${grouped}${fraction ? `.${fraction}` : ''}`
}

/** 0.9712 → `97.1%`, in both languages. */
export const percent = (share: number, digits = 1): string => `${number(share * 100, digits)}%`

/** 12.3 → `+12.3`. */
export function signed(value: number, digits = 0): string {
  const text = number(value, digits)
  return value > 0 && Number(value.toFixed(digits)) > 0 ? `+${text}` : text
}

const MOST_DIGITS = 8

/**
 * Digits behind the point: `usual`, up to `most` where they show two figures, and so many more that what is not 0 does not read as 0; a rest
 * of rounding may.
 */
export function digitsSeen(value: number, usual: number, most = usual): number {
  const size = Math.abs(value)
  let told = usual
  while (told < most && size * 10 ** told < 10) told++
  if (Number(size.toFixed(told)) !== 0) return told
  while (++told <= MOST_DIGITS) if (size * 10 ** told >= 0.95) return told
  return usual
}

/** 12.3 → `12`, 0.04 → `0.04`. */
export const numberSeen = (value: number, usual = 0): string => number(value, digitsSeen(value, usual))

/** 12.3 → `+12`, 0.04 → `+0.04`. */
export const signedSeen = (value: number, usual = 0): string => signed(value, digitsSeen(value, usual))

/** Large money reads in million yuan in English, in 万元 (ten thousand yuan) in Chinese. */
export const largeMoney = (yuan: number, lang: Language): number => yuan / LARGE[lang]
const LARGE: Record<Language, number> = { en: 1_000_000, zh: 10_000 }

/** 12345678 yuan → `12.3 million yuan` or `1,235 万元`; `[low; high]` goes between number and unit. */
export const money = (yuan: number, lang: Language): string => `${largeNumber(yuan, lang)} ${LARGE_UNIT[lang]}`

/** The number of `money` without its unit. */
export const largeNumber = (yuan: number, lang: Language): string => largeFigure(largeMoney(yuan, lang), lang)

/** The same of money that is in million yuan or 万元 already; of a small county's money two figures are told. */
export const largeFigure = (large: number, lang: Language, usual = lang === 'en' ? 1 : 0): string =>
  number(large, digitsSeen(large, usual, usual + 2))

/** The number of a cell under a head that names the unit. */
export const largeCell = (yuan: number, lang: Language): string => numberSeen(largeMoney(yuan, lang), lang === 'en' ? 2 : 0)
export const LARGE_UNIT: Readonly<Record<Language, string>> = { en: 'million yuan', zh: '万元' }

/** `0.0% [0.0%; –]`: a bound that is not known is a dash. */
export function withBounds(
  { value, lower, upper }: { readonly value: number; readonly lower?: number; readonly upper?: number },
  write: (value: number) => string,
): string {
  const bound = (one: number | undefined) => (one === undefined ? '–' : write(one))
  return `${write(value)} [${bound(lower)}; ${bound(upper)}]`
}

/** ['a', 'b', 'c'] → `a, b and c` or `a、b和c`. */
export function listed(words: readonly string[], lang: Language): string {
  if (words.length < 2) return words.join('')
  const [comma, and] = lang === 'en' ? [', ', ' and '] : ['、', '和']
  return `${words.slice(0, -1).join(comma)}${and}${words[words.length - 1]}`
}

/** [2012, 2013, 2015] → `2012–2013 and 2015`. */
export function yearsListed(years: readonly number[], lang: Language): string {
  const runs: [number, number][] = []
  for (const year of years) {
    const run = runs[runs.length - 1]
    if (run && run[1] === year - 1) run[1] = year
    else runs.push([year, year])
  }
  const words = runs.map(([from, to]) => (from === to ? `${from}` : `${from}\u2013${to}`))
  return lang === 'zh' ? `${words.join('、')} 年` : listed(words, lang)
}

/** Width of a line in ems: a Chinese character is one, Latin letters as in Noto Sans, the widest of the fonts that are asked for. */
export function lineWidth(line: string): number {
  let width = 0
  for (const char of line) {
    let own = charWidths.get(char)
    if (own === undefined) charWidths.set(char, (own = charWidth(char)))
    width += own
  }
  return width
}

const charWidths = new Map<string, number>()

function charWidth(char: string): number {
  if (WIDE.test(char)) return 1
  if (NARROW.test(char)) return 0.3
  if (BROAD.test(char)) return 0.86
  return CAPITAL.test(char) ? 0.66 : 0.57
}
const WIDE = /[\u2e80-\u9fff\uff00-\uffef\u3000-\u303f\u2190-\u21ff]/
const NARROW = /[ .,;:'’|il()[\]]/
const BROAD = /[mwMW%@]/
const CAPITAL = /[A-Z]/

/** Breaks a sentence into as few lines of at most `pixels` as possible, of about equal length. No Chinese line begins with a stop. */
export function wrapped(sentence: string, pixels: number, fontSize: number): string[] {
  const pieces = piecesOf(sentence)
  let lines = filled(pieces, pixels / fontSize)
  if (lines.length < 2) return lines
  for (let ems = pixels / fontSize - 1; ems > 12; ems--) {
    const narrower = filled(pieces, ems)
    if (narrower.length > lines.length) break
    lines = narrower
  }
  return lines
}

/** What is never broken: a word, a number with its unit, a Chinese character. */
interface Piece {
  readonly text: string
  /** without the space at its end, and with it */
  readonly widths: readonly [number, number]
  readonly isStop: boolean
}

const piecesOf = (sentence: string): Piece[] =>
  (sentence.match(/[\d,.\u2212\u2013]+%? ?[元万年月件人个亿]+|[^\s\u2e80-\u9fff\uff00-\uffef]+\s?|\s|./gu) ?? []).map((text) => ({
    text,
    widths: [lineWidth(text.trimEnd()), lineWidth(text)],
    isStop: /^[，。；、）：”]/.test(text),
  }))

function filled(pieces: readonly Piece[], ems: number): string[] {
  const lines: string[] = []
  let [line, width] = ['', 0]
  for (const { text, widths, isStop } of pieces) {
    if (line && !isStop && width + widths[0] > ems) {
      lines.push(line.trimEnd())
      line = ''
      width = 0
    }
    line += text
    width += widths[1]
  }
  if (line.trim()) lines.push(line.trimEnd())
  return lines
}

/** Rounds what goes into a specification, so that its bytes do not hang on the last bit of a division. */
export const tidy = (value: number, digits = 6): number => Number(value.toFixed(digits))
