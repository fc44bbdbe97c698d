/** Pieces of the sentences that say what a picture shows, in English and Chinese. */
import type { Change } from './estimates.ts'
import type { Language } from './input.ts'

/** First and last year of what is told. */
export interface Span {
  readonly first: number
  readonly last: number
}

/** `in 2012` or `from 2012 to 2015`. */
export function spanTold({ first, last }: Span, lang: Language): string {
  if (lang === 'en') return first === last ? `in ${last}` : `from ${first} to ${last}`
  return first === last ? `${last} 年` : `${first}\u2013${last} 年，`
}

interface Telling {
  readonly span: Span
  readonly lang: Language
  /** values that are written alike count as equal */
  readonly write: (value: number) => string
  readonly unit: string
}

const WAYS = {
  en: {
    was: (what: string, to: string) => `${what} was ${to}`,
    stayed: (what: string, to: string) => `${what} stayed at ${to}`,
    moved: (what: string, from: string, to: string, rose: boolean) => `${what} ${rose ? 'rose' : 'fell'} from ${from} to ${to}`,
  },
  zh: {
    was: (what: string, to: string) => `${what}为 ${to}`,
    stayed: (what: string, to: string) => `${what}保持在 ${to}`,
    moved: (what: string, from: string, to: string, rose: boolean) =>
      `${what}由 ${from}${/[\u4e00-\u9fff]$/.test(from) ? '' : ' '}${rose ? '升至' : '降至'} ${to}`,
  },
}

/** `income per member rose from 300 to 500 yuan`, or `income per member was 300 yuan` in a single year. */
export function changeTold(what: string, { from, to }: Change, { span, lang, write, unit }: Telling): string {
  const words = WAYS[lang]
  const last = write(to) + unit
  if (span.first === span.last) return words.was(what, last)
  if (write(from) === write(to)) return words.stayed(what, last)
  // in Chinese the unit stands behind both numbers
  return words.moved(what, write(from) + (lang === 'zh' ? unit : ''), last, to > from)
}

/** What is to be said, joined; nothing when there is nothing. */
export function sentenceOf(lang: Language, parts: readonly (string | undefined)[]): string {
  const said = parts.filter((part) => part !== undefined && part !== '').join(lang === 'en' ? '; ' : '；')
  return said === '' ? '' : said.charAt(0).toUpperCase() + said.slice(1) + (lang === 'en' ? '.' : '。')
}
