/** 取值 Ways that a parameter may name, where its own word differs from that of a fact. */
import { settingText } from './amount-of-setting.ts'
import type { Lang, Words } from './lang.ts'
import { STATES } from './states.ts'

export const MODES = {
  each_admission: { en: 'each admission', zh: '每次住院' },
  reduced_repeat: { en: 'reduced for repeated admissions', zh: '多次住院递减' },
  yearly: { en: 'once a year', zh: '年度累计' },
  year: { en: 'per year', zh: '按年度' },
  admission: { en: 'per admission', zh: '按次' },
  marginal: { en: 'each part at the rate of its band', zh: '分段累进' },
  whole: { en: 'all at the rate of the band reached', zh: '全额按所在段' },
  cooperative: { en: 'cooperative', zh: '参合登记程序' },
  resident_notice: { en: 'resident notice', zh: '缴费通知程序' },
  resident_application: { en: 'resident application', zh: '参保申请程序' },
  survey: { en: 'consumption as a survey finds it', zh: '按调查消费口径' },
  resources: { en: 'resources, whatever care cost', zh: '按可支配资源（不论医疗支出）' },
  on: { en: 'on', zh: '开' },
  off: { en: 'off', zh: '关' },
  '2010_standard': { en: '2010 standard', zh: '2010年标准' },
  official: { en: 'official standards', zh: '官方标准' },
  /** of a rule that no module amends */
  law: { en: 'law', zh: '法规' },
} as const satisfies Readonly<Record<string, Words>>

const ALL: Readonly<Record<string, Words | undefined>> = { ...STATES, ...MODES }

/** What the way of a parameter is called; anything else as it is. */
export const modeWord = (value: string, lang: Lang): string => ALL[value]?.[lang] ?? value

/** `survey – resources`, each in words. */
export const waysIn = (text: string, lang: Lang): string => text.replace(/\w+/g, (word) => modeWord(word, lang))

/** What a parameter is set to, as one reads it: ways in words, ceilings that never bind too. */
export function settingWord({ name, unit }: { name: string; unit: string }, value: string, lang: Lang): string {
  return unit === 'mode' ? modeWord(value, lang) : settingText(name, value, lang)
}
