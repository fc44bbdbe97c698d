/** Words and sentences of the fan of the balance, in English and Chinese. */
import type { Language } from '../kit/input.ts'
import { LARGE_UNIT, largeNumber, percent } from '../kit/text.ts'

const range = (fan: FanYear, lang: Language) => [fan.balance[0], fan.balance[fan.balance.length - 1]].map((yuan) => largeNumber(yuan, lang))

const median = (fan: FanYear, lang: Language) => largeNumber(fan.balance[(fan.balance.length - 1) / 2], lang)

const within = ({ lower, upper }: Chance) => `${percent(lower, 0)}\u2013${percent(upper, 0)}`

/** Below this many replications the 5 % and 95 % quantile lie between the outermost two. */
const NINE_OF_TEN_FROM = 20

const middle = ({ n }: FanYear, lang: Language) =>
  n >= NINE_OF_TEN_FROM
    ? { en: 'nine replications of ten', zh: '十次模拟中有九次' }[lang]
    : { en: `the middle 90% of ${n} replications`, zh: `${n} 次模拟居中的 90% ` }[lang]

/** The years in which a deficit is likeliest, with its chance. */
function likeliest(fan: readonly FanYear[]): FanYear {
  return fan.reduce((most, year) => (year.deficit.value > most.deficit.value ? year : most))
}

const en = {
  title: 'Will the fund last? The spread of its balance',
  comparedTitle: (reform: string) => `Will the fund last? ${reform}, beside the base`,
  balance: 'Cumulative balance at the end of the year',
  inUnit: (unit: string) => `, ${unit}`,
  bothBalances: 'Cumulative balance at the end of the year, median and middle 90% of replications',
  median: (money: string) => `median ${money}`,
  below: (share: string) => `${share} lie below`,
  finding(fan: readonly FanYear[]) {
    const last = fan[fan.length - 1]
    const chance = last.insolventSoFar.value
    const told =
      chance === 0
        ? 'insolvent in no replication'
        : chance === 1
          ? 'insolvent in every replication'
          : `insolvent in ${percent(chance, 0)} of replications`
    return `The fund ends ${last.year} with ${median(last, 'en')} ${LARGE_UNIT.en} (median), ${told}`
  },
  comparedFinding(title: string, base: readonly FanYear[], reform: readonly FanYear[]) {
    const [one, other] = [base[base.length - 1], reform[reform.length - 1]]
    return `${title}: the fund ends ${one.year} with ${median(other, 'en')} ${LARGE_UNIT.en}, under the base with ${median(one, 'en')}`
  },
  base: 'base',
  reform: 'reform',
  deficit: 'chance of a deficit in the year',
  insolvent: 'chance of insolvency at its end',
  insolventSoFar: 'insolvent at some time so far [95 % interval]',
  quantile: (share: string) => `${share} of replications lie below, million yuan`,
  interval: ' [95 % interval]',
  sentence(fan: readonly FanYear[]) {
    const last = fan[fan.length - 1]
    const [low, high] = range(last, 'en')
    const worst = likeliest(fan)
    const deficit =
      worst.deficit.value === 0
        ? 'no replication has a year in deficit'
        : `a deficit is likeliest in ${worst.year} (${percent(worst.deficit.value, 0)})`
    return `At the end of ${last.year} the balance is ${median(last, 'en')} ${LARGE_UNIT.en} in the middle, and between ${low} and ${high} in ${middle(last, 'en')}; ${deficit}; the fund is insolvent at the end of some year in ${percent(last.insolventSoFar.value, 0)} of ${last.n} replications (95 % interval ${within(last.insolventSoFar)}).`
  },
  compared(base: readonly FanYear[], reform: readonly FanYear[]) {
    const [one, other] = [base[base.length - 1], reform[reform.length - 1]]
    const [low, high] = range(one, 'en')
    const [lowOther, highOther] = range(other, 'en')
    return `At the end of ${one.year} the balance is ${median(one, 'en')} ${LARGE_UNIT.en} under the base (${middle(one, 'en')}: ${low} to ${high}) and ${median(other, 'en')} under the reform (${lowOther} to ${highOther}); a deficit in ${one.year} comes with a chance of ${percent(one.deficit.value, 0)} and ${percent(other.deficit.value, 0)}, insolvency at the end of some year with ${percent(one.insolventSoFar.value, 0)} and ${percent(other.insolventSoFar.value, 0)}.`
  },
  restsOn: (replications: number) => `${replications} replications; the spread is chance alone, parameters as they are`,
  reading:
    'The dark band holds the middle half of the replications, the light one the middle 90%, the line the median (the mean stands in the tables). Points are ends of years; how low cash falls within a year is in the picture of cash and claims. Deficit: income of the year below its spending. Insolvency: the balance at the end of the year below zero.',
}

