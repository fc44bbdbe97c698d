/** What the charts show, as sentences: the same numbers as the rows, in English and Chinese. */
import type { Estimate } from './kit/estimates.ts'
import type { Language } from './kit/input.ts'
import { money, number, percent, yearsListed } from './kit/text.ts'

/** From a first to a last value of a stretch of years; equal years mean there is only one. */
export interface Change {
  readonly from: number
  readonly to: number
}

export interface FundSeen {
  readonly first: number
  readonly last: number
  readonly income?: Change
  readonly spending?: Change
  readonly deficits: readonly number[]
  readonly surpluses: readonly number[]
  /** the sign of a year's balance differs between replications: what is said of it holds on average */
  readonly differs: boolean
  /** whole fund, yuan, at the end of the last year */
  readonly reserve?: Estimate
  readonly subsidy?: Change
}

export interface CoverageSeen {
  readonly first: number
  readonly last: number
  readonly participation?: Change
  readonly effective?: Change
  readonly inPolicy?: Change
  /** the main reason for not being covered in the last year, its word and its part of those not covered */
  readonly mainReason?: { readonly word: string; readonly part: number }
}

export interface PlacesSeen {
  readonly first: number
  readonly last: number
  /** shares of care outside the county (city hospitals and other provinces) in the last year */
  readonly outside?: { readonly admissions: number; readonly bills: number; readonly reimbursed: number }
  readonly outsideBefore?: { readonly bills: number }
}

export interface CashSeen {
  readonly lowest?: { readonly word: string; readonly year: number; readonly yuan: number }
  readonly shortMonths: number
  readonly months: number
  readonly waitingPeak?: { readonly word: string; readonly year: number; readonly claims: number }
}

interface Sentences {
  fund(seen: FundSeen): string
  coverage(seen: CoverageSeen): string
  places(seen: PlacesSeen): string
  cash(seen: CashSeen): string
}

const direction = (change: Change, digits: number) => Math.sign(Number(change.to.toFixed(digits)) - Number(change.from.toFixed(digits)))
const EN_VERB = { '-1': 'fell', '0': 'stayed', '1': 'rose' } as Record<string, string>
const ZH_VERB = { '-1': '降至', '0': '保持在', '1': '升至' } as Record<string, string>
const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1)

/** `income per member rose from 300 to 500 yuan`, or `income per member was 300 yuan` in a single year. */
function enChange(what: string, change: Change, single: boolean, format: (value: number) => string, unit: string, digits: number): string {
  if (single) return `${what} was ${format(change.to)}${unit}`
  const way = direction(change, digits)
  if (way === 0) return `${what} stayed at ${format(change.to)}${unit}`
  return `${what} ${EN_VERB[way]} from ${format(change.from)} to ${format(change.to)}${unit}`
}

function zhChange(what: string, change: Change, single: boolean, format: (value: number) => string, unit: string, digits: number): string {
  if (single) return `${what}为 ${format(change.to)}${unit}`
  const way = direction(change, digits)
  if (way === 0) return `${what}保持在 ${format(change.to)}${unit}`
  return `${what}由 ${format(change.from)}${unit}${ZH_VERB[way]} ${format(change.to)}${unit}`
}

const whole = (value: number) => number(value)
const share = (value: number) => percent(value)

/** Balances of all years in words. */
function enBalances(seen: FundSeen): string {
  const { deficits, surpluses } = seen
  if (deficits.length === 0 && surpluses.length === 0) return ''
  const fund = seen.differs ? 'on average the fund' : 'the fund'
  if (deficits.length === 0) return surpluses.length === 1 ? `${fund} ran a surplus` : `${fund} ran a surplus in every year`
  if (surpluses.length === 0) return deficits.length === 1 ? `${fund} ran a deficit` : `${fund} ran a deficit in every year`
  return `${fund} ran a deficit in ${yearsListed(deficits, 'en')} and a surplus in ${yearsListed(surpluses, 'en')}`
}

function zhBalances(seen: FundSeen): string {
  const { deficits, surpluses } = seen
  if (deficits.length === 0 && surpluses.length === 0) return ''
  const fund = seen.differs ? '平均而言，基金' : '基金'
  if (deficits.length === 0) return surpluses.length === 1 ? `${fund}当年有结余` : `${fund}各年均有结余`
  if (surpluses.length === 0) return deficits.length === 1 ? `${fund}当年出现赤字` : `${fund}各年均为赤字`
  return `${fund} ${yearsListed(deficits, 'zh')}出现赤字，${yearsListed(surpluses, 'zh')}有结余`
}

const sentence = (parts: readonly string[], joint: string, stop: string): string => {
  const said = parts.filter((part) => part !== '')
  return said.length === 0 ? '' : capital(said.join(joint)) + stop
}

