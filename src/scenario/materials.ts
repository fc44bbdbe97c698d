/** From the texts of the data files to what the model is made of. Whoever has the texts (Node or a browser) hands them in. */
import { loadQuantiles } from '../kernel/distributions.ts'
import { InputFaults } from '../kernel/errors.ts'
import { type Figures, loadFigures } from '../policy/figures.ts'
import { loadHolidays } from '../policy/holidays.ts'
import type { Law } from '../policy/law.ts'
import { loadLaw } from '../policy/load.ts'
import type { InputFile } from '../policy/located-yaml.ts'
import { dataSources } from '../policy/sources.ts'
import { loadProcedures, type Procedures } from '../procedures/load.ts'
import { overrideProcedures, type ProcedureOverrides } from '../procedures/overrides.ts'
import type { ModelData } from '../scheme/data.ts'

type Sources = ReturnType<typeof dataSources>

/** The law as the data have it, before any scenario. `files`: all of data/, paths as `data/…`. Throws InputFaults. */
export function lawOf(files: readonly InputFile[]): Law {
  return loadLaw([...within(files, 'data/law/'), ...within(files, 'data/behaviour/'), only(files, 'data/SOURCES.csv')])
}

/** The procedures and offices as the data have them, before any scenario. Throws InputFaults. */
export function proceduresOf(files: readonly InputFile[]): Procedures {
  return loadProcedures(within(files, 'data/procedures/'))
}

/** Quantile tables, holidays, procedures with what the scenario sets in them. Throws InputFaults. */
export function modelData(files: readonly InputFile[], overrides: ProcedureOverrides = {}): ModelData {
  const { procedures, faults } = overrideProcedures(proceduresOf(files), overrides)
  if (faults.length > 0)
    throw new InputFaults(faults.map(({ name, part: _, ...fault }) => ({ ...fault, code: 'procedures', file: `procedures, ${name}` })))
  return {
    quantiles: loadQuantiles(only(files, 'data/tables/quantiles.json').text),
    holidays: loadHolidays(only(files, 'data/law/holidays.yaml')),
    procedures,
  }
}

/** The sources cited in the data, by id. */
export function sourcesOf(files: readonly InputFile[]): Sources {
  const { text, path } = only(files, 'data/SOURCES.csv')
  return dataSources(text, path)
}

/** The published figures that stand beside the model's. */
export function figuresOf(files: readonly InputFile[]): Figures {
  return loadFigures(within(files, 'data/figures/'), sourcesOf(files))
}

function within(files: readonly InputFile[], folder: string): InputFile[] {
  return files.filter(({ path }) => path.startsWith(folder) && /\.(yaml|csv)$/.test(path))
}

function only(files: readonly InputFile[], path: string): InputFile {
  const found = files.find((file) => file.path === path)
  if (!found) throw new Error(`the installation is incomplete: ${path} is missing`)
  return found
}
