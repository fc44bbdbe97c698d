/** Rows of a comparison as text, with the headers that docs/compare.md explains. */

import { partsOfGroup } from '../../words/groups.ts'
import type { DictionaryRow } from '../dictionary.ts'
import type { WinnersRow } from '../protection/winners.ts'
import type { ComparisonRow } from '../statistics/comparison-row.ts'
import type { SolvencyRow } from '../statistics/solvency.ts'
import { csv, figure, figureOrEmpty, type IsMoney } from './csv.ts'

/** At the end: whoever reads by the number of a column goes on as before. */
const GROUP = ['group_kind', 'group_value']

/** comparison.csv: each measure as base, reform and difference. */
export function comparisonCsv(rows: readonly ComparisonRow[], isMoney: IsMoney): string {
  const figures = ['base_mean', 'reform_mean', 'difference', 'se', 'lower', 'upper']
  return csv(
    ['scenario', 'base', 'year', 'area', 'measure', 'group', 'n', ...figures, 'effect', ...GROUP],
    rows.map((row) => {
      const values = [row.baseMean, row.reformMean, row.difference, row.se, row.lower, row.upper]
      const told = values.map((value) => figure(value, isMoney(row.measure)))
      const where = [row.scenario, row.base, row.year, row.area, row.measure, row.group, row.n]
      return [...where, ...told, row.effect, ...partsOfGroup(row.group)]
    }),
  )
}

/** winners.csv: households that win, lose and are unchanged, by group; an empty bound cannot be told from these replications. */
export function winnersCsv(rows: readonly WinnersRow[], isMoney: IsMoney): string {
  return csv(
    ['scenario', 'base', 'year', 'measure', 'group', 'n', 'value', 'se', 'lower', 'upper', ...GROUP],
    rows.map((row) => {
      const told = [row.value, row.se, row.lower, row.upper].map((value) => figureOrEmpty(value, isMoney(row.measure)))
      return [row.scenario, row.base, row.year, row.measure, row.group, row.n, ...told, ...partsOfGroup(row.group)]
    }),
  )
}

/** solvency.csv: fan, chances and cash; an empty bound cannot be told from so few replications, an empty month is the year's end. */
export function solvencyCsv(rows: readonly SolvencyRow[], isMoney: IsMoney): string {
  return csv(
    ['scenario', 'year', 'month', 'area', 'measure', 'group', 'n', 'value', 'lower', 'upper', ...GROUP],
    rows.map((row) => {
      const told = [row.value, row.lower, row.upper].map((value) => figureOrEmpty(value, isMoney(row.measure)))
      return [row.scenario, row.year, row.month ?? '', row.area, row.measure, row.group, row.n, ...told, ...partsOfGroup(row.group)]
    }),
  )
}

/** dictionary.csv: what each measure means. */
export function dictionaryCsv(rows: readonly DictionaryRow[]): string {
  return csv(
    ['measure', 'unit', 'zh', 'en', 'definition', 'definition_zh', 'group_kind', 'group_value'],
    rows.map((row) => [row.measure, row.unit, row.zh, row.en, row.definition, row.definitionZh, row.groupKind, row.groupValue]),
  )
}
