/** The chapters of the report as HTML, each for one language. */

import { CHARTS } from '../charts/index.ts'
import { type Chart, QUESTIONS } from '../charts/kit/chart.ts'
import { figuresOf } from '../charts/kit/estimates.ts'
import type { Language, RenderedChart, ReportInput, ReportParameter, SourceTitles } from '../charts/kit/input.ts'
import { wordFor } from '../charts/kit/words.ts'
import { isNoCeiling, minusSign } from '../words/amount-of-setting.ts'
import { settingWord, waysIn } from '../words/modes.ts'
import { cited } from './cited.ts'
import { type Cell, escaped, fold, listOf, section, tableOf } from './html.ts'
import { runLimits } from './limits.ts'
import { deviation, nameOf, withInterval, written } from './measures.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

const STATUSES = ['verified', 'unverified', 'assumed', 'scenario'] as const

/** Each chart with its sentence and the table behind it, under the question that it answers. */
export function chartChapter(input: ReportInput, charts: readonly RenderedChart[], lang: Language): string {
  const words = REPORT_WORDS[lang]
  const parts = QUESTIONS.flatMap((question) => {
    const own = CHARTS.filter((chart) => chart.question === question)
    const figures = figuresOfCharts(own, { input, charts, lang })
    return figures ? [`<h3>${escaped(words.chartQuestions[question])}</h3>\n${figures}`] : []
  })
  return parts.length ? section(`charts-${lang}`, words.charts, parts.join('\n')) : ''
}

/** The charts that were drawn, each with its sentence and, unless it stands elsewhere on the page, the table behind it. */
export function figuresOfCharts<Input>(
  shown: readonly Chart<Input>[],
  { input, charts, lang }: { input: Input; charts: readonly RenderedChart[]; lang: Language },
  tables = true,
): string {
  const figures = shown.flatMap((chart) => {
    const picture = charts.find((one) => one.name === chart.name && one.lang === lang)
    if (!picture) return []
    const reading = chart.reading ? `\n<p class="reading">${escaped(chart.reading(lang))}</p>` : ''
    return [
      `<figure id="${escaped(chart.name)}-${lang}">\n${inlined(picture)}\n<figcaption>${escaped(chart.sentence(input, lang))}</figcaption>${reading}\n${tables ? tableBehind(chart, input, lang) : ''}</figure>`,
    ]
  })
  return figures.join('\n')
}

function tableBehind<Input>(chart: Chart<Input>, input: Input, lang: Language): string {
  const { head, rows } = chart.table(input, lang)
  return `${fold(REPORT_WORDS[lang].table, tableOf(chart.title(input, lang), head, rows, 'numbers'))}\n`
}

