/** What charts and report are drawn from: the rows of one scenario and what is known about it. */
import type { AnnualRow, MonthlyRow, SummaryRow } from '../../measures/rows.ts'
import type { HangsOnRow } from '../../measures/statistics/hangs-on.ts'
import type { Changed } from '../../scenario/changes/changed.ts'
import type { AmendedRule, GivenSource, NamedCounty } from '../../scheme/settings.ts'

export const LANGUAGES = ['en', 'zh'] as const
export type Language = (typeof LANGUAGES)[number]

/** What the sources of data/SOURCES.csv are called, by id. */
export type SourceTitles = ReadonlyMap<string, Readonly<Record<Language, string>>>

/** A value as text, in the unit of its parameter. */
export interface HeldValue {
  /** year or day; '' where it is the only one */
  readonly from: string
  readonly value: string
}

/** A parameter as the run used it. */
export interface ReportParameter {
  readonly name: string
  readonly en: string
  readonly zh: string
  readonly unit: string
  readonly values: readonly HeldValue[]
  readonly status: 'verified' | 'unverified' | 'assumed' | 'scenario'
  /** ids, with a comma between them */
  readonly source: string
  readonly range?: string
  /** why an assumed value was chosen */
  readonly reason?: Readonly<Record<Language, string>>
  /** years for which it is read though its values are not given for them */
  readonly outside?: readonly number[]
}

/** A published figure to hold the model against, in the measure's own unit (yuan, shares as fractions). */
export interface PublishedFigure {
  readonly measure: string
  readonly year: number
  readonly published: number
  /** `verified` or `unverified`; anything but `verified` is drawn hollow */
  readonly status: string
  /** ids, with a comma between them */
  readonly source: string
  /** true when a constant of the model was chosen so that this figure is met; left out: not stated */
  readonly fitted?: boolean
}

/** A level that policy set as its aim, e.g. three quarters of in-policy bills from 2013 on. */
export interface Aim {
  readonly measure: string
  readonly year: number
  readonly value: number
}

export interface ReportInput {
  readonly scenario: string
  readonly title: { readonly en: string; readonly zh: string }
  /** first and last reported scheme year */
  readonly years: readonly [number, number]
  /** registered persons at the start */
  readonly persons: number
  /** those that the scenario describes one by one: an area each */
  readonly counties?: readonly Pick<NamedCounty, 'name' | 'title' | 'microdata'>[]
  /** where they come from when they are the user's own people */
  readonly microdata?: GivenSource
  /** rules that the scenario amends */
  readonly amendments?: readonly AmendedRule[]
  readonly replications: number
  readonly seed: string
  readonly annual: readonly AnnualRow[]
  readonly summary: readonly SummaryRow[]
  readonly monthly: readonly MonthlyRow[]
  readonly parameters: readonly ReportParameter[]
  /** what the scenario changes of law and data */
  readonly changes?: readonly Changed[]
  readonly figures: readonly PublishedFigure[]
  /** levels of a measure that policy aimed at, from a year on */
  readonly aims?: readonly Aim[]
  /** which assumptions move its headlines most, where that was worked out */
  readonly hangsOn?: readonly HangsOnRow[]
  /** for the ids under which they stand above */
  readonly sources?: SourceTitles
  readonly version: string
}

export interface RenderedChart {
  readonly name: string
  readonly lang: Language
  readonly svg: string
  /** the same for a telephone: narrow, with letters that stay readable */
  readonly narrow: string
  /** the Vega-Lite specification the picture was drawn from, as JSON text */
  readonly spec: string
}

/** Plain data that JSON can carry; a Vega-Lite specification before it is checked by the compiler. */
export type Json = { readonly [key: string]: unknown }
