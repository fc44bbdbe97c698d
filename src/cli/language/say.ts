/** Says a sentence of the program in the language of the command line. */
import { ENGLISH, type FaultVoice } from '../../kernel/errors.ts'
import type { Lang } from '../../words/lang.ts'
import { type Pattern, patternsOf } from './phrase.ts'
import { PHRASES } from './phrases/index.ts'

type Say = (text: string) => string

/** English is said as it stands; in Chinese what no table holds, such as names, stays as it is too. */
export function sayIn(lang: Lang): Say {
  return lang === 'en' ? (text) => text : (text) => inChinese(text) ?? text
}

/** How faults are told. */
export function voiceIn(lang: Lang): FaultVoice {
  return lang === 'en' ? ENGLISH : { say: sayIn('zh'), expected: '；应为：', nearest: '；最接近的是：' }
}

let patterns: readonly Pattern[] | undefined

/** The sentence in Chinese; undefined where it is none of ours. */
export function inChinese(text: string): string | undefined {
  patterns ??= PHRASES.flatMap(patternsOf)
  const short = shortened(text)
  for (const pattern of patterns) {
    const said = fitted(pattern, short)
    if (said !== undefined) return said
  }
  return undefined
}

function fitted({ expression, holes, chinese }: Pattern, text: string): string | undefined {
  const found = expression.exec(text)
  if (!found) return undefined
  const parts = new Map<string, string>()
  for (const [at, { name, mark }] of holes.entries()) {
    const part = found[at + 1]
    const said = mark === '' ? part : (inChinese(part) ?? (mark === '*' ? part : undefined))
    if (said === undefined) return undefined
    parts.set(name, said)
  }
  return joined(chinese.replace(/<([a-z]+)>/g, (_, name: string) => `${BEGIN}${parts.get(name) ?? ''}${END}`))
}

/** Around what was put in, until the sentence is whole. */
const [BEGIN, END] = ['\uE000', '\uE001']

/** Between letters of Chinese stands no blank: where one was left for a number or a name, a word of ours does without. */
function joined(text: string): string {
  return text
    .replace(/(?<=\p{Script=Han}) \uE000(?=\p{Script=Han})/gu, '')
    .replace(/(?<=\p{Script=Han})\uE001 (?=\p{Script=Han})/gu, '')
    .replace(/[\uE000\uE001]/g, '')
}

const MOST = 2400

/** What somebody wrote may be of any length; a sentence is known by its ends. */
function shortened(text: string): string {
  return text.length <= MOST ? text : `${text.slice(0, MOST / 2)}…${text.slice(-MOST / 2)}`
}