/** The picture for a page and the one for a telephone, of which the page shows one. Names inside must stay unique in a page that holds several. */
function inlined({ name, lang, svg, narrow }: RenderedChart): string {
  const own = (kind: string, text: string) =>
    text
      .trim()
      .replace(/^<svg /, `<svg data-for="${kind}" `)
      .replace(/ id="([^"]+)"/g, ` id="${name}-${lang}-${kind}-$1"`)
      .replace(/url\(#([^)]+)\)/g, `url(#${name}-${lang}-${kind}-$1)`)
  return narrow === '' ? own('page', svg) : `${own('page', svg)}\n${own('telephone', narrow)}`
}

/** The model beside published figures, with deviation, status and whether the figure was used to fit. */
export function figuresChapter(input: ReportInput, lang: Language): string {
  const words = REPORT_WORDS[lang]
  const figures = figuresOf(input)
  const rows = input.figures.map((figure): Cell[] => {
    const model = figures.estimate(figure.measure, figure.year)
    const write = (value: number) => written(figure.measure, value)
    const kind = figure.status === 'verified' ? '' : 'unverified'
    return [
      nameOf(figure.measure, lang),
      { text: String(figure.year), kind: 'number' },
      { text: model ? withInterval(model, write) : words.noRow, kind: 'number' },
      { text: write(figure.published), kind: `number ${kind}`.trim() },
      { text: model ? deviation(figure.measure, model.mean, figure.published, lang) : '–', kind: 'number' },
      { text: wordFor(words.status, figure.status), kind },
      figure.fitted === undefined ? words.notStated : figure.fitted ? words.fitted : words.notFitted,
      cited(figure.source, input.sources, lang),
    ]
  })
  const content =
    rows.length === 0
      ? `<p>${escaped(words.noFigures)}</p>`
      : `${tableOf(words.figures, words.figureHead, rows, 'published')}\n<p>${escaped(words.figuresNote)}</p>`
  return section(`figures-${lang}`, words.figures, content)
}

const COLON: Readonly<Record<Language, string>> = { en: ': ', zh: '：' }
/** Several dated values in one cell. */
const stops = (text: string, lang: Language) => (lang === 'en' ? text : text.replaceAll('; ', '；').replaceAll(': ', '：'))

/** Each value from its day on; the unit once, or with each amount where a ceiling that never binds stands among them. */
function valuesText({ name, unit: id, values }: ReportParameter, lang: Language): string {
  const unit = REPORT_WORDS[lang].unit[id] ? ` ${REPORT_WORDS[lang].unit[id]}` : ''
  const isOpen = values.map(({ value }) => isNoCeiling(name, value))
  const isApart = isOpen.includes(true)
  const told = values.map(({ from, value }, index) => {
    const own = isApart && !isOpen[index] ? unit : ''
    return `${from === '' ? '' : `${from}: `}${settingWord({ name, unit: id }, value, lang)}${own}`
  })
  return `${told.join('; ')}${isApart ? '' : unit}`
}

/** What the tables of parameters can show of each. */
const COLUMNS = {
  parameter: (one: ReportParameter, lang: Language) => `${one[lang]} (${one.name})`,
  value: (one: ReportParameter, lang: Language) =>
    [stops(minusSign(valuesText(one, lang)), lang), one.outside ? `† ${one.outside.join(', ')}` : ''].filter((part) => part).join(' '),
  status: (one: ReportParameter, lang: Language) => wordFor(REPORT_WORDS[lang].status, one.status),
  range: ({ unit, range }: ReportParameter, lang: Language) =>
    range === undefined ? '–' : unit === 'mode' ? waysIn(range, lang) : minusSign(range),
  source: (one: ReportParameter, lang: Language, titles?: SourceTitles) => cited(one.source, titles, lang),
  reason: (one: ReportParameter, lang: Language) => one.reason?.[lang] ?? '–',
}

/** How many parameters by status; the assumptions in full, the rest folded away. */
export function parametersChapter(input: ReportInput, lang: Language): string {
  const words = REPORT_WORDS[lang]
  const of = (...statuses: readonly ReportParameter['status'][]) => input.parameters.filter((one) => statuses.includes(one.status))
  const counts = STATUSES.map((status) => words.parts(of(status).length, words.status[status])).join(lang === 'en' ? ', ' : '，')
  const table = (caption: string, those: readonly ReportParameter[], columns: readonly (keyof typeof COLUMNS)[]) =>
    tableOf(
      `${caption}${COLON[lang]}${those.length}`,
      columns.map((column) => words.parameterHead[column]),
      those.map((one) => columns.map((column) => COLUMNS[column](one, lang, input.sources))),
      'parameters',
    )
  const [assumed, set, sourced] = [of('assumed'), of('scenario'), of('verified', 'unverified')]
  const parts = [
    `<p>${escaped(words.parameterCount(input, counts))}</p>`,
    assumed.length === 0 ? '' : table(words.assumptions, assumed, ['parameter', 'value', 'range', 'source', 'reason']),
    set.length === 0 ? '' : table(words.scenarioSet, set, ['parameter', 'value', 'source']),
    sourced.length === 0
      ? ''
      : fold(`${words.sourced} (${sourced.length})`, table(words.sourced, sourced, ['parameter', 'value', 'status', 'source'])),
  ]
  if (input.parameters.some((one) => one.outside)) parts.push(`<p>${escaped(words.outsideNote)}</p>`)
  return section(`parameters-${lang}`, words.parameters, parts.filter((part) => part !== '').join('\n'))
}

export const limitsChapter = (input: ReportInput, lang: Language): string =>
  section(`limits-${lang}`, REPORT_WORDS[lang].limits.heading, listOf(runLimits(input, lang)))

/** The command that gives these bytes again. */
export function reproduceChapter(input: ReportInput, lang: Language): string {
  const words = REPORT_WORDS[lang]
  const quoted = (text: string) => `'${text.replaceAll("'", "'\\''")}'`
  const command = `npx hezuo run ${quoted(`scenarios/${input.scenario}.yaml`)} --seed ${quoted(input.seed)} --replications ${input.replications} --out results`
  return section(
    `reproduce-${lang}`,
    words.reproduce,
    `<p>${escaped(words.reproduceText(input))}</p>\n<pre><code>${escaped(command)}</code></pre>`,
  )
}
