/** How a measure is written: shares as percent, money and counts whole, ratios with a decimal. */
import type { Estimate } from '../charts/figures.ts'
import type { Language } from '../charts/input.ts'
import { number, percent, signed } from '../charts/text.ts'
import { REPORT_WORDS } from './words.ts'

/** `benefit_rate` counts episodes per member and may exceed one: a ratio, not a share. */
export const isShare = (measure: string): boolean => /_(rate|share)$/.test(measure) && measure !== 'benefit_rate'

const isRatio = (measure: string) => /^(benefit_rate|reserve_months|claim_days_mean)$/.test(measure)

/** A value with its digits; a share as percent. */
export function written(measure: string, value: number): string {
  if (isShare(measure)) return percent(value)
  return number(value, isRatio(measure) ? 2 : 0)
}

/** `303 [300; 306] yuan`; no brackets with a single replication. */
export function withInterval(estimate: Estimate, write: (value: number) => string, unit = ''): string {
  const value = estimate.n < 2 ? write(estimate.mean) : `${write(estimate.mean)} [${write(estimate.p05)}; ${write(estimate.p95)}]`
  return unit === '' ? value : `${value} ${unit}`
}

/** Model minus published: percentage points of a share, percent of the published value otherwise. */
export function deviation(measure: string, model: number, published: number, lang: Language): string {
  if (isShare(measure)) return REPORT_WORDS[lang].points(signed((model - published) * 100, 1))
  return published === 0 ? '–' : `${signed((100 * (model - published)) / published, 1)}%`
}
