/** Published figures (公布数据) that stand beside the model's: data/figures/*.csv. One row per series and year. */
import { type Fault, InputFaults } from '../kernel/errors.ts'
import { readCsv } from './csv.ts'
import type { InputFile } from './located-yaml.ts'

export interface Figure {
  readonly series: string
  readonly year: number
  /** in `unit`, as published */
  readonly value: number
  readonly unit: string
  readonly status: 'verified' | 'unverified'
  /** a source_id of data/SOURCES.csv */
  readonly source: string
  readonly note: string
}

export interface Figures {
  /** the figure of a series in a year; undefined where none is published */
  of(series: string, year: number): Figure | undefined
  readonly all: readonly Figure[]
}

const COLUMNS = ['year', 'series', 'value', 'unit', 'status', 'source_id', 'note']

/** Reads the figures of all files; throws InputFaults for a malformed row or two rows of one series and year. `sources`: known ids. */
export function loadFigures(files: readonly InputFile[], sources: { has(id: string): boolean }): Figures {
  const faults: Fault[] = []
  const byKey = new Map<string, Figure>()
  for (const { path, text } of files) {
    const { rows, faults: wrong } = readCsv(path, text, COLUMNS)
    faults.push(...wrong)
    for (const { line, cells } of rows) {
      const { series, unit, status, source_id: source, note } = cells
      const year = Number(cells.year)
      const value = cells.value.trim() === '' ? Number.NaN : Number(cells.value)
      const refuse = (message: string, expected: string) => faults.push({ code: 'figure', file: path, line, column: 1, message, expected })
      const key = `${series} ${year}`
      if (!Number.isInteger(year)) refuse(`“${cells.year}” is not a year`, 'four digits')
      if (!Number.isFinite(value)) refuse(`“${cells.value}” is not a number`, 'a number')
      if (!sources.has(source)) refuse(`unknown source ${source}`, 'a source_id of SOURCES.csv')
      if (byKey.has(key)) refuse(`${key} stands here a second time`, 'one figure per series and year')
      if (status === 'verified' || status === 'unverified') byKey.set(key, { series, year, value, unit, status, source, note })
      else refuse(`“${status}” is not a status`, 'verified or unverified')
    }
  }
  if (faults.length > 0) throw new InputFaults(faults)
  return { of: (series, year) => byKey.get(`${series} ${year}`), all: [...byKey.values()] }
}
