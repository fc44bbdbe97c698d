/** What scenarios change, on the terminal: a table for check, some lines at the head of run and compare. */
import Table from 'cli-table3'
import type { InputFile } from '../../policy/located-yaml.ts'
import { type Changed, changedOf, ofWhom, otherDifferences, type Spell, spellsOf } from '../../scenario/changes/changed.ts'
import { setUnread } from '../../scenario/changes/read.ts'
import type { Against } from '../../scenario/changes/row.ts'
import { rowsOfChanges } from '../../scenario/changes/rows.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import { lawOf, proceduresOf } from '../../scenario/materials.ts'
import { minusSign, settingText } from '../../words/amount-of-setting.ts'
import type { Lang } from '../../words/lang.ts'
import { modeWord } from '../../words/modes.ts'
import { unitAlone } from '../../words/units.ts'
import { CHANGE_WORDS } from './change-words.ts'

/** Lines at the head of a run; whatever is left stands in its table. */
const MOST_LINES = 10
/** Of a table of check: nobody reads more of it. */
const MOST_IN_TABLE = 100
const OUTSIDE = '†'

/** What a scenario is held against: the data, or the first scenario of a comparison. */
export function againstData(files: readonly InputFile[], scenario?: LoadedScenario): Against {
  return { data: lawOf(files), procedures: proceduresOf(files), ...(scenario ? { scenario } : {}) }
}

/** For check: each parameter with its years, or one line where there is nothing. */
export function changesTable(one: LoadedScenario, against: Against, lang: Lang): string[] {
  const words = CHANGE_WORDS[lang]
  const changed = changedOf(rowsOfChanges(one, against))
  if (changed.length === 0) return [words.nothing, ...unreadLines(one, lang)]
  const table = new Table({
    head: words.head,
    colAligns: ['left', 'left', 'right', 'right'],
    style: { head: [], border: [] },
  })
  for (const entry of changed.slice(0, MOST_IN_TABLE)) {
    const spells = spellsOf(entry)
    const column = (text: (spell: Spell) => string) => spells.map(text).join('\n')
    const names = lang === 'en' ? [entry.zh, `${entry.en}${unitOf(entry, lang)}`] : [`${entry.zh}${unitOf(entry, lang)}`]
    table.push([
      [withCounty(entry, entry.name, lang), ...names].join('\n'),
      column((spell) => whenText(entry, spell, lang)),
      column(({ base }) => cell(entry, base, lang)),
      column(({ reform, isOutside }) => `${cell(entry, reform, lang)}${isOutside ? ` ${OUTSIDE}` : ''}`),
    ])
  }
  const note = changed.some((entry) => spellsOf(entry).some(({ isOutside }) => isOutside))
  const more = changed.length > MOST_IN_TABLE ? [words.moreOfRun(changed.length - MOST_IN_TABLE)] : []
  return [words.heading, ...table.toString().split('\n'), ...more, ...(note ? [outsideNote(lang)] : []), ...unreadLines(one, lang)]
}

/** What is set without effect. */
function unreadLines(one: LoadedScenario, lang: Lang): string[] {
  const { unread, named, comma } = CHANGE_WORDS[lang]
  const names = setUnread(one).map((name) => named(name, one.law.entry(name).zh))
  return names.length > 0 ? [unread(names.join(comma))] : []
}

const outsideNote = (lang: Lang) => `${OUTSIDE} ${CHANGE_WORDS[lang].outside}`

/** For run and compare: a line a parameter, the first of them. */
export function changesLines(one: LoadedScenario, against: Against, lang: Lang): string[] {
  const words = CHANGE_WORDS[lang]
  const { settings } = one
  const base = against.scenario
  const head = base ? words.against(settings.name, base.settings.name) : settings.name
  const others = base ? otherDifferences(base, one).map((other) => `${other.name}${words.colon}${other.base} → ${other.reform}`) : []
  const lines = [...others, ...changedOf(rowsOfChanges(one, against)).map((entry) => changeLine(entry, lang))]
  const unread = unreadLines(one, lang).map((line) => `  ${line}`)
  if (lines.length === 0) return [`${head}${words.colon}${base ? words.none.base : words.none.data}`, ...unread]
  const more = lines.length - MOST_LINES
  const shown = lines.slice(0, more > 0 ? MOST_LINES : undefined).map((line) => `  ${line}`)
  const note = shown.some((line) => line.includes(OUTSIDE)) ? [`  ${outsideNote(lang)}`] : []
  return [words.changes(head), ...shown, ...(more > 0 ? [`  ${words.more(more)}`] : []), ...note, ...unread]
}

function changeLine(entry: Changed, lang: Lang): string {
  const { named, colon, comma } = CHANGE_WORDS[lang]
  const spells = spellsOf(entry).map((spell) => {
    const when = whenText(entry, spell, lang)
    return `${when} ${cell(entry, spell.base, lang)} → ${cell(entry, spell.reform, lang)}${spell.isOutside ? ` ${OUTSIDE}` : ''}`
  })
  return `${withCounty(entry, named(entry.name, entry.zh), lang)}${unitOf(entry, lang)}${colon}${spells.join(comma)}`
}

/** What one county or group has of its own goes by its name. */
function withCounty(entry: Changed, text: string, lang: Lang): string {
  const county = ofWhom(entry)
  return county === undefined ? text : `${county}${CHANGE_WORDS[lang].colon}${text}`
}

/** A change of every year of the run needs no years named. */
function whenText({ rows }: Changed, { when }: Spell, lang: Lang): string {
  const { all, from, until } = CHANGE_WORDS[lang]
  if (rows.length > 1 && when === `${rows[0].year}-${rows[rows.length - 1].year}`) return all(when)
  const [, day, begin, year] = /^from (.+)$|^(\S+) to (\S+)$/.exec(when) ?? []
  if (day !== undefined) return from(day)
  return begin === undefined ? when : until(begin, year)
}

/** Words need no unit. */
function unitOf({ unit }: Changed, lang: Lang): string {
  return ['mode', 'module', 'date', 'day', ''].includes(unit) ? '' : `${CHANGE_WORDS[lang].comma}${unitAlone(unit, lang)}`
}

/** Ways by their id in English, as a file has them, and in words in Chinese. */
function cell({ name }: Changed, value: number | string, lang: Lang): string {
  if (value === '') return '–'
  const text = minusSign(settingText(name, value, lang))
  return lang === 'en' ? text : modeWord(text, lang)
}