const en: Sentences = {
  fund(seen) {
    const single = seen.first === seen.last
    const when = single ? `in ${seen.last}` : `from ${seen.first} to ${seen.last}`
    return sentence(
      [
        seen.income ? `${when} ${enChange('income per member', seen.income, single, whole, ' yuan', 0)}` : '',
        seen.spending ? enChange('spending', seen.spending, single, whole, ' yuan', 0) : '',
        enBalances(seen),
        seen.reserve ? `it ended ${seen.last} with ${money(seen.reserve.mean, 'en')} in reserve` : '',
      ],
      '; ',
      '.',
    )
  },
  coverage(seen) {
    const single = seen.first === seen.last
    const when = single ? `in ${seen.last}` : `from ${seen.first} to ${seen.last}`
    return sentence(
      [
        seen.participation ? `${when} ${enChange('participation', seen.participation, single, share, '', 3)}` : '',
        seen.effective ? enChange('the part of all bills that was reimbursed', seen.effective, single, share, '', 3) : '',
        seen.inPolicy ? enChange('the in-policy inpatient rate', seen.inPolicy, single, share, '', 3) : '',
        seen.mainReason
          ? `of those not covered in ${seen.last}, ${percent(seen.mainReason.part, 0)} fall under "${seen.mainReason.word}"`
          : '',
      ],
      '; ',
      '.',
    )
  },
  places(seen) {
    if (!seen.outside) return ''
    const { admissions, bills, reimbursed } = seen.outside
    const before = seen.outsideBefore ? ` (${seen.first}: ${share(seen.outsideBefore.bills)} of bills)` : ''
    return `Care outside the county took ${share(admissions)} of admissions, ${share(bills)} of hospital bills and ${share(reimbursed)} of reimbursement in ${seen.last}${before}.`
  },
  cash(seen) {
    const { lowest, waitingPeak } = seen
    const short =
      seen.months === 0
        ? ''
        : seen.shortMonths === 0
          ? `cash covered what was owed at the end of every one of ${seen.months} months`
          : `cash stood below what was owed at the end of ${seen.shortMonths} of ${seen.months} months`
    return sentence(
      [
        lowest ? `cash was lowest in ${lowest.word} ${lowest.year}, at ${money(lowest.yuan, 'en')}` : '',
        short,
        waitingPeak ? `most claims by hand, ${number(waitingPeak.claims)}, waited in ${waitingPeak.word} ${waitingPeak.year}` : '',
      ],
      '; ',
      '.',
    )
  },
}

const zh: Sentences = {
  fund(seen) {
    const single = seen.first === seen.last
    const when = single ? `${seen.last} 年` : `${seen.first}\u2013${seen.last} 年，`
    return sentence(
      [
        seen.income ? `${when}${zhChange('人均基金收入', seen.income, single, whole, ' 元', 0)}` : '',
        seen.spending ? zhChange('人均支出', seen.spending, single, whole, ' 元', 0) : '',
        zhBalances(seen),
        seen.reserve ? `${seen.last} 年末累计结余 ${money(seen.reserve.mean, 'zh')}` : '',
      ],
      '；',
      '。',
    )
  },
  coverage(seen) {
    const single = seen.first === seen.last
    const when = single ? `${seen.last} 年` : `${seen.first}\u2013${seen.last} 年，`
    return sentence(
      [
        seen.participation ? `${when}${zhChange('参合率', seen.participation, single, share, '', 3)}` : '',
        seen.effective ? zhChange('全部医疗费用的实际报销比例', seen.effective, single, share, '', 3) : '',
        seen.inPolicy ? zhChange('政策范围内住院报销比例', seen.inPolicy, single, share, '', 3) : '',
        seen.mainReason ? `${seen.last} 年未参合者中，“${seen.mainReason.word}”占 ${percent(seen.mainReason.part, 0)}` : '',
      ],
      '；',
      '。',
    )
  },
  places(seen) {
    if (!seen.outside) return ''
    const { admissions, bills, reimbursed } = seen.outside
    const before = seen.outsideBefore ? `（${seen.first} 年占费用的 ${share(seen.outsideBefore.bills)}）` : ''
    return `${seen.last} 年县外就医占住院人次的 ${share(admissions)}、住院费用的 ${share(bills)}、住院补偿的 ${share(reimbursed)}${before}。`
  },
  cash(seen) {
    const { lowest, waitingPeak } = seen
    const short =
      seen.months === 0
        ? ''
        : seen.shortMonths === 0
          ? `全部 ${seen.months} 个月月末现金均足以支付应付未付款`
          : `${seen.months} 个月中有 ${seen.shortMonths} 个月月末现金低于应付未付款`
    return sentence(
      [
        lowest ? `现金最低在 ${lowest.year} 年 ${lowest.word}，为 ${money(lowest.yuan, 'zh')}` : '',
        short,
        waitingPeak ? `${waitingPeak.year} 年 ${waitingPeak.word}在办手工报销最多，为 ${number(waitingPeak.claims)} 件` : '',
      ],
      '；',
      '。',
    )
  },
}

export const SENTENCES: Readonly<Record<Language, Sentences>> = { en, zh }
