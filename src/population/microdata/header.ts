/** Do a user's files have the columns they must have? Misspelt ones are told with the name that was probably meant. */
import { nearestName } from '../../kernel/errors.ts'
import { type ColumnRule, PERSON_COLUMNS } from './columns.ts'
import type { FaultList, GivenTable } from './table.ts'

/** One of them must be there. */
const AGES = ['birth_date', 'age'] as const

export type Rules = Readonly<Record<string, ColumnRule>>

export const isGiven = (table: GivenTable, name: string) => table.names.includes(name)
const header = ({ file, lines }: GivenTable) => ({ code: 'microdata-columns', file, line: lines && 1 })

/** Required columns are there, none is there twice; a column of another name is unused, unless it looks like a slip of the pen. */
export function checkHeader(table: GivenTable, rules: Rules, faults: FaultList): string[] {
  if (table.names.length === 0) return []
  const names = Object.keys(rules)
  const missing = names.filter((name) => !isGiven(table, name))
  const meant = new Set<string>()
  const unused: string[] = []
  const nameless = table.names.flatMap((name, index) => (name === '' ? [index + 1] : []))
  if (nameless.length > 0) {
    const which = nameless.length === 1 ? `column ${nameless[0]} has` : `columns ${nameless.slice(0, 10).join(', ')} have`
    faults.tell({ ...header(table), column: table.lines && nameless[0], message: `${which} no name`, expected: 'a name for each column' })
  }
  table.names.forEach((name, index) => {
    const column = table.lines && index + 1
    if (name === '') return
    if (table.names.indexOf(name) < index)
      faults.tell({ ...header(table), column, message: `column ${name} is there twice`, expected: 'each name once' })
    if (names.includes(name)) return
    const nearest = missing.find((one) => rules[one].zh.includes(name)) ?? nearestName(name, missing)
    if (nearest === undefined) unused.push(`${table.file}: ${name}`)
    else {
      meant.add(nearest)
      faults.tell({ ...header(table), column, message: `no column is called ${name}`, expected: names.join(', '), nearest })
    }
  })
  const absent = missing.filter((name) => rules[name].isRequired && !meant.has(name))
  if (absent.length > 0)
    faults.tell({ ...header(table), column: table.lines && 1, message: `no column ${absent.join(', ')}`, expected: names.join(', ') })
  else if (table.rows === 0)
    faults.tell({ ...header(table), message: 'no rows below the names of the columns', expected: 'one row or more' })
  return unused
}

/** Ages come from one column only, since two could contradict each other. */
export function checkAges(persons: GivenTable, faults: FaultList): void {
  const given = AGES.filter((name) => isGiven(persons, name))
  const inChinese: readonly string[] = AGES.flatMap((one) => PERSON_COLUMNS[one].zh)
  const isMeant = (name: string) => inChinese.includes(name) || nearestName(name, AGES) !== undefined
  const isMisspelt = given.length === 0 && persons.names.some(isMeant)
  if (given.length === 1 || isMisspelt || persons.names.length === 0) return
  const message = given.length === 2 ? 'both columns birth_date and age' : 'no column birth_date or age'
  faults.tell({ ...header(persons), column: persons.lines && 1, message, expected: 'one of the two' })
}
