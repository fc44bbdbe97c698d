/** 指标 Every measure of the output files. Each is declared once, with its unit, its names and its exact definition; here they come together. */

import { TOLD_SUMS } from '../scheme/named-totals.ts'
import type { Measure } from '../words/measure.ts'
import { BENEFITS } from './derived/benefits.ts'
import { CARE } from './derived/care.ts'
import { COVER } from './derived/cover.ts'
import type { Derived } from './derived/declare.ts'
import { FUND } from './derived/fund.ts'
import { MONTHLY, STANDARDS } from './monthly-definitions.ts'
import { PROTECTION_MEASURES } from './protection-definitions.ts'

export type { Measure, MeasureUnit } from '../words/measure.ts'

/** Worked out of the sums of a year, chapter by chapter. */
export const DERIVED: readonly Readonly<Record<string, Derived>>[] = [FUND, COVER, BENEFITS, CARE]

export const MEASURES: Readonly<Record<string, Measure>> = Object.assign(
  {},
  ...[TOLD_SUMS, STANDARDS, ...DERIVED, MONTHLY, PROTECTION_MEASURES],
)
