/** What happened, in the words of an official: looks up the names of facts, values and parameters (src/words), in English and Chinese. */

import type { Law } from '../../policy/law.ts'
import { settingText } from '../../words/amount-of-setting.ts'
import { FACTS } from '../../words/facts.ts'
import type { Lang, Words } from '../../words/lang.ts'
import { MODES } from '../../words/modes.ts'
import { CHANNELS, PLACES, RESIDENCES } from '../../words/places.ts'
import { STATES } from '../../words/states.ts'

/** What `explain` itself says. Kinds of events: data/events.yaml. */
const SAID = {
  person: { en: 'Person', zh: '参合人' },
  household: { en: 'Household', zh: '参合户' },
  claim: { en: 'Claim', zh: '报销单' },
  all: { en: 'Everybody', zh: '全体参合人' },
  yuan: { en: 'yuan', zh: '元' },
  parameter: { en: 'parameter', zh: '参数' },
  rule: { en: 'rule', zh: '规则' },
  amended: { en: 'amended by', zh: '改写' },
  again: { en: 'as told above', zh: '同上' },
  none: { en: 'none', zh: '无' },
  noLimit: { en: 'no limit', zh: '不限' },
  drawn: { en: 'a draw', zh: '随机抽取' },
  allBills: { en: 'all bills and spending outside of its members in the year', zh: '成员全年各项医疗费用与制度外支出之和' },
  allReceived: { en: 'all that fund, insurer and assistance pay for these', zh: '基金、大病保险、医疗救助就此支付之和' },
  chance: { en: 'the chance of a draw', zh: '抽取概率' },
  document: { en: 'after', zh: '依据' },
  documents: { en: 'Documents', zh: '资料' },
  measure: { en: 'measure', zh: '指标' },
  nothing: { en: 'nothing happened in this year', zh: '该年度无事项' },
} as const satisfies Readonly<Record<string, Words>>

export function say(what: keyof typeof SAID, lang: Lang): string {
  return SAID[what][lang]
}

type Catalogue = Readonly<Record<string, Words>>
const NAMES: Catalogue = FACTS
const VALUES: Catalogue = { ...PLACES, ...RESIDENCES, ...CHANNELS, ...STATES }
const OF_PARAMETERS: Catalogue = { ...VALUES, ...MODES }

/** 病情 */
const SEVERITIES: readonly Words[] = [
  { en: 'mild', zh: '轻' },
  { en: 'moderate', zh: '中' },
  { en: 'severe', zh: '重' },
]

/** What a fact is called. */
export function factName(fact: string, lang: Lang): string {
  return named(NAMES, fact, lang)
}

/** The value of a fact: numbers as they are. */
export function valueName(value: string | number, lang: Lang): string {
  return named(VALUES, String(value), lang)
}

/** The value of this fact: shares in percent, money in yuan, and no more digits than are of use. */
export function factValue(fact: string, value: string | number, lang: Lang): string {
  const number = typeof value === 'number' ? value : Number(value)
  if (value === '' || Number.isNaN(number)) return valueName(value, lang)
  if (fact === 'draw' || fact === 'chance') return number.toFixed(3)
  if (fact === 'severity') return SEVERITIES[number]?.[lang] ?? String(value)
  if (/share/.test(fact)) return `${Number((100 * number).toFixed(1))}%`
  if (/percent/.test(fact)) return `${Number(number.toFixed(2))}%`
  if (/_fen$/.test(fact)) return `${(number / 100).toFixed(2)} ${say('yuan', lang)}`
  return String(Number(number.toFixed(2)))
}

/** The value of a parameter: numbers as they are, ways and ceilings that never bind in words. */
export function parameterValue(name: string, value: string, lang: Lang): string {
  return OF_PARAMETERS[value]?.[lang] ?? settingText(name, value, lang)
}

/** Names of the program without a word lose their underscores. */
function named(words: Catalogue, id: string, lang: Lang): string {
  return words[id]?.[lang] ?? id.replaceAll('_', ' ')
}

/** The official term of a parameter in the language; '' for a name that is no parameter. */
export function termOf(law: Law, name: string, lang: Lang): string {
  return law.names().includes(name) ? law.entry(name)[lang] : ''
}
