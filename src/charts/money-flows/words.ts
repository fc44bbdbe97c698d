/** Words and sentences of the picture of money between places and payers, in English and Chinese. */
import type { Language } from '../kit/input.ts'
import { money, percent } from '../kit/text.ts'
import { meansOnlyInChinese, meansOnlyInEnglish } from '../kit/words.ts'

interface FlowsSeen {
  readonly year: number
  readonly bills: number
  readonly outside: number
  readonly fund: number
  readonly insurer: number
  readonly assistance: number
  readonly households: number
}

const en = {
  title: 'Where patients go and who pays the bills',
  heading: (year: number, unit: string) => `Bills of members in ${year}, ${unit}`,
  partsHeading: ({ first, last }: { readonly first: number; readonly last: number }, unit: string) =>
    `Bills of members in ${last}, ${unit} (share of all bills${first === last ? '' : `, ${first} → ${last}`})`,
  barsKey: '; blue: paid by the fund, ochre: left to patients',
  finding: (year: number, now: number, before: number | undefined) =>
    `${percent(now, 0)} of members’ bills stayed with households in ${year}${before === undefined ? '' : `, ${percent(before, 0)} at the start`}`,
  column: ['kind of care', 'place of care', 'at settlement', 'in the end'],
  node: {
    inpatient: 'hospital stays',
    outpatient: 'outpatient visits',
    fund: 'paid by the fund',
    fund_in_the_end: 'fund',
    left: 'left to patients',
    insurer: 'critical-illness insurer',
    assistance: 'medical assistance',
    households: 'households',
  },
  stays: (count: string) => `${count} stays`,
  visits: (count: string) => `${count} visits`,
  from: 'from',
  to: 'to',
  share: 'share of all bills',
  sentence({ year, bills, outside, fund, insurer, assistance, households }: FlowsSeen) {
    const part = (yuan: number) => percent(yuan / bills)
    return `In ${year} members had bills of ${money(bills, 'en')}, ${part(outside)} of them outside the county. The fund paid ${part(fund)}, the critical-illness insurer ${part(insurer)}, medical assistance ${part(assistance)}; ${part(households)} stayed with households.`
  },
  restsOn: meansOnlyInEnglish,
  reading:
    'The depth of a band is yuan. City hospitals and other provinces lie outside the county. Insurer and assistance pay after the settlement with the fund, over all places of care together. Bills of persons without cover are not in it.',
}

export type FlowsWords = typeof en

const zh: FlowsWords = {
  title: '病人去哪里看病，费用由谁支付',
  heading: (year, unit) => `${year} 年参合者医疗费用（${unit}）`,
  partsHeading: ({ first, last }, unit) =>
    `${last} 年参合者医疗费用（${unit}；括号内为占全部费用的比例${first === last ? '' : `，${first} → ${last} 年`}）`,
  barsKey: '；蓝色为基金支付，赭色为个人应付',
  finding: (year, now, before) =>
    `${year} 年医疗费用的 ${percent(now, 0)} 由家庭承担${before === undefined ? '' : `，期初为 ${percent(before, 0)}`}`,
  column: ['就医类别', '就医地点', '报销结算时', '最终承担'],
  node: {
    inpatient: '住院',
    outpatient: '门诊',
    fund: '基金支付',
    fund_in_the_end: '医保基金',
    left: '个人应付',
    insurer: '大病保险',
    assistance: '医疗救助',
    households: '家庭自付',
  },
  stays: (count) => `住院 ${count} 人次`,
  visits: (count) => `门诊 ${count} 人次`,
  from: '自',
  to: '至',
  share: '占全部费用',
  sentence({ year, bills, outside, fund, insurer, assistance, households }) {
    const part = (yuan: number) => percent(yuan / bills)
    return `${year} 年参合者医疗费用共 ${money(bills, 'zh')}，其中 ${part(outside)} 发生在县外。基金支付 ${part(fund)}，大病保险 ${part(insurer)}，医疗救助 ${part(assistance)}，家庭自付 ${part(households)}。`
  },
  restsOn: meansOnlyInChinese,
  reading: '带的宽度表示金额。市级医院与省外医院在统筹地区外。大病保险与医疗救助在基金结算之后支付，不区分就医地点。不含未参保者的费用。',
}

export const FLOWS_WORDS: Readonly<Record<Language, FlowsWords>> = { en, zh }
