/** hezuo explain --history: the milestones of the scheme, each beside the value that the model uses on that day. */

import { formatDay, yearStart } from '../../kernel/calendar.ts'
import { DICTIONARY } from '../../measures/dictionary.ts'
import type { Law } from '../../policy/law.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import { loadHistory, type Milestone, reached } from '../../policy/lookup/history.ts'
import type { Lang } from '../../words/lang.ts'
import { foldedLines } from './fold.ts'
import { type Titles, titlesOf } from './titles.ts'
import { say, termOf } from './words.ts'

/** One block of lines a milestone, up to the end of `year` when one is given. `files`: all of data/. Throws InputFaults. */
export function historyText(files: readonly InputFile[], law: Law, lang: Lang, year?: number): string {
  const file = files.find(({ path }) => path === 'data/law/history.yaml')
  if (!file) throw new Error('the installation is incomplete: data/law/history.yaml is missing')
  const milestones = loadHistory(file)
  const titles = titlesOf(files, lang)
  const told = year === undefined ? milestones : reached(milestones, yearStart(year + 1) - 1)
  const documents = [...new Set(told.map(({ document }) => document))].sort()
  const blocks = told.map((milestone) => milestoneText(milestone, law, titles, lang))
  return foldedLines([...blocks, ...(documents.length > 0 ? [titles.list(documents)] : [])].join('\n\n'))
}

function milestoneText(milestone: Milestone, law: Law, titles: Titles, lang: Lang): string {
  const { parameter, measure, value } = milestone
  const lines = [`${dateText(milestone)}  ${milestone[lang]}`]
  if (parameter) {
    const { value: used, source, status } = law.valueAt(parameter, milestone.day)
    lines.push(
      `    ${say('parameter', lang)} ${parameter} = ${used}  ${termOf(law, parameter, lang)}  [${titles.authority({ source, status })}]`,
    )
  }
  if (measure) lines.push(`    ${say('measure', lang)} ${measure}: ${value}  ${DICTIONARY[measure]?.[lang] ?? ''}`.trimEnd())
  lines.push(`    ${say('document', lang)} ${titles.short([milestone.document])}${lang === 'en' ? ' (R20 history)' : '（R20 制度沿革）'}`)
  return lines.join('\n')
}

/** As much of the date as the document gives. */
function dateText({ day, precision }: Milestone): string {
  return formatDay(day).slice(0, { year: 4, month: 7, day: 10 }[precision])
}
