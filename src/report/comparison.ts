/** The report of a comparison: headline differences, charts, winners and losers, solvency; one HTML file in two languages. */

import { countiesOf } from '../charts/comparison/answer/by-county.ts'
import { allAnswers, pairsTitled } from '../charts/comparison/answer/pairs.ts'
import { effectCharts, householdCharts, solvencyCharts } from '../charts/comparison/index.ts'
import type { ComparedScenario, ComparisonInput } from '../charts/comparison/input.ts'
import { rowsOf, rowsOfCounty, yearShown } from '../charts/comparison/largest.ts'
import { comparisonText } from '../charts/comparison/text.ts'
import { groupOf, householdsOf } from '../charts/comparison/winners-groups.ts'
import { COMPARISON_WORDS } from '../charts/comparison/words.ts'
import type { Language, RenderedChart } from '../charts/kit/input.ts'
import { largeNumber, number, numberSeen, percent, withBounds } from '../charts/kit/text.ts'
import { TOTAL_AREA } from '../measures/areas.ts'
import type { WinnersRow } from '../measures/protection/winners.ts'
import type { HeadlineRow } from '../measures/statistics/headline.ts'
import type { SolvencyRow } from '../measures/statistics/solvency.ts'
import { EFFECTS } from '../words/effects.ts'
import { groupWords } from '../words/groups.ts'
import { amendmentsChapter } from './amendments.ts'
import { changesChapter } from './changes.ts'
import { figuresOfCharts } from './chapters.ts'
import { hangsOnChapter, hangsOnOf, hangsOnTable } from './hangs-on.ts'
import { type Cell, escaped, fold, listOf, section, tableOf } from './html.ts'
import { comparisonLimits, ownPeople } from './limits.ts'
import { page } from './page.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

/** @param charts as drawn from `comparisonCharts` for the same input */
export function renderComparison(input: ComparisonInput, charts: readonly RenderedChart[]): string {
  const first = input.reforms[0]
  const title = (lang: Language) => COMPARISON_WORDS[lang].title(first.title[lang], input.base.title[lang])
  return page({ en: title('en'), zh: title('zh') }, (lang) => article(input, charts, lang, title(lang)))
}

function article(input: ComparisonInput, charts: readonly RenderedChart[], lang: Language, title: string): string {
  const words = REPORT_WORDS[lang].comparison
  const { htmlLang } = REPORT_WORDS[lang]
  const figures = figuresOfCharts(effectCharts(input), { input, charts, lang }, false)
  return `<article lang="${htmlLang}">
<p class="kicker">${escaped(words.kicker)}</p>
<h1>${escaped(title)}</h1>
${allAnswers(input, lang)
  .map((text) => `<p class="answer">${escaped(text)}</p>`)
  .join('\n')}
${section(`asked-${lang}`, words.asked, `<p>${escaped(words.question(input))}</p>\n${facts(input, lang)}`)}
${changesChapter(input.reforms, { against: 'base', sources: input.sources }, lang)}${figures === '' ? '' : section(`charts-${lang}`, words.charts, figures)}
${section(`headlines-${lang}`, words.headlines, `${allEffects(input, lang)}\n<p>${escaped(words.effectNote)}</p>`)}
${hangsOn(input, lang)}
${section(`households-${lang}`, words.households, `${figuresOfCharts(householdCharts(input), { input, charts, lang })}\n${households(input, lang)}`)}
${section(`solvency-${lang}`, words.solvency, `${figuresOfCharts(solvencyCharts(input), { input, charts, lang })}\n${solvency(input, lang)}`)}
${amendmentsChapter([input.base, ...input.reforms], lang)}${section(`limits-${lang}`, REPORT_WORDS[lang].limits.heading, listOf(comparisonLimits(input, lang)))}
${section(`reports-${lang}`, words.reports, reports(input, lang))}
</article>`
}

/** Of each reform, and of each further pair, what the differences of the year told first hang on. */
function hangsOn(input: ComparisonInput, lang: Language): string {
  const tables = [input, ...pairsTitled(input)].flatMap((of) =>
    of.reforms.map((reform) => {
      const year = yearShown(of, reform)
      const caption = REPORT_WORDS[lang].hangsOn.titleOf(reform.title[lang], year)
      return hangsOnTable(hangsOnOf(of.hangsOn ?? [], reform.name, of.base.name, year), caption, lang)
    }),
  )
  return hangsOnChapter(tables, lang)
}

