/** The charts of a comparison, reform by reform; those of the first reform bear plain names. */

import { comparedFan } from '../fund-fan/fund-fan.ts'
import type { Chart } from '../kit/chart.ts'
import type { Language } from '../kit/input.ts'
import { effects } from './effects.ts'
import type { ComparedScenario, ComparisonInput } from './input.ts'
import { winnersChart } from './winners.ts'
import { COMPARISON_WORDS } from './words.ts'

type Charts = Chart<ComparisonInput>[]

const foot = (input: ComparisonInput, lang: Language) => COMPARISON_WORDS[lang].footer(input)

function ofEach(input: ComparisonInput, name: string, chart: (reform: ComparedScenario, name: string) => Chart<ComparisonInput>): Charts {
  return input.reforms.map((reform, index) => chart(reform, index === 0 ? name : `${name}-${reform.name}`))
}

const [EFFECTS, WINNERS, FAN] = ['effects', 'winners-and-losers', 'fund-fan'] as const
/** Their names; those of further reforms have the reform's after a hyphen. */
export const COMPARISON_CHARTS: readonly string[] = [EFFECTS, WINNERS, FAN]

/** By chapter of the report. */
export const effectCharts = (input: ComparisonInput): Charts => ofEach(input, EFFECTS, effects)
export const householdCharts = (input: ComparisonInput): Charts =>
  ofEach(input, WINNERS, (reform, name) => winnersChart(reform, name, foot))
export const solvencyCharts = (input: ComparisonInput): Charts => ofEach(input, FAN, (reform, name) => comparedFan(reform, name, foot))

export const comparisonCharts = (input: ComparisonInput): Charts => [
  ...effectCharts(input),
  ...householdCharts(input),
  ...solvencyCharts(input),
]
