/** The answer to a comparison: what each reform did to the fund and to its people, in one sentence, and in which year it did most. */
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import type { Language } from '../kit/input.ts'
import { listed, percent } from '../kit/text.ts'
import type { ComparedScenario, ComparisonInput } from './input.ts'
import { effectOf, MATTERS_FROM, matters, rowsOf, sizeOf, yearShown } from './largest.ts'
import { type ComparisonText, comparisonText } from './text.ts'

/** One sentence for each reform, in their order. */
export function answers(input: ComparisonInput, lang: Language): string[] {
  return input.reforms.map((reform) => answer(input, reform, lang))
}

/** The figures that a sentence names, of the fund and of its people, most telling first; so many of each. */
const FIRST = [
  ...['fund_income', 'fund_expenditure', 'cumulative_balance'],
  ...['effective_reimbursement_rate', 'participation_rate', 'admissions', 'out_of_pocket_per_member', 'che40', 'che10'],
]
const NAMED = 3

function answer(input: ComparisonInput, reform: ComparedScenario, lang: Language): string {
  const words = WORDS[lang]
  const year = yearShown(input, reform)
  const rows = rowsOf(input, reform, year)
  const head = words.head(reform.title[lang], input.base.title[lang])
  if (input.headlines.every((one) => one.row.scenario !== reform.name || effectOf(one) === 'none')) return head + words.nothing
  const isOfFund = ({ headline }: HeadlineRow) => headline.theme === 'fund'
  const ofPeople = rows.filter((one) => !isOfFund(one))
  const [fund, people] = [rows.filter((one) => isOfFund(one) && matters(one)), ofPeople.filter(matters)]
  const parts = [fund.length ? named(fund, lang) : words.fundSame, ...(people.length ? [words.people(named(people, lang))] : [])]
  const isExact = ofPeople.every((one) => one.headline.isSecondary || effectOf(one) === 'none')
  const said = head + words.inYear(year, parts)
  if (!isExact) return people.length ? said : said + words.peopleHardly(percent(MATTERS_FROM))
  return said + words.peopleSame + (fund.length && reform.benefitsFollow === false ? words.why : '')
}

function named(rows: readonly HeadlineRow[], lang: Language): string {
  const place = ({ row }: HeadlineRow) => (FIRST.includes(row.measure) ? FIRST.indexOf(row.measure) : FIRST.length)
  const first = [...rows].sort((a, b) => place(a) - place(b) || sizeOf(b) - sizeOf(a)).slice(0, NAMED)
  return listed(
    first.map(({ row }) => WORDS[lang].change(comparisonText(row, lang))),
    lang,
  )
}

const en = {
  head: (reform: string, base: string) => `${reform}, against “${base}”: `,
  nothing: 'no difference, in any headline figure of any year.',
  inYear: (year: number, parts: readonly string[]) => `in ${year} ${parts.join('; ')}.`,
  change: ({ label, unit, reform, difference }: ComparisonText) => `${label} ${reform}${unit ? ` ${unit}` : ''} (${difference})`,
  fundSame: 'nothing of note for the fund',
  people: (changes: string) => `for its people ${changes}`,
  peopleSame:
    ' For patients nothing changed: use of care, reimbursement and what households bear are the same to the fen in every replication.',
  peopleHardly: (limit: string) => ` For patients nothing changed that matters (no difference of ${limit} or more that chance leaves out).`,
  why: ' Benefits do not follow income here; mechanisms: { budget_rule: on } lets them.',
}

const zh: typeof en = {
  head: (reform, base) => `${reform}（对照“${base}”）：`,
  nothing: '各年各项主要指标均无差异。',
  inYear: (year, parts) => `${year} 年${parts.join('；')}。`,
  change: ({ label, unit, reform, difference }) => `${label} ${reform}${unit}（${difference}）`,
  fundSame: '基金方面无明显变化',
  people: (changes) => `参合人方面：${changes}`,
  peopleSame: '对患者没有影响：每次模拟中就医、报销和家庭负担均分文不差。',
  peopleHardly: (limit) => `对患者没有实质影响（没有不小于 ${limit} 且可排除偶然的差异）。`,
  why: '此处待遇不随筹资调整；设 mechanisms: { budget_rule: on } 可使其随之调整。',
}

const WORDS = { en, zh }
