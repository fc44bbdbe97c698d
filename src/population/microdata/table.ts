/** A table as the user gives it, from CSV or Parquet, before anything in it is believed; and where a fault in it is. */
import type { Fault } from '../../kernel/errors.ts'
import { type Delimited, readDelimited } from './delimited.ts'

/** What stands in a field: text of a CSV, or what a Parquet column holds. Undefined where nothing stands. */
export type Cell = string | number | boolean | undefined

export interface GivenTable {
  readonly file: string
  /** names of the columns, in the order of the file */
  readonly names: readonly string[]
  /** the columns, in the order of the names, each with `rows` cells */
  readonly columns: readonly (readonly Cell[])[]
  readonly rows: number
  /** line of the file on which each row begins; absent where a file has no lines */
  readonly lines?: readonly number[]
  /** what was wrong with the form of the table */
  readonly faults: readonly Fault[]
  /** lines of rows with too few or too many fields */
  readonly unevenLines?: ReadonlySet<number>
  /** what a spreadsheet left in the file, as `file: what` */
  readonly unused?: readonly string[]
}

/** More persons than any county has; what is larger is a slip, or meant to fill the memory. */
export const MOST_ROWS = 2_000_000
const MOST_COLUMNS = 2_000
const SHOWN = 20
const SEPARATORS: Readonly<Record<string, string>> = { ';': 'semicolons', '\t': 'tabs', '|': 'bars', '，': 'full-width commas' }

const counted = (count: number, what: string) => `${count} ${what}${count === 1 ? '' : 's'}`

/** A CSV with a header line. A row with too many or too few fields is a fault; what it has of the header's fields is kept. */
export function tableOfCsv(file: string, text: string): GivenTable {
  const read = readDelimited(text.replace(/^\uFEFF/, ''), MOST_ROWS)
  if (!read) return unusable('microdata-empty', { file, line: 1 }, 'nothing in the file', 'a line of column names')
  const { names, headerLine: line, lines, uneven, unclosed } = read
  const separator = names.length > 1 ? undefined : /[;\t|，]/.exec(names[0])?.[0]
  if (/^sep=/i.test(names[0]))
    return unusable('microdata-separator', { file, line }, 'the first line is a note for Excel (sep=)', 'the names of the columns in it')
  if (separator !== undefined)
    return unusable('microdata-separator', { file, line }, `the columns are separated by ${SEPARATORS[separator]}`, 'commas')
  if (names.length > MOST_COLUMNS)
    return unusable('microdata-columns', { file, line }, `${names.length} columns`, `${MOST_COLUMNS} at most`)
  if (lines.length > MOST_ROWS)
    return unusable('microdata-rows', { file, line }, `more than ${MOST_ROWS} rows`, 'a sample with a column weight')
  const rows = filledRows(read)
  const width = filledColumns(read)
  const unused = [
    ...(width < names.length ? [`${file}: ${counted(names.length - width, 'empty column')} without a name`] : []),
    ...(rows < lines.length ? [`${file}: ${counted(lines.length - rows, 'empty row')} at the end`] : []),
  ]
  // a row that a quote swallowed is told by its quote
  const odd = uneven.filter(({ row }) => row < rows && row !== unclosed?.row)
  const faults = unevenFaults(file, names, odd)
  if (unclosed) faults.push(unclosedFault(file, unclosed))
  return {
    file,
    names: names.slice(0, width),
    columns: read.columns.slice(0, width).map((column) => (rows < column.length ? column.slice(0, rows) : column)),
    rows,
    lines: lines.slice(0, rows),
    faults,
    unevenLines: new Set([...odd.map((one) => one.line), ...(unclosed ? [lines[unclosed.row]] : [])]),
    unused,
  }
}

function unevenFaults(file: string, names: readonly string[], odd: Delimited['uneven']): Fault[] {
  const expected = `${counted(names.length, 'field')}: ${names.join(',').slice(0, 200)}`
  const faults = odd.slice(0, SHOWN).map(({ row, line, fields, isBroken }): Fault => {
    const why = isBroken ? ', one over several lines (is a quote not closed?)' : ''
    return { code: 'microdata-fields', file, line, column: 1, message: `row ${row + 1}: ${counted(fields, 'field')}${why}`, expected }
  })
  if (odd.length > SHOWN)
    faults.push({ code: 'microdata-fields', file, message: `${counted(odd.length - SHOWN, 'more row')} of this kind` })
  return faults
}

function unclosedFault(file: string, { line, column }: { readonly line: number; readonly column: number }): Fault {
  const message = 'a quote begins here and is never closed'
  return { code: 'microdata-quote', file, line, column, message, expected: 'a quote at both ends of a field, or none' }
}

/** Rows of nothing but commas, which spreadsheets leave at the end, are no rows. */
function filledRows({ columns, lines }: Delimited): number {
  let rows = lines.length
  while (rows > 0 && columns.length > 1 && columns.every((column) => column[rows - 1] === undefined)) rows--
  return rows
}

/** Columns at the right without a name in which nothing stands are none. */
function filledColumns({ names, columns }: Delimited): number {
  let width = names.length
  while (width > 1 && names[width - 1] === '' && columns[width - 1].every((cell) => cell === undefined)) width--
  return width
}

/** A table of which nothing can be said but why. */
function unusable(code: string, { file, line }: { file: string; line: number }, message: string, expected: string): GivenTable {
  return { file, names: [], columns: [], rows: 0, lines: [], faults: [{ code, file, line, column: 1, message, expected }] }
}

/** Collects faults, a few of each kind in each column in full and the rest as a number: a column that is all wrong is told once. */
export function createFaultList(shownOfAKind = SHOWN) {
  const faults: Fault[] = []
  const counts = new Map<string, { count: number; last: Fault }>()

  /** Adds a fault of `table` at a row (from 0) and a column by its name. `nearest` is asked for only when the fault is shown. */
  function add(
    table: GivenTable,
    row: number,
    column: string,
    fault: { readonly code: string; readonly message: string; readonly expected?: string; readonly nearest?: () => string | undefined },
  ): void {
    const kind = `${table.file}\n${column}\n${fault.code}`
    const seen = counts.get(kind)
    const at = table.lines && { line: table.lines[row], column: table.names.indexOf(column) + 1 }
    const { code, message, expected } = fault
    const place = { code, file: table.file, ...at, expected }
    if (seen && seen.count >= shownOfAKind) seen.count++
    else {
      const full: Fault = { ...place, message: `row ${row + 1}, column ${column}: ${message}`, nearest: fault.nearest?.() }
      faults.push(full)
      counts.set(kind, { count: (seen?.count ?? 0) + 1, last: { ...place, line: undefined, column: undefined, message: column } })
    }
  }

  /** All faults, with a line for those that were counted only. */
  function all(): readonly Fault[] {
    const more = [...counts.values()]
      .filter(({ count }) => count > shownOfAKind)
      .map(({ count, last }) => ({ ...last, message: `column ${last.message}: ${counted(count - shownOfAKind, 'more row')} of this kind` }))
    return [...faults, ...more]
  }

  return {
    add,
    all,
    /** a fault of the table as a whole */
    tell: (fault: Fault) => void faults.push(fault),
  }
}

export type FaultList = ReturnType<typeof createFaultList>
