/** From the texts of the data files to what the model is made of. Whoever has the texts (Node or a browser) hands them in. */
import { loadQuantiles } from '../kernel/distributions.ts'
import type { ModelData } from '../model/data.ts'
import { type Figures, loadFigures } from '../policy/figures.ts'
import { loadHolidays } from '../policy/holidays.ts'
import type { Law } from '../policy/law.ts'
import { loadLaw } from '../policy/load.ts'
import type { InputFile } from '../policy/located-yaml.ts'
import { dataSources } from '../policy/sources.ts'
import { loadProcedures } from '../procedures/load.ts'

type Sources = ReturnType<typeof dataSources>

/** The law as the data have it, before any scenario. `files`: all of data/, paths as `data/…`. Throws InputFaults. */
export function lawOf(files: readonly InputFile[]): Law {
  return loadLaw([...within(files, 'data/law/'), ...within(files, 'data/behaviour/'), only(files, 'data/SOURCES.csv')])
}

/** Quantile tables, holidays, procedures. Throws InputFaults. */
export function modelData(files: readonly InputFile[]): ModelData {
  return {
    quantiles: loadQuantiles(only(files, 'data/tables/quantiles.json').text),
    holidays: loadHolidays(only(files, 'data/law/holidays.yaml')),
    procedures: loadProcedures(within(files, 'data/procedures/')),
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
