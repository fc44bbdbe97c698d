/** 取值 Ways that a parameter may name, where its own word differs from that of a fact. */
import type { Lang, Words } from './lang.ts'
import { OUTCOMES, RECEIPTS, REGIMES, YES_NO } from './states.ts'

export const MODES = {
  each_admission: { en: 'each admission', zh: '每次住院' },
  reduced_repeat: { en: 'reduced repeat', zh: '多次住院递减' },
  yearly: { en: 'yearly', zh: '年度累计' },
  year: { en: 'year', zh: '按年度' },
  admission: { en: 'admission', zh: '按次' },
  marginal: { en: 'marginal', zh: '分段累进' },
  whole: { en: 'whole', zh: '全额按所在段' },
  cooperative: { en: 'cooperative', zh: '参合登记程序' },
  resident_notice: { en: 'resident notice', zh: '缴费通知程序' },
  resident_application: { en: 'resident application', zh: '参保申请程序' },
  survey: { en: 'survey', zh: '按调查收入' },
  resources: { en: 'resources', zh: '按可支配资源' },
  on: { en: 'on', zh: '开' },
  off: { en: 'off', zh: '关' },
  '2010_standard': { en: '2010 standard', zh: '2010年标准' },
  none: YES_NO.none,
  pooled: REGIMES.pooled,
  household_account: REGIMES.household_account,
  with_mother: OUTCOMES.with_mother,
  registered: OUTCOMES.registered,
  ...RECEIPTS,
  /** of a rule that no module amends */
  law: { en: 'law', zh: '法规' },
  official: { en: 'official', zh: '官方标准' },
} as const satisfies Readonly<Record<string, Words>>

/** What a parameter is set to: a way in words, everything else as it stands. */
export function modeName(value: string, lang: Lang): string {
  const words: Readonly<Record<string, Words>> = MODES
  return Object.hasOwn(words, value) ? words[value][lang] : value
}
