/** The short summary on stdout after a comparison, and why so many replications were run. */
import Table from 'cli-table3'
import { answers } from '../../charts/comparison/answer.ts'
import type { ComparedScenario, ComparisonInput } from '../../charts/comparison/input.ts'
import { effectOf, rowsOf, yearShown } from '../../charts/comparison/largest.ts'
import { comparisonText } from '../../charts/comparison/text.ts'
import { COMPARISON_WORDS } from '../../charts/comparison/words.ts'
import { LANGUAGES, type Language } from '../../charts/kit/input.ts'
import { listed, number, percent, signed } from '../../charts/kit/text.ts'
import { DICTIONARY } from '../../measures/dictionary.ts'
import type { HeadlineRow } from '../../measures/statistics/headline.ts'
import type { PeopleSetting, StopReason } from '../../node/comparison.ts'

/** Why no more replications were run, in one sentence. */
export function reasonText({ kind, replications, precision, widest }: StopReason, lang: Language): string {
  const aim = `±${percent(precision, 2)}`
  const name = widest ? (DICTIONARY[widest.row.measure]?.[lang] ?? widest.row.measure) : ''
  const width = widest ? percent(widest.halfWidth, 2) : ''
  if (lang === 'en') {
    const worst = widest ? `; the widest is ${name} ${widest.row.year} with ±${width}` : ''
    if (kind === 'fixed') return `${replications} replications, as asked${worst}.`
    if (kind === 'precise') return `${replications} replications: every headline difference is known to ${aim}${worst}.`
    return `${replications} replications, the most allowed, although not every headline difference is known to ${aim}${worst}.`
  }
  const worst = widest ? `，最宽的是${widest.row.year} 年${name}，±${width}` : ''
  if (kind === 'fixed') return `按指定模拟 ${replications} 次${worst}。`
  if (kind === 'precise') return `模拟 ${replications} 次：各主要差异的误差均在 ${aim} 以内${worst}。`
  return `已达上限 ${replications} 次，仍有主要差异的误差超过 ${aim}${worst}。`
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

/** Headline figures of the year told first with a line on the households of each reform; at the end the answer in both languages. */
export function comparisonDigest(input: ComparisonInput): string {
  const [first, last] = input.years
  const people = `${number(input.persons)} persons${input.microdata ? ` of ${input.microdata.personsFile}` : ''}, ${first === last ? first : `${first} to ${last}`}, seed ${input.seed}`
  const head = `${input.base.title.en} (${input.base.name}): ${people}\n${input.reason.en}`
  const isOneYear = new Set(input.reforms.map((reform) => yearShown(input, reform))).size === 1
  const tables =
    isOneYear && input.reforms.length > 1 ? [besideOneAnother(input)] : input.reforms.map((reform) => reformDigest(input, reform))
  const told = LANGUAGES.map((lang) => answers(input, lang).join('\n'))
  return [head, ...tables, ...told.map((text) => `\n${text}`)].join('\n')
}

/** A column for each reform: its figure, and by how much it differs from the base. */
function besideOneAnother(input: ComparisonInput): string {
  const letters = input.reforms.map((_, index) => String.fromCharCode(65 + index))
  const head = [String(yearShown(input, input.reforms[0])), 'base', ...letters]
  const table = new Table({ head, colAligns: head.map((_, index) => (index ? 'right' : 'left')), style: PLAIN })
  const columns = input.reforms.map((reform) => new Map(rowsOf(input, reform).map((one) => [one.row.measure, one])))
  for (const measure of new Set(columns.flatMap((column) => [...column.keys()]))) {
    const found = columns.map((column) => column.get(measure))
    const any = found.find((one) => one !== undefined)
    if (any === undefined) continue
    const { name, base } = comparisonText(any.row, 'en')
    table.push([name, base, ...found.map((one) => (one ? figureOf(one) : '–'))])
  }
  const key = input.reforms.map(
    (reform, index) => `${letters[index]}  ${reform.title.en} (${reform.name}); ${householdsLine(input, reform)}`,
  )
  return `\n${table.toString()}\nin brackets: difference from the base, ${Object.values(MARKS).join(', ')}\n${key.join('\n')}`
}

const PLAIN = { head: [], border: [], compact: true }
const MARKS = { unclear: '~ chance alone may have made it', small: '· too small to matter' }

function figureOf(one: HeadlineRow): string {
  const { reform, difference } = comparisonText(one.row, 'en')
  const effect = effectOf(one)
  if (effect === 'none') return `${reform} (0)`
  return `${reform} (${effect === 'yes' ? '' : MARKS[effect][0]}${difference.replace(' points', '')})`
}

function reformDigest(input: ComparisonInput, reform: ComparedScenario): string {
  const head = [String(yearShown(input, reform)), 'base', 'reform', 'difference', '95 % interval', 'effect']
  const table = new Table({ head, colAligns: head.map((_, index) => (index ? 'right' : 'left')), style: PLAIN })
  for (const one of rowsOf(input, reform)) {
    const { name, base, reform: after, difference, interval } = comparisonText(one.row, 'en')
    table.push([name, base, after, difference, interval, COMPARISON_WORDS.en.effect[effectOf(one)]])
  }
  return [`\n${reform.title.en} (${reform.name})`, table.toString(), householdsLine(input, reform)].join('\n')
}

function householdsLine(input: ComparisonInput, reform: ComparedScenario): string {
  const own = input.winners.filter((row) => row.scenario === reform.name && row.year === yearShown(input, reform) && row.group === '')
  const find = (measure: string) => own.find((row) => row.measure === measure)?.value
  const share = find('winners_share')
  if (share === undefined) return `households: ${input.unpaired[reform.name]?.en ?? 'none was paired'}`
  const amount = (measure: string) => {
    const value = find(measure)
    return value === undefined ? '' : ` (${signed(value, 0)} yuan on average)`
  }
  const lose = part(find('losers_share') ?? 0)
  const care = [
    [find('winners_less_care_share'), 'pay less for less care'],
    [find('losers_more_care_share'), 'pay more for more care'],
  ] as const
  const told = care.flatMap(([of, what]) => (of ? [`${part(of)} ${what}`] : []))
  const among = told.length ? `; ${told.join(', ')}` : ''
  return `households: ${part(share)} win${amount('gain_of_winners')}, ${lose} lose${amount('gain_of_losers')}, ${part(find('unchanged_share') ?? 0)} are unchanged${among}`
}

/** A share in percent; in ten thousand where that would read as none. */
function part(share: number): string {
  return share > 0 && share < 0.0005 ? `${number(share * 1e4, 1)} in 10,000` : percent(share)
}
