/** A row of parameters.csv: what a parameter, a mechanism or a figure of a procedure is in a year, and what it is held against. */
import type { Law } from '../../policy/law.ts'
import type { Procedures } from '../../procedures/data/load.ts'
import type { LoadedScenario } from '../load.ts'
import type { YearKind } from './read.ts'

export interface ParameterRow {
  readonly scenario: string
  /** the county, or all of them; absent where counties are alike */
  readonly area?: string
  /** the group for whom it is set apart; absent where it is of everybody */
  readonly group?: string
  /** of a list or of bands with the element: [1], [from=10000] */
  readonly name: string
  readonly zh: string
  readonly en: string
  readonly year: number
  /** what it is held against: the data, or the first scenario of a comparison; '' where that has no such element */
  readonly base: number | string
  /** what the scenario runs with */
  readonly reform: number | string
  readonly unit: string
  /** of the value the scenario runs with: an id of data/SOURCES.csv, SCENARIO where the scenario sets it */
  readonly source: string
  readonly status: string
  /** the same of the base's; only for reading beside it */
  readonly baseSource: string
  readonly baseStatus: string
  /** within the range that the data give; '' where they give none */
  readonly inRange: 'yes' | 'no' | ''
  /** law, behaviour, procedures, default, or FILE:LINE of the scenario or of a file that it extends */
  readonly setBy: string
  /** the day in the year from which the row holds, YYYY-MM-DD */
  readonly from: string
  readonly period: YearKind
}

/** What a scenario is held against. */
export interface Against {
  /** the law of the data, with its ranges */
  readonly data: Law
  /** those of the data */
  readonly procedures: Procedures
  /** what it is compared with; the data alone where there is none */
  readonly scenario?: LoadedScenario
}
