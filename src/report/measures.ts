/** How a measure is named and written, after the dictionary of measures. */
import type { Estimate } from '../charts/kit/estimates.ts'
import type { Language } from '../charts/kit/input.ts'
import { numberSeen, percent, signed } from '../charts/kit/text.ts'
import { MEASURES } from '../measures/definitions.ts'
import { REPORT_WORDS } from './words/catalogue.ts'

const isShare = (measure: string): boolean => MEASURES[measure]?.unit === 'share'

/** The measure's name, with its unit where the number does not carry it; an unknown measure keeps its own name. */
export function nameOf(measure: string, lang: Language): string {
  const known = MEASURES[measure]
  if (!known) return measure.replaceAll('_', ' ')
  if (known.unit !== 'yuan') return known[lang]
  return lang === 'en' ? `${known.en}, yuan` : `${known.zh}（元）`
}

/** A value with its digits: shares as percent, ratios, months and days with a fraction, all else whole. */
export function written(measure: string, value: number): string {
  const unit = MEASURES[measure]?.unit
  if (unit === 'share') return percent(value)
  return numberSeen(value, unit === 'count' || unit === 'index' ? 3 : unit === 'days' || unit === 'months' ? 1 : 0)
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
