/** A table as the user gives it, from CSV or Parquet, before anything in it is believed; and where a fault in it is. */
import type { Fault } from '../../kernel/errors.ts'
import { splitRecords } from '../../policy/csv.ts'

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
}

/** A CSV with a header line. A row with too many or too few fields is a fault; what it has of the header's fields is kept. */
export function tableOfCsv(file: string, text: string): GivenTable {
  const [header, ...records] = splitRecords(text.replace(/^\uFEFF/, ''))
  if (!header) {
    return unusable({
      code: 'microdata-empty',
      file,
      line: 1,
      column: 1,
      message: 'nothing in the file',
      expected: 'a line of column names',
    })
  }
  const names = header.fields.map((name) => name.trim())
  const separator = names.length > 1 ? undefined : /[;\t]/.exec(names[0])?.[0]
  if (separator !== undefined) {
    const message = `the columns are separated by ${separator === ';' ? 'semicolons' : 'tabs'}`
    return unusable({ code: 'microdata-separator', file, line: header.line, column: 1, message, expected: 'commas' })
  }
  const faults: Fault[] = []
  records.forEach(({ line, fields }, row) => {
    if (fields.length === names.length) return
    const message = `row ${row + 1}: ${fields.length} fields`
    const expected = `${names.length} fields: ${names.join(',')}`
    faults.push({ code: 'microdata-fields', file, line, column: 1, message, expected })
  })
  const columns = names.map((_, column) => records.map(({ fields }) => textOrNothing(fields[column])))
  return { file, names, columns, rows: records.length, lines: records.map(({ line }) => line), faults }
}

/** A table of which nothing can be said but why. */
function unusable(fault: Fault): GivenTable {
  return { file: fault.file, names: [], columns: [], rows: 0, lines: [], faults: [fault] }
}

function textOrNothing(field: string | undefined): string | undefined {
  const text = field?.trim()
  return text === '' ? undefined : text
}

/** Collects faults, a few of each kind in each column in full and the rest as a number: a column that is all wrong is told once. */
export function createFaultList(shownOfAKind = 20) {
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
      .map(({ count, last }) => ({ ...last, message: `column ${last.message}: ${count - shownOfAKind} more rows of this kind` }))
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
