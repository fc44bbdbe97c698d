/** Records to files: tables of all scenarios together, charts and a report for each. */
import { renderCharts } from '../../charts/index.ts'
import type { ReportInput } from '../../charts/kit/input.ts'
import { annualRowsOf } from '../../measures/annual.ts'
import { TOTAL_AREA, toldAreasOf } from '../../measures/areas.ts'
import { monthlyRowsOf } from '../../measures/books.ts'
import { dictionaryRows, isMoney, type OwnName } from '../../measures/dictionary.ts'
import { headlineTable } from '../../measures/statistics/headline-table.ts'
import { summarise } from '../../measures/statistics/summary.ts'
import { DICTIONARY_COLUMNS, hangsOnOf, headlineOf, parametersOf } from '../../measures/write/columns.ts'
import { dictionaryCsv } from '../../measures/write/comparison.ts'
import { headlineCsv } from '../../measures/write/csv.ts'
import { hangsOnCsv } from '../../measures/write/hangs-on.ts'
import { parametersCsv } from '../../measures/write/parameters.ts'
import { version } from '../../node/files.ts'
import type { OutputFolder } from '../../node/place/output.ts'
import type { SimulatedScenario } from '../../node/simulation.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import { renderReport } from '../../report/index.ts'
import { type Changed, changedOf } from '../../scenario/changes/changed.ts'
import type { ParameterRow } from '../../scenario/changes/row.ts'
import { parameterRows } from '../../scenario/changes/rows.ts'
import { figuresOf, sourcesOf } from '../../scenario/materials.ts'
import { commonMicrodata, personsOfAll } from '../../scheme/settings.ts'
import { againstData } from './changes.ts'
import type { ChartsAsked } from './charts-asked.ts'
import type { TableForms } from './forms/forms.ts'
import { once } from './once.ts'
import { aimsOf, publishedFigures, usedParameters } from './published.ts'
import { type Tabled, writeTables } from './tables.ts'

/** One scenario's results, ready to be drawn and written. */
export interface ToldScenario {
  /** its rows are those of the total, or of the only county, and of counties that the scenario names */
  readonly input: ReportInput
  readonly tabled: Tabled
  /** what it has read, beside law and data or, of a comparison, the base */
  readonly parameters: readonly ParameterRow[]
  /** those of them that differ */
  readonly changes: readonly Changed[]
  /** those that the scenario sets, for the dictionary */
  readonly groups: readonly OwnName[]
}

/**
 * Turns the records of one scenario into rows and into what charts and report are drawn from.
 * @param base of a comparison
 */
export function tellScenario(simulated: SimulatedScenario, files: readonly InputFile[], base?: SimulatedScenario): ToldScenario {
  const { scenario, records, used } = simulated
  const { settings, title } = scenario
  const { name, years, counties } = settings
  const microdata = commonMicrodata(settings)
  const areas = [...toldAreasOf(records, settings)]
  const annual = areas.flatMap((area) => annualRowsOf(name, area))
  const monthly = areas.flatMap((area) => monthlyRowsOf(name, area))
  const isTotal = ({ area }: { readonly area: string }) => counties === 1 || area === TOTAL_AREA
  const ofData = parameterRows(scenario, againstData(files), used)
  const input: ReportInput = {
    scenario: name,
    title,
    years,
    persons: personsOfAll(settings),
    ...(settings.named ? { counties: settings.named } : {}),
    ...(microdata ? { microdata } : {}),
    ...(settings.amendments ? { amendments: settings.amendments } : {}),
    replications: settings.replications,
    seed: settings.seed,
    annual,
    summary: summarise(annual),
    monthly,
    parameters: usedParameters(scenario, used),
    changes: changedOf(ofData),
    figures: publishedFigures(figuresOf(files), years),
    sources: new Map([...sourcesOf(files)].map(([id, { title, titleZh }]) => [id, { en: title, zh: titleZh }])),
    aims: aimsOf(files),
    version: version(),
  }
  const both = [...new Set([...used, ...(base?.used ?? [])])]
  const parameters = base ? parameterRows(scenario, againstData(files, base.scenario), both) : ofData
  const tabled = { scenario: name, years, counties, records, total: { annual: annual.filter(isTotal), monthly: monthly.filter(isTotal) } }
  const changes = changedOf(parameters)
  return { input, tabled, parameters, changes, groups: settings.groups?.list ?? [] }
}

/** In which forms tables are written, which charts are drawn, and until when. */
export interface Wanted {
  readonly forms: TableForms
  readonly charts: ChartsAsked
  readonly signal: AbortSignal
}

/**
 * Writes the tables, each scenario's charts and report.html, and the data dictionary.
 * @param prefixOf stands before the names of a scenario's charts and report; by default nothing before the first one's, the
 * scenario's name before the others'
 */
export async function writeResults(
  output: OutputFolder,
  told: readonly ToldScenario[],
  { forms, charts: asked, signal }: Wanted,
  prefixOf = (scenario: string, index: number) => (index === 0 ? '' : `${scenario}-`),
): Promise<void> {
  await writeTables(
    forms,
    told.map(({ tabled }) => tabled),
    turnsUnless(signal),
  )
  const parameters = told.flatMap((one) => one.parameters)
  const headline = told.flatMap(({ input }) => headlineTable(input.summary, input.figures))
  const [group, county] = [told.flatMap(({ groups }) => groups), told.flatMap(({ input }) => input.counties ?? [])]
  const dictionary = dictionaryRows({ group, county })
  const { hangsOn } = told[0].input
  forms.put('parameters', parametersCsv(parameters), parametersOf(parameters))
  forms.put('headline', headlineCsv(headline, isMoney), headlineOf(headline))
  if (hangsOn) forms.put('hangs_on', hangsOnCsv(hangsOn), hangsOnOf(hangsOn))
  forms.put('dictionary', dictionaryCsv(dictionary), { rows: dictionary, columns: DICTIONARY_COLUMNS })
  for (const [index, { input }] of told.entries()) {
    const prefix = prefixOf(input.scenario, index)
    const charts = await once(() => renderCharts(input, asked, signal))
    for (const { name, lang, svg, spec } of charts) {
      output.write(`charts/${prefix}${name}.${lang}.svg`, svg)
      output.write(`charts/${prefix}${name}.${lang}.vl.json`, spec)
    }
    output.write(`${prefix}report.html`, renderReport(input, charts))
  }
}

/** A turn of the event loop every now and then, in which an interruption is heard. */
export function turnsUnless(signal: AbortSignal): () => Promise<void> {
  let last = performance.now()
  return async () => {
    if (performance.now() - last < 200) return
    await new Promise((resume) => setImmediate(resume))
    signal.throwIfAborted()
    last = performance.now()
  }
}
