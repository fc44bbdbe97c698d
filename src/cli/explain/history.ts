/** hezuo explain --history: the milestones of the scheme, each beside the value that the model uses on that day. */

import { formatDay, yearStart } from '../../kernel/calendar.ts'
import { DICTIONARY } from '../../measures/dictionary.ts'
import type { Law } from '../../policy/law.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import { loadHistory, type Milestone, reached } from '../../policy/lookup/history.ts'
import type { Lang } from '../../words/lang.ts'
import { say, termOf, valueName } from './words.ts'

/** One block of lines a milestone, up to the end of `year` when one is given. `files`: all of data/. Throws InputFaults. */
export function historyText(files: readonly InputFile[], law: Law, lang: Lang, year?: number): string {
  const file = files.find(({ path }) => path === 'data/law/history.yaml')
  if (!file) throw new Error('the installation is incomplete: data/law/history.yaml is missing')
  const milestones = loadHistory(file)
  return (year === undefined ? milestones : reached(milestones, yearStart(year + 1) - 1))
    .map((milestone) => milestoneText(milestone, law, lang))
    .join('\n\n')
}

function milestoneText(milestone: Milestone, law: Law, lang: Lang): string {
  const { parameter, measure, value } = milestone
  const lines = [`${dateText(milestone)}  ${milestone[lang]}`]
  if (parameter) {
    const { value: used, source, status } = law.valueAt(parameter, milestone.day)
    lines.push(
      `    ${say('parameter', lang)} ${parameter} = ${used}  ${termOf(law, parameter, lang)}  [${source}, ${valueName(status, lang)}]`,
    )
  }
  if (measure) lines.push(`    ${say('measure', lang)} ${measure}: ${value}  ${DICTIONARY[measure]?.[lang] ?? ''}`.trimEnd())
  lines.push(`    ${say('document', lang)} ${milestone.document} (R20)`)
  return lines.join('\n')
}

/** As much of the date as the document gives. */
function dateText({ day, precision }: Milestone): string {
  return formatDay(day).slice(0, { year: 4, month: 7, day: 10 }[precision])
}
