/** The answer to a comparison: what each reform did to the fund and to its people, in one sentence, and in which year it did most. */

import type { WinnersRow } from '../../../measures/protection/winners.ts'
import type { HeadlineRow } from '../../../measures/statistics/headline.ts'
import { MATTERS_FROM } from '../../../measures/statistics/held-against.ts'
import type { Language } from '../../kit/input.ts'
import { listed, percent, signedSeen } from '../../kit/text.ts'
import type { ComparedScenario, ComparisonInput } from '../input.ts'
import { isOfFund, isSame, matters, openMainRows, rowsOf, yearOfMost, yearShown } from '../largest.ts'
import { comparisonText } from '../text.ts'
import { countiesOf, countiesSaid } from './by-county.ts'
import { areSame, besideTheLargest, changesOf } from './changes-said.ts'
import { isSameOrLater, ofPeople, patientsSaid } from './people.ts'
import { signsSaid } from './signs.ts'
import { ANSWER_WORDS } from './words.ts'

/** One sentence for each reform, in their order. */
export function answers(input: ComparisonInput, lang: Language): string[] {
  return input.reforms.map((reform) => answer(input, reform, lang))
}

function answer(input: ComparisonInput, reform: ComparedScenario, lang: Language): string {
  const words = ANSWER_WORDS[lang]
  const year = yearShown(input, reform)
  const rows = rowsOf(input, reform, year)
  const head = words.head(reform.title[lang], input.base.title[lang])
  const nobody = nobodySaid(reform, lang)
  const isNothing = input.headlines.every((one) => one.row.scenario !== reform.name || isSame(one))
  if (isNothing && areSame(input, reform)) return head + words.nothing + nobody
  if (rows.every(isSame) && areSame(input, reform, year)) return head + words.notYet(year, yearOfMost(input, reform)) + nobody
  const fund = rows.filter(isOfFund)
  const people = rows.filter((one) => !isOfFund(one))
  const told = [ofFund(fund, lang), ofPeople(people, lang)].filter((part) => part !== '')
  const apart = countiesSaid(input, reform, lang) + groupsSaid(input, reform, lang) + nobody
  const onlyIncome = reform.benefitsFollow === false && fund.some((one) => one.row.measure === 'fund_income' && matters(one))
  const why = onlyIncome && people.every(isSameOrLater) ? words.why : ''
  const counties = countiesOf(input).length
  const run = { replications: input.replications, counties: counties > 0, areHouseholdsSame: areSame(input, reform, year) }
  const said = head + words.inYear(year, told, counties) + apart + patientsSaid(people, run, lang) + why
  return said + signsSaid(input, reform, rows.filter(matters), lang) + (input.unpaired[reform.name] ? words.otherPeople : '')
}

function ofFund(fund: readonly HeadlineRow[], lang: Language): string {
  const words = ANSWER_WORDS[lang]
  const moved = fund.filter(matters)
  if (moved.length > 0) return changesOf(besideTheLargest(moved), lang)
  if (fund.every(isSame)) return words.fundExact
  const [unclear] = openMainRows(fund)
  return unclear ? words.fundUnclear(words.ofChance(comparisonText(unclear.row, lang))) : words.fundSame
}

/** 分组 What households with somebody in a group of the scenario gain, and those with nobody in any. */
function groupsSaid(input: ComparisonInput, { name: scenario, groups: all = [], ...reform }: ComparedScenario, lang: Language): string {
  const words = ANSWER_WORDS[lang]
  const groups = all.filter(({ hasNobody }) => !hasNobody)
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

/** 空组 What is set for nobody changes nothing. */
function nobodySaid({ groups = [] }: ComparedScenario, lang: Language): string {
  const titles = groups.flatMap(({ title, hasNobody }) => (hasNobody ? [title[lang]] : []))
  return titles.length === 0 ? '' : ANSWER_WORDS[lang].nobodyIn(listed(titles, lang))
}

/** Does the interval leave 0 out? */
const isClear = ({ lower, upper }: WinnersRow) => lower !== undefined && upper !== undefined && (lower > 0 || upper < 0)
