/** 主要发现 key findings: sentences computed from the rows, each with its interval; a missing measure says nothing. */
import { type Estimate, type Figures, figuresOf } from '../charts/kit/estimates.ts'
import type { Language, ReportInput } from '../charts/kit/input.ts'
import { LARGE_UNIT, largeNumber, number, percent, yearsListed } from '../charts/kit/text.ts'
import { withInterval } from './measures.ts'

type Finding = (figures: Figures, lang: Language) => string | undefined

/** Writes `from … to …` of two years, or the one value of a single year. */
function course(
  figures: Figures,
  lang: Language,
  of: (year: number) => Estimate | undefined,
  write: (value: number) => string,
  unit: string,
): string | undefined {
  const [from, to] = [of(figures.first), of(figures.last)]
  if (!from || !to) return undefined
  const said = (estimate: Estimate) => withInterval(estimate, write, unit)
  if (figures.first === figures.last) return lang === 'en' ? `${said(to)} in ${figures.last}` : `${figures.last} 年为 ${said(to)}`
  return lang === 'en'
    ? `${said(from)} in ${figures.first} and ${said(to)} in ${figures.last}`
    : `${figures.first} 年为 ${said(from)}，${figures.last} 年为 ${said(to)}`
}

const whole = (value: number) => number(value)

const balance: Finding = (figures, lang) => {
  const years = figures.years.filter((year) => figures.mean('current_balance', year) !== undefined)
  if (years.length === 0) return undefined
  const deficits = years.filter((year) => (figures.mean('current_balance', year) ?? 0) < 0)
  const chances = years.flatMap((year) => {
    const chance = figures.estimate('deficit', year)
    return chance && chance.n > 1 ? [{ year, share: chance.mean }] : []
  })
  const never = chances.length > 0 && chances.every((chance) => chance.share === 0)
  if (lang === 'en') {
    const head =
      deficits.length === 0
        ? 'On average income covered spending in every year'
        : `On average spending exceeded income in ${yearsListed(deficits, lang)}`
    const listed = never ? 'no run had a deficit' : chances.map(({ year, share }) => `${percent(share, 0)} in ${year}`).join(', ')
    return `${head}${listed ? `; ${never ? '' : 'share of runs with a deficit: '}${listed}` : ''}.`
  }
  const head = deficits.length === 0 ? '平均而言，基金各年收入足以支付支出' : `平均而言，基金 ${yearsListed(deficits, lang)}支出超过收入`
  const listed = never ? '没有一次模拟出现赤字' : chances.map(({ year, share }) => `${year} 年 ${percent(share, 0)}`).join('，')
  return `${head}${listed ? `；${never ? '' : '出现赤字的模拟所占比例：'}${listed}` : ''}。`
}

const reserve: Finding = (figures, lang) => {
  const last = figures.estimate('cumulative_balance', figures.last)
  if (!last) return undefined
  const months = figures.mean('reserve_months', figures.last)
  const said = withInterval(last, (value) => largeNumber(value, lang), LARGE_UNIT[lang])
  if (lang === 'en')
    return `At the end of ${figures.last} the fund held ${said}${months === undefined ? '' : `, enough for ${number(months, 1)} months of spending`}.`
  return `${figures.last} 年末基金累计结余 ${said}${months === undefined ? '' : `，可支付 ${number(months, 1)} 个月`}。`
}

/** A finding that is a measure's course under a heading. */
const stated =
  (
    head: { readonly en: string; readonly zh: string },
    of: (figures: Figures, year: number) => Estimate | undefined,
    write: (value: number) => string,
    unit: Unit,
  ): Finding =>
  (figures, lang) => {
    const said = course(figures, lang, (year) => of(figures, year), write, unit[lang])
    return said === undefined ? undefined : lang === 'en' ? `${head.en}: ${said}.` : `${head.zh}：${said}。`
  }

/** The unit after the number. */
interface Unit {
  readonly en: string
  readonly zh: string
}
const NONE: Unit = { en: '', zh: '' }
const YUAN: Unit = { en: 'yuan', zh: '元' }
const DAYS: Unit = { en: 'days', zh: '天' }
const share = (value: number) => percent(value)
const tenth = (value: number) => number(value, 1)

const premiumResponse: Finding = (figures, lang) => {
  const at = (factor: string) => figures.mean('participation_at_premium', figures.last, `factor=${factor}`)
  const [half, same, twice] = [at('0.5'), at('1'), at('2')]
  if (half === undefined || same === undefined || twice === undefined) return undefined
  return lang === 'en'
    ? `Asked in the campaign for ${figures.last}, ${percent(same)} of eligible persons would register at the premium of the year, ${percent(half)} at half of it and ${percent(twice)} at twice (before losses until the deadline).`
    : `${figures.last} 年度参合意愿：按当年缴费标准为 ${percent(same)}，减半为 ${percent(half)}，加倍为 ${percent(twice)}（未计截止日前的流失）。`
}

const FINDINGS: readonly Finding[] = [
  balance,
  reserve,
  stated({ en: 'Fund income per member', zh: '人均基金收入' }, (figures, year) => figures.perMember('fund_income', year), whole, YUAN),
  stated(
    { en: 'Fund expenditure per member', zh: '人均基金支出' },
    (figures, year) => figures.perMember('fund_expenditure', year),
    whole,
    YUAN,
  ),
  stated(
    { en: 'Participation of eligible persons', zh: '参合率' },
    (figures, year) => figures.estimate('participation_rate', year),
    share,
    NONE,
  ),
  premiumResponse,
  stated(
    { en: 'Share of all bills that was reimbursed', zh: '全部医疗费用实际报销比例' },
    (figures, year) => figures.estimate('effective_reimbursement_rate', year),
    share,
    NONE,
  ),
  stated(
    { en: 'Left to pay by a member, on average', zh: '人均自付' },
    (figures, year) => figures.estimate('out_of_pocket_per_member', year),
    whole,
    YUAN,
  ),
  stated(
    { en: 'Admissions forgone although needed', zh: '应住院而未住院的人次' },
    (figures, year) => figures.estimate('forgone_admissions', year),
    whole,
    NONE,
  ),
  stated(
    { en: 'Claims by hand: mean time from discharge to payment', zh: '手工报销从出院到付款的平均时间' },
    (figures, year) => figures.estimate('claim_days_mean', year),
    tenth,
    DAYS,
  ),
]

/** Sentences for the head of the report, in order of the brief's questions: the fund, who is covered, who is protected. */
export function keyFindings(input: ReportInput, lang: Language): string[] {
  const figures = figuresOf(input)
  return FINDINGS.map((finding) => finding(figures, lang)).filter((said) => said !== undefined)
}
