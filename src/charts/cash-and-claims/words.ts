/** Words and sentences of the chart of cash and claims, in English and Chinese. */
import type { Language } from '../kit/input.ts'
import { sentenceOf } from '../kit/sentences.ts'
import { money, number } from '../kit/text.ts'

/** A month and what it had, in yuan or claims. */
interface MonthSeen {
  readonly month: number
  readonly year: number
  readonly mean: number
}

export interface CashSeen {
  readonly lowest?: MonthSeen
  readonly shortMonths: number
  readonly months: number
  readonly waitingPeak?: MonthSeen
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const monthInEnglish = ({ month, year }: MonthSeen) => `${MONTHS[month - 1]} ${year}`
const monthInChinese = ({ month, year }: MonthSeen) => `${year} 年 ${month} 月`

const en = {
  title: 'The rhythm of the year: cash, subsidies and claims',
  month: 'month',
  month3: (index: number) => MONTHS[index].slice(0, 3),
  low: (month: MonthSeen, cash: string) => `lowest: ${monthInEnglish(month)}, ${cash}`,
  reading:
    'Cash holds the premiums paid in advance for the coming year and all that is still owed, so it lies above the cumulative balance. What is owed rises in January, when the year’s premium of critical-illness cover is booked, and falls when the insurer is paid.',
  finding: ({ lowest, shortMonths, months }: CashSeen) =>
    lowest &&
    (shortMonths === 0
      ? `Cash covered what was owed in every month; it was lowest in ${monthInEnglish(lowest)}`
      : `Cash did not cover what was owed in ${shortMonths} of ${months} months`),
  cash: 'cash',
  payables: 'payables',
  column: {
    cash: 'cash, million yuan',
    payables: 'payables, million yuan',
    subsidies_received: 'subsidies received, million yuan',
    claims_waiting: 'manual claims waiting',
  },
  cashPanel: 'Cash and payables at the end of the month, million yuan',
  subsidiesPanel: 'Subsidies received in the month, million yuan',
  waitingPanel: 'Manual claims waiting at the end of the month, number',
  sentence({ lowest, shortMonths, months, waitingPeak }: CashSeen) {
    const covered = `cash covered what was owed at the end of every one of ${months} months`
    const short = `cash stood below what was owed at the end of ${shortMonths} of ${months} months`
    return sentenceOf('en', [
      lowest && `cash was lowest in ${monthInEnglish(lowest)}, at ${money(lowest.mean, 'en')}`,
      months === 0 ? '' : shortMonths === 0 ? covered : short,
      waitingPeak && `most manual claims, ${number(waitingPeak.mean)}, waited in ${monthInEnglish(waitingPeak)}`,
    ])
  },
}

export type CashWords = typeof en

const zh: CashWords = {
  title: '一年的节奏：现金、补助与报销申请',
  month: '月份',
  month3: (index) => `${index + 1}月`,
  low: (month, cash) => `最低：${monthInChinese(month)}，${cash}`,
  reading: '现金含下一年度的预收缴费和全部应付未付款，因此高于累计结余。年初大病保险保费入账，应付未付款上升；向保险机构付款后回落。',
  finding: ({ lowest, shortMonths, months }) =>
    lowest &&
    (shortMonths === 0
      ? `各月现金均足以支付应付款，最低在 ${monthInChinese(lowest)}`
      : `${months} 个月中有 ${shortMonths} 个月现金不足以支付应付款`),
  cash: '现金',
  payables: '应付未付',
  column: {
    cash: '现金（万元）',
    payables: '应付未付（万元）',
    subsidies_received: '到账补助（万元）',
    claims_waiting: '在办手工报销（件）',
  },
  cashPanel: '月末现金与应付未付款（万元）',
  subsidiesPanel: '当月到账的财政补助（万元）',
  waitingPanel: '月末在办的手工报销（件）',
  sentence({ lowest, shortMonths, months, waitingPeak }) {
    const covered = `全部 ${months} 个月月末现金均足以支付应付未付款`
    const short = `${months} 个月中有 ${shortMonths} 个月月末现金低于应付未付款`
    return sentenceOf('zh', [
      lowest && `现金最低在 ${monthInChinese(lowest)}，为 ${money(lowest.mean, 'zh')}`,
      months === 0 ? '' : shortMonths === 0 ? covered : short,
      waitingPeak && `${monthInChinese(waitingPeak)}在办手工报销最多，为 ${number(waitingPeak.mean)} 件`,
    ])
  },
}

export const CASH_WORDS: Readonly<Record<Language, CashWords>> = { en, zh }
