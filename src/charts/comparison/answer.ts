/** The answer to a comparison: what each reform did to the fund and to its people, in one sentence, and in which year it did most. */

import type { WinnersRow } from '../../measures/protection/winners.ts'
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import type { Language } from '../kit/input.ts'
import { listed, percent, signedSeen } from '../kit/text.ts'
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
/** A difference of this size that chance does not leave out is told as such, not as none. */
const UNCLEAR_FROM = 0.01

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
  // a large difference that so few replications cannot tell is not nothing
  const isUnclear = rows.some((one) => isOfFund(one) && effectOf(one) === 'unclear' && sizeOf(one) >= UNCLEAR_FROM)
  const unmoved = isUnclear ? words.fundUnclear : words.fundSame
  const parts = [fund.length ? changesOf(fund, lang) : unmoved, ...(people.length ? [words.people(changesOf(people, lang))] : [])]
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
  const of = input.winners.filter((row) => row.scenario === scenario && row.year === year)
  const gains = of.filter(({ measure }) => measure === 'gain')
  const gainSaid = (row: WinnersRow) =>
    row.value === 0 && row.se === 0 ? '0' : signedSeen(row.value, 1) + (isClear(row) ? '' : words.unclear)
  // 少就医不算受益 what is saved by care that was not had is no gain: the share of such households is said beside it
  const lessCare = (group: string) => {
    const less = of.filter((row) => row.group === `group=${group}` && /^(winners|losers)_less_care_share$/.test(row.measure))
    const share = less.reduce((sum, { value }) => sum + value, 0)
    return share >= MATTERS_FROM ? percent(share) : undefined
  }
  const parts = [...groups.map(({ name, title }) => ({ name, title: title[lang] })), { name: 'none', title: words.inNone }].flatMap(
    (group) => {
      const row = gains.find((one) => one.group === `group=${group.name}`)
      if (!row) return group.name === 'none' ? [] : [words.ofGroup(group.title, words.notInEvery)]
      return [words.ofGroup(group.title, gainSaid(row), lessCare(group.name))]
    },
  )
  return groups.length === 0 || parts.length === 0 ? '' : words.byGroup(parts)
}

/** Does the interval leave 0 out? */
const isClear = ({ lower, upper }: WinnersRow) => lower !== undefined && upper !== undefined && (lower > 0 || upper < 0)

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
  ofGroup: (title: string, yuan: string, lessCare?: string) => `${title} ${yuan}${lessCare ? ` (${lessCare} of them with less care)` : ''}`,
  unclear: ', not told from 0',
  notInEvery: '(no such household in some replications)',
  inNone: 'in no group',
  fundSame: 'nothing of note for the fund',
  fundUnclear: 'for the fund nothing that chance leaves out (more replications would tell)',
  people: (changes: string) => `for its people ${changes}`,
  peopleSame:
    ' For patients nothing changed: use of care, reimbursement and what households bear are the same to the fen in every replication.',
  peopleHardly: (limit: string) =>
    ` For patients taken together nothing changed that matters (no difference of ${limit} or more that chance leaves out).`,
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
  ofGroup: (title, yuan, lessCare) => `${title} ${yuan}${lessCare ? `（其中 ${lessCare} 少就医）` : ''}`,
  unclear: '（与 0 无法区分）',
  notInEvery: '（部分模拟中没有此类家庭）',
  inNone: '不属任何组',
  fundSame: '基金方面无明显变化',
  fundUnclear: '基金方面的差异尚不能排除偶然（可增加模拟次数）',
  people: (changes) => `参合人方面：${changes}`,
  peopleSame: '对患者没有影响：每次模拟中就医、报销和家庭负担均分文不差。',
  peopleHardly: (limit) => `对全体患者合计没有实质影响（没有不小于 ${limit} 且可排除偶然的差异）。`,
  why: '此处待遇不随筹资调整；设 mechanisms: { budget_rule: on } 可使其随之调整。',
}

const WORDS = { en, zh }
