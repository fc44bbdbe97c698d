/** The report of a run: one HTML file in two languages that needs neither script nor network. */
import { LANGUAGES, type Language, type RenderedChart, type ReportInput } from '../charts/input.ts'
import { number } from '../charts/text.ts'
import { chartChapter, figuresChapter, limitsChapter, parametersChapter, reproduceChapter } from './chapters.ts'
import { keyFindings } from './findings.ts'
import { escaped, listOf, section } from './html.ts'
import { STYLE } from './style.ts'
import { REPORT_WORDS } from './words.ts'

/**
 * Writes the report. Both languages stand in the file, one article each; radio buttons and CSS show one or both,
 * and without CSS they follow one another.
 * @param charts as `renderCharts` gave them for the same input; a chart not among them is left out
 */
export function renderReport(input: ReportInput, charts: readonly RenderedChart[]): string {
  const { en, zh } = REPORT_WORDS
  const choice = (id: string, label: string, lang: string, checked: boolean) =>
    `<label lang="${lang}"><input type="radio" name="language" id="${id}"${checked ? ' checked' : ''}> ${escaped(label)}</label>`
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(input.title.en)} · ${escaped(input.title.zh)}</title>
<style>${STYLE}</style>
</head>
<body>
<div class="switch" role="radiogroup" aria-label="${escaped(en.language)} / ${escaped(zh.language)}">
${choice('show-en', en.name, 'en', true)}${choice('show-zh', zh.name, 'zh-Hans', false)}${choice('show-both', `${en.both} / ${zh.both}`, 'en', false)}
</div>
<main>
${LANGUAGES.map((lang) => article(input, charts, lang)).join('\n')}
</main>
</body>
</html>
`
}

function article(input: ReportInput, charts: readonly RenderedChart[], lang: Language): string {
  const words = REPORT_WORDS[lang]
  return `<article lang="${words.htmlLang}">
<p class="kicker">${escaped(words.kicker)}</p>
<h1>${escaped(input.title[lang])}</h1>
${section(`asked-${lang}`, words.asked, `<p>${escaped(words.question(input))}</p>\n${facts(input, lang)}`)}
${section(`findings-${lang}`, words.findings, `<div class="findings">${listOf(keyFindings(input, lang))}</div>`)}
${chartChapter(input, charts, lang)}
${figuresChapter(input, lang)}
${limitsChapter(input, lang)}
${reproduceChapter(input, lang)}
${parametersChapter(input, lang)}
</article>`
}

function facts(input: ReportInput, lang: Language): string {
  const { facts: words } = REPORT_WORDS[lang]
  const [first, last] = input.years
  const known: readonly (readonly [string, string])[] = [
    [words.scenario, input.scenario],
    [words.years, first === last ? String(first) : `${first}–${last}`],
    [words.persons, number(input.persons)],
    [words.replications, String(input.replications)],
    [words.seed, input.seed],
    [words.version, input.version],
  ]
  return `<dl class="facts">${known.map(([name, value]) => `<div><dt>${escaped(name)}</dt><dd>${escaped(value)}</dd></div>`).join('')}</dl>`
}
