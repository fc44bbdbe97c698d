/** 千位点 Amounts whose thousands are marked by points, as in 9.988 beside 906: each a sound number, and together wrong by a thousand. */
import { shownCell } from './columns.ts'
import type { GivenTable } from './table.ts'

const WITH_POINTS = /^[1-9]\d{0,2}\.\d{3}$/
const WHOLE = /^[1-9]\d*$/

interface Doubted {
  readonly row: number
  readonly code: string
  readonly message: string
  readonly expected: string
  readonly nearest: () => string
}

/**
 * The fields of a column of amounts with exactly three decimals, where no field has another number of them and some have none: amounts that
 * were worked out have other decimals too, and amounts that were rounded to three have them everywhere.
 */
export function thousandsByPoints(table: GivenTable, name: string): Doubted[] {
  const cells = table.columns[table.names.indexOf(name)] ?? []
  const texts = cells.filter((cell) => typeof cell === 'string')
  const hasOthers = texts.some((text) => /\d\.\d/.test(text) && !WITH_POINTS.test(text))
  if (hasOthers || !texts.some((text) => WHOLE.test(text))) return []
  return cells.flatMap((cell, row): Doubted[] => {
    if (typeof cell !== 'string' || !WITH_POINTS.test(cell)) return []
    const message = `${shownCell(cell)} may be thousands marked by a point: other amounts are whole, none has other decimals`
    const expected = `yuan a year without marks; if ${cell} yuan is meant, write ${cell}0`
    return [{ row, code: 'microdata-thousands', message, expected, nearest: () => cell.replace('.', '') }]
  })
}
