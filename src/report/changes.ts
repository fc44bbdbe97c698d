/** The chapter of what a scenario changes: the series in effect year by year, base beside scenario. */
import type { Language, SourceTitles } from '../charts/kit/input.ts'
import { wordFor } from '../charts/kit/words.ts'
import { type Changed, differs, ofWhom } from '../scenario/changes/changed.ts'
import { minusSign, settingText } from '../words/amount-of-setting.ts'
import { modeWord } from '../words/modes.ts'
import { cited } from './cited.ts'
import { type Cell, escaped, section, tableOf } from './html.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

/** Of one scenario, or of several reforms held against a base, each under its title. */
interface ChangingScenario {
  readonly title: Readonly<Record<Language, string>>
  readonly changes?: readonly Changed[]
}

const OUTSIDE = '‡'
const COMMA = { en: ', ', zh: '，' }
const COLON = { en: ': ', zh: '：' }
const SEMICOLON = { en: '; ', zh: '；' }

/** What changes are held against: law and data, or the base of a comparison; and what their sources are called. */
interface Against {
  readonly against: 'data' | 'base'
  readonly sources?: SourceTitles
}

/** Empty where nothing is known of changes. */
export function changesChapter(scenarios: readonly ChangingScenario[], held: Against, lang: Language): string {
  const { against } = held
  const words = REPORT_WORDS[lang].changes
  const told = scenarios.filter(({ changes }) => changes !== undefined)
  if (told.length === 0) return ''
  const parts = told.map(({ title, changes = [] }) => {
    const head = scenarios.length > 1 ? `<h3>${escaped(title[lang])}</h3>\n` : ''
    return head + (changes.length === 0 ? `<p>${escaped(words.none[against])}</p>` : tables(changes, held, lang))
  })
  const all = told.flatMap(({ changes = [] }) => changes.flatMap(({ rows }) => rows))
  const notes = [
    ...(all.length > 0 ? [words.note[against]] : []),
    ...(all.some(({ inRange }) => inRange === 'no') ? [`${OUTSIDE} ${words.outside}`] : []),
  ]
  const content = [...parts, ...notes.map((note) => `<p>${escaped(note)}</p>`)].join('\n')
  return `${section(`changes-${lang}`, words.heading, content)}\n`
}

/** Parameters with their years; below them what is the same in all years. */
function tables(changes: readonly Changed[], held: Against, lang: Language): string {
  const isSwitch = ({ name }: Changed) => /^(mechanisms|procedures|amend)\./.test(name)
  const parameters = changes.filter((one) => !isSwitch(one))
  const switches = changes.filter(isSwitch)
  return [
    ...(parameters.length > 0 ? [seriesTable(parameters, held, lang)] : []),
    ...(switches.length > 0 ? [switchTable(switches, held.against, lang)] : []),
  ].join('\n')
}

/** Two rows a parameter: what it would be, and what it is. */
function seriesTable(changes: readonly Changed[], { against, sources }: Against, lang: Language): string {
  const words = REPORT_WORDS[lang].changes
  const rows = changes.flatMap((one) => one.rows)
  const years = [...new Map(rows.map(({ year, period }) => [year, period]))].sort(([a], [b]) => a - b)
  const yearHeads = years.map(([year, period]) => `${year}${words.period[period] ?? ''}`)
  const head = [words.head.parameter, '', ...yearHeads, words.head.source, words.head.status, words.head.setBy]
  const series = (of: Changed, side: 'base' | 'reform') =>
    years.map(
      ([year]): Cell => ({
        text: yearText({ name: of.name, rows: of.rows.filter((row) => row.year === year) }, side, lang),
        kind: 'number',
      }),
    )
  const body = changes.flatMap((one): Cell[][] => [
    [named(one, lang), words.side[against], ...series(one, 'base'), ...origin(one, 'base', { lang, sources }), ''],
    ['', words.side.scenario, ...series(one, 'reform'), ...origin(one, 'reform', { lang, sources }), settersOf(one, lang)],
  ])
  return tableOf(words.parameters, head, body, 'series')
}

function named(one: Changed, lang: Language): string {
  const unit = REPORT_WORDS[lang].unit[one.unit]
  const county = ofWhom(one)
  const name = `${county === undefined ? '' : `${county}${COLON[lang]}`}${one[lang]} (${one.name})`
  return unit ? `${name}${COMMA[lang]}${unit}` : name
}

/** The value of a year; what begins to hold within it stands with its day. */
function yearText({ name, rows }: Pick<Changed, 'name' | 'rows'>, side: 'base' | 'reform', lang: Language): string {
  const parts = rows.map((row, index) => {
    const mark = side === 'reform' && row.inRange === 'no' ? ` ${OUTSIDE}` : ''
    const text = `${valueText(name, row[side], lang)}${mark}`
    const isNew = index === 0 || rows[index - 1][side] !== row[side]
    return !isNew ? '' : index === 0 ? text : REPORT_WORDS[lang].changes.fromDay(row.from.slice(5), text)
  })
  return parts.filter((part) => part !== '').join(SEMICOLON[lang]) || '–'
}

function valueText(name: string, value: number | string, lang: Language): string {
  return value === '' ? '–' : minusSign(modeWord(settingText(name, value, lang), lang))
}

interface Titled {
  readonly lang: Language
  readonly sources?: SourceTitles
}

/** Source and status. */
function origin({ rows }: Changed, side: 'base' | 'reform', { lang, sources }: Titled): string[] {
  // of the scenario's series what is another than the base's; that it set it itself, its status tells
  const own = side === 'base' ? rows : rows.filter(differs)
  const ids = own.map((row) => (side === 'base' ? row.baseSource : row.status === 'scenario' ? '' : row.source))
  const statuses = own.map((row) => wordFor(REPORT_WORDS[lang].status, side === 'base' ? row.baseStatus : row.status))
  const told = [...new Set(statuses)].filter((one) => one !== '').join(SEMICOLON[lang])
  return [cited(ids.join(', '), sources, lang), told].map((text) => text || '–')
}

function settersOf({ rows }: Changed, lang: Language): string {
  const { setBy } = REPORT_WORDS[lang].changes
  return [...new Set(rows.filter(differs).map((row) => row.setBy))].map((one) => setBy[one] ?? one).join(SEMICOLON[lang])
}

function switchTable(changes: readonly Changed[], against: 'data' | 'base', lang: Language): string {
  const words = REPORT_WORDS[lang].changes
  const head = [words.head.parameter, words.side[against], words.side.scenario, words.head.setBy]
  const body = changes.map((one): Cell[] => {
    const [row] = one.rows
    const mark = row.inRange === 'no' ? ` ${OUTSIDE}` : ''
    return [named(one, lang), valueText(one.name, row.base, lang), `${valueText(one.name, row.reform, lang)}${mark}`, settersOf(one, lang)]
  })
  return tableOf(words.switches, head, body, 'parameters')
}
