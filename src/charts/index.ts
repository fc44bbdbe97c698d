/** The charts of a run. A new one is a room of its own: its declaration says where in the report it stands. */
import { type Chart, QUESTIONS, type RunChart } from './kit/chart.ts'
import type { RenderedChart, ReportInput } from './kit/input.ts'

import { ROOMS } from './rooms.ts'

export type { Chart, ChartTable } from './kit/chart.ts'
export type { Language, PublishedFigure, RenderedChart, ReportInput, ReportParameter } from './kit/input.ts'
export { LANGUAGES } from './kit/input.ts'

/** In the order of the report. */
export const CHARTS: readonly RunChart[] = [...ROOMS].sort(
  (a, b) => QUESTIONS.indexOf(a.question) - QUESTIONS.indexOf(b.question) || a.place - b.place,
)

/** Draws these charts in both languages; what draws them is loaded when there is something to draw. */
export async function drawCharts<Input>(charts: readonly Chart<Input>[], input: Input, signal?: AbortSignal): Promise<RenderedChart[]> {
  if (charts.length === 0) return []
  return (await import('./kit/draw.ts')).drawCharts(charts, input, signal)
}

/**
 * Draws every chart in both languages, or those that are `asked` for. A chart for which the rows hold nothing is left out;
 * a panel whose measures are missing is left out of its chart. Same rows, same bytes.
 * @throws Error when a specification is refused by the compiler, naming the chart
 */
export const renderCharts = (
  input: ReportInput,
  asked: (name: string) => boolean = () => true,
  signal?: AbortSignal,
): Promise<RenderedChart[]> =>
  drawCharts(
    CHARTS.filter(({ name }) => asked(name)),
    input,
    signal,
  )
