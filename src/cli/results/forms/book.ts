/** results.xlsx: all tables of a folder as one workbook. Loaded only where it is asked for. */
import type { ReportInput } from '../../../charts/kit/input.ts'
import { isMoney } from '../../../measures/dictionary.ts'
import { type Columns, columnsIn } from '../../../measures/write/columns.ts'
import { cellsOf, growingSheet, type Sheet } from '../../../measures/write/xlsx/sheet.ts'
import { sharedTexts } from '../../../measures/write/xlsx/text.ts'
import { writeWorkbook } from '../../../measures/write/xlsx/workbook.ts'
import type { OutputFolder } from '../../../node/place/output.ts'
import { ABOUT, ABOUT_HEADER, aboutRows, inOrder } from './about.ts'

export const BOOK = 'results.xlsx'

export function openBook(output: OutputFolder) {
  const texts = sharedTexts()
  const sheets: Sheet[] = []
  return {
    sheet<Row extends object>(name: string, columns: Columns<Row>) {
      const header = columnsIn(columns).map((column) => column.name)
      const sheet = growingSheet(name, header, texts)
      return {
        add: (rows: readonly Row[]) => sheet.add(cellsOf(rows, columns, isMoney)),
        close: () => void sheets.push(sheet.close()),
      }
    },
    /** Gives the tables that are too long for a sheet. */
    close(inputs: readonly ReportInput[]): Sheet[] {
      const tables = inOrder(sheets)
      const about = growingSheet(ABOUT, ABOUT_HEADER, texts)
      about.add(aboutRows(inputs, tables))
      const file = output.open(BOOK)
      writeWorkbook([about.close(), ...tables], texts, file.append)
      file.close(tables.reduce((sum, { part, rows }) => sum + (part ? rows : 0), 0))
      return tables.filter(({ part }) => !part)
    },
  }
}
