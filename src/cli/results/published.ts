/** What stands beside the model's figures in report and summary: published figures in the measure's unit, and the parameters used. */

import type { Aim, HeldValue, PublishedFigure, ReportParameter } from '../../charts/kit/input.ts'
import { dayOf, formatDay, yearOf } from '../../kernel/calendar.ts'
import type { Figure, Figures } from '../../policy/figures.ts'
import type { InputFile } from '../../policy/located-yaml.ts'
import { loadHistory } from '../../policy/lookup/history.ts'
import type { DatedValue, ParameterValue } from '../../policy/schema.ts'
import { outsideOf } from '../../scenario/coverage.ts'
import type { LoadedScenario } from '../../scenario/load.ts'

/** Series of data/figures that state a measure of the model, and what turns their unit into the measure's. */
const SERIES: readonly { readonly measure: string; readonly series: string }[] = [
  { measure: 'participation_rate', series: 'participation_rate' },
  { measure: 'payout_per_member', series: 'payout_per_member' },
  { measure: 'income_per_member', series: 'financing_per_capita' },
]

/**
 * Figures that a parameter was fitted to: agreement there proves nothing. enrolment.utility: participation of 2012 and 2013;
 * illness.inpatient_rate: payout of 2013; subsidy.local_top_up: financing of 2012, 2013 and 2014.
 */
const FITTED: Readonly<Record<string, readonly number[]>> = {
  participation_rate: [2012, 2013],
  payout_per_member: [2013],
  income_per_member: [2012, 2013, 2014],
}

/** The published figures for measures of the model, for the years of a run. */
export function publishedFigures(figures: Figures, [first, last]: readonly [number, number]): PublishedFigure[] {
  const found: PublishedFigure[] = []
  for (let year = first; year <= last; year++) {
    for (const { measure, series } of SERIES) {
      const figure = figures.of(series, year)
      if (figure) found.push({ measure, year, published: inMeasure(figure), status: figure.status, source: figure.source })
    }
    const payout = payoutPerMember(figures, year)
    if (payout && !figures.of('payout_per_member', year)) found.push(payout)
  }
  return found.map((figure) => ({
    ...figure,
    fitted: FITTED[figure.measure]?.includes(figure.year) ?? false,
  }))
}

/** Fund expenditure ÷ enrollees, where both are published but not their ratio; unverified when either is. */
function payoutPerMember(figures: Figures, year: number): PublishedFigure | undefined {
  const [spent, members] = [figures.of('fund_expenditure', year), figures.of('enrollees', year)]
  if (!spent || !members) return undefined
  const status = spent.status === 'verified' && members.status === 'verified' ? 'verified' : 'unverified'
  const sources = [...new Set([spent.source, members.source])].join(', ')
  return { measure: 'payout_per_member', year, published: inMeasure(spent) / inMeasure(members), status, source: sources }
}

function inMeasure({ value, unit }: Figure): number {
  if (unit === 'percent') return value / 100
  if (/^100 million/.test(unit)) return value * 100_000_000
  return /^million/.test(unit) ? value * 1_000_000 : value
}

/** The levels of measures that milestones of the policy name as its aim, from their year on. */
export function aimsOf(files: readonly InputFile[]): Aim[] {
  const file = files.find(({ path }) => path.endsWith('law/history.yaml'))
  return (file ? loadHistory(file) : []).flatMap(({ day, measure, value }) =>
    measure === undefined || value === undefined ? [] : [{ measure, year: yearOf(day), value }],
  )
}

/** The parameters a run has read, as the report lists them; below them what a county has of its own. */
export function usedParameters(scenario: LoadedScenario, used: readonly string[]): ReportParameter[] {
  const { policy, counties = [] } = scenario
  const isOwn = (county: LoadedScenario, name: string) => JSON.stringify(county.policy[name]) !== JSON.stringify(policy[name])
  const own = counties.flatMap((county) => {
    const names = Object.keys(county.policy).filter((name) => used.includes(name) && isOwn(county, name))
    return parametersOf(county, names).map((one) => ({ ...one, name: `${county.area}: ${one.name}` }))
  })
  return [...parametersOf(scenario, used), ...own]
}

function parametersOf({ law, settings }: LoadedScenario, used: readonly string[]): ReportParameter[] {
  const begins = dayOf(settings.years[0] - settings.burnInYears, 1, 1)
  const ends = dayOf(settings.years[1], 12, 31)
  const outside = new Map(outsideOf(settings, law).map(({ name, years }) => [name, years]))
  return law
    .names()
    .filter((name) => used.includes(name))
    .map((name): ReportParameter => {
      const { en, zh, unit, values } = law.entry(name)
      const holding = values.filter((value, index) => value.from <= ends && !(values[index + 1]?.from <= begins))
      const shownValues = holding.length ? holding : values.slice(0, 1)
      const least = shownValues.reduce((weakest, value) => (CERTAINTY[value.status] > CERTAINTY[weakest.status] ? value : weakest))
      const source = [...new Set(shownValues.map((value) => value.source))].join(', ')
      const range = least.range ? `${least.range[0]} – ${least.range[1]}` : undefined
      return {
        name,
        en,
        zh,
        unit,
        values: heldValues(shownValues),
        status: least.status,
        source,
        range,
        reason: least.reason === undefined ? undefined : { en: least.reason, zh: least.reasonZh ?? least.reason },
        outside: outside.get(name),
      }
    })
}

/** How little a value is known: a parameter is as weak as its weakest value, and a scenario's own value is shown as such. */
const CERTAINTY: Record<DatedValue['status'], number> = { verified: 0, unverified: 1, assumed: 2, scenario: 3 }

function heldValues(values: readonly DatedValue[]): HeldValue[] {
  const dayText = (from: number) => (values.length === 1 ? '' : formatDay(from).replace(/-01-01$/, ''))
  return values.map(({ from, value }) => ({ from: dayText(from), value: valueText(value) }))
}

function valueText(value: ParameterValue): string {
  if (!Array.isArray(value)) return String(value)
  if (!value.length) return '–'
  return value.map((part) => (typeof part === 'object' ? `≥ ${part.from}: ${part.rate}` : String(part))).join(', ')
}
