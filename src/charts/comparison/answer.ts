/** The answer to a comparison: what each reform did to the fund and to its people, in one sentence, and in which year it did most. */
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import type { Language } from '../kit/input.ts'
import { listed, percent, signed } from '../kit/text.ts'
import type { ComparedScenario, ComparisonInput } from './input.ts'
import { effectOf, MATTERS_FROM, matters, rowsOf, rowsOfCounty, sizeOf, yearShown } from './largest.ts'
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
  const apart = countiesSaid(input, reform, lang) + groupsSaid(input, reform, lang)
  const isOfFund = ({ headline }: HeadlineRow) => headline.theme === 'fund'
  const ofPeople = rows.filter((one) => !isOfFund(one))
  const [fund, people] = [rows.filter((one) => isOfFund(one) && matters(one)), ofPeople.filter(matters)]
  const parts = [fund.length ? changesOf(fund, lang) : words.fundSame, ...(people.length ? [words.people(changesOf(people, lang))] : [])]
  const isExact = ofPeople.every((one) => one.headline.isSecondary || effectOf(one) === 'none')
  const said = head + words.inYear(year, parts) + apart
  if (!isExact) return people.length ? said : said + words.peopleHardly(percent(MATTERS_FROM))
  return said + words.peopleSame + (fund.length && reform.benefitsFollow === false ? words.why : '')
}

/** So many counties are named, those in which most changes. */
const COUNTIES_NAMED = 6

/** 分县 What the reform does in each county of its own, those in which it does most first. */
function countiesSaid(input: ComparisonInput, reform: ComparedScenario, lang: Language): string {
  const { counties = [] } = input
  const words = WORDS[lang]
  const told = counties.map((county) => {
    const rows = rowsOfCounty(input, reform, county)
    const first = [...rows.filter((one) => !one.headline.isSecondary && matters(one))]
    return { title: county.title[lang], first, rows, size: Math.max(0, ...first.map(sizeOf)) }
  })
  const [moved, others] = [told.filter(({ first }) => first.length > 0), told.filter(({ first }) => first.length === 0)]
  const [same, hardly] = [others.filter(({ rows }) => rows.every(isSame)), others.filter(({ rows }) => !rows.every(isSame))]
  const named = [...moved].sort((a, b) => b.size - a.size).slice(0, COUNTIES_NAMED)
  const parts = [
    ...named.map(({ title, first }) => words.ofCounty(title, changesOf(first, lang))),
    ...(moved.length > named.length ? [words.moreCounties(moved.length - named.length)] : []),
    ...(hardly.length > 0 ? [words.hardlyIn(titlesOf(hardly, lang))] : []),
    ...(same.length > 0 ? [words.nothingIn(titlesOf(same, lang))] : []),
  ]
  return counties.length === 0 ? '' : words.byCounty(parts)
}

/** 分组 What households with somebody in a group of the scenario gain, and those with nobody in any. */
function groupsSaid(input: ComparisonInput, { name: scenario, groups = [], ...reform }: ComparedScenario, lang: Language): string {
  const words = WORDS[lang]
  const year = yearShown(input, { name: scenario, ...reform })
  const gains = input.winners.filter((row) => row.scenario === scenario && row.year === year && row.measure === 'gain')
  const parts = [...groups.map(({ name, title }) => ({ name, title: title[lang] })), { name: 'none', title: words.inNone }].flatMap(
    (group) => {
      const row = gains.find((one) => one.group === `group=${group.name}`)
      return row ? [words.ofGroup(group.title, row.value === 0 && row.se === 0 ? '0' : signed(row.value, 1))] : []
    },
  )
  return groups.length === 0 || parts.length === 0 ? '' : words.byGroup(parts)
}

const isSame = (one: HeadlineRow) => effectOf(one) === 'none'

function titlesOf(counties: readonly { readonly title: string }[], lang: Language): string {
  const [first, rest] = [counties.slice(0, COUNTIES_NAMED), counties.length - COUNTIES_NAMED]
  return listed([...first.map(({ title }) => title), ...(rest > 0 ? [WORDS[lang].moreCounties(rest)] : [])], lang)
}

function changesOf(rows: readonly HeadlineRow[], lang: Language): string {
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
  byCounty: (parts: readonly string[]) => ` By county: ${parts.join('; ')}.`,
  ofCounty: (title: string, changes: string) => `${title}, ${changes}`,
  moreCounties: (count: number) => `${count} more`,
  nothingIn: (titles: string) => `no difference in ${titles}`,
  hardlyIn: (titles: string) => `nothing that matters in ${titles}`,
  byGroup: (parts: readonly string[]) => ` By group, what a household gains a year in yuan: ${parts.join('; ')}.`,
  ofGroup: (title: string, yuan: string) => `${title} ${yuan}`,
  inNone: 'in no group',
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
  byCounty: (parts) => `分县来看：${parts.join('；')}。`,
  ofCounty: (title, changes) => `${title}${changes}`,
  moreCounties: (count) => `另有 ${count} 个县`,
  nothingIn: (titles) => `${titles}无差异`,
  hardlyIn: (titles) => `${titles}无实质差异`,
  byGroup: (parts) => `分组来看，户均年净收益（元）：${parts.join('；')}。`,
  ofGroup: (title, yuan) => `${title} ${yuan}`,
  inNone: '不属任何组',
  fundSame: '基金方面无明显变化',
  people: (changes) => `参合人方面：${changes}`,
  peopleSame: '对患者没有影响：每次模拟中就医、报销和家庭负担均分文不差。',
  peopleHardly: (limit) => `对患者没有实质影响（没有不小于 ${limit} 且可排除偶然的差异）。`,
  why: '此处待遇不随筹资调整；设 mechanisms: { budget_rule: on } 可使其随之调整。',
}

const WORDS = { en, zh }
