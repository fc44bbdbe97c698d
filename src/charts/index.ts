/** The charts of a run. A new one is a room of its own: its declaration says where in the report it stands. */
import { QUESTIONS, type RunChart } from './kit/chart.ts'
import { drawCharts } from './kit/draw.ts'
import type { RenderedChart, ReportInput } from './kit/input.ts'

import { ROOMS } from './rooms.ts'

export type { Chart, ChartTable } from './kit/chart.ts'
export { drawCharts } from './kit/draw.ts'
export type { Language, PublishedFigure, RenderedChart, ReportInput, ReportParameter } from './kit/input.ts'
export { LANGUAGES } from './kit/input.ts'

/** In the order of the report. */
export const CHARTS: readonly RunChart[] = [...ROOMS].sort(
  (a, b) => QUESTIONS.indexOf(a.question) - QUESTIONS.indexOf(b.question) || a.place - b.place,
)

/**
 * Draws every chart in both languages. A chart for which the rows hold nothing is left out;
 * a panel whose measures are missing is left out of its chart. Same rows, same bytes.
 * @throws Error when a specification is refused by the compiler, naming the chart
 */
export const renderCharts = (input: ReportInput): Promise<RenderedChart[]> => drawCharts(CHARTS, input)