export type FanWords = typeof en

const zh: FanWords = {
  title: '基金能撑多久：累计结余的分布',
  comparedTitle: (reform) => `基金能撑多久：${reform}与基准对照`,
  balance: '年末累计结余',
  inUnit: (unit) => `（${unit}）`,
  bothBalances: '年末累计结余，各次模拟的中位数与居中的 90%',
  median: (money) => `中位数 ${money}`,
  below: (share) => `${share} 分位`,
  finding(fan) {
    const last = fan[fan.length - 1]
    const chance = last.insolventSoFar.value
    const told = chance === 0 ? '各次模拟均未穿底' : chance === 1 ? '各次模拟均穿底' : `${percent(chance, 0)} 的模拟穿底`
    return `${last.year} 年末累计结余 ${median(last, 'zh')} 万元（中位数），${told}`
  },
  comparedFinding(title, base, reform) {
    const [one, other] = [base[base.length - 1], reform[reform.length - 1]]
    return `${title}：${one.year} 年末累计结余 ${median(other, 'zh')} 万元，基准为 ${median(one, 'zh')} 万元`
  },
  base: '基准',
  reform: '方案',
  deficit: '当年赤字概率',
  insolvent: '年末穿底概率',
  insolventSoFar: '至当年曾穿底的概率 [95%区间]',
  quantile: (share) => `${share} 分位（万元）`,
  interval: ' [95%区间]',
  sentence(fan) {
    const last = fan[fan.length - 1]
    const [low, high] = range(last, 'zh')
    const worst = likeliest(fan)
    const deficit =
      worst.deficit.value === 0 ? '各次模拟均无赤字年份' : `${worst.year} 年最可能出现赤字（${percent(worst.deficit.value, 0)}）`
    return `${last.year} 年末累计结余的中位数为 ${median(last, 'zh')} 万元，${middle(last, 'zh')}在 ${low} 至 ${high} 万元之间；${deficit}；${last.n} 次模拟中有 ${percent(last.insolventSoFar.value, 0)} 曾在某年年末穿底（95%区间 ${within(last.insolventSoFar)}）。`
  },
  compared(base, reform) {
    const [one, other] = [base[base.length - 1], reform[reform.length - 1]]
    const [low, high] = range(one, 'zh')
    const [lowOther, highOther] = range(other, 'zh')
    return `${one.year} 年末累计结余的中位数，基准为 ${median(one, 'zh')} 万元（${middle(one, 'zh')}在 ${low} 至 ${high} 之间），方案为 ${median(other, 'zh')} 万元（${lowOther} 至 ${highOther}）；当年赤字概率分别为 ${percent(one.deficit.value, 0)} 和 ${percent(other.deficit.value, 0)}，曾在某年年末穿底的概率分别为 ${percent(one.insolventSoFar.value, 0)} 和 ${percent(other.insolventSoFar.value, 0)}。`
  },
  restsOn: (replications) => `${replications} 次模拟；分布只反映偶然性，参数不变`,
  reading:
    '深色带为各次模拟居中的一半，浅色带为居中的 90%，黑线为中位数（均值见各表）。各点为年末；年内现金的低点见现金图。赤字指当年收入低于支出；穿底指年末累计结余低于零。',
}

export const FAN_WORDS: Readonly<Record<Language, FanWords>> = { en, zh }

export interface Chance {
  readonly value: number
  readonly lower: number
  readonly upper: number
}

export interface FanYear {
  readonly year: number
  readonly n: number
  /** at FAN's five shares, yuan */
  readonly balance: readonly number[]
  readonly deficit: Chance
  readonly insolvent: Chance
  readonly insolventSoFar: Chance
}
