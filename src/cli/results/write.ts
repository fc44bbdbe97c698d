/** Records to files: tables of all scenarios together, charts and a report for each. */
import { renderCharts } from '../../charts/index.ts'
import type { ReportInput } from '../../charts/kit/input.ts'
import { annualRows } from '../../measures/annual.ts'
import { ledgerRows, monthlyRows } from '../../measures/books.ts'
import { dictionaryRows, isMoney } from '../../measures/dictionary.ts'
import type { LedgerRow } from '../../measures/rows.ts'
import { headlineTable } from '../../measures/statistics/headline-table.ts'
import { solvencyRows } from '../../measures/statistics/solvency.ts'
import { summarise } from '../../measures/statistics/summary.ts'
import { dictionaryCsv, solvencyCsv } from '../../measures/write/comparison.ts'
import { annualCsv, headlineCsv, ledgerCsv, monthlyCsv, summaryCsv } from '../../measures/write/csv.ts'
import { parametersCsv } from '../../measures/write/parameters.ts'
import * as parquet from '../../measures/write/parquet.ts'
import { version } from '../../node/files.ts'
import type { OutputFolder } from '../../node/place/output.ts'
import type { SimulatedScenario } from '../../node/simulation.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import { renderReport } from '../../report/index.ts'
import { type Changed, changedOf } from '../../scenario/changes/changed.ts'
import type { ParameterRow } from '../../scenario/changes/row.ts'
import { parameterRows } from '../../scenario/changes/rows.ts'
import { figuresOf, sourcesOf } from '../../scenario/materials.ts'
import { personsOfAll } from '../../scheme/settings.ts'
import type { Format } from '../arguments.ts'
import { againstData } from './changes.ts'
import type { ChartsAsked } from './charts-asked.ts'
import { once } from './once.ts'
import { publishedFigures, usedParameters } from './published.ts'

/** One scenario's results, ready to be drawn and written. */
export interface ToldScenario {
  readonly input: ReportInput
  readonly ledger: readonly LedgerRow[]
  /** what it has read, beside law and data or, of a comparison, the base */
  readonly parameters: readonly ParameterRow[]
  /** those of them that differ, their sources by title */
  readonly changes: readonly Changed[]
}

/**
 * Turns the records of one scenario into rows and into what charts and report are drawn from.
 * @param base of a comparison
 */
export function tellScenario(simulated: SimulatedScenario, files: readonly InputFile[], base?: SimulatedScenario): ToldScenario {
  const { scenario, records, used } = simulated
  const { settings, title } = scenario
  const { name, years } = settings
  const sources = sourcesOf(files)
  const annual = annualRows(name, [...records], years)
  const ofData = parameterRows(scenario, againstData(files), used)
  const input: ReportInput = {
    scenario: name,
    title,
    years,
    persons: personsOfAll(settings),
    ...(settings.named ? { counties: settings.named } : {}),
    ...(settings.microdata ? { microdata: settings.microdata } : {}),
    ...(settings.amendments ? { amendments: settings.amendments } : {}),
    replications: settings.replications,
    seed: settings.seed,
    annual,
    summary: summarise(annual),
    monthly: monthlyRows(name, [...records], years),
    parameters: usedParameters(scenario, used, sources),
    changes: changedOf(withTitles(ofData, files)),
    figures: publishedFigures(figuresOf(files), years, sources),
    version: version(),
  }
  const both = [...new Set([...used, ...(base?.used ?? [])])]
  const parameters = base ? parameterRows(scenario, againstData(files, base.scenario), both) : ofData
  return { input, ledger: ledgerRows(name, [...records], years), parameters, changes: changedOf(withTitles(parameters, files)) }
}

/** Rows whose sources go by their titles, for reading. */
function withTitles(rows: readonly ParameterRow[], files: readonly InputFile[]): ParameterRow[] {
  const sources = sourcesOf(files)
  const title = (id: string) => sources.get(id)?.title ?? id
  return rows.map((row) => ({ ...row, source: title(row.source), baseSource: title(row.baseSource) }))
}

/** In which forms tables are written, and which charts are drawn. */
export interface Wanted {
  readonly format: readonly Format[]
  readonly charts: ChartsAsked
}

/**
 * Writes the tables, each scenario's charts and report.html, and the data dictionary.
 * @param prefixOf stands before the names of a scenario's charts and report; by default nothing before the first one's, the
 * scenario's name before the others'
 */
export async function writeResults(
  output: OutputFolder,
  told: readonly ToldScenario[],
  { format: formats, charts: asked }: Wanted,
  signal: AbortSignal,
  prefixOf = (scenario: string, index: number) => (index === 0 ? '' : `${scenario}-`),
): Promise<void> {
  const annual = told.flatMap(({ input }) => input.annual)
  const summary = told.flatMap(({ input }) => input.summary)
  const monthly = told.flatMap(({ input }) => input.monthly)
  const ledger = told.flatMap((one) => one.ledger)
  const solvency = solvencyRows(annual, monthly)
  const parameters = told.flatMap((one) => one.parameters)
  const headline = told.flatMap(({ input }) => headlineTable(input.summary, input.figures))
  const dictionary = dictionaryRows()
  output.write('annual.csv', annualCsv(annual, isMoney), annual.length)
  output.write('summary.csv', summaryCsv(summary, isMoney), summary.length)
  output.write('monthly.csv', monthlyCsv(monthly, isMoney), monthly.length)
  output.write('ledger.csv', ledgerCsv(ledger), ledger.length)
  output.write('solvency.csv', solvencyCsv(solvency, isMoney), solvency.length)
  output.write('parameters.csv', parametersCsv(parameters), parameters.length)
  output.write('headline.csv', headlineCsv(headline, isMoney), headline.length)
  output.write('dictionary.csv', dictionaryCsv(dictionary), dictionary.length)
  if (formats.includes('parquet')) {
    output.write('annual.parquet', parquet.annualParquet(annual), annual.length)
    output.write('summary.parquet', parquet.summaryParquet(summary), summary.length)
    output.write('monthly.parquet', parquet.monthlyParquet(monthly), monthly.length)
    output.write('ledger.parquet', parquet.ledgerParquet(ledger), ledger.length)
    output.write('solvency.parquet', parquet.solvencyParquet(solvency), solvency.length)
    output.write('parameters.parquet', parquet.parametersParquet(parameters), parameters.length)
    output.write('headline.parquet', parquet.headlineParquet(headline), headline.length)
    output.write('dictionary.parquet', parquet.dictionaryParquet(dictionary), dictionary.length)
  }
  for (const [index, { input }] of told.entries()) {
    const prefix = prefixOf(input.scenario, index)
    // a turn of the event loop, so that Ctrl-C is heard between the scenarios' drawings
    await new Promise((resume) => setImmediate(resume))
    signal.throwIfAborted()
    const charts = await once(() => renderCharts(input, asked))
    for (const { name, lang, svg, spec } of charts) {
      output.write(`charts/${prefix}${name}.${lang}.svg`, svg)
      output.write(`charts/${prefix}${name}.${lang}.vl.json`, spec)
    }
    output.write(`${prefix}report.html`, renderReport(input, charts))
  }
}
