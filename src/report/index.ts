/** The report of a run: one HTML file in two languages that needs neither script nor network. */
import { CHARTS } from '../charts/index.ts'
import type { Language, RenderedChart, ReportInput } from '../charts/kit/input.ts'
import { number } from '../charts/kit/text.ts'
import { amendmentsChapter } from './amendments.ts'
import { changesChapter } from './changes.ts'
import { chartChapter, figuresChapter, limitsChapter, parametersChapter, reproduceChapter } from './chapters.ts'
import { countiesChapter } from './counties.ts'
import { keyFindings } from './findings.ts'
import { hangsOnChapter, hangsOnOf, hangsOnTable } from './hangs-on.ts'
import { escaped, listOf, section } from './html.ts'
import { ownPeople } from './limits.ts'
import { page } from './page.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

/**
 * Writes the report. Both languages stand in the file, one article each; radio buttons and CSS show one or both,
 * and without CSS they follow one another.
 * @param charts as `renderCharts` gave them for the same input; a chart not among them is left out
 */
export function renderReport(input: ReportInput, charts: readonly RenderedChart[]): string {
  return page(input.title, (lang) => article(input, charts, lang))
}

function article(input: ReportInput, charts: readonly RenderedChart[], lang: Language): string {
  const words = REPORT_WORDS[lang]
  return `<article lang="${words.htmlLang}">
<p class="kicker">${escaped(words.kicker)}</p>
<h1>${escaped(input.title[lang])}</h1>
<p class="answer">${escaped(leadOf(input, lang))}</p>
${section(`asked-${lang}`, words.asked, `<p>${escaped(words.question(input))}</p>\n${facts(input, lang)}`)}
${section(`findings-${lang}`, words.findings.heading, `<div class="findings">${listOf(keyFindings(input, lang))}</div>`)}
${hangsOnChapter([hangsOnTable(hangsOnOf(input.hangsOn ?? [], input.scenario, '', input.years[1]), words.hangsOn.title(input.years[1]), lang)], lang)}
${changesChapter([input], { against: 'data', sources: input.sources }, lang)}${countiesChapter(input, lang)}${chartChapter(input, charts, lang)}
${figuresChapter(input, lang)}
${limitsChapter(input, lang)}
${reproduceChapter(input, lang)}
${amendmentsChapter([input], lang)}${parametersChapter(input, lang)}
</article>`
}

/** What the first picture finds: the answer to the first question. */
const leadOf = (input: ReportInput, lang: Language): string => `${CHARTS[0].title(input, lang)}${{ en: '.', zh: '。' }[lang]}`

function facts(input: ReportInput, lang: Language): string {
  const { facts: words } = REPORT_WORDS[lang]
  const [first, last] = input.years
  const known: readonly (readonly [string, string])[] = [
    [words.scenario, input.scenario],
    [words.years, first === last ? String(first) : `${first}–${last}`],
    [words.persons, number(input.persons)],
    ...ownPeople(input.microdata, lang),
    [words.replications, String(input.replications)],
    [words.seed, input.seed],
    [words.version, input.version],
  ]
  return `<dl class="facts">${known.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>`
}
