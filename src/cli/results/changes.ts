/** What scenarios change, on the terminal: a table for check, some lines at the head of run and compare. */
import Table from 'cli-table3'
import type { InputFile } from '../../policy/located-yaml.ts'
import { type Changed, changedOf, otherDifferences, type Spell, spellsOf } from '../../scenario/changes/changed.ts'
import { setUnread } from '../../scenario/changes/read.ts'
import type { Against } from '../../scenario/changes/row.ts'
import { rowsOfChanges } from '../../scenario/changes/rows.ts'
import type { LoadedScenario } from '../../scenario/load.ts'
import { lawOf, proceduresOf } from '../../scenario/materials.ts'

/** Lines at the head of a run; whatever is left stands in its table. */
const MOST_LINES = 10
const OUTSIDE = '†'

/** What a scenario is held against: the data, or the first scenario of a comparison. */
export function againstData(files: readonly InputFile[], scenario?: LoadedScenario): Against {
  return { data: lawOf(files), procedures: proceduresOf(files), ...(scenario ? { scenario } : {}) }
}

/** For check: each parameter with its years, or one line where there is nothing. */
export function changesTable(one: LoadedScenario, against: Against): string[] {
  const changed = changedOf(rowsOfChanges(one, against))
  if (changed.length === 0) return ['nothing is changed: law, data and mechanisms as they stand', ...unreadLines(one)]
  const table = new Table({
    head: ['parameter', 'years', 'law and data', 'this scenario'],
    colAligns: ['left', 'left', 'right', 'right'],
    style: { head: [], border: [] },
  })
  for (const entry of changed) {
    const spells = spellsOf(entry)
    const column = (text: (spell: Spell) => string) => spells.map(text).join('\n')
    table.push([
      [entry.name, entry.zh, `${entry.en}${unitOf(entry)}`].join('\n'),
      column((spell) => whenText(entry, spell)),
      column(({ base }) => cell(base)),
      column(({ reform, isOutside }) => `${cell(reform)}${isOutside ? ` ${OUTSIDE}` : ''}`),
    ])
  }
  const note = changed.some((entry) => spellsOf(entry).some(({ isOutside }) => isOutside))
  return ['what this scenario changes:', ...table.toString().split('\n'), ...(note ? [OUTSIDE_NOTE] : []), ...unreadLines(one)]
}

/** What is set without effect. */
function unreadLines(one: LoadedScenario): string[] {
  const names = setUnread(one).map((name) => `${name} (${one.law.entry(name).zh})`)
  return names.length > 0 ? [`set, but not read by this run (what it is for is off, or done in another way): ${names.join(', ')}`] : []
}

const OUTSIDE_NOTE = `${OUTSIDE} outside the range in which the data hold the value to be reasonable`

/** For run and compare: a line a parameter, the first of them. */
export function changesLines(one: LoadedScenario, against: Against): string[] {
  const { settings } = one
  const base = against.scenario?.settings
  const head = base ? `${settings.name} against ${base.name}` : settings.name
  const others = base ? otherDifferences(base, settings).map((other) => `${other.name}: ${other.base} → ${other.reform}`) : []
  const lines = [...others, ...changedOf(rowsOfChanges(one, against)).map(changeLine)]
  const unread = unreadLines(one).map((line) => `  ${line}`)
  const none = base ? 'no difference in parameters, mechanisms, procedures and people' : 'nothing is changed, law and data as they stand'
  if (lines.length === 0) return [`${head}: ${none}`, ...unread]
  const more = lines.length - MOST_LINES
  const shown = lines.slice(0, more > 0 ? MOST_LINES : undefined).map((line) => `  ${line}`)
  const note = shown.some((line) => line.includes(OUTSIDE)) ? [`  ${OUTSIDE_NOTE}`] : []
  return [`${head} changes:`, ...shown, ...(more > 0 ? [`  and ${more} more: parameters.csv`] : []), ...note, ...unread]
}

function changeLine(entry: Changed): string {
  const spells = spellsOf(entry).map((spell) => {
    const when = whenText(entry, spell)
    return `${when} ${cell(spell.base)} → ${cell(spell.reform)}${spell.isOutside ? ` ${OUTSIDE}` : ''}`
  })
  return `${entry.name} (${entry.zh})${unitOf(entry)}: ${spells.join(', ')}`
}

/** A change of every year of the run needs no years named. */
function whenText({ rows }: Changed, { when }: Spell): string {
  return rows.length > 1 && when === `${rows[0].year}-${rows[rows.length - 1].year}` ? `all years (${when})` : when
}

/** Words need no unit. */
function unitOf({ unit }: Changed): string {
  return ['mode', 'module', 'date', 'day', ''].includes(unit) ? '' : `, ${unit.replaceAll('_', ' ')}`
}

function cell(value: number | string): string {
  return value === '' ? '–' : String(value)
}
