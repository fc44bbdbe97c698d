/** 分县 The chapter of counties that the scenario describes one by one: their headline measures side by side. */
import type { Language, ReportInput } from '../charts/kit/input.ts'
import { TOTAL_AREA } from '../measures/areas.ts'
import { HEADLINE_MEASURES } from '../measures/statistics/headline-table.ts'
import { type Cell, escaped, fold, section, tableOf } from './html.ts'
import { nameOf, written } from './measures.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

/** A wider table is not read; the others stand in annual.csv. */
const MOST_COLUMNS = 12

/** Besides the headline measures. */
const FIRST = ['enrolled', 'income_per_head', 'premium_standard', 'subsidy_standard', 'income_per_member'] as const

/** Empty where counties are alike. */
export function countiesChapter(input: ReportInput, lang: Language): string {
  const { counties = [], years } = input
  if (counties.length < 2) return ''
  const words = REPORT_WORDS[lang].counties
  const [first, last] = years
  const tables = Array.from({ length: last - first + 1 }, (_, index) => last - index).map((year) => {
    const table = yearTable(input, year, lang)
    return year === last ? table : fold(words.table(year), table)
  })
  const more = counties.length > MOST_COLUMNS ? [words.more(MOST_COLUMNS, counties.length)] : []
  const notes = [...more, words.note].map((note) => `<p>${escaped(note)}</p>`)
  return `${section(`counties-${lang}`, words.heading, [...tables, ...notes].join('\n'))}\n`
}

/** A row a measure, a column a county, then all of them. */
function yearTable({ counties = [], summary }: ReportInput, year: number, lang: Language): string {
  const words = REPORT_WORDS[lang].counties
  const areas = [...counties.slice(0, MOST_COLUMNS).map(({ name }) => name), TOTAL_AREA]
  const own = summary.filter((row) => row.year === year && row.group === '' && areas.includes(row.area))
  const means = new Map(own.map(({ area, measure, mean }) => [`${area}|${measure}`, mean]))
  const rows = [...FIRST, ...HEADLINE_MEASURES].flatMap((measure): Cell[][] => {
    const found = areas.map((area) => means.get(`${area}|${measure}`))
    if (found.every((mean) => mean === undefined)) return []
    const cells = found.map((mean): Cell => ({ text: mean === undefined ? '–' : written(measure, mean), kind: 'number' }))
    return [[nameOf(measure, lang), ...cells]]
  })
  const titles = counties.slice(0, MOST_COLUMNS).map(({ title }) => title[lang])
  return tableOf(words.table(year), [words.measure, ...titles, words.all], rows, 'numbers')
}
