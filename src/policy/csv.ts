/**
 * Rows of a comma separated text with a header line, as published figures and sources are stored.
 * Quoted fields may hold commas, doubled quotes and line breaks (RFC 4180). Blank lines are skipped.
 */
import type { Fault } from '../kernel/errors.ts'

interface CsvRow {
  /** line of the file on which the row begins, from 1 */
  readonly line: number
  readonly cells: Readonly<Record<string, string>>
}

/** Reads `text`; a header without one of `columns`, or a row with too many or too few fields, is a fault. */
export function readCsv(file: string, text: string, columns: readonly string[]): { rows: CsvRow[]; faults: Fault[] } {
  const records = splitRecords(text.replace(/^\uFEFF/, ''))
  const header = records.shift()
  const faults: Fault[] = []
  const missing = columns.filter((name) => !header?.fields.includes(name))
  if (!header || missing.length > 0) {
    faults.push({ code: 'csv-header', file, line: 1, column: 1, message: `no column ${missing.join(', ')}`, expected: columns.join(',') })
    return { rows: [], faults }
  }
  const rows: CsvRow[] = []
  for (const { line, fields } of records) {
    if (fields.length !== header.fields.length) {
      const expected = `${header.fields.length} fields: ${header.fields.join(',')}`
      faults.push({
        code: 'csv-fields',
        file,
        line,
        column: 1,
        message: `${fields.length} field${fields.length === 1 ? '' : 's'} in this row`,
        expected,
      })
      continue
    }
    rows.push({ line, cells: Object.fromEntries(header.fields.map((name, index) => [name, fields[index]])) })
  }
  return { rows, faults }
}

/** Fields of each record and the line on which it begins; a quote that is never closed takes the rest of the text. */
function splitRecords(text: string): { line: number; fields: string[] }[] {
  const records: { line: number; fields: string[] }[] = []
  let line = 1
  let start = 1
  let fields: string[] = []
  let field = ''
  let quoted = false
  const endRecord = () => {
    fields.push(field)
    if (fields.length > 1 || fields[0].trim() !== '') records.push({ line: start, fields })
    fields = []
    field = ''
    start = line + 1
  }
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]
    if (quoted && letter === '"' && text[at + 1] === '"') {
      field += '"'
      at++
    } else if (letter === '"') quoted = !quoted
    else if (letter === ',' && !quoted) {
      fields.push(field)
      field = ''
    } else if (letter === '\n' && !quoted) {
      endRecord()
      line++
    } else if (letter !== '\r' || quoted) {
      field += letter
      if (letter === '\n') line++
    }
  }
  endRecord()
  return records
}
