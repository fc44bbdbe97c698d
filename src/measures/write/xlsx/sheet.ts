/** A table as a sheet: numbers as numbers, names as text that nothing runs, the header standing still. */
import { type Column, type Columns, columnsIn } from '../columns.ts'
import { figure, type IsMoney } from '../csv.ts'
import { MOST_ROWS } from './most-rows.ts'
import { growingPart, type Part } from './part.ts'
import { MAIN, type SharedTexts } from './text.ts'

export type SheetCell = string | number | undefined

/** A sheet that is done; without a part where the table was too long for it. */
export interface Sheet {
  readonly name: string
  readonly rows: number
  readonly part?: Part
}

/** Cells styled so are taken for text also when somebody edits them. */
const [HEADER, TEXT] = [1, 2]
const FORMULA = /^\s*[=+\-@＝＋－＠]/

/** Takes rows of cells; beyond `most` rows it keeps count only. */
export function growingSheet(name: string, header: readonly string[], texts: SharedTexts, most = MOST_ROWS) {
  const letters = header.map((_, at) => columnLetters(at))
  const textCell = (at: string, text: string, style: number) =>
    `<c r="${at}"${style ? ` s="${style}"` : ''} t="s"><v>${texts.numberOf(text)}</v></c>`
  let part: ReturnType<typeof growingPart> | undefined = growingPart(`xl/worksheets/${name}.xml`)
  let rows = 0
  const line = (cells: readonly SheetCell[], number: number, style = 0): string => {
    const told = cells.map((value, at) => {
      if (value === undefined || value === '') return ''
      const where = `${letters[at]}${number}`
      if (typeof value === 'number') return `<c r="${where}"><v>${value}</v></c>`
      return textCell(where, value, style || (FORMULA.test(value) ? TEXT : 0))
    })
    return `<row r="${number}">${told.join('')}</row>`
  }
  const widths = header.map((title, at) => `<col min="${at + 1}" max="${at + 1}" width="${widthOf(title)}" customWidth="1"/>`)
  const pane = '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft"/>'
  part.append(
    `<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">${pane}</sheetView></sheetViews>` +
      `<cols>${widths.join('')}</cols><sheetData>${line(header, 1, HEADER)}`,
  )
  return {
    add(more: readonly (readonly SheetCell[])[]): void {
      if (rows + more.length > most) part = undefined
      for (const cells of part ? more : []) part?.append(line(cells, ++rows + 1))
      if (!part) rows += more.length
    },
    close(): Sheet {
      if (!part) return { name, rows }
      part.append(`</sheetData><autoFilter ref="A1:${letters[letters.length - 1]}${rows + 1}"/></worksheet>`)
      return { name, rows, part: part.close() }
    },
  }
}

/** 0 is A, 26 is AA. */
export function columnLetters(at: number): string {
  return (at < 26 ? '' : columnLetters(Math.floor(at / 26) - 1)) + String.fromCharCode(65 + (at % 26))
}

const WIDE: Readonly<Record<string, number>> = { measure: 34, zh: 34, en: 40, definition: 80, definition_zh: 80, name: 34, value: 18 }
const widthOf = (title: string) => WIDE[title] ?? Math.max(12, title.length + 4)

/** Rows as cells: what the CSV file says, as numbers where it is one. */
export function cellsOf<Row extends object>(rows: readonly Row[], columns: Columns<Row>, isMoney: IsMoney): SheetCell[][] {
  const all = columnsIn(columns)
  return rows.map((row) => all.map((column) => cellOf(column, row, isMoney)))
}

function cellOf<Row extends object>({ name, type, of }: Column<Row>, row: Row, isMoney: IsMoney): SheetCell {
  const value = of(row)
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  if (typeof value !== 'number') return value === undefined || value === null ? undefined : String(value)
  if (type !== 'DOUBLE') return value
  const measure = 'measure' in row ? String(row.measure) : name.replace('_published', '')
  return Number(figure(value, isMoney(measure)))
}
