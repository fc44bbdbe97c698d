/** Words that the charts of a run share, in English and Chinese. */
import type { Language, ReportInput } from './input.ts'
import { number, percent } from './text.ts'

/** Share of the run's parameters that rest on an assumption or on the scenario's own choice. */
export function assumedShare(input: ReportInput): number {
  const loose = input.parameters.filter((one) => one.status === 'assumed').length
  return input.parameters.length === 0 ? 0 : loose / input.parameters.length
}

/** 分县 Behind the persons of several counties whose figures are told together. */
export function countiesSaid({ counties = [] }: { readonly counties?: readonly unknown[] }, lang: Language): string {
  if (counties.length < 2) return ''
  return lang === 'en' ? ` of ${counties.length} counties together` : `（${counties.length} 个县合计）`
}

type RestsOn = (replications: number) => string

const en = {
  band: '5–95% of replications',
  unverified: 'unverified',
  foot: (input: ReportInput, restsOn: RestsOn = meansInEnglish) => [
    `${restsOn(input.replications)} · seed "${input.seed}" · hezuo ${input.version}`,
    `${number(input.persons)} registered persons${countiesSaid(input, 'en')} at the start · ${percent(assumedShare(input), 0)} of ${input.parameters.length} parameters are assumptions`,
  ],
}

const zh: typeof en = {
  band: '各次模拟的 5%–95%',
  unverified: '未核实',
  foot: (input, restsOn = meansInChinese) => [
    `${restsOn(input.replications)} · 随机种子“${input.seed}” · hezuo ${input.version}`,
    `期初在册人口 ${number(input.persons)} 人${countiesSaid(input, 'zh')} · ${input.parameters.length} 个参数中 ${percent(assumedShare(input), 0)} 为假定`,
  ],
}

const meansInEnglish: RestsOn = (replications) =>
  replications === 1
    ? 'One replication, so no interval'
    : `Mean of ${replications} replications; bands and upright lines: 5–95% of replications`

const meansInChinese: RestsOn = (replications) =>
  replications === 1 ? '仅模拟一次，无区间' : `${replications} 次模拟的均值；浅色带与竖线为各次模拟的 5%–95% 区间`

/** Of charts without bands and upright lines. */
export const meansOnlyInEnglish: RestsOn = (replications) =>
  replications === 1 ? 'One replication' : `Mean of ${replications} replications`
export const meansOnlyInChinese: RestsOn = (replications) => (replications === 1 ? '仅模拟一次' : `${replications} 次模拟的均值`)

export const COMMON_WORDS: Readonly<Record<Language, typeof en>> = { en, zh }

/** A name's word, or the name itself with its underscores taken out: a rule added later still gets a label. */
export const wordFor = (words: Readonly<Record<string, string>>, name: string): string => words[name] ?? name.replaceAll('_', ' ')
