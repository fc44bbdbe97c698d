/** Which tables will be too long for a sheet: said before the simulation, since they are left out of the workbook. */
import { MOST_ROWS } from '../../../measures/write/xlsx/most-rows.ts'
import type { ModelSettings } from '../../../scheme/settings.ts'
import type { Lang } from '../../../words/lang.ts'
import type { Format } from '../../arguments.ts'
import { sayIn } from '../../language/say.ts'

/** Rows of an area and a year, at least: of each replication, and over all of them. */
const OF_EACH = { annual: 600, monthly: 80, ledger: 25 }
const OVER_ALL = { comparison: 600, summary: 600, solvency: 150 }

type Extent = Pick<ModelSettings, 'counties' | 'years' | 'replications'>

/** Undefined where there is room for every table, or no workbook is asked for. */
export function tooLongNote(all: readonly Extent[], formats: readonly Format[], compared = false): string | undefined {
  if (!formats.includes('xlsx')) return undefined
  const areaYears = ({ counties, years }: Extent) => (counties > 1 ? counties + 1 : 1) * (years[1] - years[0] + 1)
  const sum = (of: (settings: Extent) => number) => all.reduce((rows, settings) => rows + of(settings), 0)
  const each = Object.entries(OF_EACH).map(([name, rows]) => [name, sum((one) => rows * areaYears(one) * one.replications)] as const)
  const over = Object.entries(OVER_ALL).map(([name, rows]) => [name, sum((one) => rows * areaYears(one))] as const)
  const names = [...each, ...over].filter(([name, rows]) => rows > MOST_ROWS && (compared || name !== 'comparison')).map(([name]) => name)
  if (names.length === 0) return undefined
  return `--format xlsx: ${names.join(', ')} will not be in results.xlsx, more rows are planned than a sheet holds (${MOST_ROWS}); the CSV files have them`
}

/** Says it on stderr. */
export function tellTooLong(
  all: readonly Extent[],
  { format, quiet, lang }: { readonly format: readonly Format[]; readonly quiet?: boolean; readonly lang: Lang },
  compared = false,
): void {
  const note = quiet ? undefined : tooLongNote(all, format, compared)
  if (note) console.error(sayIn(lang)(note))
}
