/** 指标 What is told of a measure, in both languages. */
import type { Words } from './lang.ts'

export type MeasureUnit = 'yuan' | 'share' | 'persons' | 'episodes' | 'claims' | 'days' | 'months' | 'yes_no' | 'count' | 'index' | 'text'

export interface Measure extends Words {
  readonly unit: MeasureUnit
  /** how it is worked out; year of discharge unless it says otherwise */
  readonly definition: string
  readonly definitionZh: string
}

/** Unit, name and definition: each in Chinese and then in English. */
export function measure(unit: MeasureUnit, zh: string, en: string, definitionZh: string, definition: string): Measure {
  return { unit, zh, en, definition, definitionZh }
}
