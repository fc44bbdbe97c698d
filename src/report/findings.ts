/** 主要发现 key findings: sentences computed from the rows, each with its interval; a missing measure says nothing. */
import { type Estimate, type Figures, figuresOf } from '../charts/kit/estimates.ts'
import type { Language, ReportInput } from '../charts/kit/input.ts'
import { LARGE_UNIT, largeNumber, number, numberSeen, percent } from '../charts/kit/text.ts'
import { withInterval } from './measures.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

type Finding = (figures: Figures, lang: Language) => string | undefined

const balance: Finding = (figures, lang) => {
  const years = figures.years.filter((year) => figures.mean('current_balance', year) !== undefined)
  if (years.length === 0) return undefined
  const deficits = years.filter((year) => (figures.mean('current_balance', year) ?? 0) < 0)
  const chances = years.flatMap((year) => {
    const chance = figures.estimate('deficit', year)
    return chance && chance.n > 1 ? [{ year, share: chance.mean }] : []
  })
  return REPORT_WORDS[lang].findings.balance(deficits, chances)
}

/** So many counties are named. */
const COUNTIES_NAMED = 6

/** 分县 Each county has a fund of its own: that of all together may last where that of one does not. */
function countiesFinding({ counties = [], summary, years: [first, last] }: ReportInput, lang: Language): string[] {
  if (counties.length < 2) return []
  const words = REPORT_WORDS[lang].findings
  const balances = new Map<string, number>()
  for (const row of summary) if (row.measure === 'current_balance' && row.group === '') balances.set(`${row.area}|${row.year}`, row.mean)
  const years = Array.from({ length: last - first + 1 }, (_, index) => first + index)
  const short = counties.flatMap(({ name, title }) => {
    const deficits = years.filter((year) => (balances.get(`${name}|${year}`) ?? 0) < 0)
    return deficits.length > 0 ? [words.countyShort(title[lang], deficits)] : []
  })
  const more = short.length - COUNTIES_NAMED
  const named = [...short.slice(0, COUNTIES_NAMED), ...(more > 0 ? [words.moreCounties(more)] : [])]
  return [words.counties(counties.length, named)]
}

const reserve: Finding = (figures, lang) => {
  const { last } = figures
  const held = figures.estimate('cumulative_balance', last)
  if (!held) return undefined
  const said = withInterval(held, (value) => largeNumber(value, lang), LARGE_UNIT[lang])
  const months = figures.mean('reserve_months', last)
  // what is owed pays for no month
  return REPORT_WORDS[lang].findings.reserve(last, said, months === undefined || months < 0 ? undefined : months)
}

const premiumResponse: Finding = (figures, lang) => {
  const at = (factor: string) => figures.mean('participation_at_premium', figures.last, `factor=${factor}`)
  const [half, same, twice] = [at('0.5'), at('1'), at('2')]
  if (half === undefined || same === undefined || twice === undefined) return undefined
  return REPORT_WORDS[lang].findings.premium(figures.last, same, half, twice)
}

type Words = (typeof REPORT_WORDS)['en']['findings']

interface Course {
  readonly head: keyof Words['heads']
  /** a measure, of the whole or per member */
  readonly measure: string
  readonly perMember?: boolean
  readonly write: (value: number) => string
  readonly unit?: keyof Words['units']
}

const whole = (value: number) => numberSeen(value)
const share = (value: number) => percent(value)

/** What a measure was in the first and in the last year, under a heading. */
const course =
  ({ head, measure, perMember, write, unit }: Course): Finding =>
  (figures, lang) => {
    const words = REPORT_WORDS[lang].findings
    const { first, last } = figures
    const of = (year: number): Estimate | undefined => (perMember ? figures.perMember(measure, year) : figures.estimate(measure, year))
    const [from, to] = [of(first), of(last)]
    if (!from || !to) return undefined
    const said = (estimate: Estimate, year: number) => words.inYear(withInterval(estimate, write, unit && words.units[unit]), year)
    return words.course(words.heads[head], first === last ? said(to, last) : words.fromTo(said(from, first), said(to, last)))
  }

const FINDINGS: readonly Finding[] = [
  balance,
  reserve,
  course({ head: 'income', measure: 'fund_income', perMember: true, write: whole, unit: 'yuan' }),
  course({ head: 'expenditure', measure: 'fund_expenditure', perMember: true, write: whole, unit: 'yuan' }),
  course({ head: 'participation', measure: 'participation_rate', write: share }),
  premiumResponse,
  course({ head: 'reimbursed', measure: 'effective_reimbursement_rate', write: share }),
  course({ head: 'outOfPocket', measure: 'out_of_pocket_per_member', write: whole, unit: 'yuan' }),
  course({ head: 'forgone', measure: 'forgone_admissions', write: whole }),
  course({ head: 'days', measure: 'claim_days_mean', write: (days) => number(days, 1), unit: 'days' }),
]

/** Sentences for the head of the report, in order of the brief's questions: the fund, who is covered, who is protected. */
export function keyFindings(input: ReportInput, lang: Language): string[] {
  const figures = figuresOf(input)
  return [...countiesFinding(input, lang), ...FINDINGS.map((finding) => finding(figures, lang)).filter((said) => said !== undefined)]
}
