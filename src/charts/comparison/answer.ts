/** The answer to a comparison: what each reform did to the fund and to its people, in one sentence, and in which year it did most. */

import type { WinnersRow } from '../../measures/protection/winners.ts'
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import { MATTERS_FROM } from '../../measures/statistics/held-against.ts'
import type { Language } from '../kit/input.ts'
import { listed, percent, signedSeen } from '../kit/text.ts'
import { ANSWER_WORDS } from './answer-words.ts'
import type { ComparedScenario, ComparisonInput } from './input.ts'
import { matters, rowsOf, rowsOfCounty, sizeOf, yearOfMost, yearShown } from './largest.ts'
import { signsSaid } from './signs.ts'
import { comparisonText } from './text.ts'

/** One sentence for each reform, in their order. */
export function answers(input: ComparisonInput, lang: Language): string[] {
  return input.reforms.map((reform) => answer(input, reform, lang))
}

/** The figures that a sentence names, of the fund and of its people, most telling first; so many of each. */
const FIRST = [
  ...['fund_income', 'fund_expenditure', 'cumulative_balance', 'payables_year_end'],
  ...['effective_reimbursement_rate', 'participation_rate', 'admissions', 'out_of_pocket_per_member', 'che'],
]
/** Of catastrophic spending above one limit or another the one that moves most is told first. */
const kindOf = (measure: string) => (/^che\d+$/.test(measure) ? 'che' : measure)
const NAMED = 3
/** What may lie farther from 0 than this, for all that chance leaves out, is told as not known, not as none. */
const UNCLEAR_FROM = 0.01
/** Beside the largest difference of the fund one of less than this part of it is not named. */
const BESIDE_THE_LARGEST = 0.1

function answer(input: ComparisonInput, reform: ComparedScenario, lang: Language): string {
  const words = ANSWER_WORDS[lang]
  const year = yearShown(input, reform)
  const rows = rowsOf(input, reform, year)
  const head = words.head(reform.title[lang], input.base.title[lang])
  const isNothing = input.headlines.every((one) => one.row.scenario !== reform.name || one.row.effect === 'no')
  if (isNothing && areSame(input, reform)) return head + words.nothing
  if (rows.every(isSame) && areSame(input, reform, year)) return head + words.notYet(year, yearOfMost(input, reform))
  const fund = rows.filter(isOfFund)
  const people = rows.filter((one) => !isOfFund(one))
  const told = [ofFund(fund, lang), ofPeople(people.filter(matters), lang)].filter((part) => part !== '')
  const apart = countiesSaid(input, reform, lang) + groupsSaid(input, reform, lang)
  const onlyIncome = reform.benefitsFollow === false && fund.some((one) => one.row.measure === 'fund_income' && matters(one))
  const why = onlyIncome && people.every(isSameOrLater) ? words.why : ''
  const said = head + words.inYear(year, told) + apart + patientsSaid(input, people, areSame(input, reform, year), lang) + why
  return said + signsSaid(input, reform, rows.filter(matters), lang) + (input.unpaired[reform.name] ? words.otherPeople : '')
}

const isOfFund = ({ headline }: HeadlineRow) => headline.theme === 'fund'

/** Was what each household pays and what it is paid for the same in all years, or in one, as far as its households were paired? */
function areSame(input: ComparisonInput, reform: ComparedScenario, year?: number): boolean {
  const shares = input.winners.filter(
    ({ scenario, measure, group }) => scenario === reform.name && measure === 'unchanged_share' && group === '',
  )
  return shares.every((row) => (year !== undefined && row.year !== year) || row.value === 1)
}

function ofFund(fund: readonly HeadlineRow[], lang: Language): string {
  const words = ANSWER_WORDS[lang]
  const moved = fund.filter(matters)
  const most = Math.max(...moved.map(sizeOf))
  if (moved.length > 0)
    return changesOf(
      moved.filter((one) => sizeOf(one) >= most * BESIDE_THE_LARGEST),
      lang,
    )
  if (fund.every(isSame)) return words.fundExact
  const unclear = mostUnclear(fund)
  return unclear ? words.fundUnclear(words.ofChance(comparisonText(unclear.row, lang))) : words.fundSame
}

/** Care that is not had is told first: who pays less for it has not gained. */
function ofPeople(moved: readonly HeadlineRow[], lang: Language): string {
  if (moved.length === 0) return ''
  const less = moved.filter(isLessCare)
  // beside a premium that is another the many small things that follow of it are little
  const premium = moved.filter((one) => one.row.measure === 'premium_per_head' && sizeOf(one) >= UNCLEAR_FROM)
  const bears = less.length > 0 ? moved.filter(isBearingLess) : []
  const first = [...premium, ...less, ...bears].map(({ row }) => row.measure)
  return ANSWER_WORDS[lang].people(changesOf(moved, lang, first), less.length > 0 && premium.length === 0)
}

const isBearingLess = ({ row }: HeadlineRow) => row.measure === 'out_of_pocket_per_member' && row.difference < 0
const USE_OF_CARE = ['outpatient_visits', 'admissions']
const isLessCare = (one: HeadlineRow) => USE_OF_CARE.includes(one.row.measure) && one.row.difference < 0 && sizeOf(one) >= UNCLEAR_FROM

