/** Words of the key findings, in English and Chinese. */
import type { Language } from '../../charts/kit/input.ts'
import { number, percent, yearsListed } from '../../charts/kit/text.ts'

interface Chance {
  readonly year: number
  readonly share: number
}

const en = {
  heading: 'Key findings',
  /** a finding that is a measure's course */
  course: (head: string, said: string) => `${head}: ${said}.`,
  inYear: (said: string, year: number) => `${said} in ${year}`,
  fromTo: (from: string, to: string) => `${from} and ${to}`,
  units: { yuan: 'yuan', days: 'days' },
  heads: {
    income: 'Fund income per member',
    expenditure: 'Fund expenditure per member',
    participation: 'Participation of eligible persons',
    reimbursed: 'Share of all bills that was reimbursed',
    outOfPocket: 'Left to pay by a member, on average',
    forgone: 'Admissions forgone although needed',
    days: 'Manual claims: mean time from discharge to payment',
  },
  balance(deficits: readonly number[], chances: readonly Chance[]) {
    const head =
      deficits.length === 0
        ? 'On average income covered spending in every year'
        : `On average spending exceeded income in ${yearsListed(deficits, 'en')}`
    if (chances.length === 0) return `${head}.`
    if (chances.every(({ share }) => share === 0)) return `${head}; no run had a deficit.`
    return `${head}; share of runs with a deficit: ${chances.map(({ year, share }) => `${percent(share, 0)} in ${year}`).join(', ')}.`
  },
  counties: (counties: number, short: readonly string[]) =>
    `Figures are those of ${counties} counties together, each with a fund of its own; ${short.length === 0 ? 'in each of them income covered spending in every year on average' : `on average spending exceeded income in ${short.join('; ')}`}.`,
  countyShort: (county: string, deficits: readonly number[]) => `${county} (${yearsListed(deficits, 'en')})`,
  moreCounties: (count: number) => `${count} more counties`,
  reserve: (year: number, held: string, months: number | undefined) =>
    `At the end of ${year} the fund held ${held}${months === undefined ? '' : `, enough for ${number(months, 1)} months of spending`}.`,
  premium: (year: number, same: number, half: number, twice: number) =>
    `Asked in the campaign for ${year}, ${percent(same)} of eligible persons would register at the premium of the year, ${percent(half)} at half of it and ${percent(twice)} at twice (before losses until the deadline).`,
}

const zh: typeof en = {
  heading: '主要发现',
  course: (head, said) => `${head}：${said}。`,
  inYear: (said, year) => `${year} 年为 ${said}`,
  fromTo: (from, to) => `${from}，${to}`,
  units: { yuan: '元', days: '天' },
  heads: {
    income: '人均基金收入',
    expenditure: '人均基金支出',
    participation: '参合率',
    reimbursed: '全部医疗费用实际报销比例',
    outOfPocket: '人均自付',
    forgone: '应住院而未住院的人次',
    days: '手工报销从出院到付款的平均时间',
  },
  balance(deficits, chances) {
    const head = deficits.length === 0 ? '平均而言，基金各年收入足以支付支出' : `平均而言，基金 ${yearsListed(deficits, 'zh')}支出超过收入`
    if (chances.length === 0) return `${head}。`
    if (chances.every(({ share }) => share === 0)) return `${head}；没有一次模拟出现赤字。`
    return `${head}；出现赤字的模拟所占比例：${chances.map(({ year, share }) => `${year} 年 ${percent(share, 0)}`).join('，')}。`
  },
  counties: (counties, short) =>
    `以下为 ${counties} 个县合计，各县基金独立；${short.length === 0 ? '平均而言，各县各年收入均足以支付支出' : `平均而言，支出超过收入的有：${short.join('；')}`}。`,
  countyShort: (county, deficits) => `${county}（${yearsListed(deficits, 'zh')}）`,
  moreCounties: (count) => `另有 ${count} 个县`,
  reserve: (year, held, months) => `${year} 年末基金累计结余 ${held}${months === undefined ? '' : `，可支付 ${number(months, 1)} 个月`}。`,
  premium: (year, same, half, twice) =>
    `${year} 年度参合意愿：按当年缴费标准为 ${percent(same)}，减半为 ${percent(half)}，加倍为 ${percent(twice)}（未计截止日前的流失）。`,
}

export const FINDINGS: Readonly<Record<Language, typeof en>> = { en, zh }
