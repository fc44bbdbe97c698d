/** Words and sentences of the chart of the fund's balance, in English and Chinese. */
import type { Change, Estimate } from '../kit/estimates.ts'
import type { Language } from '../kit/input.ts'
import { changeTold, type Span, sentenceOf, spanTold } from '../kit/sentences.ts'
import { money, numberSeen, yearsListed } from '../kit/text.ts'

export interface FundSeen extends Span {
  readonly income?: Change
  readonly spending?: Change
  readonly deficits: readonly number[]
  readonly surpluses: readonly number[]
  /** the sign of a year's balance differs between replications: what is said of it holds on average */
  readonly differs: boolean
  /** whole fund, yuan, at the end of the last year */
  readonly reserve?: Estimate
}

const whole = (value: number) => numberSeen(value)

const en = {
  title: 'Does the fund last? Income, spending and balance',
  perMember: 'yuan per member, unless stated',
  announced: 'announced subsidy',
  ofWhich: '· ',
  income: 'income',
  spending: 'spending',
  balance: 'current balance',
  currentLarge: 'current balance, million yuan [5–95%]',
  cumulativeLarge: 'cumulative balance, million yuan [5–95%]',
  subsidy: 'Announced government subsidy, yuan per member and year',
  flows: 'Income (left bar) and spending (right bar), yuan per member',
  incomeHead: (year: number) => `INCOME ${year} FROM`,
  spendingHead: (year: number) => `SPENT ${year} ON`,
  inYear: (label: string, year: number) => `${label} (${year})`,
  currentBalance: 'Current balance (income − spending), yuan per member',
  cumulativeBalance: 'Cumulative balance at the end of the year, yuan per member',
  cumulativeOf: (year: number, all: string) => `Cumulative balance at the end of the year, yuan per member (${year} in all: ${all})`,
  parts: (first: number, last: number) => `Of this, yuan per member${first === last ? '' : `, ${first} → ${last}`}`,
  published: ' (◆ published, ◇ published but unverified)',
  eitherMark: 'either way',
  deficitMark: 'deficit',
  insolventMark: 'insolvent',
  reading:
    'Subsidies can lie above the announced standard: what the county adds to it (subsidy.local_top_up) is in them. “Either way”: some replications have a deficit, others a surplus.',
  finding(seen: FundSeen) {
    const { reserve, last } = seen
    const ended =
      reserve &&
      (reserve.mean < 0
        ? `ended ${last} ${money(-reserve.mean, 'en')} short`
        : `ended ${last} with ${money(reserve.mean, 'en')} in reserve`)
    const told = balancesTold(seen, 'en', seen.differs ? 'on average the fund' : 'the fund')
    const said = told && ended ? `${told} and ${ended}` : told || (ended && `the fund ${ended}`)
    return said && said.charAt(0).toUpperCase() + said.slice(1)
  },
  sentence(seen: FundSeen) {
    const { income, spending, reserve, last } = seen
    return sentenceOf('en', [
      income &&
        `${spanTold(seen, 'en')} ${changeTold('income per member', income, { span: seen, lang: 'en', write: whole, unit: ' yuan' })}`,
      spending && changeTold('spending', spending, { span: seen, lang: 'en', write: whole, unit: ' yuan' }),
      balancesTold(seen, 'en', seen.differs ? 'on average the fund' : 'the fund'),
      reserve && `it ended ${last} with ${money(reserve.mean, 'en')} in reserve`,
    ])
  },
}

export type FundWords = typeof en

const zh: FundWords = {
  title: '基金能否持续：收入、支出与结余',
  perMember: '元/人（另有说明者除外）',
  announced: '公布的补助标准',
  ofWhich: '· ',
  income: '收入',
  spending: '支出',
  balance: '当期结余',
  currentLarge: '当期结余，万元 [5%–95%]',
  cumulativeLarge: '累计结余，万元 [5%–95%]',
  subsidy: '公布的财政补助标准（元/人·年）',
  flows: '基金收入（左柱）与支出（右柱），按参合人数平均（元/人）',
  incomeHead: (year) => `${year} 年收入来源`,
  spendingHead: (year) => `${year} 年支出去向`,
  inYear: (label, year) => `${label}（${year} 年）`,
  currentBalance: '当期结余（收入 − 支出），元/人',
  cumulativeBalance: '年末累计结余，元/人',
  cumulativeOf: (year, all) => `年末累计结余，元/人（${year} 年合计 ${all}）`,
  parts: (first, last) => `其中（元/人${first === last ? '' : `，${first} → ${last} 年`}）`,
  published: '（◆ 公布值，◇ 公布但未核实）',
  eitherMark: '盈亏不定',
  deficitMark: '赤字',
  insolventMark: '穿底',
  reading: '补助可高于公布标准：其中含县级增补（subsidy.local_top_up）。“盈亏不定”指各次模拟中有的赤字、有的结余。',
  finding(seen) {
    const { reserve, last } = seen
    const ended =
      reserve &&
      (reserve.mean < 0 ? `${last} 年末累计亏空 ${money(-reserve.mean, 'zh')}` : `${last} 年末累计结余 ${money(reserve.mean, 'zh')}`)
    const told = balancesTold(seen, 'zh', seen.differs ? '平均而言，基金' : '基金')
    return [told, ended].filter((part) => part).join('，')
  },
  sentence(seen) {
    const { income, spending, reserve, last } = seen
    return sentenceOf('zh', [
      income && `${spanTold(seen, 'zh')}${changeTold('人均基金收入', income, { span: seen, lang: 'zh', write: whole, unit: ' 元' })}`,
      spending && changeTold('人均支出', spending, { span: seen, lang: 'zh', write: whole, unit: ' 元' }),
      balancesTold(seen, 'zh', seen.differs ? '平均而言，基金' : '基金'),
      reserve && `${last} 年末累计结余 ${money(reserve.mean, 'zh')}`,
    ])
  },
}

const BALANCES = {
  en: {
    surplus: 'ran a surplus',
    deficit: 'ran a deficit',
    surplusAlways: 'ran a surplus in every year',
    deficitAlways: 'ran a deficit in every year',
    both: (deficits: string, surpluses: string) => `ran a deficit in ${deficits} and a surplus in ${surpluses}`,
  },
  zh: {
    surplus: '当年有结余',
    deficit: '当年出现赤字',
    surplusAlways: '各年均有结余',
    deficitAlways: '各年均为赤字',
    both: (deficits: string, surpluses: string) => ` ${deficits}出现赤字，${surpluses}有结余`,
  },
}

/** Balances of all years in words. */
function balancesTold({ deficits, surpluses }: FundSeen, lang: Language, fund: string): string {
  const words = BALANCES[lang]
  const space = lang === 'en' ? ' ' : ''
  if (deficits.length === 0 && surpluses.length === 0) return ''
  if (deficits.length === 0) return `${fund}${space}${surpluses.length === 1 ? words.surplus : words.surplusAlways}`
  if (surpluses.length === 0) return `${fund}${space}${deficits.length === 1 ? words.deficit : words.deficitAlways}`
  return `${fund}${space}${words.both(yearsListed(deficits, lang), yearsListed(surpluses, lang))}`
}

export const FUND_WORDS: Readonly<Record<Language, FundWords>> = { en, zh }
