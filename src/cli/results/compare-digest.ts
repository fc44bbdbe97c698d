/** The short summary on stdout after a comparison, and why so many replications were run. */
import Table from 'cli-table3'
import { countiesOf } from '../../charts/comparison/answer/by-county.ts'
import { allAnswers, pairsTitled } from '../../charts/comparison/answer/pairs.ts'
import type { ComparedScenario, ComparisonInput } from '../../charts/comparison/input.ts'
import { rowsOf, yearShown } from '../../charts/comparison/largest.ts'
import { comparisonText, POINTS } from '../../charts/comparison/text.ts'
import { groupOf, householdsOf, sidesOfGroup } from '../../charts/comparison/winners-groups.ts'
import { LANGUAGES, type Language } from '../../charts/kit/input.ts'
import { listed, number, numberSeen, percent, tidy } from '../../charts/kit/text.ts'
import { countiesSaid } from '../../charts/kit/words.ts'
import { DICTIONARY } from '../../measures/dictionary.ts'
import { type HeadlineRow, heldAgainst } from '../../measures/statistics/headline.ts'
import type { PeopleSetting, StopReason } from '../../node/comparison.ts'
import { hangsOnLines, hangsOnOf } from '../../report/hangs-on.ts'
import { REPORT_WORDS } from '../../report/words/catalogue.ts'
import { EFFECTS } from '../../words/effects.ts'
import { COMPARED_WORDS, DIGEST_WORDS } from './digest-words.ts'

/** Why no more replications were run, in one sentence. */
export function reasonText({ kind, replications, precision, widest }: StopReason, lang: Language): string {
  const aim = `±${percent(precision, 2)}`
  const worst = widest && widest.halfWidth > 0 ? widestText(widest, lang) : ''
  if (lang === 'en') {
    if (kind === 'fixed') return `${replications} replications, as asked${worst}.`
    if (kind === 'precise') return `${replications} replications: every headline difference is known to ${aim}${worst}.`
    return `${replications} replications, the most allowed, although not every headline difference is known to ${aim}${worst}.`
  }
  if (kind === 'fixed') return `按指定模拟 ${replications} 次${worst}。`
  if (kind === 'precise') return `模拟 ${replications} 次：各主要差异的误差均在 ${aim} 以内${worst}。`
  return `已达上限 ${replications} 次，仍有主要差异的误差超过 ${aim}${worst}。`
}

/** Why more replications are run. */
export function furtherText(replications: number, { row }: HeadlineRow, lang: Language): string {
  return COMPARED_WORDS[lang].further(replications, DICTIONARY[row.measure]?.[lang] ?? row.measure, row.year)
}

/** Which difference is known worst, its half-width, and of what that is a part. */
function widestText(widest: HeadlineRow, lang: Language): string {
  const { row, halfWidth } = widest
  const name = DICTIONARY[row.measure]?.[lang] ?? row.measure
  const width = `±${COMPARED_WORDS[lang].partOf[heldAgainst(widest)](number(100 * halfWidth, 2))}`
  return COMPARED_WORDS[lang].widest(name, row.year, width)
}

const SETTINGS = {
  region: { en: 'place', zh: '地区' },
  persons: { en: 'number of persons', zh: '人口数' },
  addedVillages: { en: 'added villages', zh: '增设的村' },
  burnInYears: { en: 'years before the first', zh: '预备年数' },
  microdata: { en: 'microdata', zh: '微观数据' },
} as const satisfies Record<PeopleSetting, Record<Language, string>>
const isSetting = (name: string): name is PeopleSetting => Object.hasOwn(SETTINGS, name)

/** Why households of two scenarios are not held against each other; parameters and mechanisms are called as a scenario calls them. */
export function otherPeopleText(differing: readonly string[], lang: Language): string {
  const names = listed(
    differing.map((name) => (isSetting(name) ? SETTINGS[name][lang] : name)),
    lang,
  )
  if (lang === 'en')
    return `not paired with those of the base, since these are other people (${names}); the measures are compared all the same`
  return `人口与基准不同（${names}），不逐户对照；各项指标仍可比较`
}

/** Headline figures of the year told first, a line on the households of each reform, and the answer in both languages, the reader's first. */
export function comparisonDigest(input: ComparisonInput, lang: Language): string {
  const words = COMPARED_WORDS[lang]
  const people = DIGEST_WORDS[lang].persons(number(input.persons), input.microdata?.personsFile, countiesSaid(input, lang))
  const base = { title: input.base.title[lang], name: input.base.name }
  const head = `${words.head(base, people, input.years, input.seed)}\n${input.reason[lang]}`
  const isOneYear = new Set(input.reforms.map((reform) => yearShown(input, reform))).size === 1
  const tables =
    isOneYear && input.reforms.length > 1
      ? [besideOneAnother(input, lang)]
      : input.reforms.map((reform) => reformDigest(input, reform, lang))
  const order = [...LANGUAGES].sort((one, other) => Number(other === lang) - Number(one === lang))
  const told = order.map((language) => allAnswers(input, language).join('\n'))
  const hangsOn = [input, ...pairsTitled(input)].flatMap((of) =>
    of.reforms.flatMap((reform) => {
      const year = yearShown(of, reform)
      const lines = hangsOnLines(hangsOnOf(of.hangsOn ?? [], reform.name, of.base.name, year), lang)
      return lines.length ? [`\n${REPORT_WORDS[lang].hangsOn.titleOf(reform.title[lang], year)}`, ...lines] : []
    }),
  )
  const pairs = pairsTitled(input).map((of) => {
    const [reform] = of.reforms
    return `${reform.title[lang]}${words.separator}${householdsLine(of, reform, lang, yearShown(of, reform))}`
  })
  return [head, ...tables, ...pairs, ...hangsOn, ...told.map((text) => `\n${text}`)].join('\n')
}

