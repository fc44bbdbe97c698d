/** Sheets as one workbook that Excel, LibreOffice, R, Python and Stata read. */
import { Zip } from 'fflate'
import { partOf } from './part.ts'
import type { Sheet } from './sheet.ts'
import { MAIN, type SharedTexts } from './text.ts'

const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** Gives `take` the bytes of a workbook of these sheets, in this order. */
export function writeWorkbook(sheets: readonly Sheet[], texts: SharedTexts, take: (bytes: Uint8Array<ArrayBuffer>) => void): void {
  const shown = sheets.flatMap(({ name, part }) => (part ? [{ name, part }] : []))
  const names = shown.map(({ name }) => name)
  const zip = new Zip((error, bytes) => {
    if (error) throw error
    take(bytes)
  })
  const parts = [
    partOf('[Content_Types].xml', contentTypes(names)),
    partOf('_rels/.rels', relations([['officeDocument', 'xl/workbook.xml']])),
    partOf('xl/workbook.xml', workbook(names)),
    partOf(
      'xl/_rels/workbook.xml.rels',
      relations([...names.map(worksheet), ['styles', 'styles.xml'], ['sharedStrings', 'sharedStrings.xml']]),
    ),
    partOf('xl/styles.xml', STYLES),
    partOf('xl/sharedStrings.xml', texts.xml()),
    ...shown.map(({ part }) => part),
  ]
  for (const { file, pieces } of parts) {
    zip.add(file)
    for (const [at, piece] of pieces.entries()) file.ondata(null, piece, at === pieces.length - 1)
  }
  zip.end()
}

const worksheet = (name: string): [string, string] => ['worksheet', `worksheets/${name}.xml`]

function contentTypes(names: readonly string[]): string {
  const part = (path: string, type: string) => `<Override PartName="/xl/${path}" ContentType="${TYPE}.${type}+xml"/>`
  const sheets = names.map((name) => part(`worksheets/${name}.xml`, 'worksheet'))
  const relation = `<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>`
  const others = [part('workbook.xml', 'sheet.main'), part('styles.xml', 'styles'), part('sharedStrings.xml', 'sharedStrings')]
  return `<Types xmlns="${PACKAGE}/content-types">${relation}${[...others, ...sheets].join('')}</Types>`
}

function relations(all: readonly (readonly [kind: string, target: string])[]): string {
  const each = all.map(([kind, target], at) => `<Relationship Id="r${at + 1}" Type="${OFFICE}/${kind}" Target="${target}"/>`)
  return `<Relationships xmlns="${PACKAGE}/relationships">${each.join('')}</Relationships>`
}

function workbook(names: readonly string[]): string {
  const sheets = names.map((name, at) => `<sheet name="${name}" sheetId="${at + 1}" r:id="r${at + 1}"/>`)
  return `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/** Plain, header (bold), text that begins as a formula would. */
const STYLES =
  `<styleSheet xmlns="${MAIN}"><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>` +
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="3"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>' +
  '<xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>' +
  '<xf numFmtId="49" fontId="0" fillId="0" borderId="0" xfId="0" quotePrefix="1" applyNumberFormat="1"/></cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