/** What is not in the figures that were named: that nothing else changed, or that nobody knows. */
function patientsSaid(input: ComparisonInput, people: readonly HeadlineRow[], areHouseholdsSame: boolean, lang: Language): string {
  const words = ANSWER_WORDS[lang]
  const moved = people.filter(matters)
  const isCareSame = people.every(isSameOrLater)
  if (isCareSame && areHouseholdsSame) return moved.length > 0 ? words.careSame : words.peopleSame
  if (isCareSame) return words.onlyPremiums
  if (moved.length > 0) return moved.some(isBearingLess) && moved.some(isLessCare) ? words.paysLessForLess : ''
  const unclear = mostUnclear(people)
  if (!unclear) return words.peopleHardly(percent(UNCLEAR_FROM))
  return words.peopleUnclear(input.replications, words.ofChance(comparisonText(unclear.row, lang)))
}

/** Of what chance may have made, and may be more than little, the largest; undefined where there is none. */
function mostUnclear(rows: readonly HeadlineRow[]): HeadlineRow | undefined {
  const reach = ({ row, scale }: HeadlineRow) => (scale === 0 ? 0 : Math.max(Math.abs(row.lower), Math.abs(row.upper)) / scale)
  const open = rows.filter((one) => !one.headline.isSecondary && one.row.effect === 'unclear' && reach(one) >= UNCLEAR_FROM)
  return open.sort((a, b) => sizeOf(b) - sizeOf(a))[0]
}

/** So many counties are named, those in which most changes. */
const COUNTIES_NAMED = 6

/** 分县 What the reform does in each county of its own, those in which it does most first. */
function countiesSaid(input: ComparisonInput, reform: ComparedScenario, lang: Language): string {
  const { counties = [] } = input
  const words = ANSWER_WORDS[lang]
  const told = counties.map((county) => {
    const rows = rowsOfCounty(input, reform, county)
    const first = [...rows.filter((one) => !one.headline.isSecondary && matters(one))]
    return { title: county.title[lang], first, rows, size: Math.max(0, ...first.map(sizeOf)) }
  })
  const [moved, others] = [told.filter(({ first }) => first.length > 0), told.filter(({ first }) => first.length === 0)]
  const same = others.filter(({ rows }) => rows.every(isSame))
  const unclear = others.filter(({ rows }) => mostUnclear(rows) !== undefined)
  const hardly = others.filter((one) => !same.includes(one) && !unclear.includes(one))
  const named = [...moved].sort((a, b) => b.size - a.size).slice(0, COUNTIES_NAMED)
  const parts = [
    ...named.map(({ title, first }) => words.ofCounty(title, changesOf(first, lang))),
    ...(moved.length > named.length ? [words.moreCounties(moved.length - named.length)] : []),
    ...(hardly.length > 0 ? [words.hardlyIn(titlesOf(hardly, lang))] : []),
    ...(unclear.length > 0 ? [words.unclearIn(titlesOf(unclear, lang))] : []),
    ...(same.length > 0 ? [words.nothingIn(titlesOf(same, lang))] : []),
  ]
  return counties.length === 0 ? '' : words.byCounty(parts)
}

/** 分组 What households with somebody in a group of the scenario gain, and those with nobody in any. */
function groupsSaid(input: ComparisonInput, { name: scenario, groups = [], ...reform }: ComparedScenario, lang: Language): string {
  const words = ANSWER_WORDS[lang]
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
  return groups.length === 0 || parts.length === 0 ? '' : words.byGroup(parts, groups.length > 1)
}

/** Does the interval leave 0 out? */
const isClear = ({ lower, upper }: WinnersRow) => lower !== undefined && upper !== undefined && (lower > 0 || upper < 0)

const isSame = (one: HeadlineRow) => one.row.effect === 'no'
/** … but for the days until it is paid and for who pays the premium */
const isSameOrLater = (one: HeadlineRow) => one.headline.isSecondary || isSame(one)

function titlesOf(counties: readonly { readonly title: string }[], lang: Language): string {
  const [first, rest] = [counties.slice(0, COUNTIES_NAMED), counties.length - COUNTIES_NAMED]
  return listed([...first.map(({ title }) => title), ...(rest > 0 ? [ANSWER_WORDS[lang].moreCounties(rest)] : [])], lang)
}

/** `first`: measures that are told before those of FIRST. */
function changesOf(rows: readonly HeadlineRow[], lang: Language, first: readonly string[] = []): string {
  const order = [...first, ...FIRST]
  const rank = ({ row }: HeadlineRow) => order.indexOf(kindOf(row.measure))
  const place = (one: HeadlineRow) => (rank(one) < 0 ? order.length : rank(one))
  const named = [...rows].sort((a, b) => place(a) - place(b) || sizeOf(b) - sizeOf(a)).slice(0, NAMED)
  return listed(
    named.map(({ row }) => ANSWER_WORDS[lang].change(comparisonText(row, lang))),
    lang,
  )
}