function facts(input: ComparisonInput, lang: Language): string {
  const { facts: names } = REPORT_WORDS[lang]
  const words = REPORT_WORDS[lang].comparison
  const [first, last] = input.years
  const known: readonly (readonly [string, string])[] = [
    [words.scenario, input.base.name],
    [COMPARISON_WORDS[lang].head.reform, input.reforms.map((one) => one.name).join(', ')],
    [names.years, first === last ? String(first) : `${first}–${last}`],
    [names.persons, number(input.persons)],
    ...ownPeople(input.microdata, lang),
    [names.replications, String(input.replications)],
    [names.seed, input.seed],
    [names.version, input.version],
  ]
  return `<dl class="facts">${known.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>`
}

const numeric = (text: string): Cell => ({ text, kind: 'number' })

/** Headline figures with their differences. */
function effectsTable(caption: string, rows: readonly HeadlineRow[], lang: Language): string {
  const { head } = COMPARISON_WORDS[lang]
  const names = [head.measure, head.base, head.reform, head.difference, head.interval, head.effect]
  const cells = rows.map((one): Cell[] => {
    const text = comparisonText(one.row, lang)
    return [text.name, ...[text.base, text.reform, text.difference, text.interval].map(numeric), EFFECTS[one.row.effect][lang]]
  })
  return tableOf(caption, names, cells, 'numbers')
}

/** 分县 The same of each county by itself, in the year told first, folded away. */
function countyTables(input: ComparisonInput, reform: ComparedScenario, lang: Language): string {
  const { effects } = REPORT_WORDS[lang].counties
  const tables = (input.counties ?? []).map((county) => {
    const caption = effects(reform.title[lang], county.title[lang], yearShown(input, reform))
    return `\n${fold(caption, effectsTable(caption, rowsOfCounty(input, reform, county), lang))}`
  })
  return tables.join('')
}

/** Of each reform, and of each further pair. */
function allEffects(input: ComparisonInput, lang: Language): string {
  const tables = [input, ...pairsTitled(input)].flatMap((of) =>
    of.reforms.map((reform) => effectsTables(of, reform, lang) + countyTables(of, reform, lang)),
  )
  return tables.join('\n')
}

/** Every headline figure of the year told first, which the picture shows; the other years are folded away. */
function effectsTables(input: ComparisonInput, reform: ComparedScenario, lang: Language): string {
  const { effects } = REPORT_WORDS[lang].comparison
  const [first, last] = input.years
  const shown = yearShown(input, reform)
  const years = [shown, ...Array.from({ length: last - first + 1 }, (_, index) => last - index).filter((year) => year !== shown)]
  const tables = years.map((year) => {
    const caption = effects(reform.title[lang], year)
    const table = effectsTable(caption, rowsOf(input, reform, year), lang)
    return year === shown ? table : fold(caption, table)
  })
  return tables.join('\n')
}

/** Winners and losers of the year told first, reform by reform; the other years are folded away. */
function households(input: ComparisonInput, lang: Language): string {
  const words = REPORT_WORDS[lang].comparison
  return `${[input, ...pairsTitled(input)].flatMap((of) => winnersTables(of, lang)).join('\n')}\n<p>${escaped(words.winnersNote)}</p>`
}

function winnersTables(input: ComparisonInput, lang: Language): string[] {
  const words = REPORT_WORDS[lang].comparison
  return input.reforms.flatMap((reform) => {
    const why = input.unpaired[reform.name]
    if (why) return [`<p>${escaped(`${reform.title[lang]}${lang === 'en' ? ': ' : '：'}${why[lang]}`)}</p>`]
    const own = input.winners.filter((row) => row.scenario === reform.name)
    const shown = yearShown(input, reform)
    const years = [...new Set(own.map((row) => row.year))].sort((a, b) => Number(b === shown) - Number(a === shown) || b - a)
    return years.map((year, index) => {
      const caption = words.winnersOf(reform.title[lang], year)
      const table = tableOf(
        caption,
        words.winnersHead,
        winnersTable(householdsOf(input, reform, year), lang, titlesOf(input, reform)),
        'numbers',
      )
      return index === 0 ? table : fold(caption, table)
    })
  })
}

