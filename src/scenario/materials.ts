/** From the texts of the data files to what the model is made of. Whoever has the texts (Node or a browser) hands them in. */
import { loadQuantiles } from '../kernel/distributions.ts'
import { InputFaults } from '../kernel/errors.ts'
import { type Figures, loadFigures } from '../policy/figures.ts'
import type { InputFile } from '../policy/located-yaml.ts'
import { type Concept, loadConcepts } from '../policy/lookup/concepts.ts'
import { dataSources } from '../policy/sources.ts'
import { overrideProcedures, type ProcedureOverrides } from '../procedures/data/overrides.ts'
import type { ModelData } from '../scheme/data.ts'
import { holidaysOf, only, proceduresOf, within } from './sound-data.ts'

export { lawOf, proceduresOf } from './sound-data.ts'

type Sources = ReturnType<typeof dataSources>

/** Quantile tables, holidays, procedures with what the scenario sets in them. Throws InputFaults. */
export function modelData(files: readonly InputFile[], overrides: ProcedureOverrides = {}): ModelData {
  const { procedures, faults } = overrideProcedures(proceduresOf(files), overrides)
  if (faults.length > 0)
    throw new InputFaults(faults.map(({ name, part: _, ...fault }) => ({ ...fault, code: 'procedures', file: `procedures, ${name}` })))
  return { quantiles: loadQuantiles(only(files, 'data/tables/quantiles.json').text), holidays: holidaysOf(files), procedures }
}

/** The sources cited in the data, by id. */
export function sourcesOf(files: readonly InputFile[]): Sources {
  const { text, path } = only(files, 'data/SOURCES.csv')
  return dataSources(text, path)
}

/** The terms of the policy in both languages, with their parameters. */
export function glossaryOf(files: readonly InputFile[]): readonly Concept[] {
  return loadConcepts(only(files, 'data/glossary.csv'))
}

/** The published figures that stand beside the model's. */
export function figuresOf(files: readonly InputFile[]): Figures {
  return loadFigures(within(files, 'data/figures/'), sourcesOf(files))
}
