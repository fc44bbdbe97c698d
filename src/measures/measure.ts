/** What is told of a measure. */

export type MeasureUnit = 'yuan' | 'share' | 'persons' | 'episodes' | 'claims' | 'days' | 'months' | 'yes_no' | 'count' | 'index'

export interface Measure {
  readonly unit: MeasureUnit
  readonly zh: string
  readonly en: string
  /** how it is worked out; year of discharge unless it says otherwise */
  readonly definition: string
}

export const measure = (unit: MeasureUnit, zh: string, en: string, definition: string): Measure => ({ unit, zh, en, definition })