const SHARES = ['winners_share', 'winners_less_care_share', 'losers_share', 'losers_more_care_share', 'unchanged_share']

function winnersTable(households: ReturnType<typeof householdsOf>, lang: Language, titles: Titles): Cell[][] {
  const share = (row: WinnersRow) => withBounds(row, percent)
  const yuan = (row: WinnersRow) => withBounds(row, (value) => numberSeen(value, 1))
  return [...households].map(([group, rows]) => {
    const cell = (measure: string, write: (row: WinnersRow) => string): Cell => {
      const row = rows.get(measure)
      return numeric(row ? write(row) : '–')
    }
    const shares = SHARES.map((measure) => cell(measure, share))
    const amounts = ['gain', 'gain_of_winners', 'gain_of_losers'].map((measure) => cell(measure, yuan))
    return [groupWord(group, lang, titles), cell('households', (row) => number(row.value)), ...shares, ...amounts]
  })
}

/** Of all counties together, or of the only one; then, folded away, 分县 of each: a fund that lasts may stand beside one that does not. */
function solvency(input: ComparisonInput, lang: Language): string {
  const words = REPORT_WORDS[lang].comparison
  const areas = new Map<string, SolvencyRow[]>()
  for (const row of input.solvency) {
    const own = areas.get(row.area)
    if (own) own.push(row)
    else areas.set(row.area, [row])
  }
  const whole = areas.has(TOTAL_AREA) ? TOTAL_AREA : [...areas.keys()][0]
  const table = (caption: string, area: string) =>
    tableOf(caption, words.solvencyHead, lastingRows(input, areas.get(area) ?? [], lang), 'numbers')
  const counties = countiesOf(input).map(({ name, title }) => {
    const caption = REPORT_WORDS[lang].counties.solvency(title[lang])
    return `\n${fold(caption, table(caption, name))}`
  })
  return `${table(words.solvency, whole)}${counties.join('')}\n<p>${escaped(words.solvencyNote)}</p>`
}

/** A row a scenario and year. */
function lastingRows(input: ComparisonInput, all: readonly SolvencyRow[], lang: Language): Cell[][] {
  const scenarios = [input.base, ...input.reforms]
  const years = [...new Set(all.map((row) => row.year))].sort((a, b) => a - b)
  return scenarios.flatMap(({ name, title }) =>
    years.map((year): Cell[] => {
      const own = all.filter((row) => row.scenario === name && row.year === year && row.month === undefined)
      const cell = (measure: string, group: string, write: (row: SolvencyRow) => string): Cell => {
        const row = own.find((one) => one.measure === measure && one.group === group)
        return numeric(row ? write(row) : '–')
      }
      const chance = ({ value, lower = 0, upper = 1 }: SolvencyRow) => `${percent(value, 0)} [${percent(lower, 0)}; ${percent(upper, 0)}]`
      const balance = ({ value }: SolvencyRow) => largeNumber(value, lang)
      return [
        title[lang],
        numeric(String(year)),
        ...['deficit', 'deficit_so_far', 'insolvent_so_far'].map((measure) => cell(measure, '', chance)),
        ...['0.05', '0.5', '0.95'].map((share) => cell('cumulative_balance', `quantile=${share}`, balance)),
        cell('reserve_months', '', ({ value }) => number(value, 1)),
      ]
    }),
  )
}

function reports(input: ComparisonInput, lang: Language): string {
  const links = [input.base, ...input.reforms].map(
    ({ name, title }) => `<li><a href="${escaped(encodeURIComponent(`${name}-report.html`))}">${escaped(title[lang])}</a></li>`,
  )
  return `<ul>\n${links.join('\n')}\n</ul>`
}

/** A group that the reform sets, and a county, by the column group. */
type Titles = ReadonlyMap<string, ComparedScenario['title']>

function titlesOf({ counties = [] }: ComparisonInput, { groups = [] }: ComparedScenario): Titles {
  const own = groups.map(({ name, title }) => [`group=${name}`, title] as const)
  return new Map([...own, ...counties.map((county) => [groupOf(county), county.title] as const)])
}

/** What goes by a title goes by its own. */
function groupWord(group: string, lang: Language, titles: Titles): string {
  if (group === '') return REPORT_WORDS[lang].comparison.everybody
  return (titles.get(group) ?? groupWords(group))?.[lang] ?? group
}
