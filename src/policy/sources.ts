/** Who says so: data/SOURCES.csv, one row per source; a value whose source does not stand there is refused. */
import { type Fault, InputFaults } from '../kernel/errors.ts'
import { readCsv } from './csv.ts'

export interface DataSource {
  readonly id: string
  readonly title: string
  /** in Chinese; where the source has no Chinese title, what it is */
  readonly titleZh: string
  readonly publisher: string
  /** where it is found: an address, or the file of a document */
  readonly url: string
  readonly note: string
}

const COLUMNS = ['source_id', 'title', 'title_zh', 'publisher', 'url', 'note']

/** The sources by id, in the order of the file. Throws InputFaults for a malformed row, an empty title or an id given twice. */
export function dataSources(text: string, file = 'data/SOURCES.csv'): ReadonlyMap<string, DataSource> {
  const { rows, faults } = readCsv(file, text, COLUMNS)
  const sources = new Map<string, DataSource>()
  const refuse = (line: number, message: string, expected: string): void => {
    const fault: Fault = { code: 'source', file, line, column: 1, message, expected }
    faults.push(fault)
  }
  for (const { line, cells } of rows) {
    const id = cells.source_id
    if (!/^[A-Z0-9][A-Za-z0-9_]*$/.test(id)) refuse(line, `“${id}” is not a source id`, 'letters, digits and _, e.g. YAAN2014')
    else if (sources.has(id)) refuse(line, `source ${id} stands here a second time`, 'one row per source')
    else if (cells.title.trim() === '' || cells.title_zh.trim() === '')
      refuse(line, `source ${id} has no title`, 'what the source is called, in both languages')
    else
      sources.set(id, {
        id,
        title: cells.title,
        titleZh: cells.title_zh,
        publisher: cells.publisher,
        url: cells.url,
        note: cells.note,
      })
  }
  if (faults.length > 0) throw new InputFaults(faults)
  return sources
}