/** A column for each reform: its figure, and by how much it differs from the base. */
function besideOneAnother(input: ComparisonInput, lang: Language): string {
  const words = COMPARED_WORDS[lang]
  const letters = input.reforms.map((_, index) => String.fromCharCode(65 + index))
  const head = [String(yearShown(input, input.reforms[0])), words.base, ...letters]
  const table = new Table({ head, colAligns: head.map((_, index) => (index ? 'right' : 'left')), style: PLAIN })
  const columns = input.reforms.map((reform) => new Map(rowsOf(input, reform).map((one) => [one.row.measure, one])))
  for (const measure of new Set(columns.flatMap((column) => [...column.keys()]))) {
    const found = columns.map((column) => column.get(measure))
    const any = found.find((one) => one !== undefined)
    if (any === undefined) continue
    const { name, base } = comparisonText(any.row, lang)
    table.push([name, base, ...found.map((one) => (one ? figureOf(one, lang) : '–'))])
  }
  const key = input.reforms.map((reform, index) => {
    const named = words.named(reform.title[lang], reform.name)
    return `${letters[index]}  ${named}${words.separator}${householdsLine(input, reform, lang)}`
  })
  return `\n${table.toString()}\n${words.brackets(Object.values(words.marks))}\n${key.join('\n')}`
}

const PLAIN = { head: [], border: [], compact: true }

function figureOf(one: HeadlineRow, lang: Language): string {
  const { reform, difference } = comparisonText(one.row, lang)
  const effect = one.row.effect
  if (effect === 'no') return `${reform} (0)`
  const mark = effect === 'yes' ? '' : COMPARED_WORDS[lang].marks[effect][0]
  return `${reform} (${mark}${difference.replace(POINTS[lang], '')})`
}

function reformDigest(input: ComparisonInput, reform: ComparedScenario, lang: Language): string {
  const words = COMPARED_WORDS[lang]
  const head = [String(yearShown(input, reform)), ...words.columns]
  const table = new Table({ head, colAligns: head.map((_, index) => (index ? 'right' : 'left')), style: PLAIN })
  for (const one of rowsOf(input, reform)) {
    const { name, base, reform: after, difference, interval } = comparisonText(one.row, lang)
    table.push([name, base, after, difference, interval, EFFECTS[one.row.effect][lang]])
  }
  return [`\n${words.named(reform.title[lang], reform.name)}`, table.toString(), householdsLine(input, reform, lang)].join('\n')
}

/** So many counties are told; the others stand in winners.csv. */
const MOST_COUNTIES = 12

/** Of all counties together, then 分县 a line a county where there are several. */
/** `year`: where it stands under no table of that year. */
function householdsLine(input: ComparisonInput, reform: ComparedScenario, lang: Language, year?: number): string {
  const words = COMPARED_WORDS[lang]
  const households = householdsOf(input, reform)
  const all = householdsSaid(households, '', lang)
  if (all === undefined) return words.households(input.unpaired[reform.name]?.[lang] ?? words.unpaired, year)
  const counties = countiesOf(input)
  const lines = counties.slice(0, MOST_COUNTIES).flatMap((county) => {
    const said = householdsSaid(households, groupOf(county), lang)
    return said === undefined ? [] : [words.householdsIn(county.title[lang], said)]
  })
  const more = counties.length > MOST_COUNTIES ? [words.moreCounties(counties.length - MOST_COUNTIES)] : []
  return [words.households(all, year), ...lines, ...more].join('\n')
}

/** Who wins and who loses in a group of households, and by how much on average; undefined where they were not paired. */
function householdsSaid(households: ReturnType<typeof householdsOf>, group: string, lang: Language): string | undefined {
  const words = COMPARED_WORDS[lang]
  const find = (measure: string) => households.get(group)?.get(measure)?.value
  const sides = sidesOfGroup(households, group)
  if (sides === undefined) return undefined
  const [win, lose, same] = [sides.win, sides.lose, find('unchanged_share') ?? 0].map((one) => part(tidy(one), lang))
  const [gain, loss] = ['gain_of_winners', 'gain_of_losers'].map(find)
  const further = [
    ...(sides.lessCare ? [words.lessCare(part(sides.lessCare, lang))] : []),
    ...(sides.moreCare ? [words.moreCare(part(sides.moreCare, lang))] : []),
    ...(gain === undefined ? [] : [words.gain(numberSeen(gain))]),
    ...(loss === undefined ? [] : [words.loss(numberSeen(-loss))]),
  ]
  return words.shares({ win, lose, same }) + words.others(further)
}

/** A share in percent; in ten thousand where that would read as none. */
function part(share: number, lang: Language): string {
  return share > 0 && share < 0.0005 ? COMPARED_WORDS[lang].tenThousandth(number(share * 1e4, 1)) : percent(share)
}
