/** The tables that grow with counties and replications, written as their rows come: no more is held than one area's rows. */
import { annualRowsOf } from '../../measures/annual.ts'
import { areaAlone, areasOf, type Years } from '../../measures/areas.ts'
import { ledgerRowsOf, monthlyRowsOf } from '../../measures/books.ts'
import { isMoney } from '../../measures/dictionary.ts'
import type { AnnualRow, MonthlyRow } from '../../measures/rows.ts'
import { inOrderOfAppearance, type ToldArea } from '../../measures/statistics/by-area.ts'
import { type Comparison, compare } from '../../measures/statistics/compare.ts'
import type { ComparisonRow } from '../../measures/statistics/comparison-row.ts'
import { solvencyRows } from '../../measures/statistics/solvency.ts'
import { summarise } from '../../measures/statistics/summary.ts'
import { ANNUAL, COMPARISON, type Columns, LEDGER, MONTHLY, SOLVENCY, SUMMARY } from '../../measures/write/columns.ts'
import { comparisonCsv, solvencyCsv } from '../../measures/write/comparison.ts'
import { annualCsv, ledgerCsv, monthlyCsv, summaryCsv } from '../../measures/write/csv.ts'
import type { Pair } from '../../node/household-pairs.ts'
import type { Records } from '../../scenario/run.ts'
import type { TableForms } from './forms/forms.ts'

/** A scenario by its records; `annual`, `monthly` and `summary` hold the rows of the total, or of the only county. */
export interface Tabled {
  readonly scenario: string
  readonly years: Years
  readonly counties: number
  readonly records: Records
  readonly total: { readonly annual: readonly AnnualRow[]; readonly monthly: readonly MonthlyRow[] }
}

/** Writes annual, monthly, ledger, summary and solvency of all scenarios; `turn` is awaited now and then. */
export async function writeTables(forms: TableForms, all: readonly Tabled[], turn: () => Promise<void>): Promise<void> {
  const table = <Row extends object>(name: string, csv: (rows: readonly Row[]) => string, columns: Columns<Row>) =>
    forms.grow(name, { csv, columns })
  const annual = table('annual', (rows) => annualCsv(rows, isMoney), ANNUAL)
  const monthly = table('monthly', (rows) => monthlyCsv(rows, isMoney), MONTHLY)
  const ledger = table('ledger', ledgerCsv, LEDGER)
  const summary = table('summary', (rows) => summaryCsv(rows, isMoney), SUMMARY)
  const solvency = table('solvency', (rows) => solvencyCsv(rows, isMoney), SOLVENCY)
  for (const { scenario, years, records, counties, total } of all) {
    for (const area of areasOf(records, years)) {
      ledger.add(ledgerRowsOf(scenario, area))
      if (counties === 1) continue
      annual.add(annualRowsOf(scenario, area))
      monthly.add(monthlyRowsOf(scenario, area))
      await turn()
    }
    if (counties > 1) continue
    annual.add(total.annual)
    monthly.add(total.monthly)
  }
  for (const one of all) {
    const areas = function* () {
      for (const rows of annualByArea(one)) {
        solvency.add(solvencyRows(rows, []))
        yield { figures: [rows], rows: summarise(rows) }
      }
    }
    for (const rows of inOrderOfAppearance(areas())) {
      summary.add(rows)
      await turn()
    }
  }
  for (const one of all) {
    for (const rows of monthlyByArea(one)) {
      solvency.add(solvencyRows([], rows))
      await turn()
    }
  }
  for (const one of [annual, monthly, ledger, summary, solvency]) one.close()
}

/** Writes comparison.csv, pair by pair and area by area; gives what run.json tells of each pair. */
export async function writeDifferences(
  forms: TableForms,
  all: readonly Tabled[],
  pairs: readonly Pair[],
  turn: () => Promise<void>,
): Promise<Pick<Comparison, 'unpaired' | 'untold'>[]> {
  const columns = { csv: (rows: readonly ComparisonRow[]) => comparisonCsv(rows, isMoney), columns: COMPARISON }
  const table = forms.grow('comparison', columns)
  const told = pairs.map(() => ({ unpaired: 0, untold: 0 }))
  for (const [index, { base, reform }] of pairs.entries()) {
    const areas = function* (): Generator<ToldArea<ComparisonRow>> {
      const ofReform = annualByArea(all[reform])
      for (const rows of annualByArea(all[base])) {
        const figures = [rows, ofReform.next().value ?? []]
        const { rows: differences, unpaired, untold } = compare(figures[0], figures[1])
        told[index].unpaired += unpaired
        told[index].untold += untold
        yield { figures, rows: differences }
      }
    }
    for (const rows of inOrderOfAppearance(areas())) {
      table.add(rows)
      await turn()
    }
  }
  table.close()
  return told
}

/** The rows of each county over all replications, then those of the total. */
function* annualByArea({ scenario, years, counties, records, total }: Tabled): Generator<readonly AnnualRow[], undefined> {
  for (let county = 0; counties > 1 && county < counties; county++)
    yield [...records.ofCounty(county)].flatMap((record) => annualRowsOf(scenario, areaAlone(record, years)))
  yield total.annual
}

function* monthlyByArea({ scenario, years, counties, records, total }: Tabled): Generator<readonly MonthlyRow[]> {
  for (let county = 0; counties > 1 && county < counties; county++)
    yield [...records.ofCounty(county)].flatMap((record) => monthlyRowsOf(scenario, areaAlone(record, years)))
  yield total.monthly
}
